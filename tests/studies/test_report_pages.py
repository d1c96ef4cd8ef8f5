"""A study's reports are looked for, attached, given a role and taken off."""

import pytest

from studies.models import Report
from studies.studies.actions import edit_report
from tests import factories as make
from tests.html import shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("curator")]


@pytest.fixture
def study():
    return make.a_study(label="Example 2001")


def reports(study):
    return f"/studies/{study.pk}/reports/"


def attach(client, study, reference, role="main"):
    said = {"do": "attach", "reference": reference.pk, "role": role}
    return client.post(reports(study), said)


def change(client, report, do="role", **said):
    sent = {"row": report.pk, "role": report.role, "revision": report.revision}
    return client.post(reports(report.study), {"do": do, **sent, **said})


@pytest.mark.parametrize(
    "words",
    [
        "10.5555/example.trial",
        "https://doi.org/10.5555/EXAMPLE.TRIAL",
        "PMID: 99000001",
        "99000001",
        "Madeup 2001",
        "Madeup, 2001a",
        "examplin cough",
    ],
)
def test_a_record_is_found_by_what_is_known_of_it(client, study, words):
    wanted = make.a_reference(
        title="Examplin for cough",
        doi="10.5555/example.trial",
        pmid="99000001",
        first_author="Madeup",
        year=2001,
    )
    make.a_reference(title="Another example", first_author="Other", year=1999)
    page = shown(client.get(reports(study), {"q": words}))
    assert f'name="reference" value="{wanted.pk}" checked' in page
    assert "Another example" not in page


def test_a_record_is_found_by_its_number_here(client, study):
    wanted = make.a_reference(title="Examplin for cough")
    assert "Examplin for cough" in shown(client.get(reports(study), {"q": wanted.pk}))


def test_what_is_not_here_is_added_by_hand_and_then_attached(client, study):
    address = f"{reports(study)}?q=10.5555/example.new"
    page = client.get(address)
    assert "No record here fits" in shown(page)
    form = client.get("/references/new/", {"q": "10.5555/example.new", "next": address})
    assert 'value="10.5555/example.new"' in shown(form)
    said = {"type": "article", "title": "A new one", "doi": "10.5555/example.new"}
    answer = client.post("/references/new/", {**said, "next": address}, follow=True)
    assert "A new one" in shown(answer)
    assert "checked" in shown(answer)


def test_a_report_is_attached_from_the_studys_page(client, study):
    assert reports(study) in shown(client.get(f"/studies/{study.pk}/"))
    reference = make.a_reference(title="Examplin for cough")
    attach(client, study, reference)
    assert study.reports.get().role == "main"
    assert "Examplin for cough" in shown(client.get(f"/studies/{study.pk}/"))


def test_a_study_has_one_main_report(client, study):
    make.a_report(study=study)
    answer = attach(client, study, make.a_reference())
    assert answer.status_code == 422
    assert "A study has one main report." in shown(answer)
    assert study.reports.count() == 1


def test_what_reports_the_study_is_not_offered_again(client, study):
    report = make.a_report(study=study)
    page = client.get(reports(study), {"q": report.reference_id})
    assert 'name="reference"' not in shown(page)


def test_a_report_gets_another_role(client, study):
    report = make.a_report(study=study, role="main")
    change(client, report, role="protocol", reason="It is the plan.")
    assert study.reports.get().role == "protocol"


def test_a_report_changed_meanwhile_is_shown_as_it_stands(client, study):
    report = make.a_report(study=study, role="main")
    seen = report.revision
    edit_report(report=report, role="protocol", by=make.an_editor())
    answer = change(client, report, role="follow_up", reason="Mine", revision=seen)
    assert answer.status_code == 422
    assert "was changed meanwhile" in shown(answer)
    assert 'value="Mine"' in shown(answer)
    assert study.reports.get().role == "protocol"


def test_a_report_is_taken_off_with_a_reason(client, study):
    report = make.a_report(study=study)
    answer = change(client, report, "remove")
    assert answer.status_code == 422
    assert "Say why it is taken off." in shown(answer)
    change(client, report, "remove", reason="Another trial's.")
    assert not Report.objects.exists()


def test_a_report_of_another_study_is_not_changed_here(client, study):
    report = make.a_report()
    said = {"do": "remove", "row": report.pk, "reason": "x"}
    assert client.post(reports(study), said).status_code == 404
    assert Report.objects.exists()


def test_readers_attach_nothing(client, study):
    client.force_login(make.a_reader())
    assert client.get(reports(study)).status_code == 403
    assert attach(client, study, make.a_reference()).status_code == 403
    assert not Report.objects.exists()


def test_a_page_of_reports_asks_no_more_for_more(
    client, study, django_assert_max_num_queries
):
    for role in ("main", "follow_up", "follow_up", "protocol", "registration"):
        make.a_report(study=study, role=role)
    for _ in range(5):
        make.a_reference(title="Examplin for cough")
    with django_assert_max_num_queries(12):
        client.get(reports(study), {"q": "cough"})
