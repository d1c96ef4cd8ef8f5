"""What a person decides of the places where an article makes a claim."""

from collections.abc import Iterable, Sequence
from typing import Any, Unpack

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from articles.checks.wording import supersede_wording
from articles.citations.described import describe_studies
from articles.mentions.capture import how_put, one_line
from articles.mentions.reanchoring import anchor_at
from articles.models import (
    Anchor,
    Article,
    ArticleVersion,
    Mention,
    MentionCitation,
    Step,
)
from articles.reading.anchoring.selection import sentence_around
from articles.reading.suggesting.kinds import claim_kinds
from articles.rows import latest_version, locked, selection, standing
from articles.steps.recording import step
from claims.asks.actions import move_asks
from claims.claims.actions import Question, set_topics
from claims.models import Claim, ClaimVersion
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.referring import referring_to
from core.withdrawing import withdraw

CLAIM_KINDS = {
    "efficacy": Claim.Kind.EFFECT,
    "comparison": Claim.Kind.EFFECT,
    "safety": Claim.Kind.HARM,
    "mechanism": Claim.Kind.MECHANISM,
    "evidence-state": Claim.Kind.EVIDENCE_STATE,
    "regulatory": Claim.Kind.REGULATORY,
    "definition": Claim.Kind.DEFINITION,
    "association": Claim.Kind.ASSOCIATION,
    "prevalence": Claim.Kind.PREVALENCE,
    "prognosis": Claim.Kind.PROGNOSIS,
    "diagnosis": Claim.Kind.DIAGNOSIS,
    "recommendation": Claim.Kind.RECOMMENDATION,
    "practical": Claim.Kind.PRACTICAL,
}


@action
@step(Step.Kind.ACCEPTED)
def accept_mention(
    *,
    mention: Mention,
    by: User,
    text: str | None = None,
    kind: str | None = None,
    claim: Claim | None = None,
    topics: Iterable[str] = (),
    revision: int | None = None,
    reason: str = "",
    **question: Unpack[Question],
) -> Mention:
    """Accept a suggestion: as a new claim, or as one more mention of ``claim``.

    The new claim has the proposed words and the kind that goes with the mention's,
    unless ``text`` or ``kind`` (a Claim.Kind) say otherwise, and the question and the
    ``topics`` (by their names) that are given. Each work it cites gets its study, as
    the article describes it.
    """
    require(by, Permission.CURATE_CLAIMS)
    mention = _undecided(mention, revision)
    made = None
    if claim is None:
        claim = made = save(
            Claim(
                text=one_line(text if text is not None else mention.proposed_text),
                kind=kind or CLAIM_KINDS[mention.kind],
                sample=mention.article.sample,
                added_by=by,
                **question,
            )
        )
        set_topics(claim=claim, names=topics, by=by)
    else:
        claim = standing(claim)
    claims = {"claim": claim, "made_claim": made}
    _decide(mention, Mention.Status.ACCEPTED, by, ask_again=False, **claims)
    describe_studies(mention)
    _answer_asks(mention, by)
    return mention


def _answer_asks(mention: Mention, by: User) -> None:
    """What people asked of the mention's sentence is from now on its claim's."""
    words = mention.anchors.exclude(start=None).values_list("exact", flat=True)
    sentences = [mention.proposed_text, mention.claim.text, *words]
    move_asks(claim=mention.claim, sentences=sentences, by=by)


@action
@step(Step.Kind.EDITED)
def edit_mention(
    *,
    mention: Mention,
    by: User,
    proposed_text: str | None = None,
    kind: str | None = None,
    also_kind: str | None = None,
    mode: str | None = None,
    hedged: bool | None = None,
    revision: int | None = None,
    reason: str = "",
) -> Mention:
    """Correct what the rules made of a sentence; what is None stays.

    ``mode`` and ``hedged`` say how the article puts it in its latest capture. The
    words of an accepted claim are changed on the claim.
    """
    require(by, Permission.CURATE_CLAIMS)
    mention = _current(mention, revision)
    given = {"proposed_text": proposed_text, "kind": kind, "also_kind": also_kind}
    changes = {name: value for name, value in given.items() if value is not None}
    if "proposed_text" in changes:
        if mention.status != Mention.Status.SUGGESTED:
            raise Refused(
                "Only a suggestion's words are edited here; an accepted claim is "
                "reworded on its own page."
            )
        changes["proposed_text"] = one_line(changes["proposed_text"])
    put = {"mode": mode, "hedged": hedged}
    put = {name: value for name, value in put.items() if value is not None}
    if put:
        save(_place_of(mention), **put)
    return save(mention, **changes)


@action
@step(Step.Kind.SPLIT)
def split_mention(
    *,
    mention: Mention,
    parts: Sequence[str],
    by: User,
    kinds: Sequence[str] = (),
    revision: int | None = None,
    reason: str = "",
) -> list[Mention]:
    """Make several suggestions of one: all share its passage and what it cites.

    The first part keeps the row. ``kinds`` names each part's kind; where it is empty
    all have the first one's.
    """
    require(by, Permission.CURATE_CLAIMS)
    mention = _undecided(mention, revision)
    texts = [text for part in parts if (text := one_line(part))]
    if len(texts) < 2:
        raise Refused("A split needs two parts with words at the least.", field="parts")
    if kinds and len(kinds) != len(texts):
        raise Refused(
            f"There are {len(texts)} parts and {len(kinds)} kinds; one kind for each "
            "part was expected.",
            field="kinds",
        )
    named = list(kinds) or [mention.kind] * len(texts)
    save(mention, proposed_text=texts[0], kind=named[0])
    return [
        mention,
        *(
            _beside(mention, text, kind)
            for text, kind in zip(texts[1:], named[1:], strict=True)
        ),
    ]


@action
@step(Step.Kind.REJECTED)
def reject_mention(
    *, mention: Mention, by: User, revision: int | None = None, reason: str = ""
) -> Mention:
    """Say that a suggestion is no claim; it does not come back on a new capture."""
    require(by, Permission.CURATE_CLAIMS)
    mention = _undecided(mention, revision)
    return _decide(mention, Mention.Status.REJECTED, by)


@action
@step(Step.Kind.REJECTED)
def reject_kind(*, article: Article, kind: str, by: User, reason: str = "") -> str:
    """Reject all of an article's suggestions of one kind, as one step; what, in words.

    Raises Refused where none of the kind waits.
    """
    require(by, Permission.CURATE_CLAIMS)
    waiting = article.mentions.filter(status=Mention.Status.SUGGESTED, kind=kind)
    mentions = list(waiting.select_for_update().order_by("pk"))
    if not mentions:
        raise Refused("No suggestion of this kind waits to be decided.")
    for mention in mentions:
        _decide(mention, Mention.Status.REJECTED, by)
    return f"{len(mentions)} of kind {mentions[0].get_kind_display()}"


@action
@step(Step.Kind.REOPENED)
def reopen_mention(
    *, mention: Mention, by: User, revision: int | None = None, reason: str = ""
) -> Mention:
    """Make an accepted or rejected mention a suggestion again.

    The claim that accepting it made goes too, if nothing else stands on it.
    """
    require(by, Permission.CURATE_CLAIMS)
    mention = _current(mention, revision)
    if mention.status == Mention.Status.SUGGESTED:
        raise Refused("This suggestion is open already.")
    made = mention.made_claim
    for round in mention.rounds.standing():
        save(round, lapsed_at=timezone.now())
    save(
        mention,
        status=Mention.Status.SUGGESTED,
        claim=None,
        made_claim=None,
        decided_by=None,
        decided_at=None,
        ask_again=False,
    )
    let_go(made, by=by)
    return mention


@action
@step(Step.Kind.JOINED)
def join_mention(
    *,
    mention: Mention,
    claim: Claim,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> Mention:
    """Make a mention one of ``claim``, be it a suggestion or accepted as another."""
    require(by, Permission.CURATE_CLAIMS)
    mention = _current(mention, revision)
    claim = standing(claim)
    if mention.status == Mention.Status.REJECTED:
        raise Refused("This mention was rejected; reopen it first.")
    if mention.claim_id == claim.pk:
        raise Refused("The mention is one of this claim already.")
    made = mention.made_claim
    if mention.claim:
        supersede_wording(mention)
    _decide(mention, Mention.Status.ACCEPTED, by, claim=claim, made_claim=None)
    describe_studies(mention)
    _answer_asks(mention, by)
    let_go(made, by=by)
    return mention


@action
@step(Step.Kind.ANSWERED)
def answer_reworded(
    *,
    mention: Mention,
    same: bool,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> Mention:
    """Say whether a reworded mention still makes its claim.

    If not, the claim is made until that capture, and the new words are a suggestion
    of their own, which is returned.
    """
    require(by, Permission.CURATE_CLAIMS)
    mention = _current(mention, revision)
    if not mention.ask_again:
        raise Refused("This mention was not reworded since it was accepted.")
    save(mention, ask_again=False)
    if same:
        return mention
    place = _place_of(mention)
    new = _beside(mention, one_line(place.exact), _kind_of(place.exact) or mention.kind)
    before = mention.anchors.filter(version__number__lt=place.version.number)
    last = before.exclude(start=None).order_by("-version__number").first() or place
    save(
        place,
        state=Anchor.State.GONE,
        start=None,
        end=None,
        exact=last.exact,
        prefix=last.prefix,
        suffix=last.suffix,
    )
    return new


@action
@step(Step.Kind.MARKED_CLAIM)
def mark_claim(
    *,
    article: Article,
    start: int,
    end: int,
    by: User,
    text: str | None = None,
    kind: str | None = None,
    claim: Claim | None = None,
    version: ArticleVersion | None = None,
    reason: str = "",
) -> Mention:
    """Accept the words ``start`` to ``end`` of the latest capture as a claim.

    ``kind`` is a suggestion's kind (efficacy, safety, …); where it is None the rules
    look at the words, then at their sentence. ``text`` words the claim where it should
    differ from the article. ``version`` is the one that was shown; another one
    meanwhile is LostRace.
    """
    require(by, Permission.CURATE_CLAIMS)
    version, start, end = selection(article, version, start, end)
    words = version.text[start:end]
    around = sentence_around(version.text, start, end)
    kind = kind or _kind_of(words) or _kind_of(version.text[slice(*around)])
    if not kind:
        raise Refused("Say what kind of claim this is.", field="kind")
    proposed = words if text is None else text
    mention = _marked(version, start, end, one_line(proposed), kind)
    return accept_mention(mention=mention, by=by, claim=claim)


def _marked(
    version: ArticleVersion, start: int, end: int, text: str, kind: str
) -> Mention:
    """A suggestion by hand, under every citation that covers its words."""
    covering = Anchor.objects.filter(
        version=version, covers_start__lt=end, covers_end__gt=start
    )
    citations = dict.fromkeys(covering.values_list("citation", flat=True))
    mention = save(
        Mention(
            article=version.article,
            origin=Mention.Origin.PERSON,
            proposed_text=text,
            kind=kind,
        )
    )
    put = how_put(version.text[start:end], cited=bool(citations))
    save(anchor_at(version, start, end, mention=mention, **put))
    for citation in citations:
        save(MentionCitation(mention=mention, citation_id=citation))
    return mention


def _current(mention: Mention, revision: int | None) -> Mention:
    mention = locked(mention)
    expect_revision(mention, revision)
    return mention


def _undecided(mention: Mention, revision: int | None) -> Mention:
    mention = _current(mention, revision)
    if mention.status != Mention.Status.SUGGESTED:
        raise Refused(
            f"This mention was {mention.get_status_display().lower()} by "
            f"{mention.decided_by} on {mention.decided_at:%Y-%m-%d}; reopen it first."
        )
    return mention


def _decide(mention: Mention, status: str, by: User, **changes: Any) -> Mention:
    return save(
        mention, status=status, decided_by=by, decided_at=timezone.now(), **changes
    )


def _place_of(mention: Mention) -> Anchor:
    """Where a mention stands in the latest capture."""
    place = mention.anchors.filter(version=latest_version(mention.article)).first()
    if place is None or place.start is None:
        raise Refused("The article's latest capture does not have this passage.")
    return place


def _kind_of(words: str) -> str:
    kinds = claim_kinds(one_line(words))
    return str(kinds[0]) if kinds else ""


def _beside(mention: Mention, text: str, kind: str) -> Mention:
    """A new suggestion at a mention's place, under the same citations."""
    place = _place_of(mention)
    new = save(
        Mention(
            article=mention.article,
            origin=mention.origin,
            rules_version=mention.rules_version,
            proposed_text=text,
            kind=kind,
            flags=mention.flags,
        )
    )
    save(
        anchor_at(
            place.version,
            place.start,
            place.end,
            mention=new,
            mode=place.mode,
            hedged=place.hedged,
        )
    )
    for link in mention.citation_links.order_by("pk"):
        save(MentionCitation(mention=new, citation_id=link.citation_id))
    return new


def let_go(claim: Claim | None, *, by: User) -> None:
    """Drop a claim whose maker left it, and on which nothing stands any more.

    Removed where nothing ever stood on it; withdrawn where a version of it was kept,
    and the version of that follows from the feed of changes. If other mentions make
    it, it is the first one's from now on, and goes with that.
    """
    if claim is None:
        return
    naming = list(referring_to(Claim, [claim.pk]))
    heirs = [row for row in naming if isinstance(row, Mention)]
    if heirs:
        save(min(heirs, key=lambda mention: mention.pk), made_claim=claim)
    elif not naming:
        claim.delete()
    elif all(isinstance(row, ClaimVersion) for row in naming):
        withdraw(row=claim, by=by, reason="No mention of it is left.")
