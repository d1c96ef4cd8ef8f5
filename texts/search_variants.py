"""Other spellings under which a word that is searched for may be written.

What can be told from the letters alone is brought into one form when texts are stored
(``core.text_search_sql``); what cannot, is searched for in each form: inflections that
stemming parts, American words for British ones, names without their umlaut. A form that
no language has finds nothing, and costs as much.
"""

import re
from collections.abc import Iterator

from texts.compounds import parted
from texts.greek import GREEK
from texts.joined_articles import with_and_without

LONGEST = 40  # letters: what is longer is no word with another spelling
_FEWEST = 5  # letters of a word whose parts are looked at
_IRREGULAR = (
    "man men",
    "woman women",
    "child children",
    "person people",
    "foot feet",
    "tooth teeth",
    "mouse mice",
    "gas gases",
    "bacterium bacteria bacterial",
    "criterion criteria",
    "phenomenon phenomena",
    "ganglion ganglia ganglionic",
    "fungus fungi fungal",
    "virus viruses viral",
    "larva larvae larval",
    "ovum ova",
    "embolus emboli embolism embolic",
    "fetus fetuses fetal",
    "feces fecal",
    "femur femora femoral",
    "nucleus nuclei",
    "nevus nevi",
    "ramus rami",
    "sulcus sulci sulcal",
    "corpus corpora",
    "viscus viscera visceral",
    "genus genera",
    "sinus sinuses",
    "villus villi villous",
    "axis axes",
    "testis testes testicular",
    "locus loci",
    "focus foci focal",
    "uterus uteri uterine",
    "index indices indexes",
    "matrix matrices",
    "appendix appendices",
    "ageing aging",
    "grey gray",
    "haem heme",
    "mould mold moulds molds",
    "programme program programs programmes",
    "judgement judgment",
    "aluminium aluminum",
    "sceptical skeptical",
    "fall fell fallen",
    "better best",
    "worse worst",
    "sleep slept",
    "bleed bled",
    "fed feed",
    "infant infants infancy",
    "obese obesity",
    "ug mcg µg μg",
)
_ALIKE: dict[str, tuple[str, ...]] = {
    word: tuple(other for other in line.split() if other != word)
    for line in _IRREGULAR
    for word in line.split()
}
# The forms of one stem that grammar builds with different endings.
_ENDINGS = (
    ("osis", "oses", "otic"),
    ("itis", "itides", "itic"),
    ("ysis", "yses", "ytic", "yse", "ysed"),
    ("rrhea", "rrhoea", "rrheal", "rrheic"),
    ("pnea", "pnoea", "pneic"),
    ("emia", "emias", "emic", "aemic", "aemia"),
    ("pathy", "pathies", "pathic"),
    ("ergy", "ergies", "ergic"),
    ("asthma", "asthmatic", "asthmatics"),
    ("trauma", "traumas", "traumatic"),
    ("oma", "omas", "omata"),
    ("sis", "ses"),
    ("nosis", "noses", "nostic"),
    ("iasis", "iases", "iatic"),
    ("psia", "psis", "psy", "ptic"),
    ("thesia", "thetic", "thetics"),
    ("tasis", "tases", "tatic"),
    ("thesis", "theses", "thetic"),
    ("plegia", "plegic"),
    ("algia", "algic"),
    ("phylaxis", "phylactic"),
    ("pause", "pausal"),
    ("gery", "gical"),
    ("gnant", "gnancy", "gnancies"),
    ("cient", "ciency", "ciencies"),
    ("ndent", "ndency", "ndence"),
    ("escent", "escence"),
)
# Latin nouns and what is made of them: "thrombus", "vertebral"; of short stems too much
# else has these endings.
_LATIN = re.compile(r"([a-z]{5,})(?:us|um|i|ae?|al)")
_LATIN_ENDINGS = ("us", "i", "um", "a", "ae", "al")
# British and American: each written for the other, where it stands.
_SPELLINGS = (
    (
        re.compile(r"our(?=s?$|ed$|ings?$|ers?$|al$|able$|ite|less$|ful$|ously$|ous$)"),
        "or",
    ),
    (re.compile(r"or(?=s?$|ed$|ings?$|ers?$|al$|able$|ite|less$|ful$)"), "our"),
    (re.compile(r"(?<=[tbv])re(?=s?$|d$)"), "er"),
    (re.compile(r"(?<=[tbv])er(?=s?$)"), "re"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$)"), "l"),
    (re.compile(r"(?<=[aeiou])l(?=ed$|ing$|er$|ers$)"), "ll"),
    (re.compile(r"(?<=i)ll(?=ment|ful)"), "l"),
    (re.compile(r"(?<=i)l(?=ment|ful)"), "ll"),
    (re.compile("sulph"), "sulf"),
    (re.compile("sulf"), "sulph"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=[al])og(?=s?$)"), "ogue"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ense(?=s?$)"), "ence"),
    (re.compile(r"^foet"), "fet"),
    (re.compile(r"trop(?=h?in$)"), "troph"),
)
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_GREEK_AT_THE_END = re.compile(
    rf"([a-z]{{2,5}}?)({'|'.join(name for name in GREEK.values() if len(name) > 3)})"
)
_ACRONYM_IN_SMALL = re.compile(r"[a-z]{2,3}s")
_CODE = re.compile(r"([a-z]{5,10})(\d{1,3}[a-z]?)", re.I)  # SARSCoV2
# A Latin letter for a Greek one, behind capitals or before a number: TNFa, NFkB, tgfb1.
_GREEK_IN_LATIN = re.compile(
    r"([A-Z]{2,5}\d{0,2})([abgk])([A-Z]?\d{0,2})|([a-z]{2,4})([abg])(\d{1,2})"
)
_MEANT = {"a": "alpha", "b": "beta", "g": "gamma", "k": "kappa"}


def variants(word: str) -> tuple[str, ...]:
    """The other spellings of one word, in small letters; none where there are none.

    "oestrogen" needs none: stored words have it in one form. "tumor" gives "tumour",
    "osteoporotic" gives "osteoporosis", "tnfalpha" gives "tnf alpha".
    """
    small = word.lower()
    if codes := tuple(_codes(word)):
        return codes
    if not small.isalpha() or len(small) > LONGEST:
        return ()
    found = dict.fromkeys(_variants(small))
    if word != small and word.isupper():  # an acronym, not a word that is bent
        found = dict.fromkeys(one for one in found if " " in one)
    found.pop(small, None)
    return tuple(found)


def _variants(word: str) -> Iterator[str]:
    yield from _ALIKE.get(word, ())
    if _ACRONYM_IN_SMALL.fullmatch(word):
        yield word.upper()
    if joined := _GREEK_AT_THE_END.fullmatch(word):
        yield f"{joined[1]} {joined[2]}"
    yield from _umlauts(word)
    yield from with_and_without(word)
    if len(word) < _FEWEST:
        return
    for endings in _ENDINGS:
        for ending in endings:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                yield from (stem + other for other in endings)
    if latin := _LATIN.fullmatch(word):
        yield from (latin[1] + ending for ending in _LATIN_ENDINGS)
    yield from parted(word)
    for pattern, other in _SPELLINGS:
        if pattern.search(word):
            yield pattern.sub(other, word)


def _codes(word: str) -> Iterator[str]:
    """A name of a molecule or virus, parted where a hyphen may stand in it."""
    if meant := _GREEK_IN_LATIN.fullmatch(word):
        first, letter, rest = (group or "" for group in meant.groups()[:3])
        if not letter:
            first, letter, rest = meant.groups()[3:]
        yield f"{first} {_MEANT[letter]} {rest}".strip()
    if code := _CODE.fullmatch(word):
        letters, number = code.groups()
        for place in range(2, len(letters) - 1):
            first = letters[:place]
            for one in (first, first.upper()) if first.endswith("s") else (first,):
                yield f"{one} {letters[place:]} {number}"


def _umlauts(word: str) -> Iterator[str]:
    if (written := word.translate(_WRITTEN_OUT)) != word:
        yield written
    for pair, letter in _UMLAUTS:
        if pair in word:
            yield word.replace(pair, letter)
