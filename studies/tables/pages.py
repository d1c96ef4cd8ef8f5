"""The pages on which a table of results is pasted or typed, mapped and stored."""

from itertools import permutations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.permissions import Permission, require
from core.errors import Busy, Refused
from core.limits import turn_where_long
from core.navigation import page_asked_for
from core.pages import current_row, perform
from core.templatetags.footing import counted
from studies.models import Outcome, Study
from studies.results.pages import first_records
from studies.tables.actions import enter_table
from studies.tables.asking import asks_of
from studies.tables.clipboard import NoTable
from studies.tables.forms import LEAVE_OUT, PasteForm
from studies.tables.pasted import read_pasted, turned
from studies.tables.preview import preview, rows_to_enter, say_what_lacks_a_place
from studies.tables.sheets import blank_grid, grid_sent, sheet_of, with_more_rows
from studies.tables.stored import stored_table

ROWS_AT_FIRST = 6
MOST_PAIRED = 6  # arms of which each pair is offered as what effects compare


@login_required
def of_a_study(request, study_id):
    """A study's results as one table: arms as columns, outcomes and times as rows."""
    require(request.user, Permission.ENTER_RESULTS)
    study = current_row(Study.objects, study_id)
    return _table(request, study)


@login_required
def of_many_studies(request):
    """A table whose rows are studies, each found in the store or new."""
    require(request.user, Permission.ENTER_RESULTS)
    return _table(request, None)


def _table(request, study):
    """What was pasted or typed, in turn where it is long."""
    try:
        with turn_where_long(request):
            return _worked_on(request, study, *_sent(request, study))
    except Busy as busy:
        if request.POST.get("do") != "read":
            raise
        paste = PasteForm(request.POST)
        paste.add_error("pasted", busy.sentence)
        return _worked_on(request, study, paste, _blank(request, study), status=503)


def _worked_on(request, study, paste, sheet, status=422):
    """The table as it is read, stored where that was asked for.

    ``status`` is of a page that says why something is refused.
    """
    shown = preview(sheet, study)
    context = {"paste": paste, "arm_names": _arms(study), "refused": paste.errors}
    if request.POST.get("do") == "store":
        entered = _store(request, sheet, shown)
        if entered and not entered.refused and not any(r.problems for r in shown):
            back = reverse("study", args=[study.pk]) if study else reverse("studies")
            return redirect(page_asked_for(request) or back)
        if entered:
            shown = _what_is_left(sheet, study, entered)
        context["refused"] = True
    return _page(request, study, sheet, shown, context, status)


def _sent(request, study):
    """The form of a paste, and the table as it is read with what was said of it."""
    do = request.POST.get("do", "")
    if do == "read":
        paste = PasteForm(request.POST)
        markup = paste.cleaned_data["markup"] if paste.is_valid() else ""
        try:
            grid = turned(read_pasted(request.POST.get("pasted", ""), markup))
            return PasteForm(), _sheet(study, grid, _said_before(request))
        except (NoTable, Refused) as error:
            paste.add_error("pasted", str(error))
            return paste, _blank(request, study)
    if do:
        grid = grid_sent(request.POST)
        grid = with_more_rows(grid, ROWS_AT_FIRST) if do == "rows" else grid
        if grid.rows and grid.width:
            return PasteForm(), _sheet(study, grid, request.POST.dict())
    return PasteForm(), _blank(request, study)


def _sheet(study, grid, said):
    return sheet_of(grid, said, {name.casefold(): name for name in _arms(study)})


def _blank(request, study):
    """A table to be typed."""
    grid = blank_grid(_arms(study), ROWS_AT_FIRST, study is None)
    return _sheet(study, grid, _said_before(request))


def _said_before(request):
    """Whoever comes from a claim sees its outcome offered for rows that name none."""
    return {"outcome": request.GET.get("outcome", "")}


def _arms(study):
    return [arm.name for arm in study.arms.order_by("id")] if study else []


def _store(request, sheet, shown):
    """Store the rows that can go in, by one action; None where it refused them all."""
    say_what_lacks_a_place(shown)
    rows = rows_to_enter(sheet, shown)
    if sheet.table.is_valid() and not rows:
        sheet.table.add_error(None, "No row goes in as it stands; each says why.")
    if not sheet.table.is_valid():
        return None
    later = sheet.table.cleaned_data["answer_later"]
    given = {"rows": rows, "answer_later": later}
    entered = perform(request, enter_table, form=sheet.table, **given)
    if entered and entered.results:
        stored = counted(len(entered.results), "result is stored,results are stored")
        messages.success(request, f"{stored}; somebody else checks them.")
    return entered


def _what_is_left(sheet, study, entered):
    """The rows after storing: what was refused says why, what was stored is out."""
    shown = preview(sheet, study)
    for row in shown:
        if row.row.number in entered.stored:
            row.left_out, row.is_new_study = "stored", False
            row.form.data = row.form.data | {f"{row.form.prefix}-take": LEAVE_OUT}
        elif sentence := entered.refused.get(row.row.number):
            row.left_out = ""
            row.problems.append(sentence)
    return shown


def _page(request, study, sheet, shown, context, status):
    ready = [row for row in shown if row.is_stored]
    context |= {
        "study": study,
        "sheet": sheet,
        "shown": shown,
        "asks": asks_of(sheet),
        "cells": _cells(sheet, shown),
        "columns": _columns(sheet, context["arm_names"]),
        "ready": sum(len(row.results) for row in ready),
        "waiting": sum(bool(row.problems) and not row.left_out for row in shown),
        "outcomes": Outcome.objects.current().order_by("name")[:200],
        "records": first_records(),
        "comparisons": permutations(context["arm_names"][:MOST_PAIRED], 2),
        "stored": stored_table(study) if study else None,
        "next": page_asked_for(request),
    }
    if request.htmx:
        return render(request, "studies/tables/_live.html", context | {"live": True})
    status = status if context["refused"] else 200
    return render(request, "studies/tables/table.html", context, status=status)


def _columns(sheet, arm_names):
    """What each column is, its form, and whether its arm is known."""
    known = {name.casefold() for name in arm_names}
    return [
        (column, form, column.arm.casefold() in known)
        for column, form in zip(sheet.reading.head.columns, sheet.columns, strict=True)
    ]


def _cells(sheet, shown):
    """The rows of the table: of its head, then each with what would be stored of it."""
    rows = sheet.grid.rows
    head = [list(enumerate(row)) for row in rows[: sheet.reading.head.rows]]
    body = [(row, list(enumerate(rows[row.row.number]))) for row in shown]
    return {"head": list(enumerate(head)), "body": body}
