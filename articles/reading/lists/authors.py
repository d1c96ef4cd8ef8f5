"""The authors an entry begins with: people, bodies, and both."""

import re

from articles.reading.document import Author
from articles.reading.lists.dates import YEAR_FIRST
from articles.reading.lists.names import (
    ORGANISATION,
    SURNAME,
    UPPER,
    NameForm,
    NameList,
    names_body,
    read_names,
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
TITLE_END = re.compile(r"(?<=[\w)’”\"])[.?!](?=\s)")
WITH_INITIALS = (NameForm.INVERTED, NameForm.VANCOUVER)
BY_SURNAME = re.compile(
    rf"(?P<first>{SURNAME})(?P<more>(?:, {SURNAME}){{0,8}},? (?:and|&) {SURNAME})?"
    r"(?P<al>,? et\.? al\b\.?|,? and (?:others|colleagues))?"
)


def read_authors(body: str, *, is_titled: bool = False) -> NameList:
    """Read the authors an entry begins with: people, else an organisation.

    ``is_titled`` is as for ``read_names``.
    """
    names = read_names(body, is_titled=is_titled)
    if names.people:
        group = GROUP_AFTER.match(body, names.end)
        end = group.end() if group else names.end
        if _ends_list(body, end):
            return NameList(names.people, end, names.form, names.et_al)
    by_surname = _read_surnames(body)
    if by_surname.surnames:
        return by_surname
    found = ORGANISATION_NAME.match(body)
    if found and (names_body(found[0]) or _is_dated_next(body, found.end())):
        al = re.search(r",? et\.? al$", found[0])
        name = found[0][: al.start()] if al else found[0]
        name = re.sub(r"\s*\([^)]*\)$", "", name).strip(" ,")
        return NameList((Author(name),), found.end(), et_al=al is not None)
    return NameList((), 0)


def _read_surnames(body: str) -> NameList:
    """Read authors given without initials: "Radford et al.", "Dao & Gu (2024)"."""
    found = BY_SURNAME.match(body)
    if found is None or ORGANISATION.search(found[0]):
        return NameList((), 0)
    dated = YEAR_FIRST.match(body, found.end()) is not None
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
    end = TITLE_END.search(body)
    if end is None or end.end() < 15:
        return ""
    rest = body[end.end() + 1 :]
    names = read_names(rest)
    led = names.form in WITH_INITIALS and _ends_list(rest, names.end)
    return body[: end.end()].strip(" .") if led or is_body(rest) else ""


def is_body(words: str) -> bool:
    """Say whether words begin with a body's name that ends as authors do."""
    found = ORGANISATION_NAME.match(words)
    return found is not None and names_body(found[0]) and len(found[0].split()) < 10
