"""Beside an article: what of a claim's evidence was public when it was published."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bibliography.notices.actions import add_notice
from claims.models import Claim
from evidence.articles.content import known_beside
from evidence.articles.known_then import Published, known_then
from evidence.facts.picking import Asked
from evidence.facts.standing_on import evidence_items
from tests import factories as make
from tests.evidence.test_facts import a_judged_claim
from tests.html import shown
from texts.dates import PartialDate

pytestmark = pytest.mark.django_db
THEN = PartialDate(2015, 6)
MOST_QUERIES = 12
DATES = ("", "2014", "2014-04-30", "2015", "2015-05", "2015-06-12", "2016-02", "2016")


def a_study(label, *issued, role="main", type="article", **given):
    """A trial, and a report of it for each date."""
    study = make.a_study(label=label, year=None, **given)
    for number, date in enumerate(issued):
        make.a_report(
            study=study,
            reference=make.a_reference(title=label, issued=date, type=type),
            role="follow_up" if number else role,
        )
    return study


def a_claim_on(*results, **given):
    """A claim that one reviewer judged on the results."""
    claim = make.a_claim(text="Examplin lowers made-up fever", **given)
    base = make.a_frozen_base(claim=claim, results=list(results), scope="other_known")
    grade = make.a_grade(round=make.a_round(base=base))
    Claim.objects.filter(pk=claim.pk).update(
        verdict=grade.verdict,
        certainty=grade.certainty,
        standing="draft",
        judged_at=grade.submitted_at,
    )
    return Claim.objects.get(pk=claim.pk)


def a_claim_of_all_times():
    """A claim on studies of 2014, of the article's month, of 2016, and of a review."""
    outcome = make.an_outcome()
    studies = [
        a_study("Example 2013", "2013-03-12"),
        a_study("Example 2014", "2014-03-12"),
        a_study("Example 2015", "2015-06"),
        a_study("Example 2016", "2016-01-09"),
        a_study("Retracted 2012", "2012-05"),
    ]
    add_notice(
        reference=studies[-1].reports.get().reference,
        kind="retraction",
        source="Example source",
        dated="2018-03-03",
        by=make.a_curator(),
    )
    review = make.a_reference(
        title="A review", issued="2018", year=2018, doi="10.5555/example.review"
    )
    results = [make.a_result(study=study, outcome=outcome) for study in studies]
    told = make.a_compiled_result(
        study=a_study("Told 2011"), outcome=outcome, compiled_from=review
    )
    return a_claim_on(*results, told)


def an_article_that_makes(*claims, **given):
    article = make.an_article(**given)
    version = make.a_version(article=article)
    for claim in claims:
        mention = make.a_mention(article=article, claim=claim)
        make.an_anchor(version=version, mention=mention)
    return article


def read(client, article):
    """An article's page as a person reads it, without its marks."""
    page = shown(client.get(f"/articles/{article.pk}/"))
    return re.sub(r" ?</?(b|span|a)\b[^>]*>", "", re.sub(r"\s+", " ", page))


def known_of(claim, then=THEN):
    return known_beside([claim], then).get(claim.pk)


def when(claim, then=THEN):
    """Whether its one study was public, and how that is known."""
    (row,) = known_of(claim, then).studies
    return row.was_public, row.words


@pytest.fixture
def outcome():
    return make.an_outcome()


@pytest.fixture
def claim():
    return a_claim_of_all_times()


def test_the_article_says_what_was_known_when_it_was_published(client, claim):
    article = an_article_that_makes(claim, published="2015-06")
    page = read(client, article)
    assert (
        "As known then (Jun 2015): 3 studies by then, 1 after, 2 can’t tell. "
        "1 of them has been retracted since: Retracted 2012 (3 Mar 2018)." in page
    )
    assert "Pooled from those by then, not graded: 2 randomised, RR 0.50 (" in page
    assert "left out, retracted: Retracted 2012" in page
    assert "Example 2015 (published Jun 2015, too near to tell)" in page
    assert "Told 2011 (known here only from a review of 2018)" in page
    assert "Example 2016 (published 9 Jan 2016)" in page


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("", "This article has no date"),
        ("last spring", "“last spring”, can’t be read"),
    ],
)
def test_of_an_article_without_a_date_nothing_is_said(client, claim, published, said):
    article = an_article_that_makes(claim, published=published)
    page = read(client, article)
    assert said in page
    assert "As known then" not in page


def test_a_date_as_a_person_wrote_it_is_read(client, claim):
    article = an_article_that_makes(claim, published="12 June 2015")
    page = read(client, article)
    assert "As known then (12 Jun 2015): 3 studies by then" in page


def test_five_claims_ask_the_database_as_often_as_one(
    client, django_assert_max_num_queries
):
    article = an_article_that_makes(
        *[Claim.objects.get(pk=a_judged_claim(3).pk) for _ in range(5)],
        published="2015-06",
    )
    with django_assert_max_num_queries(MOST_QUERIES):
        page = read(client, article)
    assert page.count("As known then") == 5


def test_nothing_is_said_of_claims_that_nothing_counts_for():
    ungraded = make.a_claim()
    by_rule = a_claim_on(make.a_result())
    by_rule.verdict, by_rule.certainty = "cant_say", "not_graded"
    assert known_beside([ungraded, by_rule], THEN) == {}
    other_people = make.an_item(
        base=make.a_base(claim=ungraded), population_match="other"
    )
    facts = evidence_items(other_people.base)
    assert known_then(facts, THEN, Published(), rated=True, asked=Asked()).studies == ()


# --- when a study was public ---


@pytest.mark.parametrize(
    ("issued", "was_public"),
    [
        (["2014"], True),
        (["2015"], None),
        (["2016"], False),
        (["2016", "2014-01-31"], True),  # the first of its reports decides
        (["2016", ""], None),  # the other may have been the first
        ([""], None),
        ([], None),
    ],
)
def test_a_study_was_public_from_its_first_report(issued, was_public):
    claim = a_claim_on(make.a_result(study=a_study("Example", *issued)))
    assert when(claim)[0] is was_public


def test_a_year_stands_in_for_a_date_that_is_not_stated():
    study = a_study("Example", "")
    study.reports.get().reference.__class__.objects.update(year=2013)
    assert when(a_claim_on(make.a_result(study=study))) == (True, "published 2013")


@pytest.mark.parametrize(
    ("role", "type", "was_public"),
    [
        ("protocol", "article", None),
        ("registration", "registration", None),
        ("registration", "register_page", True),
        ("main", "registration", None),
        ("main", "preprint", True),
    ],
)
def test_a_report_before_its_results_makes_nothing_public(role, type, was_public):
    study = a_study("Example", "2014-01-31", role=role, type=type)
    assert when(a_claim_on(make.a_result(study=study)))[0] is was_public


def test_a_register_page_is_asked_only_where_nothing_else_reports():
    study = a_study("Example", "2014-01-31", role="registration", type="register_page")
    make.a_report(study=study, reference=make.a_reference(issued="2016"))
    assert when(a_claim_on(make.a_result(study=study)))[0] is False


@pytest.mark.parametrize(
    ("issued", "was_public"), [("2014", True), ("2015", None), ("2018", None)]
)
def test_an_earlier_review_made_a_study_public(issued, was_public):
    review = make.a_reference(type="dataset", title="A data set", issued=issued)
    told = make.a_compiled_result(study=a_study("Example"), compiled_from=review)
    assert when(a_claim_on(told))[0] is was_public


@pytest.mark.parametrize(
    ("dated", "said"),
    [
        ("2014-01-31", "1 of them had been retracted by then"),
        ("2018-03-03", "1 of them has been retracted since"),
        (None, "1 of them is retracted, whether by then can’t be told"),
    ],
)
def test_a_retraction_is_told_with_its_day(dated, said):
    study = a_study("Example 2013", "2013")
    add_notice(
        reference=study.reports.get().reference,
        kind="retraction",
        source="Example source",
        dated=dated,
        by=make.a_curator(),
    )
    (words,) = known_of(a_claim_on(make.a_result(study=study))).retracted_words
    assert words.startswith(said)


@pytest.mark.parametrize("kind", ["effect", "mechanism"])
def test_animals_count_for_a_mechanism_alone(kind):
    study = a_study("Example", "2014", design="animal")
    claim = a_claim_on(make.a_result(), make.a_result(study=study))
    claim.kind = kind
    assert len(known_of(claim).studies) == (2 if kind == "mechanism" else 1)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    studies=st.lists(
        st.tuples(st.lists(st.sampled_from(DATES), max_size=2), st.booleans()),
        min_size=1,
        max_size=5,
    ),
    then=st.sampled_from([date for date in DATES if date]),
)
def test_every_counting_study_is_in_one_part(outcome, studies, then):
    results = []
    for number, (issued, compiled) in enumerate(studies):
        study = a_study(f"Example {number}", *issued)
        made = make.a_compiled_result if compiled else make.a_result
        results += [made(study=study, outcome=outcome, time_point=t) for t in "ab"]
    known = known_of(a_claim_on(*results), PartialDate.of(then))
    parts = [row.study.id for _, rows in known.parts for row in rows]
    assert sorted(parts) == sorted({result.study_id for result in results})
    public = sum(row.was_public is True for row in known.studies)
    assert all(line.k <= public for line in known.lines)
    assert bool(known.lines) == (public > 1)
