"""LaTeX in the values of BibTeX: into text and out of it."""

import re
import unicodedata

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)


def _latex_reader() -> LatexNodes2Text:
    """A reader that keeps the name of a macro it does not know: "\\TeX" is "TeX"."""
    known = get_default_latex_context_db()
    known.set_unknown_macro_spec(
        MacroTextSpec("", simplify_repl=lambda node: node.macroname)
    )
    return LatexNodes2Text(latex_context=known, math_mode="text", keep_comments=True)


_LATEX = _latex_reader()
_SPECIAL = re.compile(r"(?<!\\)([%&#])")
_SCRIPT = re.compile(r"(?<!\\)\$\s*[_^]\{?([\w+-]+)\}?\s*\$")  # CO$_2$
_DOLLAR = re.compile(r"(?<!\\)\$")
_COMMAND = re.compile(r"\\[a-zA-Z\"'`^~=.]|[{}]|--|~|``|''|\\[&%$#_]|\$")
_RARE = re.compile(r"[\\$]")
# The library takes its time: so many commands, and letters, of one value it may read.
_MOST = 2000
_LONGEST = 20_000

# --- what nearly every value has: accents, letters, dashes, braces ---

_ACCENTS = dict(
    zip(
        "'\"`^~=.cvuHkrdb",
        "\u0301\u0308\u0300\u0302\u0303\u0304\u0307"
        "\u0327\u030c\u0306\u030b\u0328\u030a\u0323\u0331",
        strict=True,
    )
)
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ"}
_LETTERS |= {"oe": "œ", "OE": "Œ", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ"}
_LETTERS |= {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^"}
_SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " ", "{": "", "}": ""}
_SIMPLE = re.compile(
    r"\\(?P<sign>[&%#_${}])"
    r"|\\(?:(?P<accent>[\"'`^~=.])\s*|(?P<letter_accent>[cvuHkrdb])(?=[\s{])\s*)"
    r"(?:\{\s*(?P<in_braces>\\?[ij]|[A-Za-z])\s*\}"
    r"|(?P<bare>\\[ij](?![A-Za-z])|[A-Za-z]))"
    rf"|\\(?P<letter>{'|'.join(sorted(_LETTERS, key=len, reverse=True))})"
    r"(?:\{\}|(?![A-Za-z])\s*)"
    r"|(?P<mark>---|--|``|''|~|[{}])"
)


def _simple(found: re.Match[str]) -> str:
    """What one of the frequent commands stands for."""
    if found["sign"]:
        return found["sign"]
    if found["letter"]:
        return _LETTERS[found["letter"]]
    if found["mark"]:
        return _SIGNS[found["mark"]]
    letter = (found["in_braces"] or found["bare"]).removeprefix("\\")
    accent = _ACCENTS[found["accent"] or found["letter_accent"]]
    return unicodedata.normalize("NFC", letter + accent)


def latex_to_text(value: str) -> str:
    """LaTeX as plain text: accents, dashes, braces; what is unknown stays.

    A bare "%", "&" or "#" is text here, as most databases do not escape it. In a very
    long value the rarer commands stay as they are written.
    """
    if not _COMMAND.search(value):
        return value
    value = _SCRIPT.sub(r"\1", value)
    rare = len(_RARE.findall(_SIMPLE.sub("", value)))
    if rare == 0 or rare > _MOST or len(value) > _LONGEST:
        return _SIMPLE.sub(_simple, value)
    value = value.replace(r"\textasciicircum{}", "^")
    value = _SPECIAL.sub(r"\\\1", value)
    if len(_DOLLAR.findall(value)) % 2:  # money, not mathematics
        value = _DOLLAR.sub(r"\\$", value)
    try:
        return str(_LATEX.latex_to_text(value, tolerant_parsing=True))
    except Exception:  # noqa: BLE001 - whatever the library trips over stays as written
        return value


_LIGATURE = re.compile(r"([-'`])(?=\1)|[!?](?=`)")
_ESCAPED = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {letter: rf"\{letter}" for letter in "{}$&#%_"}
)


def text_to_latex(value: str) -> str:
    """A value in which LaTeX finds neither commands nor ligatures ("--", "?`")."""
    return _LIGATURE.sub(r"\g<0>{}", value.translate(_ESCAPED))
