"""How records flow from searches to included studies, as PRISMA 2020 counts them.

Records, reports and studies are three units. Records are counted from the imports of
the base's searches and from its screened records; reports are the records taken on;
studies are those that the reports are of.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, F, OuterRef, Q

from bibliography.models import ImportRecord
from evidence.models import (
    EvidenceBase,
    EvidenceItem,
    LiteratureSearch,
)
from evidence.searches.queries import lines_of, unseen_by
from evidence.words import (
    Decision,
    Reason,
    ScreeningDecision,
    ScreeningReason,
    SourceKind,
)

NO_RESULT = "no result of it is entered"
Became = ImportRecord.Became
Counts = tuple[tuple[str, int], ...]  # of something, by its words


@dataclass(frozen=True, kw_only=True)
class Flow:
    """What became of all that the searches of a base found, in PRISMA's steps.

    ``identified`` are records by kind of source. What was removed before screening:
    ``duplicates``, ``unreadable`` and those ``left_at_import``. Neither removed nor in
    the queue yet: ``untold`` (a person says whether they are in the store already) and
    ``unseen`` (their import goes on, or was answered since). ``screened`` wait no more.
    """

    identified: Mapping[str, int] = field(default_factory=dict)
    duplicates: int = 0
    unreadable: int = 0
    left_at_import: int = 0
    untold: int = 0
    unseen: int = 0
    unlisted: int = 0  # screened, and no import holds their record any more
    awaiting: int = 0
    left_out: Counts = ()
    not_obtained: int = 0
    taken_on: int = 0
    reports_left_out: Counts = ()
    reports_undecided: int = 0
    reports_included: int = 0
    studies_included: int = 0
    other_studies: int = 0  # included, and found otherwise than by these searches

    @property
    def records(self) -> int:
        """All records that searches found."""
        return sum(self.identified.values())

    @property
    def removed(self) -> int:
        """Records removed before screening."""
        return self.duplicates + self.unreadable + self.left_at_import

    @property
    def excluded(self) -> int:
        """Records left out by title and abstract."""
        return sum(n for _, n in self.left_out)

    @property
    def screened(self) -> int:
        """Records that somebody decided on."""
        return self.excluded + self.sought

    @property
    def sought(self) -> int:
        """Reports that were to be read."""
        return self.not_obtained + self.taken_on

    @property
    def waiting(self) -> int:
        """Records that keep the base from being frozen."""
        return self.awaiting + self.untold + self.unseen

    @property
    def total_studies(self) -> int:
        """All studies included, however they were found."""
        return self.studies_included + self.other_studies

    def mismatches(self) -> Iterator[str]:
        """The steps whose counts do not add up, as sentences."""
        kept = self.records + self.unlisted - self.removed
        if kept != self.screened + self.waiting:
            yield (
                f"{kept:,} records are left after removal, and {self.screened:,} are "
                f"screened and {self.waiting:,} wait."
            )
        judged = self.reports_included + self.reports_undecided
        judged += sum(n for _, n in self.reports_left_out)
        if judged != self.taken_on:
            yield f"{self.taken_on:,} reports were assessed, and {judged:,} counted."
        if self.studies_included > self.reports_included:
            yield "There are more studies than reports of them."

    def prisma(self) -> "PrismaCounts":
        """The counts by the names that PRISMA's own flow diagram tools read."""
        return PrismaCounts(
            database_results=self.identified.get(SourceKind.DATABASE, 0),
            register_results=self.identified.get(SourceKind.REGISTER, 0),
            other_results=self.identified.get(SourceKind.OTHER, 0),
            duplicates=self.duplicates,
            excluded_other=self.unreadable + self.left_at_import,
            records_screened=self.screened,
            records_excluded=self.excluded,
            dbr_sought_reports=self.sought,
            dbr_notretrieved_reports=self.not_obtained,
            dbr_assessed=self.taken_on,
            dbr_excluded="; ".join(f"{why}, {n}" for why, n in self.reports_left_out),
            new_studies=self.studies_included,
            new_reports=self.reports_included,
            other_studies=self.other_studies,
            total_studies=self.total_studies,
            waiting=self.waiting,
        )


@dataclass(frozen=True, kw_only=True)
class PrismaCounts:
    """PRISMA 2020's counts; ``waiting`` are records not screened yet."""

    database_results: int
    register_results: int
    other_results: int
    duplicates: int
    excluded_other: int
    records_screened: int
    records_excluded: int
    dbr_sought_reports: int
    dbr_notretrieved_reports: int
    dbr_assessed: int
    dbr_excluded: str
    new_studies: int
    new_reports: int
    other_studies: int
    total_studies: int
    waiting: int


def flow_of(base: EvidenceBase, searches: Collection[LiteratureSearch]) -> Flow:
    """What became of the records of all of a base's searches (six queries)."""
    counted, taken_on = _decided(base)
    return Flow(
        **_identified(base, searches, rows=sum(counted.values())),
        **_screened(counted),
        **_assessed(base, taken_on),
    )


def _identified(
    base: EvidenceBase, searches: Collection[LiteratureSearch], *, rows: int
) -> dict[str, object]:
    """The records of the searches' imports, and which of them are one record.

    ``rows`` is how many records the base has.
    """
    became: Counter[str] = Counter()
    identified: Counter[str] = Counter()
    by_batch = _records_by_batch(search.batch_id for search in searches)
    for search in searches:
        for word, n in by_batch.get(search.batch_id, {}).items():
            became[word] += n
            identified[search.kind] += n
    lines = lines_of(searches)
    unseen = unseen_by(base, searches).count() if searches else 0
    unlisted = base.screened_records.exclude(
        Exists(lines.filter(Q(stands_for=OuterRef("reference"))))
        | Exists(lines.filter(reference=OuterRef("reference")))
    )
    lost = unlisted.count() if rows else 0
    referring = sum(became[word] for word in (Became.CREATED, Became.MATCHED))
    referring += became[Became.KEPT]
    return {
        "identified": dict(identified),
        "duplicates": referring - unseen - (rows - lost),
        "unreadable": became[Became.REJECTED],
        "left_at_import": became[Became.LEFT] + became[Became.REMOVED],
        "untold": became[Became.ASKED],
        "unseen": unseen,
        "unlisted": lost,
    }


def _records_by_batch(batches: Iterable[int | None]) -> dict[int, dict[str, int]]:
    rows = ImportRecord.objects.filter(batch__in=[id for id in batches if id])
    counted = rows.order_by().values_list("batch", "became").annotate(n=Count("pk"))
    found: dict[int, dict[str, int]] = {}
    for batch, became, n in counted:
        found.setdefault(batch, {})[became] = n
    return found


def _decided(base: EvidenceBase) -> tuple[dict[tuple[str, str], int], list[int]]:
    """How many records have each decision and reason, and whose were taken on.

    The latter are studies, one for each record.
    """
    taken_on = Q(decision=ScreeningDecision.TAKEN_ON)
    rows = base.screened_records.order_by().values_list("decision", "reason")
    counted, studies = {}, []
    for decision, why, n, found in rows.annotate(
        n=Count("pk"), studies=ArrayAgg("study", filter=taken_on, default=[])
    ):
        counted[decision, why] = n
        studies += found
    return counted, studies


def _screened(counted: dict[tuple[str, str], int]) -> dict[str, object]:
    """The records by what was decided on them."""
    left = {
        why: counted.get((ScreeningDecision.LEFT_OUT, why), 0)
        for why in ScreeningReason
        if why
    }
    return {
        "awaiting": counted.get((ScreeningDecision.AWAITING, ""), 0),
        "not_obtained": left.pop(ScreeningReason.NOT_OBTAINED),
        "left_out": tuple((why.label, n) for why, n in left.items() if n),
        "taken_on": counted.get((ScreeningDecision.TAKEN_ON, ""), 0),
    }


def _assessed(base: EvidenceBase, studies: Collection[int]) -> dict[str, object]:
    """The reports by whether a result of their study counts for the base.

    ``studies`` are those of the records that were taken on. One reason a report: that
    of the first candidate that was left out.
    """
    decided = _decided_by_study(base)
    why: Counter[str] = Counter()
    undecided = included = 0
    for study in studies:
        match decided.get(study):
            case (Decision.INCLUDED, _):
                included += 1
            case (Decision.EXCLUDED, reason):
                why[Reason(reason).label] += 1
            case _:
                undecided += 1
    counting = {id for id, (how, _) in decided.items() if how == Decision.INCLUDED}
    screened = counting & set(studies)
    return {
        "reports_left_out": tuple(sorted(why.items())),
        "reports_undecided": undecided,
        "reports_included": included,
        "studies_included": len(screened),
        "other_studies": len(counting) - len(screened),
    }


_FIRST = (Decision.INCLUDED, Decision.AWAITING, Decision.EXCLUDED)


def _decided_by_study(base: EvidenceBase) -> dict[int, tuple[str, str]]:
    """What was decided on each study's candidates: included before to decide."""
    items = EvidenceItem.objects.filter(base=base, result__isnull=False).order_by("pk")
    found: dict[int, tuple[str, str]] = {}
    for study, decision, reason in items.values_list(
        F("result__study"), "decision", "reason"
    ):
        held = found.get(study)
        if held is None or _FIRST.index(decision) < _FIRST.index(held[0]):
            found[study] = decision, reason
    return found
