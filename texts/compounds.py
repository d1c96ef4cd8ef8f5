"""Words that some write as one, others as two or with a hyphen: "post-operative"."""

import re
from collections.abc import Iterator

from texts.greek import GREEK

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
_TWO = """
    b cell, b cells, back ache, bed sores, bed time, bed wetting, birth weight, blood
    stream, body weight, breast fed, breast feeding, breast milk, care giver, care
    givers, child birth, cm h2o, cold sore, cold sores, data base, data set, day care, e
    cigarette, e cigarettes, e health, ear ache, ear drum, eye drops, eye lid, eye lids,
    finger nail, finger nails, fish oil, food borne, gall bladder, gall stone, gall
    stones, hand washing, hay fever, health care, heart beat, heart burn, high fat, home
    birth, home births, home care, jet lag, life long, life span, life style, low fat,
    mm hg, mouth wash, new born, new borns, nose bleed, nose bleeds, screen time, skin
    care, smart phone, smart phones, stomach ache, sun burn, sun screen, t cell, t
    cells, time point, time points, tooth ache, tooth brush, tooth paste, trans fat,
    trans fats, water borne, weight loss, well being, work place, x ray, x rays
"""
_PARTED = {two.replace(" ", ""): two for two in " ".join(_TWO.split()).split(", ")}
_FEWEST = 4  # letters of the longer piece
_FEWEST_AFTER_TWO = 6  # letters behind "co" and "re", with which much begins


# Names that are written in several ways, each for all of its line.
_ALIKE = """
    coq10 = co q10 = coenzyme q10 = co enzyme q10
    uva = uv a
    uvb = uv b
    hba1c = hb a1c = a1c = haemoglobin a1c
    nfkb = nf kb = nf kappa b = nf kappab = nuclear factor kappa b
    pdl1 = pd l1 = programmed death ligand 1
    ifng = ifn g = ifn gamma = interferon gamma
    apoe4 = apo e4 = apoe e4 = apoe epsilon 4
    n-3 fatty = omega 3 fatty
    n-6 fatty = omega 6 fatty
    n-3 pufa = omega 3 pufa
    n-6 pufa = omega 6 pufa
    gcsf = g csf
    gmcsf = gm csf
    ctla4 = ctla 4
    ldlc = ldl c = ldl cholesterol
    hdlc = hdl c = hdl cholesterol
    hscrp = hs crp = high sensitivity crp
    fvii = factor vii = factor 7
    xray = x ray = xrays
    wifi = wi fi
    hot flush = hot flash = hot flushes = hot flashes
    e cigarette = electronic cigarette = e cigarettes = electronic cigarettes
    c section = caesarean section = c sections = caesarean sections
    fviii = factor viii = factor 8
"""
_NAMES = [tuple(line.strip().split(" = ")) for line in _ALIKE.strip().splitlines()]
_SHORTENED = {"hep": "hepatitis", "vit": "vitamin"}
_LETTERED = re.compile(r"(hep|vit)([a-ek]\d{0,2})")  # no "hepa" filter, no "vita"
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")
_WRITTEN_OUT = str.maketrans(GREEK)


def _key(name: str) -> str:
    return _NO_LETTER_OR_DIGIT.sub("", name.lower().translate(_WRITTEN_OUT))


_ALIKE_BY_KEY = {_key(name): names for names in _NAMES for name in names}


def names_alike(name: str) -> tuple[str, ...]:
    """All ways to write a name that has several; none where there is but one."""
    key = _key(name)
    if names := _ALIKE_BY_KEY.get(key):
        return names
    short = _LETTERED.fullmatch(key)
    if not short or key == name.lower() and key.isalpha() and key.endswith("a"):
        return ()
    return (name, f"{_SHORTENED[short[1]]} {short[2]}")


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
