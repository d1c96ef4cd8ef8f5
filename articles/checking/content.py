"""What the page of a checked article shows; nothing of it is stored."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from articles.checking.findings import Finding
from articles.checking.known_works import KnownWork, known_works
from articles.checking.stated import StatedWork, stated_work
from articles.checking.summary import NOT_LOOKED_FOR, Counts, summary
from articles.checking.worth import Looked, Worth, most_worth_checking
from articles.citations.cited import label_of
from articles.marking import Mark, MarkedBlock, marked_blocks
from articles.reading.document import Flag, Reading, ReferenceEntry, Suggestion
from articles.reading.suggesting.topic import topic_words
from articles.reading.suggesting.wording import CITES_NOTHING
from articles.words import Found
from claims.claims.known import KnownClaim, known_claims
from claims.words import Standing, Verdict

MOST_SHOWN = 1_000  # sentences, and cited works, on a page
MOST_COMPARED = 200  # sentences looked up among the known claims
PATIENCE = 1000  # milliseconds for looking them up
MOST_TERMS = 6
UNNAMED = "unnamed-studies"  # the flag of a sentence that names no study


@dataclass(frozen=True)
class CheckedCard:
    """One sentence that looks like a claim, and what stands out about it.

    ``why`` says why it is among those most worth checking; empty for all others.
    """

    number: int
    suggestion: Suggestion
    text: str
    works: tuple["CheckedWork", ...]
    known: tuple[KnownClaim, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def kind_words(self) -> str:
        kinds = filter(None, (self.suggestion.kind, self.suggestion.also_kind))
        return " or ".join(kind.label for kind in kinds)

    @property
    def flags(self) -> list[Flag]:
        """What is worth checking; that it cites nothing is said elsewhere."""
        return [f for f in self.suggestion.flags if f.rule != CITES_NOTHING.rule]

    @property
    def same(self) -> list[KnownClaim]:
        """The known claims that say the same."""
        return [one for one in self.known if one.is_same]

    @property
    def near(self) -> list[KnownClaim]:
        """Known claims of the same things that say something else of them."""
        return [one for one in self.known if not one.is_same]

    @property
    def tone(self) -> str:
        """How its words are underlined: by the verdict on the same claim."""
        return Verdict(self.same[0].claim.verdict).tone if self.same else "none"

    @property
    def terms(self) -> str:
        """Its telling words, to look for reviews with."""
        return " ".join(topic_words(self.text, most=MOST_TERMS))

    @property
    def rests_on(self) -> str:
        """What it cites, as a group of sentences is called."""
        if self.works:
            return "Cites a work"
        if any(flag.rule == UNNAMED for flag in self.suggestion.flags):
            return "Names studies without saying which"
        return "No source recognised"

    @property
    def looked(self) -> Looked:
        """What the rule of the three most worth checking looks at."""
        return Looked(
            suggestion=self.suggestion,
            text=self.text,
            wrong_works=tuple(w.wrong for w in self.works if w.wrong),
            verdicts=tuple(Verdict(one.claim.verdict) for one in self.same),
        )

    @property
    def is_folded(self) -> bool:
        return self.looked.is_folded

    @property
    def is_open(self) -> bool:
        """Whether its card shows all at once: there is more to see than its kind."""
        return bool(self.why or self.same or any(work.known for work in self.works))


@dataclass(frozen=True)
class CheckedWork:
    """One cited work as the article states it, and where it is cited."""

    number: int
    entry: ReferenceEntry
    passages: tuple[str, ...]
    claims: tuple[int, ...]  # numbers of the cards
    known: KnownWork | None = None
    finding: Finding | None = None  # what looking for it came to

    @property
    def stated(self) -> StatedWork:
        """What is asked for when it is looked for."""
        return stated_work(self.number, self.label, self.entry, self.passages)

    @property
    def label(self) -> str:
        return label_of(self.entry)

    @property
    def wrong(self) -> str:
        """What is wrong with it, as a sentence; empty where nothing is known to be."""
        known, finding = self.known, self.finding
        if (known and known.is_retracted) or (finding and finding.is_retracted):
            return f"{self.label} was retracted."
        if finding and finding.state == Found.CONFLICT:
            return f"The identifier of {self.label} is another work’s."
        return ""

    @property
    def state(self) -> str:
        """What is known of it, in a few words."""
        if self.known and self.known.is_retracted:
            return "retracted"
        if self.finding:
            return self.finding.state_words
        if self.known:
            by_name = " by name and year" if self.known.by_name else ""
            return f"known here{by_name}"
        return NOT_LOOKED_FOR

    @property
    def state_words(self) -> str:
        """The same, with where and when where it was looked for."""
        return self.finding.words if self.finding and not self.wrong else self.state


@dataclass(frozen=True)
class Group:
    """Sentences that have something in common."""

    name: str
    cards: list[CheckedCard]


@dataclass(frozen=True)
class CheckedArticle:
    """An article's audit.

    ``first`` are the sentences most worth checking, in the order to check them;
    ``compared`` tells whether known claims were looked up.
    """

    reading: Reading
    cards: list[CheckedCard]
    first: list[CheckedCard]
    works: list[CheckedWork]
    blocks: list[MarkedBlock]
    compared: bool

    @property
    def works_shown(self) -> list[CheckedWork]:
        """The works that a page lists."""
        return self.works[:MOST_SHOWN]

    @property
    def summary(self) -> list[str]:
        """What it comes to, in plain sentences."""
        used = {work.number: work for card in self.cards for work in card.works}
        counts = Counts(
            sentences=len(self.cards),
            citing=sum(bool(card.works) for card in self.cards),
            unnamed=sum(card.rests_on.startswith("Names") for card in self.cards),
            works=Counter(work.state for work in used.values()),
            harms=sum(card.looked.is_of_harm for card in self.cards),
            known=Counter(known_as(card) for card in self.cards if card.same),
            folded=sum(card.is_folded for card in self.cards),
        )
        return [*self.reading.remarks, *summary(counts)]

    @property
    def groups(self) -> list[tuple[str, list[Group]]]:
        """The sentences by kind, by what they rest on, and those known here."""
        return [
            ("By kind", grouped(self.cards, lambda c: c.suggestion.kind.capitalised)),
            ("By what they rest on", grouped(self.cards, lambda c: c.rests_on)),
            ("Known here", grouped((c for c in self.cards if c.same), known_as)),
        ]


def known_as(card: CheckedCard) -> str:
    """The verdict on the same claim, with who stands behind it."""
    claim = card.same[0].claim
    standing = f" ({Standing(claim.standing).label})" if claim.standing else ""
    return f"{Verdict(claim.verdict).capitalised}{standing}"


def grouped(
    cards: Iterable[CheckedCard], name_of: Callable[[CheckedCard], str]
) -> list[Group]:
    """Cards by a name, the largest group first."""
    named: dict[str, list[CheckedCard]] = {}
    for card in cards:
        named.setdefault(name_of(card), []).append(card)
    ordered = sorted(named.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [Group(name, members) for name, members in ordered]


@dataclass(frozen=True)
class Asked:
    """What there is to ask the store about a reading."""

    references: Sequence[ReferenceEntry]
    sentences: Sequence[str]


@dataclass(frozen=True)
class KnownHere:
    """What the store knows of it, by place; no claims where it took too long."""

    works: Mapping[int, KnownWork]
    claims: Mapping[int, Sequence[KnownClaim]] | None


def asked_of(reading: Reading) -> Asked:
    """What there is to ask about an article."""
    text = reading.document.text
    first = reading.suggestions[:MOST_COMPARED]
    return Asked(reading.references, [text[one.start : one.end] for one in first])


def known_here(asked: Asked) -> KnownHere:
    """What is known of an article's works and sentences; few queries, none waits."""
    return KnownHere(
        works=known_works(asked.references),
        claims=known_claims(asked.sentences, milliseconds=PATIENCE),
    )


def checked_article(
    reading: Reading, here: KnownHere, findings: Mapping[int, Finding] | None = None
) -> CheckedArticle:
    """Put a reading beside what is known here.

    ``findings`` are what looking for its works came to, by number. Offsets count code
    points of the article's text.
    """
    reading = _of_a_page(reading)
    document = reading.document
    works = [
        replace(work, finding=(findings or {}).get(work.number))
        for work in works_of(reading, here.works)
    ]
    texts = [document.text[one.start : one.end] for one in reading.suggestions]
    cards = [
        CheckedCard(
            number=place + 1,
            suggestion=suggestion,
            text=text,
            works=works_under(reading, suggestion.citations, works),
            known=tuple((here.claims or {}).get(place, ())),
        )
        for place, (suggestion, text) in enumerate(
            zip(reading.suggestions, texts, strict=True)
        )
    ]
    worth = most_worth_checking([card.looked for card in cards])
    cards = with_reasons(cards, worth)
    marks = [Mark(c.suggestion.start, c.suggestion.end, c) for c in cards]
    blocks = [(str(b.kind), b.start, b.end, b.level) for b in document.blocks]
    return CheckedArticle(
        reading=reading,
        cards=cards,
        first=[cards[one.place] for one in worth],
        works=works,
        blocks=marked_blocks(document.text, blocks, marks),
        compared=here.claims is not None,
    )


def _of_a_page(reading: Reading) -> Reading:
    """A reading with no more sentences than a page shows, and a word of the others."""
    remarks = list(reading.remarks)
    if (left := len(reading.suggestions) - MOST_SHOWN) > 0:
        remarks.append(
            f"The first {MOST_SHOWN:,} sentences that look like claims are shown; "
            f"there are {left:,} more further on. Send that part alone to see them."
        )
    if (left := len(reading.references) - MOST_SHOWN) > 0:
        remarks.append(
            f"The first {MOST_SHOWN:,} of the works that it cites are listed, {left:,} "
            "are not."
        )
    shown = reading.suggestions[:MOST_SHOWN]
    return replace(reading, suggestions=shown, remarks=tuple(remarks))


def with_reasons(
    cards: Sequence[CheckedCard], worth: Iterable[Worth]
) -> list[CheckedCard]:
    """The cards, those most worth checking with why."""
    why = {one.place: one.why for one in worth}
    return [
        replace(card, why=why[place]) if place in why else card
        for place, card in enumerate(cards)
    ]


def works_under(
    reading: Reading, citations: Sequence[int], works: Sequence[CheckedWork]
) -> tuple[CheckedWork, ...]:
    """The works that a sentence cites, each once."""
    cited = dict.fromkeys(reading.citations[place].reference for place in citations)
    return tuple(works[reference] for reference in cited)


def works_of(reading: Reading, known: Mapping[int, KnownWork]) -> list[CheckedWork]:
    """Every cited work with the passages under it and the claims among them."""
    cited = sorted(
        (one.reference, place) for place, one in enumerate(reading.citations)
    )
    under = {
        reference: [place for _, place in pairs]
        for reference, pairs in groupby(cited, key=lambda pair: pair[0])
    }
    cards: dict[int, list[int]] = {}  # of a citation, by its place
    for card, suggestion in enumerate(reading.suggestions, start=1):
        for place in suggestion.citations:
            cards.setdefault(place, []).append(card)
    return [
        _work(reading, number, under.get(number, []), cards, known.get(number))
        for number in range(len(reading.references))
    ]


def _work(
    reading: Reading,
    number: int,
    places: list[int],
    cards: dict[int, list[int]],
    known: KnownWork | None,
) -> CheckedWork:
    spans = dict.fromkeys(reading.citations[place].covers for place in places)
    claims = {card for place in places for card in cards.get(place, ())}
    return CheckedWork(
        number=number + 1,
        entry=reading.references[number],
        known=known,
        passages=tuple(reading.document.text[start:end] for start, end in spans),
        claims=tuple(sorted(claims)),
    )
