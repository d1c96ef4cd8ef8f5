"""Outlets: the list of them, and one with what was checked of its articles."""

from django.shortcuts import get_object_or_404, redirect, render

from articles.articles.queries import articles_with_claims
from articles.checks.counting import checks_of_articles
from articles.checks.tally import SupportTally
from articles.models import Outlet
from articles.outlets.api import OutletFilter
from articles.outlets.queries import checks_of_outlets
from core.list_pages import Order, list_page
from core.pages import withdrawn

ORDERS = (Order("name", "Name, A to Z", "name"), Order("newest", "Newest", "-pk"))
MOST_SHOWN = 50  # articles; the list of articles has them all


def outlets(request):
    """All outlets, each with what was checked of the citations in its articles."""
    shown = list_page(
        request,
        Outlet.objects.current(),
        filterset=OutletFilter,
        orders=ORDERS,
        collection="outlets",
    )
    rows = shown.page.rows
    context = {
        "list": shown,
        "checks": checks_of_outlets([row.pk for row in rows]),
    }
    return render(request, "articles/outlets/outlets.html", context)


def outlet(request, outlet_id):
    """One outlet: what was checked of its articles, and which are here."""
    rows = Outlet.objects.select_related("withdrawn_by")
    row = get_object_or_404(rows, pk=outlet_id)
    if row.merged_into_id:
        return redirect("outlet", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The outlet “{row.name}”")
    articles = articles_with_claims().current().filter(outlet=row).order_by("-pk")
    articles = list(articles.with_claim_counts()[:MOST_SHOWN])
    tallies = checks_of_articles([each.pk for each in articles])
    context = {
        "outlet": row,
        "checks": checks_of_outlets([row.pk])[row.pk],
        "articles": [
            (each, tallies.get(each.pk, SupportTally(0, {}))) for each in articles
        ],
    }
    return render(request, "articles/outlets/outlet.html", context)
