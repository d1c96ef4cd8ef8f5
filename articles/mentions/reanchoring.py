"""Where everything that stood in an article's earlier captures is in a new one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Anchor, ArticleVersion
from articles.reading.anchoring import anchoring
from articles.reading.anchoring.anchoring import Reanchored
from articles.reading.document import Sentence


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention's or citation's last place, and where that is in the new version."""

    anchor: Anchor  # the last one that had a place
    place: Reanchored
    was_gone: bool  # it stood in an older version only

    @property
    def stands(self) -> bool:
        return self.place.start is not None


def place_earlier(
    version: ArticleVersion,
    before: ArticleVersion | None,
    sentences: Sequence[Sentence],
) -> list[Placed]:
    """Every mention and citation the article ever had, placed in ``version``.

    What was gone is looked for too, from the last version it stood in.
    """
    if before is None:
        return []
    last: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in _last_standing(version):
        last[anchor.version_id].append(anchor)
    texts = dict(ArticleVersion.objects.filter(pk__in=last).values_list("pk", "text"))
    placed = []
    for number, anchors in last.items():
        old = [
            anchoring.Anchor(a.exact, a.prefix, a.suffix, a.start, a.end)
            for a in anchors
        ]
        places = anchoring.reanchor_all(old, texts[number], version.text, sentences)
        placed += [
            Placed(anchor, place, anchor.version_id != before.pk)
            for anchor, place in zip(anchors, places, strict=True)
        ]
    return placed


def _last_standing(version: ArticleVersion) -> list[Anchor]:
    return list(
        Anchor.objects.filter(version__article=version.article_id, start__isnull=False)
        .select_related("mention", "citation")
        .order_by("mention_id", "citation_id", "-version__number")
        .distinct("mention_id", "citation_id")
    )


def anchor_at(version: ArticleVersion, start: int, end: int, **given: object) -> Anchor:
    """An anchor, not stored yet, at a place of a version.

    Raises ValueError where the place is not in the text.
    """
    made = anchoring.make_anchor(version.text, start, end)
    return Anchor(
        version=version,
        exact=made.exact,
        prefix=made.prefix,
        suffix=made.suffix,
        start=start,
        end=end,
        **given,
    )


def gone_from(version: ArticleVersion, anchor: Anchor) -> Anchor:
    """An anchor, not stored yet, that says its words are gone from a version."""
    return Anchor(
        version=version,
        mention_id=anchor.mention_id,
        citation_id=anchor.citation_id,
        exact=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        state=Anchor.State.GONE,
        mode=anchor.mode,
        hedged=anchor.hedged,
    )
