"""LaTeX in the values of BibTeX: into text and out of it.

What nearly every value has is read by name (``latexcommands``); formulas and their
symbols are the library's.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from bibliography.formats.latexcommands import (
    ACCENTS,
    ARGUED,
    CASES,
    DROPPED,
    LOOKS,
    MARKS,
    SIGNS,
)
from texts.late_patterns import compile_late

_KNOWN_BY_LIBRARY = get_default_latex_context_db()
_SYMBOLS = {spec.macroname for spec in _KNOWN_BY_LIBRARY.iter_macro_specs()}


def _latex_reader() -> LatexNodes2Text:
    """A reader that leaves a command it does not know as it is written."""
    known = get_default_latex_context_db()
    known.add_context_category(
        "signs",
        macros=[MacroTextSpec(name, sign) for name, sign in SIGNS.items()],
        prepend=True,
    )
    known.set_unknown_macro_spec(
        MacroTextSpec("", simplify_repl=lambda node: f"\\{node.macroname} ")
    )
    return LatexNodes2Text(latex_context=known, math_mode="text", keep_comments=True)


_LATEX = _latex_reader()
_SPECIAL = re.compile(r"(?<!\\)([%&#])")
_COMMAND = re.compile(r"\\|[{}]|--|~|[?!]?`|''|\$")
_RARE = re.compile(r"[\\$]")
# The library takes its time: so many commands, and letters, of one value it may read.
_MOST = 2000
_LONGEST = 20_000


def _named(names: Iterable[str]) -> str:
    """A pattern for a command of one of these names."""
    return rf"\\(?P<name>{'|'.join(sorted(names, key=len, reverse=True))})(?![A-Za-z])"


_GROUP = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_MODES = re.compile(r"\\ifmmode\b(.*?)(?:\\else\b\s*(.*?))?\\fi(?![A-Za-z])\s*", re.S)
_LENGTH = re.compile(
    r"\\(?:kern|hskip|vskip)\s*-?[\d.]+\s*(?:em|ex|pt|mu|mm|cm|in)\b\s*"
    r"|\\penalty\s*-?\d+\s*"
    r"|\\fontsize\s*\{[^{}]*\}(?=\s*\{)"  # of its two the second is left
)
# A backslash that was escaped once more, as programs' exports do.
_ESCAPED_TWICE = compile_late(rf"\\(?={_named(LOOKS)}\s*\{{)")
# A sign that has grown together with the word behind it: "\\textlessi\\textgreater".
_GROWN = re.compile(
    r"\\textless(?:\{\})?(/?(?:[ibu]|em|su[bp]|sc))\\textgreater(?:\{\})?"
    r"|\\text(less|greater)(?=[A-Za-z])"
)
_SPACING = re.compile(r"\\(?:([-/@!])|([,;: ])|\\(?:\[[^\]]*\])?\s*)")
_DROPPED = re.compile(rf"{_named(DROPPED)}\s*(?:\[[^\]]*\])*{_GROUP}")
_ARGUED = re.compile(rf"{_named(ARGUED)}\s*\*?(?:\[[^\]]*\])?{_GROUP}\s*")
_QUANTITY = re.compile(rf"\\(?:SI|qty)(?![A-Za-z])(?:\[[^\]]*\])?{_GROUP}\s*{_GROUP}")
_CASES = re.compile(rf"{_named(CASES)}\s*{_GROUP}")
_MARKED = re.compile(rf"{_named(MARKS)}\s*(?:\{{\s*(\w)\s*\}}|(\w))")
_LOOKS = re.compile(rf"{_named(LOOKS)}(?:\s*\*)?(?:\s*(?=\{{)|\s*)")
_ENVIRONMENT = re.compile(rf"\\(?:begin|end)\s*\{{(?:{'|'.join(LOOKS)})\}}\s*")
_DEGREE = re.compile(r"\^\s*(?:\{\s*\\circ\s*\}|\\circ(?![A-Za-z]))")
_UNKNOWN = re.compile(r"\\([A-Za-z]{2,})\s*(?=\{)")
_COMMAND_NAME = re.compile(r"\\([A-Za-z]{2,})")
_SCRIPT = re.compile(r"(?<!\\)[_^](?:\{([^{}\\]*)\}|([^\s{}\\]))")

_SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " ", "{": "", "}": ""}
_SIGNS |= {"?`": "¿", "!`": "¡"}
_MARKS = "".join(mark for mark in ACCENTS if not mark.isalpha())
_LETTER_MARKS = "".join(mark for mark in ACCENTS if mark.isalpha())
_SIMPLE = compile_late(
    r"\\(?P<sign>[&%#_${}])"
    rf"|\\(?:(?P<accent>[{re.escape(_MARKS)}])\s*"
    rf"|(?P<letter_accent>[{_LETTER_MARKS}])(?=[\s{{])\s*)"
    r"(?:\{\s*(?P<in_braces>\\?[ij]|[A-Za-z]|[A-Za-z]{2})\s*\}"
    r"|(?P<bare>\\[ij](?![A-Za-z])\s*|[A-Za-z]))"
    rf"|\\(?P<letter>{'|'.join(sorted(SIGNS, key=len, reverse=True))})"
    r"(?:\{\}|(?![A-Za-z])\s*)"
    r"|(?P<mark>---|--|[?!]`|``|''|~|[{}])"
)


def _simple(found: re.Match[str]) -> str:
    """What one of the frequent commands stands for."""
    if found["sign"]:
        return found["sign"]
    if found["letter"]:
        return SIGNS[found["letter"]]
    if found["mark"]:
        return _SIGNS[found["mark"]]
    letters = (found["in_braces"] or found["bare"]).removeprefix("\\").rstrip()
    accent = ACCENTS[found["accent"] or found["letter_accent"]]
    return unicodedata.normalize("NFC", letters[0] + accent + letters[1:])


def latex_to_text(value: str) -> str:
    """LaTeX as plain text: accents, dashes, braces; what is unknown stays.

    A bare "%", "&" or "#" is text here, as most databases do not escape it, and so is
    the sign of a sum: "$5 to $10". In a very long value the rarer commands stay as they
    are written.
    """
    if not _COMMAND.search(value):
        return value
    if "\\" in value:
        value = _without_looks(value)
    value = "".join(_formulas_marked(value)) if "$" in value else value
    rare = len(_RARE.findall(_SIMPLE.sub("", value)))
    if rare == 0 or rare > _MOST or len(value) > _LONGEST:
        return _SIMPLE.sub(_simple, value)
    value = value.replace(r"\textasciicircum{}", "^")
    value = _SPECIAL.sub(r"\\\1", value)
    try:
        return str(_LATEX.latex_to_text(value, tolerant_parsing=True))
    except Exception:  # noqa: BLE001 - whatever the library trips over stays as written
        return value


def unknown_commands(value: str) -> list[str]:
    """The commands in a value of which nobody knows what they stand for."""
    if "\\" not in value:
        return []
    value = _DROPPED.sub("", _LENGTH.sub("", _MODES.sub(r"\2", value)))
    known = _SYMBOLS | SIGNS.keys() | LOOKS | ARGUED | CASES.keys() | MARKS.keys()
    value = _apart(_QUANTITY.sub(r"\1 {\2}", value))
    found = dict.fromkeys(_COMMAND_NAME.findall(value))
    return [name for name in found if name not in known]


def _without_looks(value: str) -> str:
    """A value without what says how it looks, of text that stands as it is."""
    if "\\if" in value:
        value = _MODES.sub(r"\2", value)
    value = _apart(value)
    value = _LENGTH.sub(lambda m: r"\fontsize" if "{" in m[0] else "", value)
    value = _ESCAPED_TWICE.sub("", value)
    value = _DEGREE.sub("°", value)
    value = _DROPPED.sub("", value)
    value = _ARGUED.sub(lambda m: " " if m["name"].endswith("space") else "", value)
    value = _QUANTITY.sub(r"\1 {\2}", value)
    value = _SPACING.sub(lambda m: "" if m[1] else " ", value)
    value = _CASES.sub(lambda m: CASES[m["name"]](m[2]), value)
    value = _MARKED.sub(_marked, value)
    value = _LOOKS.sub("", value)
    return _UNKNOWN.sub(lambda m: m[0] if _is_known(m[1]) else "", value)


def _apart(value: str) -> str:
    """A value without environments of looks, its signs apart from their words."""
    signs = {"less": "<", "greater": ">"}
    value = _GROWN.sub(lambda m: signs.get(m[2]) or f"<{m[1]}>", value)
    return _ENVIRONMENT.sub("", value)


def _marked(found: re.Match[str]) -> str:
    letter = found[2] or found[3]
    return unicodedata.normalize("NFC", letter + MARKS[found["name"]])


def _is_known(name: str) -> bool:
    return name in SIGNS or name in _SYMBOLS


# A number behind the sign, then a word, or another sum: "$5 to $10", "$5-$10".
_SUM = re.compile(r"\d[\d.,]*+(?:\s+[A-Za-z]{2,}|[^\\^_=+<>{}$]*+\$\d)")


def _formulas_marked(value: str) -> Iterator[str]:
    """The pieces of a value; the sign of a sum is escaped, and formulas lose scripts.

    A sign that has no partner is one of a sum too.
    """
    pieces = re.split(r"(?<!\\)\$", value)
    yield pieces[0]
    at = 1
    while at < len(pieces):
        inside = pieces[at]
        rest = f"{inside}${pieces[at + 1]}" if at + 1 < len(pieces) else inside
        if at + 1 == len(pieces) or _SUM.match(rest):
            yield rf"\${inside}"
            at += 1
            continue
        formula = _SCRIPT.sub(lambda m: m[1] or m[2] or "", inside)
        plain = "\\" not in formula
        yield formula.strip() if plain else f"${formula}$"
        yield pieces[at + 1]
        at += 2


_LIGATURE = re.compile(r"([-'`])(?=\1)|[!?](?=`)")
_ESCAPED = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {letter: rf"\{letter}" for letter in "{}$&#%_"}
)


def text_to_latex(value: str) -> str:
    """A value in which LaTeX finds neither commands nor ligatures ("--", "?`")."""
    return _LIGATURE.sub(r"\g<0>{}", value.translate(_ESCAPED))
