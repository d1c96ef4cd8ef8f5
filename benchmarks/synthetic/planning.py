"""What becomes of each claim of a lot, drawn by chance before any row is written.

Of 100 claims 15 have no evidence base, 10 a draft one, 20 can't say by rule and 55 are
graded; together they have about 2.2 items each. Lots that are drawn from one seed are
alike.
"""

from dataclasses import dataclass
from random import Random

CLAIMS_AN_ARTICLE = 5
TOPICS = 40
MOST_MENTIONS = 3
_FATES = ("none", "draft", "rule", "graded")
_FATES_OF_100 = (15, 10, 20, 55)
_JUDGED_KINDS = ("effect", "effect", "effect", "harm", "harm")
_OTHER_KINDS = (
    *("effect", "mechanism", "association", "prognosis", "regulatory", "practical"),
)
_SCOPES = (*3 * ("cited_only",), "other_known", "targeted", "systematic")
_CERTAINTIES = (*3 * ("very_low",), *3 * ("low",), *3 * ("moderate",), "high")
_VERDICTS = (*3 * ("supported",), "contradicted", "conflicting")


@dataclass(frozen=True)
class PlannedItem:
    """A candidate: a result of the study of one of the lot's claims."""

    study: int
    decision: str
    bearing: str
    is_lower: bool
    estimate: float


@dataclass(frozen=True)
class PlannedMention:
    """A place in one of the lot's articles; ``cites`` is a year, or None."""

    article: int
    cites: int | None


@dataclass(frozen=True)
class PlannedClaim:
    """One claim; ``number`` counts from 0 within its lot."""

    number: int
    fate: str
    kind: str
    asserts: str
    scope: str
    verdict: str
    certainty: str
    cant_say_because: str
    topics: tuple[int, ...]
    mentions: tuple[PlannedMention, ...]
    items: tuple[PlannedItem, ...]

    @property
    def is_judged(self) -> bool:
        """Whether a verdict stands on a frozen base."""
        return self.fate in ("rule", "graded")

    @property
    def is_graded(self) -> bool:
        """Whether a reviewer gave the verdict."""
        return self.fate == "graded"

    @property
    def sentence(self) -> str:
        """What its verdict says; empty without one."""
        if not self.is_judged:
            return ""
        if self.scope == "cited_only":
            return "In the studies cited for this claim, synthetic words."
        return "In the evidence found up to 1 May 2020, synthetic words."

    @property
    def searched(self) -> bool:
        """Whether the base says what was searched, how and when."""
        return self.scope in ("targeted", "systematic")


def plan_lot(size: int) -> list[PlannedClaim]:
    """Draw so many claims."""
    chance = Random("synthetic")  # noqa: S311  the same lot every time
    return [_claim(number, size, chance) for number in range(size)]


def articles_of(size: int) -> int:
    """How many articles make the claims of a lot."""
    return max(size // CLAIMS_AN_ARTICLE, 1)


def seldom(chance: Random, sides: int) -> int:
    """A number below ``sides``: low ones often, high ones seldom, as words are used."""
    return int(sides * chance.random() ** 2)


def _claim(number: int, size: int, chance: Random) -> PlannedClaim:
    (fate,) = chance.choices(_FATES, _FATES_OF_100)
    judged = fate in ("rule", "graded")
    scope = chance.choice(_SCOPES)
    asserts = chance.choice(("lowers", "raises"))
    verdict, certainty, because = _verdict(fate, scope, chance)
    return PlannedClaim(
        number=number,
        fate=fate,
        kind=chance.choice(_JUDGED_KINDS if judged else _OTHER_KINDS),
        asserts=asserts,
        scope=scope,
        verdict=verdict,
        certainty=certainty,
        cant_say_because=because,
        topics=_topics(chance),
        mentions=_mentions(number, size, chance),
        items=tuple(
            _item(study, j, fate, verdict, asserts, chance)
            for j, study in enumerate(_studies(number, size, fate, chance))
        ),
    )


def _verdict(fate: str, scope: str, chance: Random) -> tuple[str, str, str]:
    """The verdict, its certainty, and why nothing can be said."""
    if fate == "rule":
        why = "not_searched" if scope == "cited_only" else "none_found"
        return "cant_say", "not_graded", why
    if fate != "graded":
        return "not_graded", "not_graded", ""
    certainty = chance.choice(_CERTAINTIES)
    if certainty == "very_low":
        return "cant_say", certainty, "too_uncertain"
    return chance.choice(_VERDICTS), certainty, ""


def _topics(chance: Random) -> tuple[int, ...]:
    first = seldom(chance, TOPICS)
    return (first, (first + 1) % TOPICS) if chance.random() < 1 / 3 else (first,)


def _mentions(number: int, size: int, chance: Random) -> tuple[PlannedMention, ...]:
    cites = 1980 + chance.randrange(40)
    return tuple(
        PlannedMention(
            article=(number + 7 * j) % articles_of(size),
            cites=cites if chance.random() < 0.5 else None,
        )
        for j in range(1 + seldom(chance, MOST_MENTIONS))
    )


def _studies(number: int, size: int, fate: str, chance: Random) -> list[int]:
    """Whose studies the claim's items are: its own and its neighbours'."""
    most = {"graded": 6, "draft": 4}.get(fate, 0)
    step = 1 if number < size / 2 else -1
    return [(number + step * j) % size for j in range(most and chance.randint(1, most))]


def _item(
    study: int, j: int, fate: str, verdict: str, asserts: str, chance: Random
) -> PlannedItem:
    against = verdict == "contradicted" or (verdict == "conflicting" and j % 2 == 1)
    is_lower = (asserts == "lowers") != against
    return PlannedItem(
        study=study,
        decision=_decision(j, fate, chance),
        bearing="contradicts" if against else "supports",
        is_lower=is_lower,
        estimate=(50 + chance.randrange(40) if is_lower else 110 + chance.randrange(60))
        / 100,
    )


def _decision(j: int, fate: str, chance: Random) -> str:
    if fate == "draft":
        return "awaiting"
    return "excluded" if j > 0 and chance.randrange(8) == 0 else "included"
