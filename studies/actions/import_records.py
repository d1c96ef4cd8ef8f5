"""What a person decides on a record, and what they let a reference take over."""

from typing import Any

from django.db import connection
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, save
from core.errors import Refused
from core.withdrawing import expect_current
from studies.actions.importing.counting import counts_of
from studies.actions.importing.deciding import lacking
from studies.actions.importing.known import Incoming, Known, Store, incoming
from studies.actions.importing.running import LOCK
from studies.actions.importing.writing import Writer
from studies.actions.references import add_identifier, fill_reference
from studies.models import Identifier, ImportBatch, ImportRecord, Reference
from studies.records import Record, record_from_json

Became = ImportRecord.Became


@action
def decide_record(
    *, record: ImportRecord, by: User, same_as: Reference | None, reason: str = ""
) -> ImportRecord:
    """Say of an asked record which reference it is, or (None) that it is a new one.

    A new one gets the identifiers that another reference has unaccepted. Raises
    Refused where it is decided already, or the reference no longer stands.
    """
    require(by, Permission.IMPORT_REFERENCES)
    record = _locked(record)
    if record.became != Became.ASKED:
        raise Refused(f"Record {record.number} is {record.get_became_display()}.")
    now_incoming = incoming(record_from_json(record.said))
    decided: dict[str, Any] = {"decided_at": timezone.now(), "decided_by": by}
    if same_as is None:
        decided |= _created(record, now_incoming)
    else:
        expect_current(same_as)
        decided |= _matched(same_as, now_incoming)
    save(record, **decided)
    save(record.batch, counts=counts_of(record.batch))
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
    reference = Reference.objects.select_for_update().get(pk=record.reference_id)
    expect_current(reference)
    said = dict(record.said)
    identifiers = said.pop("identifiers", [])
    fill_reference(reference=reference, record=as_record(said), by=by)
    for scheme, value in identifiers:
        if not _is_known(reference, scheme, value):
            add_identifier(reference=reference, scheme=scheme, value=value, by=by)
    save(record, said={})
    return reference


def as_record(said: dict[str, Any]) -> Record:
    """The record that some of a Reference's columns are from."""
    names = {"container": "journal", "issued": "date"}
    fields = {names.get(name, name): value for name, value in said.items()}
    return record_from_json(fields)


def _locked(record: ImportRecord) -> ImportRecord:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    rows = ImportRecord.objects.select_related("batch")
    record = rows.select_for_update(of=("self",)).get(pk=record.pk)
    if record.batch.state == ImportBatch.State.UNDONE:
        raise Refused(f"Import {record.batch_id} was undone.")
    return record


def _created(record: ImportRecord, now_incoming: Incoming) -> dict[str, Any]:
    writer = Writer(record.batch_id, [(record.number, now_incoming.record)])
    id, made = writer.write_one(now_incoming)
    return {
        "became": Became.CREATED,
        "why": "A person decided that it is a new one.",
        "reference_id": id,
        "made": made,
        "said": {},
    }


def _matched(reference: Reference, now_incoming: Incoming) -> dict[str, Any]:
    store = Store([now_incoming])
    known = store.by_id.get(reference.pk) or Known.of(reference)
    return {
        "became": Became.MATCHED,
        "why": "A person decided that it is the same.",
        "reference_id": reference.pk,
        "said": lacking(now_incoming, known, store),
    }


def _is_known(reference: Reference, scheme: str, value: str) -> bool:
    """Whether the reference has an identifier, or another has it accepted."""
    rows = Identifier.objects.filter(scheme=scheme, value=value)
    return (
        rows.filter(reference=reference).exists() or rows.filter(accepted=True).exists()
    )
