"""Who is closed in the middle of things strands nothing; and one's own record."""

import json

import pytest
from django.utils import timezone

from accounts.models import User
from articles.checks.judging import save_check, submit_check
from articles.checks.rounds import want_fewer_checks
from core.nouns import noun_of
from evidence.grades.actions import save_grade, submit_grade
from evidence.grades.places import take_place, want_fewer
from evidence.grades.rounds import call_round
from evidence.models import ClaimAssignment
from evidence.people.actions import close_account
from evidence.people.ownerless import left_without_an_owner
from evidence.talk.actions import add_comment
from studies.appraisals.actions import save_appraisal, submit_appraisal
from studies.appraisals.rounds import call_study_round, want_fewer_appraisals
from tests import factories as make
from tests.html import shown
from tests.stories.acting import a_base_of, a_form, a_trial
from tests.studies.appraisals.answers import a_form as an_appraisal

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def lacks():
    return {(each.about, str(each.lacks)) for each in left_without_an_owner()}


def test_whoever_is_closed_in_the_middle_of_rounds_strands_none_of_them(client):
    rev, vera = make.a_reviewer(), make.another_reviewer()
    editor = make.an_editor()
    base = make.a_frozen_base()
    running = call_round(claim=base.claim, base=base, reviewers=[rev, vera], by=editor)
    save_grade(round=running, draft={"note": "half a thought"}, by=rev)
    waiting = make.a_round(reviewers=[rev, vera])
    for person in (rev, vera):
        make.a_grade(round=waiting, reviewer=person, opened=person == vera)
    assert lacks() == set()
    client.force_login(editor)
    address = f"/people/{rev.pk}/close/"
    assert client.post(address, {"reason": ""}).status_code == 422
    answer = client.post(address, {"reason": "Left.", "revision": 1}, follow=True)
    assert answer.redirect_chain[-1][0] == "/review/without-an-owner/"
    assert "lacks a reviewer" in shown(answer)
    assert f"/claims/{base.claim_id}/rounds/" in answer.content.decode()
    assert lacks() == {(str(base.claim), "reviewer")}
    place = ClaimAssignment.objects.get(round=running, reviewer=rev)
    assert place.draft == {"note": "half a thought"}  # still theirs
    take_place(round=running, by=make.a_third_reviewer())
    assert lacks() == set()
    left = close_account(by=editor, user=vera, reason="Left, too.")
    assert {str(each.lacks) for each in left} == {"reviewer", "settler"}
    told = client.get("/api/v1/without-an-owner/").json()["results"]
    assert {each["lacks"] for each in told} == {"reviewer", "settler"}
    client.post(f"/people/{rev.pk}/reopen/", {"reason": "Back.", "revision": 2})
    assert {str(each.lacks) for each in left_without_an_owner()} == {"reviewer"}


def test_those_who_are_left_go_on_where_the_place_of_a_closed_account_is_done_without():
    gone, *left = (make.a_reviewer(), make.another_reviewer(), make.a_third_reviewer())
    editor, trial = (
        make.an_editor(),
        a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome()),
    )
    base = a_base_of(make.a_claim(asserts="lowers"), [trial])
    people = {"reviewers": [gone, *left], "by": editor}
    graded = call_round(claim=base.claim, base=base, **people)
    result = base.items.get().result
    on = {"study": result.study, "result": result, "instrument": "rob2"}
    appraised = call_study_round(**on, **people)
    checked = make.a_wording_round(reviewers=people["reviewers"])
    save_grade(round=graded, draft={"note": "half a thought"}, by=gone)
    close_account(by=editor, user=gone, reason="Left.")
    for fewer, round in (
        (want_fewer, graded),
        (want_fewer_appraisals, appraised),
        (want_fewer_checks, checked),
    ):
        fewer(round=round, by=editor, reason="Two do.")
    for person in left:
        save_grade(round=graded, draft={"note": "as well"}, by=person)
        submit_grade(round=graded, form=a_form(base), by=person)
        save_appraisal(round=appraised, draft={"answers": {"1.1": "Y"}}, by=person)
        submit_appraisal(round=appraised, form=an_appraisal(), by=person)
        save_check(round=checked, draft={"answer": "matches"}, by=person)
        submit_check(round=checked, said={"answer": "matches"}, by=person)
    assert graded.is_open and appraised.is_open and checked.is_open
    place = ClaimAssignment.objects.get(round=graded, reviewer=gone)
    assert (place.draft, place.left_because) == (
        {"note": "half a thought"},
        "The account was closed.",
    )


def test_who_judges_in_a_round_does_not_learn_of_its_places(client):
    editor = make.an_editor()
    base = make.a_frozen_base()
    call_round(
        claim=base.claim,
        base=base,
        reviewers=[editor, make.a_reviewer()],
        by=User.objects.system(),
    )
    close_account(by=User.objects.system(), user=make.a_reviewer(), reason="Left.")
    assert len(left_without_an_owner()) == 1
    assert left_without_an_owner(editor) == []
    for person, status in ((editor, 200), (make.another_reviewer(), 403)):
        client.force_login(person)
        assert client.get("/review/without-an-owner/").status_code == status
        assert client.get("/api/v1/without-an-owner/").status_code == status


def test_a_role_that_judges_no_more_is_listed_too():
    rev = make.a_reviewer()
    make.a_round(reviewers=[rev, make.another_reviewer()])
    User.objects.filter(pk=rev.pk).update(role="reader")
    (row,) = left_without_an_owner()
    assert row.who == ("Rev Madeup",)
    assert row.words == "a reviewer who still may judge"


def test_appraisals_and_open_comments_are_listed_too(client):
    rev, editor = make.a_reviewer(), make.an_editor()
    round = make.a_study_round(reviewers=[rev, make.another_reviewer()])
    claim = make.a_claim()
    said = {"about": "claim", "by": rev}
    for text in ("Which dose?", "And for whom?"):
        make.a_comment(row_id=claim.pk, text=text, **said)
    make.a_comment(
        row_id=claim.pk, text="Nothing.", resolved_at=NOW, resolved_by=editor, **said
    )
    assert left_without_an_owner() == []
    left = close_account(by=editor, user=rev, reason="Left.")
    assert sorted(str(each.lacks) for each in left) == ["reviewer", "writer", "writer"]
    client.force_login(editor)
    page = shown(client.get("/review/without-an-owner/"))
    for words in (str(round.study), "Which dose?", "And for whom?"):
        assert words in page
    assert "Nothing." not in page


def test_what_a_closed_person_said_in_a_closed_round_is_listed_without_its_words(
    client,
):
    rev, judging = make.a_reviewer(), make.an_editor()
    outside = make.an_admin()
    round = make.a_round(reviewers=[rev, make.another_reviewer(), judging])
    for about, row in (("claim", round.claim_id), ("claimround", round.pk)):
        add_comment(about=about, row_id=row, text="A dose too high?", by=rev)

    def listed(person):
        return {each.about for each in left_without_an_owner(person)}

    unread = "said in a round that has not opened, and read once it has"
    expected = {
        f"Claim {round.claim_id}: {unread}",
        f"Round of grading {round.pk}: {unread}",
    }
    client.force_login(judging)
    closing = client.post(f"/people/{rev.pk}/close/", {"reason": "Left."}, follow=True)
    assert "is closed" in shown(closing) and "lacks" not in shown(closing)
    assert listed(judging) == set()
    assert listed(outside) == {str(round.claim), *expected}


def an_opened_round(kind, people):
    """A round of each kind in which both have judged and nothing is agreed on."""
    if kind == "grade":
        round = make.a_round(reviewers=people)
        for person in people:
            make.a_grade(round=round, reviewer=person)
    elif kind == "appraisal":
        round = make.a_study_round(reviewers=people)
        for person in people:
            make.an_appraisal(round=round, reviewer=person)
    else:
        calls, judges = OF_CHECKS[kind]
        round = calls(reviewers=people)
        for person in people:
            make.checked(judges(round=round, reviewer=person))
    return round


OF_CHECKS = {
    "support": (make.a_mention_round, make.a_support_judgement),
    "wording": (make.a_wording_round, make.a_wording_judgement),
}
CALLS = {"grade": make.a_round, "appraisal": make.a_study_round} | {
    kind: calls for kind, (calls, _) in OF_CHECKS.items()
}


def test_each_thing_a_closed_person_held_in_each_kind_of_round_is_listed_at_once():
    rev, vera = make.a_reviewer(), make.another_reviewer()
    expected = set()
    for kind, calls in CALLS.items():
        asked = calls(reviewers=[rev, vera], called_by=rev)
        begun = calls(reviewers=[rev, vera])
        place = begun.assignments.get(reviewer=rev)
        place.draft = {"note": "half a thought"}
        place.save()
        alone = calls(reviewers=[rev])
        opened = an_opened_round(kind, [rev, vera])
        subject = {"grade": "claim", "appraisal": "study"}.get(kind, "mention")
        expected |= {f"reviewer-{subject}-{each.pk}" for each in (asked, begun, alone)}
        expected.add(f"settler-{subject}-{opened.pk}")
        about = {"about": noun_of(opened), "row_id": opened.pk}
        said = make.a_comment(by=rev, text="Why?", **about)
        expected.add(f"writer-comment-{said.pk}")
    result = make.a_result(
        entered_by=rev, disputed_by=vera, disputed_at=NOW, source_says="Another number."
    )
    back = make.a_sent_back(grade=make.a_grade(round=make.a_round(reviewers=[rev])))
    claim = back.grade.round.claim
    claim.verdict, claim.certainty, claim.standing = "supported", "low", "draft"
    claim.judged_at = back.grade.submitted_at
    claim.save()
    expected |= {f"enterer-result-{result.pk}", f"reviewer-sent-back-{back.pk}"}
    assert left_without_an_owner() == []
    system = User.objects.system()
    close_account(by=system, user=vera, reason="Left, too.")
    left = close_account(by=system, user=rev, reason="Left.")
    listed = {each.key for each in left_without_an_owner()}
    assert expected == listed
    assert {each.key for each in left} <= listed


def test_ones_own_record_has_ones_blind_rows_and_nobody_elses(
    client, django_assert_max_num_queries
):
    rev, vera = make.a_reviewer(), make.another_reviewer()
    round = make.a_round(reviewers=[rev, vera])
    for person in (rev, vera):
        make.a_grade(round=round, reviewer=person, opened=False)
    make.an_appraisal(reviewer=rev, opened=False)
    make.a_comment(by=rev)
    make.a_result(entered_by=rev)
    make.a_result(entered_by=vera)
    client.force_login(rev)
    with django_assert_max_num_queries(20):
        page = shown(client.get("/accounts/record/"))
    assert "Claim graded" in page and "Result entered" in page
    whole = json.loads(client.get("/accounts/record/?format=json").content)
    kinds = [row["what"] for row in whole["results"]]
    for what in ("claim graded", "study appraised", "comment written"):
        assert kinds.count(what) == 1
    table = client.get("/accounts/record/?format=csv").getvalue().decode()
    assert table.count("claim graded") == 1
    assert client.get("/accounts/record/?format=xml").status_code == 400
    client.logout()
    assert client.get("/accounts/record/").status_code == 302
