"""The invented works behind the fake services, found by the words asked for."""

import re
from dataclasses import dataclass, field

from tests.fakes import services as fake
from texts.titles import normalise_title

MOST = 10


@dataclass
class Library(fake.Services):
    """Fake services that search as real ones do: the most words in common first."""

    listed: list = field(default_factory=list)  # the benchmark's own works
    words: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self):
        self.works = [as_served(work) for work in self.listed]
        self.words = {
            work.doi: set(normalise_title(f"{work.title} {_names(work)}").split())
            for work in self.works
        }

    def matching(self, text):
        """The works with the most words of a query; all of them where "AND" joins."""
        asked = [word for word in normalise_title(text).split() if len(word) > 3]
        required = set(re.findall(r"(\w+)\[ti\]", text.lower()))
        scored = [
            (len(self.words[work.doi].intersection(asked)), -at, work)
            for at, work in enumerate(self.works)
            if required <= self.words[work.doi]
        ]
        best = sorted(scored, key=lambda one: one[:2], reverse=True)[:MOST]
        return [work for score, _, work in best if score > 2]


def _names(work):
    return " ".join(family for family, _ in work.authors)


def as_served(work):
    """A work as the fake services take it."""
    return fake.Work(
        doi=work.doi,
        pmid=work.pmid,
        title=work.title,
        authors=work.authors,
        year=work.year,
        journal=work.journal,
        short=work.short,
        volume=work.volume,
        pages=work.pages,
        online=work.online,
        type="posted-content" if work.is_preprint else "journal-article",
    )
