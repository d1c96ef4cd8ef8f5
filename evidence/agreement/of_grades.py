"""Independent grades of claims: verdict, certainty, and each domain of the designs."""

from django.db.models import QuerySet

from claims.words import Certainty, Verdict
from evidence.agreement.ratings import Judged, Part, Rating, ratings_of
from evidence.method import MAX_DOWN, RATED
from evidence.models import Grade
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
    return grades.order_by("round_id", "pk")


def grades_judged(topic: int | None) -> list[Judged]:
    """Grades, where any were made alone by several; one query."""
    if not independent_grades(topic).exists():
        return []
    return [Judged("grades", "Grades", "claim", "/claims/{}/", PARTS, _rate)]


def _rate(topic: int | None, items: bool) -> list[Rating]:
    rows = (
        independent_grades(topic)
        .with_names()
        .values(
            *("pk", "verdict", "certainty", "round_id", "round__claim_id"),
            *("reviewer_id", "reviewer__display_name", "by_name"),
        )
    )
    levels = _levels(topic)
    found = []
    for row in rows:
        said = {"verdict": row["verdict"], **levels.get(row["pk"], {})}
        if row["certainty"] in CERTAINTIES:
            said["certainty"] = row["certainty"]
        found += ratings_of(
            row, on=row["round__claim_id"], may_be_named=bool(row["by_name"]), said=said
        )
    return found


def _levels(topic: int | None) -> dict[int, dict[str, str]]:
    """By grade, how far each domain took down the designs that the verdict rests on."""
    rows = independent_grades(topic).filter(groups__verdict_rests_on_it=True)
    return {
        row["pk"]: {
            str(domain): str(level)
            for domain in Domain
            if (level := row[f"groups__{domain}"]) is not None
        }
        for row in rows.values("pk", *(f"groups__{domain}" for domain in Domain))
    }
