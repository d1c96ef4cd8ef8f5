"""What independent grades said of each claim, as ratings to compare.

Only rounds that have opened, only judgements handed in by each alone: a consensus is
one more judgement by people who know the others, and never counts here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.db.models import QuerySet

from claims.words import Certainty, Verdict
from core.agreement.figures import Agreement, agreement_of
from core.agreement.ratings import Ratings
from core.errors import BadQuery
from core.numbers import whole_number
from evidence.method import MAX_DOWN, RATED
from evidence.models import Grade
from evidence.words import Domain
from texts.words import Words

LEVELS = ("0", "1", "2", "3")
LEVEL_WORDS = {
    "0": "not rated down",
    "1": "one level",
    "2": "two levels",
    "3": "three levels",
}
# From the least sure on, as a scale wants it.
CERTAINTIES = tuple(str(one) for one in reversed(Certainty) if one in RATED)


class Part(NamedTuple):
    """One thing that graders judge: its name, its scale, and what the values mean."""

    key: str
    name: str
    order: tuple[str, ...] | None
    words: dict[str, str]


def _of_vocabulary(vocabulary: type[Words]) -> dict[str, str]:
    return dict(vocabulary.pairs())


PARTS = (
    Part("verdict", "Verdict", None, _of_vocabulary(Verdict)),
    Part("certainty", "Certainty", CERTAINTIES, _of_vocabulary(Certainty)),
    *(
        Part(
            str(domain), domain.capitalised, LEVELS[: MAX_DOWN[domain] + 1], LEVEL_WORDS
        )
        for domain in Domain
    ),
)


class PartAgreed(NamedTuple):
    """A part and how far independent judgements of it agree."""

    part: Part
    agreement: Agreement


class Rating(NamedTuple):
    """What one reviewer said of one part of one claim, in one round."""

    part: str
    claim: int
    round: int
    reviewer: str
    value: str


def independent_grades(topic: int | None = None) -> QuerySet[Grade]:
    """Grades of opened rounds, each by one reviewer alone; of claims on a topic."""
    grades = Grade.objects.filter(is_consensus=False, round__wanted__gt=1)
    grades = grades.may_be_named()  # a pair of raters has names
    if topic is not None:
        grades = grades.filter(round__claim__topic_links__topic=topic)
    return grades.order_by("round_id", "pk")


def ratings(topic: int | None = None) -> Iterator[Rating]:
    """Every independent judgement, part by part, in the order of rounds."""
    rows = list(
        independent_grades(topic).values(
            "pk",
            "verdict",
            "certainty",
            "round_id",
            "round__claim_id",
            "reviewer_id",
            "reviewer__display_name",
        )
    )
    names = {row["reviewer_id"]: row["reviewer__display_name"] for row in rows}
    people = Counter(names.values())
    groups = _deciding_groups([row["pk"] for row in rows])
    for row in rows:
        said = {"verdict": row["verdict"], **groups.get(row["pk"], {})}
        if row["certainty"] in CERTAINTIES:
            said["certainty"] = row["certainty"]
        who = row["reviewer__display_name"]
        if people[who] > 1:  # two people of one name are two
            who = f"{who} ({row['reviewer_id']})"
        for part in PARTS:
            if part.key in said:
                value = said[part.key]
                yield Rating(
                    part.key, row["round__claim_id"], row["round_id"], who, value
                )


def agreement_by_part(topic: int | None = None) -> list[PartAgreed]:
    """How far reviewers agree on each part of which there is anything to compare."""
    by_part: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for one in ratings(topic):
        by_part[one.part][f"{one.claim}/{one.round}", one.reviewer] = one.value
    found = []
    for part in PARTS:
        values = by_part.get(part.key)
        if values:
            units = tuple(dict.fromkeys(unit for unit, _ in values))
            raters = tuple(sorted({rater for _, rater in values}))
            agreed = agreement_of(Ratings(units, raters, values, part.order))
            found.append(PartAgreed(part, agreed))
    return found


def taken_for(part: Part, figures: Agreement) -> list[tuple[str, list[int]]]:
    """By value in words, of how many pairs of judgements the other said each value.

    Whoever comes first: a pair that differs stands on both sides of the diagonal.
    """
    size = len(figures.categories)
    counts = [[0] * size for _ in range(size)]
    for pair in figures.pairs:
        for i, row in enumerate(pair.table):
            for j, count in enumerate(row):
                counts[i][j] += count
                if i != j:
                    counts[j][i] += count
    words = [part.words[value] for value in figures.categories]
    return list(zip(words, counts, strict=True))


def asked_topic(params: Mapping[str, str]) -> int | None:
    """The topic that was asked for; None is all. Raises BadQuery."""
    said = params.get("topic", "")
    number = whole_number(said)
    if said and number is None:
        raise BadQuery(f"Topic {said[:40]!r}: its number was expected.", field="topic")
    return number


def _deciding_groups(grades: list[int]) -> dict[int, dict[str, str]]:
    """By grade, how far each domain took down the designs that the verdict rests on."""
    rows = Grade.objects.filter(pk__in=grades, groups__verdict_rests_on_it=True).values(
        "pk", *(f"groups__{domain}" for domain in Domain)
    )
    return {
        row["pk"]: {
            str(domain): str(level)
            for domain in Domain
            if (level := row[f"groups__{domain}"]) is not None
        }
        for row in rows
    }
