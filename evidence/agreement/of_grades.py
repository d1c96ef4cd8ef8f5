"""Independent grades of claims: verdict, certainty, and each domain of the designs."""

from collections.abc import Iterator

from django.db.models import QuerySet

from claims.words import Certainty, Verdict
from evidence.agreement.ratings import Judged, Part, Rating, in_batches, ratings_of
from evidence.method import MAX_DOWN, RATED
from evidence.models import Grade, GradeGroup
from evidence.words import Domain

LEVELS = ("0", "1", "2", "3")
LEVEL_WORDS = {
    "0": "not rated down",
    "1": "one level",
    "2": "two levels",
    "3": "three levels",
}
# From the least sure on, as a scale wants it.
CERTAINTIES = tuple(str(one) for one in reversed(Certainty) if one in RATED)
PARTS = (
    Part("verdict", "Verdict", None, dict(Verdict.pairs())),
    Part("certainty", "Certainty", CERTAINTIES, dict(Certainty.pairs())),
    *(
        Part(
            str(domain), domain.capitalised, LEVELS[: MAX_DOWN[domain] + 1], LEVEL_WORDS
        )
        for domain in Domain
    ),
)


def independent_grades(topic: int | None = None) -> QuerySet[Grade]:
    """Grades of opened rounds, each by one reviewer alone; of claims on a topic."""
    grades = Grade.objects.filter(is_consensus=False, round__wanted__gt=1)
    if topic is not None:
        grades = grades.filter(round__claim__topic_links__topic=topic)
    return grades.order_by("-round_id", "pk")


def grades_judged(topic: int | None) -> list[Judged]:
    """Grades, where any were made alone by several; one query."""
    if not independent_grades(topic).exists():
        return []
    return [Judged("grades", "Grades", "claim", "/claims/{}/", PARTS, _rate)]


def _rate(topic: int | None, items: bool) -> Iterator[Rating]:
    rows = (
        independent_grades(topic)
        .with_names()
        .values(
            *("pk", "verdict", "certainty", "round_id", "round__claim_id"),
            *("reviewer_id", "reviewer__display_name", "by_name"),
        )
    )
    for batch in in_batches(rows):
        levels = _levels([row["pk"] for row in batch])
        for row in batch:
            said = {"verdict": row["verdict"], **levels.get(row["pk"], {})}
            if row["certainty"] in CERTAINTIES:
                said["certainty"] = row["certainty"]
            on, named = row["round__claim_id"], bool(row["by_name"])
            yield from ratings_of(row, on=on, may_be_named=named, said=said)


def _levels(grades: list[int]) -> dict[int, dict[str, str]]:
    """By grade, how far each domain took down the designs that the verdict rests on."""
    groups = GradeGroup.objects.filter(grade__in=grades, verdict_rests_on_it=True)
    return {
        row["grade_id"]: {
            str(domain): str(row[domain])
            for domain in Domain
            if row[domain] is not None
        }
        for row in groups.values("grade_id", *map(str, Domain))
    }
