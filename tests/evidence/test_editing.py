"""What waits for editors: each list on its page, in JSON and CSV, and what is done."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim
from core.errors import NotAllowed, Refused
from core.models import Change
from evidence.editing.actions import send_back
from evidence.editing.api import LISTS
from evidence.editing.models import SentBack
from evidence.grades.actions import publish_verdict, withdraw_verdict
from evidence.people.actions import close_account
from evidence.twins.actions import note_twins
from evidence.twins.finding import alike_among
from evidence.twins.models import Twins
from tests import factories as make
from tests.api.programs import Program
from tests.html import shown
from tests.stories.acting import a_base_of, a_trial, graded
from texts.titles import normalise_title

pytestmark = pytest.mark.django_db
WHY = "Look at the losses to follow-up."


def rows(client, name, query=""):
    answer = client.get(f"/api/v1/editing-{name}/{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def page(client, name, query=""):
    return shown(client.get(f"/review/editors/{name}/{query}"))


def a_judged_claim(**given):
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome(name="fever"))
    base = a_base_of(make.a_claim(asserts="lowers", **given), [trial])
    return graded(base.claim, base)


def judged_anew(claim):
    """A published claim with a newer draft that is less certain, of one trial more."""
    publish_verdict(claim=claim, by=make.an_editor())
    return graded(claim, claim.bases.get(), levels={"imprecision": 1})


def test_each_list_is_for_editors_alone(client):
    for person, status in ((None, 401), (make.a_reviewer(), 403)):
        if person:
            client.force_login(person)
        for name in LISTS:
            assert client.get(f"/api/v1/editing-{name}/").status_code == status
            answer = client.get(f"/review/editors/{name}/")
            assert answer.status_code == (403 if person else 302)
    assert client.get("/review/editors/").status_code == 403


def test_a_draft_awaits_publishing_until_it_is_published(client, editor):
    claim = a_judged_claim()
    (row,) = rows(client, "to-publish")
    assert (row["id"], row["judged_by"]) == (claim.pk, ["Rev Madeup"])
    assert row["latest_verdict_words"] == "supported"
    assert claim.text in page(client, "to-publish")
    assert rows(client, "to-publish", "?published=true") == []
    publish_verdict(claim=claim, by=editor)
    assert rows(client, "to-publish") == []


def test_a_newer_draft_is_told_from_what_is_published(client, editor):
    claim = judged_anew(a_judged_claim())
    (row,) = rows(client, "differing")
    assert row["id"] == claim.pk
    differing = {
        one["what"]: (one["published"], one["newer"]) for one in row["differences"]
    }
    assert differing["Certainty"] == ("high", "moderate")
    assert differing["Sentence"][0] != differing["Sentence"][1]
    assert "Verdict" not in differing and "Evidence base" not in differing
    text = page(client, "differing")
    assert "<del>high</del>" in text and "<ins>moderate</ins>" in text
    assert [one["id"] for one in rows(client, "to-publish")] == [claim.pk]


def test_a_pooled_figure_that_moved_is_a_difference(client, editor):
    claim = a_judged_claim()
    publish_verdict(claim=claim, by=editor)
    trials = [
        a_trial(f"Example {year}", counts, claim.bases.get().items.get().result.outcome)
        for year, counts in ((2002, (9, 100, 28, 100)), (2003, (12, 100, 29, 100)))
    ]
    graded(claim, a_base_of(claim, trials))
    (row,) = rows(client, "differing")
    what = [one["what"] for one in row["differences"]]
    assert "Evidence base" in what
    assert any(each.startswith("Pooled figure, fever") for each in what)


def test_what_needs_review_says_why(client, editor):
    claim = a_judged_claim(text="Examplin lowers made-up fever, which changed")
    Claim.objects.filter(pk=claim.pk).update(
        needs_review=True, needs_review_why="A trial was retracted."
    )
    a_judged_claim()
    (row,) = rows(client, "needs-review")
    assert row["needs_review_why"] == "A trial was retracted."
    assert "A trial was retracted." in page(client, "needs-review")


def test_a_notice_leads_to_the_claims_it_reaches(client, editor):
    claim = a_judged_claim()
    study = claim.bases.get().items.get().result.study
    notice = make.a_notice(reference=study.reports.get().reference)
    make.a_notice()  # reaches nothing
    (row,) = rows(client, "notices")
    assert row["id"] == notice.pk
    assert [each["id"] for each in row["claims"]] == [claim.pk]
    assert rows(client, "notices", "?needs_review=true") == []
    assert claim.text in page(client, "notices")


def test_a_round_says_for_whom_it_waits_but_not_to_its_judges(client, editor):
    people = make.a_reviewer(), make.another_reviewer()
    waiting = make.a_round(reviewers=people)
    own = make.a_round(reviewers=[*people, editor])
    before = client.get("/api/v1/editing-rounds/").content
    make.a_grade(round=own, reviewer=people[0])
    assert client.get("/api/v1/editing-rounds/").content == before
    make.a_grade(round=waiting, reviewer=people[0])
    found = {row["id"]: row for row in rows(client, "rounds")}
    assert found[waiting.pk]["submitted"] == 1
    assert found[waiting.pk]["waits_for"] == ["Vera Madeup"]
    assert found[own.pk]["submitted"] is None
    assert found[own.pk]["waits_for"] is None
    assert "you judge in it yourself" in page(client, "rounds")
    make.a_grade(round=waiting, reviewer=people[1])
    (agreeing,) = rows(client, "rounds", "?waits=consensus")
    assert agreeing["waits_for"] == ["Rev Madeup", "Vera Madeup"]
    make.a_grade(round=waiting, reviewer=people[0], is_consensus=True, opened=False)
    assert rows(client, "rounds", "?waits=consensus") == []


def test_a_round_on_a_study_waits_like_one_on_a_claim(client, editor):
    people = make.a_reviewer(), make.another_reviewer()
    waiting = make.a_study_round(reviewers=people)
    own = make.a_study_round(reviewers=[*people, editor])
    before = client.get("/api/v1/editing-study-rounds/").content
    make.an_appraisal(round=own, reviewer=people[0])
    assert client.get("/api/v1/editing-study-rounds/").content == before
    make.an_appraisal(round=waiting, reviewer=people[0])
    found = {row["id"]: row for row in rows(client, "study-rounds")}
    assert found[waiting.pk]["submitted"] == 1
    assert found[waiting.pk]["waits_for"] == ["Vera Madeup"]
    assert found[waiting.pk]["instrument_name"] == "RoB 2"
    assert found[own.pk]["submitted"] is None
    assert found[own.pk]["waits_for"] is None
    told = page(client, "study-rounds")
    assert waiting.study.label in told
    assert "1 of 2 appraisals in; waits for Vera Madeup" in told
    assert "3 appraisals asked for; you judge in it yourself" in told
    make.an_appraisal(round=waiting, reviewer=people[1])
    (agreeing,) = rows(client, "study-rounds", "?waits=consensus")
    assert agreeing["waits_for"] == ["Rev Madeup", "Vera Madeup"]
    later = {"study": waiting.study, "result": waiting.result}
    make.a_study_round(reviewers=people, **later)
    assert rows(client, "study-rounds", "?waits=consensus") == []


def test_a_grade_begun_alone_hides_no_difference_that_waits(client, editor):
    people = make.a_reviewer(), make.another_reviewer()
    opened = make.a_round(reviewers=people)
    for person in people:
        make.a_grade(round=opened, reviewer=person)
    before = rows(client, "rounds")
    assert [row["id"] for row in before] == [opened.pk]
    second = Program(people[1])
    waits = second.get("/review/").content
    make.a_round(base=opened.base, reviewers=[make.a_third_reviewer()])
    assert before[0] in rows(client, "rounds")
    assert second.get("/review/").content == waits
    assert "difference" in {each["kind"] for each in json.loads(waits)["results"]}


def test_whose_account_is_closed_is_waited_for_no_more(client, editor):
    leaving, staying = make.a_reviewer(), make.another_reviewer()
    closed = make.a_round(reviewers=[leaving, staying])
    opened = make.a_study_round(reviewers=[leaving, staying])
    for person in (leaving, staying):
        make.an_appraisal(round=opened, reviewer=person)
    close_account(user=leaving, by=editor, reason="Left.")
    (waiting,) = rows(client, "rounds")
    assert (waiting["waits_for"], waiting["free"]) == (["Vera Madeup"], 1)
    assert "waits for Vera Madeup; 1 place on offer" in page(client, "rounds")
    (agreeing,) = rows(client, "study-rounds")
    assert (agreeing["waits_for"], agreeing["free"]) == (["Vera Madeup"], 0)
    close_account(user=staying, by=editor, reason="Left too.")
    assert "0 of 2 grades in; 2 places on offer" in page(client, "rounds")
    assert "a consensus by an editor is not" in page(client, "study-rounds")
    assert not closed.is_open


def test_what_people_ask_for_is_one_row_however_many_ask(client, editor):
    claim = make.a_claim(text="A claim that is asked for")
    for person in (make.a_reader(), make.a_curator()):
        make.an_ask(by=person)
        make.an_ask(by=person, claim=claim, sentence_sha256="1" * 64)
    make.an_ask(sentence="Another sentence.", sentence_sha256="2" * 64)
    found = [(row["claim"], row["asked"]) for row in rows(client, "asks")]
    assert set(found) == {(None, 1), (None, 2), (claim.pk, 2)}
    assert [row["claim"] for row in rows(client, "asks", "?of=claim")] == [claim.pk]
    assert "2 people ask" in page(client, "asks")


# --- sending back ---


def sent(claim):
    send_back(claim=claim, by=make.an_editor(), reason=WHY)


def test_what_is_sent_back_stays_a_draft_and_is_its_reviewers_to_grade_again(
    client, editor
):
    claim = a_judged_claim()
    address = f"/claims/{claim.pk}/send-back/"
    assert client.post(address, {"reason": " "}).status_code == 422
    assert client.post(address, {"reason": WHY}).status_code == 302
    publishing = shown(client.get(f"/claims/{claim.pk}/publish/"))
    assert f"Edi Madeup sent it back ({WHY.rstrip('.')})" in publishing
    (row,) = rows(client, "to-publish", "?sent_back=true")
    assert (row["sent_back_why"], row["sent_back_by"]) == (WHY, "Edi Madeup")
    assert rows(client, "to-publish", "?sent_back=false") == []
    assert Claim.objects.get(pk=claim.pk).standing == "draft"
    assert WHY in page(client, "to-publish")
    client.logout()
    assert WHY not in shown(client.get(f"/claims/{claim.pk}/"))
    client.force_login(make.another_reviewer())
    assert "Nothing was sent back to you." in shown(client.get("/review/sent-back/"))
    client.force_login(make.a_reviewer())
    assert WHY in shown(client.get(f"/claims/{claim.pk}/"))
    assert WHY in shown(client.get("/review/sent-back/"))
    graded(claim, claim.bases.get(), levels={"imprecision": 1})
    assert WHY not in shown(client.get("/review/sent-back/"))
    assert WHY not in shown(client.get(f"/claims/{claim.pk}/"))
    client.force_login(editor)
    assert rows(client, "to-publish", "?sent_back=true") == []


def test_publishing_or_taking_back_settles_what_was_sent_back():
    for settle in (publish_verdict, withdraw_verdict):
        claim = a_judged_claim()
        sent(claim)
        assert SentBack.objects.waiting().exists()
        settle(claim=claim, by=make.an_editor(), reason="It was looked at.")
        assert not SentBack.objects.waiting().exists()


def test_what_cannot_be_sent_back_says_why():
    claim, editor = a_judged_claim(), make.an_editor()
    with pytest.raises(NotAllowed, match="You may not publish"):
        send_back(claim=claim, by=make.a_reviewer(), reason=WHY)
    with pytest.raises(Refused, match="what is to be looked at"):
        send_back(claim=claim, by=editor, reason=" ")
    sent(claim)
    with pytest.raises(Refused, match="sent back already"):
        sent(claim)
    publish_verdict(claim=claim, by=editor)
    with pytest.raises(Refused, match="is published; a mistake in it is corrected"):
        sent(claim)
    own = a_judged_claim()
    graded(own, own.bases.get(), by=editor)
    with pytest.raises(Refused, match="You judged this claim alone"):
        sent(own)
    with pytest.raises(Refused, match="nobody to send it back to"):
        sent(make.a_claim())


def test_a_newer_draft_under_a_published_verdict_is_sent_back(client, editor):
    claim = judged_anew(a_judged_claim())
    sent(claim)
    (row,) = rows(client, "differing")
    assert row["sent_back"] is True and row["standing"] == "published"


def test_a_program_sends_back_and_corrects_as_pages_do():
    claim, editor = a_judged_claim(), Program(make.an_editor())
    at = f"/claims/{claim.pk}"
    assert Program(make.a_reviewer()).post(f"{at}/send-back/").status_code == 403
    assert editor.post(f"{at}/send-back/", {"reason": ""}).status_code == 422
    assert editor.post(f"{at}/send-back/", {"reason": WHY}).status_code == 200
    wrong = {"corrects": 9, "what": "The dose.", "why": "Misread."}
    refused = editor.post(f"{at}/correct/", wrong)
    assert refused.status_code == 422
    assert "no version of that number" in refused.json()["detail"]
    assert editor.post(f"{at}/correct/", {**wrong, "corrects": 1}).status_code == 200
    (told,) = editor.get(f"/corrections/?claim={claim.pk}").json()["results"]
    assert (told["corrects"], told["corrected"], told["what"]) == (1, 2, "The dose.")
    assert told["wrong_address"] == f"/claims/{claim.pk}/v1/"


def fill():
    """A row more in every list."""
    grade = make.a_grade()
    claim = grade.round.claim
    Claim.objects.filter(pk=claim.pk).update(
        **{"verdict": "supported", "certainty": "high", "standing": "published"},
        **{"newer_verdict": "supported", "newer_certainty": "low"},
        newer_standing="draft",
        newer_judged_at=grade.submitted_at,
        judged_at=grade.submitted_at,
        needs_review=True,
        needs_review_why="It changed.",
    )
    report = make.a_report(study=grade.round.base.items.get().result.study)
    make.a_notice(reference=report.reference)
    waiting = make.a_round(reviewers=[make.a_reviewer(), make.another_reviewer()])
    make.a_grade(round=waiting, reviewer=make.a_reviewer())
    make.a_study_round()
    made_up = make.a_defined_instrument(key=f"example-{claim.pk}")
    given = {"instrument": made_up.key, "version": made_up.version}
    make.a_study_round(reviewers=[], **given)
    make.a_mention_round(reviewers=[make.a_reviewer(), make.another_reviewer()])
    make.an_ask(by=make.a_reader(), sentence_sha256=f"{claim.pk:064d}")
    make.a_twins()


def test_five_rows_take_no_more_queries_than_one_and_the_table_has_them(client, editor):
    addresses = ["/review/editors/"]
    for name in LISTS:
        addresses += [f"/review/editors/{name}/", f"/api/v1/editing-{name}/"]

    def counted():
        taken = {}
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            taken[address] = len(queries)
        return taken

    fill()
    counted()  # what is asked once a process
    one = counted()
    for _ in range(4):
        fill()
    assert counted() == one
    for name in LISTS:
        answer = client.get(f"/editing-{name}.csv")
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
        table = list(csv.DictReader(io.StringIO(text)))
        listed = rows(client, name)
        assert [row["id"] for row in table] == [str(row["id"]) for row in listed]
        assert len(listed) >= 5, name
        detail = client.get(f"/api/v1/editing-{name}/{listed[0]['id']}/")
        assert detail.json() == listed[0]


# --- twins ---


def found_among_what_changed():
    found = list(alike_among(Change.objects.order_by("pk")))
    note_twins(found=found, by=make.an_editor())
    return {(row.noun, row.one, row.other) for row in Twins.objects.waiting()}


def test_what_looks_alike_is_found_and_merged_or_told_apart(client, editor):
    text = "Examplin lowers made-up fever in adults"
    claims = [make.a_claim(text=words).pk for words in (text, f"{text}.", "Tea calms")]
    studies = [make.a_study(label="Example 2001", year=2001).pk for _ in "ab"]
    make.a_study(label="Example 2001", year=2002)
    shared = make.a_reference(title="A report of two")
    sharing = [
        make.a_report(study=make.a_study(label=f"Sharing {n}"), reference=shared)
        for n in (1, 2)
    ]
    title = "Examplin against made-up fever: a randomised trial"
    same = {"first_author": "Example", "authors": [{"family": "Example"}]}
    same["title_key"] = normalise_title(title)
    alike = [make.a_reference(title=title, year=2001, **same).pk for _ in "ab"]
    other = {"first_author": "Other", "authors": [{"family": "Other"}]}
    make.a_reference(title=title, year=1990, **{**same, **other})
    for _ in "ab":
        make.a_reference(
            title="Editorial", year=2001, **{**same, "title_key": "editorial"}
        )
    expected = {
        ("claim", *claims[:2]),
        ("study", *studies),
        ("study", *(each.study_id for each in sharing)),
        ("reference", *alike),
    }
    assert found_among_what_changed() == expected
    assert found_among_what_changed() == expected  # read again, nothing comes twice
    told = {row["noun"]: row for row in rows(client, "twins", "?noun=claim&noun=study")}
    assert set(told) == {"claim", "study"}
    assert told["claim"]["one_words"] == text
    merge = f"/claims/{claims[1]}/merge/?into={claims[0]}"
    assert told["claim"]["merge_address"] == merge
    assert client.get(merge).status_code == 200
    address = f"/review/twins/{told['claim']['id']}/apart/"
    client.post(address, {"reason": ""})
    assert len(rows(client, "twins", "?noun=claim")) == 1
    client.post(address, {"reason": "One is of children."})
    assert rows(client, "twins", "?noun=claim") == []
    (pair,) = rows(client, "twins", "?noun=reference")
    at = f"/editing-twins/{pair['id']}"
    assert Program(make.a_reviewer()).post(f"{at}/tell-apart/").status_code == 403
    done = Program(editor).post(f"{at}/tell-apart/", {"reason": "Two parts."})
    assert done.status_code == 204
    assert rows(client, "twins", "?noun=reference") == []
    assert found_among_what_changed() == {
        each for each in expected if each[0] == "study"
    }
