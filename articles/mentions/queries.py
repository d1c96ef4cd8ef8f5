"""Reads of mentions that join where they stand."""

from typing import Self

from django.db.models import OuterRef, Subquery

from articles.mentions.anchor_models import Anchor
from articles.mentions.models import Mention, MentionQuerySet


class MentionsWithAnchors(MentionQuerySet):
    """Mentions with where they stand: ``mentions_with_anchors()`` has them all."""

    def with_latest_anchor(self) -> Self:
        """Add ``words``, ``start``, ``end``, ``state``, ``mode`` and ``hedged``.

        As the latest capture has them; None where the mention has no place yet.
        """
        latest = Anchor.objects.filter(mention=OuterRef("pk")).order_by(
            "-version__number"
        )
        columns = {name: name for name in ("start", "end", "state", "mode", "hedged")}
        return self.annotate(
            **{
                name: Subquery(latest.values(column)[:1])
                for name, column in {"words": "exact", **columns}.items()
            }
        )


def mentions_with_anchors() -> MentionsWithAnchors:
    """All mentions, to be read with their place in the latest capture."""
    return MentionsWithAnchors(Mention)
