"""A pasted table of claims: which column is what, and which claim a row is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.models import Claim
from claims.words import Asserts, ClaimKind
from core.numbers import whole_number
from studies.tables.clipboard import Grid, NoTable
from texts.words import Words

CLAIM = "claim"
_HEADS: tuple[tuple[str, str], ...] = (
    (
        CLAIM,
        r"claims?|(?:claim )?(?:id|no\.?|numbers?|#|address|url)|statements?|texts?",
    ),
    ("kind", r"kind|type(?: of claim)?"),
    ("population", r"p|populations?|patients?|people|participants?|who"),
    (
        "intervention",
        r"[ie]|interventions?|exposures?|treatments?|factors?|(?:index )?tests?",
    ),
    (
        "comparator",
        r"c|comparators?|comparisons?|compared with|controls?|reference standard",
    ),
    ("outcome", r"o|outcomes?|conditions?|end ?points?"),
    ("asserts", r"asserts|says|directions?|effects?|the claim says.*"),
    ("time_frame", r"t|times?|time ?(?:frames?|points?)|follow-?up"),
    ("topics", r"topics?|tags?|filed under"),
    ("part_of", r"parts? of|wholes?|compound claims?"),
)
_NAMED = tuple((name, re.compile(words, re.I)) for name, words in _HEADS)
_NUMBER = re.compile(r"(?:.*/claims/|#|claim )?(?P<number>[0-9]{1,18})/?", re.I)
_WORDS: dict[str, type[Words]] = {"kind": ClaimKind, "asserts": Asserts}
EXPECTED = (
    "Expected was a row of heads over the others: Claim (its number, address or words) "
    "and any of Population, Intervention, Comparator, Outcome, Says, Time frame, "
    "Topics, Part of, Kind; or P, I, C, O, T."
)


@dataclass(frozen=True)
class Column:
    """A column as its head has it, and what of a claim it holds; empty: not read."""

    printed: str
    field: str = ""

    @property
    def words(self) -> str:
        """What it holds, as "time frame"."""
        return self.field.replace("_", " ")


@dataclass
class ReadRow:
    """A row of a pasted table: the claim it is of, and what it says of it.

    ``said`` are the fields that the row fills in. Without a claim ``problem`` says why.
    """

    number: int
    printed: str
    said: dict[str, str] = field(default_factory=dict)
    claim: Claim | None = None
    problem: str = ""


@dataclass
class Read:
    """A pasted table of claims as it was read."""

    columns: list[Column]
    rows: list[ReadRow]

    @property
    def left_out(self) -> list[str]:
        """The heads of columns that are nothing of a claim, or another's again."""
        return [
            each.printed or "an empty head" for each in self.columns if not each.field
        ]


def read_claims(grid: Grid) -> Read:
    """The rows of a table of claims, each with its claim found (two queries).

    An empty cell says nothing: what stands, stays. Raises NoTable where no column
    names claims, or none says anything of them.
    """
    head, *body = grid.rows
    columns = list(_columns(head))
    fields = {each.field for each in columns} - {""}
    if CLAIM not in fields or len(fields) < 2:
        raise NoTable(EXPECTED)
    rows = [_row(number, cells, columns) for number, cells in enumerate(body, 1)]
    rows = [row for row in rows if row.printed or row.said]
    _find(rows)
    return Read(columns, rows)


def _columns(head: Sequence[str]) -> Iterator[Column]:
    taken = set[str]()
    for printed in head:
        words = printed.strip(" :*?")
        found = (name for name, named in _NAMED if named.fullmatch(words))
        name = next((each for each in found if each not in taken), "")
        taken.add(name)
        yield Column(printed, name)


def _row(number: int, cells: Sequence[str], columns: Sequence[Column]) -> ReadRow:
    row = ReadRow(number, "")
    for text, column in zip(cells, columns, strict=True):
        if column.field == CLAIM:
            row.printed = text
        elif column.field and text:
            row.said[column.field] = _value(column.field, text)
    return row


def _value(name: str, text: str) -> str:
    """What a form takes for a text: of a choice its value, by that or by its words."""
    for word in _WORDS.get(name, ()):
        if text.casefold() in (str(word), word.label.casefold()):
            return str(word)
    return text


# --- the claims ---


def _find(rows: Sequence[ReadRow]) -> None:
    """Give each row its claim, by number or address, else by its words."""
    numbers = {row.number: _number_in(row.printed) for row in rows}
    wanted = [number for number in numbers.values() if number]
    by_number = Claim.objects.current().in_bulk(wanted)
    texts = [row.printed for row in rows if not numbers[row.number] and row.printed]
    by_words: dict[str, list[Claim]] = {}
    for claim in Claim.objects.current().filter(text__in=texts):
        by_words.setdefault(claim.text, []).append(claim)
    seen = set[int]()
    for row in rows:
        number = numbers[row.number]
        found = by_words.get(row.printed, [])
        row.claim = by_number.get(number) if number else next(iter(found), None)
        if not row.printed:
            row.problem = "It names no claim."
        elif row.claim is None or len(found) > 1:
            row.claim, many = None, len(found) > 1
            row.problem = (
                "Several claims here have these words: give the number of one."
                if many
                else "No claim here has this number or these words."
            )
        elif row.claim.pk in seen:
            row.claim, row.problem = None, "An earlier row is of the same claim."
        else:
            seen.add(row.claim.pk)


def _number_in(text: str) -> int | None:
    found = _NUMBER.fullmatch(text)
    return whole_number(found["number"]) if found else None
