"""A study's arms are entered, put right and taken off on a page."""

import pytest

from studies.studies.actions import edit_arm
from tests import factories as make
from tests.html import shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("curator")]


@pytest.fixture
def study():
    return make.a_study(label="Example 2001")


def arms(study):
    return f"/studies/{study.pk}/arms/"


def change(client, arm, do="edit", **typed):
    sent = {"row": arm.pk, "name": arm.name, "revision": arm.revision, "do": do}
    return client.post(arms(arm.study), {**sent, **typed})


def test_an_arm_is_entered_and_shown_on_the_studys_page(client, study):
    assert arms(study) in shown(client.get(f"/studies/{study.pk}/"))
    client.post(arms(study), {"do": "add", "name": "Examplin 5 mg", "size": 20})
    assert "Examplin 5 mg: 20 people" in shown(client.get(f"/studies/{study.pk}/"))


def test_two_arms_have_two_names(client, study):
    make.an_arm(study=study, name="Examplin")
    answer = client.post(arms(study), {"do": "add", "name": "Examplin", "size": 7})
    assert answer.status_code == 422
    assert "The study has an arm of this name." in shown(answer)
    assert 'value="7"' in shown(answer)


def test_an_arm_is_put_right(client, study):
    arm = make.an_arm(study=study)
    change(client, arm, size=21, reason="Misread.")
    assert study.arms.get().size == 21


def test_an_arm_changed_meanwhile_keeps_both(client, study):
    arm = make.an_arm(study=study)
    seen = arm.revision
    edit_arm(arm=arm, size=30, by=make.an_editor())
    answer = change(client, arm, size=21, revision=seen)
    assert answer.status_code == 422
    assert "<ins>30</ins>" in shown(answer)
    assert 'value="21"' in shown(answer)


def test_an_arm_is_taken_off_with_a_reason(client, study):
    arm = make.an_arm(study=study)
    assert "Say why it is taken off." in shown(change(client, arm, "remove"))
    change(client, arm, "remove", reason="Another trial's.")
    assert not study.arms.exists()


def test_an_arm_of_another_study_is_not_changed_here(client, study):
    said = {"do": "remove", "row": make.an_arm().pk, "reason": "x"}
    assert client.post(arms(study), said).status_code == 404


def test_readers_enter_no_arms(client, study):
    client.force_login(make.a_reader())
    assert client.get(arms(study)).status_code == 403
