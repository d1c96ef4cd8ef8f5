"""How far reviewers agreed, for everybody to read and take along."""

from urllib.parse import urlencode

from django.db.models import Q
from django.shortcuts import render

from core.agreement.figures import RESAMPLES, SEED
from core.api.csv import csv_answer
from evidence.agreement.queries import Asked, agreement_on, all_judged, rows
from studies.figures import figure, interval
from studies.models import Topic

COLUMNS = ("of", "version", "variant", "part", "unit", "on", "rater", "value")


def agreement(request):
    """What several judged alone: part by part, how far they agreed; one kind a page."""
    asked = Asked.in_query(request.GET)
    if request.GET.get("format") == "csv":
        return csv_answer(rows(asked), COLUMNS, "agreement", for_spreadsheets=True)
    kinds = all_judged(asked.topic)
    judged = next(filter(asked.takes, kinds), None)
    found = agreement_on(judged, asked) if judged else []
    filed = Q(claim_links__isnull=False) | Q(study_links__isnull=False)
    context = {
        "kinds": kinds,
        "judged": judged,
        "parts": [_shown(judged, asked, each) for each in found],
        "has_items": judged and any(part.is_item for part in judged.parts),
        "asked": asked,
        "topic": asked.topic and Topic.objects.filter(pk=asked.topic).first(),
        "topics": Topic.objects.filter(filed).distinct(),
        "seed": SEED,
        "draws": RESAMPLES,
    }
    return render(request, "evidence/agreement/agreement.html", context)


def _shown(judged, asked, agreed):
    """A part's figures in words."""
    part, figures = agreed.part, agreed.agreement
    alphas = [
        coefficient(figures.alpha[metric], figures.alpha_ci[metric])
        for metric in ("nominal", "ordinal")
    ]
    only = {"part": part.key, "topic": asked.topic or "", "format": "csv"}
    return {
        "part": part,
        "anchor": part.key.replace(" ", "-"),
        "units": figures.units,
        "raters": figures.raters,
        "percent": _percent(figures.percent),
        "ac1": coefficient(figures.gwet["ac1"]),
        "alike": alphas[0],
        "apart": alphas[1] if part.order else "no order",
        "pairs": [_pair(part, pair) for pair in figures.pairs if pair.n],
        "taken_for": agreed.taken_for,
        "notes": figures.notes,
        "csv": f"{judged.query}&{urlencode(only)}",
    }


def _pair(part, pair):
    return {
        "raters": " and ".join(pair.raters),
        "n": pair.n,
        "percent": _percent(pair.percent),
        "kappa": coefficient(pair.kappa, pair.kappa_ci),
        "linear": coefficient(pair.linear) if part.order else "no order",
        "quadratic": coefficient(pair.quadratic) if part.order else "no order",
    }


def _percent(value):
    return "–" if value is None else f"{figure(value, 0)} %"


def coefficient(value, ci=None):
    """As "0.59 (0.17 to 0.75)"; says where there is none."""
    if value is None:
        return "not estimable"
    return interval(value, *(ci or (None, None)))
