"""A service tells of a retraction; it reaches the study, the claim and the article."""

import pytest

from bibliography.imports.actions import import_now, start_import
from bibliography.models import Notice, Reference
from claims.models import Claim
from core.jobs import run_now
from tests import factories as make
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at
from tests.stories.acting import a_base_of, a_trial, graded, time_passes

pytestmark = pytest.mark.django_db(transaction=True)  # for the feed

TRIAL = "Example 1949: an example of a trial"


@pytest.fixture
def services(settings, monkeypatch):
    work = Work(
        doi="10.5555/trial.2",
        pmid="90000001",
        title=TRIAL,
        authors=(("Example", "E."),),
        year=1949,
    )
    with lookups_at(Services([work]), settings, monkeypatch) as up:
        yield up


@pytest.fixture
def claim():
    outcome = make.an_outcome(name="Made-up consumption", better="lower")
    trials = [
        a_trial("Example 1948", (4, 123, 11, 139), outcome),
        a_trial("Example 1949", (6, 306, 29, 303), outcome),
        a_trial("Example 1960", (3, 231, 11, 220), outcome),
    ]
    report = trials[1].reports.get().reference
    make.an_identifier(reference=report, value="10.5555/trial.2")
    claim = make.a_claim(
        text="Examplin lowers made-up consumption",
        asserts="lowers",
        outcome="made-up consumption",
    )
    claim = graded(claim, a_base_of(claim, trials))
    article = make.an_article(licence="cc_by")
    version = make.a_version(article=article)
    mention = make.a_mention(article=article, claim=claim)
    make.an_anchor(version=version, mention=mention)
    work = make.a_cited_work(article=article, reference=report, label="Example 1949")
    make.a_citation(cited_work=work, mention=mention)
    return claim


def check():
    time_passes()
    arguments = {"all": True}
    run_now(kind="check_references", arguments=arguments, by=make.a_curator())
    time_passes()


def page(client, address):
    return " ".join(client.get(address).content.decode().split())


def test_from_the_notice_to_the_claims_page(services, claim, client):
    check()
    claim.refresh_from_db()
    assert not claim.needs_review
    before = page(client, f"/claims/{claim.pk}/")
    assert "3 randomised, pooled" in before
    services.works[0].retracted = True
    services.works[0].notices = (("retraction", "10.5555/notice.2", "2026-02-01"),)
    check()
    claim = Claim.objects.get(pk=claim.pk)
    assert claim.needs_review
    assert claim.needs_review_why == "Example 1949: retraction noted since."
    after = page(client, f"/claims/{claim.pk}/")
    assert "needs review" in after.lower()
    assert "2 randomised, pooled" in after
    assert "left out, retracted: Example 1949" in after
    notice = Notice.objects.get()
    assert f'href="/notices/{notice.pk}/"' in after
    study = notice.reference.reports.get().study
    assert "Retraction" in page(client, f"/studies/{study.pk}/")
    article = claim.mentions.get().article
    audited = page(client, f"/articles/{article.pk}/")
    assert "cited work retracted" in audited
    assert f'href="/notices/{notice.pk}/"' in audited
    reached = page(client, f"/notices/{notice.pk}/")
    for told in (claim.text, article.title, study.label):
        assert told in reached


def test_programs_are_told_too(services, claim, client):
    services.works[0].retracted = True
    check()
    study = Notice.objects.get().reference.reports.get().study
    facts = client.get(f"/api/v1/claims/{claim.pk}/").json()
    assert facts["judgement"]["needs_review"]
    assert facts["pooled"][0]["left_out"] == [study.label]
    told = next(
        item for item in facts["evidence"] if item["study"]["label"] == study.label
    )
    (cite,) = facts["mentions"][0]["cites"]
    assert cite["retracted"]
    assert [notice["kind"] for notice in told["study"]["notices"]] == ["retraction"]
    (notice,) = client.get(f"/api/v1/notices/?study={study.pk}").json()["results"]
    assert notice["kind"] == "retraction"
    assert client.get(f"/api/v1/studies/{study.pk}/").json()["is_retracted"]


def brought_in(name, *lines):
    """A file about the second trial, imported."""
    report = Reference.objects.get(identifiers__value="10.5555/trial.2")
    told = [line.format(title=report.title) for line in lines]
    data = "\n".join([*told, ""]).encode()
    import_now(
        batch=start_import(data=data, file_name=name, by=make.a_curator()),
        by=make.a_curator(),
    )
    time_passes()


def test_from_a_file_to_the_claims_page(services, claim, client):
    time_passes()
    brought_in("said.ris", "TY  - JOUR", "TI  - {title}", "DO  - 10.5555/trial.2",
               "N1  - Retraction in: J Ex. 2026;9:9", "ER  - ")  # fmt: skip
    assert "3 randomised, pooled" in page(client, f"/claims/{claim.pk}/")
    notice = Notice.objects.get()
    address = f"/references/{notice.reference_id}/"
    study = notice.reference.reports.get().study
    said = "an imported file, not confirmed"
    lists = ["/notices/", "/references/", "/studies/"]
    own = [f"/claims/{claim.pk}/", f"/studies/{study.pk}/", f"/notices/{notice.pk}/"]
    for shown in [address, *own, *lists]:
        assert said in page(client, shown), shown
    brought_in("pubmed.nbib", "PMID- 90000001", "OWN - NLM", "TI  - {title}",
               "PT  - Retracted Publication", "RIN - J Ex. 2026 Feb 1;9(9):9. PMID: 8",
               "LID - 10.5555/trial.2 [doi]")  # fmt: skip
    claim = Claim.objects.get(pk=claim.pk)
    assert claim.needs_review_why == "Example 1949: retraction noted since."
    assert "left out, retracted: Example 1949" in page(client, f"/claims/{claim.pk}/")
    assert "not confirmed" not in page(client, address)


def test_a_second_word_on_what_only_one_said_takes_it_out(services, claim, client):
    report = Reference.objects.get(identifiers__value="10.5555/trial.2")
    notice = make.a_notice(reference=report, kind="retraction")
    make.a_notice_source(notice=notice, source="OpenAlex")
    time_passes()
    assert "3 randomised, pooled" in page(client, f"/claims/{claim.pk}/")
    make.a_notice_source(notice=notice, source="Retraction Watch")
    time_passes()
    assert "left out, retracted: Example 1949" in page(client, f"/claims/{claim.pk}/")
    assert Claim.objects.get(pk=claim.pk).needs_review
