"""Which language an article is written in, told by its commonest words.

The words are jusText's lists of each language's most frequent ones; scripts that part
no words by blanks are told by their letters.
"""

import re
from functools import cache

from justext import get_stoplist

ENGLISH = "en"
# The languages told apart: the name of jusText's list, and of ISO 639-1
LISTS = {
    "English": ENGLISH,
    **{"German": "de", "French": "fr", "Spanish": "es", "Italian": "it"},
    **{"Portuguese": "pt", "Dutch": "nl", "Danish": "da", "Swedish": "sv"},
    **{"Norwegian_Bokmal": "nb", "Finnish": "fi", "Polish": "pl", "Czech": "cs"},
    **{"Slovak": "sk", "Hungarian": "hu", "Romanian": "ro", "Turkish": "tr"},
    **{"Greek": "el", "Russian": "ru", "Ukrainian": "uk", "Bulgarian": "bg"},
    **{"Croatian": "hr", "Slovenian": "sl", "Catalan": "ca", "Indonesian": "id"},
    **{"Vietnamese": "vi", "Arabic": "ar", "Persian": "fa", "Hebrew": "he"},
    **{"Hindi": "hi", "Bengali": "bn", "Tagalog": "tl", "Swahili": "sw"},
    **{"Estonian": "et", "Latvian": "lv", "Lithuanian": "lt", "Icelandic": "is"},
}
SCRIPTS = {  # the first that fits
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
NAMES = {code: name.replace("_Bokmal", "") for name, code in LISTS.items()} | {
    "ja": "Japanese", "ko": "Korean", "zh": "Chinese", "th": "Thai",
}  # fmt: skip
LONGEST = 6000  # characters that are looked at
LEAST_WORDS = 20
LEAST_SHARE = 0.25  # of the words, those that are a language's commonest
SURE = 0.35  # a share of English ones that needs no comparing
AHEAD = 1.3  # how much more of them another language must have than English
WORD = re.compile(r"[^\W\d_]+")


@cache
def _common_words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in get_stoplist(name))


def language_of(text: str) -> str:
    """The language of a text as ISO 639-1 has it; empty where it can't be told."""
    head = text[:LONGEST]
    letters = sum(map(str.isalpha, head))
    for code, script in SCRIPTS.items():
        if len(script.findall(head)) > max(LEAST_WORDS, letters * 0.2):
            return code
    words = [word.lower() for word in WORD.findall(head)]
    if len(words) < LEAST_WORDS:
        return ""
    english = _share(words, "English")
    if english >= SURE:
        return ENGLISH
    shares = {code: _share(words, name) for name, code in LISTS.items()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] < LEAST_SHARE:
        return ""
    return best if shares[best] >= english * AHEAD else ENGLISH


def _share(words: list[str], name: str) -> float:
    common = _common_words(name)
    return sum(word in common for word in words) / len(words)
