"""Splits an article's running text into sentences, each with its place in the text.

nupunkt (Punkt, Kiss & Strunk 2006) decides the boundaries. It is given a look-alike of
the same length, in which citation markers stand before the full stop, because it
otherwise hands "[5]" to the next sentence and sees no end in "wrinkles.2 Later".
"""

import re
from collections.abc import Iterator

import nupunkt

from articles.reading.document import BlockKind, Document, Sentence
from texts.late_patterns import compile_late

_RUNNING = {
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTE,
    BlockKind.CAPTION,
}
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RANGE = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,30}"
_MARKER_AFTER_STOP = compile_late(
    rf"""(?<!\bal)(?<!\b[Ff]ig)(?<!\bRef)(?<!\bNo)(?P<stop>[.!?…]["”’'»)]?)
    (?P<marker>
        (?:\s?\[{_RANGE}\]){{1,9}}                         # ". [5]", ".[2,3][7]"
      | (?:\s?\[\^[^\[\]\s]{{1,60}}\]){{1,9}}             # ".[^name]"
      | (?:\s?【[^【】]{{1,40}}】){{1,9}}                    # ".【1】"
      | \s?\[{_RANGE}\]\s?[–—-]\s?\[{_RANGE}\]            # ". [2]–[4]"
      | \({_RANGE}\)                                       # ".(5)"
      | [{_SUPERSCRIPT}][{_SUPERSCRIPT},⁻–]{{0,30}}        # ".¹²"
      | (?<=[a-z)”][a-z)”][.!?])\d{{1,3}}(?:[,–-]\d{{1,3}}){{0,30}}  # "wrinkles.2"
    )(?=\s+[^a-z\s]|\s*$)""",
    re.VERBOSE,
)
_BULLET = re.compile(r"(?:[-–—*•‣▪●○]|\d{1,3}[.)])[ \t]+")

_WRAPPED_AT = 55  # a line shorter than this ends because its words do

# What an English sentence commonly begins with; a name seldom does.
_STARTER = (
    r"(?:A|After|All|Also|Although|An|And|As|At|Because|Before|Both|But|By|Can|Despite|"
    r"Each|Even|For|From|He|Her|His|How|However|If|In|It|Its|Many|More|Most|No|Of|On|"
    r"One|Only|Other|Our|She|Since|So|Some|Such|That|The|Their|Then|There|These|They|"
    r"This|Those|Thus|To|Unlike|We|What|When|Where|While|With|Yet|You|Your)\b"
)
_NEVER_LAST = re.compile(
    r"\b(?:cf|i\.e|e\.g|approx|vs|ca|viz|Figs?|Eqs?|St|Dr|Prof)\.$"
)
_SELDOM_LAST = re.compile(
    r"(?:\b(?:U\.S|U\.K|U\.N|E\.U|U\.S\.A|No|Nos|Vol|Ref|Refs|al)\.)$"
)
# Ends that nupunkt takes for an initial ("vitamin D. It") or an abbreviation it has
# learnt ("sore knees. Pain fell").
_SURE_END = re.compile(
    rf"""(?:
        \w{{3}}\ [A-Z][.!?](?=\s+{_STARTER})
      | (?<![\w.-])(?P<word>[a-z]{{3,40}})[.!?]["”’')\]]?(?=\s+["“(\[]?[A-Z][a-z])
      | (?:[%)\]]|\w{{2}}\ \d{{1,9}})\.(?=\s+[A-Z][a-z])
    )\s+""",
    re.VERBOSE,
)
_ABBREVIATIONS = re.compile(
    r"approx|resp|incl|excl|etc|s?pp|subsp|var|vols?|figs?|est|dept|univ|corp|refs?|"
    r"sect|chap|eds|max|avg|sci|med|clin|exp|biol|chem|phys|nat|int|natl|assoc|intl|"
    r"suppl|tab|eqn|nos|sec|tbsp|tsp"
)
_STARTS = re.compile(_STARTER)


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of paragraphs, list items, quotes and captions, in order.

    Headings, titles, tables and reference entries give none. Spans carry neither
    surrounding white space nor a list item's bullet.
    """
    return tuple(
        Sentence(start, end, index)
        for index, block in enumerate(document.blocks)
        if block.kind in _RUNNING
        for start, end in sentence_spans(document.text, block.start, block.end)
    )


def sentence_spans(
    text: str, start: int, end: int, *, wrapped: bool = True
) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence within ``text[start:end]``.

    ``wrapped`` takes long lines for one paragraph broken at a fixed width; without it
    only a line that begins in lower case continues the one before.
    """
    for line_start, line_end in _lines(text, start, end, wrapped=wrapped):
        line = text[line_start:line_end]
        bullet = _BULLET.match(line)
        offset = bullet.end() if bullet else 0
        for first, last in _line_spans(line[offset:]):
            yield line_start + offset + first, line_start + offset + last


def _lines(
    text: str, start: int, end: int, *, wrapped: bool
) -> Iterator[tuple[int, int]]:
    """Yield the lines of a block, those joined that only a fixed width broke."""
    line_start = position = start
    while position < end:
        found = text.find("\n", position, end)
        stop = end if found < 0 else found
        following = text[stop + 1 : min(stop + 40, end)].lstrip(" \t")[:1]
        long = wrapped and following.strip() and stop - position > _WRAPPED_AT
        if not (following.islower() or long):
            yield line_start, stop
            line_start = stop + 1
        position = stop + 1


def _line_spans(line: str) -> Iterator[tuple[int, int]]:
    masked = _MARKER_AFTER_STOP.sub(r"\g<marker>\g<stop>", line.replace("\n", " "))
    edges = {end for _, end in nupunkt.sent_spans(masked)}
    edges |= {
        match.end()
        for match in _SURE_END.finditer(masked)
        if not _ABBREVIATIONS.fullmatch(match["word"] or "")
    }
    start = 0
    for end in sorted(edges | {len(line)}):
        if end < len(line) and _continues(masked[start:end], masked[end : end + 20]):
            continue
        chunk = line[start:end]
        if chunk.strip():
            yield (
                start + len(chunk) - len(chunk.lstrip()),
                start + len(chunk.rstrip()),
            )
        start = end


def _continues(before: str, after: str) -> bool:
    """Tell whether an abbreviation, not a sentence, ends here."""
    before = before[-24:].rstrip()
    if _NEVER_LAST.search(before):
        return True
    return bool(_SELDOM_LAST.search(before)) and not _STARTS.match(after.lstrip())
