"""The front door, and the page on how evidence is judged."""

from django.shortcuts import render

from articles.checking import worth
from articles.models import Article, CitedWork
from claims.models import Claim
from core.pager import capped_count
from evidence.claims.queries import claims_with_evidence
from evidence.home.chain import example_chain
from evidence.method import GUIDANCE, MEANING
from studies.models import Study

NEWEST = 6


def home(request):
    """What Footing is, how much is in it, a claim's chain, and the newest verdicts."""
    judged = claims_with_evidence().current().exclude(judged_at=None)
    context = {
        "counts": [
            ("claim,claims", capped_count(Claim.objects.current()), "/claims/"),
            ("article,articles", capped_count(Article.objects.current()), "/articles/"),
            ("study,studies", capped_count(Study.objects.current()), "/studies/"),
            ("cited work,cited works", capped_count(CitedWork.objects.all()), ""),
        ],
        "chain": example_chain(),
        "newest": judged.for_lists().order_by("-judged_at", "-id")[:NEWEST],
    }
    return render(request, "evidence/home/home.html", context)


def methods(request):
    """How claims are judged, in words for readers."""
    context = {
        "meanings": MEANING.items(),
        "guidance": GUIDANCE.items(),
        "worth_checking": worth.RULE,
    }
    return render(request, "evidence/home/methods.html", context)
