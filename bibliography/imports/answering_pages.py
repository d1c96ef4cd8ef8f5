"""What an import asks: answered record by record, or all of one reason at once."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from bibliography.imports.actions import answer_import, reopen_answers
from bibliography.imports.decisions import (
    decide_record,
    fill_from_record,
    leave_record,
    reopen_record,
)
from bibliography.imports.pages import loaded
from bibliography.matching import what_agrees
from bibliography.models import ImportBatch, ImportRecord, Reference
from bibliography.records import record_from_json
from bibliography.references.actions import record_from
from bibliography.references.beside import in_words, lines
from core.errors import Refused
from core.numbers import whole_number

SHOWN = 3  # records of each reason, before all of them are answered at once


@login_required
def record(request, import_id, number):
    """One record beside the references it may be; a person decides which it is."""
    batch = loaded(request, import_id)
    rows = batch.records.select_related("reference", "decided_by")
    row = get_object_or_404(rows, number=number)
    row.batch = batch
    if request.method == "POST":
        return _done(request, row)
    why = request.GET.get("why", "")
    asked = row.became == ImportRecord.Became.ASKED
    candidates = _candidates([row])[row.pk] if asked else []
    theirs = [each["record"] for each in candidates]
    matched = row.became == ImportRecord.Became.MATCHED
    context = {
        "batch": batch,
        "record": row,
        "candidates": candidates,
        "lines": lines(record_from_json(row.said), theirs) if asked else [],
        "offers": in_words(row.said) if matched else [],
        "steps": row.decisions.select_related("by").order_by("pk"),
        "may_reopen": may_reopen(row),
        "queue": _queue(row, why),
        "why": why,
        "last": _last(request, batch),
    }
    return render(request, "bibliography/imports/import_record.html", context)


def may_reopen(record):
    """Whether a person's answer to a record, here or before, can be taken back."""
    left = record.became == ImportRecord.Became.LEFT
    undone = record.batch.state == ImportBatch.State.UNDONE
    return bool(record.decided_by_id or left) and not undone


def _done(request, row):
    """Do what was chosen, and go on to the next record that asks."""
    chosen = request.POST.get("do", "")
    why = request.GET.get("why", "")
    if chosen == "fill":
        fill_from_record(record=row, by=request.user)
        messages.success(request, "What was missing is filled in.")
        return redirect("import-record", row.batch_id, row.number)
    if chosen == "reopen":
        reopen_record(record=row, by=request.user)
        messages.success(request, f"Record {row.number} is asked again.")
        return _to(row.batch_id, row, why=why)
    if chosen == "left":
        leave_record(record=row, by=request.user)
    else:
        decide_record(record=row, same_as=_chosen(chosen), by=request.user)
    return _to(row.batch_id, _queue(row, why)["next"], why=why, last=row.number)


def _to(batch_id, row, **query):
    """The page of a record; of all that is asked where there is none."""
    if row is None:
        address = reverse("import-asked", args=[batch_id])
    else:
        address = reverse("import-record", args=[batch_id, row.number])
    said = urlencode({name: value for name, value in query.items() if value})
    return redirect(f"{address}?{said}" if said else address)


def _chosen(said):
    """The reference that was chosen; None for a new work."""
    if said == "new":
        return None
    number = whole_number(said)
    rows = Reference.objects.filter(withdrawn_at=None)
    reference = rows.filter(pk=number).first() if number else None
    if reference is None:
        raise Refused("Say which reference the record is, or that it is a new work.")
    return reference


def _candidates(rows):
    """By record the references it may be, each with why; those that still are."""
    ids = {each["reference"] for row in rows for each in row.candidates}
    offered = Reference.objects.filter(withdrawn_at=None)
    found = offered.with_identifiers().with_retracted().in_bulk(ids)
    return {
        row.pk: [
            {
                "reference": found[each["reference"]],
                "record": record_from(found[each["reference"]]),
                "why": each["why"],
                "agrees": _agrees(row, found[each["reference"]]),
            }
            for each in row.candidates
            if each["reference"] in found
        ]
        for row in rows
    }


def _agrees(row, reference):
    """What a record and a reference agree in, and what not."""
    return what_agrees(record_from_json(row.said), record_from(reference))


def _queue(row, why):
    """Where a record stands among those that ask (for one reason, or for any)."""
    waiting = row.batch.records.asking(why).order_by("number")
    later = waiting.filter(number__gt=row.number).first()
    around = waiting.exclude(pk=row.pk)
    return {
        "at": waiting.filter(number__lte=row.number).count(),
        "total": waiting.count(),
        "next": later or around.first(),
        "previous": waiting.filter(number__lt=row.number).last() or around.last(),
    }


def _last(request, batch):
    """The record that was answered just before, while its answer can be undone."""
    number = whole_number(request.GET.get("last", ""))
    rows = batch.records.decided().select_related("reference")
    return rows.filter(number=number).first() if number else None


@login_required
def asked(request, import_id):
    """What an import asks, by reason; all records of a reason get one answer."""
    batch = loaded(request, import_id)
    if request.method == "POST":
        answer_import(
            batch=batch,
            answer=request.POST.get("answer", ""),
            why=request.POST.get("why", ""),
            by=request.user,
        )
        return redirect("import", batch.pk)
    context = {
        "batch": batch,
        "reasons": _reasons(batch),
        "last": _last(request, batch),
        "decided": batch.records.decided().count(),
    }
    return render(request, "bibliography/imports/import_asked.html", context)


def _reasons(batch):
    """The reasons that records ask for, most frequent first, with the first records."""
    asking = batch.records.asking()
    counted = asking.order_by().values_list("why").annotate(n=Count("pk"))
    counts = dict(counted.order_by("-n", "why"))
    first = {
        why: list(asking.filter(why=why).order_by("number")[:SHOWN]) for why in counts
    }
    candidates = _candidates([row for rows in first.values() for row in rows])
    return [
        {
            "why": why,
            "n": n,
            "first": [
                {
                    "number": row.number,
                    "record": record_from_json(row.said),
                    "candidates": candidates[row.pk],
                    "named": len(row.candidates),
                }
                for row in first[why]
            ],
        }
        for why, n in counts.items()
    ]


@login_required
@require_POST
def ask_again(request, import_id):
    """Take back the answers that were last given to many records at once."""
    batch = loaded(request, import_id)
    if batch.job is None:
        raise Refused("No answers were given to many records at once.")
    reopen_answers(batch=batch, job=batch.job, by=request.user)
    return redirect("import", batch.pk)
