"""What is asked for when a cited work is looked for: the work as its list states it."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.citations.finding import is_searchable
from articles.reading.document import Author, ReferenceEntry
from articles.reading.suggesting.topic import topic_words
from bibliography.lookups import Citation
from texts.identifiers import normalise_doi


@dataclass(frozen=True)
class StatedWork:
    """A cited work as its article or list states it, without its words.

    ``number`` is its place in the list, from 1; ``authors`` are as "Family, Given", and
    ``all_authors`` where the list does not cut them at "et al."; ``about`` are topic
    words of the passages under it, for a work without a title.
    """

    number: int
    label: str
    authors: tuple[str, ...]
    year: int | None
    title: str
    journal: str
    volume: str
    page: str
    doi: str
    pmid: str
    pmcid: str = ""
    about: tuple[str, ...] = ()
    all_authors: bool = False

    @property
    def citation(self) -> Citation:
        return Citation(
            authors=self.authors,
            year=self.year,
            title=self.title,
            journal=self.journal,
            volume=self.volume,
            page=self.page,
            words=() if self.title else self.about,
            all_authors=self.all_authors,
        )

    @property
    def identifiers(self) -> dict[str, str]:
        """By scheme, those that services can be asked for."""
        stated = {
            "pmid": self.pmid,
            "doi": normalise_doi(self.doi) or "",
            "pmcid": self.pmcid,
        }
        return {scheme: value for scheme, value in stated.items() if value}

    @property
    def is_checkable(self) -> bool:
        """Whether it states enough to look for it."""
        return bool(self.identifiers) or is_searchable(self.citation)


def stated_work(
    number: int, label: str, entry: ReferenceEntry, passages: Sequence[str]
) -> StatedWork:
    """What is asked for of one entry of a list; ``passages`` stand under it."""
    return StatedWork(
        number=number,
        label=label,
        authors=tuple(map(_inverted, entry.people)),
        year=entry.year,
        title=entry.title,
        journal=entry.container,
        volume=entry.volume,
        page=entry.page,
        doi=entry.doi,
        pmid=entry.pmid,
        pmcid=entry.pmcid,
        about=() if entry.title else topic_words(" ".join(passages)),
        all_authors=bool(entry.people) and not entry.et_al,
    )


def _inverted(person: Author) -> str:
    return f"{person.surname}, {person.given}" if person.given else person.surname
