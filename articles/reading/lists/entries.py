"""One entry of a reference list, read into authors, year, title and identifiers.

The house styles read are those of APA, Harvard, Vancouver, AMA, Chicago, MLA, IEEE,
Springer ("Smith J: Title. Journal 2010, 3:4") and Elsevier ("Smith, J., Title. 2010").
What cannot be read stays empty; nothing is filled in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import unquote

from articles.reading.document import ReferenceEntry
from articles.reading.lists.names import (
    LOWER,
    SURNAME,
    UPPER,
    NameForm,
    NameList,
    read_names,
)
from articles.reading.lists.places import find_place, find_source, is_place_alone

LONGEST_ENTRY = 3000  # characters of an entry that are read; the rest stays in raw

DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"“”<>{}|\\^]{1,200}")
PMID = re.compile(
    r"(?:PMID\s?[:#]?|PubMed(?: ?ID)?\s?:|pubmed\.ncbi\.nlm\.nih\.gov/"
    r"|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/(?:\?term=)?)\s?(\d{4,9})\b",
    re.IGNORECASE,
)
URL = re.compile(r"(?:https?://|www\.)[^\s\[\]<>]+|\bdoi\s?:?\s*10\.\S+", re.IGNORECASE)
LINK_WORDS = re.compile(
    r"\[?\b(?:PubMed(?: Central)?|Cross ?Ref|Google Scholar|Free full text|Full ?Text"
    r"|Web of Science|CAS|Medline|PMC free article|DOI|View Article|Scopus)\b\]?"
    r"(?=[\s\]\[,;.|/·]*(?:\[|$|\b(?:PubMed|Cross|Google|Free|Full|Web|CAS|PMC|View)))",
)
ONLY_LINKS = re.compile(
    r"(?:\W|PubMed|Abstract|Cross ?Ref|Full ?Text|Google|Scholar|View|Article|DOI|PMC"
    r"|free|Web of Science|Scopus|CAS|Medline|NCBI|PDF|Link|Open URL|Download|ADS|in"
    r"|Ref|references?|Search|Central|this|\d{1,5})*",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"(?<![\d/.,:–\-][\d])(?<![\w/])(?<!\d[–\-])(1[5-9]\d\d|20[0-4]\d)([a-z])?"
    r"(?![\w/]|[–\-]\d{2,}|\.\d)"
)
_DATE = r"(?:c(?:a|irca)?\.? ?)?((?:1[5-9]|20)\d\d)([a-z])?"
YEAR_FIRST = re.compile(
    rf"[\s.,;:]*(?:\((?:eds?\.?|[Ee]ditors?)\)[\s.,]*)?[\(\[]\s?"
    rf"(?:\d{{1,2}}\s)?(?:[A-Z][a-z]{{2,8}}\.?,?\s)?(?:\d{{1,2}},\s)?{_DATE}"
    rf"[^()\[\]]{{0,40}}[\)\]][\s.,:;]*"
)
YEAR_BARE = re.compile(rf"[\s.,;]*(?<![\d]){_DATE}(?:\s?[.,:;]|\s(?=[“\"']))\s*")
NO_DATE = re.compile(
    r"[\s.,;:]*\(\s?(?:n\.?\s?d\.?|in press|forthcoming|submitted|accepted"
    r"|in review|in prep\w*)[^()]{0,20}\)[\s.,:;]*",
    re.IGNORECASE,
)
ACCESSED = re.compile(
    r"\b(?:accessed|retrieved|cited|viewed|visited|consulted|checked|archived)"
    r"\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:updated|available|reviewed)\W+(?:\w+\W+){0,4}$", re.IGNORECASE
)
EDITORS = re.compile(r"\(?(?:eds?|editors?|hrsg)\b\.?\)?[.,:;]?\s*", re.IGNORECASE)
ORGANISATION = re.compile(
    r"\b(?:Organi[sz]ations?|Institutes?|Agency|Associations?|Committees?|Group|"
    r"Consortium|Collaborat(?:ion|ors|ive)|Department|Ministry|Cent(?:er|re)s?|"
    r"Societ(?:y|ies)|Foundation|Council|Administration|Commission|Office|University|"
    r"College|Academy|Federation|Network|Bank|Board|Services?|Program(?:me)?|"
    r"Investigators|Team|Panel|Task Force|Nations|Government|Authority|Alliance|"
    r"Initiative|Registry|Bureau|Trust|Clinic|Hospital|WHO|CDC|FDA|NICE|NIH|EMA|"
    r"Compan(?:y|ies)|Corporation|Inc|Ltd|UNICEF|OECD|NHS|IARC|IPCC)\b"
)
ORGANISATION_NAME = re.compile(
    rf"[{UPPER}][^.:;“”\"()|?!]{{1,120}}?(?:\s\([{UPPER}][\w&\- ]{{1,20}}\))?"
    rf"(?=\.(?:\s|$)|:\s|;\s|\s?[\(\[](?:1[5-9]|20)\d\d|,?\s[“\"]|,\s(?:1[5-9]|20)\d\d)"
)
GROUP_AFTER = re.compile(
    rf"(?:\s?[,;]\s?(?:and |for |on behalf of )?|\s(?:and|for|on behalf of)\s)(?:the )?"
    rf"[{UPPER}][^.;:()]{{1,80}}?(?:Group|Investigators|Collaborat(?:ion|ors)|Consortium"
    r"|Committee|Team|Network|Members|Initiative|Society|Project)s?\b[^.;:()]{0,60}?"
    r"(?=[.:;]|\s?\()"
)
LABEL = re.compile(
    r"\s*(?:\.\.\s)?(?:\[\^?(?P<square>[\w+:. ,&\-]{1,40})\]|\((?P<round>\d{1,3})\)"
    r"|(?P<plain>\d{1,3})(?:[.)]|(?=\s+(?:[A-Z\"“ÀÁÄÅÉÖØÜŠŽ]|v[ao]n |de |di |da ))"
    rf"|(?=[{UPPER}](?:[{LOWER}]{{2}}|\.\s))))\s*[.:]?\s*"
)
REPEATED = re.compile(r"\s*(?:[—–―‒-]\s?){2,}|\s*_{3,}|\s*———")
BULLET = re.compile(r"^[\s•‣▪●○∙·*–—\-↑^]+(?:\.\s)?(?=\S)|^\.\s+")
MARKDOWN_LINK = re.compile(r"\[([^\[\]]{1,400})\]\((https?://[^()\s]{1,300})\)")
EMPHASIS = re.compile(r"\*{1,3}|(?<![^\W_])_{1,2}(?=\w)|(?<=[\w.,;:?!])_{1,2}(?!\w)")
BLANK_BEFORE = re.compile(r"(?<=[\w.])\s+(?=[,;](?:\s|$))")
BY_SURNAME = re.compile(
    rf"(?P<first>{SURNAME})(?P<more>(?:, {SURNAME}){{0,8}},? (?:and|&) {SURNAME})?"
    r"(?P<al>,? et\.? al\b\.?|,? and (?:others|colleagues))?"
)
QUOTED = re.compile(
    r"[\s,.:;]*(?:“([^”]{3,500})”|\"([^\"]{3,500})\"|‘(.{3,400}?)’(?!\w)"
    r"|«\s?([^»]{3,500}?)\s?»)"
)
TITLE_END = re.compile(
    rf"(?<!\b[{UPPER}])(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)(?<!\bSt)(?<!\bDr)(?<!\bspp)"
    rf"(?<!\bsp)(?<!\bvar)(?<!\bsubsp)(?<!\bNo)(?<!\bcf)(?<!\bca)"
    rf"[.](?=\s+(?!(?:and|of|in|for|with)\b))|[?!](?=\s+[{UPPER}\"“])"
    rf"|(?<=\b[{UPPER}])\.(?=\s+[{UPPER}][\w]+\s(?:[{UPPER}]|\d|\())"
)
ELSEVIER_TAIL = re.compile(
    rf",\s+(?=[{UPPER}][\w&.:\- ]{{1,70}}?,?\s"
    r"(?:(?:vol\.?\s)?\d{1,4}(?:[–-]\d{1,4})?\s?(?:\(|,)|\((?:19|20)\d\d\)))"
)
PLACE_ONLY = re.compile(  # a journal with its volume, where no title is given
    r"[\w.&: \-]{2,70}?,?\s(?:\d{1,4}[,:]?\s)?"
    r"(?:\((?:19|20)\d\d\)|(?:19|20)\d\d(?=[,;:]\s?\w?\d))(?:[,;:]\s?\w?\d.{0,40})?$"
    r"|[\w.&: \-]{2,60}?,?\s\d{1,4}\s?[,(:]\s?\w?\d.{0,40}$|\d[\d\W]*$|pp?\.\s?\d"
)
JOURNAL_NEXT = re.compile(rf"[{UPPER}][^.]{{1,120}}")


@dataclass(frozen=True, slots=True)
class Dated:
    """A year with its letter, and where in the entry it stands."""

    year: int | None = None
    letter: str = ""
    start: int = -1
    end: int = -1


def parse_entry(
    raw: str, *, label: str = "", target: str = "", links: str = ""
) -> ReferenceEntry:
    """Read one entry of a reference list.

    ``raw`` is the entry's own words; a leading number or key becomes the label where
    none is given. ``links`` holds addresses that the source hides behind words, in
    which identifiers are looked for too.
    """
    words = " ".join(unescape(raw[:LONGEST_ENTRY]).split())
    own_label, body = split_label(words)
    doi, pmid = find_doi(f"{words} {links}"), find_pmid(f"{words} {links}")
    body = BLANK_BEFORE.sub("", EMPHASIS.sub("", MARKDOWN_LINK.sub(r"\1 \2", body)))
    body = LINK_WORDS.sub(" ", URL.sub(" ", body)).strip(" []|")
    names, authors = read_authors(body)
    dated = find_year(body, names.end if authors else 0)
    title = find_title(body, names.end if authors else 0, dated)
    begins = max(dated.end, names.end if authors else 0)
    title, place = find_source(body[begins:], title, is_dated=dated.end >= 0)
    has_initials = names.form in (NameForm.INVERTED, NameForm.VANCOUVER)
    if not place.journal and is_place_alone(body, names_authors=has_initials):
        authors, title, place = (), "", find_place(body)
    return ReferenceEntry(
        raw=" ".join(raw.split()),
        label=label
        or own_label
        or author_year_label(authors, dated.year, dated.letter),
        authors=authors,
        year=dated.year,
        title=_trimmed(title),
        journal=place.journal,
        volume=place.volume,
        issue=place.issue,
        page=place.page,
        doi=doi,
        pmid=pmid,
        target=target,
    )


def is_only_links(words: str) -> bool:
    """Say whether words are but the names of links: "PubMed | CrossRef"."""
    return any(map(str.isalpha, words)) and ONLY_LINKS.fullmatch(words) is not None


def without_links(entry: str) -> str:
    """Return an entry without its lines that are but the names of links."""
    return "\n".join(line for line in entry.split("\n") if not is_only_links(line))


def repeat_authors(entries: Iterable[ReferenceEntry]) -> Iterator[ReferenceEntry]:
    """Give entries that begin with a dash the authors of the entry before."""
    authors: tuple[str, ...] = ()
    for entry in entries:
        if not entry.authors and authors and REPEATED.match(entry.raw):
            letter = re.search(rf"{entry.year}([a-h])\b", entry.raw)
            label = author_year_label(authors, entry.year, letter[1] if letter else "")
            entry = replace(entry, authors=authors, label=entry.label or label)
        authors = entry.authors
        yield entry


def author_year_label(
    authors: tuple[str, ...], year: int | None, letter: str = ""
) -> str:
    """Name a work by its first author and year: "Gentile 2017"."""
    return f"{authors[0]} {year}{letter}" if authors and year else ""


def split_label(words: str) -> tuple[str, str]:
    """Part an entry's own number or key from its words."""
    found = LABEL.match(words)
    if found is None or found.end() == len(words):
        return "", BULLET.sub("", words)
    label = (found["square"] or found["round"] or found["plain"]).strip()
    return label, BULLET.sub("", words[found.end() :])


def find_doi(text: str) -> str:
    """Return the first DOI of a text, without address and trailing punctuation."""
    found = DOI.search(unquote(text))
    if found is None:
        return ""
    doi = re.split(r"[\[\]]|</|&", found[0])[0]
    while doi and (
        doi[-1] in ".,;:'’*" or (doi[-1] == ")" and doi.count("(") < doi.count(")"))
    ):
        doi = doi[:-1]
    return doi


def find_pmid(text: str) -> str:
    """Return the first PubMed number that the text calls one."""
    found = PMID.search(text)
    return found[1] if found else ""


def read_authors(body: str) -> tuple[NameList, tuple[str, ...]]:
    """Read the authors an entry begins with: people, else an organisation."""
    names = read_names(body)
    if names.surnames and not _is_organisation(body[: names.end], names):
        group = GROUP_AFTER.match(body, names.end)
        end = group.end() if group else names.end
        if _ends_list(body, end):
            return NameList(names.surnames, end, names.form, names.et_al), (
                names.surnames
            )
    by_surname = _read_surnames(body)
    if by_surname.surnames:
        return by_surname, by_surname.surnames
    found = ORGANISATION_NAME.match(body)
    if found and (ORGANISATION.search(found[0]) or _is_dated_next(body, found.end())):
        name = re.sub(r"\s*\([^)]*\)$", "", found[0]).strip(" ,")
        return NameList((name,), found.end()), (name,)
    return NameList((), 0), ()


def _read_surnames(body: str) -> NameList:
    """Read authors given without initials: "Radford et al.", "Dao & Gu (2024)"."""
    found = BY_SURNAME.match(body)
    if found is None or ORGANISATION.search(found[0]):
        return NameList((), 0)
    dated = YEAR_FIRST.match(body, found.end()) is not None
    if not found["al"] and not (dated and (found["more"] or " " not in found["first"])):
        return NameList((), 0)
    others = re.findall(SURNAME, re.sub(r"\b(?:and|&) ", "", found["more"] or ""))
    return NameList((found["first"], *others), found.end(), et_al=bool(found["al"]))


def _is_organisation(words: str, names: NameList) -> bool:
    return len(names.surnames) < 3 and ORGANISATION.search(words) is not None


def _ends_list(body: str, end: int) -> bool:
    """Say whether what follows a run of names can follow a list of authors."""
    rest = body[end : end + 40]
    return (
        not rest.strip()
        or re.match(
            r"\s?[.:;(,\[“\"‘]|\s(?:1[5-9]|20)\d\d|\s?[–—-]\s"
            r"|\s?(?:\(?eds?\b|\(?editors?\b)",
            rest,
        )
        is not None
        or body[end - 1] == "."
    )


def _is_dated_next(body: str, end: int) -> bool:
    """Say whether a year in brackets follows, as behind an author (APA, Harvard)."""
    return YEAR_FIRST.match(body, end) is not None and end < 120


def find_year(body: str, after: int) -> Dated:
    """Find the year of publication, first right behind the authors."""
    for pattern in (YEAR_FIRST, YEAR_BARE):
        found = pattern.match(body, after)
        if found:
            return Dated(int(found[1]), found[2] or "", found.start(), found.end())
    found = NO_DATE.match(body, after)
    if found:
        return Dated(None, "", found.start(), found.end())
    best, best_score = None, -10.0
    for candidate in YEAR.finditer(body, after):
        score = _year_score(body, candidate)
        if score > best_score:
            best, best_score = candidate, score
    if best is None or best_score < -4:
        return Dated()
    return Dated(int(best[1]), best[2] or "")


def _year_score(body: str, found: re.Match[str]) -> float:
    before, behind = (
        body[max(0, found.start() - 30) : found.start()],
        body[found.end() :],
    )
    score = 0.0
    if re.match(
        r"\s?(?:[A-Z][a-z]{2}[a-z]*\.?\s?[\d–/\-]*\s?(?:[A-Z][a-z]{2})?)?[;:]\s?[\dSes(]",
        behind,
    ):
        score += 4
    if re.search(r"\(\s?(?:[A-Z][a-z]+\.?,? ?(?:\d{1,2},? )?)?$", before) and re.match(
        r"\s?[a-z]?\)", behind
    ):
        score += 3
    if re.match(r"\s?[.,]?\s*$", behind) or re.match(r"[.,]\s", behind):
        score += 1
    if re.search(r"[.,;]\s$", before):
        score += 1
    if re.match(r",\s?\d", behind):
        score += 2
    if re.search(r"\b\d{4},\s$", before) or int(found[1]) < 1850:
        score -= 3
    if re.search(r"(?:\bpp?\.?\s?|[–:\-]\s?|\bno\.?\s?|#)$", before):
        score -= 3
    if ACCESSED.search(before):
        score -= 9
    if UPDATED.search(before):
        score -= 1
    return score + found.start() / max(1, len(body))  # the later of two equals


def find_title(body: str, after: int, dated: Dated) -> str:
    """Return the title, which follows the authors or the year behind them."""
    start = dated.end if dated.end >= 0 else after
    quoted = QUOTED.match(body, start) or (None if after else QUOTED.search(body))
    if quoted and not _quotes_a_part(body, quoted):
        return _trimmed(next(filter(None, quoted.groups())))
    rest = body[start:].lstrip(" .,:;)–—-")
    rest = EDITORS.sub("", rest, count=1) if EDITORS.match(rest) else rest
    end = _title_end(rest)
    title = rest[:end]
    tail = ELSEVIER_TAIL.search(rest)
    if tail and 15 < tail.start() < end:
        title = rest[: tail.start()]
    title = _trimmed(re.split(r"\s(?:In|in):\s|\.\s(?:In|in)\s", title)[0])
    return "" if PLACE_ONLY.match(title) else title


def _quotes_a_part(body: str, quoted: re.Match[str]) -> bool:
    """Say whether a title only begins with a quotation: "Song of life": a trial."""
    if re.match(r"\s?:|[a-z]", body[quoted.end() :]):
        return True
    ends = body[quoted.end() - 2] in ".,?!"
    return not ends and re.match(r"\s[a-z]", body[quoted.end() :]) is not None


def _title_end(rest: str) -> int:
    """Find where a title ends: before its journal, behind a subtitle of its own."""
    end = TITLE_END.search(rest)
    while end and _is_abbreviated(rest[: end.start() + 1]):
        end = TITLE_END.search(rest, end.end())
    if end is None:
        return len(rest)
    following = TITLE_END.search(rest, end.end() + 1)
    if following is None:
        return end.end()
    between = rest[end.end() : following.start()].strip()
    words = between.split()
    low = sum(word[0].islower() for word in words)
    is_subtitle = len(words) > 3 and low * 5 >= len(words) * 2 and ":" not in between
    asks = rest[end.start()] in "?!" or words[:1] in (["A"], ["An"], ["The"])
    if asks and is_subtitle and JOURNAL_NEXT.match(rest[following.end() :].lstrip()):
        return following.end()
    return end.end()


def _is_abbreviated(title: str) -> bool:
    """Say whether a title seems cut at a short word rather than at its end."""
    return len(title) < 5 and len(title.split()) < 2


def _trimmed(title: str) -> str:
    title = re.sub(
        r"\s*\[(?:Internet|Online|Article|Abstract|Review|Electronic|serial|e-?book)"
        r"[^\]]{0,30}\]",
        "",
        title,
        flags=re.IGNORECASE,
    )
    return title.strip(" .,;:“”\"'").strip()
