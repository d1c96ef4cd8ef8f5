"""What an article's page shows: its text marked, its claims as cards, its audit."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch, QuerySet

from articles.checks.tally import SupportTally, WordingTally
from articles.marking import Mark, MarkedBlock, marked_blocks
from articles.mentions.facts import Cite, cited_by, wording_words
from articles.models import (
    Anchor,
    Article,
    ArticleVersion,
    CitedWork,
    Mention,
    WordingCheck,
)
from bibliography.models import Notice
from claims.models import Claim
from claims.words import Verdict
from studies.models import name_of


@dataclass(frozen=True)
class ClaimCard:
    """One claim the article makes: its number in the text and what stands behind it."""

    number: int
    anchor: Anchor
    cites: tuple[Cite, ...]
    wording: str
    wording_words: str

    @property
    def mention(self) -> Mention:
        return self.anchor.mention

    @property
    def claim(self) -> Claim:
        return self.anchor.mention.claim

    @property
    def tone(self) -> str:
        """How its words are underlined: by the claim's verdict."""
        return Verdict(self.claim.verdict).tone

    @property
    def flags(self) -> list[dict[str, str]]:
        """What the rules say is worth checking; citing nothing is said elsewhere."""
        return self.mention.worth_checking


@dataclass(frozen=True)
class Audit:
    """The counts above an article."""

    claims: int
    citing: int
    works: int
    works_found: int
    works_not_found: int
    works_retracted: int
    verdicts: list[tuple[str, str, int]]
    suggestions: int
    support: SupportTally
    wording: WordingTally

    @property
    def citing_nothing(self) -> int:
        return self.claims - self.citing


@dataclass(frozen=True)
class ArticleContent:
    """One version of an article, read against its claims."""

    version: ArticleVersion
    cards: list[ClaimCard]
    works: list[CitedWork]
    audit: Audit
    blocks: list[MarkedBlock]

    @property
    def passages(self) -> list[list[ClaimCard]]:
        """The claims by the passage that makes them, each passage once."""
        in_text = groupby(
            self.cards, key=lambda card: (card.anchor.start, card.anchor.end)
        )
        return [list(cards) for _, cards in in_text]


def article_content(article: Article, version: ArticleVersion) -> ArticleContent:
    """Read one version with its claims and cited works, in five queries.

    ``article`` is one ``with_claim_counts``.
    """
    shown = cards(version)
    works = list(cited_works(article))
    marks = [Mark(card.anchor.start, card.anchor.end, card) for card in shown]
    return ArticleContent(
        version=version,
        cards=shown,
        works=works,
        audit=audit(shown, works, article.suggestion_count),
        blocks=marked_blocks(version.text, version.blocks, marks),
    )


def cards(version: ArticleVersion) -> list[ClaimCard]:
    """The accepted claims of a version in the text's order, numbered from 1."""
    anchors = list(
        Anchor.objects.filter(
            version=version,
            start__isnull=False,
            mention__status=Mention.Status.ACCEPTED,
        )
        .select_related("mention__claim")
        .order_by("start", "end", "id")
    )
    mentions = [anchor.mention_id for anchor in anchors]
    cited = cited_by(mentions)
    checked = {
        check.mention_id: check
        for check in WordingCheck.objects.filter(
            mention__in=mentions, superseded_at=None
        )
    }
    return [
        ClaimCard(
            number=number,
            anchor=anchor,
            cites=cited.get(anchor.mention_id, ()),
            wording=getattr(checked.get(anchor.mention_id), "answer", "not_checked"),
            wording_words=_wording(checked.get(anchor.mention_id)),
        )
        for number, anchor in enumerate(anchors, start=1)
    ]


def _wording(check: WordingCheck | None) -> str:
    return wording_words(check.answer, check.aspects) if check else "not checked"


def cited_works(article: Article) -> QuerySet[CitedWork]:
    """What the article cites, with the study and the reference a person linked.

    Each has ``is_retracted``, and its reference the ``standing_notices`` on it.
    """
    notices = Notice.objects.current().order_by("dated", "id")
    return (
        CitedWork.objects.filter(article=article, merged_into=None)
        .with_retracted()
        .prefetch_related(
            Prefetch("reference__notices", notices, to_attr="standing_notices")
        )
        .select_related("study", "reference")
        .annotate(study_name=name_of("study"))
        .order_by("id")
    )


def audit(shown: list[ClaimCard], works: list[CitedWork], suggestions: int) -> Audit:
    """Count what an article's claims come to."""
    verdicts = Counter((card.claim.verdict, card.claim.standing) for card in shown)
    return Audit(
        claims=len(shown),
        citing=sum(bool(card.cites) for card in shown),
        works=len(works),
        works_found=sum(work.decision == "confirmed" for work in works),
        works_not_found=sum(work.found == "not_found" for work in works),
        works_retracted=sum(work.is_retracted for work in works),
        verdicts=sorted(
            [(*judged, n) for judged, n in verdicts.items()],
            key=lambda each: (each[0] == "not_graded", each),
        ),
        suggestions=suggestions,
        support=support_tally(shown),
        wording=wording_tally(shown),
    )


def support_tally(shown: list[ClaimCard]) -> SupportTally:
    """What was answered of the citations of an article's claims."""
    answers = Counter(cite.support for card in shown for cite in card.cites)
    return SupportTally(sum(answers.values()), answers)


def wording_tally(shown: list[ClaimCard]) -> WordingTally:
    """What was answered of the words of an article's claims."""
    return WordingTally(len(shown), Counter(card.wording for card in shown))
