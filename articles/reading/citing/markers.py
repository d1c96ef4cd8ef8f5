"""Citation markers in running text: where they stand and what they say.

Two kinds are read: numbers ("[1-3]", "[ref. 1]", "(2)", "¹²", "^3^", "wrinkles.2") and
authors with a year ("Kim et al. (2016)", "(Smith & Jones, 2011a; de Vries, in press)").
All take text in which ``narrow`` wrote wide digits and brackets as narrow ones.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.reading.composing import SUPERSCRIPTS
from articles.reading.lists.entries import author_year_label
from articles.reading.lists.names import ONE_SURNAME, ORGANISATION, UPPER
from texts.late_patterns import compile_late

LOWERED = {chr(raised): chr(plain) for plain, raised in SUPERSCRIPTS.items()} | {
    "⁻": "-",
    "˒": ",",
}
_NARROW = str.maketrans(
    "０１２３４５６７８９（）［］【】〔〕，；．：－\u00a0\u2009\u202f\u3000",
    "0123456789()[][][],;.:-    ",
)
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LIST = r"\d{1,3}(?:\s?[,;–—‐−-]\s?\d{1,3}){0,40}"
_WORDED = (  # also "1 to 4" and "1, 2, and 3"
    r"\d{1,3}(?:(?:\s?[,;–—‐−-]\s?(?:(?:and|&|see(?:\salso)?|reviewed\sin)\s)?"
    r"|\s(?:to|through|and|&)\s)\d{1,3}){0,40}"
)
_SEE = (
    r"(?:(?:(?:but|for (?:a )?reviews?,?)\s)?see(?:\salso)?|cf\.?|e\.g\.,?"
    r"|(?:as\s)?(?:reviewed|cited|quoted)\s(?:in|by))"
)
_BEFORE_LIST = (
    rf"(?:(?:{_SEE}\s)?(?:refs?|references?|citations?|sources?"
    r"|nos?|numbers?)\.?\s?"
    rf"|{_SEE}\s|\#)?"
)
_AFTER_LIST = (
    r"(?:\s?[,;:]\s?(?:pp?|pages?|paras?|figs?|tables?|ch|chapters?|vol|sec|sections?|§)"
    r"\.?\s?[^\[\]]{1,30}|\s?\(pp?\.?\s?[^()\[\]]{1,20}\)|†[^\[\]]{0,40}"
    r"|\s?[,;])?"
)
_SQUARE = rf"\[\s?{_BEFORE_LIST}({_WORDED}){_AFTER_LIST}\s?\]"
SQUARE = compile_late(rf"{_SQUARE}(?:_(?!\w)|\s?[–—‐−-]\s?{_SQUARE})?", re.I)
FOOTNOTE = re.compile(r"(?<![\[!])\[\^([^\[\]\s^]{1,60})\](?![:\w])")
_KEY = r"-?@[A-Za-z]\w*(?:[:.#/&+?<>~%-]\w+){0,9}"
KEYS = re.compile(  # of Pandoc: "[@kim2016; see @roe2019, p. 4]"
    rf"(?<![\w!\]])\[((?:[^\[\]@;\n]{{0,40}}(?<!\w))?{_KEY}"
    rf"(?:[,\s][^\[\]@;\n]{{0,60}})?"
    rf"(?:;[^\[\]@;\n]{{0,40}}(?<!\w){_KEY}(?:[,\s][^\[\]@;\n]{{0,60}})?){{0,20}})\](?!\()"
)
KEY_IN_WORDS = re.compile(  # "As @kim2016 found"
    r"(?<![\w@/.\[])@([A-Za-z][A-Za-z_:-]{1,30}(?:1[89]|20)\d\d\w{0,20})(?![\w@])"
)
REFERRED = re.compile(  # "(ref. 2)", "(see refs 1 and 2)"
    rf"\(\s?(?:(?:see|cf\.?)\s)?(?:refs?|references?)\.?\s?({_WORDED})\s?\)", re.I
)
ROUND = re.compile(rf"(?<=[\w.,;:”\"’)])\s?(\(\s?({_LIST})\s?\))")
RAISED = re.compile(
    rf"(?:(?<=[^\W\d_]|[.,;:!?)\]”\"’'%—])|(?<=[^\W\d_]{{2}}\s)(?![{_DIGITS}]+[\w⁄/]))"
    rf"⁽?[{_DIGITS}](?:[,˒⁻– -]{{0,2}}[{_DIGITS}]){{0,40}}⁾?"
)
CARET = re.compile(  # "pain^3^", and HTML's in Markdown
    rf"(?:(?<=[^\W\d_]|[.,;:!?)”\"’'])|(?<=[^\W\d_]{{2}}\s)(?=<sup>))"
    rf"(?:\^\{{?|<sup>\[?)({_LIST})(?:\]?</sup>|\}}?\^?)"
)
GLUED = re.compile(
    r"(?:(?<=[^\W\d_][^\W\d_])|(?<=\w[)”\"’%])(?=[.,;!?]))"
    r"(?:[.,;:!?][”\"’)]?|(?<=[a-z]{3}))"
    r"(\d{1,3}(?:[,–-]\d{1,3}){0,20})(?=[\s.,;:)]|$)(?!\.\d)"
)
UNIT_BEFORE = re.compile(  # units, statistics, one letter, and signs
    r"(?:\b(?:[kcdmµμn]?m|ft|in|yd|mi|sec|kg/m|g/m|mc|[^\W\d_]|[Tt]au|[Cc]hi|[Ee]ta"
    r"|[Oo]mega|[Ee]psilon|[Pp]hi|[Rr]ho|[Ss]igma|[Ll]ambda|[Dd]elta|[Cc]os|[Ss]in)"
    r"|[Α-Ωα-ωµ]|[=×^/−-])$"
)
CHARGE_BEHIND = re.compile(r"[⁺⁻+=]|⁻")  # "Ca²⁺", "x²="
MEASURED = re.compile(  # "median 4 [2-7]", "95% CI [1, 5]", "aged [18-65]"
    r"\b(?:CI|IQR|ranges?|intervals?|quartiles?|medians?|means?|scores?|aged?|between)\b"
    r"[\s:=,]*(?:of |was |is )?[\d.,%\s]*$|[=<>≤≥±×*/+^]\s?$"
    r"|\b(?:grade|phase|stage|type)\s$",
    re.IGNORECASE,
)
NOT_A_MARKER = re.compile(
    r"\b(?:eqs?|equations?|tables?|figs?|figures?|steps?|panels?|types?|grades?|n|phases?"
    r"|items?|models?|studies|groups?|stages?|levels?|parts?|sections?|vitamins?|omega"
    r"|hypothes[ie]s|weeks?|days?|chapters?|aims?|objectives?|questions?|criteri\w+|[A-Z])"
    r"\.?\s?$",
    re.IGNORECASE,
)
LABELLED = re.compile(  # "Step [1]", "see Table [2]"; not "one step [1]", "in part [1]"
    r"(?:^|[.!?:;,(–—]\s?|\n|\b(?i:in|at|on|see|to|of|from|with|by|and|or|as|under|after"
    r"|before|until|through|press|choose|use|read|take|do|repeat|into)\s)"
    r"(?:(?i:steps?|figs?\.?|figures?|tables?|boxe?s?|chapters?|sections?|equations?"
    r"|eqs?\.?|appendix|appendices|panels?|items?|exercises?|lessons?|phases?|weeks?"
    r"|days?|options?|rooms?|keys?|buttons?|tips?|levels?|slides?|photos?|pages?"
    r"|rules?|methods?|answers?|versions?|tasks?|scenarios?)"
    r"|Parts?|Questions?|Types?|Points?|Groups?|Rows?|Lines?|Choices?)\s?$"
)
ABBREVIATED = re.compile(  # a label whose full stop ends no sentence: "Fig.2"
    r"\b(?:eqs?|figs?|tabs?|tables?|nos?|vols?|ch|sec|pp?|vs?|approx|ca|ver)\.$", re.I
)

YEAR = r"(?:1[89]\d\d|20[0-4]\d)"
_MORE_YEARS = rf"(?:\s?[,;]\s?(?:(?:and |& )?{YEAR}[a-h]?|[a-h]\b)){{0,8}}"
UNDATED = (
    r"(?:in press|n\.\s?d\.|no date|forthcoming|submitted|to appear|under review"
    r"|in preparation)"
)
DATED = re.compile(rf"{YEAR}|{UNDATED}", re.I)  # without it, no work is cited by year
YEARS = (
    rf"(?P<years>{YEAR}(?:[a-h]|/{YEAR})?{_MORE_YEARS}(?![\w–-]|\.\d|/\d)"
    rf"|{UNDATED}(?!\w))"
)
_SHORT = r"(?:\s\[[A-Z][\w&. -]{1,20}\]|\s\([A-Z][\w&. -]{1,20}\))?"  # " [WHO]"
_NAME = rf"{ONE_SURNAME}"
_BODY = (
    rf"[{UPPER}][\w’'\-]*(?: (?:[{UPPER}][\w’'\-]*|of|for|and"
    rf"|the|on|in|&)){{0,9}}"
)
_ET_AL = (
    r"(?:,? et\.? al(?:ia|\.|\b)|,? & al\.|,? and (?:colleagues|others|co-?workers)\b)"
)
ET_AL = re.compile(_ET_AL)
_JOINED = rf"(?:,? (?:and|&|y|und) {_NAME})"
_COMMAS = rf"(?:, {_NAME}){{1,6}}{_JOINED}"
AUTHORS = (
    rf"(?P<first>{_NAME})(?P<poss>[’']s?)?"
    rf"(?P<more>{_ET_AL}|{_COMMAS}|{_JOINED}(?:{_ET_AL})?)?(?P<poss2>[’']s)?"
)
BODY_NARRATIVE = re.compile(
    rf"(?<![\w’'\-])(?P<first>{_BODY})(?P<gap>\s)\({YEARS}(?:[,:;]\s?[^()\[\]]{{1,40}})?\)"
)
NARRATIVE = compile_late(
    rf"(?<![\w’'\-]){AUTHORS}(?P<gap>,?\s)[\(\[]{YEARS}(?:[,:;]\s?[^()\[\]]{{1,40}})?[\)\]]"
)
BARE = compile_late(rf"(?<![\w’'\-]){AUTHORS}(?P<gap>,?\s){YEARS}")
GROUP = re.compile(r"[\(\[]((?:[^()\[\]]|\[[A-Z][\w&. -]{1,20}\]){6,900})[\)\]]")
GROUP_PART = compile_late(
    rf"(?<![\w’'\-])\[?{AUTHORS}\]?(?P<gap>[.,]?\s|,|(?<=\]),?\s?)\(?{YEARS}"
)
BODY_PART = re.compile(rf"(?<![\w’'\-])(?P<first>{_BODY}){_SHORT}(?P<gap>,\s?){YEARS}")
WHOLE = re.compile(  # a part of a bracket that nothing, or only "see", stands before
    r"(?:^|;|\d{4}[a-h]?,)\s*(?:(?:[Ss]ee|e\.g\.,?|cf\.?|[Rr]eviewed (?:in|by)"
    r"|for (?:a )?reviews?,? see)(?:,? also)?,?\s+)?$"
)
EVENT = re.compile(  # "the congress (Exampleville, 2019)": where and when it was
    r"\b(?:meetings?|congress(?:es)?|conferences?|symposi(?:um|a)|workshops?|summits?"
    r"|conventions?|assembl(?:y|ies)|charters?|declarations?|treat(?:y|ies)"
    r"|accords?|exhibitions?|fairs?|festivals?|games|olympics|championships?|elections?"
    r"|hurricanes?|earthquakes?|floods?|fires?|outbreaks?|epidemics?|strikes?|concerts?"
    r"|tournaments?|marathons?|celebrations?|ceremon(?:y|ies)|battles?|wars?|riots?)\W*$",
    re.I,
)
CREDITED = re.compile(  # "Photo (Example, 2016)": whose a picture is, no work
    r"\b(?:photo\w*|images?|pictures?|credits?|copyright|illustrations?)\W*$", re.I
)
ALSO = re.compile(rf"(?:, | and |, and )[{UPPER}][\w’'-]+ \({YEAR}[a-h]?\)")
ENDS_PART = re.compile(r"\s*(?:$|[;,:])")
# "Curcuma longa (Linnaeus, 1753)": who named a species, and when
SPECIES = re.compile(
    r"\b[A-Z][a-z]{2,20}\.?\s(?:[a-z]{3,20}\s){0,1}[a-z]{2,20}"
    r"(?:us|um|is|ii|ae|ensis|a|e|i|os|on|ns|x)\s?[(\[]?$"
)
LAST_AUTHORITY = 1930

NOT_NAMES = frozenset(
    """
    january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn
    fall winter monday tuesday wednesday thursday friday saturday sunday table
    figure fig box section chapter study studies trial phase version update updated
    since until before after from between during in on by at as to see also and or
    the a an this these that published accessed retrieved copyright volume vol no
    number page pages day week month year years early mid late circa covid sars us
    usa uk eu un new north south east west united states act law directive
    regulation census olympics congress conference annual edition ed eds appendix
    protocol about around approximately only through class cohort group survey model
    women men adults children patients participants source data medicare medicaid bc
    ad ce bce isbn doi pmid level however although while when where because but if
    results review methods grade stage part type note using both each with without
    over under then there their its our we they he she it for of per total n mean
    age baseline images photos media windows office brexit election elections euro
    cup season budget summit linnaeus linn fabricius pandemic epidemic lockdown wave
    christmas easter ramadan diwali lent ebola zika mers mon tue tues wed thurs fri sat
    recession storm expo quarter fy
    """.split()
)
# Names that are a place's before a person's: no author by a year alone.
PLACES = frozenset(
    """
    aarhus abuja accra adelaide afghanistan africa alabama alaska albania alexandria
    algeria alma-ata almaty america amsterdam angeles angola ankara antwerp
    argentina arizona arkansas armenia asia athens atlanta auckland australia
    austria azerbaijan baghdad bahrain baltimore bangkok bangladesh barcelona basel
    beijing belarus belfast belgium belgrade benin berlin bern bilbao birmingham
    bogota bolivia bologna bordeaux bosnia boston botswana brasilia bratislava
    brazil brighton brisbane brno bruges brussels bucharest budapest bulgaria
    burundi busan cairo calgary california cambodia cameroon canada caracas cardiff
    casablanca chennai chicago chile china cleveland cologne colombia colombo
    colorado congo connecticut copenhagen croatia cyprus czechia dakar delhi denmark
    detroit dhaka diego doha dresden dubai dublin durban ecuador edinburgh egypt
    england estonia ethiopia europe fiji finland florence florida france francisco
    frankfurt gabon gambia geneva germany ghana glasgow gothenburg graz greece
    guangzhou guatemala guinea haiti hamburg hanoi havana hawaii helsinki hiroshima
    honduras hungary iceland idaho illinois india indiana indonesia iowa iran iraq
    ireland israel istanbul italy jakarta jamaica janeiro japan jerusalem
    johannesburg kampala kansas karachi kathmandu kazakhstan kentucky kenya kiev
    kolkata kong korea krakow kuwait kyiv kyoto lagos lahore laos latvia lausanne
    lebanon leeds leipzig liberia libya lima lisbon lithuania liverpool ljubljana
    london louisiana luxembourg lyon maastricht madagascar madrid malawi malaysia
    mali malmö malta manchester manila marseille maryland massachusetts mauritius
    melbourne mexico miami michigan milan minneapolis minnesota minsk mississippi
    missouri moldova mongolia montreal morocco moscow mozambique mumbai munich
    myanmar nagoya nairobi namibia naples nebraska nepal netherlands nevada
    nicaragua niger nigeria norway ohio oklahoma oman ontario oregon orleans osaka
    oslo ottawa oxford pakistan palestine panama paraguay paris paulo pennsylvania
    peru philadelphia philippines pittsburgh poland porto portugal prague pretoria
    qatar quebec queensland reykjavik riga rio riyadh romania rome rotterdam russia
    rwanda salzburg santiago sapporo scotland seattle senegal seoul serbia seville
    shanghai shenzhen singapore slovakia slovenia sofia somalia spain stockholm
    strasbourg stuttgart sudan sweden switzerland sydney syria taipei taiwan tallinn
    tampere tanzania tehran tennessee texas thailand togo tokyo toronto toulouse
    tunis tunisia turin turkey uganda ukraine uppsala uruguay utah utrecht
    uzbekistan vancouver venezuela venice vermont vienna vietnam vilnius wales
    warsaw washington wisconsin wuhan wyoming yemen york zagreb zambia zealand
    zimbabwe zurich
    """.split()
)

# Names of firms and agencies that make, sell or picture what is dated.
FIRMS = frozenset(
    """
    adidas airbnb airbus alphabet amazon apple audi bbc bloomberg bmw boeing cnn dell
    disney ebay facebook fiat flickr ford getty google hbo honda huawei hyundai ibm
    ikea instagram intel itv kia lego lenovo mazda meta microsoft nestle netflix nike
    nintendo nissan nokia panasonic paramount pepsi pixabay pixar porsche renault
    reuters samsung shell shutterstock siemens sony spotify starbucks tesla tesco
    tiktok toshiba toyota twitter uber unilever unsplash volkswagen volvo walmart
    whatsapp wikimedia yahoo youtube
    """.split()
)


@dataclass(frozen=True, slots=True)
class NumberMarker:
    """A marker by number: one span, all the numbers it stands for."""

    start: int
    end: int
    numbers: tuple[int, ...]
    style: str


@dataclass(frozen=True, slots=True)
class YearMarker:
    """A marker by author and year: one cited work."""

    start: int
    end: int
    authors: tuple[str, ...]
    year: int | None  # None for a work in press, or without a date
    letter: str
    sure: bool  # said in a way that nothing but a citation is
    first_year: int | None = None  # the 1999 of "1999/2001"

    @property
    def years(self) -> tuple[int | None, ...]:
        """The years that a list may give the work."""
        return (self.year, self.first_year) if self.first_year else (self.year,)

    @property
    def label(self) -> str:
        """What the work is called: surname and year."""
        if self.year is None:
            return f"{self.authors[0]}, no date"
        return author_year_label(self.authors, self.year, self.letter)


def narrow(text: str) -> str:
    """Return a text with wide digits, brackets and blanks as narrow ones.

    Each character stays one character, so that places in it are places in the text.
    """
    return text.translate(_NARROW)


def numbers_in(words: str) -> tuple[int, ...]:
    """Return the numbers of a marker, its ranges written out: "1-3, 5" is 1 2 3 5."""
    words = "".join(LOWERED.get(letter, letter) for letter in words)
    words = re.sub(
        r"\b(?:to|through)\b", "-", re.sub(r"\band\b|&", ",", words, flags=re.I)
    )
    out: list[int] = []
    for part in re.split(r"[,;]", re.sub(r"[–—‐−⁻]", "-", words)):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        if len(ends) == 2 and "-" in part and 0 < ends[1] - ends[0] < 100:
            out += range(ends[0], ends[1] + 1)
        else:
            out += ends
    return tuple(dict.fromkeys(out))


def square_markers(text: str) -> Iterator[NumberMarker]:
    """Yield numbers in square brackets or called references; "[2]–[4]" is one."""
    for found in SQUARE.finditer(text):
        before = text[max(0, found.start() - 30) : found.start()]
        if MEASURED.search(before) or LABELLED.search(before):
            continue
        words = f"{found[1]}-{found[2]}" if found[2] else found[1]
        yield NumberMarker(*found.span(), numbers_in(words), "square")
    for found in REFERRED.finditer(text):
        yield NumberMarker(*found.span(), numbers_in(found[1]), "square")


def footnote_markers(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the footnote marks of Markdown, "[^name]", with their names."""
    for found in FOOTNOTE.finditer(text):
        yield *found.span(), found[1]


def key_markers(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the keys by which Pandoc cites, each with the span of its marker.

    Outside of brackets a key bears a year: others may be names of people.
    """
    for found in KEYS.finditer(text):
        for key in re.findall(_KEY, found[1]):
            yield *found.span(), key.lstrip("-@")
    for found in KEY_IN_WORDS.finditer(text):
        yield *found.span(), found[1]


def round_markers(text: str) -> Iterator[NumberMarker]:
    """Yield numbers in round brackets that neither count items nor name a table."""
    for found in ROUND.finditer(text):
        before, behind = (
            text[: found.start(1)][-20:],
            text[found.end() : found.end() + 3],
        )
        enumerates = re.search(r"(?:[:;,]|\band|\bor)\s?$", before) and re.match(
            r"\s\w", behind
        )
        if not enumerates and not NOT_A_MARKER.search(before):
            yield NumberMarker(*found.span(1), numbers_in(found[2]), "round")


def raised_markers(text: str) -> Iterator[NumberMarker]:
    """Yield superscript numbers that are no power of a unit."""
    for pattern, group in ((RAISED, 0), (CARET, 1)):
        for found in pattern.finditer(text):
            if UNIT_BEFORE.search(
                text[max(0, found.start() - 8) : found.start()].rstrip()
            ):
                continue
            if CHARGE_BEHIND.match(text, found.end()):
                continue
            if numbers := numbers_in(found[group]):
                yield NumberMarker(*found.span(), numbers, "raised")


def glued_markers(text: str) -> Iterator[NumberMarker]:
    """Yield numbers that lost their superscript: "wrinkles.2 Later", "elasticity3"."""
    for found in GLUED.finditer(text):
        before = text[max(0, found.start(1) - 14) : found.start(1)]
        counted = NOT_A_MARKER if before[-1].isalpha() else ABBREVIATED
        if not counted.search(before):
            yield NumberMarker(*found.span(1), numbers_in(found[1]), "glued")


REPORTS = re.compile(
    r"\s(?:and colleagues |also |first |have |has |had "
    r")?(?:found|reported|report|showed?|"
    r"shows|demonstrated?s?|concluded?s?|observed|suggests?|suggested|described?s?"
    r"|argued?s?|proposed?s?|noted?s?|stated?s?|reviewed|examined|studied|investigated|compared|"
    r"conducted|developed|used|tested|measured|analy[sz]ed|estimated|identified|pooled|"
    r"followed|treated|randomi[sz]ed|gave|wrote|points?|pointed|claims?|claimed|did|saw)\b"
)


POSSESSIVE = re.compile(r"[’']s$")
WORK = re.compile(  # "Kim’s (2016) small trial", "Kim’s 2016 study"
    r"\s(?:[a-z-]+\s){0,2}?(?:study|trial|meta-?analysis|experiment|cohort|paper)\b"
)


def _is_reported(text: str, start: int, end: int) -> bool:
    """Say whether the words around one surname and its year treat it as an author."""
    while also := ALSO.match(text, end):  # "Kim (2014) and Roe (2015) found"
        end = also.end()
    if REPORTS.match(text, end) or WORK.match(text, end):
        return True
    return (
        re.search(r"\b(?:by|see|cf\.?|to|of)\s$", text[max(0, start - 9) : start])
        is not None
    )


def year_markers(text: str) -> Iterator[YearMarker]:
    """Yield authors with a year: in prose, in brackets, and bare as in headings."""
    if not DATED.search(text):
        return
    for found in BODY_NARRATIVE.finditer(text):
        if ORGANISATION.search(found["first"]):
            yield from _works(found, found.start(), found.end())
    for found in NARRATIVE.finditer(text):
        reported = _is_reported(text, found.start(), found.end())
        yield from _works(found, found.start(), found.end(), reported)
    for group in GROUP.finditer(text):
        before = text[max(0, group.start() - 20) : group.start()]
        if CREDITED.search(before):
            continue
        tells_where = EVENT.search(before) is not None
        for pattern in (BODY_PART, GROUP_PART):
            for found in pattern.finditer(text, group.start(1), group.end(1)):
                if pattern is BODY_PART and " " not in found["first"]:
                    continue
                alone = (
                    pattern is GROUP_PART
                    and not tells_where
                    and _stands_alone(group, found)
                )
                yield from _works(found, found.start(), found.end("years"), alone)
    for found in BARE.finditer(text):
        end = found.end("years")
        whose = POSSESSIVE.search(found["first"]) or found["poss"]
        whose = whose and WORK.match(text, end)
        if found["more"] or whose or REPORTS.match(text, end):
            yield from _works(found, found.start(), end, bool(whose))


def _stands_alone(group: re.Match[str], found: re.Match[str]) -> bool:
    """Say whether a bracket's part is one name and its year, with or without comma."""
    if "," in found["gap"]:
        return True
    before = group.string[group.start(1) : found.start()]
    behind = group.string[found.end() : group.end(1)]
    return bool(WHOLE.search(before) and ENDS_PART.match(behind))


def _names_species(text: str, start: int, year: int | None) -> bool:
    """Say whether who named a species is named, and when, not a work."""
    early = year is not None and year < LAST_AUTHORITY
    return early and SPECIES.search(text[max(0, start - 70) : start]) is not None


def _works(
    found: re.Match[str], start: int, end: int, credible: bool = False
) -> Iterator[YearMarker]:
    groups = found.groupdict()
    more = groups.get("more") or ""
    authors, start = _authors(found["first"], more, start)
    if not authors:
        return
    credible = bool(more) or credible
    if all(name.split(" ")[-1].lower() in PLACES | FIRMS for name in authors):
        credible = ET_AL.match(more) is not None
    if not found["years"][0].isdigit():
        yield YearMarker(start, end, authors, None, "", sure=True)
        return
    if "/" in found["years"]:
        first, last = found["years"][:4], found["years"][5:9]
        yield YearMarker(start, end, authors, int(last), "", credible, int(first))
        return
    year = 0
    for piece in re.findall(rf"{YEAR}[a-h]?|(?<=[,;\s])[a-h]\b", found["years"]):
        letter = piece[-1] if piece[-1].isalpha() else ""
        year = int(piece[:4]) if piece[0].isdigit() else year
        if _names_species(found.string, start, year):
            continue
        yield YearMarker(start, end, authors, year, letter, sure=credible)


def _authors(first: str, more: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the surnames of a marker; words before the first name are left out."""
    words = first.split(" ")
    while words and words[0].lower().strip("’'.,") in NOT_NAMES:
        start += len(words[0]) + 1
        words.pop(0)
    name = re.sub(r"[’']s?$", "", " ".join(words))
    if not words or name.lower() in NOT_NAMES or len(name) < 2:
        return (), start
    others = [] if re.search(r"(?:et\.?|&) al", more) else re.findall(_NAME, more)
    return (name, *others), start
