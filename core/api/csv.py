"""Rows as CSV, sent as they are read."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import StreamingHttpResponse
from rest_framework.renderers import BaseRenderer

from core.pages import attachment
from texts.cells import is_formula

BOM = "\ufeff"  # by it spreadsheets know UTF-8; programs stumble over it


class CSVRenderer(BaseRenderer):
    """Names the format for content negotiation; ``csv_answer`` does the writing."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(
        self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None
    ) -> str:
        rows = data.get("results", [data])
        columns = list(rows[0]) if rows else []
        return "".join(csv_lines(rows, columns))


class _Line:
    """What the csv module writes to; it hands each line back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """A header and a line per row (RFC 4180); nested values are JSON in their cell."""
    writer = csv.writer(_Line())
    yield writer.writerow(columns)
    for row in rows:
        yield writer.writerow([cell(row.get(column)) for column in columns])


def cell(value: Any) -> Any:
    """A value for one cell: unknown is empty, and no text is taken for a formula.

    Spreadsheets run a text that begins with = + - @ as a formula; an apostrophe
    before it keeps it a text.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
    if isinstance(value, int | float | Decimal):
        return value
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return f"'{text}" if is_formula(text) else text


def csv_answer(
    rows: Iterable[dict[str, Any]],
    columns: Sequence[str],
    name: str,
    *,
    for_spreadsheets: bool = False,
) -> StreamingHttpResponse:
    """An answer that writes rows as they come, as a file called ``name``.csv.

    ``for_spreadsheets`` begins it with a byte order mark, as pages do. The first row is
    read at once: what the database refuses is refused before the answer begins.
    """
    coming = iter(rows)
    lines = csv_lines(chain([*islice(coming, 1)], coming), columns)
    pieces = chain([BOM], lines) if for_spreadsheets else lines
    return attachment(pieces, f"{name}.csv", "text/csv; charset=utf-8")
