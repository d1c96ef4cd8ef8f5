"""What a person pasted or a program sent, read within bounds."""

from core.errors import Refused
from core.isolation import isolated
from studies.tables.clipboard import Grid, NoTable, read_clipboard

LONG = 200_000  # characters of HTML, which can take longer to read than it is long


def read_pasted(text: str = "", markup: str = "") -> Grid:
    """The table in what was pasted, read in a process of its own where it is long.

    Raises NoTable.
    """
    if len(text) + len(markup) <= LONG:
        return read_clipboard(text, markup)
    try:
        return isolated(read_clipboard, text, markup)
    except Refused as refusal:
        raise NoTable(refusal.sentence) from None
