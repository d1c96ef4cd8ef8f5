"""Whether a cited study says what the mention says."""

from typing import Any

from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, refuse_kept_out, require
from articles.checks.alone import refuse_beside_a_round, refuse_unseen
from articles.models import (
    Citation,
    CitationSupport,
    Mention,
    MentionCitation,
    MentionRound,
)
from core.actions import action, save
from core.errors import Refused


@action
def judge_support(
    *,
    mention: Mention,
    citation: Citation,
    answer: str,
    read: str,
    by: User,
    passage: str = "",
    place: str = "",
    nearest_passage: str = "",
    nothing_found: bool = False,
    error: str = "",
    subtype: str = "",
    reason: str = "",
    state: int | None = None,
) -> CitationSupport:
    """Say whether the cited study says what a mention says, and what was read for it.

    The words judged are kept; an earlier answer is superseded, not lost. Where several
    agreed on that, ``reason`` says why; while a round is at it, it is refused.
    ``state`` is the mention's, as it was seen: see ``state_of``.
    """
    require(by, Permission.CHECK_SUPPORT)
    asked = MentionRound(mention=mention, citation=citation)
    refuse_kept_out(by, *what_is_judged(asked))
    refuse_not_cited(mention, citation)
    refuse_unseen(mention, state)
    refuse_beside_a_round(asked, reason)
    return let_support_count(
        mention,
        citation,
        by=by,
        words_judged=words_of(mention),
        answer=answer,
        read=read,
        passage=passage,
        place=place,
        nearest_passage=nearest_passage,
        nothing_found=nothing_found,
        error=error,
        subtype=subtype,
    )


def what_is_judged(asked: MentionRound) -> list[Model]:
    """What whoever answers may have an interest in: see ``refuse_kept_out``.

    The claim that the mention makes, and where a study is cited for it, that study.
    """
    study = asked.citation and asked.citation.cited_work.study
    return [each for each in (asked.mention.claim, study) if each]


def refuse_not_cited(mention: Mention, citation: Citation) -> None:
    """Raise Refused unless a mention stands under a citation."""
    linked = MentionCitation.objects.filter(mention=mention, citation=citation)
    if not linked.exists():
        raise Refused("This mention does not stand under this citation.")


def let_support_count(
    mention: Mention, citation: Citation, **said: Any
) -> CitationSupport:
    """Store the answer that counts in the place of the one before.

    Only inside an action. ``said`` are its columns.
    """
    answers = CitationSupport.objects.filter(
        mention=mention, citation=citation, superseded_at=None
    )
    for answer in answers:
        save(answer, superseded_at=timezone.now())
    return save(CitationSupport(mention=mention, citation=citation, **said))


def words_of(mention: Mention) -> str:
    """A mention's words as its article's latest capture has them."""
    place = mention.anchors.exclude(start=None).order_by("-version__number").first()
    return place.exact if place else mention.proposed_text
