"""Author names in the house styles of journals: where a list ends, whose surnames.

A name is read in one of six forms: "Smith, J. A." (APA, Harvard), "Smith JA"
(Vancouver, AMA), "J. A. Smith" (IEEE), "Smith, Jane" and "Jane Smith" (Chicago, MLA),
and "王小明", as names are written in China and Korea.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from articles.reading.document import Author
from texts.late_patterns import compile_late

_LETTERS = [chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00))]
UPPER = "".join(re.escape(letter) for letter in _LETTERS if letter.isupper())
LOWER = "".join(re.escape(letter) for letter in _LETTERS if letter.islower())

PARTICLE = (
    r"(?:[Vv][ao]n(?: [Dd]e[rn]?)?|[Dd]e(?: la| las| los|r|n|l)?|[Dd]el(?:la)?"
    r"|[Dd][aiou]s?|[Ll][ae]|[Tt]e[rn]|[Zz]u[rm]?|[Vv]om|bin|ibn|[Aa]l|[Ee]l|[Ss]t\.?"
    r"|[Ss]an(?:ta)?|[Mm]ac|[Tt]en|[Oo]p|[Aa]f|[Aa]v|Ó|Ní|'t|d[’']"
    r"|V[AO]N(?: DE[RN]?)?|D[EI](?: LA)?|TE[RN]|DE[LRN]|ST\.)"
)
_HAN = r"\u3400-\u9fff\uac00-\ud7af"  # and Hangul: in both the family is one letter
# The commonest in China, without those that begin family names of Japan.
_COMMONEST = (
    "[王李张張刘劉陈陳杨楊黄黃赵趙吴吳徐孙孫朱胡郭何罗羅郑鄭梁谢謝许許韩韓邓鄧冯馮曹彭]"
)
_TWO_PEOPLE = (  # "王小明, 李娜", "佐藤太郎, 鈴木花子", "李娜, 王伟"; not "佐藤, 太郎"
    rf"(?:[{_HAN}]{{3,4}},\s?[{_HAN}]{{2}}"
    rf"|{_COMMONEST}[{_HAN}],\s?{_COMMONEST}[{_HAN}](?![{_HAN}]))"
)
_EAST_ASIAN = rf"(?!{_TWO_PEOPLE})[\u3040-\u30ff{_HAN}]{{1,4}}"
_PART = (
    r"(?!(?:[JS]r|II|III|IV)\b)(?:(?:[OoDdLl][’'ʼ])?"
    rf"[{UPPER}][{UPPER}{LOWER}’'ʼ`\-‐‑–]{{1,40}}|{_EAST_ASIAN})"
)
_JOINED = r"(?:[yei][ ])?"  # "Ortega y Gasset", "Eça e Queirós", "Pi i Margall"
SURNAME = (
    rf"(?:{PARTICLE}[ \-]?){{0,3}}{_PART}"
    rf"(?:[ ]{_JOINED}(?:{PARTICLE}[ ]){{0,2}}{_PART}){{0,2}}"
)
ONE_SURNAME = rf"(?:{PARTICLE}[ \-]?){{0,3}}{_PART}"
# Initials stand all with a blank between them or all without, lest "P. U.S. trends" be
# three; mixed they end where the next name begins.
# Among them stand those of "del" and "van", or these words: "M. d. C.", "M. del C.".
_AMONG = rf"(?:[ ]?[delvy]\.|[ ](?:de(?: la| los)?|del|d[ao]s?)(?=[ ][{UPPER}]\b))"
_DOTTED = (
    rf"(?![JS]r\.)[{UPPER}][{LOWER}]?\."
    rf"(?:(?:[ ]?[\-‐‑–]?[ ]?(?!St\. )[{UPPER}][{LOWER}]{{0,2}}\.|{_AMONG}"
    rf"|[\-‐‑–]?[{UPPER}](?![{LOWER}{UPPER}])){{0,7}}(?=\s?[,;&])"
    rf"|(?:[ ][\-‐‑–]?(?!St\. )[{UPPER}][{LOWER}]{{0,2}}\.|{_AMONG}){{1,7}}"
    rf"(?![{UPPER}]\.)"
    rf"|(?:[\-‐‑–]?[{UPPER}][{LOWER}]{{0,2}}\.|[delvy]\."
    rf"|[\-‐‑–]?[{UPPER}](?![{LOWER}{UPPER}])){{0,7}})"
)
_BARE = (
    rf"(?!I{{2,3}}\b|IV\b)[{UPPER}](?:[ ]?[\-‐‑–]?[ ]?[{UPPER}]|{_AMONG}"
    rf"|[dv](?=[{UPPER}]\b|\s?[,;.])){{0,3}}"
    rf"(?![{LOWER}{UPPER}])|{_EAST_ASIAN}"
)
# Behind a surname "Wu." is a surname too, and "Yu. A." are initials.
_DOTTED_BEHIND = rf"(?![{UPPER}][{LOWER}]\.(?:\s?[,;&]|\s+\S{{4}}|$)){_DOTTED}"
# "J. Am. Chem. Soc." is no J. A. Chem.
_NO_JOURNAL = r"(?!J\. (?:Am|Appl|Biol|Chem|Clin|Exp|Mater|Med|Mol|Org|Phys)\. )"
SUFFIX = r"(?:,?[ ](?:Jr|Sr|II|III|IV|2nd|3rd|4th)\b\.?)?"
_GIVEN = rf"[{UPPER}][{LOWER}’']{{1,25}}(?:[\-‐‑][{UPPER}]?[{LOWER}]{{1,20}}){{0,2}}"
GIVENS = (
    rf"(?:{_GIVEN}(?:[ \-](?!(?:{PARTICLE}|Te|Ben|Abu) ){_GIVEN}){{0,2}}"
    rf"(?:[ \-](?!Ó )[{UPPER}]{{1,2}}\b\.?){{0,3}}"
    rf"|(?!Ó )[{UPPER}]\.?(?:[ \-][{UPPER}]{{1,2}}\b\.?){{0,3}}"
    rf"(?:[ ]{_GIVEN})?)"
)
# "García Márquez, Ana" may be two people: it is one where nothing but given names
# follows, of the commonest where two surnames are the custom.
_OFTEN_GIVEN = (
    "(?:Jos[eé]|Juan|Luis|Carlos|Jorge|Jes[uú]s|Miguel|Pedro|Pablo|Rafael|Javier|Diego"
    "|Francisco|Fernando|Manuel|Antonio|Alejandro|Eduardo|Enrique|Ricardo|Roberto"
    "|Sergio|Andr[eé]s|Ram[oó]n|Ra[uú]l|V[ií]ctor|Guillermo|Gonzalo|[IÍ]ñigo|Jaime"
    "|Mar[ií]a|Ana|Carmen|Luc[ií]a|Pilar|Isabel|In[eé]s|Teresa|Rosa|Elena|Laura"
    "|Cristina|Marta|Paula|Beatriz|Silvia|Alicia|Mercedes|Dolores|Concepci[oó]n|Luz"
    "|Jo[aã]o|Paulo|Lu[ií]s|Joaquim|Tiago|Catarina|Fernanda|Juliana|Camila)"
)
_DOUBLE = (
    rf"(?:(?!{_OFTEN_GIVEN}[ ]){ONE_SURNAME}[ ]{_PART}(?=,[ ]{_OFTEN_GIVEN}"
    rf"(?:[ ](?:del?[ ])?{_OFTEN_GIVEN}|[ ][{UPPER}]\.?){{0,2}}(?:,|\.?[ ][“\"(]))"
    rf"|(?:Abu|Ben)[ ]{_PART}(?=,[ ]{_GIVEN}(?:,|\.[ ][“\"])))"
)


class NameForm(StrEnum):
    """How a name is written."""

    INVERTED = "Smith, J. A."
    VANCOUVER = "Smith JA"
    INITIALS_FIRST = "J. A. Smith"
    INVERTED_GIVEN = "Smith, Jane"
    GIVEN_FIRST = "Jane Smith"
    UNDIVIDED = "王小明"


FORMS: dict[NameForm, str] = {
    NameForm.INVERTED: (
        rf"(?P<s>{SURNAME}),[ ]?(?P<g>{_DOTTED}|{_BARE}){SUFFIX}"
        rf"(?:[ ](?P<p>(?=[a-z'])(?:{PARTICLE} )?{PARTICLE})"
        r"(?=\s?[,.;:(]|\s(?:&|and)\s))?"
    ),
    NameForm.VANCOUVER: (
        rf"(?P<s>{SURNAME})[ ](?P<g>{_DOTTED_BEHIND}|{_BARE}){SUFFIX}"
        rf"(?:[ ](?P<p>d[aeo]s?|v[ao]n)\b)?"
    ),
    NameForm.INITIALS_FIRST: (
        rf"{_NO_JOURNAL}(?!St\. |Ó )(?P<g>{_DOTTED}|[{UPPER}]{{1,2}})[ ]?"
        rf"(?P<s>(?<=[ .])(?:{SURNAME}(?=\s?[,;:.(&]|\s(?:and|et)\b|$)"
        rf"|{ONE_SURNAME})){SUFFIX}"
    ),
    NameForm.INVERTED_GIVEN: (
        rf"(?P<s>{_DOUBLE}|{ONE_SURNAME}),[ ]"
        rf"(?P<g>{GIVENS}(?:[ ]del?[ ]{_OFTEN_GIVEN}\b)?){SUFFIX}"
    ),
    NameForm.GIVEN_FIRST: (
        rf"{_NO_JOURNAL}(?P<g>{GIVENS})[ ](?P<s>{ONE_SURNAME}(?:[ ][yei][ ]{_PART}"
        rf"(?=\s?[.,;:(]|\s(?:and|&)\s)|[ ]{_PART})?){SUFFIX}"
    ),
    NameForm.UNDIVIDED: (
        rf"(?P<s>欧阳|歐陽|司马|司馬|上官|诸葛|諸葛"
        rf"|[{_HAN}]{{2}}(?=[{_HAN}]{{2}})|[{_HAN}])"
        rf"(?P<g>[{_HAN}]{{1,2}})"
        r"(?=\s?[,.;:(]|\s(?:and|&)\s|$)"
    ),
}
SEPARATOR = re.compile(
    r"\s*(?:[,;]\s*(?:…|\.{3}|\. \. \.)?\s*(?:and\b|&|und\b|et\b(?! al)|y\b|with\b)?"
    r"|and\b|&|und\b|et\b(?! al)|[ye] |…\s*&?|·)\s*"
)
ET_AL = re.compile(
    r"\s*(?:[,;]\s*)?(?:and\s+)?"
    r"(?:et\.?\s*al\b\.?|and others\b|and colleagues\b|u\.\s?a\.)",
    re.IGNORECASE,
)
GAP = re.compile(r"…|\.{3}|\. \. \.")  # between the first authors and the last
LIST_END = re.compile(
    r"\s?[.:;(,\[“\"‘/]|\s?\d{4}\b|\s?[–—-]\s|\s?$"
    r"|\s(?:&|and\b|on behalf|for the)|\s?\(?eds?\b"
)
CLOSES = re.compile(
    r"\s(?:on behalf|for the)|(?!\s(?:&|and\b))(?:" + LIST_END.pattern + ")"
)
ORGANISATION = re.compile(
    r"\b(?:Organi[sz]ations?|Institutes?|Agency|Associations?|Committees?|Group|"
    r"Consortium|Collaborat(?:ion|ors|ive)|Department|Ministry|Cent(?:er|re)s?|"
    r"Societ(?:y|ies)|Foundation|Council|Administration|Commission|Office|University|"
    r"College|Academy|Federation|Network|Bank|Board|Services?|Program(?:me)?|"
    r"Investigators|Team|Panel|Task Force|Nations|Government|Authority|Alliance|"
    r"Initiative|Registry|Bureau|Trust|Clinic|Hospital|WHO|CDC|FDA|NICE|NIH|EMA|"
    r"Compan(?:y|ies)|Corporation|Inc|Ltd|UNICEF|OECD|NHS|IARC|IPCC)\b"
)
BODY = re.compile(  # a body among people, up to what parts it from the next name
    rf"(?P<s>[{UPPER}](?:[^,;:.()“”\"?!\s]+ ){{0,12}}?[^,;:.()“”\"?!\s]+?)"
    r"(?=\s?[,;]\s|\s(?:and|&|AND)\s)"
)
_NO_WORD = rf"(?!(?!{PARTICLE} |(?:and|und|et|y|with) )[{LOWER}])"  # of a title
SINGLE = compile_late(  # a person of one name
    rf"[{UPPER}][{UPPER}{LOWER}’'\-‐‑]{{2,30}}"
    rf"(?=\s?[,;]\s{_NO_WORD}|\s(?:and|&)\s|[.:]\s|\s?\(|\s(?:1[5-9]|20)\d\d\b)"
)


@dataclass(frozen=True, slots=True)
class NameList:
    """Authors in order, where the list ends, and whether it ends in "et al."."""

    people: tuple[Author, ...]
    end: int
    form: NameForm | None = None
    et_al: bool = False
    guessed: int = 0  # of the authors, those whose name nothing but its place tells
    single: int = 0  # of the authors, people of one name before dotted initials

    @property
    def surnames(self) -> tuple[str, ...]:
        """The surnames in order."""
        return tuple(person.surname for person in self.people)


_UNDECOMPOSED = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae"})


def fold(name: str) -> str:
    """Return a name in lower case without accents, blanks and punctuation."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_UNDECOMPOSED))
    return "".join(letter for letter in plain if letter.isalnum())


@cache
def _pattern_of(form: NameForm) -> re.Pattern[str]:
    """Compile the long pattern of a form, when a list is first read."""
    return re.compile(FORMS[form])


_LEADING_PARTICLES = compile_late(rf"^(?:{PARTICLE}[ ]){{1,3}}")


def same_surname(one: str, other: str) -> bool:
    """Say whether two surnames agree, with or without particle and accents."""
    first, second = fold(one), fold(other)
    if not first or not second:
        return False
    if first == second:
        return True
    bare = {fold(_LEADING_PARTICLES.sub("", name)) for name in (one, other)}
    return len(bare) == 1 and "" not in bare


def read_names(
    text: str, start: int = 0, limit: int = 4000, *, is_titled: bool = False
) -> NameList:
    """Read the list of authors that begins at ``start``.

    The first name decides the form; Chicago's "Smith, Jane, and John Jones" and APA's
    editors change it once. ``is_titled`` says that no title follows, since it is known.
    Returns an empty list where no name stands.
    """
    best = NameList((), start)
    for form in FORMS:
        found = _read_in_form(text, start, start + limit, form)
        if _weight(text, found) > _weight(text, best):
            best = found
    best = _led_by_one_name(text, start, limit, best)
    return _written_out(text, start, limit, best, is_titled=is_titled)


def _led_by_one_name(text: str, start: int, limit: int, best: NameList) -> NameList:
    """Return what one name leads, then initials without stops: "Dewi, Smith B".

    Before a quotation "Smith, Jane R" is one person: Vancouver quotes no title.
    """
    if best.form is NameForm.VANCOUVER and len(best.people) == 2:
        whole = _read_in_form(text, start, start + limit, NameForm.INVERTED_GIVEN)
        alone = not best.people[0].given and not names_body(best.people[0].surname)
        is_one = alone and len(whole.people) == 1 and whole.end == best.end
        return whole if is_one and QUOTATION_NEXT.match(text, best.end) else best
    if best.form is not NameForm.INVERTED_GIVEN:
        return best
    bare = _read_in_form(text, start, start + limit, NameForm.VANCOUVER)
    is_longer = len(bare.people) > len(best.people)
    if len(bare.people) == 2:  # "Smith, Jane R. “On tea.”" is one person
        is_dotted = bare.people[1].given.endswith(".")
        is_dotted &= bare.et_al or not PLACE_OF_NLM.search(text, bare.end)
        is_longer &= not (is_dotted or QUOTATION_NEXT.match(text, bare.end))
    between = bare.people[1:-1] or bare.people[1:]
    is_longer &= all(person.given for person in between)
    ends = "." in text[bare.end - 1 : bare.end + 1] or text.startswith(":", bare.end)
    return bare if is_longer and ends else best


def _written_out(
    text: str, start: int, limit: int, best: NameList, *, is_titled: bool
) -> NameList:
    """Return given names written out where they read on: "Ada B. Smith, Cor Jones".

    An initial's full stop ends no list when a list of whole names runs past it, up to
    a year or a quotation: "Smith A. Green Tea and Black Coffee." is a title.
    """
    if best.form not in (NameForm.INVERTED, NameForm.VANCOUVER) or best.et_al:
        return best
    if text[best.end - 1] != ".":
        return best
    after: tuple[NameForm, ...] = ()
    if best.single or not best.people[0].given:
        after = (NameForm.INVERTED_GIVEN, NameForm.INITIALS_FIRST)
    elif len(best.people) == 1 and best.form is NameForm.INVERTED:
        after = (NameForm.INITIALS_FIRST, NameForm.INVERTED_GIVEN)
    for form in (NameForm.GIVEN_FIRST, *after):
        if form not in after and not _pattern_of(form).match(text, start):
            continue
        whole = _read_in_form(text, start, start + limit, form)
        if _reads_on(text, best, whole, is_titled=is_titled):
            return whole
    return best


def _reads_on(text: str, cut: NameList, whole: NameList, *, is_titled: bool) -> bool:
    """Say whether names written out go on where an initial seems to end them."""
    if whole.end <= cut.end or len(whole.people) < len(cut.people) - cut.single:
        return False
    if not cut.single and whole.form is NameForm.INITIALS_FIRST:
        is_list = len(whole.people) > 2
        return is_list and QUOTATION_NEXT.match(text, whole.end) is not None
    if len(whole.people) > len(cut.people):
        ends = (SURE_END if is_titled else DATED_END).match(text, whole.end)
        dotted = sum(person.given.endswith(".") for person in whole.people)
        return ends is not None or (dotted > 1 and ends_list(text, whole.end))
    if is_titled:
        return WORK_NEXT.match(text, whole.end) is not None
    follows = (QUOTATION_NEXT, DATE_NEXT, IMPRINT_NEXT)
    return any(pattern.match(text, whole.end) for pattern in follows)


def _weight(text: str, names: NameList) -> tuple[bool, bool, int, int, int]:
    """Rank readings: those that end where lists do, then initials, then length."""
    if not names.surnames:
        return (False, False, 0, 0, 0)
    ends = text[names.end - 1] == "." or CLOSES.match(text, names.end) is not None
    ends = ends and not YEAR_OF_JOURNAL.match(text, names.end)
    return (ends, not names.guessed, names.end, -names.guessed, -names.single)


WITH_INITIALS = (
    NameForm.INVERTED,
    NameForm.VANCOUVER,
    NameForm.INITIALS_FIRST,
    NameForm.UNDIVIDED,
)
DATED_END = re.compile(
    r"[.,]?\s?[“\"‘]|[.,]?\s?\(?(?:1[5-9]|20)\d\d|[\s,]*\(?[Ee]d(?:s|itors?)?\b"
)
YEAR_OF_JOURNAL = re.compile(r"\.?\s(?:1[5-9]|20)\d\d[^.,;:()]{0,12};")
QUOTATION_NEXT = re.compile(r"[.,]?\s?(?:(?:1[5-9]|20)\d\d[a-z]?\.\s)?[“\"‘]")
# "2010;12(3):4", and ", A title (Nowhere: A press, 2010)" as notes have it
PLACE_OF_NLM = re.compile(r"\b(?:1[5-9]|20)\d\d[^.;]{0,12};|\d:\s?\w?\d")
IMPRINT_NEXT = re.compile(
    rf",\s[{UPPER}][^()“”]{{5,200}}\s\([^():]{{2,40}}:\s[^()]{{2,80}},\s(?:1[5-9]|20)\d\d\)"
)
DATE_NEXT = re.compile(rf"\.?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?\.\s+[{UPPER}]")
WORK_NEXT = re.compile(rf"\.\s(?!\S+\.\s)(?:[{UPPER}]|[a-z]+[A-Z])\S+(?:\s|$)")
SURE_END = re.compile(r"\s?[.:(\[“\"‘]|,\s[“\"‘]|\s?$|,?\s(?:1[5-9]|20)\d\d")


def ends_list(text: str, end: int) -> bool:
    """Say whether a list of names can end here, by what follows."""
    return text[end - 1 : end] == "." or LIST_END.match(text, end) is not None


def _closes_list(text: str, end: int) -> bool:
    """The same of a word that may be no name: no "and" follows it."""
    return text[end - 1 : end] == "." or CLOSES.match(text, end) is not None


# Which forms the next name of a list may have.
_FOLLOWS: dict[NameForm, tuple[NameForm, ...]] = {
    NameForm.INVERTED: (NameForm.INVERTED, NameForm.INITIALS_FIRST),
    NameForm.VANCOUVER: (NameForm.VANCOUVER, NameForm.INVERTED),
    NameForm.INITIALS_FIRST: (NameForm.INITIALS_FIRST, NameForm.GIVEN_FIRST),
    NameForm.INVERTED_GIVEN: (
        NameForm.GIVEN_FIRST,
        NameForm.INVERTED_GIVEN,
        NameForm.INITIALS_FIRST,
    ),
    NameForm.GIVEN_FIRST: (NameForm.GIVEN_FIRST, NameForm.INITIALS_FIRST),
    NameForm.UNDIVIDED: (NameForm.UNDIVIDED,),
}


def _read_in_form(text: str, start: int, stop: int, form: NameForm) -> NameList:
    people: list[Author] = []
    here, end, allowed = start, start, (form,)
    forms: list[NameForm | None] = []  # of the people; None for one name
    parts_given = False  # a comma stands behind a single name
    proper = (0, start)  # how many names stand before the last place a list can end
    while here < min(stop, len(text)):
        found = _read_one(text, here, allowed)
        if found is None:
            break
        person, end, own = found
        people.append(person)
        forms.append(own)
        known = own is not None or names_body(person.surname)
        ends = ends_list(text, end) if known else _closes_list(text, end)
        if (any(forms) or len(forms) > 1) and ends:
            proper = (len(people), end)
        separator = SEPARATOR.match(text, end)
        if ET_AL.match(text, end) or separator is None:
            break
        parts_name = own is None and separator[0].strip() == ","
        if ";" in separator[0] and parts_given:
            return NameList((), start)  # "Smith, Ann; Jones, B." has none of one name
        parts_given = parts_given or (parts_name and not names_body(person.surname))
        here, allowed = separator.end(), _FOLLOWS[form]
    if not any(forms) and ";" not in text[start:end]:
        return NameList((), start)
    tail = ET_AL.match(text, end)
    if tail is None and proper[0]:
        people, end = people[: proper[0]], proper[1]
    return NameList(
        tuple(people),
        tail.end() if tail else end,
        form,
        et_al=tail is not None or GAP.search(text, start, end) is not None,
        guessed=sum(map(_is_guessed, people, forms)) + _is_parted(people, forms, form),
        single=_singles(people) if form is NameForm.VANCOUVER else 0,
    )


def _singles(people: list[Author]) -> int:
    """How many have one name, in a list whose initials have full stops.

    "Roe, Carl D." is one person, "Dewi, Roe C" are two.
    """
    if not any(person.given.endswith(".") for person in people):
        return 0
    return sum(not one.given and not names_body(one.surname) for one in people)


def _is_guessed(person: Author, form: NameForm | None) -> bool:
    return form not in WITH_INITIALS and not names_body(person.surname)


def _is_parted(
    people: list[Author], forms: list[NameForm | None], form: NameForm
) -> bool:
    """Whether a list may begin with one person who was read as two of one name.

    "Smith, Jane, and Cor Jones" are two people: given names are written out.
    """
    if form not in (NameForm.INITIALS_FIRST, NameForm.GIVEN_FIRST):
        return False
    first = zip(people[:2], forms, strict=False)
    singles = [one for one, own in first if not own and not names_body(one.surname)]
    return len(singles) == 2 and NameForm.GIVEN_FIRST in forms


def _read_one(
    text: str, start: int, forms: tuple[NameForm, ...]
) -> tuple[Author, int, NameForm | None] | None:
    """Read a name of a list, its end, and its form.

    Between names of a form stand bodies and people of one name.
    """
    body = BODY.match(text, start)
    if body and names_body(body[0]):
        return Author(body["s"].strip()), body.end(), None
    for form in forms:
        found = _pattern_of(form).match(text, start)
        if found and not names_body(found[0]):
            surname = " ".join(filter(None, (found.groupdict().get("p"), found["s"])))
            return Author(surname, found["g"]), found.end(), form
    single = SINGLE.match(text, start)
    if single and text.startswith(":", single.end()):
        single = single if NameForm.VANCOUVER in forms else None
    return (Author(single[0]), single.end(), None) if single else None


def names_body(words: str) -> bool:
    """Say whether words name an institution, a group or an authority."""
    found = ORGANISATION.search(words)
    if found is None and words.isupper():
        found = ORGANISATION.search(words.title())
    return found is not None
