"""Screening: records taken on as studies, or left out for a reason; and undone."""

from collections.abc import Collection
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Reference
from claims.models import Claim
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.jobs import CHUNK
from core.models import Recording
from core.nouns import noun_of
from core.recording import recording, take_back
from evidence.bases.items import add_item, lock_base
from evidence.models import EvidenceBase, EvidenceItem, ScreenedRecord
from studies.models import Report, Result, Study
from studies.studies.actions import add_report, add_study

Decision, Reason = ScreenedRecord.Decision, ScreenedRecord.Reason
LONGEST_LABEL = 200


@action
def take_on(
    *,
    record: ScreenedRecord,
    by: User,
    study: Study | None = None,
    reason: str = "",
    revision: int | None = None,
) -> ScreenedRecord:
    """Take a record on: its study is the one it reports, made where there is none.

    Results of the study become candidates of the base, to be decided on. ``study`` says
    which it is, where the record reports several or one it is not filed under yet.
    """
    require(by, Permission.FREEZE_BASES)
    _expect_screened(record, revision)
    if record.decision == Decision.TAKEN_ON:
        raise Refused("This record is taken on already.")
    with recording() as noted:
        study = study or _reported_by(record.reference, by)
        if not Report.objects.filter(study=study, reference=record.reference).exists():
            add_report(
                study=study,
                reference=record.reference,
                role=_role_in(study),
                by=by,
            )
        for result in _results_for(record.base, study):
            add_item(base=record.base, result=result, by=by)
        return _decide(record, Decision.TAKEN_ON, by, noted, study=study)


@action
def leave_out(
    *,
    record: ScreenedRecord,
    because: str,
    by: User,
    in_words: str = "",
    reason: str = "",
    revision: int | None = None,
) -> ScreenedRecord:
    """Leave a record out for a reason; one that is taken on is put back first."""
    require(by, Permission.FREEZE_BASES)
    _expect_screened(record, revision)
    if record.decision == Decision.TAKEN_ON:
        raise Refused("This record is taken on; put it back before you leave it out.")
    why = {"reason": because, "reason_words": in_words.strip()}
    with recording() as noted:
        return _decide(record, Decision.LEFT_OUT, by, noted, **why)


@action
def leave_out_several(
    *,
    base: EvidenceBase,
    records: Collection[int],
    because: str,
    by: User,
    in_words: str = "",
    reason: str = "",
) -> int:
    """Leave out, for one reason, those of some records that still wait; how many.

    It is one step, and undone as one.
    """
    require(by, Permission.FREEZE_BASES)
    _expect_open(base)
    _expect_reason(because)
    if len(records) > CHUNK:
        raise Refused(f"At most {CHUNK:,} records are left out at once.")
    with recording() as noted:
        waiting = base.screened_records.awaiting().filter(pk__in=records)
        return waiting.order_by().update(
            decision=Decision.LEFT_OUT,
            reason=because,
            reason_words=in_words.strip(),
            decided_at=timezone.now(),
            decided_by=by,
            recording=noted,
        )


@action
def put_back(
    *,
    record: ScreenedRecord,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> ScreenedRecord:
    """Let a decided record wait again, alone.

    What taking it on had made goes. Raises Refused, saying who built on it, where
    somebody did.
    """
    require(by, Permission.FREEZE_BASES)
    _expect_screened(record, revision)
    if record.decision == Decision.AWAITING:
        raise Refused("Nobody has decided on this record yet.")
    if record.decision == Decision.TAKEN_ON and record.recording:
        take_back(record.recording, by)
        record.refresh_from_db()
    return _put_back(record)


@action
def put_back_several(
    *, base: EvidenceBase, because: str, by: User, reason: str = ""
) -> int:
    """Let all records wait again that were left out for a reason; how many."""
    require(by, Permission.FREEZE_BASES)
    _expect_open(base)
    _expect_reason(because)
    rows = base.screened_records.left_out(because).order_by("pk")
    some = list(rows.values_list("pk", flat=True)[:CHUNK])
    return base.screened_records.filter(pk__in=some).update(**_WAITING)


@action
def undo_last(*, base: EvidenceBase, by: User, reason: str = "") -> ScreenedRecord:
    """Undo a person's own last step in screening a base, of one record or of several.

    The first of its records. Raises Refused where there is none, or others built on it.
    """
    require(by, Permission.FREEZE_BASES)
    _expect_open(base)
    last = last_of(base, by)
    if last is None:
        raise Refused("You have decided on no record here that could be undone.")
    take_back(last.recording, by)
    last.refresh_from_db()
    return last


def last_of(base: EvidenceBase, by: User) -> ScreenedRecord | None:
    """The first record of a person's last step in screening a base."""
    own = base.screened_records.filter(decided_by=by, recording__isnull=False)
    newest = own.aggregate(newest=Max("recording"))["newest"]
    rows = base.screened_records.filter(recording=newest).order_by("pk")
    return rows.select_related("reference", "study").first() if newest else None


def step_size(record: ScreenedRecord) -> int:
    """How many records the step was about that decided on one."""
    rows = record.recording.rows.filter(model=noun_of(ScreenedRecord))
    return rows.count()


_WAITING = {
    "decision": Decision.AWAITING,
    "reason": "",
    "reason_words": "",
    "study": None,
    "decided_at": None,
    "decided_by": None,
    "recording": None,
}


def _put_back(record: ScreenedRecord) -> ScreenedRecord:
    if record.decision == Decision.AWAITING:
        return record
    return save(record, **_WAITING)


def _decide(
    record: ScreenedRecord,
    decision: str,
    by: User,
    noted: Recording | None,
    **said: Any,
) -> ScreenedRecord:
    decided = {"decided_at": timezone.now(), "decided_by": by, "recording": noted}
    return save(record, **{**_WAITING, **decided, "decision": decision, **said})


def _expect_screened(record: ScreenedRecord, revision: int | None) -> None:
    """Let whoever decides on a base's records wait for each other, and for freezing."""
    expect_revision(record, revision)
    _expect_open(record.base)
    record.refresh_from_db()


def _expect_reason(because: str) -> None:
    if because not in dict(Reason.set_pairs()):
        raise Refused("Say for which reason.", field="because")


def _expect_open(base: EvidenceBase) -> None:
    lock_base(base)
    if base.is_frozen:
        raise Refused("This evidence base is frozen; begin its next version to screen.")


# --- the study that a record reports ---


def _reported_by(reference: Reference, by: User) -> Study:
    """The study that a record is on file for, or a new one named by its record."""
    filed = Study.objects.current().with_names().reported_by(reference.pk)
    known = list(filed.order_by("pk")[:2])
    if len(known) > 1:
        names = " and ".join(study.name for study in known)
        raise Refused(
            f"This record reports several studies ({names} among them): take each of "
            "them on from the base’s own page, and leave the record out as a double."
        )
    if known:
        return known[0]
    label, title = study_label(reference), reference.title
    return add_study(label=label, title=title, year=reference.year, by=by)


def study_label(reference: Reference) -> str:
    """What the study of a record is called: surname and year, else its title."""
    first = reference.authors[0] if reference.authors else {}
    name = first.get("family") or first.get("literal") or ""
    parts = (name, str(reference.year or ""))
    named = " ".join(part for part in parts if part) if name else reference.title
    return (named or f"Record {reference.pk}")[:LONGEST_LABEL]


def _role_in(study: Study) -> str:
    """A study has one main report; what comes later follows it up."""
    main = Report.objects.filter(study=study, role=Report.Role.MAIN)
    return Report.Role.FOLLOW_UP if main.exists() else Report.Role.MAIN


def _results_for(base: EvidenceBase, study: Study) -> QuerySet[Result]:
    """A study's results that the base has no candidate of.

    Those of the outcome that the claim measures, where the study has any.
    """
    held = EvidenceItem.objects.filter(base=base, result__isnull=False)
    rows = (
        Result.objects.current()
        .filter(study=study)
        .exclude(pk__in=held.values("result"))
    )
    return of_the_outcome(base.claim, rows).order_by("pk")


def of_the_outcome(claim: Claim, results: QuerySet[Result]) -> QuerySet[Result]:
    """The results of the claim's outcome among some, or all where there are none."""
    measured = results.filter(outcome=claim.outcome_measured_id)
    return measured if measured.exists() else results
