"""Others around a claim: those that a person linked, and those asking alike."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from articles.models import Article, Mention
from claims.claims.facts import brief
from claims.models import Claim
from claims.words import RelationKind
from evidence.around.placing import Place, place_of
from evidence.facts.claim import BACKWARDS
from texts.words import Words

MOST = 30  # claims that share an intervention, an outcome, or both
SHOWN = 5  # of those in one place
MOST_ARTICLES = 20
_READ = tuple(
    (
        "text kind population intervention comparator outcome asserts negated size "
        "dose time_frame subgroup verdict certainty cant_say_because standing "
        "withdrawn_at"
    ).split()
)


class How(Words):
    """How it is known where another claim stands."""

    PERSON = "person", "linked by a person"
    QUESTION = "question", "same words in question"


@dataclass(frozen=True)
class Neighbour:
    """Another claim, with its verdict and how it was found."""

    id: int
    address: str
    text: str
    verdict: str
    verdict_words: str
    certainty: str
    certainty_words: str
    standing: str
    standing_words: str
    found: str
    found_words: str


@dataclass(frozen=True)
class NeighbourGroup:
    """The claims in one place, those first that a person linked."""

    place: str
    label: str
    claims: tuple[Neighbour, ...]


@dataclass(frozen=True)
class ClaimedIn:
    """An article that makes the same claim in other words."""

    id: int
    address: str
    title: str
    outlet: str
    claim: int
    found: str
    found_words: str


@dataclass(frozen=True)
class Around:
    """All that stands around a claim."""

    groups: tuple[NeighbourGroup, ...]
    also_claimed_in: tuple[ClaimedIn, ...]


_LINKED = {  # by what a person said, seen from the claim of which it was said
    RelationKind.SAME_IN_OTHER_WORDS: Place.SAME,
    RelationKind.CONTRADICTS: Place.OPPOSED,
    RelationKind.NEGATION_OF: Place.OPPOSED,
    RelationKind.NARROWER_THAN: Place.BROADER,
    RelationKind.PART_OF: Place.WHOLE,
}
_LINKED_FROM = {Place.BROADER: Place.NARROWER, Place.WHOLE: Place.PART}  # and from it


def around(claim: Claim, facts: Mapping[str, Any]) -> Around:
    """What stands around a claim, whose facts have its relations and articles.

    Two queries: one for the claims asking alike, one for the articles.
    """
    linked = _linked(facts["relations"])
    known = {one.id for place in linked.values() for one in place}
    alike = _asking_alike(claim, {*known, claim.pk})
    groups = [
        NeighbourGroup(
            place, place.label, (*linked.get(place, ()), *alike.get(place, ()))
        )
        for place in Place
        if place in linked or place in alike
    ]
    same = next((group.claims for group in groups if group.place == Place.SAME), ())
    here = {mention["article"]["id"] for mention in facts["mentions"]}
    return Around(tuple(groups), tuple(_also_claimed_in(same, here)))


def _linked(relations: Collection[Mapping[str, Any]]) -> dict[Place, list[Neighbour]]:
    found: dict[Place, list[Neighbour]] = {}
    for told in relations:
        place = _LINKED[told["kind"]]
        if told["words"] == BACKWARDS.get(told["kind"]):
            place = _LINKED_FROM[place]
        how = _found(How.PERSON, told["words"])
        found.setdefault(place, []).append(Neighbour(**told["claim"], **how))
    return found


def _asking_alike(claim: Claim, known: Collection[int]) -> dict[Place, list[Neighbour]]:
    """The claims asking alike by where they stand, judged ones first, not too many."""
    rows = Claim.objects.asking_alike(
        intervention=claim.intervention, outcome=claim.outcome, most=MOST, only=_READ
    )
    found: dict[Place, list[Neighbour]] = {}
    for row in sorted(rows, key=lambda row: (not row.standing, row.pk)):
        if row.pk in known:
            continue
        place = place_of(
            row,
            claim,
            same_intervention=row.same_intervention,
            same_outcome=row.same_outcome,
        )
        there = found.setdefault(place, [])
        if len(there) < SHOWN:
            there.append(_neighbour(row))
    return found


def _neighbour(claim: Claim) -> Neighbour:
    return Neighbour(**vars(brief(claim)), **_found(How.QUESTION))


def _found(how: How, relation: str = "") -> dict[str, str]:
    words = f"{relation}: {how.label}" if relation else how.label
    return {"found": how, "found_words": words}


def _also_claimed_in(
    same: Collection[Neighbour], here: Collection[int]
) -> Iterator[ClaimedIn]:
    """Articles that make a claim that is the same, and not this one, each once."""
    if not same:
        return
    how = {one.id: How(one.found) for one in same}
    made = (
        Mention.objects.accepted()
        .filter(claim__in=how, article__in=Article.objects.current())
        .exclude(article__in=here)
        .order_by("article", "claim")
        .distinct("article")
        .values("article", "article__title", "article__outlet__name", "claim")
    )
    for row in made[:MOST_ARTICLES]:
        yield ClaimedIn(
            id=row["article"],
            address=f"/articles/{row['article']}/",
            title=row["article__title"],
            outlet=row["article__outlet__name"] or "",
            claim=row["claim"],
            **_found(how[row["claim"]]),
        )
