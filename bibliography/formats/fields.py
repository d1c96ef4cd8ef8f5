"""Reading single values as real exports write them: dates, pages, notes, identifiers.

Every function takes what a file says and returns it normalised, or the empty value
where nothing was said; none raises.
"""

import html
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from bibliography.formats.calendars import in_ascii_digits, other_calendar
from bibliography.records import SCHEMES, Identifier, RecordType
from texts.identifiers import (
    find_isrctn,
    find_issns,
    find_nct,
    normalise_doi,
    normalise_isbn,
    normalise_pmid,
)
from texts.names import Name, split_name
from texts.titles import plain_text

_NOTHING = frozenset({"na", "n/a", "none", "null", "undefined", "nan", "[n.d.]", "-"})
MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
# A number that goes on is no month: "2nd Quarter"; a time may stand behind a day.
_NUMERIC_DATE = re.compile(
    r"(?<!\d)(1[5-9]\d\d|20\d\d)[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?"
    rf"(?!\d|(?!T\d)[a-z]|[- ](?:{'|'.join(MONTHS)}|quart))",
    re.I,
)
_QUARTER = re.compile(
    r"\bq(?:uarter)?\s?[1-4]\b|\b(?!\d{4})\w+\.?[- ]quart\w*\.?|\bquart\w*\s\w+",
    re.I,
)
_ISO = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_REMARK = re.compile(r"\s*\([^()]*\)")
# As spreadsheets show days: "1-Dec-25", beside a column that has the year.
_SPREADSHEETS_DAY = re.compile(r"^(\d{4}) (?:(\d{1,2})-)?([a-z]{3})-(\d\d)$", re.I)
_COMPACT_DATE = re.compile(r"^(1[5-9]\d\d|20\d\d)(\d\d)(\d\d)?$")
_MONTH_NAME = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\.?(?![a-z])", re.I)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_DASHES = re.compile(r"\s*[-\u2010-\u2015]+\s*")
_VOLUME_WORD = re.compile(r"^(?:(?:v|vol|volume|no|issue)\b[.:]?\s*)+(?=\d)", re.I)


def is_nothing(value: str) -> bool:
    """Whether a value is a way to say that there is none."""
    return len(value) < 12 and value.casefold() in _NOTHING


def stated(value: str) -> str:
    """A value as one line of text; literal "NA", "None", "undefined" are empty."""
    text = plain_text(value)
    return "" if is_nothing(text) else text


@lru_cache(4096)  # the same few days and months all over a file
def read_date(value: str) -> str:
    """A date in ISO 8601, as exact as stated, or "" where no year is in it.

    "2019///" gives "2019", "2015/october" "2015-10", "2012-August-08" "2012-08-08",
    "2020 Jan-Feb" "2020-01", "2020 Winter" "2020", "10 15" nothing.
    """
    value = in_ascii_digits(value.strip())
    if other_calendar(value):
        return ""
    value = _QUARTER.sub("", _without_remark(value))
    found = _SPREADSHEETS_DAY.match(value)
    if found and found[1].endswith(found[4]):
        value = f"{found[1]} {found[3]} {found[2] or ''}"
    found = _COMPACT_DATE.match(value) or _NUMERIC_DATE.search(value)
    if found:
        return _iso(found[1], int(found[2]), int(found[3] or 0))
    year = _YEAR.search(value)
    if not year:
        return ""
    rest = value[: year.start()] + " " + value[year.end() :]
    month = _MONTH_NAME.search(rest)
    if not month:
        return year[1]
    day = _DAY.search(rest[month.end() :]) or _DAY.search(rest[: month.start()])
    return _iso(year[1], MONTHS.index(month[1].lower()) + 1, int(day[1]) if day else 0)


def _without_remark(value: str) -> str:
    """A date without "(Epub 2018 Jun 11)", where a year stands outside of it."""
    bare = _REMARK.sub("", value) if "(" in value else value
    return bare if _YEAR.search(bare) else value


def _iso(year: str, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return year
    stands = 1 <= day <= monthrange(int(year), month)[1]
    return f"{year}-{month:02}-{day:02}" if stands else f"{year}-{month:02}"


def first_date(values: Iterable[str]) -> str:
    """The first date with a year, made more exact by later ones of the same year.

    Where none is of our calendar, the first of another one, as it is written.
    """
    best, other = "", ""
    for value in values:
        date = read_date(value)
        if date and (not best or (date.startswith(best) and len(date) > len(best))):
            best = date
        other = other or (not best and other_calendar(value)) or ""
    return best or other


def year_of(date: str) -> int | None:
    """The year of an ISO date; of another calendar's it is unknown."""
    return int(date[:4]) if is_iso(date) else None


def is_iso(date: str) -> bool:
    """Whether a record's date is of our calendar, and not as it was written."""
    return _ISO.fullmatch(date) is not None


def read_pages(start: str, end: str = "") -> str:
    """Pages as "349-369", "349-69" or "e0815"; "No" + "Specified" are none.

    "704-704" is page 704.
    """
    if (start.strip().lower(), end.strip().lower()) == ("no", "specified"):
        return ""
    start, end = _page(start), _page(end)
    if not end or end == start or "-" in start:
        first, _, last = start.partition("-")
        return first if first == last else start
    return f"{start}-{end}" if start else end


def _page(value: str) -> str:
    if value.isdecimal():
        return value
    return _DASHES.sub("-", stated(value)).strip("-")


def read_volume(value: str) -> str:
    """A volume or issue without "v.", "vol" or "no."."""
    return value if value.isdecimal() else _VOLUME_WORD.sub("", stated(value))


def read_keywords(values: Iterable[str]) -> tuple[str, ...]:
    """Keywords, one each, without the stars of major MeSH headings."""
    words = (w for v in values for w in v.replace("\n", ";").split(";"))
    return unique(stated(word).strip("* ").replace("/*", "/") for word in words)


def read_abstract(value: str) -> str:
    """An abstract; breaks between paragraphs stay, wrapped lines are joined."""
    if "\n" not in value:
        return stated(value)
    lines = value.split("\n")
    # Wrapped at about 80 columns: the breaks say nothing.
    wrapped = max(map(len, lines)) <= 100
    return (" " if wrapped else "\n").join(filter(None, map(stated, lines)))


_TYPES = {str(kind): kind for kind in RecordType}


def exact_type(value: str) -> RecordType | None:
    """The type of record that a value names as we do: "register page"."""
    return _TYPES.get(value.lower().replace(" ", "_"))


def read_paragraphs(value: str) -> str:
    """A text whose line ends are breaks between paragraphs."""
    return "\n".join(filter(None, map(stated, value.split("\n"))))


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values that say something, each once, in their order."""
    return tuple(dict.fromkeys(value for value in values if value))


def web_address(values: Iterable[str]) -> str:
    """The first web address among the values."""
    for value in values:
        for word in value.split():
            if word.lower().startswith(("http://", "https://")):
                return word.rstrip(";,")
    return ""


# --- identifiers ---

_WHOLE_DOI = re.compile(
    r"^(?:<[^>]*>|doi|:|\s|https?://(?:dx\.)?doi\.org/)*10\.\d{4,9}[./]\S+\s*$", re.I
)
_RESOLVER = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/\S+", re.I)
_DOI_PATH = re.compile(r"https?://[^\s/]+/(?:\S+/)?doi/(?:\w+/)?10\.\d{4,9}/\S+", re.I)
_LONGEST_ADDRESS = 2048
_PUBMED_PAGE = re.compile(
    r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed"
    r"|europepmc\.org/(?:article|abstract)/med)/\d+",
    re.I,
)
_MARKED_PMID = re.compile(
    r"(?:pmid|pubmed\s*id)\s*[:=]\s*(?:nlm)?(\d{1,8})\b|(\d{1,8})\s?\[pmid\]", re.I
)
# What links a record to a notice, a comment or another version of it.
_OF_ANOTHER = re.compile(
    r"\W*(?:retract|partial|erratum|corri|correct|express|comment|update|republish"
    r"|reprint|original|summary|cited|references?\b)"
    r"[\w ]{0,30}?\b(?:in|of|on|for|by|from)\b"
    r"|(?:retraction|republished|erratum|comment|update)(?:in|of|on|for)\b"
    # MEDLINE's tags of such records
    r"|(?:R(?:IN|RI|RF|OF|PI|PF)|PR(?:IN|OF)|E(?:CI|CF|IN|FR)|CR[IF]|C(?:IN|ON)"
    r"|U(?:IN|OF)) ?[-:]",
    re.I,
)
_CENTRAL_PAGE = re.compile(
    r"https?://[^\s/]*(?:ncbi\.nlm\.nih\.gov/(?:pmc/)?|europepmc\.org/)articles/(PMC\d+)",
    re.I,
)
# Ovid's records of MEDLINE: "…ovidweb.cgi?T=JS&PAGE=reference&D=medp&NEWS=N&AN=123".
_OVID_MEDLINE = re.compile(
    r"https?://[^\s/]*ovid\.com\S*[?&]D=(?:med|pm|prem)\w*(?:&[^&\s]*)*?&AN=(\d{1,8})\b",
    re.I,
)


def dois_in(fields: Iterable[str]) -> Iterator[Identifier]:
    """DOIs of fields that are made for them."""
    for value in fields:
        doi = normalise_doi(value)
        if doi:
            yield Identifier("doi", doi)


def whole_dois_in(fields: Iterable[str]) -> Iterator[Identifier]:
    """DOIs of notes and numbers, where nothing else is said there.

    A DOI within a sentence may be another work's ("Erratum in: …").
    """
    return dois_in(value for value in fields if _WHOLE_DOI.match(value))


def url_identifiers(urls: Iterable[str]) -> Iterator[Identifier]:
    """DOIs and PubMed numbers that addresses of the work itself hold."""
    for value in urls:
        value = value[:_LONGEST_ADDRESS]
        lower = value.lower()
        if "doi" in lower:
            found = _RESOLVER.search(value) or _DOI_PATH.search(value)
            yield from dois_in([found[0]] if found else [])
        page = None
        if "pubmed" in lower or "europepmc" in lower:
            page = _PUBMED_PAGE.search(value)
        elif "ovid" in lower:
            page = _OVID_MEDLINE.search(value)
        pmid = normalise_pmid(re.findall(r"\d+", page[0])[-1]) if page else None
        if pmid:
            yield Identifier("pmid", pmid)
        central = _CENTRAL_PAGE.search(value) if "pmc" in lower else None
        if central:
            yield Identifier("pmcid", central[1].upper())


def medline_number(value: str) -> str | None:
    """The PubMed number of Web of Science's "MEDLINE:123"; "WOS:…" holds none."""
    return normalise_pmid(value) if value.lower().startswith("medline:") else None


def marked_pmids_in(fields: Iterable[str]) -> Iterator[Identifier]:
    """PubMed numbers that are called so: "PMID: 1", "1[pmid]".

    "Retraction in: … PMID: 2" is another record's.
    """
    for value in fields:
        if _OF_ANOTHER.match(value[:60]):
            continue
        if "pmid" not in value.lower() and "pubmed" not in value.lower():
            continue
        for a, b in _MARKED_PMID.findall(value):
            pmid = normalise_pmid(a or b)
            if pmid:
                yield Identifier("pmid", pmid)


def serial_numbers_in(fields: Iterable[str]) -> Iterator[Identifier]:
    """ISSN and ISBN of fields that hold both, in lists and with remarks."""
    for value in fields:
        yield from _serial_numbers(value)


@lru_cache(4096)  # a file's journals come again and again
def _serial_numbers(value: str) -> tuple[Identifier, ...]:
    isbns = [normalise_isbn(part) for part in re.split(r"[\n;,\\]", value)]
    if any(isbns):
        return tuple(Identifier("isbn", isbn) for isbn in isbns if isbn)
    return tuple(Identifier("issn", issn) for issn in find_issns(value))


_NAMED = re.compile(r"^([a-z]{2,20}):(\S.*)$")


def named_identifiers(fields: Iterable[str]) -> Iterator[Identifier]:
    """Identifiers written as "scheme:value", as our own writers put them."""
    for value in fields:
        found = _NAMED.match(value.strip())
        if found:
            yield Identifier(found[1], found[2])


def registrations_in(fields: Iterable[str]) -> Iterator[Identifier]:
    """Register numbers of fields that name the work's own registration."""
    for value in fields:
        yield from (Identifier("nct", nct) for nct in find_nct(value))
        yield from (Identifier("isrctn", number) for number in find_isrctn(value))


_RANK = {scheme: at for at, scheme in enumerate(SCHEMES)}


def merged(*found: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Identifiers from several places, each once, the schemes in one fixed order."""
    once = dict.fromkeys(chain.from_iterable(found))
    return tuple(sorted(once, key=lambda i: (_RANK.get(i.scheme, 99), i.scheme)))


# --- names ---


_NAME = re.compile(r"(?:&(?:#\d{1,5}|amp|lt|gt|quot|apos|nbsp);|[^;\n])+", re.I)
_PERSON = re.compile(r"^(.*\S)\s*,\s+,$", re.S)
_NO_GIVEN_NAME = frozenset({"null", "undefined"})


def names_of(value: str) -> list[str]:
    """The parts of a list that semicolons or lines divide; "&amp;" divides nothing."""
    return _NAME.findall(value) if ";" in value or "\n" in value else [value]


def read_person(value: str) -> Name:
    """A person's name; "St. John, ," states that there is no given name."""
    whole = _PERSON.match(value.strip()) if value.rstrip()[-1:] == "," else None
    if whole:
        family, *rest = (plain_text(part) for part in whole[1].split(","))
        suffix = rest.pop() if len(rest) > 1 else ""
        return Name(family, ", ".join(rest), suffix)
    name = split_name(value)
    if name.given in _NO_GIVEN_NAME:
        return Name(name.family, "", name.suffix)
    return name


def read_name(value: str) -> Name:
    """A name; one closed by a comma, or by two, is a group: EndNote's way to say so.

    One comma behind one word is no sign: "Smith," only lacks its given name.
    """
    value = value.strip()
    one = value.endswith(",") and value.count(",") == 1 and " " in value
    if value.endswith(",,"):
        return split_name(value.rstrip(", "), is_group=True)
    return split_name(value, is_group=True) if one else read_person(value)


# --- writing ---


def written_name(name: Name) -> str:
    """A name inverted; where its words tell something else, commas close it.

    Two close a group; two with a blank between close a person, whose given name they
    leave empty: "Smith, ,".
    """
    if read_name(str(name)) == name:
        return str(name)
    if name.is_group:
        return f"{name.family},,"
    said = [name.family, name.given, name.suffix]
    if not (name.suffix or "," in name.given):
        said = str(name).split(", ")
    return f"{', '.join(said)}, ,"


def undivided(name: str) -> str:
    """A written name that ``names_of`` leaves whole and reading turns back."""
    if ";" not in name:
        return protected(name)
    return "&#59;".join(html.escape(part, quote=False) for part in name.split(";"))


def protected(value: str) -> str:
    """A value that ``plain_text`` turns back into itself, on one line."""
    value = " ".join(value.split())
    return value if plain_text(value) == value else html.escape(value, quote=False)


def joined_keywords(keywords: Iterable[str], divider: str = "; ") -> str:
    """Keywords in one value; a comma or bar within one makes semicolons divide them.

    A single one has a semicolon behind it then.
    """
    words = tuple(keywords)
    if not any("," in word or "|" in word for word in words):
        return divider.join(words)
    return "; ".join(words) + (";" if len(words) == 1 else "")


def split_pages(pages: str) -> tuple[str, str]:
    """First and last page; pages with no plain range stay whole in the first."""
    start, _, end = pages.partition("-")
    return (start, end) if end and "-" not in end else (pages, "")
