"""What spreadsheets do to cells: errors, dates made of pages, numbers cut to digits.

A damaged cell says nothing any more, so it is read as empty and told. Only a number
that still has all its digits ("9.8765021E+07") is read.
"""

import re
from collections.abc import Mapping

from bibliography.records import SCHEMES, Scheme
from texts.identifiers import normalise_doi

_ERROR = re.compile(
    r"#(?:N/?[AV]|NAME|REF|VALUE|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BUSY|BLOCKED|UNKNOWN"
    r"|GETTING_DATA|BEZUG|WERT|ZAHL|NOM|VALEUR|NOMBRE|¿NOMBRE|VALOR|NOME|VALORE|NAAM"
    r"|ИМЯ|ЗНАЧ|ССЫЛКА)[?!]?|#{3,}",
    re.I,
)
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mrz|mai|okt|dez|janv|févr|avr"
    r"|juin|juil|août|déc|ene|abr|ago|dic)[a-zé]{0,6}\.?"
)
# "1-2" and "12-15" become days, with the year or without.
_MADE_A_DATE = re.compile(
    rf"\d{{1,2}}[-./ ]{_MONTHS}(?:[-./ ]\d{{2,4}})?|{_MONTHS}[-./ ]\d{{1,4}}"
    r"|\d{4}-\d\d-\d\d(?:[ T]00:00(?::00)?)?|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d",
    re.I,
)
_CUT = re.compile(r"(\d)(?:[.,](\d+))?E\+?(\d{1,3})", re.I)
_AS_TEXT = re.compile(r"=\"([^\"]*)\"|'(\d.*)")  # so that a number is not cut
_COUNTED = ("volume", "issue", "pages", "first page", "last page", "article number")
_NUMBERED = ("pmid", "pmcid", "doi", "isbn", "issn", "id", "openalex", "arxiv", "year")


def mended(cells: Mapping[str, str], warnings: list[str]) -> dict[str, str]:
    """The cells by field without what a spreadsheet damaged, which is told."""
    return {field: _mended(field, cell, warnings) for field, cell in cells.items()}


def _mended(field: str, cell: str, warnings: list[str]) -> str:
    said = cell.strip()
    if not said or len(said) > 40:
        return cell
    as_text = _AS_TEXT.fullmatch(said) if field in _NUMBERED else None
    if as_text:
        return as_text[1] or as_text[2]
    if field == "title" and _MADE_A_DATE.fullmatch(said):
        warnings.append(f"The title is the date “{said}”, as spreadsheets make them.")
    if said[0] == "#" and _ERROR.fullmatch(said):
        warnings.append(f"A spreadsheet put “{said}” in place of the {_word(field)}.")
        return ""
    if field in _COUNTED and _MADE_A_DATE.fullmatch(said):
        warnings.append(f"A spreadsheet made the date “{said}” of the {_word(field)}.")
        return ""
    cut = _CUT.fullmatch(said) if field in (*_COUNTED, *_NUMBERED) else None
    if cut and not normalise_doi(said):
        digits, decimals, places = cut[1], cut[2] or "", int(cut[3])
        if len(decimals) == places:
            return digits + decimals
        warnings.append(f"A spreadsheet cut the {_word(field)} to “{said}”.")
        return ""
    return cell


def _word(field: str) -> str:
    return Scheme(field).label if field in SCHEMES else field
