"""Cells of tables that spreadsheets open: no text in them is run as a formula."""

import re

# Spreadsheets look for a formula behind blanks, marks of no width and semicolons; the
# wide signs are read alike where they are set to Chinese, Japanese or Korean.
_FORMULA = re.compile(
    "[\\s;\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*"
    "(?:[=+\\-@＝＋－＠]|[\t\r\n])"
)


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet may run a text as a formula."""
    return _FORMULA.match(cell) is not None
