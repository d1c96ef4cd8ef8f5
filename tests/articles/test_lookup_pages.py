"""Pages of cited works, notices and jobs: what they say, and to whom."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from articles.articles import fetching
from articles.articles.actions import withdraw_article
from articles.citations.candidates import confirm_candidate
from articles.citations.looked_up import looked_up
from articles.models import Article, CitedWork
from bibliography.lookups.fetching import Fetcher
from bibliography.models import Notice
from core.jobs import run_job, run_now
from core.models import Job
from tests import factories as make
from tests.articles.test_finding import ELSEWHERE, HAIR, SKIN, a_work, search
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([SKIN, HAIR, ELSEWHERE]), settings, monkeypatch) as up:
        yield up


def text_of(answer):
    return " ".join(answer.content.decode().split())


def the_job():
    return Job.objects.order_by("-pk")[0]


# --- a cited work ---


def test_a_person_signed_in_costs_few_queries_more(
    client, services, django_assert_max_num_queries
):
    client.force_login(make.an_editor())
    work = search(a_work(study=make.a_study(), title="", authors=["Cervelli"]))
    key = looked_up(work).candidates[0].key
    work = confirm_candidate(cited_work=work, candidate=key, by=make.a_curator())
    notice = make.a_notice(reference=work.reference)
    make.a_notice_source(notice=notice)
    for address in (
        f"/cited-works/{work.pk}/",
        f"/references/{work.reference_id}/",
        f"/notices/{notice.pk}/",
        "/notices/",
    ):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(address).status_code == 200


def test_a_cited_works_page_shows_each_field_side_by_side(
    client, services, django_assert_max_num_queries
):
    work = search(a_work(title="", authors=["Cervelli"], year=2014))
    with django_assert_max_num_queries(MOST_QUERIES):
        page = text_of(client.get(f"/cited-works/{work.pk}/"))
    assert "Candidates, none confirmed." in page
    assert HAIR.title in page
    assert '<span aria-hidden="true">✓ </span>agrees' in page
    assert "not known" in page
    assert "This is the cited work" not in page  # nobody signed in


def test_a_work_that_was_not_found_says_where_when_and_what_it_does_not_mean(
    client, services
):
    work = search(a_work(title="Nothing of the kind", authors=["Nemo"]))
    page = text_of(client.get(f"/cited-works/{work.pk}/"))
    assert (
        "<strong>Not found</strong> in the references kept here, PubMed, Crossref, "
        "OpenAlex" in page
    )
    assert "That does not mean it does not exist" in page


def test_a_work_that_services_failed_on_says_who_did_not_answer(client, services):
    services.mode = "error"
    work = search(a_work())
    page = text_of(client.get(f"/cited-works/{work.pk}/"))
    assert "PubMed, Crossref, OpenAlex did not answer" in page
    assert "So nothing is known of it yet" in page
    assert "Not found" not in page


def test_a_work_nobody_looked_for_says_so(client):
    page = text_of(client.get(f"/cited-works/{a_work().pk}/"))
    assert "Nobody has looked for it yet" in page


def test_a_curator_confirms_a_candidate_and_takes_it_back(client, services, curator):
    work = search(a_work())
    (candidate,) = looked_up(work).candidates
    where = f"/cited-works/{work.pk}/decide/"
    sent = {"step": "confirm", "candidate": candidate.key, "revision": work.revision}
    page = text_of(client.post(where, sent, follow=True))
    assert "Record found" in page
    assert f"confirmed by {curator.display_name}" in page
    work.refresh_from_db()
    sent = {"step": "reset", "revision": work.revision}
    page = text_of(client.post(where, sent, follow=True))
    assert "One record agrees" in page


def test_a_curator_says_none_of_these(client, services, curator):
    work = search(a_work())
    sent = {"step": "none", "revision": work.revision}
    page = text_of(client.post(f"/cited-works/{work.pk}/decide/", sent, follow=True))
    assert "None of what was found is this work" in page


def test_a_decision_on_what_changed_meanwhile_is_refused(client, services, curator):
    work = search(a_work())
    sent = {"step": "none", "revision": work.revision - 1}
    answer = client.post(f"/cited-works/{work.pk}/decide/", sent)
    assert answer.status_code == 409
    assert CitedWork.objects.get(pk=work.pk).decision == "none"


@pytest.mark.parametrize("sent", [{"step": "none"}, {"step": "x", "revision": "1"}])
def test_a_step_nobody_knows_is_a_bad_request(client, curator, sent):
    assert client.post(f"/cited-works/{a_work().pk}/decide/", sent).status_code == 400


def test_decisions_and_searches_need_a_sign_in_and_the_role(client, services):
    work = search(a_work())
    addresses = [
        f"/cited-works/{work.pk}/decide/",
        f"/cited-works/{work.pk}/look/",
        f"/articles/{work.article_id}/look/",
    ]
    sent = {"step": "none", "revision": work.revision}
    for address in addresses:
        assert "/sign-in/" in client.post(address, sent)["Location"]
    client.force_login(make.a_reader())
    for address in addresses:
        assert client.post(address, sent).status_code == 403


def test_what_was_never_cited_is_not_found(client):
    assert client.get("/cited-works/999999/").status_code == 404


def test_a_merged_cited_work_leads_to_the_one_it_is_now(client):
    article = make.an_article()
    work, other = a_work(article=article), a_work(article=article)
    CitedWork.objects.filter(pk=work.pk).update(merged_into=other)
    answer = client.get(f"/cited-works/{work.pk}/")
    assert (answer.status_code, answer["Location"]) == (
        301,
        f"/cited-works/{other.pk}/",
    )


# --- from the article to the job and back ---


def test_the_button_on_an_article_starts_a_job_that_finds_its_works(
    client, services, curator, django_assert_max_num_queries
):
    article = make.an_article()
    for number in range(5):
        a_work(article=article, label=f"Xamplova {number}")
    page = text_of(client.get(f"/articles/{article.pk}/"))
    assert "Look for them" in page
    answer = client.post(f"/articles/{article.pk}/look/")
    job = the_job()
    assert answer["Location"] == f"/jobs/{job.pk}/"
    with django_assert_max_num_queries(MOST_QUERIES):
        page = text_of(client.get(answer["Location"]))
    assert "It waits for a free worker" in page
    assert 'hx-trigger="every 2s"' in page
    assert run_job(job.pk)
    page = text_of(client.get(answer["Location"]))
    assert "Cited works looked for: 5 (5 with one that agrees in all fields)." in page
    assert f'href="/articles/{article.pk}/#cited-works"' in page
    with django_assert_max_num_queries(MOST_QUERIES):
        page = text_of(client.get(f"/articles/{article.pk}/"))
    assert page.count("one agrees in all fields") == 5


def test_while_no_service_answers_the_page_of_the_job_says_so(
    client, services, curator
):
    work, seen = a_work(), []
    address = client.post(f"/articles/{work.article_id}/look/")["Location"]
    services.mode = "error"
    services.sleep = lambda seconds: seen.append(text_of(client.get(address)))
    assert run_job(the_job().pk)
    told = "PubMed answered with status 500. It is asked again: try 2."
    assert any(told in page for page in seen)
    assert "It is asked again" not in text_of(client.get(address))


def test_readers_see_no_button(client):
    work = a_work()
    assert "Look for them" not in text_of(client.get(f"/articles/{work.article_id}/"))
    assert "Look for it" not in text_of(client.get(f"/cited-works/{work.pk}/"))


def test_the_part_that_changes_reloads_the_page_when_the_job_is_over(client, curator):
    job = make.a_job(by=curator, kind="find_works")
    again = {"HTTP_HX_REQUEST": "true"}
    answer = client.get(f"/jobs/{job.pk}/", **again)
    assert "HX-Refresh" not in answer
    assert b"<html" not in answer.content
    Job.objects.filter(pk=job.pk).update(state="done")
    assert client.get(f"/jobs/{job.pk}/", **again)["HX-Refresh"] == "true"


def test_a_job_is_its_own_persons_alone(client, curator):
    job = make.a_job(by=make.an_editor())
    assert client.get(f"/jobs/{job.pk}/").status_code == 404
    client.force_login(make.an_admin())
    assert client.get(f"/jobs/{job.pk}/").status_code == 200
    client.logout()
    assert "/sign-in/" in client.get(f"/jobs/{job.pk}/")["Location"]


def test_an_imports_job_leads_to_the_import(client, curator):
    job = make.a_job(by=curator, kind="import_references", arguments={"import": 7})
    Job.objects.filter(pk=job.pk).update(state="done")
    page = text_of(client.get(f"/jobs/{job.pk}/"))
    assert "Importing references" in page
    assert 'href="/imports/7/"' in page


def test_a_job_can_be_stopped(client, curator):
    job = make.a_job(by=curator)
    page = text_of(client.post(f"/jobs/{job.pk}/stop/", follow=True))
    assert "Stopped." in page


# --- notices ---


def a_noted_claim(count=5):
    """A reference that is retracted, under as many claims and articles."""
    reference = make.a_reference(title="A retracted example")
    study = make.a_study(main_report=reference)
    for _ in range(count):
        base = make.a_base()
        make.an_item(base=base, result=make.a_result(study=study), decision="included")
        type(base).objects.filter(pk=base.pk).update(
            frozen_at="2026-01-01T00:00Z", frozen_by=make.a_reviewer()
        )
        make.a_cited_work(reference=reference)
    notice = make.a_notice(reference=reference, dated="2025-05-04")
    make.a_notice_source(notice=notice, source="PubMed")
    return notice


def test_a_notices_page_lists_all_that_it_reaches(
    client, django_assert_max_num_queries
):
    notice = a_noted_claim()
    with django_assert_max_num_queries(MOST_QUERIES):
        page = text_of(client.get(f"/notices/{notice.pk}/"))
    assert "Retraction of" in page
    assert "A retracted example" in page
    assert "Example 2001" in page
    assert page.count('href="/claims/') >= 5
    assert page.count('href="/articles/') >= 5
    assert "left out of pooled numbers" in page


def test_what_is_beyond_a_notices_first_rows_is_in_the_lists(
    client, django_assert_max_num_queries
):
    notice = a_noted_claim(count=12)
    with django_assert_max_num_queries(MOST_QUERIES):
        page = text_of(client.get(f"/notices/{notice.pk}/"))
    assert "12 claims it touches" in page and "12 articles that cite it" in page
    for name, n in (("claims", 12), ("articles", 12), ("studies", 1)):
        listed = f"/{name}/?reference={notice.reference_id}"
        assert (listed in page) is (n > 10)
        told = client.get(f"/api/v1{listed}").json()["results"]
        assert len(told) == n
        make.a_claim(), make.an_article(), make.a_study()
        assert len(client.get(f"/api/v1{listed}").json()["results"]) == n


def test_programs_are_told_what_a_notice_reaches_and_where(client):
    notice = a_noted_claim(count=3)
    reaches = client.get(f"/api/v1/notices/{notice.pk}/").json()["reaches"]
    for name, n in (("claims", 3), ("articles", 3), ("studies", 1)):
        told = reaches[name]
        assert (told["count"], told["is_more"]) == (n, False)
        assert len(client.get(told["address"]).json()["results"]) == n


def listed(client, query):
    """The kinds of the notices that a query leaves, in the API and on the page."""
    rows = client.get(f"/api/v1/notices/?{query}").json()["results"]
    page = text_of(client.get(f"/notices/?{query}"))
    assert page.count('class="row"') == len(rows)
    return sorted(row["kind"] for row in rows)


def test_notices_are_narrowed_by_who_tells_of_them(client):
    for kind, source in (("retraction", "PubMed"), ("concern", "The Example Courier")):
        make.a_notice_source(notice=make.a_notice(kind=kind), source=source)
    make.a_notice(kind="correction")
    assert listed(client, "source=PubMed") == ["retraction"]
    assert listed(client, "source=other") == ["concern"]
    assert listed(client, "source=other&source=PubMed") == ["concern", "retraction"]
    assert client.get("/api/v1/notices/?source=nobody").status_code == 400
    assert "Retraction Watch" in text_of(client.get("/notices/"))


def test_notices_are_narrowed_by_their_date(client):
    make.a_notice(kind="retraction", dated="2020-05-04")
    make.a_notice(kind="concern", dated="2024-05-04")
    make.a_notice(kind="correction", dated=None)
    assert listed(client, "dated_after=2022-01-01") == ["concern"]
    assert listed(client, "dated_before=2022-01-01") == ["retraction"]
    assert listed(client, "date_stated=false") == ["correction"]
    assert client.get("/api/v1/notices/?dated_after=soon").status_code == 400


def test_notices_are_narrowed_by_what_they_reach(client):
    a_noted_claim(count=2)
    make.a_notice(kind="concern")
    cited = make.a_notice(kind="correction")
    make.a_cited_work(reference=cited.reference)
    assert listed(client, "reach=claims") == ["retraction"]
    assert listed(client, "reach=articles") == ["correction", "retraction"]
    assert listed(client, "reach=studies") == ["retraction"]
    assert listed(client, "reach=nothing") == ["concern"]
    assert listed(client, "reach=nothing&reach=claims") == ["concern", "retraction"]


def test_a_notice_reaches_what_its_own_page_lists(client):
    a_noted_claim(count=1)
    make.a_notice(kind="concern")
    open_base = make.a_base()
    report = make.a_reference()
    result = make.a_result(study=make.a_study(main_report=report))
    make.an_item(base=open_base, result=result, decision="included")
    make.a_notice(kind="correction", reference=report)
    only_there = make.a_cited_work(reference=make.a_reference())
    withdraw_article(
        article=only_there.article, reason="Twice here.", by=make.an_editor()
    )
    make.a_notice(kind="reinstatement", reference=only_there.reference)
    for reach in ("claims", "articles", "reports"):
        on_pages = [
            notice.kind
            for notice in Notice.objects.all()
            if client.get(f"/notices/{notice.pk}/").context[reach]["count"].n
        ]
        name = "studies" if reach == "reports" else reach
        assert listed(client, f"reach={name}") == sorted(on_pages), reach


def test_the_list_of_notices_asks_the_same_for_one_and_for_five(
    client, django_assert_max_num_queries
):
    for _ in range(5):
        make.a_notice_source(notice=make.a_notice())
    make.a_notice(kind="correction")
    with django_assert_max_num_queries(MOST_QUERIES):
        page = text_of(client.get("/notices/?kind=retraction"))
    assert "5 notices" in page
    assert page.count('class="row"') == 5
    assert 'href="/api/v1/notices/?kind=retraction"' in page


def test_an_empty_list_of_notices_says_so(client):
    assert "No notices" in text_of(client.get("/notices/"))


def test_sources_that_disagree_are_shown(client):
    notice = make.a_notice(dated="2025-05-04")
    make.a_notice_source(
        notice=notice,
        source="Crossref",
        says={"kind": "retraction", "dated": "2025-06-01"},
    )
    make.a_reference_check(
        service="OpenAlex",
        outcome="found",
        reference=notice.reference,
        candidates=[{"record": {}, "comparison": {}}],
    )
    page = text_of(client.get(f"/notices/{notice.pk}/"))
    assert "The sources do not agree." in page
    assert "Crossref dates it 2025-06-01." in page
    assert "OpenAlex, asked" in page
    assert "lists no such notice" in page


def test_an_editor_notes_a_notice_and_takes_it_back(client):
    client.force_login(make.an_editor())
    reference = make.a_reference()
    sent = {
        "kind": "concern",
        "source": "The Example Courier",
        "dated": "2026-02-03",
        "notice_doi": "https://doi.org/10.5555/NOTICE.1",
        "says": "The numbers do not add up.",
    }
    page = text_of(client.post(f"/references/{reference.pk}/note/", sent, follow=True))
    assert "Expression of concern of" in page
    notice = Notice.objects.get()
    assert notice.notice_doi == "10.5555/notice.1"
    sent = {"reason": "It was another paper."}
    client.post(f"/notices/{notice.pk}/take-back/", sent)
    answer = client.get(f"/notices/{notice.pk}/")
    assert answer.status_code == 410
    assert b"It was another paper." in answer.content


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "gossip", "source": "Somebody"},
        {"kind": "retraction"},
        {"kind": "retraction", "source": "X"},  # nothing where others could look
        {"kind": "retraction", "source": "X", "notice_doi": "no number"},
        {"kind": "retraction", "source": "X", "dated": "last spring"},
    ],
)
def test_a_notice_that_lacks_something_is_asked_for_again(client, sent):
    client.force_login(make.an_editor())
    reference = make.a_reference()
    answer = client.post(f"/references/{reference.pk}/note/", sent)
    assert answer.status_code == 422
    assert not Notice.objects.exists()


def test_who_edits_studies_notes_a_notice_and_editors_take_it_back(client):
    reference, notice = make.a_reference(), make.a_notice()
    note = f"/references/{reference.pk}/note/"
    assert client.get(note).status_code == 403
    assert "/sign-in/" in client.post(note)["Location"]
    client.force_login(make.a_contributor())
    sent = {"kind": "concern", "source": "X", "address": "https://example.org/notice"}
    assert client.post(note, sent).status_code == 403
    client.force_login(make.a_curator())
    assert client.post(note, sent).status_code == 302
    page = text_of(client.get(f"/references/{reference.pk}/"))
    assert "Note a notice you read" in page and "Withdraw the reference" not in page
    taken = client.post(f"/notices/{notice.pk}/take-back/", {"reason": "No."})
    assert taken.status_code == 403


def test_a_related_work_is_told_and_nothing_is_joined(client, services):
    """Crossref knows two DOIs; which of them the article cites a person has to say."""
    article = {"doi": "10.5555/skin.2", "pmid": "90000011"}
    services.works[0] = Work(
        **{**vars(SKIN), "relations": (("is-preprint-of", article["doi"]),)}
    )
    services.works.append(Work(**{**vars(SKIN), **article}))
    work = search(a_work())
    assert len(looked_up(work).candidates) == 2
    page = text_of(client.get(f"/cited-works/{work.pk}/"))
    assert "Crossref says: preprint of <a" in page
    assert ">10.5555/skin.2</a>" in page
    reference = make.a_reference(title=SKIN.title, year=2014, doi=SKIN.doi)
    run_now(kind="check_references", arguments={"all": True}, by=make.a_curator())
    page = text_of(client.get(f"/references/{reference.pk}/"))
    assert page.count("It says: preprint of <a") == 1


def test_a_reference_is_checked_from_its_page(client, services, curator):
    reference = make.a_reference(title=SKIN.title, doi=SKIN.doi)
    page = text_of(client.get(f"/references/{reference.pk}/"))
    assert "not checked" in page
    answer = client.post(f"/references/{reference.pk}/check/")
    assert run_job(the_job().pk)
    assert "References: 1 checked" in text_of(client.get(answer["Location"]))
    page = text_of(client.get(f"/references/{reference.pk}/"))
    for service in ("PubMed", "Crossref", "OpenAlex"):
        assert f"{service}: found" in page


def test_a_reference_without_a_number_cannot_be_asked_for(client, curator):
    answer = client.post(f"/references/{make.a_reference().pk}/check/")
    assert answer.status_code == 422
    assert b"has no DOI, PMID or PMCID" in answer.content


# --- fetching an article ---

ARTICLE = b"""<html><head><title>Examplin and made-up fever</title></head><body>
<article><h1>Examplin and made-up fever</h1>
<p>Examplin significantly reduces made-up fever in
adults (Madeup et al., 2011). It was tried in many places and by many people.</p>
</article></body></html>"""


@pytest.fixture
def site(monkeypatch):
    """A site on loopback that the fetcher is allowed to ask, by path to an answer."""
    pages = {"/fever": (200, "text/html", ARTICLE)}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, kind, body = pages.get(self.path, (404, "text/plain", b""))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    port = server.server_address[1]
    monkeypatch.setattr(
        fetching,
        "fetcher",
        lambda: Fetcher(
            ports=frozenset({port}),
            resolve=lambda host, _: ["127.0.0.1"],
            allowed=lambda _: True,
        ),
    )
    pages["base"] = f"http://example.org:{port}"
    yield pages
    server.shutdown()
    server.server_close()
    thread.join()


def fetched(client, url):
    """The page of the job that fetched an address."""
    answer = client.post("/articles/fetch/", {"url": url})
    run_job(the_job().pk)
    return text_of(client.get(answer["Location"]))


def test_an_article_is_fetched_by_a_job_and_kept(client, curator, site):
    page = fetched(client, f"{site['base']}/fever")
    assert "“Examplin and made-up fever” was fetched: a new article." in page
    article = Article.objects.get()
    assert article.url == f"{site['base']}/fever"
    assert f'href="/articles/{article.pk}/"' in page
    assert "nothing new" in fetched(client, f"{site['base']}/fever")


def test_a_page_that_is_not_there_is_a_sentence(client, curator, site):
    assert "answered with status 404" in fetched(client, f"{site['base']}/gone")
    assert not Article.objects.exists()


def test_a_file_that_is_no_article_is_a_sentence(client, curator, site):
    site["/png"] = (200, "image/png", b"\x89PNG")
    page = fetched(client, f"{site['base']}/png")
    assert "gives image/png; HTML, plain text, JATS XML, PDF or Word" in page


def test_private_networks_are_not_fetched(client, curator):
    page = fetched(client, "http://127.0.0.1/secrets")
    assert "private or reserved network" in page
    assert the_job().state == "failed"


@pytest.mark.parametrize("url", ["", "not an address", "ftp://example.org/x"])
def test_what_is_no_address_is_said_at_the_form(client, curator, url):
    answer = client.post("/articles/fetch/", {"url": url})
    assert answer.status_code == 422
    assert not Job.objects.exists()


def test_fetching_is_for_those_who_keep_articles(client):
    assert client.get("/articles/fetch/").status_code == 403
    assert "/sign-in/" in client.post("/articles/fetch/", {"url": "x"})["Location"]
    client.force_login(make.a_reader())
    assert client.post("/articles/fetch/", {"url": "x"}).status_code == 403
