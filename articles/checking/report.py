"""What a check found, as plain values: what is printed, and what a link keeps.

Sentences and entries stand in it as quoted passages; never the whole text.
"""

from dataclasses import dataclass
from datetime import date

from articles.checking.content import CheckedArticle, CheckedCard, CheckedWork
from claims.claims.known import KnownClaim


@dataclass(frozen=True)
class ReportedKnown:
    """A known claim that says the same, with its verdict on the day, as codes."""

    text: str
    address: str
    verdict: str
    certainty: str
    standing: str
    because: str


@dataclass(frozen=True)
class ReportedClaim:
    """A sentence that can be checked, and what stands out about it."""

    number: int
    text: str
    kind: str
    mode: str
    hedged: bool
    why: tuple[str, ...]
    flags: tuple[str, ...]
    rests_on: str
    works: tuple[str, ...]
    known: tuple[ReportedKnown, ...]


@dataclass(frozen=True)
class ReportedWork:
    """A cited work as its article states it, and what looking for it came to."""

    number: int
    label: str
    title: str
    authors: tuple[str, ...]
    year: int | None
    doi: str
    pmid: str
    state: str


@dataclass(frozen=True)
class Report:
    """All that a check found on one day; ``first`` are numbers of claims."""

    title: str
    author: str
    published: str
    words: int
    on: str  # ISO date
    summary: tuple[str, ...]
    first: tuple[int, ...]
    claims: tuple[ReportedClaim, ...]
    works: tuple[ReportedWork, ...]
    of: str = "article"

    @property
    def most_worth(self) -> list[ReportedClaim]:
        """The claims most worth checking, in the order to check them."""
        by_number = {claim.number: claim for claim in self.claims}
        return [by_number[number] for number in self.first if number in by_number]


def report_of(checked: CheckedArticle, on: date) -> Report:
    """The report of a checked article."""
    document = checked.reading.document
    return Report(
        title=document.title,
        author=document.author,
        published=document.published,
        words=document.words,
        on=on.isoformat(),
        summary=tuple(checked.summary),
        first=tuple(card.number for card in checked.first),
        claims=tuple(map(_claim, checked.cards)),
        works=tuple(map(_work, checked.works_shown)),
    )


def _claim(card: CheckedCard) -> ReportedClaim:
    return ReportedClaim(
        number=card.number,
        text=" ".join(card.text.split()),
        kind=card.kind_words,
        mode=card.suggestion.mode.label,
        hedged=card.suggestion.hedged,
        why=card.why,
        flags=tuple(flag.why for flag in card.flags),
        rests_on=card.rests_on,
        works=tuple(f"{work.label}: {work.state_words}" for work in card.works),
        known=tuple(map(_known, card.same)),
    )


def _known(known: KnownClaim) -> ReportedKnown:
    claim = known.claim
    return ReportedKnown(
        text=claim.text,
        address=f"/claims/{claim.pk}/",
        verdict=claim.verdict,
        certainty=claim.certainty,
        standing=claim.standing,
        because=claim.cant_say_words,
    )


def _work(work: CheckedWork) -> ReportedWork:
    entry = work.entry
    return ReportedWork(
        number=work.number,
        label=work.label,
        title=entry.title,
        authors=tuple(entry.authors),
        year=entry.year,
        doi=entry.doi,
        pmid=entry.pmid,
        state=work.state_words,
    )
