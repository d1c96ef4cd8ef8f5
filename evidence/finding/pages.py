"""The page of the one search."""

from django.shortcuts import render

from core.list_pages import without
from evidence.finding.everything import find
from evidence.finding.spelling import FEW, did_you_mean
from texts.search_queries import LONGEST

ELSEWHERE = (
    ("/claims/", "All claims"),
    ("/articles/", "All articles"),
    ("/studies/", "All studies"),
    ("/references/", "All references"),
)


def search(request):
    """Claims, articles, studies, references and topics that some words may mean."""
    typed = request.GET.get("q", "").strip()[:LONGEST].replace("\0", "")
    found = find(typed) if typed else None
    few = found is not None and len(found.hits) < FEW
    asked = without(request.GET, "format")
    asked["q"] = typed
    context = {
        "typed": typed,
        "found": found,
        "meant": did_you_mean(typed, found.query) if few else "",
        "asked": asked.urlencode(),
        "elsewhere": ELSEWHERE,
    }
    return render(request, "evidence/finding/search.html", context)
