"""Words that some write as one, others as two or with a hyphen: "post-operative"."""

from collections.abc import Iterator

# What stands before a word and is none itself.
BEFORE = frozenset(
    "anti bio broncho cardio cerebro chemo co electro endo extra fibro gastro hepato "
    "hyper hypo immuno inter intra meta micro mid multi musculo myo nephro neuro non "
    "osteo para peri post pre pro pseudo psycho re semi sub supra thrombo trans ultra "
    "uni vaso".split()
)
# What stands before a word and may be one itself.
_WORDS_BEFORE = frozenset(
    "cross long low high over radio self short under well".split()
)
_BEHIND = ("up", "off", "out", "like", "free", "based", "term", "wide", "dose", "rate")
# Two words that are one to some.
_TWO = (
    "blood stream, body weight, birth weight, breast feeding, breast milk, cm h2o, "
    "data set, "
    "ear drum, eye drops, fish oil, hay fever, health care, heart beat, life span, "
    "life style, mm hg, mouth wash, nose bleed, nose bleeds, tooth ache, "
    "tooth brush, tooth paste, weight loss, well being, work place"
)
_PARTED = {two.replace(" ", ""): two for two in _TWO.split(", ")}
_FEWEST = 4  # letters of the longer piece
_FEWEST_AFTER_TWO = 6  # letters behind "co" and "re", with which much begins


def joined(first: str, second: str) -> str:
    """Two words in small letters as the one that some write; "" where nobody does."""
    one = first + second
    return one if _PARTED.get(one) == f"{first} {second}" else ""


def parted(word: str) -> Iterator[str]:
    """A word in small letters, written as two: "postoperative" as "post operative"."""
    if two := _PARTED.get(word):
        yield two
    for length in range(2, 8):
        first, rest = word[:length], word[length:]
        fewest = _FEWEST if length > 2 else _FEWEST_AFTER_TWO
        if len(rest) >= fewest and (first in BEFORE or first in _WORDS_BEFORE):
            yield f"{first} {rest}"
    for last in _BEHIND:
        if word.endswith(last) and len(word) - len(last) >= _FEWEST:
            yield f"{word.removesuffix(last)} {last}"
