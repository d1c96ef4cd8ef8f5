"""The records of an import, listed for people and for programs."""

from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import render

from bibliography.imports.filters import ImportRecordFilter
from bibliography.imports.pages import loaded
from core.api.csv import csv_answer
from core.list_pages import Order, list_page, without
from core.listing import filter_by, listing

ORDERS = (Order("place", "Place in the file", "number"),)
COLUMNS = ("number", "became", "why", "warnings", "reference", "raw")


@login_required
def records(request, import_id):
    """The records of an import, narrowed by what became of them."""
    batch = loaded(request, import_id)
    rows = batch.records.all()
    twin = request.GET.get("format")
    if twin in ("csv", "json"):
        return _twin(request, batch, rows, twin)
    shown = list_page(
        request,
        rows.select_related("reference", "decided_by"),
        filterset=ImportRecordFilter,
        orders=ORDERS,
        collection="imports",
    )
    asked = without(request.GET, "cursor", "size", "format").urlencode()
    here = f"{request.path}?{asked}&" if asked else f"{request.path}?"
    shown = replace(shown, json=f"{here}format=json", csv=f"{here}format=csv")
    context = {"batch": batch, "list": shown}
    return render(request, "bibliography/imports/import_records.html", context)


def _twin(request, batch, rows, twin):
    """The same records for programs: all as CSV, a page of them as JSON."""
    if twin == "csv":
        rows, _ = filter_by(request.GET, rows, ImportRecordFilter)
        values = rows.order_by("number").values(*COLUMNS).iterator(chunk_size=500)
        name = f"import-{batch.pk}-records"
        return csv_answer(values, COLUMNS, name, for_spreadsheets=True)
    page = listing(
        request.GET,
        rows,
        filterset_class=ImportRecordFilter,
        orders={"place": "number"},
        rows=lambda found: found.values(*COLUMNS),
    ).page
    asked = without(request.GET, "cursor").urlencode()
    here = f"{request.build_absolute_uri(request.path)}?{asked}&cursor="
    return JsonResponse(
        {
            "results": page.rows,
            "next": here + page.next if page.next else None,
            "previous": here + page.previous if page.previous else None,
        }
    )
