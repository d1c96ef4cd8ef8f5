"""A plain-text article: title, blocks and reference list, the text left as it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from articles.reading.document import Block, BlockKind, Document, ReferenceEntry
from articles.reading.lists.authors import is_body, read_authors
from articles.reading.lists.entries import (
    EMPHASIS,
    parse_entry,
    repeat_authors,
    split_label,
)
from articles.reading.lists.headings import is_list_heading, part_headings
from articles.reading.lists.identifiers import without_links
from articles.reading.lists.listing import find_lists, split_entries
from articles.reading.lists.names import read_names
from articles.reading.plain.footnotes import read_footnotes
from articles.reading.plain.lines import RULE, Line, is_filled, split_lines
from articles.reading.plain.markup import without_markup
from articles.reading.titles import clean_title, make_title

ITEM = re.compile(r"\s*(?:[-–—*•‣▪●○]|\(?\d{1,2}[.)]|[a-z]\))\s+\S")
HASHES = re.compile(r"\s*(#{1,6})\s+(.*?)\s*#*\s*$")
KICKER = re.compile(
    r"(?:original |research |review |brief |short |open )?(?:article|review|research|"
    r"communication|report|access|paper|editorial|commentary|letter|perspective|"
    r"preprint|case report|blog(?: post)?|news)|https?://\S+|doi:?\s*\S+|(?:vol|issn)\b.*"
    r"|(?:published|posted|updated|received|date)\b.{0,60}|by [A-Z].{0,80}",
    re.IGNORECASE,
)
FUNCTION_WORD = re.compile(
    r"(?:\b(?:of|and|the|in|for|a|an|with|to|on|by|from|vs|versus|or|as|at)|[,:–—-])\s*$",
    re.IGNORECASE,
)
# A sentence whose citation stands behind its full stop: "… effects.1-3", "… [2]".
CITED_END = re.compile(
    r"[a-z)][.!]\s?(?:<sup>[^<>]{1,20}</sup>|[\d⁰¹²³⁴-⁹][\d⁰¹²³⁴-⁹,–-]{0,20}"
    r"|\([\d ,–-]{1,20}\)"
    r"|(?:\s?[\[【][^\[\]【】]{1,40}[\]】]){1,9})$"
)
SENTENCE_END = re.compile(  # within a line: no heading
    r"[a-z]{3}[.!?] [A-Z]|[a-z] \d{2,}[.!] [A-Z][a-z]+ .*[.?]$"
)
# Who wrote it: "By Ada Mossley, health correspondent", "Words by Ada Mossley", "By our
# reporter"; not "By Age Group", "By mouth, twice a day"
_NAME = (
    r"(?!(?:\S+ ){0,3}(?:age|sex|gender|group|country|region|year|type|stage|design|"
    r"dose|patients?|treatment|study|numbers|outcome|disease)s?\b)"
    r"(?:(?-i:[A-Z][\w’'.-]*)\s){1,3}(?-i:[A-Z][\w’'-]+)"
)
BYLINE = re.compile(
    rf"\W{{0,3}}(?:(?:written |words )?by:? {_NAME}(?:\s(?:and|&)\s{_NAME}|,\s{_NAME})*"
    r"(?:\s?(?:,|\||[–—-]|\bfor\b|\bin\b)\s?\S.{0,60})?"
    r"|by (?:our|a|the) (?:\w+ ){0,3}"
    r"(?:correspondent|reporter|editor|staff(?: writer)?|writer|team|desk))\W{0,3}",
    re.IGNORECASE,
)
YEARS = re.compile(  # a heading of a chronicle: "2031", "1999–2004", "2031 to today"
    r"(?:1[89]|20)\d\d(?:\s?(?:[–-]|to)\s?(?:(?:1[89]|20)?\d\d|today|now))?:?"
)
STUDY_HEADING = re.compile(r"\s*(?:study|trial|paper) \d{1,2}\s*[:.–—-]", re.IGNORECASE)
BROKEN_ADDRESS = re.compile(  # behind a full stop only where an address is under way
    r"([/_]|(?:10\.\d{4,9}/|https?://|www\.)\S*\.)(?:\r\n|\r|\n)[ \t]*(?=[\w.]+[/\d])"
)
LEAD = re.compile(r"^(?:title|subject)\s*[:=]\s*", re.IGNORECASE)
LONGEST_TITLE = 300


def read_plain(
    text: str, *, is_list: bool = False, is_markdown: bool = False
) -> Document:
    """Read a plain-text article; ``Document.text`` is the text given, untouched.

    ``is_list`` takes all of a text without a reference list for one. Of Markdown the
    code, comments and tags are no part of what is said.
    """
    every = split_lines(without_markup(text) if is_markdown else text)
    footnotes = read_footnotes(text, every)
    lines = part_headings([line for line in every if line.start not in footnotes.lines])
    lists = find_lists(lines)
    if is_list and not (lists or footnotes.entries):
        lists = [(0, len(lines))]
    entries, entry_blocks = _read_lists(text, lines, lists)
    listed = {index for first, stop in lists for index in range(first, stop)}
    body = [line for index, line in enumerate(lines) if index not in listed]
    title, title_blocks, body = _front_matter(body) or _take_title(body)
    blocks = sorted(
        [*title_blocks, *_blocks(body), *entry_blocks, *footnotes.blocks],
        key=lambda block: block.start,
    )
    said = (b for b in blocks if b.kind is BlockKind.PARAGRAPH)
    first = next((b for b in said if not _is_byline(text[b.start : b.end])), None)
    made = make_title(text[first.start :] if first else text)
    return Document(
        text=text,
        title=title or made,
        title_made=not title,
        blocks=tuple(blocks),
        entries=(*entries, *footnotes.entries),
        notes=footnotes.notes,
    )


def _read_lists(
    text: str, lines: Sequence[Line], lists: Sequence[tuple[int, int]]
) -> tuple[list[ReferenceEntry], list[Block]]:
    entries, blocks = [], []
    for first, stop in lists:
        for start, end in split_entries(lines[first:stop]):
            words = without_links(text[start:end])
            if len(words.strip(" .[]()0123456789")) > 5:
                words = normalize("NFC", words)
                plain = EMPHASIS.sub("", words)
                title = _title_line(plain)
                whole = _unwrapped(_stopped(plain) if title else words)
                entry = parse_entry(whole, title=title)
                entries.append(replace(entry, raw=" ".join(text[start:end].split())))
                blocks.append(Block(BlockKind.REFERENCE, start, end))
    return list(repeat_authors(entries)), blocks


def _title_line(entry: str) -> str:
    """The first line of an entry whose second is all authors, as Manubot prints it."""
    _, rest = split_label(entry)
    lines = [line.strip() for line in rest.splitlines() if line.strip()]
    if len(lines) < 2 or read_authors(lines[0]).people:
        return ""
    names = read_names(lines[1], is_titled=True)
    is_led = not lines[1][names.end :].strip(" .") or is_body(lines[1] + ". ")
    return lines[0].rstrip(".") if is_led else ""


def _stopped(entry: str) -> str:
    """End the lines of an entry whose parts stand in lines of their own."""
    lines = [line.rstrip() for line in entry.splitlines()]
    return "\n".join(line + "." * line[-1:].isalnum() for line in lines)


def _unwrapped(entry: str) -> str:
    """Join the lines of an entry; a word or address broken at its hyphen is whole."""
    entry = _with_stops(entry)
    entry = re.sub(r"(?<=[a-z])-[ \t]*(?:\r\n|\r|\n)[ \t]*(?=[a-z])", "", entry)
    return BROKEN_ADDRESS.sub(r"\1", entry)


def _with_stops(entry: str) -> str:
    """End lines that part authors, title and journal in a full stop.

    So entries look when copied from a page that shows them as blocks.
    """
    label, rest = split_label(entry)
    lines = [line.strip() for line in rest.splitlines() if line.strip()]
    if not 3 <= len(lines) <= 6 or not lines[0][-1].isalpha():
        return entry
    names = read_names(lines[0])
    if not names.surnames or names.end < len(lines[0]):
        return entry
    parted = "\n".join(line + "." * line[-1].isalnum() for line in lines)
    return f"[{label}] {parted}" if label else parted


def _front_matter(lines: list[Line]) -> tuple[str, list[Block], list[Line]] | None:
    """Take the title from lines between two rules at the top, as Markdown files do."""
    first = next((i for i, line in enumerate(lines) if line.text.strip()), 0)
    mark = lines[first].text.strip() if lines else ""
    if mark not in ("---", "+++"):
        return None
    ends = (mark, "...") if mark == "---" else (mark,)
    rules = [i for i, line in enumerate(lines) if line.text.strip() in ends]
    near = range(first, min(rules[-1], first + 40))
    named = [i for i in near if LEAD.match(lines[i].text)]
    last = next((i for i in rules if named and i > named[0]), None)
    if last is None:
        return None
    line = lines[named[0]]
    title = LEAD.sub("", line.text).strip(" '\"")
    body = lines[last + 1 :]
    below = next((one for one in body if one.text.strip()), None)
    heads = [one for one in [below] if one and one.text.strip("# ") == title]
    blocks = [_span_block(BlockKind.TITLE, [one]) for one in (line, *heads)]
    return clean_title(title), blocks, [one for one in body if one not in heads]


def _take_title(lines: Sequence[Line]) -> tuple[str, list[Block], list[Line]]:
    """Take the title from the top: a short line, no sentence, once or twice."""
    filled = [line for line in lines if is_filled(line)]
    index = 0
    while index < min(4, len(filled)) and _is_above_title(filled[index].text.strip()):
        index += 1
    if index >= len(filled):
        return "", [], list(lines)
    first = filled[index]
    hashes = HASHES.match(first.text)
    words = re.sub(
        r"^(?:title|subject)\s*:\s*", "", first.text.strip(), flags=re.IGNORECASE
    )
    says = CITED_END.search(words) or _is_prose(lines, first)
    is_title = is_heading(words) and not says
    if not (hashes or is_title or _is_parted_title(lines, first)):
        return "", [], list(lines)
    taken = [first]
    following = filled[index + 1] if index + 1 < len(filled) else None
    if following and not hashes and _continues(lines, first, following):
        taken.append(following)
    title = " ".join(
        [hashes[2] if hashes else words, *(line.text.strip() for line in taken[1:])]
    )
    double = _doubles(filled, index + len(taken), title)
    heads = [*taken, *double]
    blocks = [_span_block(BlockKind.TITLE, taken)]
    blocks += [_span_block(BlockKind.TITLE, [line]) for line in double]
    return clean_title(title.strip("*_ ")), blocks, [x for x in lines if x not in heads]


def _is_above_title(words: str) -> bool:
    return bool(KICKER.fullmatch(words) or YEARS.fullmatch(words)) or _is_byline(words)


def _is_prose(lines: Sequence[Line], first: Line) -> bool:
    """Say whether a first line is only the beginning of a wrapped paragraph."""
    index = lines.index(first)
    stop = index
    while stop < len(lines) and lines[stop].text.strip():
        stop += 1
    if stop - index < 2:
        return False
    if re.search(r"[a-z]{2}[.!?]\s+[A-Z]", first.text):
        return True
    ends = lines[stop - 1].text.rstrip().endswith(".")
    runs_on = lines[index + 1].text.lstrip()[:1].islower()
    return stop - index > 2 and ends and runs_on and len(first.text) >= 55


def _is_parted_title(lines: Sequence[Line], first: Line) -> bool:
    """Say whether a first line that ends in a full stop is a title of its own."""
    index = lines.index(first)
    alone = index + 1 < len(lines) and not lines[index + 1].text.strip()
    words = first.text.split()
    verbs = re.search(
        r"\b(?:is|are|was|were|has|have|had|can|may|we|I|it)\b", first.text
    )
    several = SENTENCE_END.search(re.sub(r"[*_`~]", "", first.text))
    cites = re.search(r"\[\d[\d,–-]*\]", first.text)
    return alone and 3 <= len(words) <= 25 and not (verbs or several or cites)


def _continues(lines: Sequence[Line], first: Line, following: Line) -> bool:
    """Say whether a title runs on in the next line."""
    if lines.index(following) != lines.index(first) + 1:
        return False
    words = following.text.split()
    if not words or len(words) > 20 or following.text.rstrip().endswith("."):
        return False
    if FUNCTION_WORD.search(first.text):
        return True
    low = sum(word[0].islower() for word in words)
    return len(first.text) >= 40 and low * 3 >= len(words) and "@" not in following.text


def _doubles(filled: Sequence[Line], index: int, title: str) -> list[Line]:
    if index < len(filled) and filled[index].text.strip() == title.strip():
        return [filled[index]]
    return []


def is_heading(words: str) -> bool:
    """Say whether a line reads like a heading: short, and no sentence."""
    words = words.strip()
    if not words or len(words) > LONGEST_TITLE or len(words.split()) > 30:
        return False
    if not any(letter.isalpha() for letter in words):
        return False
    return words[-1] not in ".;,!" and not words[0].islower()


def _is_section_heading(words: str) -> bool:
    words = words.strip()
    if is_list_heading(words) or YEARS.fullmatch(words):
        return True
    if _is_byline(words):
        return False
    if CITED_END.search(words) or SENTENCE_END.search(words):
        return False
    short = len(words) <= 120 and len(words.split()) <= 16
    ends = words.endswith(":") and len(words.split()) > 8
    return short and not ends and is_heading(words)


def _is_byline(words: str) -> bool:
    return BYLINE.fullmatch(words.strip()[:LONGEST_TITLE]) is not None


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the blocks of the body: wrapped lines joined, others one by one."""
    chunk: list[Line] = []
    last = -2
    for line in lines:
        parted = not line.text.strip() or RULE.fullmatch(line.text)
        if parted or line.start > last + 2:
            yield from _chunk_blocks(chunk)
            chunk = []
        if not parted:
            chunk.append(line)
        last = line.end
    yield from _chunk_blocks(chunk)


def _chunk_blocks(chunk: Sequence[Line]) -> Iterator[Block]:
    if not chunk:
        return
    width = max(len(line.text) for line in chunk)
    wrapped = len(chunk) > 1 and 40 <= width <= 110
    group: list[Line] = []
    for line in chunk:
        if group and not (wrapped and _runs_on(group[-1], line, width)):
            heads = group[0] is chunk[0] and not ITEM.match(line.text)
            yield _line_block(group, alone=heads)
            group = []
        group.append(line)
    yield _line_block(group, alone=len(group) == len(chunk))


def _runs_on(before: Line, line: Line, width: int) -> bool:
    """Say whether a line continues the one before, broken by a fixed width."""
    if ITEM.match(line.text) or HASHES.match(line.text) or HASHES.match(before.text):
        return False
    if STUDY_HEADING.match(before.text):
        return False
    return len(before.text.rstrip()) >= width * 0.6 or line.text.lstrip()[:1].islower()


def _line_block(group: Sequence[Line], *, alone: bool) -> Block:
    words = " ".join(line.text.strip() for line in group)
    hashes = HASHES.match(words)
    if hashes:
        return _span_block(BlockKind.HEADING, group, len(hashes[1]))
    if ITEM.match(words) and not (alone and _is_numbered_heading(words)):
        return _span_block(BlockKind.LIST_ITEM, group)
    if len(group) <= 2 and _is_section_heading(words):
        return _span_block(BlockKind.HEADING, group, 2)
    if words.startswith(">"):
        return _span_block(BlockKind.QUOTE, group)
    return _span_block(BlockKind.PARAGRAPH, group)


def _is_numbered_heading(words: str) -> bool:
    return re.match(r"\d{1,2}\.\s+[A-Z]", words) is not None and _is_section_heading(
        words
    )


def _span_block(kind: BlockKind, group: Sequence[Line], level: int = 0) -> Block:
    first, last = group[0], group[-1]
    lead = len(first.text) - len(first.text.lstrip())
    end = last.start + len(last.text.rstrip())
    if kind is BlockKind.TITLE:
        level = 1
    return Block(kind, first.start + lead, end, level)
