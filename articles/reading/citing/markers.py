"""Citation markers in running text: where they stand and what they say.

Two kinds are read: numbers ("[1-3]", "[ref. 1]", "(2)", "¹²", "^3^", "wrinkles.2") and
authors with a year ("Kim et al. (2016)", "(Smith & Jones, 2011a; de Vries, in press)").
All take text in which ``narrow`` wrote wide digits and brackets as narrow ones.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.reading.citing.not_authors import FIRMS, NOT_NAMES, PLACES
from articles.reading.composing import SUPERSCRIPTS
from articles.reading.lists.entries import author_year_label
from articles.reading.lists.names import ONE_SURNAME, ORGANISATION, UPPER
from texts.late_patterns import compile_late

LOWERED = {chr(raised): chr(plain) for plain, raised in SUPERSCRIPTS.items()} | {
    "⁻": "-",
    "˒": ",",
    "·": ",",
}
_NARROW = str.maketrans(
    "０１２３４５６７８９（）［］【】〔〕，；．：－\u00a0\u2009\u202f\u3000",
    "0123456789()[][][],;.:-    ",
)
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LIST = r"\d{1,3}(?:\s?[,;–—‐−-]\s?\d{1,3}){0,40}"
_PART = r"(?-i:[a-d](?:\s?[,–-]\s?[a-d])*)?(?![^\W_])"  # of a work of several: "7a,b"
_WORDED = (  # also "1 to 4" and "1, 2, and 3"
    rf"\d{{1,3}}{_PART}(?:(?:\s?[,;–—‐−-]\s?(?:(?:and|&|see(?:\salso)?"
    rf"|reviewed\sin)\s)?|\s(?:to|through|and|&)\s)\d{{1,3}}{_PART}){{0,40}}"
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
    r"|,?\s(?:for\s(?:an?|further|more|details|reviews?|discussion)"
    r"|and\sreferences|and\sothers|among\sothers)\b[^\[\]\d]{0,40}|\s?[,;])?"
)
_PLACE = r"(?:\(#[^()\s]{1,60}\))?"  # of the page that Markdown links to
_SQUARE = rf"\\?\[\s?{_BEFORE_LIST}({_WORDED}){_AFTER_LIST}\s?\\?\]{_PLACE}"
SQUARE = compile_late(
    rf"(?:\[(?=\[[^\[\]]{{1,40}}\]\]\(#))?{_SQUARE}"
    rf"(?:_(?!\w)|\s?[–—‐−-]\s?{_SQUARE}|(?<=\])\]\(#[^()\s]{{1,60}}\))?",
    re.I,
)
FOOTNOTE = re.compile(r"(?<![\[!])\[\^([^\[\]\s^]{1,60})\](?![:\w])")
_KEY = r"-?@[A-Za-z]\w*(?:[:.#/&+?<>~%-]\w+){0,9}"
KEYS = re.compile(  # of Pandoc: "[@kim2016; see @roe2019, p. 4]"
    rf"(?<![\w!\]])\[((?:[^\[\]@;\n]{{0,40}}(?<!\w))?{_KEY}"
    rf"(?:[,\s][^\[\]@;\n]{{0,60}})?"
    rf"(?:;[^\[\]@;\n]{{0,40}}(?<!\w){_KEY}(?:[,\s][^\[\]@;\n]{{0,60}})?){{0,20}})\](?!\()"
)
LATEX = re.compile(  # "\\cite{kim2016,roe2019}", "\\citep[p. 4]{kim2016}"
    r"~?\\(?:auto|paren|text|foot|super|smart|full|no)?cite(?:p|t|alp|alt|num|author|year)?\*?(?:\[[^\[\]\n]{0,60}\]){0,2}"
    r"\{([\w:.,/ +-]{2,300})\}"
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
    rf"⁽?[{_DIGITS}](?:[,˒·⁻– -]{{0,2}}[{_DIGITS}]){{0,40}}⁾?"
)
CARET = re.compile(  # "pain^3^", "pain$^{3}$", and HTML's in Markdown
    rf"(?:(?<=[^\W\d_]|[.,;:!?)”\"’'])|(?<=[^\W\d_]{{2}}\s)(?=<sup>|\^[\d,–-]{{1,9}}\^))"
    rf"(?:\$?\^\{{?|<sup>(?:<a\b[^<>]{{0,120}}>)?\[?)({_LIST})"
    rf"(?:\]?{_PLACE}(?:</a>)?</sup>|\}}?[\^$]?)"
)
GLUED = re.compile(
    r"(?:(?<=[^\W\d_][^\W\d_])|(?<=\w[)”\"’%])(?=[.,;!?]))"
    r"(?:[.,;:!?][”\"’)]?|(?<=[a-z]{3}))"
    r"(\d{1,3}(?:[,–-]\d{1,3}){0,20})(?=[\s.,;:)]|$)(?!\.\d)"
)
UNIT_BEFORE = re.compile(  # units, statistics, one letter, and signs
    r"(?:\b(?:[kcdmµμn]?m|ft|in|yd|mi|sec|kg/m|g/m|mc|[^\W\d_]|[Tt]au|[Cc]hi|[Ee]ta"
    r"|mol|acres?|feet|foot|inch(?:es)?|miles?|yards?|met(?:er|re)s?"
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
SPREAD = re.compile(  # "3.5 [1–9] days": what lies around a number, and its unit
    r"\s(?:(?:kilo|milli|micro|nano)?(?:gram|met(?:er|re)|lit(?:er|re))s?|[mµkn]?g|m?l|mm|cm"
    r"|seconds?|minutes?|min|hours?|days?|weeks?|months?|years?|points?|mmol|mmHg|times|%)\b"
)
LABELLED = re.compile(  # "Step [1]", "see Table [2]"; not "one step [1]", "in part [1]"
    r"(?:^|[.!?:;,(–—]\s?|\n|\b(?i:in|at|on|see|to|of|from|with|by|and|or|as|under|after"
    r"|before|until|through|press|choose|use|read|take|do|repeat|into)\s)"
    r"(?:(?i:steps?|figs?\.?|figures?|tables?|boxe?s?|chapters?|sections?|equations?"
    r"|eqs?\.?|appendix|appendices|panels?|items?|exercises?|lessons?|phases?|weeks?"
    r"|days?|options?|rooms?|keys?|buttons?|tips?|levels?|slides?|photos?|pages?"
    r"|rules?|methods?|answers?|versions?|tasks?|scenarios?|flats?|apartments?"
    r"|seats?|gates?|zones?)"
    r"|Parts?|Questions?|Types?|Points?|Groups?|Rows?|Lines?|Choices?)\s?$"
)
ABBREVIATED = re.compile(  # a label whose full stop ends no sentence: "Fig.2"
    r"\b(?:eqs?|figs?|tabs?|tables?|nos?|vols?|ch|sec|pp?|vs?|approx|ca|ver)\.$", re.I
)

YEAR = r"(?:1[89]\d\d|20[0-4]\d)"
_MORE_YEARS = rf"(?:\s?[,;]\s?(?:(?:and |& )?{YEAR}[a-h]?|[a-h]\b)){{0,8}}"
UNDATED = (
    r"(?:in press|n\.\s?d\.|no date|forthcoming|submitted|to appear|under review"
    r"|in preparation|unpublished(?: (?:data|results|observations))?(?=\s?[;)\],]|$)"
    r"|accepted(?: for publication)?(?=\s?[;)\],]|$))"
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
_ET_AL = (  # and as other languages say it
    r"(?:,? et\.? al(?:ia|ii|\.|\b)|,? & al\.|,? and (?:colleagues|others"
    r"|co-?workers)\b"
    r"| i in\.| u\. ?a\.| [ye] (?:cols?\.|colaboradores)| et coll\.| m\. ?fl\."
    r"| и др\.)"
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
GROUP = re.compile(r"[(\[{]((?:[^()\[\]{}]|\[[A-Z][\w&. -]{1,20}\]){6,900})[)\]}]")
_INITIALS = (
    rf"(?:,? (?:Jr\.?|Sr\.?|(?:[{UPPER}]\.[ -]?){{1,3}}|[{UPPER}]{{1,3}}(?=[ ,])))?"
)
GROUP_PART = compile_late(
    rf"(?<![\w’'\-])\[?{AUTHORS.replace('(?P<poss>', _INITIALS + '(?P<poss>')}\]?"
    rf"(?P<gap>\s?[.,;]?\s|,|(?<=\]),?\s?)\(?{YEARS}"
)
GROUP_JOURNAL = compile_late(  # "(Kim et al., Example J 2016)", "(…, May 2016)"
    rf"(?<![\w’'\-])(?P<first>{_NAME}){_INITIALS}(?P<more>{_ET_AL})(?P<gap>[.,;]?\s)"
    rf"(?!(?:and|in|from|during|who|for)\b)[^()\[\];\d\n]{{2,80}}?(?P<years>{YEAR})(?!\d)"
)
_DID = (
    r"(?:found|showed|shown|reported|demonstrated|concluded|observed|described|argued)"
)
AS_SHOWN = compile_late(  # "as Kim and others have shown (2016)"
    rf"(?<![\w’'\-]){AUTHORS}(?P<gap>\s(?:(?:have|has|had|also|first)\s)?{_DID}\s)"
    rf"[(\[]{YEARS}[)\]]"
)
IN_YEAR = compile_late(  # "Kim, in 2016, found"
    rf"(?<![\w’'\-]){AUTHORS}(?P<gap>,?\sin\s){YEARS},?(?=\s(?:also\s|first\s)?{_DID})"
)
IN_OWN_WORK = compile_late(  # "Kim and Roe found in their 2016 trial"
    rf"(?<![\w’'\-]){AUTHORS}(?P<gap>(?:,\s[^,;()]{{3,60}},)?\s(?:also\s|first\s)?{_DID}"
    rf"\sin\s(?:his|her|their)\s(?:[\w-]+\s){{0,2}}?){YEARS}"
)
OWN_WORK = compile_late(  # "Kim’s landmark 2016 paper"
    rf"(?<![\w’'\-])(?P<first>{_NAME})(?P<more>{_ET_AL})?[’']s?(?P<gap>\s(?:[a-z-]+\s)"
    rf"{{1,2}}?)(?P<years>{YEAR})(?=\s(?:[a-z-]+\s){{0,2}}(?:study|trial|meta-?analysis"
    r"|experiment|cohort|paper|review|article|report)\b)"
)
HAN_PART = re.compile(  # "(王等, 2016)"
    rf"(?<![\w])(?P<first>[\u3400-\u9fff]{{1,3}}?)(?P<more>等)?(?P<gap>,?\s?){YEARS}"
)
BODY_PART = re.compile(rf"(?<![\w’'\-])(?P<first>{_BODY}){_SHORT}(?P<gap>,\s?){YEARS}")
WHOLE = re.compile(  # a part of a bracket that nothing, or only "see", stands before
    r"(?:^|;|\d{4}[a-h]?,)\s*(?:(?:(?:[Bb]ut )?[Ss]ee|e\.g\.,?|i\.e\.,?|cf\.?|and"
    r"|(?:[Rr]eviewed|[Aa]dapted|[Mm]odified|[Dd]ata|[Tt]aken|[Qq]uoted|[Cc]ited)"
    r" (?:from|in|by)|for (?:a )?reviews?,? see"
    r"|(?:in [\w ]{2,20}|[Mm]eta-?analys[ie]s|[Rr]eviews?|[Ss]tud(?:y|ies)|[Tt]rials?"
    r"|RCTs?"
    r"|[Cc]ohorts?|mice|rats|animals|humans|people|adults"
    r"|children):)(?:,? also)?,?\s+)?$"
)
EVENT = re.compile(  # "the congress (Exampleville, 2019)": where and when it was
    r"\b(?:meetings?|storms?|typhoons?|cyclones?|congress(?:es)?|conferences?|symposi(?:um|a)|workshops?|summits?"
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
        if re.search(r"\d\s$", before) and SPREAD.match(text, found.end()):
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
    """Yield the keys by which Pandoc and LaTeX cite, with the span of each marker.

    Outside of brackets a key bears a year: others may be names of people.
    """
    for found in KEYS.finditer(text):
        for key in re.findall(_KEY, found[1]):
            yield *found.span(), key.lstrip("-@")
    for found in KEY_IN_WORDS.finditer(text):
        yield *found.span(), found[1]
    for found in LATEX.finditer(text):
        for key in filter(None, re.split(r"[,\s]+", found[1])):
            yield *found.span(), key


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
        for pattern in (HAN_PART, BODY_PART, GROUP_PART, GROUP_JOURNAL):
            for found in pattern.finditer(text, group.start(1), group.end(1)):
                if pattern is BODY_PART and " " not in found["first"]:
                    continue
                if ";" in found["gap"] and not found["more"]:
                    continue
                alone = (
                    pattern in (GROUP_PART, HAN_PART)
                    and not tells_where
                    and _stands_alone(group, found)
                )
                yield from _works(found, found.start(), found.end("years"), alone)
    for pattern in (AS_SHOWN, IN_YEAR, IN_OWN_WORK, OWN_WORK):
        for found in pattern.finditer(text):
            yield from _works(found, found.start(), found.end(), credible=True)
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
        if found["years"][:2] in ("un", "ac") and "," not in found["gap"]:
            return  # "Moss (unpublished)" tells of moss
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
    too_short = len(name) < 2 and name.isascii()
    if not words or name.lower() in NOT_NAMES or too_short:
        return (), start
    others = [] if re.search(r"(?:et\.?|&) al", more) else re.findall(_NAME, more)
    return (name, *others), start
