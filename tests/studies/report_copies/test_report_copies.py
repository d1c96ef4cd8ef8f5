"""A report's file is kept for the people of its study's rounds, and for nobody else."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from core.errors import NotAllowed, Refused
from core.models import Change
from evidence.studies.merging import merge_studies
from studies.models import ReportCopy
from studies.report_copies import actions
from studies.report_copies.actions import keep_report_copy, remove_report_copy
from studies.report_copies.files import kind_of
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db
NAME = "Example 2001.pdf"


@pytest.fixture
def round():
    """A round on a study with one report, which two appraise."""
    round = make.a_study_round(
        reviewers=[make.a_reviewer(), make.another_reviewer()],
        result=make.a_result(study=make.a_study(design="rct", allocation="random")),
    )
    make.a_report(study=round.study)
    return round


def kept(round, **given):
    return keep_report_copy(
        **{
            "study": round.study,
            "reference": round.study.reports.get().reference,
            "name": NAME,
            "data": make.A_PDF,
            "by": make.a_reviewer(),
            **given,
        }
    )


def at_the_pages(person):
    client = Client()
    client.force_login(person)
    return client


def word(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in members:
            packed.writestr(name, "made up")
    return file.getvalue()


def test_a_file_is_what_its_own_bytes_say():
    files = {
        make.A_PDF: "pdf",
        b"\r\n" + make.A_PDF: "pdf",
        word("[Content_Types].xml", "word/document.xml"): "docx",
        word("xl/workbook.xml"): None,
        b"PK\x03\x04 and no archive": None,
        word("word/document.xml")[:-30]: None,
        b"<html>%PD": None,
        b" " * 2000 + make.A_PDF: None,
        b"MZ\x90 a program": None,
        b"": None,
    }
    assert {data: kind_of(data) for data in files} == files


def test_a_rounds_people_keep_and_read_a_file(round):
    client = at_the_pages(make.a_reviewer())
    form = f"/studies/{round.study_id}/appraise/{round.pk}/"
    where = f"/studies/{round.study_id}/report-copies/"
    assert "Kept for the people of this round; never public" in shown(client.get(form))
    sent = {"reference": round.study.reports.get().reference_id, "next": form}
    none = client.post(where, {**sent, "file": SimpleUploadedFile(NAME, b"MZ")})
    assert "neither a PDF nor a Word file" in shown(none)
    sent["file"] = SimpleUploadedFile(NAME, make.A_PDF, "text/html")
    assert client.post(where, sent)["Location"] == form
    copy = ReportCopy.objects.get()
    for page in (form, where):
        assert NAME in shown(client.get(page))
    address = f"/report-copies/{copy.pk}/"
    for person in (make.a_reviewer(), make.another_reviewer(), make.an_editor()):
        answer = at_the_pages(person).get(address)
        assert answer.content == make.A_PDF
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"] == f'attachment; filename="{NAME}"'
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "ETag" not in answer
    again = {**sent, "file": SimpleUploadedFile("other.pdf", make.A_PDF)}
    assert "This file is kept already" in shown(client.post(where, again))


def test_nobody_else_learns_of_it(round):
    copy = kept(round)
    stranger = make.a_third_reviewer()
    left = round.assignments.get(reviewer=make.another_reviewer())
    left.left_at = copy.created_at
    left.save()
    for person in (stranger, left.reviewer, make.a_curator(), make.a_reader()):
        client = at_the_pages(person)
        assert client.get(f"/report-copies/{copy.pk}/").status_code == 404
        gone = client.post(f"/report-copies/{copy.pk}/remove/")
        assert gone.status_code == 404
        where = f"/studies/{round.study_id}/report-copies/"
        assert client.get(where).status_code == 403
    assert Client().get(f"/report-copies/{copy.pk}/").status_code == 302
    reference = copy.reference_id
    for path in (
        f"/studies/{round.study_id}/",
        f"/references/{reference}/",
        f"/references/{reference}/history/",
        f"/api/v1/references/{reference}/",
        f"/api/v1/studies/{round.study_id}/",
        "/api/v1/changes/",
    ):
        told = at_the_pages(stranger).get(path)
        words = told.content.decode()
        for telling in (NAME, "reportcopy", "report-copies/", copy.sha256):
            assert telling not in words, path
    found = at_the_pages(stranger).get(f"/api/v1/search/?q={NAME}")
    assert found.json()["results"] == []
    assert not Change.objects.public().filter(model="reportcopy").exists()


def test_only_a_study_s_people_keep_a_file_of_its_reports(round, monkeypatch):
    with pytest.raises(NotAllowed, match="people of a study’s rounds"):
        kept(round, by=make.a_third_reviewer())
    with pytest.raises(Refused, match="no report of the study"):
        kept(round, reference=make.a_reference())
    monkeypatch.setattr(actions, "MOST_BYTES", 5)
    with pytest.raises(Refused, match="at most 5 are kept"):
        kept(round)
    assert not ReportCopy.objects.exists()


def test_who_kept_it_or_an_editor_removes_it(round):
    copy = kept(round)
    with pytest.raises(NotAllowed, match="Whoever kept this file"):
        remove_report_copy(copy=copy, by=make.another_reviewer())
    client = at_the_pages(make.a_reviewer())
    client.post(f"/report-copies/{copy.pk}/remove/")
    assert not ReportCopy.objects.exists()
    remove_report_copy(copy=kept(round), by=make.an_editor())
    assert not ReportCopy.objects.exists()


def test_a_merge_of_studies_takes_it_along(round):
    copy = kept(round)
    into = make.a_study(design="rct", allocation="random")
    merge_studies(merged=round.study, into=into, by=make.an_editor(), reason="One.")
    person = make.a_reviewer()
    assert list(ReportCopy.objects.kept_for(person, into)) == [copy]
