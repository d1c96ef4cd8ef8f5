"""Rounds in which a mention is checked, and what is answered in them."""

from django.utils import timezone

from articles import models as articles
from tests.factories.articles import a_citation, a_mention
from tests.factories.claims import a_claim, a_claim_version
from tests.factories.making import CLAIM, make, settled
from tests.factories.people import a_reviewer, an_editor


def a_mention_round(*, reviewers=None, **given):
    """A round on a citation of a claim's mention, or on what is given, that waits."""
    mention = settled(given, "mention", lambda: a_mention(claim=a_claim()))
    if "claim_version" not in given:
        settled(given, "citation", lambda: a_citation(mention=mention))
    people = [a_reviewer()] if reviewers is None else reviewers
    round = make(
        articles.MentionRound,
        given,
        words=CLAIM,
        wanted=max(len(people), 1),
        called_by=an_editor,
    )
    for person in people:
        a_mention_assignment(round=round, reviewer=person)
    return round


def a_wording_round(**given):
    """A round on whether a mention's words fit its claim's verdict, that waits."""
    mention = settled(given, "mention", lambda: a_mention(claim=a_claim()))
    settled(given, "claim_version", lambda: a_claim_version(claim=mention.claim))
    return a_mention_round(**given)


def a_mention_assignment(**given):
    return make(
        articles.MentionAssignment,
        given,
        round=lambda: a_mention_round(reviewers=[]),
        reviewer=a_reviewer,
        assigned_by=an_editor,
    )


def a_support_judgement(**given):
    """A check of a citation in a round, not handed in."""
    reviewer = settled(given, "reviewer", a_reviewer)
    return make(
        articles.MentionJudgement,
        given,
        round=lambda: a_mention_round(reviewers=[reviewer]),
        answer="cannot_verify",
        read="nothing",
    )


def a_wording_judgement(**given):
    """A check of words in a round, not handed in."""
    reviewer = settled(given, "reviewer", a_reviewer)
    return make(
        articles.MentionJudgement,
        given,
        round=lambda: a_wording_round(reviewers=[reviewer]),
        answer="matches",
    )


def checked(judgement):
    """Hand in a check; its round opens with the last."""
    judgement.submitted_at = timezone.now()
    judgement.save()
    round = judgement.round
    handed_in = type(judgement).unfiltered.filter(round=round, is_consensus=False)
    if handed_in.exclude(submitted_at=None).count() >= round.wanted:
        round.opened_at = timezone.now()
        round.save()
    return judgement
