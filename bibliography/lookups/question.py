"""What a lookup asks for, and how an answer is put together."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bibliography.formats.fields import read_date
from bibliography.lookups.http import Answer, LookupFailed
from bibliography.records import LookupAnswer, LookupStatus, NoticeFound, Record
from texts.identifiers import normalise_doi, normalise_pmid
from texts.titles import normalise_title, plain_text

LONGEST_NUMBER = 300  # characters of an identifier
_PLACE = re.compile(r"[\w.-]{1,20}")  # a volume or a page, in no query a sign


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited work as far as an article states it; "" and None are not stated."""

    authors: tuple[str, ...] = ()  # family names, the first author first
    year: int | None = None
    title: str = ""
    journal: str = ""
    volume: str = ""
    page: str = ""  # the first one, or the article's number
    words: tuple[str, ...] = ()  # what the work is said to be about
    all_authors: bool = (
        False  # those named are all: not cut at "et al.", as far as known
    )

    def __str__(self) -> str:
        """The citation in a few words, as a query is shown."""
        year = [str(self.year)] if self.year else []
        place = f"{self.volume}:{self.page}" if self.is_placed else ""
        parts = (*self.authors, *year, self.title, self.journal, place, *self.words)
        return ", ".join(part for part in parts if part)

    @property
    def is_placed(self) -> bool:
        """Whether it says where the work stands in its journal: volume and page."""
        return bool(_PLACE.fullmatch(self.volume) and _PLACE.fullmatch(self.page))


@dataclass(frozen=True, slots=True)
class Found:
    """What a client read out of a service's bytes, and when those came."""

    records: tuple[Record, ...] = ()
    notices: tuple[NoticeFound, ...] = ()
    sha256: str = ""
    asked_at: datetime | None = None  # None: nobody was asked


_NORMALISED: dict[str, Callable[[str], str | None]] = {
    "doi": normalise_doi,
    "pmid": normalise_pmid,
}


def normalised(scheme: str, value: str) -> str | None:
    """An identifier as the records hold it."""
    return _NORMALISED.get(scheme, str.strip)(value) or None


def found_in(
    answer: Answer,
    records: Iterable[Record] = (),
    notices: Iterable[NoticeFound] = (),
) -> Found:
    """What was read out of an answer; a record that names no work is none.

    A number longer than any there is goes: it could be neither kept nor matched.
    """
    works = (
        replace(record, identifiers=tuple(filter(_is_a_number, record.identifiers)))
        for record in records
    )
    told = (
        notice
        if _is_a_number(("doi", notice.notice_doi or ""))
        else replace(notice, notice_doi=None)
        for notice in notices
    )
    return Found(
        tuple(record for record in works if record.title or record.identifiers),
        tuple(told),
        answer.sha256,
        answer.asked_at,
    )


def _is_a_number(identifier: tuple[str, str]) -> bool:
    return len(identifier[1]) <= LONGEST_NUMBER


def the_one_in(answer: Answer, found: Found) -> Found:
    """The same, of an answer that has to hold a record. Raises ``LookupFailed``."""
    if found.records:
        return found
    raise LookupFailed(
        f"{answer.service} answered with a record that has no title and no number."
    )


def answered(
    service: str, query: str, now: datetime, ask: Callable[[], Found]
) -> LookupAnswer:
    """The answer to a search by citation: candidates, none, or why it failed."""
    try:
        found = ask()
    except LookupFailed as error:
        return LookupAnswer(service, query, now, LookupStatus.FAILED, reason=str(error))
    return LookupAnswer(
        service,
        query,
        found.asked_at or now,
        LookupStatus.CANDIDATES if found.records else LookupStatus.NONE,
        found.records,
        found.notices,
        found.sha256,
    )


def answered_for(
    identifier: tuple[str, str],
    service: str,
    now: datetime,
    ask: Callable[[], Found],
) -> LookupAnswer:
    """The answer to a question by identifier.

    A record that does not carry the identifier asked for is a candidate with a remark,
    not a find: services answer with merged and mistaken records.
    """
    scheme, value = identifier
    answer = answered(service, f"{scheme}:{value}", now, ask)
    if answer.status is not LookupStatus.CANDIDATES:
        return answer
    carrying = tuple(r for r in answer.candidates if identifier in r.identifiers)
    if carrying:
        return replace(
            answer,
            status=LookupStatus.FOUND,
            candidates=carrying,
            notices=tuple(n for n in answer.notices if any(map(n.is_about, carrying))),
        )
    return replace(
        answer,
        notices=(),
        reason=f"{service} answered with a record that does not have the"
        f" {scheme.upper()} {value}.",
    )


def as_old_as(earlier: datetime | None, found: Found) -> Found:
    """What was found, as old as the oldest answer it rests on."""
    times = [at for at in (earlier, found.asked_at) if at]
    return replace(found, asked_at=min(times, default=None))


def stated_text(value: Any) -> str:
    """A value of an answer as one line of text: a text, or a number in its place."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return plain_text(value) if isinstance(value, str) else ""


def stated_date(value: Any) -> str:
    """The day, month or year of a {"date-parts": [[2014, 5, 4]]}; "" where it is none.

    That is how Crossref writes every date.
    """
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list):
        return ""
    return read_date("-".join(str(part) for part in first if part))


def objects_in(value: Any) -> Iterable[Mapping[str, Any]]:
    """The objects of what should be a list of them; whatever else is passed over."""
    items = value if isinstance(value, list) else []
    return (item for item in items if isinstance(item, Mapping))


def telling_words(texts: Iterable[str], most: int = 8) -> list[str]:
    """The words of some texts worth searching for: the longer ones, each once."""
    words = dict.fromkeys(
        word for text in texts for word in normalise_title(text).split()
    )
    return [word for word in words if len(word) > 3 and word not in _COMMON][:most]


_COMMON = frozenset(
    {"with", "from", "that", "this", "using", "study", "trial", "effect", "effects"}
    | {
        "based",
        "after",
        "during",
        "versus",
        "than",
        "into",
        "their",
        "among",
        "between",
    }
)
