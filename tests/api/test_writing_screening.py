"""Searches and screened records are written by program as on their pages."""

import pytest

from core.jobs import run_job
from evidence.models import EvidenceBase, LiteratureSearch, ScreenedRecord
from studies.models import Study
from tests import factories as make
from tests.api.programs import Program
from tests.evidence.searching import brought, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return Program(make.a_reviewer())


@pytest.fixture
def base():
    return make.a_base(scope="targeted")


def at(row, step=""):
    return f"/screened-records/{row.pk}/{step}"


def test_a_record_is_taken_on_left_out_and_asked_again(program, base):
    brought(base, [work(1), work(2)])
    first, second = base.screened_records.order_by("pk")
    told = program.post(at(first, "take-on/"), {"reason": "It fits."}).json()
    assert (told["decision"], told["study_label"]) == ("taken_on", "Madeup1 2001")
    assert told["decided_by"] == "Rev Madeup"
    study = make.a_study(label="Filed 1999")
    told = program.post(at(second, "take-on/"), {"study": study.pk}).json()
    assert told["study"] == study.pk
    answer = program.post(at(second, "leave-out/"), {"because": "design"})
    assert answer.status_code == 422
    assert "put it back before" in answer.json()["detail"]
    for row in (first, second):
        assert program.post(at(row, "undo/")).json()["decision"] == "awaiting"
    assert list(Study.objects.all()) == [study]
    told = program.post(at(first, "leave-out/"), {"because": "design"}).json()
    assert told["because"] == "not an eligible design"
    prisma = program.get(f"/evidence-bases/{base.pk}/").json()["prisma"]
    assert (prisma["database_results"], prisma["records_excluded"]) == (2, 1)
    assert prisma["waiting"] == 1


def test_what_a_page_refuses_a_program_is_refused(program, base):
    brought(base, [work(1)])
    record = base.screened_records.get()
    for sent in ({}, {"because": "guess"}, {"because": "other"}, {"why": "design"}):
        answer = program.post(at(record, "leave-out/"), sent)
        assert answer.status_code == 422, sent
        assert answer.json()["detail"]
    sent = {"because": "design"}
    for seen, status in (('"7"', 412), ("*", 200)):
        answer = program.post(at(record, "leave-out/"), sent, **{"If-Match": seen})
        assert answer.status_code == status
    curator = Program(make.a_curator())
    assert curator.post(at(record, "undo/")).status_code == 403


def test_a_base_is_searched_by_program(program, base):
    path = f"/evidence-bases/{base.pk}/"
    told = program.post(f"{path}search/", {"strategy": "examplin[tiab]"}).json()
    (search,) = told["searches"]
    assert (search["source"], search["searched_on"]) == ("PubMed", None)
    assert search["job"]
    earlier = brought(make.a_base(), [work(1), work(2)])
    said = {
        "source": "Example Index",
        "strategy": "examplin",
        "searched_on": "2026-01-31",
        "records_found": 2,
    }
    assert program.post(f"{path}bring-search/", said).status_code == 422
    answer = program.post(f"{path}bring-search/", {**said, "batch": earlier.batch_id})
    assert answer.status_code == 200
    run_job(LiteratureSearch.objects.latest("pk").job_id)
    rows = program.get(f"/screened-records/?base={base.pk}").json()["results"]
    assert {row["source"] for row in rows} == {"Example Index"}
    assert len(rows) == 2


def test_what_was_screened_for_a_frozen_base_is_not_written(program):
    frozen = make.a_search()
    row = make.a_screened_record(search=frozen)
    EvidenceBase.objects.filter(pk=frozen.base_id).update(
        frozen_at="2026-01-05T00:00Z", frozen_by=make.a_reviewer()
    )
    for step, sent in (("take-on/", {}), ("leave-out/", {"because": "design"})):
        answer = program.post(at(row, step), sent)
        assert answer.status_code == 422
        assert "frozen" in answer.json()["detail"]
    path = f"/evidence-bases/{frozen.base_id}/search/"
    assert program.post(path, {"strategy": "examplin"}).status_code == 422
    assert ScreenedRecord.objects.get().decision == "awaiting"
