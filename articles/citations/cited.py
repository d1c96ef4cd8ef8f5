"""The works an article cites, kept as the same rows from capture to capture."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from articles.models import ArticleVersion, CitedWork, CitedWorkEntry
from articles.reading.anchoring.similarity import shared_words
from articles.reading.document import Reading, ReferenceEntry
from core.actions import unsaid
from texts.identifiers import normalise_doi
from texts.names import surname_key
from texts.titles import fold, normalise_title

_SAME_TITLE = 0.5  # words two spellings of one title share at the least
_LONGEST = {"label": 200, "doi": 300, "pmid": 20}
_LONGEST |= {"volume": 40, "issue": 40, "page": 40}
_STATED = ("title", "journal", "volume", "issue", "page", "doi", "pmid")


def store_works(
    version: ArticleVersion, reading: Reading, *, is_first: bool
) -> list[CitedWork]:
    """Store what a capture cites; return each citation's work, in the reading's order.

    A work that an earlier capture cites keeps its row, and learns what it did not
    state before; each capture's own list entries are kept as they stand.
    """
    entries = reading.references
    known = [] if is_first else _standing(version)
    works = _matched(known, entries)
    learned = [
        work
        for work, entry in zip(works, entries, strict=True)
        if work is not None and _learns(work, entry)
    ]
    if learned:
        fields = ["authors", "all_authors", *_STATED]
        CitedWork.objects.bulk_update(learned, fields)
    made = [
        work or _new_work(version, entry)
        for work, entry in zip(works, entries, strict=True)
    ]
    CitedWork.objects.bulk_create([work for work in made if work.pk is None])
    CitedWorkEntry.objects.bulk_create(
        CitedWorkEntry(version=version, cited_work=work, number=number, raw=entry.raw)
        for number, (work, entry) in enumerate(zip(made, entries, strict=True), start=1)
    )
    return [made[citation.reference] for citation in reading.citations]


def label_of(entry: ReferenceEntry) -> str:
    """What a cited work is called: surname and year, else its title or its own words.

    A number in a list is no name: it changes with the list. Without an entry it is
    all there is.
    """
    if entry.label and not (entry.raw or entry.title):
        return f"{entry.label}, reference not given"[: _LONGEST["label"]]
    if entry.label and not re.fullmatch(r"\W*\d{1,4}\W*", entry.label):
        return entry.label[: _LONGEST["label"]]
    if entry.authors and entry.year:
        return f"{entry.authors[0]} {entry.year}"[: _LONGEST["label"]]
    label = entry.title or " ".join(entry.raw.split()) or entry.label
    return (label or "unnamed")[: _LONGEST["label"]]


def _new_work(version: ArticleVersion, entry: ReferenceEntry) -> CitedWork:
    facts = _facts(entry)
    nameless = not (facts["doi"] or facts["pmid"] or facts["title"])
    unsearchable = nameless and not (entry.authors and entry.year)
    return CitedWork(
        article_id=version.article_id,
        label=label_of(entry),
        year=entry.year,
        found=CitedWork.Found.NOT_CHECKABLE
        if unsearchable
        else CitedWork.Found.NOT_CHECKED,
        **facts,
    )


def _facts(entry: ReferenceEntry) -> dict[str, Any]:
    """What an entry states; a number too long to be one is left in its words."""
    stated = {name: getattr(entry, name) for name in _STATED}
    stated["doi"] = normalise_doi(entry.doi) or ""
    for name, longest in _LONGEST.items():
        if len(stated.get(name, "")) > longest:
            stated[name] = ""
    whole = bool(entry.title and entry.authors) and not entry.et_al
    return {"authors": list(entry.authors), "all_authors": whole, **stated}


def _learns(work: CitedWork, entry: ReferenceEntry) -> bool:
    """Fill what a known work did not state; a person's decision closes it."""
    if work.decision != CitedWork.Decision.NONE:
        return False
    facts = _facts(entry)
    changes = unsaid(work, facts)
    if work.journal and (facts["journal"] or work.journal) != work.journal:
        for name in ("volume", "issue", "page"):  # of another journal
            changes.pop(name, None)
    changes.pop("all_authors", None)
    if len(facts["authors"]) > len(work.authors):
        changes["authors"] = facts["authors"]
        changes["all_authors"] = facts["all_authors"]
    for name, value in changes.items():
        setattr(work, name, value)
    return bool(changes)


def _standing(version: ArticleVersion) -> list[CitedWork]:
    return list(
        CitedWork.objects.filter(article=version.article_id, merged_into=None).order_by(
            "pk"
        )
    )


def _matched(
    known: Iterable[CitedWork], entries: Sequence[ReferenceEntry]
) -> list[CitedWork | None]:
    """The known work of each entry, strongest agreement first; each work once."""
    left = list(known)
    found: list[CitedWork | None] = [None] * len(entries)
    for strength in range(4):
        by_key: dict[object, list[CitedWork]] = {}
        for work in left:
            key = _keys(work, work.label)[strength]
            if key:
                by_key.setdefault(key, []).append(work)
        for index, entry in enumerate(entries):
            if found[index] is not None:
                continue
            key = _keys(entry, label_of(entry))[strength]
            options = by_key.get(key, []) if key else []
            choice = next((w for w in options if _may_be(w, entry)), None)
            if choice is not None:
                options.remove(choice)
                found[index] = choice
        taken = {work.pk for work in found if work is not None}
        left = [work for work in left if work.pk not in taken]
    return found


def _keys(thing: CitedWork | ReferenceEntry, label: str) -> tuple[object, ...]:
    """What two records of one work may agree in, the strongest first."""
    return tuple(_each_key(thing, label))


def _each_key(thing: CitedWork | ReferenceEntry, label: str) -> Iterator[object]:
    yield (normalise_doi(thing.doi) if thing.doi else None) or thing.pmid
    yield normalise_title(thing.title)
    named = thing.authors and thing.year
    yield (surname_key(thing.authors[0]), thing.year, fold(label)) if named else None
    yield (surname_key(thing.authors[0]), thing.year) if named else fold(label)


def _may_be(work: CitedWork, entry: ReferenceEntry) -> bool:
    """Whether nothing that both state says that they are two works."""
    doi = normalise_doi(entry.doi) if entry.doi else None
    if doi and work.doi and doi != work.doi:
        return False
    if entry.pmid and work.pmid and entry.pmid != work.pmid:
        return False
    if entry.title and work.title:
        return shared_words(entry.title, work.title) >= _SAME_TITLE
    return True
