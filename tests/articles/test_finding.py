"""A cited work is looked for by a job, end to end, against fake services."""

import io
import json

import pytest
from django.core.management import call_command

from articles.articles.actions import import_article
from articles.citations.actions import (
    confirm_cited_work,
    reject_cited_work,
    reset_cited_work,
)
from articles.citations.candidates import confirm_candidate
from articles.citations.finding import citation_of
from articles.citations.finding_jobs import look_for_works
from articles.citations.looked_up import looked_up
from articles.models import CitedWork
from articles.steps.undo import undo_step
from bibliography.models import Reference, ReferenceCheck
from core.errors import NotAllowed, Refused
from core.jobs import run_job, run_now
from core.models import Job
from tests import factories as make
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at
from tests.html import shown

pytestmark = pytest.mark.django_db

SKIN = Work(
    doi="10.5555/skin.1",
    pmid="90000001",
    title="Made-up plasma with microneedling in ageing skin",
    authors=(("Xamplova", "Anna"), ("Inventa", "B.")),
    year=2014,
    abstract="Made-up plasma was tried.",
)
HAIR = Work(
    doi="10.5555/hair.1",
    pmid="90000002",
    title="Platelet rich plasma (PRP) injection on pattern hair loss",
    authors=(("Cervelli", "V."), ("Madeup", "C.")),
    year=2014,
    journal="Example Research",
    abstract="PRP was injected in the scalp, and hairs were counted.",
)
ELSEWHERE = Work(
    doi="10.5555/else.1",
    pmid="90000003",
    title="Snails of an island that is not there",
    authors=(("Ypsilon", "D."),),
    year=2009,
)
FACES = b"""Plasma for faces

What the studies say

Study 1: Cervelli et al., 2014 \xe2\x80\x94 PRP as an adjunct in facial skin
PRP combined with microneedling improved skin tone and texture. However, PRP alone
yielded modest improvements of the skin.
"""


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([SKIN, HAIR, ELSEWHERE]), settings, monkeypatch) as up:
        yield up


@pytest.fixture
def curator():
    return make.a_curator()


def a_work(**given):
    """A cited work of an article that states its title, authors and year."""
    given.setdefault("article", make.an_article())
    if not given["article"].versions.exists():
        make.a_version(article=given["article"])
    stated = {"title": SKIN.title, "authors": ["Xamplova"], "year": 2014}
    return make.a_cited_work(**{**stated, **given})


def search(work, by=None):
    """The work after the job has looked for it; the job is kept as ``work.job``.

    As from its page: what was looked for before is asked for anew.
    """
    arguments = {"cited_work": work.pk, "article": work.article_id}
    arguments["anew"] = work.checks.exists()
    job = run_now(kind="find_works", arguments=arguments, by=by or make.a_curator())
    found = CitedWork.objects.get(pk=work.pk)
    found.job = job
    return found


def outcomes(work):
    return {check.service: check.outcome for check in looked_up(work).answered}


def said(candidate):
    return {field.field: field.says for field in candidate.fields}


# --- what the services say ---


def test_a_work_that_one_record_agrees_with_is_proposed_and_not_confirmed(services):
    work = search(a_work())
    assert (work.found, work.decision) == ("one_agrees", "none")
    (candidate,) = looked_up(work).candidates
    assert candidate.told_by == ["PubMed", "Crossref", "OpenAlex"]
    assert candidate.agrees == ["authors", "year", "title"]
    assert candidate.record.doi == SKIN.doi
    assert work.reference is None


def test_every_answer_is_kept_with_its_day_its_hash_and_its_question(services):
    work = search(a_work(doi=SKIN.doi))
    checks = {check.service: check for check in work.checks.all()}
    assert set(checks) == {"Footing", "PubMed", "Crossref", "OpenAlex"}
    assert checks["Crossref"].query == {"doi": SKIN.doi}
    assert checks["Crossref"].outcome == "found"
    assert len(checks["Crossref"].answer_sha256) == 64
    assert checks["Crossref"].asked_at > work.checked_at  # the store answered first
    assert {c.searched_at for c in checks.values()} == {checks["Footing"].asked_at}


def test_an_identifier_that_agrees_saves_the_wider_search(services):
    work = search(a_work(doi=SKIN.doi))
    assert work.found == "one_agrees"
    assert not any("query.bibliographic" in path for path in services.asked)


def test_an_identifier_of_another_work_is_a_conflict_and_the_work_is_looked_for(
    services,
):
    work = search(a_work(doi=ELSEWHERE.doi))
    told = looked_up(work)
    assert [c.record.title for c in told.candidates if c.is_conflict] == [
        ELSEWHERE.title
    ]
    (other,) = [c for c in told.candidates if not c.is_conflict]
    assert said(other)["identifier"] == "disagrees"
    assert work.found == "conflict"


def test_what_nobody_has_is_not_found_with_the_day_and_where(services):
    work = search(a_work(title="Nothing of the kind", authors=["Nemo"]))
    assert work.found == "not_found"
    assert work.checked_at
    assert outcomes(work) == dict.fromkeys(
        ("Footing", "PubMed", "Crossref", "OpenAlex"), "none"
    )


def test_what_states_too_little_is_not_checkable_and_nobody_is_asked(services):
    work = search(a_work(title="", authors=[], year=None, label="as one study showed"))
    assert work.found == "not_checkable"
    assert services.asked == []


def test_an_identifier_alone_is_enough(services):
    work = search(a_work(title="", authors=[], year=None, pmid=SKIN.pmid))
    assert work.found == "one_agrees"


def test_a_number_kept_here_that_nobody_knows_is_no_agreement(services):
    """A list of DOIs was taken in: of this one no more than its number is known."""
    make.a_reference(title="", doi="10.5555/nowhere")
    work = search(a_work(doi="10.5555/nowhere", title="Of teapots", authors=["Nemo"]))
    assert work.found == "candidates"
    (candidate,) = looked_up(work).candidates
    assert (candidate.agrees, candidate.told_by) == (["identifier"], ["Footing"])


def test_a_404_is_nothing_found(services):
    services.mode = "missing"
    work = search(a_work(doi="10.5555/nowhere"))
    assert outcomes(work)["Crossref"] == "none"


def test_a_preprint_and_its_article_stay_two_candidates(services):
    preprint = {"doi": "10.5555/preprint.1", "pmid": "90000008"}
    services.works.append(Work(**{**vars(SKIN), **preprint}))
    work = search(a_work())
    assert work.found == "candidates"  # both agree: a person has to say which
    found = {c.record.doi for c in looked_up(work).candidates}
    assert found == {SKIN.doi, "10.5555/preprint.1"}


# --- services that fail ---


@pytest.mark.parametrize("mode", ["broken", "error", "large"])
def test_a_service_that_fails_is_never_taken_for_nothing_found(services, mode):
    services.mode = mode
    work = search(a_work())
    assert (work.found, work.checked_at) == ("not_checked", None)
    told = looked_up(work)
    assert told.services == ["the references kept here"]
    assert told.silent == ["PubMed", "Crossref", "OpenAlex"]
    assert all(check.error for check in told.failed)
    assert any("No answer: Crossref" in line for line in work.job.result["says"])


def test_a_slow_service_is_kept_as_having_failed(services, monkeypatch):
    services.mode, services.seconds, services.timeout = "slow", 1.0, 0.3
    work = search(a_work())
    assert work.found == "not_checked"
    assert "did not answer in time" in looked_up(work).failed[0].error


def test_a_service_that_asks_to_wait_is_waited_for(services):
    services.mode, services.busy_times, services.retry_after = "busy", 1, "7"
    work = search(a_work())
    assert work.found == "one_agrees"
    assert 7.0 in services.slept


def test_a_service_that_asks_to_wait_too_long_has_failed(services):
    services.mode, services.busy_times, services.retry_after = "busy", 99, "3600"
    work = search(a_work())
    assert work.found == "not_checked"
    assert "asks to wait 3600 s" in looked_up(work).failed[0].error


def test_a_record_without_the_identifier_asked_for_is_no_find(services):
    services.works = [SKIN, ELSEWHERE]
    services.mode = "lying"
    work = search(a_work(doi=SKIN.doi))
    assert "found" not in outcomes(work).values()
    assert work.found != "conflict"


def test_without_any_network_the_store_is_asked_and_the_rest_is_not_checked(
    settings, monkeypatch, curator
):
    with lookups_at(Services([]), settings, monkeypatch):
        pass  # the services are gone again
    work = search(a_work())
    assert work.found == "not_checked"
    reference = make.a_reference(
        title=SKIN.title,
        title_key="made up plasma with microneedling in ageing skin",
        authors=[{"family": "Xamplova"}],
        first_author="Xamplova",
        year=2014,
    )
    work = search(work)
    assert work.found == "one_agrees"
    assert looked_up(work).candidates[0].reference == reference.pk


def test_a_service_that_fails_twice_is_left_alone_for_the_rest_of_the_run(
    services, curator
):
    article = make.an_article()
    for number in range(4):
        a_work(article=article, label=f"Xamplova {number}")
    services.mode = "error"
    run_now(kind="find_works", arguments={"article": article.pk}, by=curator)
    assert sum("/crossref/" in path for path in services.asked) == 8  # two works
    last = ReferenceCheck.objects.filter(service="Crossref").order_by("-pk")[0]
    assert "was not asked again in this run" in last.error


# --- the case to get right ---


@pytest.fixture
def cervelli(services, curator):
    article = import_article(data=FACES, by=curator).article
    return article.cited_works.get(label="Cervelli 2014")


def test_a_namesake_of_the_same_year_is_a_candidate_with_what_disagrees(cervelli):
    work = search(cervelli)
    assert (work.found, work.decision) == ("candidates", "none")
    assert work.reference is None
    (candidate,) = looked_up(work).candidates
    assert candidate.record.title == HAIR.title
    assert candidate.agrees == ["authors", "year"]
    assert candidate.disagrees == ["words"]
    words = next(f for f in candidate.fields if f.field == "words")
    assert "prp" in words.cited
    assert "microneedling" in words.found
    assert "skin" in words.found
    assert "prp" not in words.found  # that much it has


def test_surname_and_year_alone_never_agree(services):
    work = search(a_work(title="", authors=["Cervelli"], year=2014))
    assert work.found == "candidates"
    assert work.get_found_display() == "candidates, none"


# --- where it appeared ---

LISTED = """Plasma for skin

Plasma was tried in ageing skin [1].

References

1. Xamplova A, Inventa B. Made-up plasma with microneedling in ageing skin. J Examp.
2014;{}(2):1-9.
"""


def listed(by, volume):
    article = import_article(data=LISTED.format(volume).encode(), by=by).article
    return article.cited_works.get()


def test_an_entry_is_kept_with_its_journal_volume_and_page(curator):
    work = listed(curator, 1)
    assert (work.journal, work.volume, work.issue, work.page) == (
        *("J Examp", "1", "2"),
        "1",
    )


def test_et_al_is_kept_and_a_list_without_it_has_all_authors(curator):
    whole = listed(curator, 1)
    assert whole.all_authors and citation_of(whole).all_authors
    cut = LISTED.replace("Inventa B.", "Inventa B, et al.")
    article = import_article(data=cut.format(2).encode(), by=curator).article
    work = article.cited_works.get()
    assert not (work.all_authors or citation_of(work).all_authors)
    assert work.authors == whole.authors


def test_a_later_capture_fills_in_where_a_work_appeared(curator):
    article = make.an_article()
    version = make.a_version(article=article)
    bare = LISTED.format(1).replace(" J Examp.\n2014;1(2):1-9.", " 2014.")
    import_article(data=bare.encode(), article=article, by=curator)
    work = article.cited_works.get()
    assert (work.journal, work.volume) == ("", "")
    import_article(data=LISTED.format(1).encode(), article=article, by=curator)
    work.refresh_from_db()
    assert (work.journal, work.volume, work.page) == ("J Examp", "1", "1")
    assert version.article_id == article.pk


def test_journal_volume_and_page_are_compared_and_shown(services, curator, client):
    work = search(listed(curator, 1))
    assert work.found == "one_agrees"
    (candidate,) = looked_up(work).candidates
    assert candidate.agrees == [
        *("authors", "year", "title", "journal", "volume", "page"),
    ]
    page = shown(client.get(f"/cited-works/{work.pk}/"))
    for name in ("Journal", "Volume", "First page"):
        assert f'<th scope="row">{name}</th>' in page
    assert "J Examp" in page
    told = client.get(f"/api/v1/cited-works/{work.pk}/").json()
    assert (told["journal"], told["volume"], told["page"]) == ("J Examp", "1", "1")


def test_another_volume_keeps_a_work_from_being_the_one(services, curator):
    work = search(listed(curator, 7))
    assert work.found == "candidates"
    out = io.StringIO()
    call_command("find_works", "--article", str(work.article_id), "--json", stdout=out)
    ((candidate,),) = [facts["candidates"] for facts in json.loads(out.getvalue())]
    assert candidate["agrees"] == ["authors", "year", "title", "journal", "page"]
    assert candidate["disagrees"] == ["volume"]


# --- what people decide ---


def test_a_confirmed_candidate_becomes_a_reference_and_the_study_s_report(
    services, curator
):
    study = make.a_study(label="Xamplova 2014")
    work = search(a_work(study=study))
    (candidate,) = looked_up(work).candidates
    work = confirm_candidate(cited_work=work, candidate=candidate.key, by=curator)
    assert work.decision == "confirmed"
    assert work.reference.title == SKIN.title
    values = {(i.scheme, i.value) for i in work.reference.identifiers.all()}
    assert {("doi", SKIN.doi), ("pmid", SKIN.pmid)} <= values
    report = study.reports.get()
    assert (report.reference, report.role) == (work.reference, "main")


def test_a_second_article_s_match_is_the_same_reference(services, curator):
    for _ in range(2):
        work = search(a_work())
        (candidate,) = looked_up(work).candidates
        confirm_candidate(cited_work=work, candidate=candidate.key, by=curator)
    assert Reference.objects.count() == 1
    assert Reference.objects.get().cited_works.count() == 2


def test_a_notice_was_seen_when_the_service_told_of_it(services, curator):
    notice = ("retraction", "10.5555/notice.1", "2016-05-04")
    services.works[0] = Work(**{**vars(SKIN), "notices": (notice,)})
    work = search(a_work())
    key = looked_up(work).candidates[0].key
    work = confirm_candidate(cited_work=work, candidate=key, by=curator)
    told = {check.service: check.asked_at for check in work.checks.all()}
    seen = work.reference.notices.get().sources.values_list("source", "seen_at")
    assert dict(seen) == {name: told[name] for name in ("PubMed", "Crossref")}


def test_a_confirmation_can_be_undone_and_taken_back(services, curator):
    work = search(a_work(study=make.a_study()))
    key = looked_up(work).candidates[0].key
    confirm_candidate(cited_work=work, candidate=key, by=curator)
    undo_step(article=work.article, by=curator)
    work.refresh_from_db()
    assert (work.decision, work.reference) == ("none", None)
    assert not Reference.objects.exists()
    work = confirm_candidate(cited_work=work, candidate=key, by=curator)
    work = reset_cited_work(cited_work=work, by=curator)
    assert not work.study.reports.exists()


def test_a_candidate_that_is_gone_is_not_confirmed(services, curator):
    work = search(a_work())
    with pytest.raises(Refused, match="not among those of the last search"):
        confirm_candidate(cited_work=work, candidate="1-99", by=curator)


def test_a_rejection_stays_when_the_work_is_looked_for_again(cervelli, curator):
    work = search(cervelli)
    work = reject_cited_work(cited_work=work, by=curator)
    decided = work.decided_at
    work = search(work)
    assert (work.decision, work.decided_at) == ("rejected", decided)
    assert not any(c.is_new for c in looked_up(work).candidates)
    assert not any("New since" in line for line in work.job.result["says"])


def test_after_a_decision_only_news_is_told(services, cervelli, curator):
    work = search(cervelli)
    reject_cited_work(cited_work=work, by=curator)
    services.works.append(
        Work(
            doi="10.5555/face.1",
            pmid="90000009",
            title="PRP and microneedling in facial skin",
            authors=(("Cervelli", "V."),),
            year=2014,
        )
    )
    work = search(work)
    assert work.decision == "rejected"
    new = [c for c in looked_up(work).candidates if c.is_new]
    assert [c.record.doi for c in new] == ["10.5555/face.1"]
    told = " ".join(work.job.result["says"])
    assert "New since the decision: “PRP and microneedling in facial skin”" in told
    assert HAIR.title not in told


def test_the_match_itself_is_no_news_when_it_was_confirmed_without_a_search(
    services, curator
):
    reference = make.a_reference(title=SKIN.title, year=2014, doi=SKIN.doi)
    work = a_work(doi=SKIN.doi)
    work = confirm_cited_work(cited_work=work, reference=reference, by=curator)
    work = search(work)
    assert any(c.reference == reference.pk for c in looked_up(work).candidates)
    assert not any("New since" in line for line in work.job.result["says"])


def test_a_retraction_of_a_confirmed_work_is_news(services, curator):
    work = search(a_work())
    key = looked_up(work).candidates[0].key
    confirm_candidate(cited_work=work, candidate=key, by=curator)
    services.works[0] = Work(
        **{
            **vars(SKIN),
            "notices": (("retraction", "10.5555/notice.1", "2016-05-04"),),
            "retracted": True,
        }
    )
    work = search(work)
    assert work.decision == "confirmed"
    notice = work.reference.notices.get()
    assert (notice.kind, notice.notice_doi) == ("retraction", "10.5555/notice.1")
    assert set(notice.sources.values_list("source", flat=True)) == {
        "PubMed",
        "Crossref",
        "OpenAlex",
    }
    assert any("Retraction of" in line for line in work.job.result["says"])


def test_a_failing_service_keeps_its_older_word(services):
    work = search(a_work())
    services.mode = "error"
    work = search(work)
    assert work.found == "one_agrees"
    assert looked_up(work).candidates[0].told_by == ["PubMed", "Crossref", "OpenAlex"]


# --- answers that are kept ---


def look_for(article, **arguments):
    """The article's works after a job looked for them, and what services were asked."""
    arguments["article"] = article.pk
    run_now(kind="find_works", arguments=arguments, by=make.a_curator())
    return list(article.cited_works.order_by("pk"))


def test_what_was_asked_lately_is_not_asked_again(services):
    article = make.an_article()
    works = [a_work(article=article), a_work(article=article, doi=ELSEWHERE.doi)]
    first = [work.found for work in look_for(article)]
    asked = len(services.asked)
    assert first == ["one_agrees", "conflict"]
    assert [work.found for work in look_for(article)] == first
    assert len(services.asked) == asked
    assert [w.checks.filter(service="Crossref").count() for w in works] == [2, 4]


def test_two_articles_that_cite_the_same_ask_once(services):
    look_for(a_work().article)
    asked = len(services.asked)
    (work,) = look_for(a_work().article)
    assert work.found == "one_agrees"
    assert len(services.asked) == asked


def test_an_answer_that_is_used_again_keeps_the_time_it_came(services):
    first, second = a_work(), a_work()
    look_for(first.article)
    (work,) = look_for(second.article)
    one, other = (w.checks.get(service="Crossref") for w in (first, second))
    assert one.asked_at == other.asked_at
    assert one.answer_sha256 == other.answer_sha256
    assert one.searched_at < other.searched_at
    told = [c.asked_at for c in work.checks.all()]
    assert work.checked_at == min(told) < other.searched_at


def test_whoever_looks_again_hears_what_services_say_now(services):
    work = search(a_work(title="Nothing of the kind", authors=["Nemo"]))
    assert work.found == "not_found"
    new = {"title": "Nothing of the kind", "authors": (("Nemo", "N."),)}
    services.works.append(Work(**{**vars(SKIN), "doi": "10.5555/new.1", **new}))
    job = look_for_works(cited_work=work, by=make.a_curator())
    assert run_job(job.pk)
    work.refresh_from_db()
    assert work.found == "one_agrees"
    (work,) = look_for(work.article)  # and what they said then is what is kept
    assert work.found == "one_agrees"


def test_the_command_asks_anew_where_it_is_told_to(services):
    article = a_work().article
    for options in ((), (), ("--anew",)):
        call_command("find_works", "--article", str(article.pk), *options)
    crossref = [path for path in services.asked if path.startswith("/crossref/")]
    assert len(crossref) == 2


def test_a_search_half_of_whose_answers_were_kept_is_one_search(services):
    """The word on the number is kept from another article; that on the title is not."""
    look_for(a_work(doi=ELSEWHERE.doi, title="", authors=[], year=None).article)
    (work,) = look_for(a_work(doi=ELSEWHERE.doi).article)
    told = looked_up(work)
    assert {c.record.title for c in told.candidates} == {SKIN.title, ELSEWHERE.title}


# --- jobs and the command ---


def test_asking_twice_is_one_job(curator):
    article = make.an_article()
    first = look_for_works(article=article, by=curator)
    assert look_for_works(article=article, by=curator) == first


def test_a_reader_cannot_start_a_search():
    with pytest.raises(NotAllowed, match="look up works"):
        look_for_works(article=make.an_article(), by=make.a_reader())


def test_a_search_goes_on_where_it_stopped(services, curator):
    article = make.an_article()
    works = [a_work(article=article, label=f"Xamplova {n}") for n in range(3)]
    job = look_for_works(article=article, by=curator)
    Job.objects.filter(pk=job.pk).update(
        result={"after": works[0].pk, "seen": 1, "states": {"one_agrees": 1}}
    )
    assert run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 3, 3)
    assert "Cited works looked for: 3" in job.result["says"][0]
    works[0].refresh_from_db()
    assert works[0].checked_at is None


def test_the_command_prints_states_and_candidates(services, cervelli, curator):
    out = io.StringIO()
    article = str(cervelli.article_id)
    call_command("find_works", "--article", article, "--json", stdout=out)
    (facts,) = json.loads(out.getvalue())
    assert facts == {
        "cited_work": cervelli.pk,
        "article": cervelli.article_id,
        "title": cervelli.article.title,
        "label": "Cervelli 2014",
        "state": "candidates",
        "candidates": [
            {
                "doi": HAIR.doi,
                "pmid": HAIR.pmid,
                "title": HAIR.title,
                "year": 2014,
                "agrees": ["authors", "year"],
                "disagrees": ["words"],
            }
        ],
    }


def test_the_command_says_match_when_a_person_confirmed(services, curator):
    work = search(a_work())
    key = looked_up(work).candidates[0].key
    confirm_candidate(cited_work=work, candidate=key, by=curator)
    out = io.StringIO()
    call_command("find_works", "--article", str(work.article_id), stdout=out)
    assert "match" in out.getvalue()


def test_the_command_tells_works_of_one_label_apart_and_counts_their_states(
    services, capsys
):
    works = [a_work(article=make.an_article(title=f"On {n}")) for n in ("moss", "tea")]
    services.mode = "error"
    call_command("find_works")
    said = capsys.readouterr()
    for work in works:
        assert f"Article {work.article_id}, {work.article.title}\n" in said.out
        assert f"  {work.pk} {work.label}: not checked" in said.out
    assert "Cited works looked for: 2 (2 not checked)." in said.err


def test_the_command_looks_for_all_that_are_due(services):
    a_work()
    a_work(found="not_found", checked_at="2020-01-01T00:00Z", label="Old 2000")
    out = io.StringIO()
    call_command("find_works", "--json", stdout=out)
    assert len(json.loads(out.getvalue())) == 2
    out = io.StringIO()
    call_command("find_works", "--json", stdout=out)
    assert json.loads(out.getvalue()) == []
