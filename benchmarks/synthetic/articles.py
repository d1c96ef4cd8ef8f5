"""The claims of a lot, and the articles that make them."""

import hashlib
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.utils import timezone

from articles.models import (
    Anchor,
    Article,
    ArticleVersion,
    Citation,
    CitedWork,
    Mention,
    MentionCitation,
)
from benchmarks.synthetic.lot import Lot
from benchmarks.synthetic.planning import PlannedClaim, PlannedMention, articles_of
from claims.models import Claim, ClaimTopic

_FOUND = ("not_checked", "not_found", "candidates", "one_agrees")


@dataclass(frozen=True)
class _Place:
    """A mention where it stands: ``marker`` is what it cites, or nothing."""

    claim: PlannedClaim
    mention: PlannedMention
    words: str
    marker: str

    @property
    def article(self) -> int:
        return self.mention.article

    @property
    def length(self) -> int:
        return len(self.words) + len(self.marker)


def make_claims(lot: Lot) -> None:
    """The claims, as they stand once they are judged, and their topics."""
    lot.write(
        Claim,
        (
            Claim(
                text=lot.text(claim),
                kind=claim.kind,
                intervention=lot.drug(claim),
                outcome=lot.measure(claim),
                population=lot.people(claim),
                asserts=claim.asserts,
                sample=True,
                verdict=claim.verdict,
                certainty=claim.certainty,
                cant_say_because=claim.cant_say_because,
                standing={"rule": "rule", "graded": "draft"}.get(claim.fate, ""),
                scope=claim.scope if claim.is_judged else "",
                judged_at=lot.judged_at(claim) if claim.is_judged else None,
                sentence=claim.sentence,
            )
            for claim in lot.claims
        ),
    )
    lot.write(
        ClaimTopic,
        (
            ClaimTopic(
                claim_id=lot.id(Claim, claim.number),
                topic_id=lot.shared.topics[topic],
            )
            for claim in lot.claims
            for topic in claim.topics
        ),
    )


def make_articles(lot: Lot) -> None:
    """The articles with their texts, mentions, and what is cited in them."""
    places = sorted(
        (
            _Place(claim, mention, lot.text(claim), _marker(lot, claim, mention))
            for claim in lot.claims
            for mention in claim.mentions
        ),
        key=attrgetter("article"),
    )
    numbers = range(articles_of(len(lot.claims)))
    lot.write(
        Article,
        (
            Article(
                title=f"Synthetic article {lot.id(Article, number)}",
                outlet_id=lot.shared.outlet,
                licence="own",
                sample=True,
            )
            for number in numbers
        ),
    )
    texts = {
        article: " ".join(f"{place.words}{place.marker}." for place in told)
        for article, told in groupby(places, attrgetter("article"))
    }
    lot.write(
        ArticleVersion, (_version(lot, number, texts[number]) for number in numbers)
    )
    _make_mentions(lot, places)
    _make_citations(lot, [n for n, place in enumerate(places) if place.marker], places)
    _make_anchors(lot, places)


def _marker(lot: Lot, claim: PlannedClaim, mention: PlannedMention) -> str:
    if mention.cites is None:
        return ""
    return f" ({lot.drug(claim).capitalize()} {mention.cites})"


def _version(lot: Lot, number: int, text: str) -> ArticleVersion:
    return ArticleVersion(
        article_id=lot.id(Article, number),
        number=1,
        form="text",
        title=f"Synthetic article {lot.id(Article, number)}",
        text=text,
        html=f"<p>{text}</p>",
        blocks=[["paragraph", 0, len(text), 0]],
        source=text,  # COPY spells the bytes of such a text as the text itself
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        words=len(text.split()),
    )


def _make_mentions(lot: Lot, places: list[_Place]) -> None:
    now = timezone.now()
    lot.write(
        Mention,
        (
            Mention(
                article_id=lot.id(Article, place.article),
                claim_id=lot.id(Claim, place.claim.number),
                status="accepted",
                proposed_text=place.words,
                kind="efficacy",
                decided_by_id=lot.by,
                decided_at=now,
            )
            for place in places
        ),
    )


def _make_citations(lot: Lot, citing: list[int], places: list[_Place]) -> None:
    """A cited work and its marker for each mention of ``citing``."""
    now = timezone.now()
    found = [lot.chance.choice(_FOUND) for _ in citing]
    articles = [lot.id(Article, places[n].article) for n in citing]
    markers = [places[n].marker.strip() for n in citing]
    lot.write(
        CitedWork,
        (
            CitedWork(
                article_id=article,
                label=marker.strip("()"),
                found=state,
                checked_at=None if state == "not_checked" else now,
            )
            for article, marker, state in zip(articles, markers, found, strict=True)
        ),
    )
    lot.write(
        Citation,
        (
            Citation(
                article_id=article, cited_work_id=lot.id(CitedWork, n), marker=marker
            )
            for n, (article, marker) in enumerate(zip(articles, markers, strict=True))
        ),
    )
    lot.write(
        MentionCitation,
        (
            MentionCitation(
                mention_id=lot.id(Mention, mention), citation_id=lot.id(Citation, n)
            )
            for n, mention in enumerate(citing)
        ),
    )


def _make_anchors(lot: Lot, places: list[_Place]) -> None:
    """Where each mention and each marker stands in its article's text."""
    anchors = []
    citations = 0
    start, article = 0, None
    for n, place in enumerate(places):
        if place.article != article:
            start, article = 0, place.article
        version = lot.id(ArticleVersion, place.article)
        end = start + len(place.words)
        anchors.append(
            Anchor(
                version_id=version,
                mention_id=lot.id(Mention, n),
                exact=place.words,
                start=start,
                end=end,
                mode="asserts",
                hedged=lot.chance.randrange(4) == 0,
            )
        )
        if place.marker:
            anchors.append(
                Anchor(
                    version_id=version,
                    citation_id=lot.id(Citation, citations),
                    exact=place.marker.strip(),
                    start=end + 1,
                    end=end + len(place.marker),
                )
            )
            citations += 1
        start += place.length + len(". ")
    lot.write(Anchor, anchors)
