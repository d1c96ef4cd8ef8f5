"""What the page of a checked article shows; nothing of it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db import OperationalError, connection, transaction

from articles.citations.cited import label_of
from articles.marking import Mark, MarkedBlock, marked_blocks
from articles.reading.document import Flag, Reading, ReferenceEntry, Suggestion
from articles.reading.suggesting.wording import CITES_NOTHING
from claims.models import Claim

MOST_COMPARED = 60  # suggestions looked up among the known claims
PATIENCE = 800  # milliseconds for looking them up


@dataclass(frozen=True)
class CheckedCard:
    """One sentence that looks like a claim, and what stands out about it."""

    number: int
    suggestion: Suggestion
    text: str
    cites: list[str]
    known: Claim | None

    @property
    def kind_words(self) -> str:
        kinds = filter(None, (self.suggestion.kind, self.suggestion.also_kind))
        return " or ".join(kind.label for kind in kinds)

    @property
    def flags(self) -> list[Flag]:
        """What is worth checking; that it cites nothing is said elsewhere."""
        return [f for f in self.suggestion.flags if f.rule != CITES_NOTHING.rule]


@dataclass(frozen=True)
class CheckedWork:
    """One cited work as the article states it, and where it is cited."""

    number: int
    entry: ReferenceEntry
    passages: list[str]
    claims: list[int]  # numbers of the cards

    @property
    def label(self) -> str:
        return label_of(self.entry)


@dataclass(frozen=True)
class CheckedArticle:
    """An article's audit; ``compared`` tells whether known claims were looked up."""

    reading: Reading
    cards: list[CheckedCard]
    works: list[CheckedWork]
    blocks: list[MarkedBlock]
    compared: bool

    @property
    def citing(self) -> int:
        return sum(bool(card.cites) for card in self.cards)

    @property
    def citing_nothing(self) -> int:
        return len(self.cards) - self.citing


def checked_article(reading: Reading) -> CheckedArticle:
    """Put a reading beside the claims that are known; a few queries, none that waits.

    Offsets count code points of the article's text.
    """
    document = reading.document
    texts = [document.text[one.start : one.end] for one in reading.suggestions]
    known = known_claims(texts[:MOST_COMPARED])
    cards = [
        CheckedCard(
            number=number,
            suggestion=suggestion,
            text=text,
            cites=labels(reading, suggestion.citations),
            known=(known or {}).get(number),
        )
        for number, (suggestion, text) in enumerate(
            zip(reading.suggestions, texts, strict=True), start=1
        )
    ]
    marks = [Mark(c.suggestion.start, c.suggestion.end, c) for c in cards]
    blocks = [(str(b.kind), b.start, b.end, b.level) for b in document.blocks]
    return CheckedArticle(
        reading=reading,
        cards=cards,
        works=works(reading),
        blocks=marked_blocks(document.text, blocks, marks),
        compared=known is not None,
    )


def known_claims(texts: Sequence[str]) -> dict[int, Claim] | None:
    """The known claim most like each text, by the text's number from 1.

    None where the database did not answer in time: then nothing was compared.
    """
    try:
        with transaction.atomic():
            _be_patient_for(f"{PATIENCE}ms")
            found = {claim.asked: claim for claim in Claim.objects.nearest_to(texts)}
            _be_patient_for("DEFAULT")
    except OperationalError:
        return None
    return found


def _be_patient_for(time: str) -> None:
    with connection.cursor() as cursor:
        words = time if time == "DEFAULT" else f"'{time}'"
        cursor.execute(f"SET LOCAL statement_timeout TO {words}")


def labels(reading: Reading, citations: Sequence[int]) -> list[str]:
    """What a sentence cites, each work once."""
    named = []
    for place in citations:
        citation = reading.citations[place]
        named.append(label_of(reading.references[citation.reference]))
    return list(dict.fromkeys(named))


def works(reading: Reading) -> list[CheckedWork]:
    """Every cited work with the passages under it and the claims among them."""
    cited = sorted(
        (one.reference, place) for place, one in enumerate(reading.citations)
    )
    under = {
        reference: [place for _, place in pairs]
        for reference, pairs in groupby(cited, key=lambda pair: pair[0])
    }
    return [
        _work(reading, number, entry, under.get(number, []))
        for number, entry in enumerate(reading.references)
    ]


def _work(
    reading: Reading, number: int, entry: ReferenceEntry, places: list[int]
) -> CheckedWork:
    spans = dict.fromkeys(reading.citations[place].covers for place in places)
    return CheckedWork(
        number=number + 1,
        entry=entry,
        passages=[reading.document.text[start:end] for start, end in spans],
        claims=[
            card
            for card, suggestion in enumerate(reading.suggestions, start=1)
            if set(places) & set(suggestion.citations)
        ],
    )
