"""Fourteen ways in which an entry of a list is wrong, and the honest ones beside them.

An ``Entry`` is what a list states; a fault is a function of a work, another work and
chance that gives the entry and the fields in which it has to be found wrong.
"""

from dataclasses import dataclass, replace

from benchmarks.faulty_lists.works import JOURNALS, Work, works
from bibliography.matching.titles import is_title

NEVER = works(400, seed=99)  # works that no service knows


@dataclass(frozen=True)
class Entry:
    """One entry as its list states it."""

    title: str
    authors: tuple[tuple[str, str], ...]
    year: int
    journal: str
    short: str
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    et_al: bool = False


def honest(work: Work, chance) -> Entry:
    """A work as somebody cites it who is right."""
    years = [work.year, *([work.online] if work.online else [])]
    authors, et_al = work.authors, False
    if len(authors) > 3 and chance.random() < 0.4:
        authors, et_al = authors[:3], True
    entry = Entry(
        title=work.title,
        authors=authors,
        year=chance.choice(years),
        journal=work.journal,
        short=work.short or work.journal,
        doi=work.doi if chance.random() < 0.5 else "",
        et_al=et_al,
    )
    if chance.random() < 0.8:
        entry = replace(entry, volume=work.volume, issue=work.issue, pages=work.pages)
    return entry


def _whole(work, chance):
    """The same with all authors."""
    return replace(honest(work, chance), authors=work.authors, et_al=False)


def identifier_of_another(work, other, chance):
    return replace(_whole(work, chance), doi=other.doi), {"identifier", "title"}


def identifier_of_none(work, other, chance):
    doi = f"10.5555/none.{chance.randrange(10**6)}"
    return replace(_whole(work, chance), doi=doi), {"identifier"}


def authors_missing(work, other, chance):
    left = list(work.authors)
    left.pop(chance.randrange(len(left)))
    return replace(_whole(work, chance), authors=tuple(left)), {"authors"}


def authors_swapped(work, other, chance):
    """In another order, or another work's."""
    if chance.random() < 0.5:
        return replace(_whole(work, chance), authors=other.authors), {"authors"}
    turned = (work.authors[1], work.authors[0], *work.authors[2:])
    return replace(_whole(work, chance), authors=turned), {"authors"}


def authors_placeholders(work, other, chance):
    names = (("Doe", "Jane"), ("Smith", "John"), ("Author", "Another"))
    some = names[: chance.choice((1, 2, 3))]
    return replace(_whole(work, chance), authors=some), {"authors"}


def title_near(work, other, chance):
    """One word left out, exchanged or added, or one letter another."""
    words = work.title.split()
    at = chance.randrange(1, len(words))
    kind = chance.randrange(4)
    if kind == 0:
        words[at] = "quiet" if words[at][-1].isalpha() else "quiet,"
    elif kind == 1:
        words.insert(at, "early")
    elif kind == 2:
        at = max(range(len(words)), key=lambda n: len(words[n]))
        words[at] = f"{words[at][:2]}z{words[at][3:]}"
    else:
        at = max(
            range(len(words)), key=lambda n: (len(words[n]) > 3, n < len(words) - 1)
        )
        words.pop(at)
    return replace(_whole(work, chance), title=" ".join(words)), {"title"}


def title_mixed(work, other, chance):
    mine, theirs = work.title.split(), other.title.split()
    title = " ".join([*mine[: len(mine) // 2], *theirs[len(theirs) // 2 :]])
    if is_title(title, work.title):
        title = " ".join([*theirs[: len(theirs) // 2], *mine[len(mine) // 2 :]])
    return replace(_whole(work, chance), title=title), {"title"}


def journal_of_another(work, other, chance):
    rest = [one for one in JOURNALS if not one.startswith(work.journal)]
    full, _, short = chance.choice(rest).partition(" = ")
    return replace(_whole(work, chance), journal=full, short=short), {"journal"}


def journal_of_none(work, other, chance):
    name = chance.choice(("Global Advances in Pebbles", "Journal of Nobody’s Studies"))
    return replace(_whole(work, chance), journal=name, short=name), {"journal"}


def year_wrong(work, other, chance):
    year = work.year + chance.choice((-6, -4, -3, 2, 3, 4))
    return replace(_whole(work, chance), year=year), {"year"}


def year_ahead(work, other, chance):
    return replace(_whole(work, chance), year=2031), {"year"}


def preprint_as_published(work, other, chance):
    full, _, short = chance.choice(JOURNALS).partition(" = ")
    entry = replace(_whole(work, chance), journal=full, short=short)
    return replace(entry, volume="12", issue="3", pages="100-109"), {"journal"}


def two_merged(work, other, chance):
    """The title of one and the authors and place of another."""
    entry = _whole(other, chance)
    doi = chance.choice(("", work.doi))
    fields = {"title", "authors", "journal", "year", "identifier"}
    return replace(entry, title=work.title, doi=doi), fields


def absent(work, other, chance):
    """A work that nobody knows, in a journal that there is."""
    return replace(honest(chance.choice(NEVER), chance), doi=""), set()


FAULTS = {
    "another’s identifier": identifier_of_another,
    "identifier of none": identifier_of_none,
    "authors missing": authors_missing,
    "authors swapped": authors_swapped,
    "authors placeholders": authors_placeholders,
    "title near": title_near,
    "title mixed": title_mixed,
    "journal of another": journal_of_another,
    "journal of none": journal_of_none,
    "year wrong": year_wrong,
    "year ahead": year_ahead,
    "preprint as published": preprint_as_published,
    "two works merged": two_merged,
    "absent": absent,
}
NEEDS_TWO = {"authors missing", "authors swapped"}


def fits(kind: str, work: Work) -> bool:
    """Whether a work can be cited wrongly in this way."""
    if kind in NEEDS_TWO and len({family for family, _ in work.authors}) < 2:
        return False
    return work.is_preprint == (kind == "preprint as published") or not (
        work.is_preprint or kind == "preprint as published"
    )
