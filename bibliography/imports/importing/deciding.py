"""What becomes of one record: created, matched, or asked about.

Identifier and title agree: matched. The identifier agrees but the title is another
work's, or title, year and first author are near without one: a person is asked.
Chapters of a book share its DOI and stay apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bibliography.imports.importing.known import Incoming, Known, Store
from bibliography.matching import Same, same_work
from bibliography.matching.titles import one_letter_note
from bibliography.models import Identifier, ImportRecord
from bibliography.records import RecordType
from bibliography.references.actions import unsaid_of

Became = ImportRecord.Became
_WHY_ASKED = {
    Same.ASK: "The identifier is the same; the title is another work’s.",
    Same.CANDIDATE: "Title, year and first author are near.",
}
_ONE_LETTER = {
    Same.ASK: "The identifier is the same; one letter of the title differs.",
    Same.CANDIDATE: "Title, year and first author are near; one letter differs.",
}
_PLACED = "Title, year, first author, volume and first page agree."
_AUTHOR_ONLY = "It names an author and nothing else: which work it is, it does not say."
_ALIKE = "It says the same in every field, and neither states a title."


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a record, and why."""

    became: str
    why: str = ""
    known: Known | None = None
    candidates: tuple[dict[str, Any], ...] = ()
    warnings: list[str] = field(default_factory=list)


def decide(record: Incoming, store: Store) -> Decision:
    """What becomes of a record, as far as it and the store say."""
    nearest: dict[Same, list[Known]] = {}
    for known in store.candidates(record):
        if says_the_same(record, known):
            return _matched(record, known, "It says the same in every field.", store)
        nearest.setdefault(_same(record, known), []).append(known)
    same = nearest.get(Same.SAME, [])
    if len(same) == 1:
        shared = _schemes(record, same[0])
        why = (
            f"{shared[:1].upper()}{shared[1:]} and title agree." if shared else _PLACED
        )
        if shared and not (record.record.title and same[0].record.title):
            why = f"{shared} agrees; one of the two states no title."
        return _matched(record, same[0], why, store)
    if same:
        why = "Its identifiers and title agree with several references."
        return _asked([(known, why) for known in same])
    near = [
        (known, _why_asked(kind, record, known))
        for kind in (Same.ASK, Same.CANDIDATE)
        for known in nearest.get(kind, [])
    ]
    if near:
        return _asked(near)
    if _names_an_author_alone(record):
        return Decision(Became.ASKED, _AUTHOR_ONLY)
    return Decision(Became.CREATED)


def _names_an_author_alone(record: Incoming) -> bool:
    """Whether nothing of a record leads to one work of its author's."""
    said = record.record
    leading = (said.title, said.url, said.year, said.journal, record.of_documents)
    return not any(leading)


def says_the_same(record: Incoming, known: Known) -> bool:
    """Whether a reference holds exactly what a record says, and no less is known.

    A title alone is too little, and so is all the rest beside another identifier.
    """
    if record.fields["title_key"] != known.fields["title_key"] or not record.key:
        return False
    if not (record.fields["year"] or record.fields["first_author"]):
        return False
    return _holds_all(record, known)


def _holds_all(record: Incoming, known: Known) -> bool:
    # An address is a column, too; older references have it there alone.
    own = {(scheme, value) for scheme, value, _ in record.named if scheme != "url"}
    return own <= known.identifiers and record.fields == known.fields


def _same(record: Incoming, known: Known) -> Same:
    """``same_work``, and for books also their ISBN.

    Without any title, records that say the same are asked about: a surname and a year
    never decide.
    """
    found = same_work(record.record, known.record)
    if found is Same.OTHER and not record.key and _holds_all(record, known):
        return Same.CANDIDATE
    books = record.record.type == known.record.type == RecordType.BOOK
    if found is Same.CANDIDATE and books and "isbn" in _shared(record, known):
        return Same.SAME
    return found


def _shared(record: Incoming, known: Known) -> list[str]:
    return [pair[0] for pair in record.of_documents if pair in known.identifiers]


def _schemes(record: Incoming, known: Known) -> str:
    labels = [Identifier.Scheme(each).label for each in _shared(record, known)]
    named = ", ".join(dict.fromkeys(labels))
    return named[:1].upper() + named[1:]


def _matched(record: Incoming, known: Known, why: str, store: Store) -> Decision:
    warnings = others(record, store, known.id)
    if known.withdrawn:
        warnings.append(f"Reference {known.id} was withdrawn.")
    return Decision(Became.MATCHED, why, known, warnings=warnings)


def _why_asked(kind: Same, record: Incoming, known: Known) -> str:
    """The reason a record asks for, by which questions are answered together."""
    if not record.key:
        return _ALIKE
    letter = one_letter_note(record.record.title, known.record.title)
    return (_ONE_LETTER if letter else _WHY_ASKED)[kind]


def _asked(candidates: Sequence[tuple[Known, str]]) -> Decision:
    named = tuple({"reference": known.id, "why": why} for known, why in candidates)
    return Decision(Became.ASKED, named[0]["why"], candidates=named)


def others(record: Incoming, store: Store, id: int | None = None) -> list[str]:
    """A warning for each identifier that another reference is known by."""
    said = []
    for scheme, value in record.of_documents:
        owner = store.owner.get((scheme, value), id)
        if owner != id:
            label = Identifier.Scheme(scheme).label
            said.append(f"{label} {value} is accepted for reference {owner}.")
    return said


def lacking(record: Incoming, known: Known, store: Store) -> dict[str, Any]:
    """What a record says that its reference does not: fields, and identifiers."""
    fields = unsaid_of(known.fields, record.fields)
    fields.pop("title_key", None)
    identifiers = [
        list(pair)
        for pair in record.of_documents
        if pair not in known.identifiers and pair not in store.owner
    ]
    return {**fields, **({"identifiers": identifiers} if identifiers else {})}
