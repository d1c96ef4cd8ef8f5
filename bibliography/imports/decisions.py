"""What a person decides on a record, and what they let a reference take over."""

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.imports.actions import require_hand_on
from bibliography.imports.importing import answering, reopening
from bibliography.imports.importing.batches import wait_for_imports
from bibliography.imports.importing.filling import fill
from bibliography.models import ImportBatch, ImportDecision, ImportRecord, Reference
from core.actions import action
from core.errors import Refused
from core.withdrawing import expect_current

Became, Step = ImportRecord.Became, ImportDecision.Step


@action
def decide_record(
    *, record: ImportRecord, by: User, same_as: Reference | None, reason: str = ""
) -> ImportRecord:
    """Say of an asked record which reference it is, or (None) that it is a new one.

    A new one gets the identifiers that another reference has unaccepted. Raises
    Refused where it is decided already, or the reference no longer stands.
    """
    if same_as is not None:
        expect_current(same_as)
    answer = Step.SAME if same_as else Step.NEW
    return _answered(record, answer, same_as, by)


@action
def leave_record(*, record: ImportRecord, by: User, reason: str = "") -> ImportRecord:
    """Say of an asked record that it is not wanted; it stays in its import alone.

    Raises Refused where it is decided already.
    """
    return _answered(record, Step.LEFT, None, by)


@action
def reopen_record(*, record: ImportRecord, by: User, reason: str = "") -> ImportRecord:
    """Take the decision on a record back, so that it is asked again.

    What the decision made goes. Raises Refused, saying why, where others build on it
    or no person decided.
    """
    require_hand_on(record.batch, by)
    record = _locked(record)
    stays = reopening.reopen(record.batch, [record], by)
    if stays:
        raise Refused(f"Record {record.number} stays decided: {stays[record.pk]}")
    return record


@action
def fill_from_record(*, record: ImportRecord, by: User, reason: str = "") -> Reference:
    """Take over what a matched record says and its reference does not say yet.

    Nothing that the reference says is changed.
    """
    require(by, Permission.EDIT_STUDIES)
    record = _locked(record)
    if record.became != Became.MATCHED or not record.said:
        raise Refused(f"Record {record.number} offers nothing that is missing.")
    expect_current(record.reference)
    fill([record], by)
    return Reference.objects.get(pk=record.reference_id)


def _answered(
    record: ImportRecord, answer: str, same_as: Reference | None, by: User
) -> ImportRecord:
    require_hand_on(record.batch, by)
    record = _locked(record)
    if record.became != Became.ASKED:
        raise Refused(f"Record {record.number} is {record.get_became_display()}.")
    pairs = [(record, same_as)]
    answering.give(batch=record.batch, answer=answer, pairs=pairs, by=by)
    return record


def _locked(record: ImportRecord) -> ImportRecord:
    wait_for_imports()
    rows = ImportRecord.objects.select_related("batch", "reference")
    record = rows.select_for_update(of=("self",)).get(pk=record.pk)
    if record.batch.state == ImportBatch.State.UNDONE:
        raise Refused(f"Import {record.batch_id} was undone.")
    return record
