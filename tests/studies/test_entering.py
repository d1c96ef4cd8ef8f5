"""Studies, references and results entered by hand, and checked by another."""

import pytest

from bibliography.models import Reference
from studies.models import Outcome, Result, Study
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db


COUNTS = {
    "outcome": "Fever",
    "better": "lower",
    "contrast": "between_arms",
    "analysis_set": "itt",
    "metric": "rr",
    "events_1": 4,
    "total_1": 123,
    "events_2": 11,
    "total_2": 139,
    "direction": "lower",
    "provenance": "primary",
    "place": "Table 2",
}


def test_a_study_keeps_what_is_known_and_leaves_the_rest_unknown(client, curator):
    said = {"label": "Example 2001", "design": "rct", "allocation": "random"}
    client.post("/studies/new/", {**said, "status": "published"})
    study = Study.objects.get()
    assert (study.design, study.sample_size) == ("rct", None)


def test_a_trial_not_allocated_at_random_is_no_randomised_trial(client, curator):
    said = {"label": "Example 2001", "design": "rct", "allocation": "alternate"}
    answer = client.post("/studies/new/", {**said, "status": "published"})
    assert answer.status_code == 422
    assert "is a non-randomised trial" in shown(answer)
    assert 'value="Example 2001"' in shown(answer)


def test_a_reference_takes_its_identifier_once(client, curator):
    said = {"type": "article", "title": "An example", "doi": "10.5555/example"}
    client.post("/references/new/", {**said, "author": "Madeup"})
    reference = Reference.objects.get()
    assert reference.first_author == "Madeup"
    assert reference.identifiers.get().value == "10.5555/example"
    answer = client.post("/references/new/", said)
    assert answer.status_code == 422
    assert Reference.objects.count() == 1


def test_a_result_is_entered_with_its_counts(client, curator):
    study = make.a_study()
    answer = client.post(f"/studies/{study.pk}/results/new/", {**COUNTS, "next": "/"})
    assert answer.url == "/"
    result = Result.objects.get()
    assert (result.events_1, result.outcome.name) == (4, "Fever")
    assert result.entered_by == curator
    client.post(f"/studies/{study.pk}/results/new/", {**COUNTS, "outcome": "fever "})
    assert Outcome.objects.count() == 1


def test_a_result_says_where_it_was_read(client, curator):
    study = make.a_study()
    answer = client.post(
        f"/studies/{study.pk}/results/new/", {**COUNTS, "place": "", "quote": ""}
    )
    assert "Say where it was read" in shown(answer)
    assert 'value="123"' in shown(answer)


def test_a_refused_result_leaves_no_outcome_behind(client, curator):
    study = make.a_study()
    bad = {**COUNTS, "outcome": "Cough", "provenance": "compiled"}
    answer = client.post(f"/studies/{study.pk}/results/new/", bad)
    assert "names the review or data set" in shown(answer)
    assert not Outcome.objects.exists()
    record = make.a_reference()
    client.post(
        f"/studies/{study.pk}/results/new/", {**bad, "compiled_from": f"{record.pk}"}
    )
    assert Result.objects.get().compiled_from == record


def test_more_events_than_people_are_refused(client, curator):
    study = make.a_study()
    answer = client.post(
        f"/studies/{study.pk}/results/new/", {**COUNTS, "events_1": 500}
    )
    assert answer.status_code == 422
    assert not Result.objects.exists()


def test_another_person_checks_a_result(client, curator):
    study = make.a_study()
    client.post(f"/studies/{study.pk}/results/new/", COUNTS)
    result = Result.objects.get()
    assert client.post(f"/results/{result.pk}/check/").status_code == 403
    client.force_login(make.a_reviewer())
    assert "I checked it against its source" in shown(
        client.get(f"/studies/{study.pk}/")
    )
    client.post(f"/results/{result.pk}/check/")
    result.refresh_from_db()
    assert result.checked_by == make.a_reviewer()


def test_nobody_checks_their_own(client):
    reviewer = make.a_reviewer()
    client.force_login(reviewer)
    study = make.a_study()
    client.post(f"/studies/{study.pk}/results/new/", COUNTS)
    result = Result.objects.get()
    answer = client.post(f"/results/{result.pk}/check/", follow=True)
    assert "Another person than the one who entered" in shown(answer)


def test_no_other_site_is_led_to(client, curator):
    study = make.a_study()
    answer = client.post(
        f"/studies/{study.pk}/results/new/", {**COUNTS, "next": "//evil.example/"}
    )
    assert answer.url == f"/studies/{study.pk}/"


@pytest.mark.parametrize("address", ["/studies/new/", "/references/new/"])
def test_readers_enter_nothing(client, address):
    assert client.get(address).status_code == 302
    client.force_login(make.a_reader())
    assert client.get(address).status_code == 403
