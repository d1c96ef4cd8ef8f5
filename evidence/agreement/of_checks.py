"""Independent checks of mentions: citation support, and wording."""

from collections.abc import Iterator
from functools import partial

from django.db.models import Q, QuerySet

from articles.models import MentionJudgement
from articles.words import ErrorClass, Read, Support, Wording
from evidence.agreement.ratings import BATCH, Judged, Part, Rating, ratings_of

NO_ERROR = "none"  # an answer like the others, where it is stored as nothing
ERRORS = {each: words for each, words in ErrorClass.pairs() if each}
SUPPORT = (
    Part("answer", "Does the study say this?", None, dict(Support.pairs())),
    Part("read", "What was read", None, dict(Read.pairs())),
    Part("error", "How much an error matters", None, {NO_ERROR: "no error", **ERRORS}),
)
WORDING = (
    Part("answer", "Do the words fit the evidence?", None, dict(Wording.pairs())),
)


def independent_checks(topic: int | None = None) -> QuerySet[MentionJudgement]:
    """Checks of opened rounds, each by one alone; of claims on a topic."""
    rows = MentionJudgement.objects.filter(is_consensus=False, round__wanted__gt=1)
    rows = rows.exclude(submitted_at=None)
    if topic is not None:
        rows = rows.filter(round__mention__claim__topic_links__topic=topic)
    return rows.order_by("-round_id", "pk")


def checks_judged(topic: int | None) -> list[Judged]:
    """What several checked alone of mentions; two queries."""
    found = []
    for key, name, parts, of_citation in (
        ("support", "Citation support", SUPPORT, True),
        ("wording", "Wording", WORDING, False),
    ):
        if independent_checks(topic).filter(_asking(of_citation)).exists():
            rate = partial(_rate, parts, of_citation)
            page = "/mentions/{}/wording/"
            found.append(Judged(key, name, "mention", page, parts, rate))
    return found


def _asking(of_citation: bool) -> Q:
    return Q(round__citation__isnull=not of_citation)


def _rate(
    parts: tuple[Part, ...], of_citation: bool, topic: int | None, items: bool
) -> Iterator[Rating]:
    names = [part.key for part in parts]
    rows = independent_checks(topic).filter(_asking(of_citation)).with_names()
    columns = ("round_id", "round__mention_id", "reviewer_id")
    found = rows.values(*columns, "reviewer__display_name", "who", *names)
    for row in found.iterator(chunk_size=BATCH):
        said = {name: row[name] or NO_ERROR for name in names}
        on, named = row["round__mention_id"], bool(row["who"])
        yield from ratings_of(row, on=on, may_be_named=named, said=said)
