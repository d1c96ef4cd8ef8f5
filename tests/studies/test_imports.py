"""Files of references come in: created, matched, asked, rejected, undone."""

import pytest

from core.errors import NotAllowed, Refused
from core.jobs import run_job
from studies.actions.imports import begin_import, import_now, start_import, undo_import
from studies.models import Identifier, ImportRecord, Reference
from tests.factories import a_curator, a_reader, a_reference

pytestmark = pytest.mark.django_db


def ris(*records):
    """A RIS file of records, each a dictionary of tags."""
    lines = []
    for record in records:
        lines += ["TY  - " + record.get("TY", "JOUR")]
        lines += [f"{tag}  - {value}" for tag, value in record.items() if tag != "TY"]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines).encode()


def work(n=1, **tags):
    """An invented article."""
    return {
        "TI": f"Examplin for made-up fever number {n}: a trial",
        "AU": f"Madeup{n}, Mia",
        "PY": 2001,
        "T2": "Journal of Examples",
        "DO": f"10.5555/example.{n}",
        **tags,
    }


def imported(data, file_name="example.ris", **given):
    batch = start_import(data=data, file_name=file_name, by=a_curator(), **given)
    return import_now(batch=batch, by=a_curator())


def became(batch):
    return list(batch.records.order_by("number").values_list("became", flat=True))


def test_a_file_is_told_before_it_is_imported():
    data = ris(work(1), work(2))
    batch = start_import(data=data, file_name="two.ris", by=a_curator())
    assert (batch.format, batch.encoding, batch.state) == ("ris", "utf-8", "waiting")
    assert batch.preview["records"] == 2
    assert batch.preview["first"][0]["title"].startswith("Examplin for made-up fever")
    assert b"".join(bytes(piece.data) for piece in batch.pieces.all()) == data
    assert Reference.objects.count() == 0


def test_an_import_creates_references_with_their_identifiers():
    batch = imported(ris(work(1, AB="It helped."), work(2)))
    assert batch.state == "done"
    assert batch.counts["read"] == batch.counts["created"] == 2
    reference = Reference.objects.identified_by("doi", "10.5555/example.1").get()
    assert reference.abstract == "It helped."
    assert reference.authors == [{"family": "Madeup1", "given": "Mia"}]
    record = batch.records.get(number=1)
    assert record.reference == reference
    assert record.made[0] == ["studies.reference", reference.pk]
    assert "TY  - JOUR" in record.raw
