"""British words with "ae" or "oe" where American ones have "e": "haemoglobin".

So are words of known stems alone: a poet is no pet, and Moeller is not Meller.
"""

import re

_STEMS = """
    haem aemia aemic aesci aesth aetiol amoeb archae caeca caecu caerul caesa caesiu
    chaet chimaer coele coeli coelo copoei faec foet gynae homoeo hyaen laevo laevu
    manoeuv mediaev melaen naevi naevo naevu oedem oedip oesoph oestra oestri oestro
    oestru paed palae phaeo pnoe praev rrhoe taeni
""".split()
_LIGATURE = re.compile("[ao]e")
# What is written for what, in small letters: "hem" for "haem".
PLAIN = {stem: _LIGATURE.sub("e", stem) for stem in _STEMS}


def with_plain_e(word: str) -> str:
    """A word in small letters, with "e" for its ligatures: "hemoglobin"."""
    for stem, plain in PLAIN.items():
        word = word.replace(stem, plain)
    return word


def begun_with_plain_e(word: str) -> str:
    """The same of the beginning of a word, which may end within a stem: "anaem"."""
    word = with_plain_e(word)
    for stem in PLAIN:
        behind = _LIGATURE.search(stem).end()  # type: ignore[union-attr] - each has one
        for length in range(len(stem) - 1, behind, -1):
            if word.endswith(begun := stem[:length]):
                return word.removesuffix(begun) + _LIGATURE.sub("e", begun)
    return word
