"""Two studies of one name are told apart wherever they stand; no other is marked."""

import pytest

from evidence.facts import claim_facts
from studies.models import Study
from tests import factories as make
from tests.html import shown
from tests.stories.acting import ASKED

pytestmark = pytest.mark.django_db
LONG = "A made-up trial of examplin for made-up fever in adults who are as made up"
BY_REPORT = "Kim 2016 (Examplin in adults)"
BY_ARTICLE = "Kim 2016 (cited in “On made-up fever”)"


def names():
    rows = Study.objects.with_names().order_by("pk")
    return [study.name for study in rows]


@pytest.fixture
def two():
    report = make.a_reference(title="Examplin in adults")
    return (
        make.a_study(label="Kim 2016", main_report=report),
        make.a_study(label="Kim 2016", described_in="On made-up fever"),
    )


def test_only_what_has_a_namesake_that_stands_is_told_apart(two):
    other = make.a_study(label="Kim 2015")
    assert names() == [BY_REPORT, BY_ARTICLE, "Kim 2015"]
    Study.objects.filter(pk=two[1].pk).update(merged_into=two[0])
    assert names()[0] == "Kim 2016"
    assert other.name == "Kim 2015"


def test_what_tells_one_from_its_namesakes():
    shared = make.a_reference(title="Two trials of examplin")
    first = make.a_study(label="Kim 2016", main_report=shared, title="The first")
    make.a_study(label="Kim 2016", main_report=shared, described_in="On fever")
    for given in (
        {"title": "Examplin in children", "described_in": "On made-up fever"},
        {"title": LONG},
        {},
    ):
        study = make.a_study(label="Kim 2016", **given)
    protocol = make.a_report(study=study, role="protocol")
    make.a_report(study=study, reference=make.a_reference(title="The main paper"))
    bare = make.a_study(label="Kim 2016")
    assert protocol.pk
    assert names() == [
        "Kim 2016 (The first)",
        "Kim 2016 (cited in “On fever”)",
        "Kim 2016 (Examplin in children, cited in “On made-up fever”)",
        f"Kim 2016 ({LONG[:59]}…)",
        "Kim 2016 (The main paper)",
        f"Kim 2016 (study {bare.pk})",
    ]
    assert len(set(names())) == Study.objects.count()
    assert first.name == "Kim 2016"  # where nobody asked


@pytest.fixture
def pages(two):
    """Where the two stand side by side: the address of each list, table and card."""
    outcome = make.an_outcome()
    results = [make.a_result(study=study, outcome=outcome) for study in two]
    claim = make.a_frozen_base(results=results).claim
    waiting = make.a_base(claim=make.a_claim(**ASKED, asserts="lowers"))
    article = make.an_article(licence="cc_by")
    version = make.a_version(article=article)
    mention = make.a_mention(article=article, claim=claim)
    make.an_anchor(version=version, mention=mention)
    for study in two:
        work = make.a_cited_work(article=article, study=study)
        make.a_citation(mention=mention, cited_work=work)
    review = make.a_review()
    for study in two:
        make.an_inclusion(review=review, study=study, listed_as=f"{study.pk}. Kim")
    row = make.an_inclusion(review=make.a_review(), listed_as="Kim 2016")
    reference = make.a_reference()
    for study in two:
        make.a_report(study=study, reference=reference, role="follow_up")
    notice = make.a_notice(reference=reference)
    third = make.a_study(label="Kim et al. 2016")
    return [
        "/studies/?q=Kim",
        "/api/v1/studies/?q=Kim",
        f"/claims/{claim.pk}/",
        f"/claims/{claim.pk}/base/",
        f"/claims/{waiting.claim_id}/base/?q=Kim",
        f"/api/v1/claims/{claim.pk}/",
        f"/studies/{third.pk}/merge/?q=Kim+2016",
        f"/studies/{review.pk}/includes/",
        f"/studies/{row.review_id}/includes/?row={row.pk}",
        f"/references/{reference.pk}/",
        f"/notices/{notice.pk}/",
        f"/articles/{article.pk}/",
        f"/articles/{article.pk}/curate/?at={mention.pk}",
    ]


def test_they_are_told_apart_in_every_list_and_table(client, editor, pages):
    alike = []
    for address in pages:
        page = shown(client.get(address)).replace("\\u201c", "“")
        if not (BY_REPORT in page and BY_ARTICLE in page):
            alike.append(address)
    assert not alike


def test_telling_apart_asks_for_no_row_by_itself(django_assert_num_queries, two):
    for _ in range(5):
        make.a_study(label="Kim 2016")
    with django_assert_num_queries(1):
        names()


def test_facts_and_figures_name_each(two):
    outcome = make.an_outcome()
    results = [make.a_result(study=study, outcome=outcome) for study in two]
    claim = make.a_frozen_base(results=results).claim
    told = claim_facts(claim)
    assert {item["study"]["label"] for item in told["evidence"]} == {
        BY_REPORT,
        BY_ARTICLE,
    }
