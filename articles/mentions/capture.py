"""The mentions of a capture: earlier ones in their new places, and new suggestions."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from articles.mentions.reanchoring import Placed, anchor_at, gone_from
from articles.models import (
    Anchor,
    ArticleVersion,
    Citation,
    CitationSupport,
    Mention,
    MentionCitation,
    MentionRound,
    WordingCheck,
)
from articles.reading.anchoring.selection import mode_of
from articles.reading.anchoring.similarity import shared_words
from articles.reading.document import Reading, Suggestion
from articles.reading.suggesting.wording import is_hedged

Span = tuple[int, int]

_SAME_SENTENCE = 0.8  # words that a rejected sentence, reworded lightly, still shares


@dataclass(frozen=True, slots=True)
class Followed:
    """An earlier mention in a new version, with what the rules now suggest there."""

    placed: Placed
    start: int | None
    end: int | None
    state: str
    suggestion: Suggestion | None = None

    @property
    def mention(self) -> Mention:
        return self.placed.anchor.mention


def store_mentions(
    version: ArticleVersion,
    reading: Reading,
    citations: Sequence[Citation],
    fresh: set[int],
    earlier: Sequence[Placed],
) -> None:
    """Store where a version makes claims; ``citations`` are those of the reading.

    An earlier mention keeps its row and gets its place; what an accepted one was
    checked for is asked again where it is reworded. A sentence that belongs to an
    earlier mention, be it a rejected one, brings no new suggestion. ``fresh`` are the
    numbers of the citations that no earlier version has.
    """
    followed, new = _follow(version, reading.suggestions, earlier)
    _ask_again(followed)
    _renew_suggestions(version, followed)
    mentions = Mention.objects.bulk_create([_suggested(version, one) for one in new])
    Anchor.objects.bulk_create(
        [
            *_anchors_of_new(version, new, mentions),
            *_anchors_of_earlier(version, followed),
        ]
    )
    links = [
        MentionCitation(mention=mention, citation=citations[index])
        for mention, one in zip(mentions, new, strict=True)
        for index in one.citations
    ]
    covering = [
        (read.covers, citation)
        for read, citation in zip(reading.citations, citations, strict=True)
        if citation.pk in fresh
    ]
    MentionCitation.objects.bulk_create([*links, *_new_links(followed, covering)])


def _follow(
    version: ArticleVersion,
    suggestions: Sequence[Suggestion],
    earlier: Sequence[Placed],
) -> tuple[list[Followed], list[Suggestion]]:
    """Join earlier mentions and suggestions; return the former, and what is new."""
    standing = sorted(
        (placed for placed in earlier if placed.stands), key=lambda p: p.place.start
    )
    gone = [placed for placed in earlier if not placed.stands]
    overlaps = _Overlaps(standing)
    of_mention: dict[int, Suggestion] = {}
    new: list[Suggestion] = []
    followed: list[Followed] = []
    for suggestion in suggestions:
        there = overlaps.with_span(suggestion.start, suggestion.end)
        of_mention |= {placed.anchor.pk: suggestion for placed in there}
        if there:
            continue
        words = version.text[suggestion.start : suggestion.end]
        rejected = [placed for placed in gone if _is_rejected_sentence(placed, words)]
        gone = [placed for placed in gone if placed not in rejected]
        followed += [
            Followed(one, suggestion.start, suggestion.end, "reworded", suggestion)
            for one in rejected
        ]
        if not rejected:
            new.append(suggestion)
    followed += [
        Followed(
            placed,
            placed.place.start,
            placed.place.end,
            str(placed.place.state),
            of_mention.get(placed.anchor.pk),
        )
        for placed in [*standing, *gone]
    ]
    return followed, new


class _Overlaps:
    """Finds the earlier mentions that stand where a sentence stands."""

    def __init__(self, standing: Sequence[Placed]) -> None:
        self.standing = standing
        self.starts = [placed.place.start for placed in standing]
        self.longest = max((p.place.end - p.place.start for p in standing), default=0)

    def with_span(self, start: int, end: int) -> list[Placed]:
        """Those that share more than half of the shorter of the two spans."""
        first = bisect_left(self.starts, start - self.longest)
        last = bisect_left(self.starts, end)
        return [
            placed
            for placed in self.standing[first:last]
            if 2 * (min(end, placed.place.end) - max(start, placed.place.start))
            > min(end - start, placed.place.end - placed.place.start)
        ]


def _is_rejected_sentence(placed: Placed, words: str) -> bool:
    if placed.anchor.mention.status != Mention.Status.REJECTED:
        return False
    return shared_words(placed.anchor.exact, words) >= _SAME_SENTENCE


def _ask_again(followed: Sequence[Followed]) -> None:
    """Ask again what was judged of words that are others now."""
    reworded = [
        one.mention.pk
        for one in followed
        if one.state == Anchor.State.REWORDED
        and one.mention.status == Mention.Status.ACCEPTED
    ]
    if not reworded:
        return
    Mention.objects.filter(pk__in=reworded).update(ask_again=True)
    for checks in (CitationSupport, WordingCheck):
        checks.objects.filter(mention__in=reworded, superseded_at=None).update(
            superseded_at=timezone.now()
        )
    rounds = MentionRound.objects.standing().filter(mention__in=reworded)
    rounds.update(lapsed_at=timezone.now())


def _renew_suggestions(version: ArticleVersion, followed: Sequence[Followed]) -> None:
    """Give suggestions their sentence's new words, unless a person edited them."""
    renewed = []
    for one in followed:
        mention = one.mention
        if (
            one.state != Anchor.State.REWORDED
            or mention.status != Mention.Status.SUGGESTED
            or mention.proposed_text != one_line(one.placed.anchor.exact)
        ):
            continue
        mention.proposed_text = one_line(version.text[one.start : one.end])
        if one.suggestion:
            for name, value in _facts(one.suggestion).items():
                setattr(mention, name, value)
        renewed.append(mention)
    if renewed:
        Mention.objects.bulk_update(
            renewed, ["proposed_text", "kind", "also_kind", "flags", "rules_version"]
        )


def one_line(words: str) -> str:
    """Words as a claim's text has them: on one line."""
    return " ".join(words.split())


def _facts(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "kind": str(suggestion.kind),
        "also_kind": str(suggestion.also_kind or ""),
        "flags": [{"rule": flag.rule, "why": flag.why} for flag in suggestion.flags],
        "rules_version": suggestion.rules_version,
    }


def _suggested(version: ArticleVersion, suggestion: Suggestion) -> Mention:
    words = version.text[suggestion.start : suggestion.end]
    return Mention(
        article_id=version.article_id,
        proposed_text=one_line(words),
        **_facts(suggestion),
    )


def _anchors_of_new(
    version: ArticleVersion, new: Sequence[Suggestion], mentions: Sequence[Mention]
) -> list[Anchor]:
    return [
        anchor_at(
            version,
            suggestion.start,
            suggestion.end,
            mention=mention,
            mode=suggestion.mode,
            hedged=suggestion.hedged,
        )
        for suggestion, mention in zip(new, mentions, strict=True)
    ]


def _anchors_of_earlier(
    version: ArticleVersion, followed: Sequence[Followed]
) -> list[Anchor]:
    """Where each stands; "gone" is said once, in the first version without it."""
    anchors = []
    for one in followed:
        if one.start is not None:
            anchors.append(
                anchor_at(
                    version,
                    one.start,
                    one.end,
                    mention=one.mention,
                    state=one.state,
                    **_put(version, one),
                )
            )
        elif not one.placed.was_gone:
            anchors.append(gone_from(version, one.placed.anchor))
    return anchors


def _put(version: ArticleVersion, one: Followed) -> dict[str, Any]:
    """How the words are put: as before where they are the same."""
    if one.state != Anchor.State.REWORDED:
        return {"mode": one.placed.anchor.mode, "hedged": one.placed.anchor.hedged}
    if one.suggestion:
        mode, hedged = one.suggestion.mode, one.suggestion.hedged
        return {"mode": mode, "hedged": hedged}
    was_report = one.placed.anchor.mode == Anchor.Mode.REPORTS
    return how_put(version.text[one.start : one.end], cited=was_report)


def how_put(words: str, *, cited: bool) -> dict[str, Any]:
    """An anchor's ``mode`` and ``hedged``, from its words alone."""
    return {
        "mode": mode_of(words, cited=cited),
        "hedged": is_hedged(words),
    }


def _new_links(
    followed: Sequence[Followed], covering: Sequence[tuple[Span, Citation]]
) -> list[MentionCitation]:
    """Put earlier mentions under the citations that are new above them.

    Of earlier citations the links stand as people left them.
    """
    return [
        MentionCitation(mention=one.mention, citation=citation)
        for one in followed
        for covers, citation in covering
        if one.start is not None and covers[0] < one.end and one.start < covers[1]
    ]
