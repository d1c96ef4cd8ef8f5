"""What Markdown holds beside words: code, comments, scripts and the tags of HTML.

It is blanked, sign by sign, so that every word keeps its place in the text.
"""

import re

from articles.reading.plain.lines import split_lines

_HIDDEN = re.compile(
    r"<!--(?:(?!<!--).)*?-->|<(script|style)\b(?:(?!<\1\b).)*?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?!sup\b)[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,500})?/?>")
_RAISED = re.compile(r"<sup>[^<>]{0,40}</sup>", re.IGNORECASE)  # a citation, mostly
_LINK = re.compile(r"!?\[([^\[\]]{1,400})\]\([^()\s]{1,400}\)")
_EMPHASIS = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`|~~|(?<!\w)_{1,2}(?=\w)|(?<=[^\W_])_{1,2}(?!\w)"
)
_MARKED = re.compile(r"[<*_`~]|\]\(")
_FENCE = re.compile(r"\s*(?:(?:[-*+]|\d{1,2}[.)])\s+)?(`{3,}|~{3,})(.*)")
_SET_IN = 4  # columns from which a line is code, where no item goes on
_BEGINS_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)]|\[\^[^\]]{1,60}\]:)\s")
_NOT_A_LINE_END = re.compile(r"[^\r\n]")


def without_markup(text: str) -> str:
    """Return a Markdown text with blanks where it has no words; as long as before."""
    text = _HIDDEN.sub(_blank, _without_code(text))
    text = _BREAK.sub(lambda tag: "\n\n".ljust(len(tag[0])), text)
    return _TAG.sub(_blank, text)


def as_shown(words: str) -> str:
    """Return words as a page shows them: without tags, emphasis and addresses."""
    if not _MARKED.search(words):
        return words
    words = _LINK.sub(r"\1", _TAG.sub(" ", _RAISED.sub("", words)))
    return " ".join(_EMPHASIS.sub("", words).split())


def _blank(found: re.Match[str]) -> str:
    return _NOT_A_LINE_END.sub(" ", found[0])


def _without_code(text: str) -> str:
    """Blank fenced and indented code."""
    pieces = list(text)
    fence, in_item, after_blank = "", False, True
    for line in split_lines(text):
        found = _FENCE.match(line.text)
        mark = found[1] if found else ""
        is_code = bool(fence or (mark and _opens(found)))
        if fence:
            closes = mark.startswith(fence) and not found[2].strip()
            fence = "" if closes else fence
        elif is_code:
            fence = mark
        elif not line.text.strip():
            after_blank = True
            continue
        elif line.indent >= _SET_IN and not in_item and after_blank:
            is_code = True
        else:
            begins = _BEGINS_ITEM.match(line.text) is not None
            in_item = begins or (in_item and (line.indent > 0 or not after_blank))
            after_blank = False
        if is_code:
            pieces[line.start : line.end] = " " * len(line.text)
    return "".join(pieces)


def _opens(fence: re.Match[str]) -> bool:
    """Whether marks open a fence: no such sign stands behind, as in `` ```x``` ``."""
    return "`" not in fence[2]
