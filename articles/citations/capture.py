"""The citations of a capture, and which earlier ones they continue."""

from collections import defaultdict
from collections.abc import Sequence

from articles.mentions.reanchoring import Placed, anchor_at, gone_from
from articles.models import Anchor, ArticleVersion, Citation, CitedWork, Mention
from articles.reading.anchoring.selection import sentence_around
from articles.reading.document import Reading

Span = tuple[int, int]


def store_citations(
    version: ArticleVersion,
    reading: Reading,
    works: Sequence[CitedWork],
    earlier: Sequence[Placed],
) -> tuple[list[Citation], set[int]]:
    """Store a capture's citations.

    Returns them in the reading's order, and the numbers of those no earlier capture
    has.
    """
    known = _known_citations(reading, works, earlier)
    citations = [
        placed.anchor.citation
        if placed
        else Citation(
            article_id=version.article_id, cited_work=work, marker=read.marker[:300]
        )
        for read, work, placed in zip(reading.citations, works, known, strict=True)
    ]
    fresh = Citation.objects.bulk_create([one for one in citations if one.pk is None])
    anchors = [
        *_anchors_of_read(version, reading, citations, known),
        *_anchors_of_others(version, known, earlier),
    ]
    Anchor.objects.bulk_create(anchors)
    return citations, {citation.pk for citation in fresh}


def _anchors_of_read(
    version: ArticleVersion,
    reading: Reading,
    citations: Sequence[Citation],
    known: Sequence[Placed | None],
) -> list[Anchor]:
    return [
        anchor_at(
            version,
            read.start,
            read.end,
            citation=citation,
            state=_citation_state(placed, read.marker),
            covers_start=read.covers[0],
            covers_end=read.covers[1],
        )
        for read, citation, placed in zip(
            reading.citations, citations, known, strict=True
        )
    ]


def _anchors_of_others(
    version: ArticleVersion, known: Sequence[Placed | None], earlier: Sequence[Placed]
) -> list[Anchor]:
    """The earlier citations that no citation of the reading continues."""
    answered = {placed.anchor.pk for placed in known if placed}
    others = [placed for placed in earlier if placed.anchor.pk not in answered]
    anchors = [_kept_citation(version, placed) for placed in others]
    return [anchor for anchor in anchors if anchor]


def _known_citations(
    reading: Reading, works: Sequence[CitedWork], earlier: Sequence[Placed]
) -> list[Placed | None]:
    """The earlier citation that each citation of a reading continues.

    It cites the same work, at the place where the earlier one now is; those left over
    continue one of the same work in the order of the text.
    """
    left: dict[int, list[Placed]] = defaultdict(list)
    for placed in sorted(earlier, key=lambda placed: placed.anchor.start):
        left[placed.anchor.citation.cited_work_id].append(placed)
    known: list[Placed | None] = [None] * len(works)
    for in_place in (True, False):
        for index, (read, work) in enumerate(
            zip(reading.citations, works, strict=True)
        ):
            if known[index]:
                continue
            options = left.get(work.pk, [])
            span = (read.start, read.end)
            choice = next(
                (one for one in options if not in_place or _overlap(one, span)), None
            )
            if choice:
                options.remove(choice)
                known[index] = choice
    return known


def _overlap(placed: Placed, span: Span) -> bool:
    place = placed.place
    return place.start is not None and place.start < span[1] and span[0] < place.end


def _citation_state(placed: Placed | None, marker: str) -> str:
    if placed is None:
        return Anchor.State.SAME
    if placed.stands:
        return str(placed.place.state)
    return Anchor.State.MOVED if placed.anchor.exact == marker else "reworded"


def _kept_citation(version: ArticleVersion, placed: Placed) -> Anchor | None:
    """The anchor of a citation the reading did not find again.

    One that a person marked stands as long as its words do.
    """
    by_hand = placed.anchor.citation.origin == Mention.Origin.PERSON
    if by_hand and placed.stands:
        covers = sentence_around(version.text, placed.place.start, placed.place.end)
        return anchor_at(
            version,
            placed.place.start,
            placed.place.end,
            citation_id=placed.anchor.citation_id,
            state=str(placed.place.state),
            covers_start=covers[0],
            covers_end=covers[1],
        )
    return None if placed.was_gone else gone_from(version, placed.anchor)
