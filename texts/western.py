"""Whether a text that was read as Windows-1252 is one, or bytes of another encoding.

Most of its letters stand for others elsewhere: "rêki" are the bytes of Polish "ręki",
"a–o" those of Spanish "año" on an old Macintosh. So each is looked at beside its
neighbours, and those of a few languages only where their small words stand too.
"""

import re
from functools import lru_cache

_LETTER = r"[^\W\d_¹²³¼½¾ªº]"
_WORD = re.compile(rf"(?:{_LETTER}|[ƒˆ˜¨´¸¯¹²³¼½¾¿¡¦¬¤¥¢¶§†‡•‰‹›™€º»«±·ªµ°£®©×÷])+")
_VOWELS = "aeiouyáéíóúâêîôûäëïöüàèìòùæøå"
_SMALL_WORDS = {
    "french": "le les des du et dans chez une par pour sur avec au aux est ou où la",
    "italian": "di il la della del delle dei degli nel nella per con che una alla gli"
    " si",
    "portuguese": "da dos das em com para por uma pela pelo ao aos à às nas nos entre",
    "nordic": "og på af av hos til med ved efter etter om er som det den eller och att"
    " från vid fra før for over ja on",
    "english": "the of and for with to a an by from after",
}
_LANGUAGES = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
_C = "[bcdfghjklmnpqrstvxz]"
# How a letter stands in words that hold it, and in which languages: "" is any.
_CONTEXTS = {
    "à": ((r"à$|^à(?:s|qu)", ""),),
    "ã": ((r"ão|ãe", ""), (r"ã(?:s?$|i[bs])", "portuguese")),
    "õ": ((r"õe(?:s|m)?$", ""),),
    "å": (("å", "nordic english"),),
    "æ": ((rf"(?:^|[^{_VOWELS}])æ[^{_VOWELS}wz]|præ|(?:n|r|l)æ$", "nordic english"),),
    "ø": ((rf"(?:^|[^{_VOWELS}])ø[^{_VOWELS}\W]|^ø$|(?:lj|[skfrt])ø$",
           "nordic english"),),
    "è": ((r"ière", ""),
          (rf"(?:^|[^aeoéíá])è(?:s$|x|{_C}(?:[rlhn])?[eu]|que|gn|gu)|poèt", "french"),
          (r"(?:ère|èvre|ève|[glrs]ène|ège|èque|ème|ès)s?$", "english"),
          (r"^è$|(?:^|rch|fin|cio|caff)è$", "italian")),
    "ê": ((r"ê(?:t|m|c|ch|n|l|r|g|v|p|qu)", "french"),
          (r"ê(?:nci|s$|m$|$|ut)", "portuguese")),
    "ì": ((r"^(?:così|lì|sì|dì|\w{3,6}edì)$", "italian"),),
    "ò": ((r"[^aeou]ò$|iò$|uò$", "italian"),),
    "ù": ((r"(?:^|[’'])où$", "french"), (r"iù$|gesù$|tù$", "italian")),
    "ï": ((r"[aeou]ï", ""),),
    "ñ": ((r"(?:^|[aeiouáéíóú])ñ[aeiouáéíóúü]", ""),),
    "û": ((r"û(?:r|t|l|m|n|$)", "french"),),
    "œ": ((r"œ(?:u|il|d[èe]|s[ot]|t[ua]|n[ou]|l|cu|b)", ""),),
}  # fmt: skip
_READ = {
    letter: [(re.compile(pattern), languages.split()) for pattern, languages in ways]
    for letter, ways in _CONTEXTS.items()
}
# The same letters in Windows-1250 and ISO-8859-2, so that nothing is at stake.
_SAFE = frozenset("áâäçéëíîóôöúüß")
_SIGNS_ALONE = re.compile(r"[·×÷±«»§†‡•°µ©®™£€]|[£€¥$]\d+|\d+[£€¥¢°º½¼¾²³¹]")
_WITH_SIGNS = re.compile(  # m², 1ª, nº, Botox®, col·legi, µg, 5±2
    r"(?:[kcmdµn]?m|\d+|log|chi|r|i|x)[²³¹]\d*|n?\d*[ºª]s?|[º°]?[ckf]|\d+[º°][ckf]?"
    rf"|{_LETTER}*[®™©]|{_LETTER}*l·l{_LETTER}*|µ(?:g|m|l|mol|u|v|w|s|gy|sv|ci|iu)?"
    r"|\d*±\d*|[£€]\d*|\d+[½¼¾]|\d*[×÷]\d*|[«»]?[a-z]+[«»]?|†|‡|§+\d*"
)
# Catalan "l·l" on a Macintosh; of Hungarian "halál" and "talál" it is no sign.
_MIDDLE_DOT = re.compile(r"(?<=[aeiouáéíóú])(?<![ht]a)lál(?=[aeiouáéíóúàèò])")
_APOSTROPHE = re.compile(rf"({_LETTER}*)’({_LETTER}*)")
_AFTER_APOSTROPHE = frozenset(["", *"s t re ve ll d m n em hui".split()])
_BEFORE_APOSTROPHE = frozenset(
    "d l n s c j m t qu jusqu lorsqu puisqu quelqu presqu aujourd o dell all nell dall"
    " sull un quest sant coll bell quell mc".split()
)
_BEHIND_DASH = frozenset(
    "a an the results findings is are does do can what where when how why who from and"
    " or but not evidence lessons".split()
)
_DASH = re.compile(r"([a-zà-ÿ]+|\bA)([–—])([a-zà-ÿ]+)")  # "A–o" is "Año"
_ODD_QUOTE = re.compile(
    rf"{_LETTER}[“‘„‚]|[”„‚]{_LETTER}|{_LETTER}[•…]{_LETTER}|…{_LETTER}"
)
_WITHOUT_CARONS = str.maketrans("šžŠŽ", "szSZ")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_UNDEFINED = re.compile("[\x80-\x9f]")


def is_plausible(text: str, company: str = "", carons: bool = False) -> bool:
    """Whether a text read as Windows-1252 reads as one of a western language.

    ``company`` is the text that it stands in, whose small words tell the language;
    ``carons``: the letters š and ž, which are ö and û on a Macintosh, are none to ask
    about.
    """
    if not _BEYOND_ASCII.search(text):
        return True
    if _UNDEFINED.search(text):
        return False
    spoken = _languages_of(company or text)
    if carons:
        text = text.translate(_WITHOUT_CARONS)
    lines = [line for line in text.split("\n") if _BEYOND_ASCII.search(line)]
    return all(_signs_fit(line) and _words_fit(line, spoken) for line in lines)


@lru_cache(4)  # many lines stand in one company
def _languages_of(text: str) -> frozenset[str]:
    """The languages whose small words stand in a text; of English, two of them."""
    # Capitals throughout are tags: "AU" and "LA" are no words of French.
    found = (w for w in re.findall(rf"{_LETTER}+", text) if not w.isupper())
    words = {word.casefold() for word in found}
    return frozenset(
        name
        for name, small in _LANGUAGES.items()
        if len(words & small) > (name == "english")
    )


def _signs_fit(line: str) -> bool:
    """Whether quotes, dashes and inverted marks stand where they may."""
    if "¿" in line and "?" not in line or "¡" in line and "!" not in line:
        return False
    if _ODD_QUOTE.search(line) and not ("„" in line and "“" in line):
        return False
    for before, after in _APOSTROPHE.findall(line):
        kept = after.casefold() in _AFTER_APOSTROPHE and len(before) > 1
        elided = before.casefold() in _BEFORE_APOSTROPHE and len(after) > 2
        if not (kept or elided or not before):
            return False
    return all(
        after in _BEHIND_DASH if dash == "—" else after[0] not in _VOWELS
        for _, dash, after in _DASH.findall(line)
    )


def _words_fit(line: str, spoken: frozenset[str]) -> bool:
    plain = line.replace("¿", " ").replace("¡", " ")
    return all(
        _fits(word, spoken)
        for word in _WORD.findall(plain)
        if _BEYOND_ASCII.search(word)
    )


def _fits(word: str, spoken: frozenset[str]) -> bool:
    """Whether a word with letters or signs beyond ASCII is one of these languages."""
    folded = word.lower()
    if not word.isalpha() or "µ" in word:
        bare = folded.lstrip("«").rstrip("«»®™©")
        return bool(
            _SIGNS_ALONE.fullmatch(folded)
            or _WITH_SIGNS.fullmatch(folded)
            or (bare.isalpha() and bare.isascii())
            or (bare != folded and bare.isalpha() and _fits(bare, spoken))
        )
    if not (word[1:] == folded[1:] or word.isupper()):
        return False  # a capital within a word
    if (folded == "é" and "portuguese" not in spoken) or _MIDDLE_DOT.search(folded):
        return False
    high = _BEYOND_ASCII.findall(folded)
    if len(folded) > 2 and len(high) > 0.67 * len(folded):
        return False
    return all(letter in _SAFE or _stands(letter, folded, spoken) for letter in high)


def _stands(letter: str, word: str, spoken: frozenset[str]) -> bool:
    """Whether a letter stands in a word as one of the languages spoken has it."""
    return any(
        pattern.search(word) and (not languages or spoken & set(languages))
        for pattern, languages in _READ.get(letter, ())
    )
