"""Whether a person may be partial to what they would judge: a pure function."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from accounts.profiles.words import InterestKind
from bibliography.matching.names import same_family
from evidence.people.words import ConflictRule
from texts.identifiers import (
    find_isrctn,
    find_nct,
    normalise_doi,
    normalise_orcid,
    normalise_pmid,
)
from texts.names import Name, split_name
from texts.rules import RuleEffect, RuleEntry
from texts.titles import fold, normalise_title

RULE_ENTRIES = (
    RuleEntry(
        "people.conflicts",
        "Who brought a claim in, wrote a study or an article, or has to do with its "
        "outlet, funder or affiliation, is kept from judging it, asked first or noted, "
        "as this site sets; a name alone is asked about.",
        RuleEffect.REFUSES,
        "Footing",
    ),
)
SHORTEST = 4  # letters of a name that is looked for within other words


@dataclass(frozen=True)
class Declared:
    """One declared interest, as it was written."""

    kind: str
    name: str
    identifier: str = ""


@dataclass(frozen=True)
class Person:
    """What is known of who would judge."""

    id: int
    name: str
    orcid: str = ""
    affiliation: str = ""
    interests: tuple[Declared, ...] = ()

    @property
    def studies(self) -> list[Declared]:
        """The studies that they declare as their own."""
        return [each for each in self.interests if each.kind == InterestKind.STUDY]


@dataclass(frozen=True)
class Text:
    """An article that makes the claim."""

    title: str
    url: str = ""
    outlet: str = ""
    outlet_address: str = ""
    brought_by: int | None = None


@dataclass(frozen=True)
class Author:
    """An author of a report; the ORCID iD where the record has it."""

    name: Name
    orcid: str = ""


@dataclass(frozen=True)
class Written:
    """A report of a study: its reference, authors and identifiers.

    ``is_own`` is what the person answered, None where they were not asked.
    """

    reference: int
    title: str
    authors: tuple[Author, ...] = ()
    identifiers: frozenset[str] = frozenset()
    is_own: bool | None = None


@dataclass(frozen=True)
class Investigation:
    """A study that would be judged, or that a claim rests on."""

    label: str
    title: str = ""
    registration: str = ""
    funding: str = ""
    interests: str = ""
    reports: tuple[Written, ...] = ()


@dataclass(frozen=True)
class Subject:
    """What would be judged: a claim with its articles and studies, or one study."""

    added_by: int | None = None
    articles: tuple[Text, ...] = ()
    studies: tuple[Investigation, ...] = ()


@dataclass(frozen=True)
class Conflict:
    """One conflict: by which rule, and what meets what. ``reference`` is asked about.

    ``because`` is a sentence about the person, in the third person.
    """

    rule: ConflictRule
    because: str
    reference: int | None = None


def conflicts_between(person: Person, subject: Subject) -> list[Conflict]:
    """All conflicts of a person with what they would judge, the first of each rule.

    Names of outlets are the same where they fold to the same words; an organisation's
    is looked for as whole words in what a study says of its funding and interests. An
    author is the person by ORCID iD or by their own answer; by name alone they may be:
    family names that compare equal, first initials and ORCID iDs that do not differ.
    """
    found: dict[ConflictRule, Conflict] = {}
    for each in _all(person, subject):
        found.setdefault(each.rule, each)
    return list(found.values())


def _all(person: Person, subject: Subject) -> Iterator[Conflict]:
    yield from _submitted(person, subject)
    for article in subject.articles:
        yield from _with_article(person, article)
    own = split_name(person.name)
    for study in subject.studies:
        yield from _written(person, own, study)
        yield from _paid(person, study)


def _submitted(person: Person, subject: Subject) -> Iterator[Conflict]:
    rule = ConflictRule.OWN_SUBMISSION
    if subject.added_by == person.id:
        yield Conflict(rule, f"{person.name} added the claim.")
    for article in subject.articles:
        if article.brought_by == person.id:
            yield Conflict(rule, f"{person.name} brought in “{article.title}”.")


def _with_article(person: Person, article: Text) -> Iterator[Conflict]:
    for each in person.interests:
        if each.kind == InterestKind.ARTICLE and _is_article(each, article):
            because = f"{person.name} declares to have written “{article.title}”."
            yield Conflict(ConflictRule.OWN_ARTICLE, because)
        if each.kind == InterestKind.OUTLET and _is_outlet(each, article):
            because = f"{person.name} declares an interest in {each.name}, its outlet."
            yield Conflict(ConflictRule.OWN_OUTLET, because)
        if each.kind == InterestKind.ORGANISATION and _same(each.name, article.outlet):
            because = f"{person.name} declares {each.name}, its outlet."
            yield Conflict(ConflictRule.OWN_OUTLET, because)
    if _same(person.affiliation, article.outlet):
        because = f"{person.name} works at {article.outlet}, its outlet."
        yield Conflict(ConflictRule.AFFILIATION, because)


def _written(person: Person, own: Name, study: Investigation) -> Iterator[Conflict]:
    if any(_is_study(each, study) for each in person.studies):
        because = f"{person.name} declares the study {study.label} as their own."
        yield Conflict(ConflictRule.OWN_STUDY, because)
    for report in study.reports:
        what = f"“{report.title or study.label}”"
        answer = report.is_own
        orcids = {normalise_orcid(author.orcid) for author in report.authors}
        namesakes = (a for a in report.authors if not _is_another(person, a))
        if answer or (person.orcid and person.orcid in orcids):
            how = "by ORCID iD" if answer is None else "as they say"
            because = f"{person.name} wrote {what}, {how}."
            yield Conflict(ConflictRule.OWN_STUDY, because)
        elif answer is None and any(_may_be(own, a.name) for a in namesakes):
            because = f"An author of {what} has the name of {person.name}."
            yield Conflict(ConflictRule.SAME_NAME, because, report.reference)


def _paid(person: Person, study: Investigation) -> Iterator[Conflict]:
    says = f"{study.funding}\n{study.interests}"
    for each in person.interests:
        if each.kind == InterestKind.ORGANISATION and _within(each.name, says):
            because = f"{study.label} names {each.name}, which {person.name} declares."
            yield Conflict(ConflictRule.OWN_FUNDER, because)
    if _within(person.affiliation, says):
        because = (
            f"{study.label} names {person.affiliation}, where {person.name} works."
        )
        yield Conflict(ConflictRule.AFFILIATION, because)


# --- what is the same ---


def _is_article(declared: Declared, article: Text) -> bool:
    address = declared.identifier.rstrip("/")
    by_address = bool(address) and _bare(address) == _bare(article.url)
    return by_address or _same(declared.name, article.title)


def _is_outlet(declared: Declared, article: Text) -> bool:
    host = _host(declared.identifier)
    hosts = {_host(article.outlet_address), _host(article.url)} - {""}
    return host in hosts if host else _same(declared.name, article.outlet)


def _is_study(declared: Declared, study: Investigation) -> bool:
    named = identifiers_in(declared.identifier)
    if named:
        own = identifiers_in(study.registration)
        return bool(named & own.union(*(each.identifiers for each in study.reports)))
    titles = [study.label, study.title, *(each.title for each in study.reports)]
    return any(_same(declared.name, title) for title in titles)


def identifiers_in(text: str) -> frozenset[str]:
    """The identifiers that a text is or holds, each as it is compared."""
    alone = {normalise_doi(text), normalise_pmid(text)}
    return frozenset(filter(None, alone)) | {*find_nct(text), *find_isrctn(text)}


def _is_another(person: Person, author: Author) -> bool:
    """Whether an author is another person, by ORCID iD, whatever their name."""
    stated = normalise_orcid(author.orcid)
    return bool(person.orcid and stated and stated != person.orcid)


def _may_be(own: Name, author: Name) -> bool:
    if author.is_group or not same_family(own, author):
        return False
    initials = [fold(name.given.strip())[:1] for name in (own, author)]
    return not all(initials) or initials[0] == initials[1]


def _same(one: str, other: str) -> bool:
    return bool(one and other) and _words(one) == _words(other) != ""


def _within(name: str, text: str) -> bool:
    wanted = _words(name)
    if len(wanted) < SHORTEST:
        return False
    return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", _words(text)) is not None


def _words(text: str) -> str:
    return normalise_title(text)


def _bare(address: str) -> str:
    """An address without what is alike of all: "footing.example/page"."""
    return re.sub(r"^https?://(www\.)?", "", address.strip().rstrip("/"), flags=re.I)


def _host(address: str) -> str:
    written = address.strip()
    if not re.match(r"https?://", written, re.I):
        written = f"https://{written}" if "." in written else ""
    try:
        host = urlsplit(written).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
