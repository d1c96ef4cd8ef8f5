"""What a lookup asks for, and how an answer is put together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studies.lookups.http import LookupFailed
from studies.records import LookupAnswer, LookupStatus, NoticeFound, Record
from studies.text import normalise_doi, normalise_pmid, normalise_title


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited work as far as an article states it; "" and None are not stated."""

    authors: tuple[str, ...] = ()  # family names, the first author first
    year: int | None = None
    title: str = ""
    journal: str = ""
    words: tuple[str, ...] = ()  # what the work is said to be about

    def __str__(self) -> str:
        """The citation in a few words, as a query is shown."""
        year = [str(self.year)] if self.year else []
        parts = (*self.authors, *year, self.title, self.journal, *self.words)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Found:
    """What a client read out of a service's bytes."""

    records: tuple[Record, ...] = ()
    notices: tuple[NoticeFound, ...] = ()
    sha256: str = ""


_NORMALISED: dict[str, Callable[[str], str | None]] = {
    "doi": normalise_doi,
    "pmid": normalise_pmid,
}


def normalised(scheme: str, value: str) -> str | None:
    """An identifier as the records hold it."""
    return _NORMALISED.get(scheme, str.strip)(value) or None


def answered(
    service: str, query: str, asked_at: str, ask: Callable[[], Found]
) -> LookupAnswer:
    """The answer to a search by citation: candidates, none, or why it failed."""
    try:
        found = ask()
    except LookupFailed as error:
        return LookupAnswer(
            service, query, asked_at, LookupStatus.FAILED, reason=str(error)
        )
    status = LookupStatus.CANDIDATES if found.records else LookupStatus.NONE
    return LookupAnswer(
        service, query, asked_at, status, found.records, found.notices, found.sha256
    )


def answered_for(
    identifier: tuple[str, str],
    service: str,
    asked_at: str,
    ask: Callable[[], Found],
) -> LookupAnswer:
    """The answer to a question by identifier.

    A record that does not carry the identifier asked for is a candidate with a remark,
    not a find: services answer with merged and mistaken records.
    """
    scheme, value = identifier
    answer = answered(service, f"{scheme}:{value}", asked_at, ask)
    if answer.status is not LookupStatus.CANDIDATES:
        return answer
    carrying = tuple(r for r in answer.candidates if identifier in r.identifiers)
    if carrying:
        return LookupAnswer(
            service,
            answer.query,
            asked_at,
            LookupStatus.FOUND,
            carrying,
            tuple(n for n in answer.notices if any(map(n.is_about, carrying))),
            answer.sha256,
        )
    return LookupAnswer(
        service,
        answer.query,
        asked_at,
        LookupStatus.CANDIDATES,
        answer.candidates,
        (),
        answer.sha256,
        f"{service} answered with a record that does not have the {scheme.upper()}"
        f" {value}.",
    )


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
