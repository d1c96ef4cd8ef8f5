"""The front door, and the page on how evidence is judged."""

from datetime import date

from django.db.models import F
from django.shortcuts import render

from articles.checking import worth
from articles.models import Article
from articles.reading.suggesting.measured import measured
from bibliography.models import Reference
from claims.models import Claim
from claims.words import Standing
from core.pager import capped_count
from evidence.about.rules import all_rules
from evidence.claims.queries import claims_with_evidence
from evidence.home.chain import example_chain
from evidence.method import BIAS_RULE, BIAS_RULE_WORDS, GUIDANCE, MEANING
from studies.models import Study

NEWEST = 6


# What is printed of each set of texts that suggesting claims was measured on: the
# figure, and the heading of its column.
FIGURES = {
    "recall": "core claims found",
    "worst recall": "the same, worst text",
    "precision": "suggestions that are claims",
    "hedging": "hedging right",
    "kind first": "kind right",
    "harm either": "harms called harms",
}


def home(request):
    """What Footing is, how much is in it, a claim's chain, and the newest verdicts.

    What is said by rule, where there was nothing to grade, is not among them.
    """
    judged = claims_with_evidence().current().exclude(judged_at=None)
    graded = judged.exclude(standing=Standing.RULE)
    references = Reference.objects.current()
    context = {
        "counts": [
            ("claim,claims", capped_count(Claim.objects.current()), "/claims/"),
            ("article,articles", capped_count(Article.objects.current()), "/articles/"),
            ("study,studies", capped_count(Study.objects.current()), "/studies/"),
            ("reference,references", capped_count(references), "/references/"),
        ],
        "chain": example_chain(),
        # As the index is: in another order of nulls all verdicts would be sorted.
        "newest": graded.for_lists().order_by(
            F("judged_at").desc(nulls_last=True), "-id"
        )[:NEWEST],
    }
    return render(request, "evidence/home/home.html", context)


def methods(request):
    """How claims are judged, in words for readers."""
    context = {
        "meanings": MEANING.items(),
        "guidance": GUIDANCE.items(),
        "bias_rule": {"number": BIAS_RULE, "words": BIAS_RULE_WORDS},
        "figures": FIGURES.values(),
        "measured": [measured_row(one) for one in measured()],
        "worth_checking": worth.RULE,
        "rules": all_rules(),
    }
    return render(request, "evidence/home/methods.html", context)


def measured_row(one):
    """One set of texts, and its figures in hundredths or a dash."""
    shares = [one.shares.get(figure) for figure in FIGURES]
    cells = [
        "–" if share is None else f"{round(100 * share)}\N{NO-BREAK SPACE}%"
        for share in shares
    ]
    return {"set": one, "day": date.fromisoformat(one.day), "cells": cells}
