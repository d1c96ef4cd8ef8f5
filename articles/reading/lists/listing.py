"""Reference lists in plain text: where they stand and where each entry begins.

An entry is a span (start, end) of the text, so that it stays in its place.
"""

import re
from collections import Counter
from collections.abc import Sequence

from articles.reading.lists.authors import ORGANISATION_NAME
from articles.reading.lists.dates import YEAR
from articles.reading.lists.headings import DATED as IS_DATED
from articles.reading.lists.headings import is_list_heading, is_loose_heading
from articles.reading.lists.names import UPPER, NameForm, read_names
from articles.reading.plain.lines import Line, is_filled

ENDS_LIST = re.compile(
    r"[#*_=\s]*(?:\d{1,2}\.?\s+)?(?:acknowledge?ments?|appendi(?:x|ces)\b.*|author"
    r"(?:s[’']?)?(?: contributions?| information| details| affiliations| biograph.*)?|"
    r"(?:competing|conflicts? of|declarations? of) interests?.*|funding.*|supplement.*"
    r"|about the authors?.*|figure (?:legends?|captions?)|tables?|related (?:articles?|"
    r"posts?|reading).*|(?:leave a )?(?:comments?|reply)|share this.*|disclaimer.*|"
    r"abbreviations|data availability.*|footnotes|license.*|copyright.*|"
    r"publisher.s note.*|disclosures?.*|ethics.*|glossary|reviewed by.*|notes)\s*:?"
    r"[#*_=\s]*",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"[ \t]*(?:(?:[-*•]|\.\.)\s)?(?:\[\^?(\d{1,4})\]|\((\d{1,4})\)"
    r"|(\d{1,4})[.)\]:](?!\d)|(\d{1,4})(?=\s+[^\s\d]|[A-Z](?:[a-z]{2}|\.\s)))[ \t]*"
)
ALONE = re.compile(r"[ \t]*[\[(]?(\d{1,4})[\])]?[.:]?[ \t]*$")  # in a line of its own
KEY = re.compile(r"[ \t]*\[[A-Za-z][\w+\-]{1,24}\][ \t]+")
MARK = re.compile(r"[ \t]*(?:[•‣▪●○∙·*–—↑^-]|\\\-)[ \t]+(?=\S)")
IS_COMPLETE = re.compile(r"(?:[.\])>]|\d|https?://\S+|10\.\d{4,9}/\S+)\s*$")
INLINE = re.compile(
    r"(?:^|(?<=[\s.;]))(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})\.)\s+(?=\S)"
)


Span = tuple[int, int]


def find_lists(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the reference lists of a text as (first, last + 1) of their lines.

    A list begins below its heading; without any heading it is the run of numbered,
    dated entries at the end.
    """
    found, index = [], 0
    while index < len(lines):
        words = lines[index].text
        if is_list_heading(words) or is_loose_heading(words):
            stop = _list_end(lines, index + 1)
            below = lines[index + 1 : stop]
            if _holds_entries(below) and (
                is_list_heading(words) or _names_authors(below)
            ):
                found.append((index + 1, stop))
                index = stop
                continue
        index += 1
    return found or _unheaded(lines)


def _list_end(lines: Sequence[Line], first: int) -> int:
    for index in range(first, len(lines)):
        words = lines[index].text.strip()
        if not words or index == first:
            continue
        if ENDS_LIST.fullmatch(words) or words.startswith("#"):
            return index
        if is_list_heading(words) or _is_prose(lines, index):
            return index
    return len(lines)


def _is_prose(lines: Sequence[Line], index: int) -> bool:
    """Say whether running text begins here: a long line that is no entry."""
    words = lines[index].text.strip()
    before = lines[index - 1].text.strip()
    return (
        not before
        and len(words) > 220
        and IS_DATED.search(words) is None
        and "10." not in words
        and "http" not in words
    )


def _holds_entries(lines: Sequence[Line]) -> bool:
    words = " ".join(line.text for line in lines[:60])
    return IS_DATED.search(words) is not None or "http" in words or "10." in words


def _names_authors(lines: Sequence[Line]) -> bool:
    """Say whether most entries below a heading such as "Notes" begin with authors."""
    filled = {line.start: line.text for line in lines if line.text.strip()}
    starts = [start for start, _ in split_entries(lines)]
    words = " ".join(filled.values())
    if len(starts) < 2 or not words:
        return False
    first = lines[0].start
    text = "\n".join(line.text for line in lines)
    named = sum(
        has_initials(NUMBER.sub("", text[start - first :][:400], count=1), None)
        for start in starts
    )
    return named * 2 >= len(starts)


def _unheaded(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Find numbered, dated lines that end a text without a heading above them."""
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    starts: list[int] = []
    wanted = None
    for index in reversed(filled):
        number = _number(lines[index].text)
        if number is None:
            if len(lines[index].text) > 300:
                break
            continue
        if wanted is not None and number != wanted:
            continue
        starts.append(index)
        wanted = number - 1
        if number == 1:
            break
    words = [lines[index].text for index in starts]
    dated = sum(IS_DATED.search(each) is not None for each in words)
    if wanted != 0 or dated * 3 < len(starts) * 2:
        return []
    # One or two, as notes at a page's foot, are a list where all name their authors.
    named = (has_initials(NUMBER.sub("", each, count=1)[:400], None) for each in words)
    if len(starts) < 3 and not (dated == len(starts) and all(named)):
        return []
    return [(starts[-1], len(lines))]


def split_entries(lines: Sequence[Line]) -> list[Span]:
    """Split the lines of a reference list into the spans of its entries.

    Numbers decide, then keys such as [Kim2016], bullets, blank lines, hanging
    indents, and at last what the lines themselves look like.
    """
    filled = [line for line in lines if is_filled(line)]
    inline = _inline_spans(filled)
    if len(filled) <= 2 < len(inline):
        return inline
    for starts in (
        _numbered_starts(filled),
        _numbered_starts(filled, ALONE),
        _starts_by(KEY, filled),
        _starts_by(MARK, filled),
        _parted_starts(lines),
        _hanging_starts(filled),
    ):
        if starts:
            return _spans(filled, starts)
    return inline or _spans(filled, _likely_starts(filled))


def _spans(filled: Sequence[Line], starts: Sequence[int]) -> list[Span]:
    spans = []
    for index, start in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else len(filled)
        first, last = filled[start], filled[stop - 1]
        lead = len(first.text) - len(first.text.lstrip())
        spans.append((first.start + lead, last.start + len(last.text.rstrip())))
    return spans


def _number(words: str, pattern: re.Pattern[str] = NUMBER) -> int | None:
    found = pattern.match(words)
    if found is None:
        return None
    return int(next(group for group in found.groups() if group))


def _numbered_starts(
    filled: Sequence[Line], pattern: re.Pattern[str] = NUMBER
) -> list[int]:
    """Find lines that count upwards, letting at most three numbers be missing.

    None is missing that stands further below: "[cited 2024 Jan" may go on "5]. On …".
    In Markdown all lines may say "1."; then each of them begins an entry.
    """
    numbers = [_number(line.text, pattern) for line in filled]
    ones = [index for index, number in enumerate(numbers) if number == 1]
    if len(ones) > 2 and ones[0] == 0 and len(ones) * 2 > len(filled):
        return ones
    last_at = {number: index for index, number in enumerate(numbers) if number}
    starts: list[int] = []
    previous = 0
    for index, number in enumerate(numbers):
        if number is None or not previous < number <= previous + 4:
            continue
        between = range(previous + 1, number)
        if any(last_at.get(missing, -1) > index for missing in between):
            continue
        if not starts and number > 4 and index:
            continue
        starts.append(index)
        previous = number
    few = len(starts) < 2 and len(filled) > 3
    return [] if few or (starts and starts[0] > 2) else starts


def _starts_by(mark: re.Pattern[str], filled: Sequence[Line]) -> list[int]:
    starts = [index for index, line in enumerate(filled) if mark.match(line.text)]
    return starts if len(starts) > 1 and starts[0] == 0 else []


def _parted_starts(lines: Sequence[Line]) -> list[int]:
    """Find entries parted by blank lines, where most of those parts are dated."""
    starts, parts = [], []
    filled, blank = 0, True
    for line in lines:
        if not is_filled(line):
            blank = True
            continue
        if blank:
            starts.append(filled)
            parts.append("")
        parts[-1] += " " + line.text
        filled, blank = filled + 1, False
    wrapped = filled > len(starts)
    if len(starts) < 2 or not wrapped and len(starts) < 3:
        return []
    dated = sum(IS_DATED.search(part) is not None for part in parts)
    doubled = sum(_looks_doubled(part) for part in parts)
    return starts if dated * 2 >= len(parts) and doubled * 4 <= len(parts) else []


def _looks_doubled(part: str) -> bool:
    """Say whether a part between blank lines holds several entries."""
    return len(part) > 500 and len(YEAR.findall(part)) > 3


def _hanging_starts(filled: Sequence[Line]) -> list[int]:
    """Find entries by a hanging indent, or by an indent of each first line."""
    indents = Counter(line.indent for line in filled)
    if len(indents) < 2 or len(filled) < 3:
        return []
    least = min(indents)
    shallow = [i for i, line in enumerate(filled) if line.indent == least]
    deep = [i for i, line in enumerate(filled) if line.indent > least]
    for starts in (shallow, deep):
        likely = sum(starts_entry(filled[index].text) for index in starts)
        if starts[0] == 0 and likely * 3 >= len(starts) * 2:
            return starts
    return []


def _inline_spans(filled: Sequence[Line]) -> list[Span]:
    """Split a list that was poured into few long lines, by its running numbers."""
    spans: list[list[int]] = []
    expected = 1
    for line in filled:
        for found in INLINE.finditer(line.text):
            if int(next(group for group in found.groups() if group)) == expected:
                spans.append([line.start + found.start(), line.end])
                if len(spans) > 1:
                    spans[-2][1] = min(spans[-2][1], line.start + found.start())
                expected += 1
    return [(start, end) for start, end in spans] if len(spans) > 2 else []


def _likely_starts(filled: Sequence[Line]) -> list[int]:
    """Find entries by their look: a name begins one when the last is complete.

    A line that is broken although its successor's first word would have fitted ends
    an entry; after a line that is full only a name with initials begins one.
    """
    width = max((len(line.text.rstrip()) for line in filled), default=0)
    if _one_a_line(filled):
        return list(range(len(filled)))
    starts: list[int] = []
    own_form = read_names(filled[0].text.strip(), limit=300).form if filled else None
    for index, line in enumerate(filled):
        before = filled[index - 1].text.rstrip() if index else ""
        words = line.text.strip()
        entry = (
            " ".join(one.text for one in filled[starts[-1] : index]) if starts else ""
        )
        if not starts:
            starts.append(index)
            continue
        dated = IS_DATED.search(entry) is not None or "http" in entry
        complete = IS_COMPLETE.search(before) is not None and dated
        whole = width > 130 and not words[:1].islower()
        early = len(before) + 1 + len(words.split(" ", 1)[0]) <= width
        named = has_initials(words, own_form)
        if (complete and (whole or named)) or (
            early
            and (named if dated and not complete else complete and starts_entry(words))
        ):
            starts.append(index)
    return starts


def _one_a_line(filled: Sequence[Line]) -> bool:
    """Say whether nearly every line is a dated entry of its own."""
    own = sum(
        IS_DATED.search(line.text) is not None and starts_entry(line.text)
        for line in filled
    )
    return own * 10 >= len(filled) * 9


def has_initials(words: str, own_form: NameForm | None) -> bool:
    """Say whether words begin with a name that has initials, as authors do.

    In a list that begins with "Smith, J." a line "J. Neurosci." is a journal.
    """
    names = read_names(words, limit=300)
    inverted = (NameForm.INVERTED, NameForm.VANCOUVER)
    if own_form in inverted:
        return names.form in inverted
    return bool(names.surnames) and names.form in (*inverted, NameForm.INITIALS_FIRST)


def starts_entry(words: str) -> bool:
    """Say whether words look like the beginning of an entry: authors, or a body."""
    words = words.strip()
    names = read_names(words, limit=300)
    if names.surnames:
        return True
    if ORGANISATION_NAME.match(words) and IS_DATED.search(words[:160]):
        return True
    return re.match(rf"[“\"][{UPPER}]", words) is not None
