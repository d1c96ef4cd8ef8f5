"""Small numbers, and what is counted by them: "factor VIII", "phase three"."""

from itertools import zip_longest

_ROMAN = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
)
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_SPELT = [
    tuple(filter(None, each))
    for each in zip_longest(map(str, range(1, len(_ROMAN) + 1)), _ROMAN, _WORDS)
]
_OTHERS = {
    number: tuple(other for other in spelt if other != number)
    for spelt in _SPELT
    for number in spelt
}
COUNTED_BY = frozenset(
    "angiotensin category class collagen collagens complex factor factors grade grades "
    "group level nerve part phase phases schedule stage stages type types".split()
)


def in_other_numerals(name: str, number: str) -> tuple[str, ...]:
    """A number as Roman, in digits and as a word, without itself; none where none goes.

    ``name`` is the word before it, such as "type".
    """
    if name.lower() not in COUNTED_BY:
        return ()
    return _OTHERS.get(number.upper()) or _OTHERS.get(number.lower(), ())
