"""Where a cited work appeared: its journal, volume, issue and first page.

Read from the words behind an entry's title, in the orders of the common styles:
"J Examp. 2016;12(3):144-51" (NLM, AMA, BMJ), "Journal of Examples, 12(3), 144–151"
(APA, Harvard), "J. Examp. 12, 144–151 (2016)" (Nature), "J. Examp. 12 (2016) 144–151"
(Elsevier), "Journal of Examples 12 (3): 144–51" (Chicago), "vol. 12, no. 3, pp. 144"
(MLA, IEEE), "J. Examp. 2016, 12, 144" (MDPI, ACS), "J Examp 12:144" (Springer).
What stands before no such place is no journal here: a book, a page, a thesis.
"""

import re
from dataclasses import dataclass

from texts.late_patterns import compile_late

LONGEST = 140  # characters of a journal's name

MONTH = (
    r"(?:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
    r"|Spring|Summer|Autumn|Fall|Winter)"
)
_MONTHS = rf"{MONTH}(?:\s?[-–/]\s?{MONTH})?"
_DATE = (
    rf"(?:(?:1[5-9]|20)\d\d-[01]\d(?:-[0-3]\d)?(?!\d)|(?:(?:\d{{1,2}}\s)?{_MONTHS},?\s(?:\d{{1,2}},\s)?)?(?:1[5-9]|20)\d\d[a-z]?"
    rf"(?:,?\s?{_MONTHS})?(?:\s\d{{1,2}}(?:[-–]\d{{1,2}})?(?:st|nd|rd|th)?(?=[\s;.,:)]))?)"
)
_VOLUME = (
    r"(?:[Vv]ol(?:ume|s)?\b\.?\s?(?P<roman>[IVXLC]+(?=\W))?|[Bb](?:an)?d\.\s)?"
    r"(?P<volume>(?(roman)|[A-IK-Z]{0,3}-?\d{1,4}[A-Za-z]{0,2}(?:[-–/]\d{1,4})?))"
)
_PART = (
    r"(?:Suppl(?:ement)?|Pt|Part|Spec(?:ial)?\.?\s?(?:No|[Ii]ssue)?|[Ii]ssue)\b\.?\s?"
    r"\w{0,4}"
)
_ISSUE = (
    r"(?:[,.]?\s?\(\s?(?:[Nn]o\.?\s|[Ii]ssue\s|[Ii]ss\.\s)?(?P<issue>[^()]{1,30})\)"
    r"|[,.;]?\s(?:[Nn][ᵒ°º]|(?:[Nn]os?|[Nn]r|[Ii]ssue|[Ii]ss|[Nn]um|[Hh])\b)\.?:?\s?"
    r"(?P<numbered>(?:Pt\.?\s|Suppl\.?\s)?[\w/–-]{1,12})"
    rf"|[,.;]?\s(?P<part>{_PART}))?(?:\s?{_PART})?(?:\s?\({_PART}\))?"
)
_PAGE = (
    r"(?:(?:pp?|pgs?|[Pp]ages?)\.?:?\s?|S\.\s|(?:[Aa]rt(?:icle)?\.?|ID|[Pp]aper)\s?"
    r"(?:(?:[Nn]o|[Nn]umber|ID|id)\.?:?\s?)?)?"
    r"(?P<page>[A-Za-z]{0,6}-?\d[\dA-Za-z]*(?:\.(?:e|pub)\d+)?)"
    r"(?P<last>\s?[-–—‐‑−]\s?[A-Za-z]{0,6}\d[\dA-Za-z]*)?(?=\s?[-–—‐‑−+]|[\s.,;:)\]/]|$)"
)
_ENDS = r"(?=\s*[.;,]?\s*(?:$|Epub|PMC?ID|PubMed|Available|Published|Accessed|\[))"
_BEFORE = r"(?:(?:\.,|[.,;:])?\s+|\.(?=(?:1[5-9]|20)\d\d[\s;]))"
# What a place begins with: for every other word the patterns need not be tried.
_OPENING = (
    r"(?=[(\[]?(?:[A-IK-Z]{0,3}-?\d|[Vv]ol|[Bb](?:an)?d\.|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter))"
)
# In the order of trust; of those that begin at one place the first is taken.
_PLACES = tuple(
    compile_late(_BEFORE + _OPENING + place)
    for place in (
        r"(?P<volume>\d{1,4})\.(?P<issue>(?:Suppl )?\d{1,5})\s"
        rf"\({_DATE}\)(?:[,:]\s{_PAGE})?",
        rf"[(\[]?{_DATE}[)\]]?\s?[;,:.]?\s?(?<=[;,:.\s)]){_VOLUME}{_ISSUE}\s?[:,;]\s?{_PAGE}",
        rf"{_DATE}\s?[;,]\s?\((?P<issue>[^()]{{1,30}})\)\s?[:,]\s?{_PAGE}",
        rf"{_DATE}[,;]\s?[Ii]ssue\s(?P<issue>\d+)[.,:;]\s?{_PAGE}",
        rf"{_DATE};\s?{_VOLUME}{_ISSUE}{_ENDS}",
        rf"{_VOLUME}{_ISSUE}\s?[,.:]?\s?\({_DATE}\)\s?[,:;.]?\s?{_PAGE}",
        rf"{_VOLUME}\s?\({_DATE}\){_ISSUE}\s?[,;:]\s?{_PAGE}",
        rf"{_VOLUME}{_ISSUE}\s?[,.]?\s?\({_DATE}\){_ENDS}",
        rf"{_VOLUME},\s(?P<issue>\d{{1,4}})\s?\({_DATE}\),?\s?{_PAGE}",
        rf"(?:{_DATE},\s)?{_VOLUME},\s(?P<issue>\d{{1,3}}),\s(?=pp?\.){_PAGE}",
        rf"{_VOLUME}{_ISSUE}(?:\s?[,.;]\s?\(?{_DATE}\)?)?\s?(?:[:;]\s?|,\s|,(?!\d{{3}}\b)|\.\s){_PAGE}",
        rf"{_VOLUME}\s?\((?P<issue>(?=[^()]*\d|[Ss]upp)[^()]{{1,12}})\)(?:\s{_PAGE}|,\s{_DATE})?{_ENDS}",
    )
)
# Without a volume the name itself has to be a journal's.
_NUMBERED = r"[A-Za-z]{1,6}\d{3,}(?:\.(?:e|pub)\d+)?"  # an article's own number
_BARE_PLACES = tuple(
    compile_late(_BEFORE + place)
    for place in (
        r"(?:[Nn]o\.\s(?P<numbered>\d{1,4})|\((?P<issue>\d{1,4})\))"
        rf"(?:,?\s\(?{_DATE}\)?)?\s?[:,]\s?{_PAGE}{_ENDS}",
        rf"(?P<page>{_NUMBERED})(?:\s\({_DATE}\))?{_ENDS}",
        rf"\({_DATE}\),?\s(?P<page>{_NUMBERED}){_ENDS}",
        rf"\(?{_DATE}\)?\s?[:;,]\s?{_PAGE}{_ENDS}",
        rf"\(?{_DATE}\)?{_ENDS}",
        rf"(?P<page>\d{{1,5}})(?P<last>\s?[-–—‐‑−]\s?\d{{1,5}}){_ENDS}",
        r"(?=doi\b|Epub|Advance|Online|Published|In press|\(in press)",
    )
)
_DOI = re.compile(
    r"(?:\b|(?<=[a-z])|(?<=[A-Z]))(?:doi\b|DOI)?:?\s?10\.\d{4,9}/\S+", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s*\[(?:Internet|Online|Electronic|serial|cited|accessed|updated|e-?pub)[^\]]*\]",
    re.IGNORECASE,
)
_LOW_WORDS = re.compile(r"(?<=\s)[a-z]{4,}\b")
_YEARLIKE = re.compile(r"(?:1[5-9]|20)\d\d")
_NO_JOURNAL = re.compile(
    r"^[Ii]n\b|^(?:Ausgabe|Band|Heft|vol|no)\b|^(?:Paper|Poster|Presented|Updated)\b|\b(?:Available|Retrieved|Accessed)\b"
    rf"|^{MONTH}$|\b(?:Press,|Elsevier|Springer|Wiley|Blackwell|Saunders|Mosby|McGraw"
    r"|Routledge|Thieme|Karger|CRC|Lippincott)\b"
    r"|\b(?:[Ee]ds?\.|[Ee]ditors?|[Ee]dited|[Ee]dition|edn?\b|[Hh]rsg|[Tt]hesis|"
    r"[Dd]iss\b|[Dd]issertation|Publish(?:ers?|ing)|Verlag|(?:University|Academic|Oxford|MIT)"
    r" Press|Technical [Rr]eport|Lecture Notes)\b|https?:|www\.|[“”\"]"
    r"|\bBooks$|\b[A-Z]{2}: |, [A-Z]{2}:|\b(?:1[89]|20)\d\d\b"
)
_SURE = re.compile(
    r"\b(?:J|Journal|Jornal|Journals|Giornale|Annals|Ann|Annales|Archives|Archivos|Arch"
    r"|Archiv|Acta|Actas|Zeitschrift|Revista|Revue|Rev|Reviews|Lancet|JAMA|BMJ|PLo[sS]"
    r"|PLOS|BMC|Frontiers|Front|Nature|Nat|Bulletin|Bull|Proc|Trans|Transactions|journal"
    r"|Cochrane|eLife|medRxiv|bioRxiv|arXiv|Letters|Lett|Gazette|Quarterly|Magazine)\b"
)
_OPENS = re.compile(
    r"(?:J|Journal|Ann|Annals|Arch|Archives|Acta|Lancet|JAMA|BMJ|BMC|PLo[sS]|PLOS|Nat|Front"
    r"|Frontiers|Proc|Am|Br|Eur|Int|Clin)\b"
)
_COUNTRIES = frozenset(
    """
    Africa America Argentina Asia Australia Austria Bangladesh Belgium Brazil California
    Canada Chile China Colombia Denmark Egypt England Ethiopia Europe Finland France
    Germany Ghana Greece India Indonesia Iran Iraq Ireland Israel Italy Japan Kenya
    Kingdom Korea Malawi Malaysia Mexico Nepal Netherlands Nigeria Norway Pakistan Peru
    Poland Portugal Russia Scotland Singapore Spain States Sweden Switzerland Taiwan
    Tanzania Thailand Turkey Uganda UK USA Vietnam Wales York Zambia
    """.split()
)
_SHORTENED = re.compile(
    r"\b(?:Am|Br|Eur|Int|Can|Med|Clin|Res|Biol|Chem|Phys|Sci|Surg|Dis|Ther|Mol|Exp|Appl"
    r"|Environ|Health|Psychol|Soc|Assoc|Biomed|Pract|Nurs|Educ|Genet|Microb|Pharm|Metab"
    r"|Nutr|Oncol|Care|Radiol|Dermatol|Anesth|Anaesth|Toxicol|Technol|Rep|Commun|Syst"
    r"|[A-Z][a-z]{2,}(?:iol|col|nol|rol|tol|dol|sol|ogy|iatr|opath|euro|urg|ther))\b"
)
_IN_A_BOOK = re.compile(r"(?:^|\W)[Ii]n:?\s.*\b(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg)\b")
_IS_VISITED = re.compile(
    rf"\b(?:Accessed|Retrieved|Available|Last updated)\b|\b{MONTH}$"
)
_NUMERAL = re.compile(r"\s*(?:Part\s(?:[IVX]+|\d)[.:,]|(?:[IVX]+|\d)[.:])\s")
_SMALL = frozenset(
    "a an and at aus d da das de dei del della der des di do e ed el en et for für i "
    "im in l la las le les los na o of on och og por pour s su sur the u um und van "
    "voor vom von y za zur".split()
)
_CUT_JOURNAL = re.compile(r"(?:[A-Z][a-z]{0,9}\. )+[A-Z][a-z]{0,9}")
_BREAK = re.compile(
    r"(?<=[a-z)\]”\"\d])[.?!]+\s+(?:[–—-]\s)?(?=[^\W\d_]|\d)"
    r"|(?<=\s[A-Z])\.\s+(?=(?:J|Journal|Ann|Arch|Acta|Lancet|BMC|PLo[sS])\b)"
)
_NOT_YET = re.compile(
    r"[.,;]?\s(?:(?:Published|Epub|Online|Advance)\b|\(?(?:[Ii]n [Pp]ress"
    r"|[Ff]orthcoming|[Tt]o appear|[Aa]ccepted)\b)"
)
_BEGINS = re.compile(r"[^\W\d_]|[23]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a work appeared, as its entry says; what it does not say is empty."""

    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""  # as printed, or the article's number


def is_shortened(words: str) -> bool:
    """Say whether words are all cut as ISO 4 cuts the names of journals."""
    return (_CUT_JOURNAL.fullmatch(words) or _SHORTENED.fullmatch(words)) is not None


def names_no_journal(words: str) -> bool:
    """Say whether words name a publisher, an edition, a visit: no journal."""
    return _NO_JOURNAL.search(words) is not None


def is_place_alone(words: str, *, names_authors: bool) -> bool:
    """Whether words are but a journal and a place in it: "J Examp. 2016;12(3):144".

    ``names_authors``: the words begin with what can be a name with its initials.
    """
    place = find_place(words)
    if not place.volume or not words.startswith(place.journal) or "," in place.journal:
        return False
    is_short = len(place.journal.split()) < 9 and ";" in words and not names_authors
    return is_short or is_like_a_journal(place.journal)


def find_place(words: str, *, is_dated: bool = False) -> Place:
    """Read the place from the words behind a title; empty where no journal is."""
    words = _ASIDE.sub("", _DOI.sub(" ", words))
    quoted = max(words.rfind(mark) for mark in "”»“")
    words = " " + words[quoted + 1 :].lstrip(" .,;:\"’'»)]–—-").rstrip(" .,;:\"’'–—-")
    matches = [found for one in _PLACES for found in one.finditer(words)]
    for found in sorted(matches, key=lambda one: (_goes_on(one), one.start())):
        place = _place(words, found, is_dated=is_dated)
        if place is not None:
            return place
    bare = next(filter(None, (_bare_place(words, one) for one in _BARE_PLACES)), None)
    name = "" if bare else _journal(words)
    alone = name if name and is_like_a_journal(name) else ""
    return bare or Place(alone)


def _goes_on(found: re.Match[str]) -> bool:
    """Whether sentences follow, as they do on numbers in a title and on no place."""
    return len(_LOW_WORDS.findall(found.string, found.end())) > 2


def _bare_place(words: str, pattern: re.Pattern[str]) -> Place | None:
    """A place without a volume: of an article ahead of print, or by its page alone."""
    found = pattern.search(words)
    name = _journal(words[: found.start()]) if found else ""
    if not name or not is_like_a_journal(name):
        return None
    parts = found.groupdict()
    issue = parts.get("numbered") or parts.get("issue") or ""
    return Place(name, issue=issue, pages=_pages(found))


def is_like_a_journal(name: str) -> bool:
    """Whether a name has a word that journals alone have, or two as ISO 4 cuts them."""
    short = len(name.split()) <= 12 and ":" not in name and ";" not in name
    sure = _SURE.search(name) is not None or len(_SHORTENED.findall(name)) > 1
    return short and sure


def _place(words: str, found: re.Match[str], *, is_dated: bool) -> Place | None:
    """The place that a match says, where the words before it can be a journal."""
    parts = found.groupdict()
    volume = parts.get("volume") or parts.get("roman") or ""
    issue = parts.get("issue") or parts.get("numbered") or parts.get("part") or ""
    page, pages = parts.get("page") or "", _pages(found)
    years = len(_YEARLIKE.findall(found[0]))
    if not is_dated:
        is_dated = _YEARLIKE.search(words, found.end()) is not None
    spare = years - (not is_dated)  # one of them is the year, unless that stands apart
    if spare < sum(bool(_YEARLIKE.fullmatch(one)) for one in (volume, page)):
        if _YEARLIKE.fullmatch(volume):
            return None
        pages = ""
    journal = _journal(words[: found.start()])
    if not journal:
        return None
    return Place(journal, volume, issue.strip(), pages)


def _pages(found: re.Match[str]) -> str:
    parts = found.groupdict()
    return (parts.get("page") or "") + (parts.get("last") or "")


def _journal(words: str) -> str:
    """The journal that some words end in; empty where they cannot be one's name."""
    if _IN_A_BOOK.search(words) or _IS_VISITED.search(words):
        return ""
    words = _NOT_YET.split(words)[0]
    name = re.sub(r",\s?Suppl$", "", _last_part(words).strip(" ,;:.–—-*"))
    fits = 2 <= len(name) <= LONGEST and len(name.split()) <= 24
    fits = fits and not name.endswith((", no", ", vol", ", issue"))
    if not fits or _NO_JOURNAL.search(name) or not _BEGINS.match(name):
        return ""
    low = sum(w[0].islower() and w.lower() not in _SMALL for w in name.split())
    if low > 2 and len(name.split()) > 8 and not _SURE.search(name[:40]):
        return ""  # a title whose full stop is missing
    return "" if words.count("(") != words.count(")") else name


def _last_part(words: str) -> str:
    """What is left of some words without the end of a title before them.

    In a journal's name all but the little words begin in capitals, or no sentence ends
    in it: "A review of things. Ann. Intern. Med" is "Ann. Intern. Med".
    """
    numeral = _NUMERAL.match(words)
    start = numeral.end() if numeral else 0
    for found in _BREAK.finditer(words, start):
        before, after = words[start : found.start()], words[found.end() :]
        if _SURE.search(before):
            continue
        *most, last = before.split() or [""]
        is_written_out = any(not word.endswith(".") for word in most)
        opens = is_written_out and _OPENS.match(after)
        if opens or last in _COUNTRIES or _is_of_a_title(before):
            start = found.end()
    before, comma, last = words[start:].rpartition(", ")
    begins = last[:1].isupper() or _SURE.match(last)
    if comma and begins and not _SURE.search(before):
        is_long = len(words[start:].split()) > 8 and is_like_a_journal(last)
        if is_long or _is_of_a_title(before):
            return last
    return words[start:]


def _is_of_a_title(words: str) -> bool:
    """Whether words are no journal's name: one begins small, or an article leads."""
    split = words.split()
    low = any(w[0].islower() and w.lower() not in _SMALL for w in split)
    return low or (len(split) > 3 and split[0] in ("A", "An"))
