"""Storing what became of some records: references, identifiers, and the records."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bibliography.imports.importing.deciding import (
    Became,
    Decision,
    decide,
    lacking,
    others,
)
from bibliography.imports.importing.known import (
    COLUMNS,
    MOST,
    Incoming,
    Known,
    Store,
    incoming,
)
from bibliography.models import Identifier, ImportRecord, Reference
from bibliography.records import (
    NoticeFound,
    Problem,
    Record,
    RecordType,
    names_document,
)
from core.copying import copy_rows, reserve_ids
from core.models import ShortForm

REFERENCE = (*COLUMNS, "id", "revision", "sample", "withdrawn_reason")
IDENTIFIER = ("id", "reference", "scheme", "value", "raw", "accepted", "revision")
IMPORT_RECORD = (
    "batch",
    "number",
    "raw",
    "became",
    "why",
    "warnings",
    "said",
    "reference",
    "candidates",
    "made",
)
CROWDED = (
    f"More than {MOST} references share its first author and year, its title or an"
    " identifier: only those with the nearest titles were compared."
)
DECIDED = "A person decided so when the same file came in before."
Read = tuple[int, Record | Problem]  # with its place in the file, from 1


class Writer:
    """Decides on some records of one import and collects the rows they make."""

    def __init__(
        self,
        batch_id: int,
        read: Sequence[Read],
        decided: Mapping[int, int | None] | None = None,
    ) -> None:
        """``decided`` says of some places what a person said of the record before.

        The reference that it was joined to, or None where it was left out.
        """
        self.batch_id = batch_id
        self._decided = decided or {}
        self.ready = [
            (number, each if isinstance(each, Problem) else incoming(each))
            for number, each in read
        ]
        records = [each for _, each in self.ready if isinstance(each, Incoming)]
        self.store = Store(records)
        self.counts: Counter[str] = Counter()
        self._references: list[tuple] = []
        self._abstracts: dict[int, str] = {}  # by reference
        self._identifiers: list[tuple] = []
        self._records: list[tuple] = []
        self.notices: list[tuple[int, NoticeFound]] = []  # by reference
        self._ids = iter(reserve_ids(Reference, len(records)))
        count = sum(len(each.named) for each in records)
        self._identifier_ids = iter(reserve_ids(Identifier, count))
        self._of_books = _dois_of_several_chapters(records)

    def write(self) -> Counter[str]:
        """Store it all; the counts of what became of the records."""
        for number, each in self.ready:
            if isinstance(each, Problem):
                self._reject(number, each)
            else:
                self._take(number, each, self._decision(number, each))
        copy_rows(Reference, REFERENCE, self._references)
        copy_rows(Identifier, IDENTIFIER, self._identifiers)
        self._read_short_forms()
        copy_rows(ImportRecord, IMPORT_RECORD, self._records)
        return self.counts

    def _decision(self, number: int, record: Incoming) -> Decision:
        """What becomes of a record; a person's earlier word on it stands."""
        if number not in self._decided:
            return decide(record, self.store)
        reference = self._decided[number]
        if reference is None:
            candidates = decide(record, self.store).candidates
            return Decision(Became.LEFT, DECIDED, candidates=candidates)
        known = self.store.by_id.get(reference)
        if known:
            return Decision(Became.MATCHED, DECIDED, known)
        return decide(record, self.store)

    def _reject(self, number: int, problem: Problem) -> None:
        self.counts["rejected"] += 1
        self._records.append(
            (
                self.batch_id,
                number,
                problem.raw,
                str(Became.REJECTED),
                str(problem),
                [],
                {},
                None,
                [],
                [],
            )
        )

    def _take(self, number: int, record: Incoming, decision: Decision) -> None:
        """Collect the rows of a record that could be read."""
        warnings = [*record.warnings, *decision.warnings]
        made: list[list[Any]] = []
        said: dict[str, Any] = {}
        reference = decision.known.id if decision.known else None
        if decision.became == Became.CREATED:
            warnings += others(record, self.store)
            warnings += [CROWDED] if self.store.is_crowded(record) else []
            reference, made = self.create(record)
        elif decision.known:
            said = lacking(record, decision.known, self.store)
        else:
            said = record.record.as_json()
        if reference is not None:
            self.notices += [(reference, each) for each in record.record.notices]
        self.counts.update(["read", str(decision.became)])
        self.counts["warnings"] += bool(warnings)
        self._records.append(
            (
                self.batch_id,
                number,
                record.record.raw,
                str(decision.became),
                decision.why,
                warnings,
                said,
                reference,
                list(decision.candidates),
                made,
            )
        )

    def create(self, record: Incoming) -> tuple[int, list[list[Any]]]:
        """Collect a new reference with its identifiers; its id, and all it makes."""
        id = next(self._ids)
        made: list[list[Any]] = [["reference", id]]
        self._references.append((*record.fields.values(), id, 1, False, ""))
        self._abstracts[id] = record.record.abstract
        owned = []
        for scheme, value, raw in record.named:
            accepted = self._is_its_own(record, scheme, value)
            if accepted:
                owned.append((scheme, value))
            identifier = next(self._identifier_ids)
            made.append(["identifier", identifier])
            self._identifiers.append((identifier, id, scheme, value, raw, accepted, 1))
        named = {(scheme, value) for scheme, value, _ in record.named}
        self.store.add(Known(id, record.fields, named), owned)
        return id, made

    def _is_its_own(self, record: Incoming, scheme: str, value: str) -> bool:
        """Whether an identifier is the document's own, and no other reference has it.

        A DOI that several chapters carry is their book's.
        """
        pair, type = (scheme, value), record.record.type
        of_book = type == RecordType.CHAPTER and pair in self._of_books
        taken = of_book or pair in self.store.owner
        return names_document(scheme, type) and not taken

    def write_created(self) -> None:
        """Store the references that were created, without records of an import."""
        copy_rows(Reference, REFERENCE, self._references)
        copy_rows(Identifier, IDENTIFIER, self._identifiers)
        self._read_short_forms()

    def _read_short_forms(self) -> None:
        """Keep what the abstracts explain, for searching."""
        ShortForm.objects.read_in("reference", self._abstracts)


def _dois_of_several_chapters(records: Sequence[Incoming]) -> set[tuple[str, str]]:
    """The DOIs that more than one of the chapters carry: they are their books'."""
    titles: dict[tuple[str, str], set[str]] = {}
    for record in records:
        if record.record.type == RecordType.CHAPTER:
            for scheme, value, _ in record.named:
                titles.setdefault((scheme, value), set()).add(record.key)
    return {pair for pair, keys in titles.items() if len(keys) > 1}
