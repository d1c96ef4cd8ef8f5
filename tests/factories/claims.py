"""Claims, their topics, relations and versions, and who publishes them."""

from django.utils import timezone

from articles import models as articles
from claims import models as claims
from studies import models as studies
from tests.factories.making import CLAIM, make, number, settled
from tests.factories.people import a_curator, a_reader, an_editor


def a_topic(**given):
    return make(studies.Topic, given, name=lambda: f"Made-up topic {number()}")


def an_outlet(**given):
    return make(articles.Outlet, given, name="The Example Courier")


def a_claim(**given):
    """Its words say that it lowers fever, unless it asserts something else."""
    lowers = given.get("asserts", "lowers") in ("lowers", "") and not given.get(
        "negated"
    )
    return make(
        claims.Claim,
        given,
        text=CLAIM if lowers else CLAIM.replace("lowers", "and"),
        kind="effect",
        asserts="lowers",
        judged_at=lambda: timezone.now() if given.get("standing") else None,
    )


def an_ask(**given):
    return make(
        claims.Ask,
        given,
        by=a_reader,
        sentence=CLAIM,
        sentence_sha256="0" * 64,
        question="examplin fever",
    )


def a_claim_topic(**given):
    return make(claims.ClaimTopic, given, claim=a_claim, topic=a_topic)


def a_claim_relation(**given):
    return make(
        claims.ClaimRelation,
        given,
        source=a_claim,
        target=a_claim,
        kind="contradicts",
    )


def a_claim_version(**given):
    claim = settled(given, "claim", a_claim)
    return make(
        claims.ClaimVersion,
        given,
        number=lambda: claim.versions.count() + 1,
        cause="wording",
        facts={},
        verdict="not_graded",
        certainty="not_graded",
        by=a_curator,
    )


def a_correction(**given):
    claim = settled(given, "claim", a_claim)
    return make(
        claims.Correction,
        given,
        corrects=lambda: a_claim_version(claim=claim),
        corrected=lambda: a_claim_version(claim=claim, cause="correction"),
        what="The dose was wrong.",
        why="It was misread.",
        by=an_editor,
    )


def a_reply(**given):
    return make(
        articles.Reply,
        given,
        claim=a_claim,
        outlet=an_outlet,
        text="We stand by it.",
        received_on=lambda: timezone.now().date(),
    )
