"""What a person decided, the newest first, and where each can still be changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Case, F, Q, QuerySet, When
from django.urls import reverse

from accounts.models import User
from articles.models import (
    CitationSupport,
    CitedWork,
    MentionJudgement,
    WordingCheck,
)
from core.joined_lists import mixed_page
from core.pager import SIZE, Page
from evidence.method import RATED
from evidence.models import Grade, ScreenedRecord
from evidence.queue.words import Task
from studies.appraisals.catalogue import in_words, instrument_of
from studies.figures import result_in_words
from studies.models import Appraisal, Result, Study, name_of


@dataclass(frozen=True)
class Decision:
    """One thing decided: what it was about, what was said, and where it stands.

    ``may_change`` says whether it can be taken back or said otherwise there.
    """

    kind: Task
    row: int
    title: str
    said: str
    address: str
    may_change: bool
    at: datetime


class Told(NamedTuple):
    """What is printed of a row: title, what was said, address, whether it changes."""

    title: str
    said: str
    address: str
    may_change: bool = True


@dataclass(frozen=True)
class Kind:
    """One kind of decision: a person's own rows, with their moment as ``decided``."""

    task: Task
    rows: Callable[[User], QuerySet]
    loaded: Callable[[QuerySet], QuerySet]
    told: Callable[[Any], Told]


# --- grades ---


def _grades(user: User) -> QuerySet[Grade]:
    own = Grade.objects.of(user).filter(reviewer=user, submitted_at__isnull=False)
    return own.annotate(decided=F("submitted_at"))


def _grade(grade: Grade) -> Told:
    said = grade.get_verdict_display()
    if grade.certainty in RATED:
        said += f", {grade.get_certainty_display()} certainty"
    what = "what you agreed on" if grade.is_consensus else "your grade"
    opened = "" if grade.round.is_open else "; it opens when all are in"
    claim = grade.round.claim
    address = reverse("claim", args=[claim.pk])
    return Told(claim.text, f"{what}: {said}{opened}", address, may_change=False)


# --- appraisals ---


def _appraisals(user: User) -> QuerySet[Appraisal]:
    own = Appraisal.objects.of(user).filter(
        reviewer=user,
        submitted_at__isnull=False,
        round__study__in=Study.objects.current(),
    )
    return own.annotate(decided=F("submitted_at"))


def _with_appraised(rows: QuerySet) -> QuerySet:
    return rows.select_related("round__result__outcome").annotate(
        study_name=name_of("round__study")
    )


def _appraisal(row: Any) -> Told:
    round = row.round
    of = f", {round.result.outcome.name}" if round.result else ""
    tool = instrument_of(round.instrument, round.version)
    words = in_words(tool, round.variant) if tool else round.instrument
    what = "what you agreed on" if row.is_consensus else "your appraisal"
    said = row.overall or "no judgement of the whole"
    opened = "" if round.is_open else "; it opens when all are in"
    page = "appraisals" if round.is_open else "appraise"
    return Told(
        f"{row.study_name}{of}: {words}",
        f"{what}: {said}{opened}",
        reverse(page, args=[round.study_id, round.pk]),
        may_change=not round.is_open,
    )


# --- results ---


def _results(user: User) -> QuerySet[Result]:
    own = Result.objects.current().filter(Q(checked_by=user) | Q(disputed_by=user))
    checked = When(checked_by=user, then="checked_at")
    return own.annotate(decided=Case(checked, default="disputed_at"))


def _with_study(rows: QuerySet) -> QuerySet:
    return rows.select_related("study", "outcome", "arm_1", "arm_2").annotate(
        study_name=name_of("study")
    )


def _result(result: Any) -> Told:
    said = "the same as its source"
    if result.disputed_by_id:
        said = f"not the same as the source, which says: “{result.source_says}”"
    title = f"{result.study_name}, {result.outcome.name}: {result_in_words(result)}"
    return Told(title, said, reverse("result", args=[result.pk]))


# --- articles ---


def _supports(user: User) -> QuerySet[CitationSupport]:
    own = CitationSupport.objects.filter(by=user, superseded_at=None, round=None)
    return own.annotate(decided=F("created_at"))


def _support(check: CitationSupport) -> Told:
    said = f"{check.citation.cited_work.label}: {check.get_answer_display()}"
    address = reverse("support", args=[check.mention_id, check.citation_id])
    return Told(check.words_judged, said, address)


def _wordings(user: User) -> QuerySet[WordingCheck]:
    own = WordingCheck.objects.filter(by=user, superseded_at=None, round=None)
    return own.annotate(decided=F("created_at"))


def _wording(check: WordingCheck) -> Told:
    address = reverse("wording", args=[check.mention_id])
    return Told(check.words_judged, check.get_answer_display(), address)


def _checks(user: User) -> QuerySet[MentionJudgement]:
    """What a person answered in rounds of checks."""
    own = MentionJudgement.objects.of(user).filter(reviewer=user)
    return own.filter(submitted_at__isnull=False).annotate(decided=F("submitted_at"))


def _check(judgement: MentionJudgement) -> Told:
    round = judgement.round
    what = "what you agreed on" if judgement.is_consensus else "your check"
    opened = "" if round.is_open else "; it opens when all are in"
    page = "mention-round" if round.is_open else "check-in-round"
    return Told(
        round.words,
        f"{what}: {judgement.answer_in_words}{opened}",
        reverse(page, args=[round.pk]),
        may_change=not round.is_open and not round.has_lapsed,
    )


def _cited_works(user: User) -> QuerySet[CitedWork]:
    own = CitedWork.objects.of_standing_articles().filter(decided_by=user)
    return own.filter(merged_into=None).annotate(decided=F("decided_at"))


def _cited_work(work: CitedWork) -> Told:
    title = f"{work.label}: {work.title}" if work.title else work.label
    address = reverse("cited-work", args=[work.pk])
    return Told(title, work.get_decision_display(), address)


# --- screening ---


def _screened(user: User) -> QuerySet[ScreenedRecord]:
    own = ScreenedRecord.objects.filter(decided_by=user)
    return own.annotate(decided=F("decided_at"))


def _record(record: ScreenedRecord) -> Told:
    said = record.get_decision_display()
    if record.reason:
        said += f": {record.reason_words or record.get_reason_display()}"
    address = reverse("screening", args=[record.base.claim_id])
    frozen = record.base.is_frozen
    if frozen:
        address = reverse("screened-records", args=[record.base.claim_id])
    else:
        address += f"?record={record.pk}"
    return Told(record.reference.title, said, address, may_change=not frozen)


def _related(*names: str) -> Callable[[QuerySet], QuerySet]:
    return lambda rows: rows.select_related(*names)


KINDS = (
    Kind(Task.GRADE, _grades, _related("round__claim"), _grade),
    Kind(Task.APPRAISAL, _appraisals, _with_appraised, _appraisal),
    Kind(Task.RESULT, _results, _with_study, _result),
    Kind(Task.SUPPORT, _supports, _related("citation__cited_work"), _support),
    Kind(Task.WORDING, _wordings, _related(), _wording),
    Kind(Task.CHECK, _checks, _related("round"), _check),
    Kind(Task.CITED_WORK, _cited_works, _related(), _cited_work),
    Kind(Task.SCREENING, _screened, _related("base", "reference"), _record),
)


def decisions_of(
    user: User, kinds: Iterable[str], cursor: str | None = None, size: int = SIZE
) -> Page:
    """A page of what a person decided, of some kinds or of all. Raises BadQuery."""
    wanted = set(kinds)
    parts = {
        number: kind.rows(user)
        for number, kind in enumerate(KINDS)
        if not wanted or kind.task in wanted
    }
    page = mixed_page(parts, newest="decided", cursor=cursor, size=size)
    told = {}
    for number in {spot.part for spot in page.rows}:
        ids = [spot.id for spot in page.rows if spot.part == number]
        kind = KINDS[number]
        for row in kind.loaded(parts[number].filter(pk__in=ids)):
            told[number, row.pk] = kind.told(row)
    rows = [
        Decision(KINDS[spot.part].task, spot.id, *told[spot.part, spot.id], spot.at)
        for spot in page.rows
        if (spot.part, spot.id) in told
    ]
    return Page(rows, page.next, page.previous)
