"""The year of an entry: its work's, not a visit's or an update's."""

import re
from dataclasses import dataclass

YEAR = re.compile(
    r"(?<![\d/.,:–\-][\d])(?<![\w/])(?<!\d[–\-])(1[5-9]\d\d|20[0-4]\d)([a-z])?"
    r"(?![\w/]|[–\-](?!(?:0[1-9]|1[0-2])(?:-[0-3]\d)?\b)\d{2,}|\.\d)"
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


@dataclass(frozen=True, slots=True)
class Dated:
    """A year with its letter, and where in the entry it stands."""

    year: int | None = None
    letter: str = ""
    start: int = -1
    end: int = -1


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
