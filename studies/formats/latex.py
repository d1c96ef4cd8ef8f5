"""LaTeX in the values of BibTeX: into text and out of it."""

import re

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


def latex_to_text(value: str) -> str:
    """LaTeX as plain text: accents, dashes, braces; what is unknown stays.

    A bare "%", "&" or "#" is text here, as most databases do not escape it.
    """
    if not _COMMAND.search(value):
        return value
    value = _SCRIPT.sub(r"\1", value.replace(r"\textasciicircum{}", "^"))
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
