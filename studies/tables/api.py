"""A table of results by program: read and stored as on its page, by the same action."""

from django.forms import BooleanField
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from accounts.permissions import Permission
from core.api.bodies import said_in
from core.api.writing import IDEMPOTENCY_KEY, done_once
from core.errors import FieldProblem, Refused
from core.limits import turn_where_long
from studies.models import Study
from studies.results.api import ResultViewSet
from studies.results.fields import AnswersField
from studies.tables.actions import enter_table
from studies.tables.asking import asks_of
from studies.tables.clipboard import NoTable, grid_of
from studies.tables.forms import ColumnForm, RowForm, TableForm
from studies.tables.pasted import read_pasted, turned
from studies.tables.preview import preview, rows_to_enter, say_what_lacks_a_place
from studies.tables.sheets import sheet_of


def _field_of(field):
    told = {"required": False, "help_text": str(field.help_text or "")}
    if isinstance(field, AnswersField):
        return serializers.DictField(child=serializers.CharField(), **told)
    if isinstance(field, BooleanField):
        return serializers.BooleanField(**told)
    return serializers.CharField(allow_blank=True, **told)


def _of(form, name, **more):
    """A serializer of a form's fields, each a text that may be left out."""
    fields = {each: _field_of(field) for each, field in form.base_fields.items()}
    words = {"__doc__": form.__doc__, "__module__": __name__}
    return type(name, (serializers.Serializer,), words | fields | more)


NUMBER = serializers.IntegerField(
    min_value=0, max_value=1000, help_text="its place in the table, from 0"
)
TableColumn = _of(ColumnForm, "TableColumn", number=NUMBER)
TableRow = _of(RowForm, "TableRow", number=NUMBER)


class TableBody(_of(TableForm, "TableAnswers")):
    """A table as text, as HTML or as cells, and what is said of it."""

    study = serializers.IntegerField(
        required=False, help_text="left out where each row is a study"
    )
    text = serializers.CharField(
        required=False, allow_blank=True, trim_whitespace=False
    )
    html = serializers.CharField(required=False, allow_blank=True)
    cells = serializers.ListField(
        child=serializers.ListField(child=serializers.CharField(allow_blank=True)),
        required=False,
    )
    columns = TableColumn(many=True, required=False)
    rows = TableRow(many=True, required=False)
    preview = serializers.BooleanField(
        required=False, help_text="true: say how it is read, and store nothing"
    )


class ResultTableViewSet(ResultViewSet):
    """One study's number for an outcome, and where it was read; tables of them too."""

    needs = ResultViewSet.needs | {"table": Permission.ENTER_RESULTS}

    @extend_schema(
        request=TableBody, parameters=[IDEMPOTENCY_KEY], responses=OpenApiTypes.OBJECT
    )
    @action(detail=False, methods=["post"])
    def table(self, request):
        """Enter a table of results, each row whole or not.

        Says how every row is read, what was stored of it, why it was not, and what has
        to be answered first.
        """

        def act():
            said = said_in(TableBody, request.data)
            sheet, shown = _read(said)
            if said.get("preview"):
                return Response(_told(sheet, shown))
            say_what_lacks_a_place(shown)
            rows = rows_to_enter(sheet, shown)
            if not rows:
                raise _nothing_goes_in(sheet, shown)
            given = {name: said.get(name) for name in ("reason", "answer_later")}
            entered = enter_table(rows=rows, by=request.user, **given)
            status = 201 if entered.results else 422
            return Response(_told(sheet, shown, entered), status=status)

        with turn_where_long(request):
            return done_once(self, request, act)


def _read(said):
    """The table of a body, read as the page reads it, and its rows."""
    data = {n: said[n] for n in TableForm.base_fields if n in said}
    for letter, parts in (("c", "columns"), ("r", "rows")):
        for part in said.get(parts, ()):
            prefix = f"{letter}{part.get('number', '')}"
            data |= {f"{prefix}-{name}": value for name, value in part.items()}
    try:
        if "cells" in said:
            grid = grid_of(said["cells"])
        else:
            grid = read_pasted(said.get("text", ""), said.get("html", ""))
        grid = turned(grid)
    except NoTable as error:
        raise Refused(str(error), field="text") from error
    study = None
    if "study" in said:
        study = get_object_or_404(Study.objects.current(), pk=said["study"])
    arms = [arm.name for arm in study.arms.all()] if study else []
    sheet = sheet_of(grid, data, {name.casefold(): name for name in arms})
    _refuse_what_is_no_answer(sheet)
    return sheet, preview(sheet, study)


def _refuse_what_is_no_answer(sheet):
    """Raise Refused with each field that holds what its form does not take."""
    problems = [
        FieldProblem(form.add_prefix(name), str(sentence))
        for form in (sheet.table, *sheet.columns, *sheet.rows.values())
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]
    if problems:
        raise Refused(" ".join(each.sentence for each in problems), problems=problems)


def _nothing_goes_in(sheet, shown):
    asks = [FieldProblem(ask.name, ask.in_words) for ask in asks_of(sheet)]
    rows = [
        FieldProblem(f"rows.{row.row.number}", problem)
        for row in shown
        if not row.left_out
        for problem in row.problems
    ]
    return Refused("No row of this table can be stored yet.", problems=[*asks, *rows])


def _told(sheet, shown, entered=None):
    """How a table is read and what became of its rows, as JSON."""
    return {
        "columns": [
            {
                "number": number,
                "printed": column.printed,
                "role": column.role,
                "arm": column.arm,
                "part": column.part,
                "people": column.size,
                "time": column.time,
            }
            for number, column in enumerate(sheet.reading.head.columns)
        ],
        "against": sheet.reading.against,
        "asked": [ask._asdict() for ask in asks_of(sheet)],
        "rows": [_row_told(row, entered) for row in shown],
    }


def _row_told(row, entered):
    number = row.row.number
    stored = entered.stored.get(number, []) if entered else []
    refused = entered.refused.get(number) if entered else None
    return {
        "number": number,
        "printed": row.row.printed,
        "study": row.found.study.pk if row.found.study else None,
        "offered": [each.pk for each in row.found.offered],
        "outcome": row.row.outcome,
        "is_new_outcome": row.outcome is None,
        "left_out": row.left_out,
        "problems": [*row.problems, *([refused] if refused else [])],
        "asked": {
            finding.check: {"sentence": finding.sentence, "answer": answer}
            for finding, answer in row.asked.items()
        },
        "notes": row.notes,
        "read": row.in_words,
        "results": [result.pk for result in stored],
    }
