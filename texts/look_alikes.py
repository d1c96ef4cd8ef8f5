"""Text as a reader sees it: letters of other alphabets that look like Latin ones.

What is written to pass by a list of words looks like the word it stands for: a Cyrillic
"а", a full-width letter, a soft hyphen or a zero-width space within.
"""

import re
import unicodedata

_SMALL = (
    ("аɑαᴀ", "a"),
    ("вβʙ", "b"),
    ("сϲᴄ", "c"),
    ("ԁɗᴅ", "d"),
    ("еєεɛᴇ℮", "e"),
    ("ƒꜰ", "f"),
    ("ɡցɢ", "g"),
    ("нһհʜ", "h"),
    ("іιɪıɩ", "i"),
    ("јϳᴊ", "j"),
    ("кκᴋ", "k"),
    ("ӏłʟ", "l"),
    ("мᴍ", "m"),
    ("пηոɴ", "n"),
    ("оοσօøᴏ", "o"),
    ("рρᴘ", "p"),
    ("ԛզ", "q"),
    ("гʀ", "r"),
    ("ѕꜱ", "s"),
    ("тτᴛ", "t"),
    ("υսʋᴜ", "u"),
    ("νѵᴠ", "v"),
    ("ԝωᴡ", "w"),
    ("хχ", "x"),
    ("уγʏ", "y"),
    ("ᴢ", "z"),
)
_LARGE = (("ΗН", "h"), ("ΥУ", "y"), ("Ν", "n"), ("Ρ", "p"), ("Χ", "x"), ("Ζ", "z"))
_LETTERS = str.maketrans(
    {letter: latin for like, latin in (*_SMALL, *_LARGE) for letter in like}
)
_TURNED = re.compile("\u202e([^\u202c\u2069\n]*)")  # shown from right to left
_FILLERS = frozenset("\u115f\u1160\u3164\u2800")  # letters and signs of no ink
_WITHOUT_INK = frozenset({"Cf", "Mn", "Me"})


def as_it_looks(text: str) -> str:
    """The text in small Latin letters, as far as its own look like them.

    Accents, marks and letters of no width go; every other character stays.
    """
    if text.isascii():
        return text.casefold()
    text = _TURNED.sub(lambda turned: turned[1][::-1], text)
    seen = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if unicodedata.category(letter) not in _WITHOUT_INK and letter not in _FILLERS
    )
    return seen.translate(_LETTERS).casefold().translate(_LETTERS)
