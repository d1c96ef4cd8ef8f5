"""The lists of studies and of references."""

from django.shortcuts import render

from accounts.permissions import Permission, can
from core.list_pages import Order, facets, list_page
from studies.filters import ReferenceFilter, StudyFilter
from studies.formats import WRITERS
from studies.models import Reference, Study

BEST = Order("best", "Best match", "-rank")
STUDY_ORDERS = (
    Order("label", "Name, A to Z", "label"),
    Order("year", "Newest study", "-year"),
    Order("added", "Newest here", "-pk"),
)
REFERENCE_ORDERS = (
    Order("added", "Newest here", "-pk"),
    Order("year", "Newest publication", "-year"),
    Order("title", "Title, A to Z", "title"),
)


def studies(request):
    """All studies, narrowed by design, allocation and status."""
    rows = Study.objects.current()
    shown = list_page(
        request,
        rows.with_retracted().with_counts(),
        filterset=StudyFilter,
        orders=STUDY_ORDERS,
        best=BEST,
        collection="studies",
    )
    labels = {"design": "Design", "allocation": "Allocation", "status": "Status"}
    context = {"list": shown, "facets": facets(shown, rows, labels)}
    return render(request, "studies/studies.html", context)


def references(request):
    """All references, narrowed by type."""
    rows = Reference.objects.current()
    shown = list_page(
        request,
        rows.with_identifiers().with_retracted(),
        filterset=ReferenceFilter,
        orders=REFERENCE_ORDERS,
        best=BEST,
        collection="references",
    )
    context = {
        "list": shown,
        "facets": facets(shown, rows, {"type": "Type"}),
        "formats": WRITERS.values(),
        "may_import": can(request.user, Permission.IMPORT_REFERENCES),
    }
    return render(request, "studies/references.html", context)
