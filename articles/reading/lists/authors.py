"""The authors an entry begins with: people, bodies, and both."""

import re
from itertools import islice

from articles.reading.document import Author
from articles.reading.lists.dates import YEAR_FIRST
from articles.reading.lists.names import (
    LOWER,
    ORGANISATION,
    QUOTATION_NEXT,
    SURNAME,
    UPPER,
    NameForm,
    NameList,
    names_body,
    read_names,
)
from texts.late_patterns import compile_late

_STATE = r"(?:(?:[A-Z]\.){2,3}\s)?"  # "U.S. Department of …"
ORGANISATION_NAME = re.compile(
    rf"{_STATE}[{UPPER}][^.:;“”\"()|?!]{{1,120}}?(?:\s\([{UPPER}][\w&\- ]{{1,20}}\))?"
    rf"(?=\.(?:\s|$)|:\s|\.,\s|;\s|\s?[\(\[](?:1[5-9]|20)\d\d|,?\s[“\"]|,\s(?:1[5-9]|20)\d\d"
    r"|\s(?:1[5-9]|20)\d\d,)"
)
GROUP_AFTER = re.compile(
    r"(?:\s?[,;]\s?(?:and |& |(?P<for>(?:for|on behalf of) ))?"
    r"|\s(?:and|&|(?P<of>for|on behalf of))\s)(?:the )?"
    rf"(?P<name>[{UPPER}][^.;:()]{{1,80}}?(?:Group|Investigators|Collaborat(?:ion|ors)|Consortium"
    r"|Committee|Team|Network|Members|Initiative|Society|Project)s?\b[^.;:()]{0,60}?)"
    r"(?=[.:;]|\s?\()"
)
# "World Health Organization, Guidelines on tea" (IEEE, Elsevier)
BODY_BEFORE_TITLE = compile_late(
    rf"{_STATE}[{UPPER}][\w’'&\-]*"
    rf"(?: (?:[{UPPER}][\w’'&\-]*|of|for|and|on|the|in|&)){{0,9}}"
    rf"(?=,\s[{UPPER}\d“\"])"
)
TASK = re.compile(  # of a body, behind an "and"; people have other names
    r"\b(?:Care|Development|Education|Engineering|Excellence|Health|Human|Medicine|Nursing"
    r"|Nutrition|Policy|Practice|Prevention|Protection|Public|Quality|Rehabilitation"
    r"|Research|Safety|Sciences?|Social|Technology|Welfare)\b"
)
LOW_WORD = re.compile(  # as titles have and names of bodies have not
    rf",\s[{UPPER}\d“\"][^.;:()]*?\s(?!(?:of|for|and|on|the|in)\b)[{LOWER}]{{3}}"
)
# "Suharno, “On tea”", "Suharno. 2020. On tea": a word that nothing else explains
ONE_NAME = compile_late(
    rf"[{UPPER}][{LOWER}’'\-]{{2,25}}(?=,\s[“\"‘]|\.\s(?:1[5-9]|20)\d\d[a-z]?\.\s)"
)
TITLE_END = re.compile(r"(?:(?<=[\w)’”\"])[.?!]|(?<=\w)\s[?!])(?=\s)")
TITLE_ENDS = 6  # places at which a title that leads an entry is thought to end
WITH_INITIALS = (NameForm.INVERTED, NameForm.VANCOUVER)
BY_SURNAME = compile_late(
    rf"(?P<first>{SURNAME})(?P<more>(?:, {SURNAME}){{0,8}},? (?:and|&) {SURNAME})?"
    r"(?P<al>,? et\.? al\b\.?|,? and (?:others|colleagues))?"
)


def read_authors(body: str, *, is_titled: bool = False) -> NameList:
    """Read the authors an entry begins with: people, else an organisation.

    ``is_titled`` is as for ``read_names``.
    """
    names = read_names(body, is_titled=is_titled)
    if names.people and not _is_one_body(body, names):
        group = GROUP_AFTER.match(body, names.end)
        if group and _ends_list(body, group.end()):
            parted = ";" not in body[: names.end] and group[0].lstrip()[0] == ";"
            writers = names.people if parted else (*names.people, *_writing(group))
            return NameList(writers, group.end(), names.form, names.et_al)
        if _ends_list(body, names.end):
            return names
    by_surname = _read_surnames(body)
    if by_surname.surnames:
        return by_surname
    alone = BODY_BEFORE_TITLE.match(body)
    if alone and names_body(alone[0]) and LOW_WORD.match(body, alone.end()):
        return NameList((Author(alone[0]),), alone.end())
    found = ORGANISATION_NAME.match(body)
    if found and (names_body(found[0]) or _is_dated_next(body, found.end())):
        al = re.search(r",? et\.? al$", found[0])
        name = found[0][: al.start()] if al else found[0]
        name = re.sub(r"\s*\([^)]*\)$", "", name).strip(" ,")
        return NameList((Author(name),), found.end(), et_al=al is not None)
    alone = ONE_NAME.match(body)
    return NameList((Author(alone[0]),), alone.end()) if alone else NameList((), 0)


def _is_one_body(body: str, names: NameList) -> bool:
    """Whether an "and" parts words of one body: "Institute for Health and Care"."""
    if len(names.people) != 2 or "." in body[: names.end]:
        return False
    first, second = (f"{one.given} {one.surname}".strip() for one in names.people)
    is_task = names_body(second) or (names_body(first) and TASK.search(second))
    return bool(is_task) and body.startswith(f"{first} and {second}")


def _writing(group: re.Match[str]) -> tuple[Author, ...]:
    """The group as an author, unless the others wrote for it."""
    is_told_of = group["for"] or group["of"]
    return () if is_told_of else (Author(group["name"].strip(" ,")),)


def _read_surnames(body: str) -> NameList:
    """Read authors given without initials: "Radford et al.", "Dao & Gu (2024)"."""
    found = BY_SURNAME.match(body)
    if found is None or ORGANISATION.search(found[0]):
        return NameList((), 0)
    dated = YEAR_FIRST.match(body, found.end()) is not None
    dated = dated or (found["more"] and QUOTATION_NEXT.match(body, found.end()))
    if not found["al"] and not (dated and (found["more"] or " " not in found["first"])):
        return NameList((), 0)
    others = re.findall(SURNAME, re.sub(r"\b(?:and|&) ", "", found["more"] or ""))
    people = tuple(map(Author, (found["first"], *others)))
    return NameList(people, found.end(), et_al=bool(found["al"]))


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


def leading_title(body: str) -> str:
    """The title of an entry that begins with it; empty where its authors lead.

    So entries stand in PubMed's own lists: "A title. Smith J, Jones K. A journal."
    """
    if read_authors(body).people:
        return ""
    ends = (end for end in TITLE_END.finditer(body) if end.end() >= 15)
    for end in islice(ends, TITLE_ENDS):
        rest = body[end.end() + 1 :]
        names = read_names(rest)
        led = names.form in WITH_INITIALS and _ends_list(rest, names.end)
        if led or is_body(rest):
            return body[: end.end()].strip(" .")
    return ""


def is_body(words: str) -> bool:
    """Say whether words begin with a body's name that ends as authors do."""
    found = ORGANISATION_NAME.match(words)
    return found is not None and names_body(found[0]) and len(found[0].split()) < 10
