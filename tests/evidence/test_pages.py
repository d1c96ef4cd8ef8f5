"""Every page answers, says what is known, and asks the database few times."""

import pytest

from articles.reading.suggesting.measured import measured
from claims.models import Claim
from studies.models import Study
from tests import factories as make
from tests.evidence.test_facts import a_judged_claim
from tests.html import shown
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def an_article_with_claims(claims=5, **given):
    """An article whose every second claim cites a work."""
    article = make.an_article(**given)
    text = " ".join(f"Examplin lowers sign {n}." for n in range(claims))
    version = make.a_version(
        article=article, text=text, blocks=[["paragraph", 0, len(text), 0]]
    )
    for number in range(claims):
        words = f"Examplin lowers sign {number}."
        start = text.index(words)
        mention = make.a_mention(
            article=article, status="accepted", claim=make.a_claim(text=words)
        )
        make.an_anchor(
            version=version,
            mention=mention,
            exact=words,
            start=start,
            end=start + len(words),
        )
        if number % 2:
            make.a_mention_citation(
                mention=mention,
                citation=make.a_citation(
                    article=article, cited_work=make.a_cited_work(article=article)
                ),
            )
    return article


@pytest.mark.parametrize(
    "address",
    ["/", "/claims/", "/articles/", "/studies/", "/references/", "/about/methods/"],
)
def test_empty_lists_say_that_they_are_empty_and_what_to_do(client, address):
    answer = client.get(address)
    assert answer.status_code == 200


def test_the_methods_say_how_often_suggestions_are_wrong(client):
    page = client.get("/about/methods/").content.decode()
    for one in measured():
        assert one.name.capitalize()[:12] in page
        assert f"version {one.version}" in page
    assert "held out" in page and "worked on" in page


def test_a_claims_page_asks_at_most_twelve_queries(
    client, django_assert_max_num_queries
):
    claim = a_judged_claim(5)
    with django_assert_max_num_queries(MOST_QUERIES):
        answer = client.get(f"/claims/{claim.pk}/")
    page = shown(answer)
    assert "10/100 against 20/100 · RR 0.50 (0.25 to 1.01)" in page
    assert "5 randomised, pooled" in page
    assert "one reviewer, not agreed" in page.lower()


def test_the_list_of_claims_asks_the_same_for_one_and_for_five(
    client, django_assert_max_num_queries
):
    for _ in range(5):
        make.a_mention(claim=make.a_claim(), status="accepted")
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get("/claims/").content.decode()
    assert page.count('class="row"') == 5


def test_an_article_is_read_with_its_claims_beside_it(
    client, django_assert_max_num_queries
):
    article = an_article_with_claims(5, licence="cc_by")
    with django_assert_max_num_queries(MOST_QUERIES):
        page = shown(client.get(f"/articles/{article.pk}/"))
    assert page.count('class="note"') == 5
    assert page.count('<a class="c c-none"') == 5
    assert "<b>2</b><span>cite a work</span>" in page
    assert "<b>3</b><span>have no source recognised</span>" in page


def test_a_text_whose_licence_is_unknown_shows_its_passages_alone(client):
    article = an_article_with_claims(2, licence="not_stated")
    article.versions.get()
    page = client.get(f"/articles/{article.pk}/").content.decode()
    assert "does not let us show the whole text" in page
    assert "Examplin lowers sign 1." in page


def test_a_study_shows_its_results_and_who_rests_on_it(
    client, django_assert_max_num_queries
):
    claim = a_judged_claim(3)
    study = claim.bases.get().items.first().result.study
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(f"/studies/{study.pk}/").content.decode()
    assert claim.text in page
    assert "not checked by a second person" in page


def test_a_reference_shows_its_notices_and_the_claims_it_reaches(
    client, django_assert_max_num_queries
):
    claim = a_judged_claim(3)
    study = claim.bases.get().items.first().result.study
    report = make.a_report(study=study, role="main")
    make.a_notice_source(notice=make.a_notice(reference=report.reference))
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(f"/references/{report.reference_id}/").content.decode()
    assert "Retraction" in page
    assert claim.text in page


@pytest.mark.parametrize("what", ["claims", "articles", "studies", "references"])
def test_what_was_never_there_is_not_found(client, what):
    assert client.get(f"/{what}/999999/").status_code == 404


def test_a_merged_claim_leads_to_the_one_it_is_now(client):
    claim, survivor = make.a_claim(), make.a_claim()
    Claim.objects.filter(pk=claim.pk).update(merged_into=survivor)
    answer = client.get(f"/claims/{claim.pk}/")
    assert answer.status_code == 301
    assert answer["Location"] == f"/claims/{survivor.pk}/"


def test_a_cursor_of_another_list_is_refused_in_a_sentence(client):
    answer = client.get("/claims/?cursor=nonsense")
    assert answer.status_code == 400
    assert b"This cursor was not made for this list" in answer.content


def test_a_filter_shows_as_a_chip_that_drops_it(client):
    make.a_claim(text="Examplin lowers fever", kind="effect")
    page = shown(client.get("/claims/?q=fever&kind=effect"))
    assert 'href="?kind=effect" aria-label="Drop the filter “fever”"' in page
    assert "1 claim" in page


def test_a_version_that_does_not_exist_is_not_found(client):
    assert client.get(f"/claims/{make.a_claim().pk}/v9/").status_code == 404


def test_a_passage_that_several_articles_share_is_printed_once(client):
    claim = make.a_claim()
    for title in ("Made-up leaflet", "Made-up magazine"):
        make.a_mention(
            claim=claim,
            article=make.an_article(title=title),
            proposed_text="Examplin heals.",
        )
    make.a_mention(claim=claim, proposed_text="Examplin may heal.")
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert page.count("Examplin heals.") == 1
    assert page.count("Examplin may heal.") == 1
    assert page.index("Made-up leaflet") < page.index("Made-up magazine")


@pytest.fixture
def pooled_claim():
    """A graded claim that pools two trials."""
    outcome = make.an_outcome(name="fever", better="lower")
    trials = [
        a_trial(f"Example {year}", (10, 100, 30, 100), outcome) for year in (2001, 2002)
    ]
    claim = make.a_claim(asserts="lowers")
    return graded(claim, a_base_of(claim, trials))


def test_a_claims_page_asked_for_again_shows_what_changed(client, pooled_claim):
    address = f"/claims/{pooled_claim.pk}/"
    study = Study.objects.get(label="Example 2001")
    reference = study.reports.get(role="main").reference
    before = shown(client.get(address))
    assert shown(client.get(address)) == before
    notice = make.a_notice(reference=reference, kind="retraction")
    retracted = shown(client.get(address))
    assert "retracted" in retracted.partition('id="stands-on"')[2]
    assert f"/notices/{notice.pk}/" in retracted
    study.label = "Example renamed"
    study.save()
    assert "Example renamed" in shown(client.get(address))


def test_a_claim_and_its_version_lead_to_their_own_plots(client, pooled_claim):
    claim = pooled_claim
    for address in (f"/claims/{claim.pk}/", f"/claims/{claim.pk}/v1/") * 2:
        page = shown(client.get(address))
        assert f'href="{address}plots/1.svg"' in page
        assert page.count("plots/1.svg") == 1


def test_who_signs_in_sees_the_same_evidence_and_may_do_more(client, pooled_claim):
    address = f"/claims/{pooled_claim.pk}/"
    anonymous = shown(client.get(address))
    client.force_login(make.a_reviewer())
    signed_in = shown(client.get(address))
    assert f"{address}grade/" not in anonymous and f"{address}grade/" in signed_in

    def evidence(page):
        return page.partition('id="stands-on"')[2].partition("</section>")[0]

    assert evidence(anonymous) == evidence(signed_in) != ""
