"""What a person means who types an identifier, an address, "Kim 2016" or a reference.

Such words name one thing; the search leads straight to it and to what uses it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.db.models.functions import Left

from articles.articles.queries import articles_with_claims
from articles.reading.lists.entries import parse_entry
from bibliography.matching.titles import is_generic_title, same_title
from bibliography.models import Reference
from bibliography.references.models import KEY_LENGTH
from core.models import KeptModel
from evidence.claims.queries import claims_with_evidence
from studies.models import Study, Topic
from texts.identifiers import (
    find_isrctn,
    find_nct,
    normalise_doi,
    normalise_isbn,
    normalise_pmcid,
    normalise_pmid,
)
from texts.names import surname_key
from texts.search_queries import FEWEST_OF_A_REFERENCE
from texts.titles import normalise_title

MOST = 10  # of each kind that use what is meant
MOST_NAMED = 5  # at once, parted by semicolons
LONGEST_NAME = 80  # characters of one of these
MOST_OF_AN_AUTHOR = 50  # and a year, whose titles are read
_HOST = r"(?:https?://)?(?:[\w-]+(?:\.[\w-]+)+|localhost|\[[\da-f:]+\])(?::\d+)?"
_ADDRESS = re.compile(
    rf"(?:{_HOST})?/?(?:api/v1/)?(claims|studies|references|articles|topics)/"
    r"(\d{1,18})(?:[/?#]\S*)?",
    re.I,
)
_LABELLED_PMID = re.compile(
    r"(?:pmid|pubmed)(?![a-z]).*\d|\S*pubmed\S*/\d+/?(?:[?#]\S*)?", re.I
)
_LABEL = re.compile(r"(?:doi|pmcid|isrctn|nct(?: number)?)\s*[:=]\s*(?=\S)", re.I)
_TAG = re.compile(r"\s*\[(?:pmid|uid|pmcid|doi|aid|lid|si)\]$", re.I)  # PubMed's
_SET_IN = " \"“”'‘’.,;"  # in running text
_BRACKETS = {"<": ">", "(": ")", "[": "]"}
# What stands around an author and a year in a text: where, and which words.
_SEE = re.compile(r"^(?:see(?: also)?|cf\.?|e\.g\.|i\.e\.)[\s,:]+", re.I)
_PAGES = re.compile(
    r"(?<=\d)[a-z]?\)?(?:,?\s*\(?pp?\.?\s*|\s*:\s*)\d+(?:\s*[-–]\s*\d+)?\)?$", re.I
)
_HAS_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BARE_PMID = re.compile(r"\d{5,8}")
_BEHIND_THE_TITLE = re.compile(r"\.?\s+//\s+")  # where journals are named so
_AUTHOR_YEAR = re.compile(
    r"(?P<author>[^\W\d_][^\d,;:(]{0,60}?)(?:,\s+[^\W\d_][^\d,;:(&]{0,60}?){0,9}?"
    r"(?:,?\s+et\s+al\.?|\s+and\s+(?:others|"
    r"colleagues|coworkers)|,?\s+(?:&|and)\s+(?P<other>[^\W\d_][^\d,;:(]{0,60}?))?"
    r"[\s,]*\(?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\)?\.?",
    re.I,
)


@dataclass(frozen=True)
class Straight:
    """What is meant, and what uses it; ``named``: what kind of name was typed."""

    named: str
    meant: tuple[KeptModel, ...] = ()
    uses: tuple[KeptModel, ...] = ()

    @property
    def is_unknown(self) -> bool:
        return not self.meant


@dataclass
class _Meant:
    references: QuerySet = field(default_factory=Reference.objects.none)
    studies: QuerySet = field(default_factory=Study.objects.none)


def straight_to(typed: str) -> Straight | None:
    """What words name, if they are a name; None where they are words to search by.

    An identifier that nothing here carries is a name of nothing: ``is_unknown``.
    """
    words = " ".join(typed.split())
    bare = _bare(words)
    if found := _ADDRESS.fullmatch(bare):
        return _at_address(found[1].lower(), int(found[2]))
    unlabelled = _TAG.sub("", _LABEL.sub("", bare, count=1))
    for named, read in _IDENTIFIERS.items():
        if value := read(unlabelled):
            return _identified(named, value)
    if several := _several(bare):
        return several
    within = _within(words)
    if within and not within.is_unknown:
        return within
    if found := _AUTHOR_YEAR.fullmatch(_PAGES.sub("", _SEE.sub("", bare))):
        other = (found["other"] or "").strip()
        named = _written(found["author"].strip(), other, int(found["year"]))
        if named:
            return named
    is_long = len(words.split()) >= FEWEST_OF_A_REFERENCE
    return (_pasted(words) or _titled(words) if is_long else None) or within


def _several(words: str) -> Straight | None:
    """What names parted by semicolons name, as in "(Kim 2016; Gentile 2017)"."""
    parts = [part.strip() for part in words.split(";") if part.strip()]
    looks_so = 2 <= len(parts) <= MOST_NAMED and all(map(_HAS_YEAR.search, parts))
    if not looks_so or max(map(len, parts)) > LONGEST_NAME:
        return None
    found = [named for part in parts if (named := straight_to(part))]
    if len(found) < len(parts) or any(one.is_unknown for one in found):
        return None
    return Straight(
        "; ".join(one.named for one in found),
        tuple(dict.fromkeys(row for one in found for row in one.meant)),
        tuple(dict.fromkeys(row for one in found for row in one.uses)),
    )


def _bare(words: str) -> str:
    """Words without the quotes, stops and brackets around them."""
    bare = words.strip(_SET_IN)
    if bare and bare[-1] == _BRACKETS.get(bare[0]):
        return bare[1:-1].strip(_SET_IN)
    return bare


def _whole(read: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """Reads an identifier where the words are that and no more than its label."""

    def reads(words: str) -> str | None:
        return read(words) if len(words.split()) <= 2 else None

    return reads


def _pmid(words: str) -> str | None:
    if _LABELLED_PMID.fullmatch(words) or _BARE_PMID.fullmatch(words):
        return normalise_pmid(words)
    return None


def _isbn(words: str) -> str | None:
    bare = re.sub(r"^isbn(?:-1[03])?\s*[:=]?\s*", "", words, flags=re.I)
    return normalise_isbn(bare) if re.fullmatch(r"[\dXx -]{10,17}", bare) else None


_IDENTIFIERS: dict[str, Callable[[str], str | None]] = {
    "DOI": _whole(normalise_doi),
    "PMCID": _whole(normalise_pmcid),
    "NCT number": _whole(lambda words: next(iter(find_nct(words)), None)),
    "ISRCTN": _whole(lambda words: next(iter(find_isrctn(words)), None)),
    "ISBN": _isbn,
    "PMID": _pmid,
}
# As they stand in other words: a reference that was pasted, an address of a database.
_DOI_WITHIN = re.compile(r"10\.\d{4,9}/\S+")
_PMID_WITHIN = re.compile(
    r"(?:pmid|pubmed(?:\.ncbi\.nlm\.nih\.gov)?|europepmc\.org/\w+/med)"
    r"\W{0,5}(?:(?:id|pmid|term)\W{1,5})?(\d{4,8})(?!\d)",
    re.I,
)
_WITHIN: dict[str, Callable[[str], Iterable[str | None]]] = {
    "DOI": lambda words: map(normalise_doi, _DOI_WITHIN.findall(words)),
    "PMID": _PMID_WITHIN.findall,
    "PMCID": lambda words: [normalise_pmcid(words)],
    "NCT number": find_nct,
    "ISRCTN": find_isrctn,
}
_SCHEMES = {"NCT number": "nct"}


def _identified(named: str, value: str) -> Straight | None:
    scheme = _SCHEMES.get(named, named.lower())
    references = Reference.objects.current().identified_by(scheme, value)
    studies = Study.objects.none()
    if scheme in ("nct", "isrctn"):
        studies = Study.objects.current().filter(registration__iexact=value)
    found = _with_uses(f"{named} {value}", references, studies)
    if found.is_unknown and scheme == "pmid" and named == "PMID":
        return None if value.isdigit() and len(value) < 5 else found
    return found


def _within(words: str) -> Straight | None:
    """What the first identifier among other words names, of those known here."""
    unknown = None
    for named, read in _WITHIN.items():
        for value in filter(None, read(words)):
            found = _identified(named, value)
            if found and not found.is_unknown:
                return found
            unknown = unknown or found
    return unknown


def _written(author: str, other: str, year: int) -> Straight | None:
    """What somebody wrote in a year; None where it may be other words and a number.

    ``other``: who is named beside them, "" for nobody.
    """
    references = Reference.objects.current().alike("", author, year)
    label = f'author:"{author}" year:{year}'
    studies = Study.objects.current().matching(label)
    studies = studies.filter(label__istartswith=author)
    if other:
        known = {row.pk: _surnames(row) for row in references[:MOST]}
        wanted = {surname_key(other), surname_key("-".join(other.split()))}
        by_both = [pk for pk, names in known.items() if names & wanted]
        others = [  # of those with one name the others may not be known
            pk
            for pk, names in known.items()
            if not names & wanted and (by_both or len(names) > 1)
        ]
        references = references.exclude(pk__in=others)
        studies = studies.exclude(reports__reference__in=others)
    found = _with_uses(f"{author} {year}", references, studies)
    return None if found.is_unknown else found


def _pasted(words: str) -> Straight | None:
    """What a reference names that was pasted whole, however its journal is shortened.

    The author or the year may be another where the title is the same; where they are
    the same, the title may be mistyped.
    """
    entry = parse_entry(_BEHIND_THE_TITLE.sub(". ", words))
    if not (entry.title and entry.authors and entry.year):
        return None
    author, key = entry.authors[0], normalise_title(entry.title)
    references = Reference.objects.current()
    written = references.alike("", author, entry.year)[:MOST_OF_AN_AUTHOR]
    near = [row.pk for row in written if same_title(entry.title, row.title)]
    titled = Q(key=key[:KEY_LENGTH], title_key=key)
    titled &= Q(year__range=(entry.year - 1, entry.year + 1))
    if is_generic_title(entry.title):
        titled = Q(pk__in=[])
    meant = references.alias(key=Left("title_key", KEY_LENGTH)).filter(
        titled | Q(pk__in=near)
    )
    found = _with_uses(f"{author} {entry.year}", meant, Study.objects.none())
    return None if found.is_unknown else found


def _titled(words: str) -> Straight | None:
    """What has these words for a title; None where nothing has."""
    key = normalise_title(words)
    if not key or is_generic_title(words):
        return None
    references = Reference.objects.current().alias(key=Left("title_key", KEY_LENGTH))
    meant = references.filter(key=key[:KEY_LENGTH], title_key=key)
    found = _with_uses("This title", meant, Study.objects.none())
    return None if found.is_unknown else found


def _surnames(reference: Reference) -> set[str]:
    names = [one.get("family") or one.get("literal", "") for one in reference.authors]
    return {surname_key(name) for name in names}


def _with_uses(named: str, references: QuerySet, studies: QuerySet) -> Straight:
    first = tuple(references.with_retracted().order_by("id")[:MOST])
    reported = Study.objects.current().filter(reports__reference__in=first)
    known = tuple(studies.order_by("id")[:MOST])
    others = reported.exclude(pk__in=[study.pk for study in known]).distinct()
    meant = (*first, *known)
    uses = (*others.order_by("id")[:MOST], *_uses(first, (*known, *others[:MOST])))
    return Straight(named, meant, uses)


def _uses(
    references: Iterable[Reference], studies: Iterable[Study]
) -> tuple[KeptModel, ...]:
    """The claims that rest on some rows, and the articles that cite them."""
    claims, articles = {}, {}
    for study in studies:
        resting = claims_with_evidence().current().resting_on(study.pk)
        claims |= {claim.pk: claim for claim in resting.defer("search")[:MOST]}
    for reference in references:
        resting = claims_with_evidence().current().touched_by(reference.pk)
        claims |= {claim.pk: claim for claim in resting.defer("search")[:MOST]}
        citing = articles_with_claims().current().citing(reference.pk)
        articles |= {article.pk: article for article in citing[:MOST]}
    cited = articles_with_claims().current()
    for study in studies:
        named = cited.filter(cited_works__study=study, cited_works__merged_into=None)
        articles |= {article.pk: article for article in named.distinct()[:MOST]}
    return (*claims.values(), *articles.values())


def _at_address(collection: str, number: int) -> Straight:
    """The row at an address of ours, and what uses it."""
    named = f"/{collection}/{number}/"
    if collection == "references":
        return _with_uses(
            named, Reference.objects.current().filter(pk=number), Study.objects.none()
        )
    if collection == "studies":
        return _with_uses(
            named, Reference.objects.none(), Study.objects.current().filter(pk=number)
        )
    rows = {
        "claims": claims_with_evidence().current().defer("search"),
        "articles": articles_with_claims().current(),
        "topics": Topic.objects.current(),
    }[collection]
    return Straight(named, tuple(rows.filter(pk=number)))
