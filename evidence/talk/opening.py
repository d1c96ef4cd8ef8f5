"""Telling the feed of comments that became public with a round."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.feed import announce_opened, read_feed
from core.jobs import JobRun
from core.models import Change
from core.nouns import noun_of
from evidence.models import Comment
from evidence.talk.models import ROUNDS

READER = "opened_comments"
COMMENT = noun_of(Comment)
COLUMNS = {noun_of(kind): column for column, kind in ROUNDS.items()}


def run(job: JobRun) -> dict[str, int]:
    """Job kind ``opened_comments``: read the feed on, and announce what may be read.

    A round that opened, or was called off, lets out what its judges wrote meanwhile.
    Idempotent: a comment is announced once.
    """
    announced = 0

    def handle(changes: list[Change]) -> None:
        nonlocal announced
        touched = [each for each in changes if each.model in COLUMNS]
        if touched:
            ids = list(_let_out(touched).values_list("pk", flat=True))
            announce_opened(Comment, ids)
            announced += len(ids)

    return {"read": read_feed(READER, handle), "announced": announced}


def _let_out(changes: list[Change]) -> QuerySet[Comment]:
    """The public comments of some rounds that no change has told of."""
    written = reduce(
        or_,
        (
            Q(**{f"{COLUMNS[change.model]}__contains": [change.row_id]})
            for change in changes
        ),
    )
    told = Change.objects.public().filter(model=COMMENT, row_id=OuterRef("pk"))
    return Comment.objects.filter(written).exclude(Exists(told)).order_by("pk")
