"""Rounds of checks at the pages, in the queue, and by program."""

import pytest
from django.test import Client

from articles.checks.judging import submit_check
from articles.checks.rounds import call_mention_round, replace_checker
from articles.models import (
    CitationSupport,
    MentionAssignment,
    MentionJudgement,
    MentionRound,
    WordingCheck,
)
from evidence.people.ownerless import left_without_an_owner
from evidence.queue.tasks import SOURCES
from evidence.queue.waiting import Asked, counts_of, next_of, parts_of
from tests import factories as make
from tests.api.programs import Program
from tests.articles.test_checking_in_rounds import PARTLY, SUPPORTS
from tests.evidence.test_claim_edit_pages import a_graded_claim
from tests.html import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def cited(db):
    """A mention of a graded claim, and the citation it stands under."""
    mention = a_graded_claim().mentions.get()
    reference = make.a_reference()
    work = make.a_cited_work(article=mention.article, reference=reference)
    return mention, make.a_citation(mention=mention, cited_work=work)


@pytest.fixture
def round(cited):
    mention, citation = cited
    return call_mention_round(
        mention=mention,
        citation=citation,
        reviewers=[make.a_reviewer(), make.another_reviewer()],
        by=make.an_editor(),
    )


def at_the_pages(person):
    client = Client()
    client.force_login(person)
    return client


def alone(cited):
    return f"/mentions/{cited[0].pk}/support/{cited[1].pk}/"


def waits_for(person):
    return next_of(parts_of(person, Asked()))


def test_an_editor_calls_and_two_check_and_settle(cited):
    editor = at_the_pages(make.an_editor())
    people = [make.a_reviewer(), make.another_reviewer()]
    first, second = (at_the_pages(each) for each in people)
    where = f"{alone(cited)}rounds/"
    assert "Checked by several" in shown(first.get(alone(cited)))
    assert first.post(where, {"wanted": 2}).status_code == 403
    assert Client().post(where, {"wanted": 2}).status_code == 303
    called = {"wanted": 1, "reviewers": [each.pk for each in people]}
    assert editor.post(where, called).status_code == 302
    round = MentionRound.objects.get()
    assert round.wanted == 2  # all who are named are asked
    form = f"/mention-rounds/{round.pk}/check/"
    assert first.get(alone(cited))["Location"] == form
    assert editor.get(alone(cited))["Location"] == f"/mention-rounds/{round.pk}/"
    assert "quote the passage" in shown(first.post(form, _sent(answer="supports")))
    kept = first.post(form, _sent(do="save", answer="partly", place="p. 3"))
    assert kept.status_code == 302
    assert 'value="p. 3"' in first.get(form).content.decode()
    assert MentionAssignment.objects.get(reviewer=people[0]).draft["answer"] == "partly"
    told = first.post(form, _sent(**SUPPORTS), follow=True)
    assert "You can’t see the others until all are in" in shown(told)
    assert "0 of 2" not in shown(told)
    assert "1 of 2 are in" in shown(editor.get(f"/mention-rounds/{round.pk}/"))
    assert "Your check is in" in shown(first.get(form))
    assert "All checks are in" in shown(second.post(form, _sent(**PARTLY), follow=True))
    opened = shown(Client().get(f"/mention-rounds/{round.pk}/"))
    assert "the study says part of this" in opened
    assert "until they do, none of these counts" in opened
    differences = f"/mention-rounds/{round.pk}/differences/"
    page = shown(first.get(differences))
    assert "3 differences" in page
    takes = {"took-answer": "2", "took-error": "2", "took-subtype": "2"}
    lacking = first.post(differences, {"do": "submit", **takes})
    assert "Accept the" in shown(lacking)
    half = {"took-answer": "2", "took-error": "2", "took-subtype": "third"}
    half |= {"value-subtype": "", "because-subtype": "None."}
    lacking = first.post(differences, {"do": "submit", "accepted": "yes", **half})
    assert "An error is major or minor, and of a kind" in shown(lacking)
    first.post(differences, {"do": "submit", "accepted": "yes", **takes})
    counts = CitationSupport.objects.get()
    assert (counts.answer, counts.subtype, counts.round) == ("partly", "number", round)
    page = shown(Client().get(f"/claims/{cited[0].claim_id}/"))
    assert "the study says part of this" in page
    again = shown(first.get(alone(cited)))
    assert "Why again" in again


def _sent(do="submit", **said):
    return {"do": do, "answer": "", "read": "full_text", **said}


def test_names_wait_until_they_agreed(cited, round):
    MentionRound.objects.update(names_hidden=True)
    round.refresh_from_db()
    for person in (make.a_reviewer(), make.another_reviewer()):
        submit_check(round=round, said=SUPPORTS, by=person)
    page = shown(Client().get(f"/mention-rounds/{round.pk}/"))
    assert "Reviewer 1" in page
    assert str(make.a_reviewer()) not in page
    told = Client().get(f"/api/v1/mention-rounds/{round.pk}/").json()
    assert [each["reviewer"] for each in told["checks"]] == ["", ""]
    differences = f"/mention-rounds/{round.pk}/differences/"
    settler = at_the_pages(make.an_editor())
    settler.post(differences, {"do": "submit", "accepted": "yes"})
    page = shown(Client().get(f"/mention-rounds/{round.pk}/"))
    assert str(make.a_reviewer()) in page


def test_what_is_typed_for_a_place_that_is_gone_is_kept(round):
    person = make.another_reviewer()
    client, form = at_the_pages(person), f"/mention-rounds/{round.pk}/check/"
    seen = MentionAssignment.objects.get(reviewer=person).revision
    client.post(form, _sent("save", place="p. 1", revision=seen))
    lost = client.post(form, _sent("save", place="p. 2", revision=seen))
    assert lost.status_code == 409
    assert "changed this check in another window" in shown(lost)
    replace_checker(round=round, reviewer=person, by=make.an_editor(), reason="Ill.")
    closed = client.post(form, _sent("save", place="p. 4"))
    assert closed.status_code == 409
    assert "Ill." in shown(closed)
    assert "p. 4" in shown(client.get(form))
    typing = {"answer": "", "place": "p. 5"}
    told = shown(client.post(form, typing, headers={"HX-Request": "true"}))
    assert "Saved" in told
    assert "taken away: Ill." in told
    client.post(form, _sent("save", place="p. 4"))
    assert MentionAssignment.objects.get(reviewer=person).draft["place"] == "p. 4"


def test_a_queue_has_what_is_asked_offered_and_to_be_settled(cited, round):
    rev, third = make.a_reviewer(), make.a_third_reviewer()
    first = waits_for(rev)
    assert (first.kind, first.address) == (
        "check",
        f"/mention-rounds/{round.pk}/check/",
    )
    assert "Assigned to you" in first.why
    tasks = {each.task for each in _sources(third)}
    assert not tasks & {"check", "check_offer", "support"}
    replace_checker(round=round, reviewer=rev, by=make.an_editor(), reason="Ill.")
    assert "check_offer" in {each.task for each in _sources(third)}
    assert not {"check", "check_offer"} & {each.task for each in _sources(rev)}
    client = at_the_pages(third)
    client.post(f"/mention-rounds/{round.pk}/check/", {"do": "take"})
    for person in (third, make.another_reviewer()):
        submit_check(round=round, said=SUPPORTS, by=person)
    assert waits_for(third).kind == "check_difference"
    assert "your check: the study says this" in shown(client.get("/review/decisions/"))


def _sources(person):
    return [SOURCES[number] for number in counts_of(parts_of(person, Asked()))]


def test_whose_account_is_closed_strands_no_round_of_checks(round):
    submit_check(round=round, said=SUPPORTS, by=make.a_reviewer())
    gone = make.another_reviewer()
    gone.is_active = False
    gone.save()
    (lacks,) = left_without_an_owner()
    assert (lacks.lacks, lacks.address) == (
        "reviewer",
        f"/mention-rounds/{round.pk}/",
    )
    client = at_the_pages(make.a_third_reviewer())
    client.post(f"/mention-rounds/{round.pk}/check/", {"do": "take"})
    submit_check(round=round, said=SUPPORTS, by=make.a_third_reviewer())
    assert left_without_an_owner() == []
    for person in (make.a_reviewer(), make.a_third_reviewer()):
        person.is_active = False
        person.save()
    (lacks,) = left_without_an_owner()
    assert lacks.lacks == "settler"


def test_an_editor_sees_which_rounds_of_checks_wait_and_for_whom(cited, round):
    submit_check(round=round, said=SUPPORTS, by=make.a_reviewer())
    client = at_the_pages(make.an_editor())
    told = shown(client.get("/review/editors/mention-rounds/"))
    assert f"1 of 2 checks in; waits for {make.another_reviewer()}" in told
    submit_check(round=round, said=SUPPORTS, by=make.another_reviewer())
    (row,) = client.get("/api/v1/editing-mention-rounds/?waits=consensus").json()[
        "results"
    ]
    assert (row["id"], row["submitted"]) == (round.pk, 2)


def test_programs_do_the_same_by_the_same_names(cited, client):
    mention, citation = cited
    program, other = Program(make.a_reviewer()), Program(make.another_reviewer())
    editor = Program(make.an_editor())
    body = {"mention": mention.pk, "citation": citation.pk, "wanted": 2}
    assert program.post("/mention-rounds/", body).status_code == 403
    told = editor.post(
        "/mention-rounds/", {**body, "reviewers": [make.a_reviewer().pk]}
    )
    round = told.json()
    assert (round["handed_in"], round["free"], round["settled"]) == (0, 1, False)
    address = f"/mention-rounds/{round['id']}/"
    assert other.post(f"{address}take/").json()["place"] is True
    wrong = program.post(f"{address}check/", {**SUPPORTS, "note": "Strange."})
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "note")
    unread = program.post(f"{address}check/", {**SUPPORTS, "read": ""}).json()
    assert [each["field"] for each in unread["errors"]] == ["read"]
    other_kind = program.post(f"{address}check/", {**SUPPORTS, "answer": "matches"})
    assert "answer" in [each["field"] for each in other_kind.json()["errors"]]
    mine = program.post(f"{address}check/", SUPPORTS).json()
    assert [each["answer"] for each in mine["checks"]] == ["supports"]
    assert mine["handed_in"] is None
    assert other.get(address).json()["checks"] == []
    assert client.get(f"/api/v1{address}").json()["checks"] == []
    assert editor.get(address).json()["handed_in"] == 1
    other.post(f"{address}check/", PARTLY)
    opened = client.get(f"/api/v1{address}").json()
    assert [each["answer"] for each in opened["checks"]] == [*("supports", "partly")]
    assert program.post(f"{address}settle/", PARTLY).json()["settled"] is True
    again = other.post(f"{address}settle/", SUPPORTS)
    assert "settled this round meanwhile" in again.json()["detail"]
    listed = client.get(f"/api/v1/mention-rounds/?claim={mention.claim_id}&opened=true")
    assert [each["id"] for each in listed.json()["results"]] == [round["id"]]
    assert MentionJudgement.objects.count() == 3
    wording = editor.post(
        "/mention-rounds/", {"mention": mention.pk, "reviewers": [], "wanted": 1}
    ).json()
    assert (wording["citation"], wording["claim_version"]) == (None, 1)
    program.post(f"/mention-rounds/{wording['id']}/take/")
    program.post(f"/mention-rounds/{wording['id']}/check/", {"answer": "matches"})
    assert WordingCheck.objects.get().round_id == wording["id"]
