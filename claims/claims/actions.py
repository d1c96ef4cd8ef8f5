"""Claims are added, and filed under topics."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from accounts.models import User
from accounts.permissions import Permission, require
from claims.asks.actions import move_asks
from claims.claims.models import ClaimTopic
from claims.models import Claim
from core.actions import action, expect_revision, save, touch
from studies.models import Outcome, Topic
from studies.topics.actions import add_topic


class Question(TypedDict, total=False):
    """What a claim is of: PICO, what it asserts, its numbers, if it is checkable."""

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
    scale: str
    figures_unit: str
    margin: float | None
    margin_source: str
    claimed_size: float | None
    small_from: float | None
    moderate_from: float | None
    large_from: float | None
    thresholds_source: str
    value_low: float | None
    value_high: float | None
    count_bound: str
    count_of: int | None
    count_design: str
    baseline_risk: float | None
    baseline_source: str
    baseline_population: str
    baseline_time: str
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
    """Store a claim that no article's mention made yet, under topics by their names.

    What people asked of its sentence is from now on the claim's.
    """
    require(by, Permission.CURATE_CLAIMS)
    claim = save(Claim(text=text.strip(), kind=kind, added_by=by, **question))
    _file_under(claim, topics, by)
    move_asks(claim=claim, sentences=[claim.text], by=by)
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


@action
def set_topics(
    *,
    claim: Claim,
    names: Iterable[str],
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Claim:
    """File a claim under the topics of these names, and under no others.

    A name that no topic has, upper or lower case alike, makes one.
    """
    require(by, Permission.CURATE_CLAIMS)
    expect_revision(claim, revision)
    if _file_under(claim, names, by):
        touch(claim)
    return claim


def _file_under(claim: Claim, names: Iterable[str], by: User) -> bool:
    """File a claim under these topics alone; whether that changed anything."""
    wanted = {name.strip().lower(): name for name in names if name.strip()}
    there = {topic.name.lower(): topic for topic in claim.topics.all()}
    for key in there.keys() - wanted.keys():
        unfile_claim(claim=claim, topic=there[key], by=by)
    for key in [key for key in wanted if key not in there]:
        topic = add_topic(name=wanted[key], by=by)
        file_claim(claim=claim, topic=topic, by=by)
    return wanted.keys() != there.keys()
