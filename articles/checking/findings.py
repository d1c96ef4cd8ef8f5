"""What looking for a stated work came to: plain values, kept by a job and shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.citations.looked_up import Candidate
from articles.words import Found, ListState
from bibliography.matching import Overall, Says
from bibliography.matching.journals import is_preprint_server
from bibliography.notices.actions import whole_day
from bibliography.notices.models import Noted, retraction_stands
from bibliography.records import UNCONFIRMED, NoticeKind, RecordType, Relation
from core.templatetags.footing import day


@dataclass(frozen=True)
class ComparedField:
    """One field of a work as it is stated, beside what services say of it."""

    name: str
    says: str
    stated: str
    found: str
    note: str
    told_by: tuple[str, ...]


@dataclass(frozen=True)
class ToldNotice:
    """A notice on the record found, by one source."""

    kind: str
    source: str
    dated: str


@dataclass(frozen=True)
class FoundRecord:
    """A record that may be the stated work, compared with it field by field."""

    title: str
    authors: tuple[str, ...]
    year: int | None
    journal: str
    volume: str
    issue: str
    pages: str
    type: str
    doi: str
    pmid: str
    told_by: tuple[str, ...]
    overall: str
    fields: tuple[ComparedField, ...]
    notices: tuple[ToldNotice, ...]
    published_as: str  # the DOI of the article that a preprint became
    retracted: bool
    reference: int | None  # ours, where it is one already

    @property
    def agrees(self) -> tuple[str, ...]:
        """The fields that agree."""
        return tuple(f.name for f in self.fields if f.says == Says.AGREES)

    @property
    def disagrees(self) -> tuple[str, ...]:
        """The fields that disagree."""
        return tuple(f.name for f in self.fields if f.says == Says.DISAGREES)

    @property
    def is_conflict(self) -> bool:
        """The identifier that is stated is this work's; the rest says another."""
        return self.overall == Overall.OTHER

    @property
    def is_later_version(self) -> bool:
        """Whether it is the article that a preprint, cited as that, became."""
        cited = {f.name: f.stated for f in self.fields}
        apart = {*self.disagrees} - {"journal", "year", "volume", "page", "identifier"}
        is_article = self.type != RecordType.PREPRINT and self.journal
        is_cited = is_preprint_server(cited.get("journal", ""))
        return bool(is_cited and is_article and not apart and "title" in self.agrees)

    @property
    def differing(self) -> list[ComparedField]:
        """What disagrees, with what was found instead and by whom."""
        return [f for f in self.fields if f.says == Says.DISAGREES]


@dataclass(frozen=True)
class Finding:
    """What looking for one work came to; ``state`` is a Found, "" where unsettled."""

    number: int
    label: str
    state: str
    records: tuple[FoundRecord, ...]
    answered: tuple[str, ...]  # services, as a page names them
    silent: tuple[str, ...]
    on: str  # ISO date
    nowhere: tuple[str, ...] = ()  # stated identifiers that no service has

    @property
    def is_retracted(self) -> bool:
        """Whether the one record that agrees in all is retracted."""
        agrees = self.state == Found.ONE_AGREES
        return agrees and any(one.retracted for one in self.records[:1])

    @property
    def list_state(self) -> ListState:
        """The state of the work in a list that is checked."""
        if self.state in _LIST_STATES:
            return _LIST_STATES[self.state]
        if not self.records:
            return ListState.NOT_CHECKED
        nearest = self.records[0]
        if nearest.disagrees and not nearest.is_later_version:
            return ListState.DIFFERS
        tells = "title" in nearest.agrees or "identifier" in nearest.agrees
        return ListState.AGREES if tells else ListState.NOT_CHECKABLE

    @property
    def words(self) -> str:
        """What came of it, as a sentence without its end."""
        where = f"{listed(self.answered)} on {day(self.on)}"
        if self.is_retracted:
            return "record found; it was retracted"
        if self.state == Found.ONE_AGREES:
            read = listed(self.records[0].agrees)
            return f"record found; it agrees in the fields read: {read}"
        if self.state == Found.CONFLICT:
            return "its identifier is another work’s"
        if self.state == Found.CANDIDATES:
            wrong = self.records[0].disagrees
            in_what = f"disagrees in {listed(wrong)}" if wrong else "not sure"
            return f"no record agrees in all; the nearest {in_what}"
        if self.state == Found.NOT_FOUND:
            return f"not found in {where}, which does not mean that it does not exist"
        if self.state == Found.NOT_CHECKABLE:
            return "states too little to look for it"
        return f"not settled: {listed(self.silent)} did not answer"

    @property
    def state_words(self) -> str:
        """The same in two or three words, to be counted."""
        if self.is_retracted:
            return "retracted"
        short = {
            Found.ONE_AGREES: "found",
            Found.CONFLICT: "with another work’s identifier",
            Found.CANDIDATES: "found only nearly",
            Found.NOT_FOUND: "not found",
            Found.NOT_CHECKABLE: "not checkable",
        }
        return short.get(self.state, "not settled")


_LIST_STATES = {
    Found.ONE_AGREES: ListState.AGREES,
    Found.CONFLICT: ListState.CONFLICT,
    Found.NOT_FOUND: ListState.NOT_FOUND,
    Found.NOT_CHECKABLE: ListState.NOT_CHECKABLE,
}


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them."""
    *first, last = words or ("nobody",)
    return f"{', '.join(first)} and {last}" if first else last


def record_of(candidate: Candidate, others: Sequence[Candidate] = ()) -> FoundRecord:
    """A candidate as plain values; ``others`` were found for the same work."""
    record, identifiers = candidate.record, dict(sorted(candidate.identifiers))
    return FoundRecord(
        title=record.title,
        authors=tuple(map(str, record.authors)),
        year=record.year,
        journal=record.journal,
        volume=record.volume,
        issue=record.issue,
        pages=record.pages,
        type=str(record.type),
        doi=record.doi or identifiers.get("doi", ""),
        pmid=record.pmid or identifiers.get("pmid", ""),
        told_by=tuple(candidate.told_in_words.split(", ")),
        overall=candidate.overall,
        fields=tuple(
            ComparedField(f.field, f.says, f.cited, f.found, f.note, f.told_by)
            for f in candidate.fields
        ),
        notices=tuple(
            ToldNotice(n["kind"], n["source"], n["dated"])
            for n in candidate.all_notices
        ),
        published_as=_published_as(candidate, others),
        retracted=_is_retracted(candidate),
        reference=candidate.reference,
    )


def _is_retracted(candidate: Candidate) -> bool:
    """Whether the notices told of a candidate leave it retracted.

    A reinstatement without a day undoes what is told beside it.
    """
    told = sorted(
        candidate.all_notices, key=lambda n: n["kind"] == NoticeKind.REINSTATEMENT
    )
    return retraction_stands(
        Noted(place, n["kind"], whole_day(n["dated"]), n["source"] not in UNCONFIRMED)
        for place, n in enumerate(told)
    )


def _published_as(candidate: Candidate, others: Sequence[Candidate]) -> str:
    """The DOI of the article that a preprint became, as far as anybody tells."""
    if candidate.record.type is not RecordType.PREPRINT:
        return ""
    for related in candidate.related:
        if related.relation is Relation.PREPRINT_OF:
            return related.doi
    articles = (
        other.record.doi
        for other in others
        if other.record.type is not RecordType.PREPRINT
        and {"title", "authors"} <= set(other.agrees)
    )
    return next(filter(None, articles), "")
