"""Small Roman numbers, and what is counted by them: "factor VIII", "type II"."""

_ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
)
_OTHERS = {roman: str(number) for number, roman in enumerate(_ROMAN, 1)}
_OTHERS |= {number: roman for roman, number in _OTHERS.items()}
COUNTED_BY = frozenset(
    "angiotensin category class collagen collagens complex factor factors grade grades "
    "group level nerve part phase phases schedule stage stages type types".split()
)


def in_other_numerals(name: str, number: str) -> str:
    """A number as Roman where it is not, or not where it is; empty where neither goes.

    ``name`` is the word before it, such as "type".
    """
    if name.lower() not in COUNTED_BY:
        return ""
    return _OTHERS.get(number.upper(), "")
