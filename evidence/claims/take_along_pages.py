"""The files that are taken along from a claim: citations, records, results."""

from django.shortcuts import get_object_or_404

from bibliography.formats import write
from bibliography.references.export_pages import reference_file
from bibliography.references.exports import references_as
from claims.models import Claim, ClaimVersion
from core.api.csv import csv_answer
from core.errors import BadQuery
from core.pages import attachment
from evidence.claims.take_along import (
    COLUMNS,
    citation,
    citation_text,
    references_of,
    result_rows,
)
from evidence.claims.withdrawing_pages import elsewhere
from evidence.facts import claim_facts

FORMATS = ("text", "bibtex", "csl", "ris", "csv")


def claim(request, claim_id):
    """A claim as it stands, in the format of ``?format=``."""
    row = get_object_or_404(Claim.objects.select_related("withdrawn_by"), pk=claim_id)
    if answer := elsewhere(request, row, "export-claim"):
        return answer
    facts = claim_facts(row)
    return _file(request, facts, facts["version"], f"claim-{claim_id}")


def version(request, claim_id, number):
    """A claim as it stood at one version, in the format of ``?format=``."""
    row = get_object_or_404(ClaimVersion, claim=claim_id, number=number)
    return _file(request, row.facts, number, f"claim-{claim_id}-v{number}")


def _file(request, facts, number, name):
    """One file. Raises BadQuery for a format that is none."""
    asked = request.GET.get("format", "text")
    if asked not in FORMATS:
        raise BadQuery(
            f"There is no format {asked[:20]!r}: expected one of {', '.join(FORMATS)}.",
            field="format",
        )
    if asked == "csv":
        name = f"{name}-results"
        return csv_answer(result_rows(facts), COLUMNS, name, for_spreadsheets=True)
    if asked == "ris":
        pieces = references_as("ris", references_of(facts))
        return reference_file(pieces, "ris", f"{name}-studies")
    record = citation(facts, number, request.build_absolute_uri("/"))
    if asked == "text":
        line = f"{citation_text(record)}\n"
        return attachment(line, f"{name}.txt", "text/plain; charset=utf-8")
    return reference_file(write([record], asked), asked, name)
