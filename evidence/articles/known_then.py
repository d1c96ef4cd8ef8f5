"""What of a claim's evidence was public when an article was published.

A study was public from the day of its first report with results; where it has none
here, from the day of a review that reported its results. It is no verdict: nobody
judged what was known on that day.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from bibliography.notices.models import retraction_stands
from bibliography.records import NoticeKind
from core.templatetags.footing import counted, day
from core.wording import day_words
from evidence.facts.declared import ItemFacts, PooledLine, StudyFacts
from evidence.facts.picking import Asked
from evidence.facts.pooling import pooled
from evidence.judged import ELEMENTS, noted
from evidence.words import Bearing, Directness
from studies.designs import UNRATED
from studies.words import Provenance
from texts.dates import PartialDate
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "articles.known_then",
        "What was known by an article’s day are the results whose first report, "
        "or a review of them, was public by then; a day that is only a year can’t"
        " tell.",
        RuleEffect.DECIDES,
        "Footing",
    ),
)


@dataclass(frozen=True)
class Published:
    """The dates of studies' reports with results, and of what compiled results.

    None stands for a report whose date is not stated.
    """

    of_study: Mapping[int, Collection[PartialDate | None]] = field(default_factory=dict)
    of_reference: Mapping[int, PartialDate | None] = field(default_factory=dict)


@dataclass(frozen=True)
class StudyThen:
    """A study, whether it was public by then (None: can't tell), and how we know."""

    study: StudyFacts
    was_public: bool | None
    words: str


@dataclass(frozen=True)
class RetractedStudy:
    """A retracted study, and whether it was by then (None: can't tell)."""

    study: StudyFacts
    was_by_then: bool | None
    day_words: str


@dataclass(frozen=True)
class KnownThen:
    """The studies that count for a claim, seen from the day of an article."""

    studies: tuple[StudyThen, ...]
    retracted: tuple[RetractedStudy, ...]
    lines: tuple[PooledLine, ...]

    @property
    def counts_words(self) -> str:
        """As "2 studies by then, 1 after, 2 can’t tell"."""
        by, after, unclear = (len(self._who(was)) for was in (True, False, None))
        studies = counted(by, "study,studies")
        return f"{studies} by then, {after} after, {unclear} can’t tell"

    @property
    def retracted_words(self) -> tuple[str, ...]:
        """As "1 of them has been retracted since: Example 2014 (3 Mar 2018)"."""
        return tuple(
            f"{len(rows)} of them {one if len(rows) == 1 else many}: "
            + ", ".join(f"{row.study.label} ({row.day_words})" for row in rows)
            for was, (one, many) in _RETRACTED.items()
            if (rows := [row for row in self.retracted if row.was_by_then is was])
        )

    @property
    def parts(self) -> tuple[tuple[str, list[StudyThen]], ...]:
        """The studies by when they were public, each part with its heading."""
        found = ((words, self._who(was)) for was, words in _PARTS.items())
        return tuple((words, rows) for words, rows in found if rows)

    def _who(self, was_public: bool | None) -> list[StudyThen]:
        return [row for row in self.studies if row.was_public is was_public]


_PARTS = {True: "By then", False: "After", None: "Can’t tell"}
_RETRACTED = {
    False: ("has been retracted since", "have been retracted since"),
    True: ("had been retracted by then", "had been retracted by then"),
    None: (
        "is retracted, whether by then can’t be told",
        "are retracted, whether by then can’t be told",
    ),
}


def known_then(
    items: Iterable[ItemFacts],
    then: PartialDate,
    published: Published,
    *,
    rated: bool,
    asked: Asked,
) -> KnownThen:
    """Sort the studies that count for a claim by whether they were public by ``then``.

    ``rated`` says that the claim is judged by how sure results in people let us be;
    ``asked`` is what it asks for. Lines are pooled from those that surely were
    public, where two or more of them can be.
    """
    counting = [item for item in items if counts(item, rated=rated)]
    by_study = groupby(sorted(counting, key=_study_order), key=_study_order)
    studies = tuple(_study_then(list(rows), then, published) for _, rows in by_study)
    public = {row.study.id for row in studies if row.was_public}
    earlier = [item for item in counting if item.study.id in public]
    return KnownThen(
        studies,
        tuple(_retracted(row.study, then) for row in studies if row.study.is_retracted),
        tuple(
            line for line in pooled(earlier, asked).lines if line.estimate is not None
        ),
    )


def counts(item: ItemFacts, *, rated: bool) -> bool:
    """Whether a result counts for the claim, or did until its study was retracted."""
    if item.decision != "included" or item.study is None or item.result is None:
        return False
    matches = {getattr(item.directness, name) for name in ELEMENTS}
    return (
        item.result.provenance in Provenance.at_source()
        and not item.result.withdrawn
        and not item.result.unanswered
        and item.bearing != Bearing.DOES_NOT_ADDRESS
        and Directness.OTHER not in matches
        and not (rated and item.study.design in UNRATED)
    )


def _study_order(item: ItemFacts) -> tuple[int, str, int]:
    return item.study.year or 0, item.study.label, item.study.id


def _study_then(
    items: list[ItemFacts], then: PartialDate, published: Published
) -> StudyThen:
    """Whether a study was public, by its own reports, else by what compiled it."""
    study = items[0].study
    own = published.of_study.get(study.id, ())
    compiled = [
        published.of_reference.get(source.id)
        for item in items
        if (source := item.result.compiled_from)
    ]
    was = _was_public(own, then)
    if was is not True and _was_public(compiled, then):
        return StudyThen(study, True, f"reported by a review of {_earliest(compiled)}")
    if not own:
        return StudyThen(study, None, _without_report(compiled))
    stated = _earliest(own)
    if was is not None:
        return StudyThen(study, was, f"published {stated}")
    if None in own:
        return StudyThen(study, None, "the date of a report is not stated")
    return StudyThen(study, None, f"published {stated}, too near to tell")


def _was_public(
    dates: Collection[PartialDate | None], then: PartialDate
) -> bool | None:
    """Whether the first of some dates is by then; one not stated may be the first."""
    answers = [each.was_by(then) if each else None for each in dates]
    if True in answers:
        return True
    return None if None in answers or not answers else False


def _earliest(dates: Iterable[PartialDate | None]) -> str:
    stated = [each for each in dates if each]
    return day(str(min(stated, key=lambda each: each.first))) if stated else ""


def _without_report(compiled: Collection[PartialDate | None]) -> str:
    if not compiled:
        return "no report of it is known here"
    when = _earliest(compiled)
    return f"known here only from a review{f' of {when}' if when else ''}"


def _retracted(study: StudyFacts, then: PartialDate) -> RetractedStudy:
    on = _retracted_on(study)
    if on is None:
        return RetractedStudy(study, None, "day not stated")
    was = PartialDate(on.year, on.month, on.day).was_by(then)
    return RetractedStudy(study, was, day_words(on))


def _retracted_on(study: StudyFacts) -> date | None:
    """The day of the first retraction of its main report that stands."""
    notices = list(noted(each for each in study.notices if each.main_report))
    undone = [each for each in notices if each.kind == NoticeKind.REINSTATEMENT]
    days = [
        each.dated
        for each in notices
        if each.kind == NoticeKind.RETRACTION
        and each.dated
        and retraction_stands([each, *undone])
    ]
    return min(days, default=None)
