"""The names in one cell of a table, whichever way they are divided."""

import re
from collections.abc import Iterable

from bibliography.formats.fields import names_of, read_name, read_person
from texts.names import Name, split_names
from texts.titles import plain_text


def is_list(cell: str) -> bool:
    """Whether a cell is a programming language's list: "['one', 'two']"."""
    return cell[:1] == "[" and cell[-1:] == "]" and cell[1:2] in ("'", '"')


def listed(cell: str) -> list[str]:
    """The texts of such a list."""
    return [a or b for a, b in re.findall(r"'([^']+)'|\"([^\"]+)\"", cell)]


# Scopus numbers its authors; Google Scholar cuts the list.
_NO_NAME = re.compile(r" \(\d{6,}\)|,?\s*(?:…|\.\.\.)\s*$")
_FULL_STOP = re.compile(
    r"(?:^|,)\s*[^\s,][^,]*\s[A-Z]{1,4}\.$"
)  # behind PubMed's last name


def names_in(cell: str) -> tuple[Name, ...]:
    """The names of one cell, whichever way they are divided.

    "Smith, J.; Doe, A." · "Smith J, Doe A" · "Smith, J., Doe, A." · "J Smith and A Doe"
    · "Smith, John, Doe, Anna"
    """
    if is_list(cell):
        return split_names(listed(cell))
    cell = _NO_NAME.sub("", cell)
    parts = names_of(cell)
    if parts != [cell]:
        return _names(parts)
    cell = plain_text(cell)
    for divider in ("|", "\n"):
        if divider in cell:
            return _names(cell.split(divider))
    return _names(_divided(cell))


def _names(values: Iterable[str]) -> tuple[Name, ...]:
    names = (
        read_name(value) if value.strip().endswith(",,") else read_person(value)
        for value in values
    )
    return tuple(name for name in names if name.family or name.given)


def _divided(cell: str) -> list[str]:
    """The names of a cell that divides them by commas or "and"."""
    commas = cell.split(",")
    if cell.count(".") == 1 and _FULL_STOP.search(cell):
        # PubMed's names have no comma of their own: "Doe A, Roe BC."
        cell = cell[:-1] if all(" " in part.strip() for part in commas) else cell
    parts = [part.strip() for part in re.split(r",|\band\b|&", cell) if part.strip()]
    if len(parts) > 1 and all(" " in part for part in parts):
        return parts
    inverted = re.findall(
        r"(?:^|(?<=,))[^,]+,\s*(?:[A-Z]\.?[- ]?)+(?=,|$|\s+and\b|\s*&)", cell
    )
    if len(inverted) > 1:
        return [re.sub(r"^(?:and|&)\s+", "", name.strip()) for name in inverted]
    names = re.split(r"\s+(?:and|&)\s+", cell)
    pairs = [part.strip() for part in commas]
    if len(names) == 1 and len(pairs) > 3 and len(pairs) % 2 == 0:
        return [", ".join(pairs[at : at + 2]) for at in range(0, len(pairs), 2)]
    return names
