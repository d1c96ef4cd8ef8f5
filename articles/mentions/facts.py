"""Where a claim is made, as facts: its words, what it cites, what was checked."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from articles.models import (
    Anchor,
    Article,
    CitationSupport,
    CitedWork,
    Mention,
    MentionCitation,
    WordingCheck,
)
from core.dataclass_json import Moment
from core.kept_sql import Ids, KeptRows
from core.wording import day_words, iso, shown


@dataclass(frozen=True)
class SayingArticle:
    """An article beside a claim it makes."""

    id: int
    title: str
    address: str
    outlet: str
    sells: str
    sample: bool
    text_of: int


@dataclass(frozen=True)
class Cite:
    """One citation of a mention, and how far it was looked into."""

    citation: int
    label: str
    address: str
    cited_work: int
    found: str
    found_words: str
    decision: str
    decision_words: str
    checked_at: Moment | None
    state_words: str
    study: int | None
    reference: int | None
    retracted: bool
    support: str
    support_words: str


@dataclass(frozen=True)
class Flag:
    """What a rule says is worth checking."""

    rule: str
    why: str


@dataclass(frozen=True)
class Saying:
    """One place where the claim is made."""

    id: int
    article: SayingArticle
    words: str
    mode: str
    mode_words: str
    hedged: bool | None
    state: str
    ask_again: bool
    until: Moment | None
    until_words: str
    cites: tuple[Cite, ...]
    flags: tuple[Flag, ...]
    wording: str
    wording_words: str


def mentions(claims: Collection[int]) -> dict[int, tuple[Saying, ...]]:
    """The accepted mentions of each claim, as the latest capture has them, by claim.

    Two queries.
    """
    rows = accepted.rows(claims=claims)
    cited = cited_by([row.pk for row in rows])
    found: dict[int, tuple[Saying, ...]] = dict.fromkeys(claims, ())
    for row in rows:
        found[row.claim_id] += (mention_facts(row, cited.get(row.pk, ())),)
    return found


@KeptRows
def accepted(claims: Ids) -> QuerySet[Mention]:
    """The accepted mentions of some claims, as the latest capture has them."""
    latest = Anchor.objects.filter(mention=OuterRef("pk")).order_by("-version__number")
    return (
        Mention.objects.filter(status=Mention.Status.ACCEPTED, claim__any_of=claims)
        .annotate(
            words=Subquery(latest.values("exact")[:1]),
            state=Subquery(latest.values("state")[:1]),
            mode=Subquery(latest.values("mode")[:1]),
            is_hedged=Subquery(latest.values("hedged")[:1]),
            seen_at=Subquery(latest.values("version__created_at")[:1]),
            wording_check=FilteredRelation(
                "wording_checks", condition=Q(wording_checks__superseded_at=None)
            ),
            wording=F("wording_check__answer"),
            wording_aspects=F("wording_check__aspects"),
        )
        .select_related("article__outlet")
        .order_by("article_id", "id")
    )


_OF_WORK = ("label", "found", "decision", "checked_at", "study", "reference")


@KeptRows
def links(mentions: Ids) -> QuerySet[MentionCitation]:
    """What some mentions cite, with the answers of their checks."""
    of_work = (f"citation__cited_work__{name}" for name in _OF_WORK)
    rows = MentionCitation.objects.with_answers().only("mention", *of_work)
    return rows.filter(mention__any_of=mentions)


def cited_by(mentions: Collection[int]) -> dict[int, tuple[Cite, ...]]:
    """What each mention cites, with each link's state (a query, none for none)."""
    cited: dict[int, tuple[Cite, ...]] = {}
    for link in links.rows(mentions=mentions) if mentions else ():
        cited[link.mention_id] = (*cited.get(link.mention_id, ()), cite_facts(link))
    return cited


def cite_facts(link: MentionCitation) -> Cite:
    """One citation of a mention: which work, whether found, whether it says this."""
    work: CitedWork = link.citation.cited_work
    return Cite(
        citation=link.citation_id,
        label=work.label,
        address=f"/cited-works/{work.pk}/",
        cited_work=work.pk,
        found=work.found,
        found_words=shown(work, "found"),
        decision=work.decision,
        decision_words=shown(work, "decision"),
        checked_at=iso(work.checked_at),
        state_words=_state_words(work),
        study=work.study_id,
        reference=work.reference_id,
        retracted=link.is_retracted,
        support=link.answer or "not_checked",
        support_words=support_words(link.answer),
    )


def _state_words(work: CitedWork) -> str:
    """As "not found (12 Nov 2026); that does not mean it does not exist"."""
    if work.decision == CitedWork.Decision.CONFIRMED:
        return "record found"
    words = shown(work, "found")
    if work.checked_at:
        words += f" ({day_words(work.checked_at)})"
    if work.found == CitedWork.Found.NOT_FOUND:
        words += "; that does not mean it does not exist"
    return words


def support_words(answer: str | None) -> str:
    """Whether the study says this; nobody's answer is "not checked"."""
    if not answer:
        return "not checked"
    return CitationSupport.Answer(answer).label


def mention_facts(mention: Mention, cites: tuple[Cite, ...]) -> Saying:
    """One place where the claim is made."""
    until = mention.seen_at if mention.state == Anchor.State.GONE else None
    return Saying(
        id=mention.pk,
        article=article_facts(mention.article),
        words=mention.words or mention.proposed_text,
        mode=mention.mode or "",
        mode_words=Anchor.Mode(mention.mode).label if mention.mode else "",
        hedged=mention.is_hedged,
        state=mention.state or "",
        ask_again=mention.ask_again,
        until=iso(until),
        until_words=day_words(until),
        cites=cites,
        flags=tuple(Flag(flag["rule"], flag["why"]) for flag in mention.flags),
        wording=mention.wording or "not_checked",
        wording_words=wording_words(mention.wording, mention.wording_aspects),
    )


def wording_words(answer: str | None, aspects: list[str] | None) -> str:
    """As "overstates size and certainty"; nobody's answer is "not checked"."""
    if not answer:
        return "not checked"
    words = WordingCheck.Answer(answer).label
    return f"{words} {' and '.join(aspects)}" if aspects else words


def article_facts(article: Article) -> SayingArticle:
    """An article beside a claim it makes."""
    return SayingArticle(
        id=article.pk,
        title=article.title,
        address=f"/articles/{article.pk}/",
        outlet=article.outlet.name if article.outlet else "",
        sells=article.sells,
        sample=article.sample,
        text_of=article.same_text_as_id or article.pk,
    )
