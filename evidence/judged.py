"""What claims are judged by, as rows: a grade, a base, its items, their notices."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Protocol

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from articles.models import CitedWork
from bibliography.models import Notice
from bibliography.notices.models import Noted, retraction_stands
from bibliography.stored_texts.models import read_kept_texts
from claims.models import Claim
from core.kept_sql import Ids, KeptRows
from evidence.method import Rated, group_of
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    EvidenceItem,
    Grade,
)
from evidence.words import OwnReport
from studies.appraisals.agreed import Agreed, agreed_appraisals
from studies.designs import DesignGroup
from studies.effects import COMPARING
from studies.models import Report, Result, name_of
from studies.results.compared import sides_of
from studies.words import Contrast

ELEMENTS = ("population", "intervention", "comparator", "outcome")
_IN_ORDER = Case(
    When(decision="included", then=Value(0)),
    When(decision="awaiting", then=Value(1)),
    default=Value(2),
)
_RECORD = ("title", "year", "first_author")


def own_report_of(study: str) -> Case:
    """Whether a report of a study is on file, else whether one was looked for.

    ``study`` is the way from a row to its study; only cited works are looked for.
    """
    works = CitedWork.objects.filter(study=OuterRef(study), checked_at__isnull=False)
    on_file = Exists(Report.objects.filter(study=OuterRef(study)))
    return Case(
        When(on_file, then=Value(str(OwnReport.ON_FILE))),
        When(Exists(works), then=Value(str(OwnReport.NONE_CONFIRMED))),
        default=Value(str(OwnReport.NOT_LOOKED_FOR)),
    )


_PLANS = Report.objects.filter(
    study=OuterRef("result__study"),
    role__in=(Report.Role.PROTOCOL, Report.Role.REGISTRATION),
)
# What is read of each row; the rest, an article's bytes too, stays behind. Of a result
# nearly all is wanted: all of it is loaded quicker than all but a little.
_READ = {
    "": (
        *(
            "base",
            "revision",
            "decision",
            "reason",
            "reason_words",
            "bearing",
            "bearing_why",
        ),
        *(f"{name}_match" for name in ELEMENTS),
    ),
    "result__": tuple(column.name for column in Result._meta.concrete_fields),
    "result__study__": (
        *("label", "title", "year", "design", "design_words", "allocation"),
        *("consecutive", "status", "sample_size", "sample", "population"),
        *("intervention", "comparator", "registration", "funding"),
    ),
    "result__outcome__": ("name", "unit", "better", "importance", "complement_of"),
    "result__outcome__complement_of__": ("name",),
    "result__arm_1__": ("name",),
    "result__arm_2__": ("name",),
    "result__compiled_from__": _RECORD,
    "result__entered_by__": ("display_name",),
    "result__checked_by__": ("display_name",),
    "result__disputed_by__": ("display_name",),
    "result__second_hand_source__": ("quote", "version__article__title"),
    "passage__": (
        *("quote", "place", "read_on", "jurisdiction"),
        *("withdrawn_at", "withdrawn_reason"),
    ),
    "passage__reference__": (*_RECORD, "type", "publisher", "abstract"),
}
_ITEMS = (  # slow to build: once
    EvidenceItem.objects.select_related(
        "result__study",
        "result__outcome__complement_of",
        "result__arm_1",
        "result__arm_2",
        "result__compiled_from",
        "result__entered_by",
        "result__checked_by",
        "result__disputed_by",
        "result__second_hand_source__version__article",
        "passage__reference",
    )
    .annotate(
        own_report=own_report_of("result__study"),
        study_name=name_of("result__study"),
        has_plan=Exists(_PLANS),
    )
    .only(*(f"{path}{name}" for path, names in _READ.items() for name in names))
    .order_by(_IN_ORDER, "result__study__year", "result__study__label", "id")
)
_GRADES = (  # slow to build: once
    Grade.objects.filter(
        Q(is_consensus=True) | Q(round__wanted=1), submitted_at__isnull=False
    )
    .select_related("round__base__review", "round__base__frozen_by", "reviewer")
    .annotate(
        judges=ArraySubquery(
            ClaimAssignment.objects.standing()
            .filter(round=OuterRef("round"))
            .order_by("id")
            .values("reviewer__display_name")
        )
    )
)


@dataclass(frozen=True)
class Notices:
    """Standing notices, oldest first: by study (on any of its reports), by reference.

    Those of a study carry the ``role`` of the report they are on.
    """

    of_study: dict[int, list[Notice]]
    of_reference: dict[int, list[Notice]]


@dataclass(frozen=True)
class Items:
    """The candidates of some bases, as read by grades, and what stands on them.

    The agreed appraisals of their results and studies are read where they are asked
    for (one query).
    """

    of_base: dict[int, list[EvidenceItem]]
    notices: Notices

    @cached_property
    def _by_subject(self) -> dict[tuple[int, int | None], list[Agreed]]:
        found: dict[tuple[int, int | None], list[Agreed]] = {}
        for one in _appraised(row for rows in self.of_base.values() for row in rows):
            found.setdefault((one.study, one.result), []).append(one)
        return found

    def appraisals_of(self, result: Result) -> list[Agreed]:
        """The agreed appraisals of a result, and those of its study as a whole."""
        study, of = result.study_id, self._by_subject
        return [*of.get((study, result.pk), []), *of.get((study, None), [])]


@dataclass(frozen=True)
class Judged:
    """What some claims are judged by: grades and bases by claim, items by base.

    ``newer`` are the grades of newer verdicts that stand under published ones.
    """

    grades: dict[int, Grade]
    bases: dict[int, EvidenceBase]
    items: Items
    newer: dict[int, Grade] = field(default_factory=dict)

    def items_of(self, claim: int) -> list[EvidenceItem]:
        """The candidates a claim is judged by, included ones first."""
        base = self.bases.get(claim)
        return self.items.of_base[base.pk] if base else []


def judged_by(claims: Mapping[int, Claim]) -> Judged:
    """What claims' verdicts were judged by (at most five queries).

    That is the base the verdict's grade was given on; of a verdict by rule the base
    whose freezing gave it; of a claim that was not judged the newest frozen one.
    """
    since = {
        id: row.as_judged_since() for id, row in claims.items() if row.newer_standing
    }
    found = _grades_at([*_moments(claims), *_moments(since)])
    grades, newer = _of(claims, found), _of(since, found)
    bases = _bases_judged({id: claims[id] for id in claims.keys() - grades.keys()})
    bases |= {claim: grade.round.base for claim, grade in grades.items()}
    return Judged(grades, bases, _items(grades, bases), newer)


def to_judge(claims: Mapping[int, Claim]) -> Judged:
    """What claims would be judged by now: their newest frozen base.

    A grade's readings count only where it was given on that base.
    """
    bases = current_bases(claims.keys())
    grades = {
        claim: grade
        for claim, grade in current_grades(claims).items()
        if claim in bases and grade.round.base_id == bases[claim].pk
    }
    return Judged(grades, bases, _items(grades, bases))


def _items(grades: dict[int, Grade], bases: dict[int, EvidenceBase]) -> Items:
    read = {claim: grade.pk for claim, grade in grades.items()}
    return items_of({base.pk: read.get(claim) for claim, base in bases.items()})


Moment = tuple[int, datetime]  # a claim, and when it was judged


def current_grades(claims: Mapping[int, Claim]) -> dict[int, Grade]:
    """The grade each claim's verdict rests on, by claim (one query).

    It was handed in at the moment the verdict was given: a consensus, or the grade of
    a round's only reviewer, for of several no single one speaks for the claim. What
    follows by rule has none.
    """
    return _of(claims, _grades_at(_moments(claims)))


def _moments(claims: Mapping[int, Claim]) -> Iterator[Moment]:
    """When those of some claims were judged that a grade may speak for."""
    for id, claim in claims.items():
        if claim.judged_at and not claim.given.by_rule:
            yield id, claim.judged_at


def _grades_at(moments: Iterable[Moment]) -> dict[Moment, Grade]:
    by_claim = list(moments)
    rows = _GRADES.filter(
        round__claim__in={claim for claim, _ in by_claim},
        submitted_at__in={moment for _, moment in by_claim},
    )
    found = rows if by_claim else ()
    return {(row.round.claim_id, row.submitted_at): row for row in found}


def _of(
    claims: Mapping[int, Claim], grades: Mapping[Moment, Grade]
) -> dict[int, Grade]:
    moments = (moment for moment in _moments(claims) if moment in grades)
    return {moment[0]: grades[moment] for moment in moments}


def current_base(claim: Claim) -> EvidenceBase | None:
    """Its newest frozen base."""
    return current_bases([claim.pk]).get(claim.pk)


def base_to_grade(claim: Claim) -> EvidenceBase | None:
    """The base of the round that waits, which it has then, else its newest frozen one.

    The round is ``waiting`` on it; ``by_several`` says whether several graded it.
    """
    return next(iter(bases_to_grade.rows(claims=[claim.pk])), None)


@KeptRows
def bases_to_grade(claims: Ids) -> QuerySet[EvidenceBase]:
    """Of some claims' frozen bases the first to grade, with the round that waits."""
    waiting = FilteredRelation("rounds", condition=Q(rounds__opened_at=None))
    rows = _frozen(claims).annotate(waiting=waiting).select_related("waiting")
    several = ClaimRound.objects.filter(base=OuterRef("pk"), wanted__gt=1).opened()
    rows = rows.annotate(by_several=Exists(several))
    return rows.order_by(F("waiting__id").asc(nulls_last=True), "-number")[:1]


def current_bases(claims: Collection[int]) -> dict[int, EvidenceBase]:
    """Each claim's newest frozen base, by claim (one query, none for no claims)."""
    rows = newest_bases.rows(claims=claims) if claims else ()
    return {row.claim_id: row for row in rows}


@KeptRows
def newest_bases(claims: Ids) -> QuerySet[EvidenceBase]:
    """Each claim's newest frozen base."""
    return _frozen(claims).order_by("claim_id", "-number").distinct("claim_id")


def _bases_judged(claims: Mapping[int, Claim]) -> dict[int, EvidenceBase]:
    """The base whose freezing gave each claim's verdict; the newest where none did."""
    found: dict[int, EvidenceBase] = {}
    for row in _frozen(claims.keys()).order_by("-number") if claims else ():
        gave_it = row.frozen_at == claims[row.claim_id].judged_at
        if gave_it or row.claim_id not in found:
            found[row.claim_id] = row
    return found


def _frozen(claims: Ids) -> QuerySet[EvidenceBase]:
    rows = EvidenceBase.objects.filter(claim__any_of=claims).frozen()
    return rows.select_related("review", "frozen_by")


def items_of(graded: Mapping[int, int | None]) -> Items:
    """The candidates of each base, as the grade given for it reads them, by base.

    ``confirmed`` and ``confirmed_…`` are what the grade read. Two queries for all
    bases, none for no bases.
    """
    found: dict[int, list[EvidenceItem]] = {base: [] for base in graded}
    grades = [grade for grade in graded.values() if grade]
    rows = candidates_read.rows(bases=graded.keys(), grades=grades) if graded else []
    for row in rows:
        found[row.base_id].append(row)
        if row.result:
            row.result.study.told_apart = row.study_name
    read_kept_texts(row.passage.reference for row in rows if row.passage)
    return Items(found, _notices_of(rows))


def _appraised(rows: Iterable[EvidenceItem]) -> list[Agreed]:
    results = [row.result for row in rows if row.result_id]
    return agreed_appraisals(
        results=[result.pk for result in results],
        studies={result.study_id for result in results},
    )


@KeptRows
def candidates_read(bases: Ids, grades: Ids) -> QuerySet[EvidenceItem]:
    """The items of some bases, each with what the grade among these read in it.

    A grade reads items of its own base alone, so that the bases do not mix.
    """
    return _ITEMS.filter(base__any_of=bases).annotate(
        read=FilteredRelation("readings", condition=Q(readings__grade__any_of=grades)),
        confirmed=F("read__bearing"),
        **{f"confirmed_{name}": F(f"read__{name}_match") for name in ELEMENTS},
    )


def bearing_of(item: EvidenceItem) -> str:
    """What the item shows: as a grade read it, else as proposed."""
    return item.confirmed or item.bearing


def directness_of(item: EvidenceItem) -> dict[str, str]:
    """How each element fits the claim's: as a grade read it, else as proposed."""
    return {
        name: getattr(item, f"confirmed_{name}") or getattr(item, f"{name}_match")
        for name in ELEMENTS
    }


def rated_of(result: Result) -> Rated:
    """What of a result decides where it starts."""
    study = result.study
    return Rated(
        design=study.design,
        allocation=study.allocation,
        pooled=tuple(result.pooled_designs),
        contrast=_contrast_of(result),
        consecutive=study.consecutive,
    )


def _contrast_of(result: Result) -> str:
    """What a result compares: arms too where it names two, or has numbers of two.

    A number of one group alone is no effect, whatever it is called.
    """
    if result.contrast != Contrast.NOT_STATED:
        return str(result.contrast)
    named = (
        (result.arm_1_id, result.arm_2_id),
        (result.total_1, result.total_2),
        (result.events_1, result.events_2),
        (result.mean_1, result.mean_2),
    )
    arms = (
        any(None not in pair for pair in named)
        or len(sides_of(result.comparison)) > 1
        or result.metric not in COMPARING
    )
    return Contrast.BETWEEN_ARMS if arms else Contrast.NOT_STATED


def designs_of(result: Result) -> DesignGroup | None:
    """The designs a result is graded with; None where GRADE rates nothing of it."""
    return group_of(rated_of(result))


# --- notices, and the rules they decide ---


def _notices_of(rows: Iterable[EvidenceItem]) -> Notices:
    results = [row.result for row in rows if row.result_id]
    passages = [row.passage for row in rows if row.passage_id]
    return notices_on(
        studies={result.study_id for result in results},
        references={
            *(result.compiled_from_id for result in results if result.compiled_from_id),
            *(passage.reference_id for passage in passages),
        },
    )


def notices_on(*, studies: set[int], references: set[int]) -> Notices:
    """The standing notices on studies' reports and on references (one query)."""
    found = Notices({}, {})
    if not (studies or references):
        return found
    for row in standing_notices.rows(studies=studies, references=references):
        if row.study in studies:
            found.of_study.setdefault(row.study, []).append(row)
        named = found.of_reference.setdefault(row.reference_id, [])
        if all(other.pk != row.pk for other in named):
            named.append(row)
    return found


@KeptRows
def standing_notices(studies: Ids, references: Ids) -> QuerySet[Notice]:
    """A row for each notice and each report it is on."""
    on_report = Q(reference__reports__study__any_of=studies)
    return (
        Notice.objects.filter(
            on_report | Q(reference__any_of=references), withdrawn_at=None
        )
        .with_confirmation()
        .annotate(
            study=F("reference__reports__study"), role=F("reference__reports__role")
        )
        .order_by(F("dated").asc(nulls_last=True), "id", "role")
    )


def is_retracted(notices: Iterable[Notice]) -> bool:
    """Whether a study's main report is retracted, and stands so.

    As ``StudyQuerySet.with_retracted`` in SQL: the two change together.
    """
    main = (each for each in notices if each.role == Report.Role.MAIN)
    return retraction_stands(noted(main))


class Dated(Protocol):
    """A notice, as a row or as a fact: its day a date or that date's ISO text."""

    id: int
    kind: str
    dated: date | str | None


def noted(notices: Iterable[Dated]) -> Iterator[Noted]:
    """What of some notices decides whether their publication is retracted."""
    for each in notices:
        dated = each.dated
        if isinstance(dated, str):
            dated = date.fromisoformat(dated)
        is_confirmed = getattr(each, "is_confirmed", True)  # of facts always
        yield Noted(each.id, each.kind, dated or None, is_confirmed)
