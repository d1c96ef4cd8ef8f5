"""Claims are added, and filed under topics."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from accounts.models import User
from accounts.permissions import Permission, require
from claims.claims.models import ClaimTopic
from claims.models import Claim
from core.actions import action, save
from studies.models import Outcome, Topic
from studies.topics.actions import set_topics


class Question(TypedDict, total=False):
    """What a claim is of: PICO, what it asserts, whether it can be checked."""

    population: str
    intervention: str
    comparator: str
    outcome: str
    outcome_measured: Outcome | None
    asserts: str
    negated: bool
    size: str
    dose: str
    time_frame: str
    subgroup: str
    margin: str
    as_of: date | None
    jurisdiction: str
    checkability: str
    compound: bool


@action
def add_claim(
    *,
    text: str,
    kind: str,
    by: User,
    topics: Iterable[str] = (),
    reason: str = "",
    **question: Unpack[Question],
) -> Claim:
    """Store a claim that no article's mention made yet, under topics by their names."""
    require(by, Permission.CURATE_CLAIMS)
    claim = save(Claim(text=text.strip(), kind=kind, **question))
    set_topics(claim=claim, names=topics, by=by)
    return claim


@action
def file_claim(*, claim: Claim, topic: Topic, by: User, reason: str = "") -> ClaimTopic:
    """File a claim under a topic; filing it again changes nothing."""
    require(by, Permission.CURATE_CLAIMS)
    known = ClaimTopic.objects.filter(claim=claim, topic=topic).first()
    return known or save(ClaimTopic(claim=claim, topic=topic))


@action
def unfile_claim(*, claim: Claim, topic: Topic, by: User, reason: str = "") -> None:
    """Take a claim out of a topic."""
    require(by, Permission.CURATE_CLAIMS)
    ClaimTopic.objects.filter(claim=claim, topic=topic).delete()
