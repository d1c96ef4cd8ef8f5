"""What the curating page shows: an article's text beside all that waits in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Model, QuerySet
from django.utils.html import escape
from django.utils.safestring import SafeString

from accounts.models import User
from articles.marking import Mark, MarkedBlock, Run, marked_blocks
from articles.mentions.facts import Cite, cited_by
from articles.models import (
    Anchor,
    Article,
    ArticleVersion,
    CitedWork,
    Mention,
    ResultSource,
    Step,
)
from articles.reading.document import SuggestedKind
from articles.steps.undo import my_steps
from claims.claims.known import KnownClaim, known_claims
from claims.models import Claim
from claims.words import Verdict
from core.history import last_changes
from core.nouns import noun_of
from studies.models import name_of
from texts.titles import normalise_title

ALL = "all"
FILTERS = [
    (ALL, "All"),
    *((status.value, status.capitalised) for status in Mention.Status),
]
STEPS_SHOWN = 8
MOST_SHOWN = 50  # cards on one page
PATIENCE = 500  # milliseconds for looking up known claims
OFFERED = 8  # claims or studies that a search offers


@dataclass(frozen=True)
class Place:
    """Where on the page a person is: filter, chosen row, and what is open there."""

    show: str = ALL
    at: int | None = None  # the chosen mention
    after: int | None = None  # choose the next to decide after this one
    do: str = ""  # which form is open at the chosen mention
    work: int | None = None  # the cited work whose study is being looked for
    q: str = ""


@dataclass(frozen=True)
class MentionCard:
    """One mention: its number in the text, its place, and what it cites."""

    number: int
    anchor: Anchor
    cites: tuple[Cite, ...]
    told: list[ResultSource]

    @property
    def mention(self) -> Mention:
        return self.anchor.mention

    @property
    def words(self) -> str:
        """The claim's words; before there is one, the proposed ones."""
        return str(self.mention.claim or self.mention.proposed_text)

    @property
    def rewritten(self) -> bool:
        """Whether the claim's words are not simply the article's."""
        return self.words != " ".join(self.anchor.exact.split())

    @property
    def tone(self) -> str:
        """How its words are underlined: by the claim's verdict, if it is one."""
        if self.mention.status == Mention.Status.REJECTED:
            return "out"
        claim = self.mention.claim
        return (Verdict(claim.verdict) if claim else Verdict.NOT_GRADED).tone

    @property
    def cites_a_study(self) -> bool:
        return any(cite.study for cite in self.cites)

    @property
    def flags(self) -> list[dict[str, str]]:
        return self.mention.worth_checking


@dataclass(frozen=True)
class EscapedRun:
    """Words of the text, escaped, with the cited works they stand for."""

    text: SafeString
    cites: str


@dataclass(frozen=True)
class CardPassage:
    """Words that stand for one card, or for none; ``ends`` are cards that end here."""

    card: MentionCard | None
    words: list[EscapedRun]
    ends: list[MentionCard]


@dataclass(frozen=True)
class TextBlock:
    """One block of the text; offsets are counted from ``start``."""

    kind: str
    start: int
    runs: list[CardPassage]


@dataclass(frozen=True)
class Curation:
    """One article's latest capture, as far as it is curated."""

    article: Article
    version: ArticleVersion
    place: Place
    cards: list[MentionCard]  # all of them, in the text's order
    chosen: MentionCard | None
    works: list[CitedWork]
    steps: list[Step]
    blocks: list[TextBlock]
    counts: dict[str, int] = field(default_factory=dict)
    known: list[KnownClaim] = field(default_factory=list)  # near the chosen one

    @property
    def is_done(self) -> bool:
        """Whether all that was suggested is decided."""
        return bool(self.cards) and not self.counts[Mention.Status.SUGGESTED]

    @property
    def by_kind(self) -> list[tuple[SuggestedKind, int]]:
        """How many suggestions of each kind wait, the most first."""
        kinds = Counter(
            SuggestedKind(card.mention.kind)
            for card in self.cards
            if card.mention.status == Mention.Status.SUGGESTED and card.mention.kind
        )
        return kinds.most_common()

    @property
    def fitting(self) -> list[MentionCard]:
        """The cards the filter leaves, and always the chosen one."""
        if self.place.show == ALL:
            return self.cards
        return [
            card
            for card in self.cards
            if card.mention.status == self.place.show or card is self.chosen
        ]

    @property
    def shown(self) -> list[MentionCard]:
        """As many of them as a page takes, the chosen one among them."""
        return self.fitting[self._first : self._first + MOST_SHOWN]

    @property
    def earlier(self) -> MentionCard | None:
        """The card before the first that is shown."""
        return self.fitting[self._first - 1] if self._first else None

    @property
    def later(self) -> MentionCard | None:
        """The card after the last that is shown."""
        return next(iter(self.fitting[self._first + MOST_SHOWN :]), None)

    @property
    def _first(self) -> int:
        places = (n for n, card in enumerate(self.fitting) if card is self.chosen)
        return next(places, 0) // MOST_SHOWN * MOST_SHOWN

    @property
    def filters(self) -> list[tuple[str, str, int]]:
        return [(name, words, self.counts[name]) for name, words in FILTERS]

    @property
    def decided(self) -> int:
        return self.counts[ALL] - self.counts[Mention.Status.SUGGESTED]


def curation(article: Article, user: User, place: Place) -> Curation:
    """Read all of a curating page, in as many queries for 100 mentions as for 5."""
    version = article.versions.without_source().order_by("-number").first()
    anchors = anchors_in(version)
    cards = cards_of([anchor for anchor in anchors if anchor.mention_id])
    marks = [Mark(card.anchor.start, card.anchor.end, card) for card in cards]
    marks += [Mark(a.start, a.end, a.citation) for a in anchors if a.citation_id]
    chosen = choose(cards, place)
    return Curation(
        article=article,
        version=version,
        place=place,
        cards=cards,
        chosen=chosen,
        known=known_beside(chosen),
        works=list(works_of(article)),
        steps=my_steps(user, article, limit=STEPS_SHOWN),
        blocks=[exact(b) for b in marked_blocks(version.text, version.blocks, marks)],
        counts=count(cards),
    )


def known_beside(card: MentionCard | None) -> list[KnownClaim]:
    """The known claims near a suggestion's words, at most three; in two queries."""
    if card is None or card.mention.status != Mention.Status.SUGGESTED:
        return []
    return (known_claims([card.words], milliseconds=PATIENCE) or {}).get(0, [])


def twin_of(words: str) -> Claim | None:
    """The standing claim that has just these words, if one is known."""
    near = (known_claims([words], milliseconds=PATIENCE) or {}).get(0, [])
    own = normalise_title(words)
    return next(
        (one.claim for one in near if normalise_title(one.claim.text) == own), None
    )


def anchors_in(version: ArticleVersion) -> list[Anchor]:
    """Where mentions and citations stand in a version, in the text's order."""
    return list(
        Anchor.objects.filter(version=version, start__isnull=False)
        .select_related("mention__claim", "mention__decided_by", "citation__cited_work")
        .order_by("start", "-end", "id")
    )


def cards_of(anchors: list[Anchor]) -> list[MentionCard]:
    """The mentions at these places, numbered from 1, with what they cite and tell."""
    numbers = [anchor.mention_id for anchor in anchors]
    cited = cited_by(numbers)
    told: dict[int, list[ResultSource]] = {}
    for source in (
        ResultSource.objects.filter(mention__in=numbers, result__withdrawn_at=None)
        .select_related("result__study", "result__outcome")
        .annotate(study_name=name_of("result__study"))
    ):
        told.setdefault(source.mention_id, []).append(source)
    return [
        MentionCard(number, anchor, cited.get(mention, ()), told.get(mention, []))
        for number, (anchor, mention) in enumerate(
            zip(anchors, numbers, strict=True), start=1
        )
    ]


def choose(cards: list[MentionCard], place: Place) -> MentionCard | None:
    """The card that is worked on: the one named, else the next to decide."""
    named = {card.mention.pk: card for card in cards}
    if place.at in named:
        return named[place.at]
    waiting = [card for card in cards if card.mention.status == "suggested"]
    done = named.get(place.after)
    later = [card for card in waiting if done and card.number > done.number]
    return next(iter(later or waiting or filter(None, [done]) or cards), None)


def count(cards: Iterable[MentionCard]) -> dict[str, int]:
    """How many cards each filter shows."""
    counted = Counter(card.mention.status for card in cards)
    return {name: counted[name] for name, _ in FILTERS} | {ALL: counted.total()}


def works_of(article: Article) -> QuerySet[CitedWork]:
    """What the article cites, with each work's study and reference."""
    return (
        CitedWork.objects.filter(article=article, merged_into=None)
        .select_related("study", "reference")
        .annotate(study_name=name_of("study"))
        .order_by("id")
    )


def exact(block: MarkedBlock) -> TextBlock:
    """A block whose words a browser gives back one by one, a card's words together."""
    passages = []
    for _, group in groupby(block.runs, key=lambda run: id(first_card(run))):
        runs = list(group)
        ends = [m.about for m in runs[-1].ends if isinstance(m.about, MentionCard)]
        passages.append(
            CardPassage(first_card(runs[0]), list(map(words_of, runs)), ends)
        )
    return TextBlock(block.kind, block.start, passages)


def first_card(run: Run) -> MentionCard | None:
    """The card that a run of words stands for."""
    return next((m.about for m in run.marks if isinstance(m.about, MentionCard)), None)


def words_of(run: Run) -> EscapedRun:
    """A run's words, safe to print, and the works they cite.

    HTML reads a bare carriage return as a line's end, or drops it: it is named.
    """
    works = [
        str(m.about.cited_work)
        for m in run.marks
        if not isinstance(m.about, MentionCard)
    ]
    return EscapedRun(
        text=SafeString(escape(run.text).replace("\r", "&#13;")),
        cites=", ".join(dict.fromkeys(works)),
    )


def claims_like(card: MentionCard, words: str) -> QuerySet[Claim]:
    """Claims that a mention may be one of: by words, else those near its own."""
    own = card.mention.claim_id
    if words:
        found = Claim.objects.current().matching(words).exclude(pk=own)
        return found.order_by("-rank", "id")[:OFFERED]
    near = Claim.objects.exclude(pk=own) if own else Claim.objects.all()
    return near.near_claims(card.words)


def who_changed(row: Model) -> str:
    """Who changed a row last, when and how, as a sentence; empty where nobody knows."""
    label = noun_of(row)
    last = last_changes(label, [row.pk]).get(row.pk)
    if last is None:
        return ""
    step = Step.objects.leaving(label, row.pk, last.revision).first()
    did = step.get_kind_display() if step else last.did
    who = last.who or "Somebody"
    return f"{who} changed it at {last.at:%H:%M} ({did})."
