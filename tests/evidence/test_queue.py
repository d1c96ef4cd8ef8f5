"""A person's queue: what waits for them, in order, and nothing of anybody else's."""

import csv
import io
from operator import attrgetter
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from articles.models import Article, Mention
from claims.models import Claim
from evidence.grades.actions import save_grade
from evidence.models import Skip
from evidence.queue.tasks import SOURCES
from evidence.queue.waiting import Asked, counts_of, parts_of, read_rows
from evidence.queue.words import Task
from studies.models import Study
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db
IN_ORDER = [
    *(
        "grade",
        "appraisal",
        "check",
        "difference",
        "appraisal_difference",
        "check_difference",
        "sent_back",
        "dispute",
    ),
    "review",
    *("offer", "appraisal_offer", "check_offer"),
    *("support", "wording", "result", "screening", "cited_work"),
]


def entries(client, query=""):
    answer = client.get(f"/api/v1/review/{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def kinds(client, query=""):
    return [entry["kind"] for entry in entries(client, query)]


def one_of_each(person):
    """Something of every kind that waits for a reviewer."""
    other, third = make.another_reviewer(), make.a_third_reviewer()
    make.a_round(reviewers=[person, other])
    settling = make.a_round(reviewers=[person, other])
    for each in (person, other):
        make.a_grade(round=settling, reviewer=each)
    looked_at = {"disputed_at": timezone.now(), "source_says": "0.52"}
    make.a_result(entered_by=person, disputed_by=other, **looked_at)
    graded = make.a_grade(reviewer=person).round.claim
    type(graded).objects.filter(pk=graded.pk).update(
        needs_review=True, needs_review_why="A trial was retracted."
    )
    returned = make.a_grade(reviewer=person)
    type(graded).objects.filter(pk=returned.round.claim_id).update(
        judged_at=returned.submitted_at,
        standing="draft",
        verdict=returned.verdict,
        certainty=returned.certainty,
    )
    make.a_sent_back(grade=returned)
    make.a_round(reviewers=[other, third], wanted=3)
    make.a_study_round(reviewers=[person, other])
    make.a_study_round(reviewers=[other], wanted=2)
    appraised = make.a_study_round(reviewers=[person, other])
    for each in (person, other):
        make.an_appraisal(round=appraised, reviewer=each)
    make.a_mention_round(reviewers=[person, other])
    make.a_wording_round(reviewers=[other], wanted=2)
    checked = make.a_mention_round(reviewers=[person, other])
    for each in (person, other):
        make.checked(make.a_support_judgement(round=checked, reviewer=each))
    mention = make.a_mention(claim=make.a_claim())
    work = make.a_cited_work(article=mention.article, reference=make.a_reference())
    make.a_citation(mention=mention, cited_work=work)
    verdict = {"verdict": "supported", "certainty": "low", "standing": "draft"}
    make.a_mention(claim=make.a_claim(**verdict))
    make.a_result(entered_by=other)
    make.a_screened_record()
    make.a_cited_work(found="candidates", checked_at=timezone.now())


def in_one_go(values):
    return list(dict.fromkeys(values))


def test_what_is_asked_for_by_name_comes_before_what_anybody_may_do(client, reviewer):
    one_of_each(reviewer)
    assert in_one_go(kinds(client)) == IN_ORDER
    assert in_one_go(IN_ORDER) == [*Task]


def test_a_number_that_no_row_can_have_is_behind_nothing(client, reviewer):
    for number in (0, 2**63, 10**30):
        answer = client.get(f"/review/next/?after=result-{number}")
        assert answer.url == "/review/", number


def test_sql_that_is_kept_finds_and_says_what_sql_made_anew_would(reviewer):
    one_of_each(reviewer)
    for person in (reviewer, make.another_reviewer(), make.an_editor()):
        parts = parts_of(person, Asked())
        assert parts
        for number, part in parts.items():
            source, rows = SOURCES[number], SOURCES[number].rows(person)
            every = rows.model._default_manager.filter(pk__in=rows.values("pk"))
            afresh = [source.said(row) for row in source.loaded(every).order_by("pk")]
            kept = sorted(read_rows(number, part), key=attrgetter("pk"))
            assert [source.said(row) for row in kept] == afresh, source.task
            assert bool(afresh) == (number in counts_of(parts)), source.task


def test_the_next_is_the_first_of_what_is_asked_for(client, reviewer):
    one_of_each(reviewer)
    offer = entries(client, "?kind=offer")[0]["row"]
    make.a_skip(person=reviewer, task="offer", row=offer)
    claim = entries(client, "?kind=support")[0]["claim"]
    for query in ("", f"?claim={claim}", *(f"?kind={kind}" for kind in Task)):
        to = client.get(f"/review/next/{query}").url
        item = parse_qs(urlsplit(to).query).get("item")
        first = [f"{each['kind']}-{each['row']}" for each in entries(client, query)][:1]
        assert item == (first or None), query


def test_a_sentence_that_is_gone_is_not_asked_about_and_hides_no_other(
    client, reviewer
):
    one_of_each(reviewer)
    make.an_anchor(mention=make.a_mention(), state="gone")
    checks = "?kind=support&kind=wording"
    assert in_one_go(kinds(client, checks)) == ["support", "wording"]
    for mention in Mention.objects.all():
        older = make.an_anchor(mention=mention).version
        newer = make.a_version(article=older.article)
        make.an_anchor(mention=mention, version=newer, state="gone")
    assert kinds(client, checks) == []


def test_a_grade_that_was_begun_comes_first(client, reviewer):
    waiting = make.a_round(reviewers=[reviewer, make.another_reviewer()])
    begun = make.a_round(reviewers=[reviewer])
    save_grade(round=begun, draft={"note": "Half a thought"}, by=reviewer)
    first, second = entries(client)[:2]
    assert (first["claim"], first["begun"]) == (begun.claim_id, True)
    assert (second["claim"], second["begun"]) == (waiting.claim_id, False)
    assert "Assigned to you by" in second["why"]
    assert "Go on where you stopped" in shown(client.get("/review/"))


def test_a_queue_costs_one_query_a_kind_however_long_it_is(
    client, reviewer, django_assert_max_num_queries
):
    for number in range(5):
        one_of_each(reviewer)
        made_up = make.a_defined_instrument(version=str(number))
        given = {"instrument": made_up.key, "version": made_up.version}
        make.a_study_round(reviewers=[reviewer], **given)
    client.get("/review/")
    with django_assert_max_num_queries(25):
        page = client.get("/review/?size=200")
    with django_assert_max_num_queries(7):
        client.get("/review/next/")
    assert page.context["count"] == str(len(page.context["page"].rows))
    assert "Example questions" in shown(page)


KEEP_NOBODY_OUT = {"dispute", "screening", "cited_work"}  # nothing is judged there


def test_what_a_conflict_keeps_one_from_says_so_and_is_passed_over(client, reviewer):
    one_of_each(reviewer)
    assert {entry["kept_out"] for entry in entries(client)} == {""}
    for study in Study.objects.all():
        make.an_interest(user=reviewer, kind="study", name=study.label)
    for article in Article.objects.all():
        make.an_interest(user=reviewer, kind="article", name=article.title)
    for claim in Claim.objects.all():
        make.a_mention(claim=claim, article=article)
    rows = entries(client, "?size=100")
    assert {row["kind"] for row in rows if not row["kept_out"]} == KEEP_NOBODY_OUT
    said = {row["kept_out"].split(":")[0] for row in rows} - {""}
    assert said == {f"{reviewer} may not judge this"}
    page = shown(client.get("/review/?size=100"))
    assert page.count("Not for you:") == len(rows) - len(KEEP_NOBODY_OUT)
    first = client.get("/review/next/").url
    for kind in KEEP_NOBODY_OUT:
        assert f"item={kind}-" in client.get(f"/review/next/?kind={kind}").url
    assert "item=dispute-" in first
    assert client.get("/review/next/?kind=offer&kind=wording").url.startswith(
        "/review/?"
    )


def test_nobody_is_shown_what_they_may_not_do(client, reviewer):
    one_of_each(reviewer)
    client.force_login(make.a_reader())
    assert kinds(client) == []
    assert "A queue is for those who review" in shown(client.get("/review/"))
    client.force_login(make.a_curator())
    assert set(kinds(client)) == {"cited_work"}
    client.logout()
    assert client.get("/review/").status_code == 302
    assert client.get("/api/v1/review/").status_code == 401


def test_what_another_hands_in_changes_nothing_in_ones_queue(client, reviewer):
    people = [reviewer, make.another_reviewer(), make.a_third_reviewer()]
    round = make.a_round(reviewers=people)
    make.a_grade(round=round, reviewer=reviewer)
    addresses = ("/review/", "/api/v1/review/", "/review.csv", "/review/decisions/")

    def seen():
        answers = [client.get(address) for address in addresses]
        return [
            text_of(each) if each.streaming else shown(each).partition("<main")[2:]
            for each in answers
        ]

    before = seen()
    make.a_grade(round=round, reviewer=people[1])
    assert seen() == before
    assert "grade" not in kinds(client)


def test_ones_own_entry_is_for_somebody_else_to_check(client, reviewer):
    make.a_result(entered_by=reviewer)
    assert kinds(client) == []


def test_it_narrows_by_kind_topic_and_claim_on_page_and_by_program(client, reviewer):
    one_of_each(reviewer)
    grading = entries(client, "?kind=grade")[0]
    topic = make.a_claim_topic(claim_id=grading["claim"]).topic_id
    for query, expected in (
        ("?kind=grade", {"grade"}),
        ("?kind=support&kind=wording", {"support", "wording"}),
        (f"?claim={grading['claim']}", {"grade", "result"}),
        (f"?topic={topic}&kind=grade", {"grade"}),
        (f"?topic={topic + 1}", set()),
    ):
        found = entries(client, query)
        assert {entry["kind"] for entry in found} == expected, query
        page = client.get(f"/review/{query}").context["page"]
        assert [e.title for e in page.rows] == [e["title"] for e in found], query
    lines = list(csv.DictReader(io.StringIO(text_of(client.get("/review.csv")))))
    assert [line["kind"] for line in lines] == kinds(client)
    assert client.get("/review/?kind=nonsense").status_code == 400
    assert client.get("/api/v1/review/?knd=grade").status_code == 400


def text_of(answer):
    return answer.getvalue().decode().removeprefix("\ufeff")


def test_it_is_read_page_by_page_there_and_back(client, reviewer):
    one_of_each(reviewer)
    whole = entries(client)
    seen, address, before = [], "/api/v1/review/?size=3", None
    while address:
        page = client.get(address).json()
        seen += page["results"]
        address, before = page["next"], page["previous"] or before
    assert seen == whole
    back = client.get(before).json()["results"]
    last = (len(whole) - 1) // 3 * 3
    assert back == whole[last - 3 : last]
    assert client.get("/review/?cursor=nonsense").status_code == 400


def test_next_leads_to_the_first_and_a_done_task_leads_on(client, reviewer):
    work, other = (
        make.a_cited_work(found="candidates", checked_at=timezone.now())
        for _ in range(2)
    )
    to = client.get("/review/next/").url
    assert to.startswith(f"/cited-works/{work.pk}/?")
    asked = {name: value for name, [value] in parse_qs(urlsplit(to).query).items()}
    assert "Skip it, because" in shown(client.get(to))
    done = {"step": "none", "revision": work.revision, "next": asked["next"]}
    answer = client.post(f"/cited-works/{work.pk}/decide/", done)
    assert answer.url == "/review/next/"
    assert client.get(answer.url).url.startswith(f"/cited-works/{other.pk}/?")
    past = client.get(f"/review/next/?after=cited_work-{other.pk}")
    assert past.url == "/review/"


def test_next_stays_within_what_was_narrowed_to(client, reviewer):
    one_of_each(reviewer)
    to = client.get("/review/next/?kind=support").url
    assert to.startswith("/mentions/")
    assert parse_qs(urlsplit(to).query)["next"] == ["/review/next/?kind=support"]
    item = parse_qs(urlsplit(to).query)["item"][0]
    after = client.get(f"/review/next/?kind=support&after={item}")
    assert after.url == "/review/?kind=support"
    for nonsense in ("grade-", "nonsense-1", "grade-9999999999999999999999", "-", "1"):
        answer = client.get(f"/review/next/?after={nonsense}")
        assert answer.url.startswith("/claims/"), nonsense


def test_what_is_skipped_waits_apart_with_its_reason_until_it_is_put_back(
    client, reviewer
):
    make.a_screened_record()
    [entry] = entries(client)
    item = f"screening-{entry['row']}"
    said = {"item": item, "because": "no_text", "next": "/review/next/"}
    assert client.post("/review/skip/", said).url == "/review/next/"
    assert kinds(client) == []
    assert "Skipped: 1" in shown(client.get("/review/"))
    assert "Can’t get the text" in shown(client.get("/review/skipped/"))
    client.force_login(make.another_reviewer())
    assert kinds(client) == ["screening"]
    assert "Nothing skipped" in shown(client.get("/review/skipped/"))
    client.force_login(reviewer)
    client.post("/review/skipped/", {"item": item})
    assert kinds(client) == ["screening"]
    assert not Skip.objects.exists()


def test_only_what_waits_is_skipped_and_only_for_a_reason(client, reviewer):
    make.a_screened_record()
    [entry] = entries(client)
    for said in (
        {"item": f"screening-{entry['row']}", "because": "nonsense"},
        {"item": f"screening-{entry['row'] + 1}", "because": "later"},
        {"item": "nonsense", "because": "later"},
        {},
    ):
        assert client.post("/review/skip/", said).url == "/review/", said
    assert not Skip.objects.exists()


def test_a_program_skips_and_puts_back_by_the_same_actions(client, reviewer):
    make.a_screened_record()
    [entry] = entries(client)
    item = {"kind": entry["kind"], "row": entry["row"]}

    def send(step, **said):
        return client.post(f"/api/v1/review/{step}/", said, "application/json")

    assert send("skip", **item).status_code == 422
    assert send("skip", **item, because="later", reason="Tired.").status_code == 204
    [skipped] = client.get("/api/v1/review/skipped/").json()["results"]
    assert (skipped["row"], skipped["because"]) == (entry["row"], "later")
    assert send("put-back", **item).status_code == 204
    assert kinds(client) == ["screening"]


def test_ones_decisions_stand_newest_first_with_a_way_to_change_them(client, reviewer):
    make.a_grade(reviewer=reviewer)
    make.an_appraisal(reviewer=reviewer)
    make.a_result(
        entered_by=make.a_curator(), checked_by=reviewer, checked_at=timezone.now()
    )
    make.a_citation_support(by=reviewer)
    make.a_wording_check(by=reviewer)
    make.a_cited_work(decision="rejected", decided_by=reviewer)
    decided = {"decided_by": reviewer, "decided_at": timezone.now()}
    make.a_screened_record(
        decision="left_out", reason="other", reason_words="No.", **decided
    )
    make.a_grade(reviewer=make.another_reviewer())
    found = client.get("/api/v1/review/decisions/").json()["results"]
    assert {each["kind"] for each in found} == {
        *("grade", "appraisal", "result", "support", "wording", "cited_work"),
        "screening",
    }
    assert len(found) == 7
    moments = [each["at"] for each in found]
    assert moments == sorted(moments, reverse=True)
    assert {each["kind"] for each in found if not each["may_change"]} == {
        *("grade", "appraisal")
    }
    page = shown(client.get("/review/decisions/"))
    assert all(each["title"] in page for each in found)
    only = client.get("/review/decisions/?kind=grade&size=1").context["page"]
    assert [decision.kind for decision in only.rows] == ["grade"]
