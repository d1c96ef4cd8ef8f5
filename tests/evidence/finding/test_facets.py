"""A facet counts what plain questions count, over random stores and filters."""

from unittest import mock

import pytest
from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles.models import CitationSupport, CitedWork, Mention
from bibliography.models import Reference
from claims.models import Claim
from core import pager, searched_filters
from core.pager import CappedCount
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from evidence.models import EvidenceBase, EvidenceItem
from studies.models import Study
from tests import factories as make

pytestmark = pytest.mark.django_db

MENTION = st.fixed_dictionaries(
    {
        "cites": st.sampled_from(["nothing", "found", "not_found", "retracted"]),
        "said": st.sampled_from(["", "supports", "unrelated", "does_not_support"]),
        "published": st.sampled_from(["", "2001-03", "2019", "May"]),
        "accepted": st.booleans(),
    }
)
CLAIM = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["effect", "harm"]),
        "needs_review": st.booleans(),
        "topics": st.sets(st.sampled_from([0, 1])),
        "mentions": st.lists(MENTION, max_size=2),
        "studies": st.lists(st.sampled_from(["rct", "cohort", "gone"]), max_size=2),
        "merged": st.booleans(),
    }
)
ASKED = st.sets(
    st.sampled_from(
        ["kind=harm", "kind=effect", "needs_review=true", "citing=nothing"]
        + ["citing=not_found", "design=rct", "resting=retracted", "article_year=2019"]
        + ["q=examplin", "verdict=not_graded", "sample=false"]
    ),
    max_size=4,
)


def a_store(claims):
    """Random claims; what is retracted, after all else, as it is in life."""
    topics = [make.a_topic() for _ in range(2)]
    gone = make.a_reference(title="Gone")
    for given_claim in claims:
        claim = make.a_claim(
            kind=given_claim["kind"],
            needs_review=given_claim["needs_review"],
            needs_review_why="So." if given_claim["needs_review"] else "",
        )
        for place in given_claim["topics"]:
            make.a_claim_topic(claim=claim, topic=topics[place])
        for mention in given_claim["mentions"]:
            a_mention(claim, mention, gone)
        if given_claim["studies"]:
            results = [a_result(design, gone) for design in given_claim["studies"]]
            make.a_frozen_base(claim=claim, results=results)
        if given_claim["merged"]:
            Claim.objects.filter(pk=claim.pk).update(merged_into=make.a_claim())
    make.a_notice(reference=gone)


def a_result(design, gone):
    if design != "gone":
        return make.a_result(study=make.a_study(design=design))
    known = Study.objects.filter(reports__reference=gone).first()
    study = known or make.a_study(main_report=gone, design="cohort")
    return make.a_result(study=study, outcome=make.an_outcome())


def a_mention(claim, given_mention, gone):
    article = make.an_article(published=given_mention["published"])
    row = make.a_mention(
        article=article, claim=claim if given_mention["accepted"] else None
    )
    cites = given_mention["cites"]
    if cites == "nothing":
        return
    work = make.a_cited_work(
        article=article, reference=gone if cites == "retracted" else None
    )
    if cites == "not_found":
        CitedWork.objects.filter(pk=work.pk).update(
            found="not_found", checked_at="2001-01-01T00:00:00Z"
        )
    citation = make.a_citation(mention=row, cited_work=work)
    if given_mention["said"] and given_mention["accepted"]:
        said = given_mention["said"]
        CitationSupport.objects.create(
            mention=row,
            citation=citation,
            answer="cannot_verify" if said == "supports" else said,
            words_judged="So",
            read="nothing" if said == "supports" else "full_text",
            nothing_found=said != "supports",
            by=make.a_reviewer(),
        )


def plainly(rows, facet):
    """How many of some claims have each value, by questions of their own."""
    here = Mention.objects.accepted().filter(claim=OuterRef("pk"))
    work = "citation_links__citation__cited_work"
    newest = (
        EvidenceBase.objects.frozen()
        .filter(claim=OuterRef("base__claim"))
        .order_by("-number")
        .values("number")[:1]
    )
    counted = EvidenceItem.objects.filter(
        base__claim=OuterRef("pk"), base__number=Subquery(newest), decision="included"
    )
    retracted = Reference.objects.retracted()
    ways = {
        ("citing", "nothing"): here.filter(citation_links=None),
        ("citing", "not_found"): here.filter(**{f"{work}__found": "not_found"}),
        ("citing", "retracted"): here.filter(**{f"{work}__reference__in": retracted}),
        ("citing", "not_said"): here.filter(
            supports__answer__in=["does_not_support", "contradicts", "unrelated"],
            supports__superseded_at=None,
        ),
        ("resting", "retracted"): counted.filter(
            result__study__reports__role="main",
            result__study__reports__reference__in=retracted,
        ),
        ("design", "rct"): counted.filter(result__study__design="rct"),
        ("design", "cohort"): counted.filter(result__study__design="cohort"),
    }
    ways |= {("kind", kind): Q(kind=kind) for kind in ("effect", "harm")}
    ways |= {
        ("needs_review", word): Q(needs_review=word == "true")
        for word in ("true", "false")
    }
    return {
        value: rows.filter(way if isinstance(way, Q) else Exists(way)).count()
        for (name, value), way in ways.items()
        if name == facet
    }


@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # each example is a store: none is shrunk
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(claims=st.lists(CLAIM, min_size=2, max_size=4), asked=ASKED)
def test_facets_of_claims_count_what_plain_questions_count(client, claims, asked):
    a_store(claims)
    query = "&".join(sorted(asked))
    left = {*narrowed(asked).values_list("pk", flat=True)}
    with mock.patch.object(searched_filters, "_FEW", 0):  # as if they were many
        assert {*narrowed(asked).values_list("pk", flat=True)} == left
    for most in (pager.CAP, 1, 2):
        with mock.patch.object(pager, "CAP", most):
            page = client.get(f"/claims/?{query}").context
        n = narrowed(asked).count()
        assert page["list"].count == CappedCount(min(n, most), n > most)
        for _, name, values in page["facets"]:
            others = narrowed(one for one in asked if not one.startswith(f"{name}="))
            counts = {value.value: value.count for value in values}
            too_many = others.count() > most
            for value, number in plainly(others, name).items():
                told = counts.get(value, None if too_many else 0)
                expected = None if too_many else number
                assert told == expected, (name, value, query, most)


def narrowed(asked):
    """The claims that some filters leave."""
    params = QueryDict("&".join(asked))
    return ClaimFilter(params, queryset=claims_with_evidence().current()).qs
