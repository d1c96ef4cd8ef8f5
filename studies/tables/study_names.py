"""Names of studies, as an author and a year: "Kim et al., 2016 [12]"."""

from __future__ import annotations

import re

from studies.tables.cells import without_marks

_STUDY = re.compile(
    r"(?P<name>[^\W\d_][^\d()\[\]]*?)(?<![ ,])[ ,]*[(\[]?"
    r"(?P<year>(?:1[89]|20)[0-9]{2}[a-z]?)\b[)\]]?(?P<rest>.*)"
)
_CITED = re.compile(r"[ ]?[\[(][0-9]{1,3}(?:[,–-][ ]?[0-9]{1,3})*[\])]")


def is_study(text: str) -> bool:
    """Whether a text reads as an author and a year, as studies are named."""
    return bool(_STUDY.match(" ".join(text.split())))


def study_label(text: str) -> tuple[str, int | None]:
    """A study's name as it is kept here, and its year: "Kim et al., 2016 [12]".

    >>> study_label("Kim et al., 2016 [12]")
    ('Kim 2016', 2016)
    """
    words, _ = without_marks(_CITED.sub("", " ".join(text.split())))
    found = _STUDY.match(words)
    if found is None:
        return words, None
    name = re.sub(r",?[ ]+(?:et ?al\.?|and (?:others|colleagues))", "", found["name"])
    return f"{name.strip(' ,')} {found['year']}", int(found["year"][:4])
