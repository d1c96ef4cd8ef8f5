"""Many claims edited by program: read and stored as on their page, by one action."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from accounts.permissions import Permission
from claims.models import Claim
from core.api.bodies import said_in
from core.api.writing import IDEMPOTENCY_KEY, done_once
from core.errors import FieldProblem, Refused
from core.limits import turn_where_long
from evidence.claims.api import ClaimViewSet
from evidence.claims.table.actions import MOST_CLAIMS, Edited, edit_claims
from evidence.claims.table.reading import read_claims
from evidence.claims.table.rows import (
    ClaimRowForm,
    for_table,
    pasted_rows,
    put_over,
    rows_of,
)
from studies.tables.clipboard import NoTable, grid_of
from studies.tables.pasted import read_pasted

_TEXT = {"required": False, "allow_blank": True}
_FIELDS = [name for name in ClaimRowForm.base_fields if name != "revision"]
ClaimRow = type(
    "ClaimRow",
    (serializers.Serializer,),
    {
        "__doc__": "What changes of a claim; what is left out stays as it is.",
        "__module__": __name__,
        "claim": serializers.IntegerField(),
        "revision": serializers.IntegerField(
            required=False, help_text="which state of it was seen"
        ),
        **{name: serializers.CharField(**_TEXT) for name in _FIELDS},
    },
)


class ClaimTableBody(serializers.Serializer):
    """A table of claims as text, HTML or cells under a row of heads, or as rows."""

    text = serializers.CharField(trim_whitespace=False, **_TEXT)
    html = serializers.CharField(**_TEXT)
    cells = serializers.ListField(
        child=serializers.ListField(child=serializers.CharField(allow_blank=True)),
        required=False,
    )
    rows = ClaimRow(many=True, required=False)
    preview = serializers.BooleanField(
        required=False, help_text="true: say what would change, and store nothing"
    )


class ClaimTableViewSet(ClaimViewSet):
    """Checkable statements, each with what it stands on; tables of them too."""

    needs = ClaimViewSet.needs | {"table": Permission.CURATE_CLAIMS}

    @extend_schema(
        request=ClaimTableBody,
        parameters=[IDEMPOTENCY_KEY],
        responses=OpenApiTypes.OBJECT,
    )
    @action(detail=False, methods=["post"])
    def table(self, request):
        """Edit questions, topics and wholes of many claims, each whole or not.

        Says what changes of each claim, and why one was not changed.
        """

        def act():
            said = said_in(ClaimTableBody, request.data)
            read, rows = _read(said)
            if said.get("preview"):
                return Response(_told(read, rows))
            to_edit = [row.to_edit for row in rows if row.to_edit]
            if not to_edit:
                raise _nothing_changes(read, rows)
            edited = edit_claims(claims=to_edit, by=request.user, reason=said["reason"])
            status = 200 if edited.changed else 422
            return Response(_told(read, rows, edited), status=status)

        with turn_where_long(request):
            return done_once(self, request, act)


def _read(said):
    """What was pasted, None where rows were sent, and the claims as rows."""
    if "rows" in said:
        sent = {row["claim"]: row for row in said["rows"]}
        if len(sent) > MOST_CLAIMS:
            raise Refused(f"At most {MOST_CLAIMS} claims are edited at once.")
        found = list(for_table(Claim.objects.current().filter(pk__in=sent)))
        missing = sorted(sent.keys() - {claim.pk for claim in found})
        if missing:
            raise Refused(f"No claim here has number {missing[0]}.", field="rows")
        return None, rows_of(found, put_over(found, sent))
    try:
        if "cells" in said:
            grid = grid_of(said["cells"])
        else:
            grid = read_pasted(said.get("text", ""), said.get("html", ""))
        read = read_claims(grid)
    except NoTable as error:
        raise Refused(str(error), field="text") from error
    return read, pasted_rows(read)


def _problems(row):
    return [
        f"{row.form[name].label}: {sentence}"
        for name, sentences in row.form.errors.items()
        for sentence in sentences
    ]


def _unread(read):
    return [row for row in read.rows if row.problem] if read else []


def _nothing_changes(read, rows):
    problems = [
        FieldProblem(f"rows.{row.claim.pk}", sentence)
        for row in rows
        for sentence in _problems(row)
    ]
    problems += [
        FieldProblem(f"rows.{row.number}", row.problem) for row in _unread(read)
    ]
    return Refused("Nothing of these claims can be changed so.", problems=problems)


def _told(read, rows, edited=None):
    edited = edited or Edited()
    refused = {pk: [each.sentence] for pk, each in edited.refused.items()}
    columns = read.columns if read else []
    return {
        "columns": [
            {"printed": column.printed, "field": column.field} for column in columns
        ],
        "rows": [
            {
                "claim": row.claim.pk,
                "changes": row.changed,
                "was": dict(row.was),
                "problems": [*_problems(row), *refused.get(row.claim.pk, ())],
                "changed": row.claim.pk in edited.changed,
            }
            for row in rows
        ],
        "unread": [
            {"number": row.number, "printed": row.printed, "why": row.problem}
            for row in _unread(read)
        ],
    }
