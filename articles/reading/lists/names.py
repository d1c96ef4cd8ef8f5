"""Author names in the house styles of journals: where a list ends, whose surnames.

A name is read in one of five forms: "Smith, J. A." (APA, Harvard), "Smith JA"
(Vancouver, AMA), "J. A. Smith" (IEEE), "Smith, Jane" and "Jane Smith" (Chicago, MLA).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from articles.reading.document import Author

_LETTERS = [chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00))]
UPPER = "".join(re.escape(letter) for letter in _LETTERS if letter.isupper())
LOWER = "".join(re.escape(letter) for letter in _LETTERS if letter.islower())

PARTICLE = (
    r"(?:[Vv][ao]n(?: [Dd]e[rn]?)?|[Dd]e(?: la| las| los|r|n|l)?|[Dd]el(?:la)?"
    r"|[Dd][aiou]s?|[Ll][ae]|[Tt]e[rn]|[Zz]u[rm]?|[Vv]om|bin|ibn|[Aa]l|[Ee]l|[Ss]t\.?"
    r"|[Ss]an(?:ta)?|[Mm]ac|[Tt]en|[Oo]p|[Aa]f|[Aa]v|'t|d[’'])"
)
_PART = rf"(?:[OoDdLl][’'ʼ])?[{UPPER}][{UPPER}{LOWER}’'ʼ`\-‐‑–]{{1,40}}"
SURNAME = (
    rf"(?:{PARTICLE}[ \-]?){{0,3}}{_PART}(?:[ ](?:{PARTICLE}[ ]){{0,2}}{_PART}){{0,2}}"
)
ONE_SURNAME = rf"(?:{PARTICLE}[ \-]?){{0,3}}{_PART}"
_DOTTED = (
    rf"[{UPPER}][{LOWER}]?\.(?:[ ]?[\-‐‑–]?[ ]?[{UPPER}][{LOWER}]{{0,2}}\."
    rf"|[\-‐‑–]?[{UPPER}](?![{LOWER}{UPPER}])){{0,7}}"
)
_BARE = rf"[{UPPER}](?:[ ]?[\-‐‑–]?[ ]?[{UPPER}]){{0,3}}(?![{LOWER}{UPPER}])"
# "J. Am. Chem. Soc." is no J. A. Chem.
_NO_JOURNAL = r"(?!J\. (?:Am|Appl|Biol|Chem|Clin|Exp|Mater|Med|Mol|Org|Phys)\. )"
SUFFIX = r"(?:,?[ ](?:Jr|Sr|II|III|IV|2nd|3rd|4th)\b\.?)?"
_GIVEN = rf"[{UPPER}][{LOWER}’']{{1,25}}(?:[\-‐‑][{UPPER}]?[{LOWER}]{{1,20}}){{0,2}}"
GIVENS = rf"(?:{_GIVEN}|[{UPPER}]\.?)(?:[ \-](?:{_GIVEN}|[{UPPER}]{{1,2}}\b\.?)){{0,3}}"


class NameForm(StrEnum):
    """How a name is written."""

    INVERTED = "Smith, J. A."
    VANCOUVER = "Smith JA"
    INITIALS_FIRST = "J. A. Smith"
    INVERTED_GIVEN = "Smith, Jane"
    GIVEN_FIRST = "Jane Smith"


FORMS: dict[NameForm, re.Pattern[str]] = {
    NameForm.INVERTED: re.compile(
        rf"(?P<s>{SURNAME}),[ ]?(?P<g>{_DOTTED}|{_BARE}){SUFFIX}(?:[ ]{PARTICLE}\b)?"
    ),
    NameForm.VANCOUVER: re.compile(
        rf"(?P<s>{SURNAME})[ ](?P<g>{_DOTTED}|{_BARE}){SUFFIX}"
        rf"(?:[ ](?:d[aeo]s?|v[ao]n)\b)?"
    ),
    NameForm.INITIALS_FIRST: re.compile(
        rf"{_NO_JOURNAL}(?P<g>{_DOTTED}|[{UPPER}]{{1,2}})[ ]?(?P<s>(?<=[ .])"
        rf"(?:{SURNAME}(?=\s?[,;:.(&]|\s(?:and|et)\b|$)|{ONE_SURNAME})){SUFFIX}"
    ),
    NameForm.INVERTED_GIVEN: re.compile(
        rf"(?P<s>{ONE_SURNAME}),[ ](?P<g>{GIVENS}){SUFFIX}"
    ),
    NameForm.GIVEN_FIRST: re.compile(
        rf"(?P<g>{GIVENS})[ ](?P<s>{ONE_SURNAME}(?:[ ]{_PART})?){SUFFIX}"
    ),
}
SEPARATOR = re.compile(
    r"\s*(?:[,;]\s*(?:…|\.{3}|\. \. \.)?\s*(?:and\b|&|und\b|et\b(?! al)|y\b|with\b)?"
    r"|and\b|&|und\b|et\b(?! al)|…\s*&?|·)\s*"
)
ET_AL = re.compile(
    r"\s*[,;]?\s*(?:and\s+)?"
    r"(?:et\.?\s*al\b\.?|and others\b|and colleagues\b|u\.\s?a\.)",
    re.IGNORECASE,
)
LIST_END = re.compile(
    r"\s?[.:;(,\[“\"‘/]|\s?\d{4}\b|\s?[–—-]\s|\s?$"
    r"|\s(?:&|and\b|on behalf|for the)|\s?\(?eds?\b"
)


@dataclass(frozen=True, slots=True)
class NameList:
    """Authors in order, where the list ends, and whether it ends in "et al."."""

    people: tuple[Author, ...]
    end: int
    form: NameForm | None = None
    et_al: bool = False

    @property
    def surnames(self) -> tuple[str, ...]:
        """The surnames in order."""
        return tuple(person.surname for person in self.people)


def fold(name: str) -> str:
    """Return a name in lower case without accents, blanks and punctuation."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ø", "o"))
    return "".join(letter for letter in plain.lower() if letter.isalnum())


_LEADING_PARTICLES = re.compile(rf"^(?:{PARTICLE}[ ]){{1,3}}")


def same_surname(one: str, other: str) -> bool:
    """Say whether two surnames agree, with or without particle and accents."""
    first, second = fold(one), fold(other)
    if not first or not second:
        return False
    if first == second:
        return True
    bare = {fold(_LEADING_PARTICLES.sub("", name)) for name in (one, other)}
    return len(bare) == 1 and "" not in bare


def read_names(text: str, start: int = 0, limit: int = 4000) -> NameList:
    """Read the list of authors that begins at ``start``.

    The first name decides the form; Chicago's "Smith, Jane, and John Jones" and APA's
    editors change it once. Returns an empty list where no name stands.
    """
    best = NameList((), start)
    for form in FORMS:
        found = _read_in_form(text, start, start + limit, form)
        if _weight(text, found) > _weight(text, best):
            best = found
    return best


def _weight(text: str, names: NameList) -> tuple[bool, bool, int]:
    """Rank readings: lists that end where lists do, then initials, then length."""
    sure = names.form in (
        NameForm.INVERTED,
        NameForm.VANCOUVER,
        NameForm.INITIALS_FIRST,
    )
    if not names.surnames:
        return (False, False, 0)
    return (ends_list(text, names.end), sure, names.end)


def ends_list(text: str, end: int) -> bool:
    """Say whether a list of names can end here, by what follows."""
    return text[end - 1 : end] == "." or LIST_END.match(text, end) is not None


def _follows(form: NameForm) -> tuple[NameForm, ...]:
    """Which forms the next name of a list may have."""
    if form is NameForm.INVERTED:
        return (form, NameForm.INITIALS_FIRST)
    if form is NameForm.VANCOUVER:
        return (form, NameForm.INVERTED)
    if form is NameForm.INVERTED_GIVEN:
        return (NameForm.GIVEN_FIRST, form)
    return (form,)


def _read_in_form(text: str, start: int, stop: int, form: NameForm) -> NameList:
    people: list[Author] = []
    here, end, allowed = start, start, (form,)
    proper = (0, start)  # how many names stand before the last place a list can end
    while here < min(stop, len(text)):
        match = next(
            (found for one in allowed if (found := FORMS[one].match(text, here))), None
        )
        if match is None:
            break
        people.append(Author(match["s"], match["g"]))
        end = match.end()
        if ends_list(text, end):
            proper = (len(people), end)
        separator = SEPARATOR.match(text, end)
        if ET_AL.match(text, end) or separator is None:
            break
        here, allowed = separator.end(), _follows(form)
    tail = ET_AL.match(text, end) if people else None
    if tail is None and proper[0]:
        people, end = people[: proper[0]], proper[1]
    return NameList(
        tuple(people), tail.end() if tail else end, form, et_al=tail is not None
    )
