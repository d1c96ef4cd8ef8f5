"""Comments and flags: said, answered, blind in a closed round, resolved."""

import pytest
from django.test import Client
from django.utils import timezone

from core.errors import Refused
from core.jobs import run_now
from core.models import Change
from evidence.grades.actions import draft_alone
from evidence.models import Comment, Flag
from evidence.talk.actions import COMMENTS, add_comment
from tests import factories as make
from tests.html import shown
from tests.stories.acting import settled

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    return make.a_claim()


@pytest.fixture
def as_curator(client):
    client.force_login(make.a_curator())
    return client


def as_(person):
    client = Client()
    client.force_login(person)
    return client


def say(client, row, text="Is it the right trial?", about="claim", **more):
    return client.post(f"/talk/{about}/{row.pk}/", {"text": text, **more})


def page(client, row, about="claim"):
    return shown(client.get(f"/talk/{about}/{row.pk}/"))


def test_a_comment_is_read_by_all_with_safe_links(client, as_curator, claim):
    said = "See <b>https://example.org/a?b=1</b>\njavascript:alert(1)"
    assert say(as_curator, claim, said).status_code == 302
    answer = Client().get(f"/talk/claim/{claim.pk}/").content.decode()
    assert '<a href="https://example.org/a?b=1" rel="nofollow">' in answer
    assert "<b>https" not in answer
    assert 'href="javascript' not in answer
    assert "Talk (1)" in shown(Client().get(f"/claims/{claim.pk}/"))


def test_every_kind_of_record_is_talked_about(as_curator):
    result = make.a_result()
    mention = make.a_mention(claim=make.a_claim())
    grade = make.a_grade()
    support = make.a_citation_support(
        mention=mention, citation=make.a_citation(mention=mention)
    )
    rows = {
        "study": result.study,
        "result": result,
        "outcome": result.outcome,
        "reference": make.a_reference(),
        "article": mention.article,
        "mention": mention,
        "citationsupport": support,
        "citedwork": support.citation.cited_work,
        "evidencebase": grade.round.base,
        "claimround": grade.round,
    }
    for about, row in rows.items():
        assert say(as_curator, row, f"On a {about}", about=about).status_code == 302
        assert f"On a {about}" in page(as_curator, row, about), about
    for about in ("user", "limituse", "nonsense"):
        assert say(as_curator, claim_of(grade), about=about).status_code == 404, about
    listed = shown(as_curator.get("/comments/"))
    assert all(f"On a {about}" in listed for about in rows)


def claim_of(grade):
    return grade.round.claim


def test_a_suggestion_of_a_text_that_is_not_public_is_nobodys_to_comment(as_curator):
    hidden = make.a_mention(article=make.an_article(licence="all_rights"))
    assert say(as_curator, hidden, about="mention").status_code == 404


def test_who_may_not_comment_is_told_who_may(client, claim):
    client.force_login(make.a_reader())
    assert say(client, claim).status_code == 403
    assert not Comment.objects.exists()


def test_an_answer_stands_under_its_comment_and_no_deeper(as_curator, claim):
    thread = make.a_comment(row_id=claim.pk)
    assert say(as_curator, claim, "Yes.", parent=thread.pk).status_code == 302
    answer = Comment.objects.get(parent=thread)
    assert say(as_curator, claim, "No.", parent=answer.pk).status_code == 404
    elsewhere = make.a_comment()
    assert say(as_curator, claim, "No.", parent=elsewhere.pk).status_code == 404


def test_nothing_too_much_and_too_often_are_refused(as_curator, claim):
    assert say(as_curator, claim, " \n ").status_code == 422
    answer = say(as_curator, claim, "a" * 5001)
    assert answer.status_code == 422
    assert "a" * 5001 in answer.content.decode()
    for _ in range(COMMENTS.most):
        said = {"about": "claim", "row_id": claim.pk, "text": "Again."}
        add_comment(by=make.a_curator(), **said)
    with pytest.raises(Refused, match="60 comments came from you within an hour"):
        add_comment(by=make.a_curator(), **said)


def test_its_writer_words_it_otherwise_and_how_it_read_is_kept(as_curator, claim):
    say(as_curator, claim, "Dose is wrog.")
    comment = Comment.objects.get()
    as_curator.post(f"/comments/{comment.pk}/edit/", {"text": "Dose is wrong."})
    assert "Dose is wrong." in page(client := Client(), claim)
    assert "edited" in page(client, claim)
    assert "Dose is wrog." in shown(client.get(f"/comments/{comment.pk}/history/"))
    other = as_(make.an_editor()).post(
        f"/comments/{comment.pk}/edit/", {"text": "Mine."}
    )
    assert other.status_code == 422
    assert "Only who wrote a comment" in shown(other)


def test_what_is_taken_back_leaves_who_and_why_and_no_words(as_curator, claim):
    comment = make.a_comment(row_id=claim.pk, text="You are a fool.")
    make.a_comment(row_id=claim.pk, parent=comment, text="Please.")
    editor = as_(make.an_editor())
    editor.post(f"/comments/{comment.pk}/step/", {"do": "withdraw", "reason": "Rude."})
    talk = page(as_curator, claim)
    assert "fool" not in talk
    assert "Withdrawn by Edi Madeup" in talk
    assert "Rude." in talk
    assert "Please." in talk
    assert as_curator.get(f"/comments/{comment.pk}/history/").status_code == 410
    assert editor.get(f"/comments/{comment.pk}/history/").status_code == 200
    assert as_curator.get(f"/api/v1/comments/{comment.pk}/").status_code == 410
    again = {"do": "reinstate"}
    step = f"/comments/{comment.pk}/step/"
    for person, reason in ((as_curator, "Mine."), (editor, "")):  # nor its own writer
        person.post(step, {**again, "reason": reason})
        assert "fool" not in page(as_curator, claim)
    editor.post(step, {**again, "reason": "Quoted, not meant."})
    assert "fool" in page(as_curator, claim)
    stays = make.a_comment(row_id=claim.pk, by=make.a_reviewer())
    refused = as_curator.post(f"/comments/{stays.pk}/step/", {"do": "withdraw"})
    assert refused.status_code == 403


def test_a_thread_is_resolved_and_opened_again_by_whoever_comments(as_curator, claim):
    thread = make.a_comment(row_id=claim.pk, by=make.a_reviewer())
    answer = make.a_comment(row_id=claim.pk, parent=thread)
    as_curator.post(f"/comments/{thread.pk}/step/", {"do": "resolve"})
    assert "by Cur Madeup" in page(as_curator, claim)
    listed = "/api/v1/comments/?open=true"
    assert as_curator.get(listed).json()["results"] == []
    as_curator.post(f"/comments/{thread.pk}/step/", {"do": "reopen"})
    ids = [row["id"] for row in as_curator.get(listed).json()["results"]]
    assert ids == [answer.pk, thread.pk]
    mine = as_curator.get(f"{listed}&by={make.a_curator().pk}").json()["results"]
    assert [row["id"] for row in mine] == [answer.pk]
    assert as_curator.get("/comments.csv?open=true").status_code == 200
    as_curator.post(f"/comments/{answer.pk}/step/", {"do": "resolve"})
    assert Comment.objects.filter(resolved_at=None).count() == 2


# --- blind while a round is closed ---

WAITS = "Only the third trial convinces me."


@pytest.fixture
def round():
    people = [make.a_reviewer(), make.another_reviewer()]
    return make.a_round(reviewers=people)


def around(round):
    """What the judges of a round have before them."""
    result = round.base.items.get().result
    mention = make.a_mention(claim=round.claim)
    make.an_anchor(mention=mention)
    return {
        "claim": round.claim,
        "claimround": round,
        "evidencebase": round.base,
        "result": result,
        "study": result.study,
        "mention": mention,
        "article": mention.article,
    }


def test_what_a_judge_says_is_theirs_alone_until_the_round_opens(round):
    judge, rows = as_(make.a_reviewer()), around(round)
    others = [Client(), *map(as_, (make.another_reviewer(), make.an_admin()))]
    seen = ["/comments/", "/comments.csv", "/api/v1/comments/"]
    seen += [f"/talk/{about}/{row.pk}/" for about, row in rows.items()]
    seen += [f"/claims/{round.claim_id}/", f"/studies/{rows['study'].pk}/"]
    seen += [f"/articles/{rows['article'].pk}/", "/api/v1/changes/"]
    before = [whole(client.get(path)) for client in others for path in seen]
    for about, row in rows.items():
        say(judge, row, WAITS, about=about)
    say(judge, round.claim, WAITS, parent=Comment.unfiltered.first().pk)
    after = [whole(client.get(path)) for client in others for path in seen]
    for one, other in zip(before, after, strict=True):
        assert one == other
    assert all(WAITS in page(judge, row, about) for about, row in rows.items())
    assert "seen by you alone until the round opens" in page(judge, round.claim)
    one = Comment.unfiltered.first()
    for path in (f"/api/v1/comments/{one.pk}/", f"/comments/{one.pk}/history/"):
        assert others[1].get(path).status_code == 404
    judged(round)
    assert WAITS in page(others[0], round.claim)


def test_what_is_said_beside_a_draft_begun_alone_is_heard():
    base, judge = make.a_frozen_base(), make.a_reviewer()
    draft_alone(claim=base.claim, base=base, draft={"note": "Half"}, by=judge)
    study = base.items.get().result.study
    for about, row in {"claim": base.claim, "study": study}.items():
        say(as_(judge), row, "Heard at once.", about=about)
        assert "Heard at once." in page(as_(make.another_reviewer()), row, about)


def judged(round):
    """All who judge in a round hand in, and it opens."""
    for place in round.assignments.order_by("pk"):
        make.a_grade(round=round, reviewer=place.reviewer)


def whole(answer):
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    named = {"X-Request-ID", "Set-Cookie", "Date", "Expires"}
    headers = {name: each for name, each in answer.headers.items() if name not in named}
    return without_tokens(text), headers


def without_tokens(text):
    """A page less the token of its forms, which is new each time."""
    parts = text.split(b'name="csrfmiddlewaretoken" value="')
    return b"".join([parts[0], *(part[64:] for part in parts[1:])])


def test_what_an_appraiser_says_waits_for_the_round_on_the_study():
    judges = [make.a_reviewer(), make.another_reviewer()]
    round = make.a_study_round(reviewers=judges)
    judge, other = as_(judges[0]), as_(judges[1])
    item = make.an_item(result=make.a_result(study=round.study))
    rows = {"study": round.study, "studyround": round, "result": item.result}
    for about, row in {**rows, "claim": item.base.claim}.items():
        assert say(judge, row, WAITS, about=about).status_code == 302, about
        assert WAITS in page(judge, row, about), about
        assert WAITS not in page(other, row, about), about
    assert WAITS not in shown(other.get("/comments/"))
    assert not Change.objects.public().filter(model="comment").exists()
    for person in judges:
        make.an_appraisal(round=round, reviewer=person)
    assert WAITS in page(other, round.study, "study")


def test_what_is_said_of_a_mention_waits_for_the_round_that_checks_it():
    judges = [make.a_reviewer(), make.another_reviewer()]
    round = make.a_mention_round(reviewers=judges)
    judge, other = as_(judges[0]), as_(judges[1])
    mention = round.mention
    rows = {"mention": mention, "mentionround": round, "claim": mention.claim}
    rows |= {"article": mention.article, "citedwork": round.citation.cited_work}
    for about, row in rows.items():
        assert say(judge, row, WAITS, about=about).status_code == 302, about
        assert WAITS in page(judge, row, about), about
        assert WAITS not in page(other, row, about), about
    assert not Change.objects.public().filter(model="comment").exists()
    round.lapsed_at = timezone.now()
    round.save()
    assert WAITS in page(other, mention, "mention")


def test_it_stays_hidden_where_the_judges_place_is_taken_back(round):
    say(as_(make.a_reviewer()), round.claim, WAITS)
    round.assignments.get(reviewer=make.a_reviewer()).delete()
    assert WAITS not in page(as_(make.another_reviewer()), round.claim)
    assert WAITS in page(as_(make.a_reviewer()), round.claim)


def test_a_public_comment_does_not_begin_to_tell(round):
    judge = as_(make.a_reviewer())
    comment = make.a_comment(row_id=round.claim_id, by=make.a_reviewer(), text="Dose?")
    answer = judge.post(f"/comments/{comment.pk}/edit/", {"text": WAITS})
    assert answer.status_code == 422
    assert "write a new one, which waits until the round opens" in shown(answer)
    judge.post(f"/comments/{comment.pk}/step/", {"do": "withdraw"})
    judge.post(f"/comments/{comment.pk}/step/", {"do": "reinstate"})
    assert "Dose?" not in page(as_(make.an_editor()), round.claim)


def test_who_does_not_judge_and_what_is_elsewhere_wait_for_nothing(round):
    say(as_(make.an_editor()), round.claim, "From an editor.")
    elsewhere = make.a_claim()
    say(as_(make.a_reviewer()), elsewhere, "On another claim.")
    assert "From an editor." in page(Client(), round.claim)
    assert "On another claim." in page(Client(), elsewhere)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "ends", [lambda round: judged(round), lambda round: call_off(round)]
)
def test_the_feed_tells_of_it_once_when_the_round_lets_it_out(ends):
    round = make.a_round(reviewers=[make.a_reviewer(), make.another_reviewer()])
    say(as_(make.a_reviewer()), round.claim, WAITS)
    told = Change.objects.public().filter(model="comment")
    assert not told.exists()
    ends(round)
    settled()
    for _ in range(2):
        run_now(kind="opened_comments", arguments={}, by=make.an_editor())
    assert [each.operation for each in told] == ["open"]


def call_off(round):
    round.assignments.all().delete()
    round.delete()


# --- flags ---


def test_a_reader_flags_a_record_and_is_told_what_was_done(client, claim):
    client.force_login(make.a_reader())
    address = f"/talk/claim/{claim.pk}/flag/"
    sent = {"kind": "wrong_number", "text": "The paper says 12."}
    assert client.post(address, {**sent, "kind": "1"}).status_code == 422
    assert client.post(address, sent).status_code == 302
    flag = Flag.objects.get()
    assert "nobody has seen to it" in shown(client.get("/flags/"))
    assert client.get(f"/flags/{flag.pk}/resolve/").status_code == 403
    curator = as_(make.a_curator())
    assert "The paper says 12." in shown(curator.get("/flags/?open=true"))
    done = {"resolution": "Corrected to 12."}
    curator.post(f"/flags/{flag.pk}/resolve/", done)
    assert "Corrected to 12." in shown(client.get("/flags/"))
    again = curator.post(f"/flags/{flag.pk}/resolve/", {"resolution": "Again."})
    assert again.status_code == 422
    assert "Cur Madeup has seen to this: Corrected to 12." in shown(again)


def test_a_flag_offers_its_kinds_and_no_empty_one(client, claim):
    client.force_login(make.a_reader())
    page = client.get(f"/talk/claim/{claim.pk}/flag/").content.decode()
    assert 'name="kind" value="wrong_quote"' in page
    assert 'name="kind" value=""' not in page


def test_flags_are_for_who_mends_records_and_for_who_put_them_on(client, claim):
    flag = make.a_flag(row_id=claim.pk, by=make.a_curator())
    assert client.get("/api/v1/flags/").status_code == 401
    client.force_login(make.a_reader())
    assert "It says 12." not in shown(client.get("/flags/"))
    assert client.get(f"/api/v1/flags/{flag.pk}/").status_code == 404
    assert not Change.objects.public().filter(model="flag").exists()


def test_a_comment_is_flagged_too_and_a_judges_flag_waits_for_the_round(round):
    comment = make.a_comment(row_id=round.claim_id)
    judge = as_(make.a_reviewer())
    sent = {"kind": "other", "text": WAITS}
    assert judge.post(f"/talk/comment/{comment.pk}/flag/", sent).status_code == 302
    assert WAITS in shown(judge.get("/flags/"))
    assert WAITS not in shown(as_(make.an_admin()).get("/flags/"))


# --- by program ---


def test_a_program_comments_answers_resolves_and_flags(as_curator, claim):
    def post(address, body, **headers):
        return as_curator.post(
            f"/api/v1/{address}",
            body,
            content_type="application/json",
            headers=headers,
        )

    made = post("comments/", {"about": "claim", "row": claim.pk, "text": "Which?"})
    assert made.status_code == 201, made.content
    row = made.json()
    assert row["address"] == f"/talk/claim/{claim.pk}/#comment-{row['id']}"
    answer = {"about": "claim", "row": claim.pk, "text": "This.", "parent": row["id"]}
    assert post("comments/", answer).json()["parent"] == row["id"]
    assert post("comments/", {**answer, "parent": 999}).status_code == 422
    assert post("comments/", {**answer, "row": 10**12}).status_code == 422
    own = f"comments/{row['id']}/"
    assert post(f"{own}resolve/", {}).status_code == 428
    etag = {"If-Match": made["ETag"]}
    assert post(f"{own}resolve/", {}, **etag).json()["resolved_by"] == "Cur Madeup"
    assert post(f"{own}reopen/", {}, **etag).status_code == 412
    assert post(f"{own}withdraw/", {}, **{"If-Match": "*"}).status_code == 204
    stands = post(f"{own}reinstate/", {}, **{"If-Match": "*"})
    assert (stands.status_code, stands.json()["text"]) == (200, "Which?")
    flag = {"about": "claim", "row": claim.pk, "kind": "duplicate", "text": "As 3."}
    made = post("flags/", flag)
    assert made.json()["kind_words"] == "already here, as another record"
    done = post(
        f"flags/{made.json()['id']}/resolve/", {"resolution": "Merged."}, **etag
    )
    assert done.json()["resolution"] == "Merged."


@pytest.mark.parametrize("path", ["/comments/", "/flags/", "/talk/claim/{}/"])
def test_five_take_no_more_queries_than_one(
    as_curator, claim, path, django_assert_max_num_queries
):
    for _ in range(5):
        thread = make.a_comment(row_id=claim.pk)
        make.a_comment(row_id=claim.pk, parent=thread)
        make.a_flag(row_id=claim.pk)
    with django_assert_max_num_queries(10):
        as_curator.get(path.format(claim.pk))
