"""How far reviewers agreed, for everybody to read and take along."""

from django.shortcuts import render

from core.api.csv import csv_answer
from evidence.agreement.queries import (
    agreement_by_part,
    asked_topic,
    ratings,
    taken_for,
)
from studies.figures import figure, interval
from studies.models import Topic

COLUMNS = ("part", "unit", "claim", "rater", "value")


def agreement(request):
    """Each part of a grade: how many judged it, and how far alone they agreed."""
    topic = asked_topic(request.GET)
    if request.GET.get("format") == "csv":
        return csv_answer(_rows(topic), COLUMNS, "agreement", for_spreadsheets=True)
    context = {
        "parts": [_shown(*each) for each in agreement_by_part(topic)],
        "topic": topic and Topic.objects.filter(pk=topic).first(),
        "topics": Topic.objects.filter(claim_links__isnull=False).distinct(),
    }
    return render(request, "evidence/agreement/agreement.html", context)


def _shown(part, figures):
    """A part's figures in words."""
    alphas = [
        coefficient(figures.alpha[metric], figures.alpha_ci[metric])
        for metric in ("nominal", "ordinal")
    ]
    pairs = [
        {
            "raters": " and ".join(pair.raters),
            "n": pair.n,
            "percent": figure(pair.percent, 0),
            "kappa": coefficient(pair.kappa, pair.kappa_ci),
            "weighted": part.order and coefficient(pair.quadratic),
        }
        for pair in figures.pairs
        if pair.n
    ]
    return {
        "part": part,
        "units": figures.units,
        "raters": figures.raters,
        "alike": alphas[0],
        "apart": alphas[1] if part.order else "no order",
        "pairs": pairs,
        "taken_for": taken_for(part, figures),
        "notes": figures.notes,
    }


def coefficient(value, ci=None):
    """As "0.59 (0.17 to 0.75)"; says where there is none."""
    if value is None:
        return "not estimable"
    return interval(value, *(ci or (None, None)))


def _rows(topic):
    """The ratings themselves: unit, rater and value are what `agreement` reads."""
    for one in ratings(topic):
        unit = f"{one.claim}/{one.round}"
        yield {
            "part": one.part,
            "unit": unit,
            "claim": one.claim,
            "rater": one.reviewer,
            "value": one.value,
        }
