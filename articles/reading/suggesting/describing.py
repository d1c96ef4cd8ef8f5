"""What an article states of a study it names; what is unclear stays unknown."""

import re

_PEOPLE = (
    r"(?:patients?|participants?|people|persons?|volunteers?|subjects?|women|men|adults"
    r"|children|infants|adolescents|girls|boys|mice|rats|rabbits)"
)
_COUNT = r"(?<![\d.,–-])(\d{1,3}(?:,\d{3})+|\d{1,7})(?![\d.,]*\d|\s*%)"
_STATED = (
    re.compile(rf"\b[nN]\s*=\s*{_COUNT}"),
    re.compile(rf"{_COUNT}(?:\s+[a-z-]+){{0,2}}\s+{_PEOPLE}\b", re.IGNORECASE),
)
_YEARS = re.compile(r"(?:1[89]|20)\d\d$")


def stated_sample_size(passage: str) -> int | None:
    """How many people or animals a passage says were studied.

    None where it states no number, or several: which one is the sample is then not
    for a rule to say.
    """
    numbers = {
        int(match[1].replace(",", ""))
        for pattern in _STATED
        for match in pattern.finditer(passage)
        if not _YEARS.match(match[1])
    }
    return numbers.pop() if len(numbers) == 1 else None
