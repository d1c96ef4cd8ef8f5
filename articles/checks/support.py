"""Whether a cited study says what the mention says."""

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, refuse_kept_out, require
from articles.models import Citation, CitationSupport, Mention, MentionCitation
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
) -> CitationSupport:
    """Say whether the cited study says what a mention says, and what was read for it.

    The words judged are kept; an earlier answer is superseded, not lost.
    """
    require(by, Permission.CHECK_SUPPORT)
    if mention.claim:
        refuse_kept_out(by, mention.claim)
    linked = MentionCitation.objects.filter(mention=mention, citation=citation)
    if not linked.exists():
        raise Refused("This mention does not stand under this citation.")
    _supersede(mention, citation)
    return save(
        CitationSupport(
            mention=mention,
            citation=citation,
            answer=answer,
            read=read,
            words_judged=words_of(mention),
            passage=passage,
            place=place,
            nearest_passage=nearest_passage,
            nothing_found=nothing_found,
            error=error,
            subtype=subtype,
            by=by,
        )
    )


def _supersede(mention: Mention, citation: Citation) -> None:
    answers = CitationSupport.objects.filter(
        mention=mention, citation=citation, superseded_at=None
    )
    for answer in answers:
        save(answer, superseded_at=timezone.now())


def words_of(mention: Mention) -> str:
    """A mention's words as its article's latest capture has them."""
    place = mention.anchors.exclude(start=None).order_by("-version__number").first()
    return place.exact if place else mention.proposed_text
