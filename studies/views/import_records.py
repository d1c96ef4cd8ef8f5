"""The records of an import: listed, and decided on one by one."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from core.api.csv import csv_answer
from core.errors import Refused
from core.list_pages import Order, list_page, without
from core.listing import filter_by, listing
from core.numbers import whole_number
from studies.actions.import_records import decide_record, fill_from_record
from studies.actions.references import record_from
from studies.filters import ImportRecordFilter
from studies.models import ImportRecord, Reference
from studies.records import name_from_json, record_from_json
from studies.views.beside import lines, named
from studies.views.imports import loaded

ORDERS = (Order("place", "Place in the file", "number"),)
COLUMNS = ("number", "became", "why", "warnings", "reference", "raw")
OFFERED = {"container": "In", "issued": "Date", "url": "Address"}


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
    return render(request, "studies/import_records.html", context)


def _twin(request, batch, rows, twin):
    """The same records for programs: all as CSV, a page of them as JSON."""
    if twin == "csv":
        rows, _ = filter_by(request.GET, rows, ImportRecordFilter)
        values = rows.order_by("number").values(*COLUMNS).iterator(chunk_size=500)
        return csv_answer(values, COLUMNS, f"import-{batch.pk}-records")
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


@login_required
def record(request, import_id, number):
    """One record beside the references it may be; a person decides which it is."""
    batch = loaded(request, import_id)
    rows = batch.records.select_related("reference", "decided_by")
    row = get_object_or_404(rows, number=number)
    row.batch = batch
    if request.method == "POST":
        return _decided(request, row)
    candidates = _candidates(row)
    asked = row.became == ImportRecord.Became.ASKED
    theirs = [each["record"] for each in candidates]
    context = {
        "batch": batch,
        "record": row,
        "candidates": candidates,
        "lines": lines(record_from_json(row.said), theirs) if asked else [],
        "offers": _offers(row),
        "next": _next_asked(row),
    }
    return render(request, "studies/import_record.html", context)


def _decided(request, row):
    """Do what was chosen, and go on to the next record that asks."""
    chosen = request.POST.get("do", "")
    if chosen == "fill":
        fill_from_record(record=row, by=request.user)
        messages.success(request, "What was missing is filled in.")
        return redirect("studies:import-record", row.batch_id, row.number)
    decide_record(record=row, same_as=_chosen(chosen), by=request.user)
    done = "kept as a new work" if chosen == "new" else "joined to what it is"
    messages.success(request, f"Record {row.number} is {done}.")
    following = _next_asked(row)
    if following:
        return redirect("studies:import-record", row.batch_id, following.number)
    return redirect("studies:import", row.batch_id)


def _chosen(said):
    """The reference that was chosen; None for a new work."""
    if said == "new":
        return None
    number = whole_number(said)
    reference = Reference.objects.filter(pk=number).first() if number else None
    if reference is None:
        raise Refused("Say which reference the record is, or that it is a new work.")
    return reference


def _candidates(row):
    """The references that the record may be, each with why; those that still are."""
    why = {each["reference"]: each["why"] for each in row.candidates}
    found = Reference.objects.with_identifiers().with_retracted().in_bulk(list(why))
    return [
        {"reference": found[id], "record": record_from(found[id]), "why": said}
        for id, said in why.items()
        if id in found
    ]


def _offers(row):
    """What a matched record says and its reference does not, in words."""
    if row.became != ImportRecord.Became.MATCHED:
        return []
    return [
        {"label": OFFERED.get(name, name.capitalize()), "text": _in_words(value)}
        for name, value in row.said.items()
        if name != "first_author"
    ]


def _in_words(value):
    if not isinstance(value, list):
        return str(value)
    return "; ".join(map(_one_in_words, value))


def _one_in_words(value):
    """A keyword, an author or an identifier."""
    if isinstance(value, dict):
        return str(name_from_json(value))
    return named(*value) if isinstance(value, list) else str(value)


def _next_asked(row):
    """The next record of the import that waits for a decision."""
    waiting = ImportRecord.objects.filter(
        batch=row.batch_id, became=ImportRecord.Became.ASKED
    ).exclude(pk=row.pk)
    later = waiting.filter(number__gt=row.number).order_by("number").first()
    return later or waiting.order_by("number").first()
