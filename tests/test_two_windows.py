"""A form of an older state stores nothing, whoever changed the row, and says so."""

import re

import pytest

from accounts.models import Invitation
from bibliography.imports.actions import start_import
from bibliography.models import ImportBatch
from core.errors import Refused
from core.withdrawing import withdraw
from evidence.models import Comment, ConflictSetting, Flag, SavedSearch
from studies.models import ItemGuidance, StudyAssignment, Topic
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db
REVISION = re.compile(r'name="revision"[^>]*value="(\d+)"')
GUIDED = {"domain": "D1", "question": "1.1"}


@pytest.fixture
def editor(client):
    person = make.an_editor()
    client.force_login(person)
    return person


def forms(person):
    """Of each form: the page it is on, where it goes, two that are sent, what stands.

    What stands is looked up once the first was stored; it is the same after the second.
    """
    comment = make.a_comment(by=person)
    thread, flag = make.a_comment(by=person), make.a_flag()
    saved = make.a_saved_search(user=person)
    invited = make.an_invitation()
    talk = f"/talk/{thread.about}/{thread.row_id}/"
    mine = f"/saved-searches/{saved.pk}/"
    edit, resolve = f"/comments/{comment.pk}/edit/", f"/flags/{flag.pk}/resolve/"
    rule = "/review/conflicts/rules/same_name/"
    yield edit, edit, {"text": "One"}, {"text": "Other"}, Comment
    step = f"/comments/{thread.pk}/step/"
    yield talk, step, {"do": "resolve"}, {"do": "withdraw"}, Comment
    done, other = {"resolution": "Mended"}, {"resolution": "Nothing"}
    yield resolve, resolve, done, other, Flag
    yield mine, mine, {"name": "One"}, {"name": "Other"}, SavedSearch
    feed = f"/saved-searches/{saved.pk}/feed/"
    yield mine, feed, {"do": "make"}, {"do": "make"}, SavedSearch
    tool = "/instruments/rob2/"
    yield tool, tool, GUIDED | {"text": "One"}, GUIDED | {"text": "Other"}, ItemGuidance
    yield rule, rule, {"effect": "warns"}, {"effect": "blocks"}, ConflictSetting
    table = b"title,other\nWrong,An example of a title\n"
    batch = start_import(data=table, file_name="t.csv", by=person)
    file, columns = f"/imports/{batch.pk}/", f"/imports/{batch.pk}/mapping/"
    yield file, columns, {"title": "other"}, {"title": "title"}, ImportBatch
    round = make.a_study_round(reviewers=[person, make.another_reviewer()])
    desk = f"/studies/{round.study_id}/appraise/{round.pk}/"
    filled, over = {"do": "save", "overall_why": "One"}, {"do": "start_over"}
    yield desk, desk, filled, over, StudyAssignment
    revoke = f"/accounts/invitations/{invited.pk}/revoke/"
    yield "/accounts/invitations/", revoke, {}, {}, Invitation


def test_the_second_of_two_windows_stores_nothing(client, editor):
    wrong = []
    for page, where, first, second, table in forms(editor):
        seen = REVISION.search(client.get(page).content.decode())
        if not seen:
            wrong.append((where, "sends no revision"))
            continue
        before = [*table._base_manager.order_by("pk").values()]
        client.post(where, {**first, "revision": seen[1]})
        stands = [*table._base_manager.order_by("pk").values()]
        answer = client.post(where, {**second, "revision": seen[1]}, follow=True)
        if before == stands:
            wrong.append((where, "did not store the first"))
        if stands != [*table._base_manager.order_by("pk").values()]:
            wrong.append((where, "stored the second"))
        if "meanwhile" not in shown(answer):
            wrong.append((where, "does not say why"))
        if (typed := second.get("text") or second.get("name")) and (
            typed not in answer.content.decode()
        ):
            wrong.append((where, "loses what was typed"))
    assert not wrong


def test_what_was_dropped_meanwhile_is_said_too(client, editor):
    sent = GUIDED | {"text": "A made-up rule.", "revision": "1"}
    answer = client.post("/instruments/rob2/", sent)
    assert answer.status_code == 422
    assert "was dropped meanwhile" in shown(answer)
    assert "A made-up rule." in answer.content.decode()


def test_of_two_who_withdraw_the_second_is_told_of_the_first(editor):
    topic = make.a_topic()
    loaded_before = Topic.objects.get(pk=topic.pk)
    withdraw(row=topic, by=editor, reason="It was no topic.")
    with pytest.raises(Refused, match="It was no topic"):
        withdraw(row=loaded_before, by=editor, reason="Another reason.")
