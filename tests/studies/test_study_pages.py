"""What was entered of a study is put right on its page."""

import pytest

from studies.studies.actions import (
    edit_report,
    edit_study,
    remove_arm,
    remove_inclusion,
    remove_report,
)
from tests import factories as make
from tests.html import as_sent, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def study():
    return make.a_study(label="Example 2001", funding="The Example Fund")


def edit(study):
    return f"/studies/{study.pk}/edit/"


def test_a_studys_page_leads_to_its_form_who_may_edit(client, study, curator):
    assert f'href="{edit(study)}"' in shown(client.get(f"/studies/{study.pk}/"))
    client.force_login(make.a_reader())
    assert edit(study) not in shown(client.get(f"/studies/{study.pk}/"))
    assert client.get(edit(study)).status_code == 403


def test_a_study_is_put_right_in_every_field_a_page_shows(client, curator, study):
    typed = {
        "registration": "NCT00000000",
        "interests": "none stated by them",
        "setting": "two made-up clinics",
        "design_words": "double-blind trial",
        "sample_size": 40,
        "reason": "Read again.",
    }
    sent = as_sent(client.get(edit(study)), **typed)
    answer = client.post(edit(study), sent, follow=True)
    for words in (
        "NCT00000000",
        "none stated by them",
        "two made-up clinics",
        "“double",
    ):
        assert words in shown(answer)
    assert "The Example Fund" in shown(answer)


def test_its_history_says_what_was_before_and_why(client, curator, study):
    sent = as_sent(client.get(edit(study)), funding="The Other Fund", reason="Misread.")
    client.post(edit(study), sent)
    page = shown(client.get(f"/studies/{study.pk}/history/"))
    assert "<del>The Example Fund</del> <ins>The Other Fund</ins>" in page
    assert "Misread." in page
    assert curator.display_name in page


def test_a_refused_form_comes_back_with_what_was_typed(client, curator, study):
    sent = as_sent(client.get(edit(study)), allocation="alternate", setting="A clinic")
    answer = client.post(edit(study), sent)
    assert answer.status_code == 422
    assert "is a non-randomised trial" in shown(answer)
    assert "A clinic</textarea>" in shown(answer)


def test_a_year_of_no_study_is_refused(client, curator, study):
    for year in ("20199", "219"):
        answer = client.post(edit(study), as_sent(client.get(edit(study)), year=year))
        assert answer.status_code == 422, year
        assert f"{year} is no year of a study" in shown(answer)


def test_who_comes_second_is_shown_what_the_first_changed(client, curator, study):
    page = client.get(edit(study))
    edit_study(
        study=study, sample_size=50, setting="Theirs", by=make.an_editor(), reason="New"
    )
    mine = {"setting": "Mine", "population": "made-up people"}
    answer = client.post(edit(study), as_sent(page, **mine))
    assert answer.status_code == 422
    words = shown(answer)
    assert "was changed meanwhile" in words
    assert f"{make.an_editor().display_name}, " in words
    assert "<ins>50</ins>" in words
    assert "<ins>Theirs</ins>" in words
    assert words.count("You typed something else") == 1
    study.refresh_from_db()
    assert (study.setting, study.population) == ("Theirs", "")
    client.post(edit(study), as_sent(answer))
    study.refresh_from_db()
    assert (study.setting, study.population) == ("Mine", "made-up people")
    assert study.sample_size == 50  # what the second left alone stays as the first said


def test_a_withdrawn_study_is_not_edited(client, curator):
    gone = make.a_study(
        withdrawn_at="2026-01-01T00:00Z",
        withdrawn_by=make.an_editor(),
        withdrawn_reason="Made twice.",
    )
    assert client.get(edit(gone), follow=True).status_code == 410


def test_its_history_keeps_what_was_taken_off_and_why(client, curator, study):
    review = make.a_review()
    inclusion = make.an_inclusion(review=review, listed_as="Example 1999")
    arm = make.an_arm(study=study, name="Examplin 5 mg")
    report = make.a_report(study=study, reference=make.a_reference(title="A trial"))
    edit_report(report=report, role="protocol", by=curator, reason="It is the plan.")
    remove_report(report=report, by=curator, reason="Another trial's.")
    remove_arm(arm=arm, by=curator, reason="No such arm.")
    remove_inclusion(inclusion=inclusion, by=curator, reason="Excluded there.")
    page = shown(client.get(f"/studies/{study.pk}/history/"))
    assert "<del>main</del> <ins>protocol</ins>" in page
    assert "Report taken off, A trial" in page
    for words in (
        "It is the plan.",
        "Another trial&#x27;s.",
        "Arm taken off, Examplin 5 mg",
    ):
        assert words in page
    assert "No such arm." in page
    page = shown(client.get(f"/studies/{review.pk}/history/"))
    assert "Taken off the review, Example 1999" in page


def test_a_history_of_many_asks_no_more(client, study, django_assert_max_num_queries):
    for number in range(5):
        make.an_arm(study=study, name=f"Arm {number}")
        make.a_report(study=study, role="follow_up")
    with django_assert_max_num_queries(12):
        client.get(f"/studies/{study.pk}/history/")
