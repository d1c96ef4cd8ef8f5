"""Breaks the lines of templates that are too long, where no reader can see it.

    format_templates.py [--check] FOLDER ...

A line is broken only where a browser draws the same with and without a space: where
white space stands already, between two attributes, or beside the edge of a block,
whichever way the conditions and loops around it turn out. Nothing else is touched:
shorter lines stay as their writer broke them. A line with no such place is reported,
and has to be shortened by hand.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WIDTH = 110
INDENT = 2

# Beside the edges of these a browser drops white space: blocks, as our styles have
# them (a label is one), and in the last row what stands in no text.
BLOCKS = set(
    """address article aside blockquote body br dd dialog div dl doctype dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html label legend li
    main nav ol optgroup option p pre rect section summary table tbody td tfoot th thead
    tr ul
    link meta script style title""".split()
)
BOXES = {"button", "details", "select", "svg"}  # drop it inside their edges alone
VOID = {"br", "doctype", "hr", "img", "input", "link", "meta", "rect"}
KEPT = {"pre", "script", "style", "textarea"}  # each space in them counts
# And in these: a script counts the characters, a style asks whether there are any.
EXACT = re.compile(r"\sdata-start=|\sid=\"saved\"")
OPENING = {"block", "for", "if", "ifchanged", "with"}
BETWEEN = {"elif", "else", "empty"}
LAST = 99  # from this depth on a place is taken only where nothing else helps
SILENT = {"csrf_token", "extends", "load"}

TEMPLATE_TAG = re.compile(
    r"{%\s*comment\b.*?{%\s*endcomment\s*%}|{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL
)
ELEMENT = re.compile(r"<(/?)!?([a-zA-Z][a-zA-Z0-9]*)")
TEXT = re.compile(r"\s+|[^\s<{]+|.")


@dataclass(slots=True)
class Token:
    """A piece of a template.

    kind: space, text, start, end, comment, or open, between, close (of conditions and
    loops), or tag (what else Django fills in). after, before: whether white space
    beside it is not seen, None where it draws nothing itself. kept: stands in an
    element whose white space counts.
    """

    kind: str
    text: str
    name: str = ""
    after: bool | None = False
    before: bool | None = False
    kept: bool = False

    @property
    def is_block_edge(self) -> bool:
        return self.kind in ("start", "end") and self.name in BLOCKS


@dataclass(slots=True)
class Piece:
    """What is not to be broken, and the place before it where a line may be.

    depth: in how many elements and conditions that place is; level: how far a line
    that starts here is indented; apart: whether it stands on a line of its own as soon
    as another place of its depth is broken.
    """

    text: str
    space: str = ""
    depth: int = 0
    level: int = 0
    apart: bool = False


def formatted(source: str) -> str:
    """The same template with its long lines broken."""
    while (broken := broken_once(source)) != source:
        source = broken
    return source


def broken_once(source: str) -> str:
    """One pass; a line that is broken may make room for breaking others."""
    tokens = scanned(source)
    out, line, indent = [], [], 0
    for token, is_free in zip(tokens, places(tokens), strict=True):
        is_space = token.kind == "space" and not token.kept
        if is_space and ("\n" in token.text or token is tokens[0]):
            out += [broken_line(line, indent), token.text]
            line, indent = [], len(token.text.rpartition("\n")[2])
        else:
            line.append((token, is_free))
    return "".join([*out, broken_line(line, indent)])


# Reading a template


def scanned(source: str) -> list[Token]:
    """The tokens of a template; joined they give it back."""
    tokens: list[Token] = []
    kept, at = "", 0
    while at < len(source):
        if found := TEMPLATE_TAG.match(source, at):
            token = template_tag(found[0])
        elif (found := ELEMENT.match(source, at)) and kept in ("", found[2].lower()):
            token = element(source[at : end_of_element(source, at)], found)
        else:
            text = TEXT.match(source, at) or source[at]
            token = Token("text", text[0])
            if text[0].isspace():
                token = Token("space", text[0], after=True, before=True)
        token.kept = bool(kept)
        if token.kind == "start" and not kept:
            is_kept = token.name in KEPT or EXACT.search(token.text)
            kept = token.name if is_kept else ""
        elif token.kind == "end" and token.name == kept:
            kept = ""
        tokens.append(token)
        at += len(token.text)
    return tokens


def template_tag(text: str) -> Token:
    if text.startswith("{{"):
        return Token("tag", text)
    name = text[2:-2].split()[0] if text.startswith("{%") else "comment"
    if name == "comment":
        return Token("comment", text, after=None, before=None)
    if name in BETWEEN:
        return Token("between", text, name, after=None, before=None)
    ending = name.removeprefix("end")
    if ending in OPENING:
        # What a page puts into a block stands among what only its base knows.
        seen = False if ending == "block" else None
        kind = "open" if ending == name else "close"
        return Token(kind, text, ending, after=seen, before=seen)
    stored = re.search(r"\sas\s+\w+\s*%}$", text) is not None
    seen = None if name in SILENT or stored else False
    return Token("tag", text, name, after=seen, before=seen)


def element(text: str, found: re.Match) -> Token:
    kind, name = "end" if found[1] else "start", found[2].lower()
    after = before = name in BLOCKS
    if name in BOXES:
        after, before = kind == "start", kind == "end"
    if name == "input" and 'type="hidden"' in text:
        after = before = None
    return Token(kind, text, name, after, before)


def end_of_element(source: str, at: int) -> int:
    for start, end, quote in marks(source, at):
        if source[start] == ">" and not quote:
            return end
    return len(source)


def marks(source: str, at: int = 0) -> Iterator[tuple[int, int, str]]:
    """Start, end and quote around it of each character or template tag of a tag."""
    quote = ""
    while at < len(source):
        found = TEMPLATE_TAG.match(source, at)
        end = found.end() if found else at + 1
        yield at, end, quote
        if source[at:end] == quote:
            quote = ""
        elif source[at:end] in "\"'" and not quote:
            quote = source[at]
        at = end


# Where white space is not seen


def places(tokens: list[Token]) -> list[bool]:
    """For each token, whether white space before it is not seen, on any way there."""
    following = ways(tokens)
    leading: list[list[int]] = [[] for _ in [*tokens, None]]
    for one, others in enumerate(following):
        for other in others:
            leading[other].append(one)
    leading[0].append(len(tokens))
    before = settled([token.before for token in tokens], following)
    after = settled([token.after for token in tokens], leading)
    free = [False] * len(tokens)
    for at in range(1, len(tokens)):
        left, right = tokens[at - 1], tokens[at]
        is_empty = left.kind == "start" and right.kind == "end"
        next_drawn = before[next_of(tokens, at - 1, following)]
        free[at] = (after[at - 1] or next_drawn) and not (right.kept or is_empty)
    return free


def next_of(tokens: list[Token], at: int, following: list[list[int]]) -> int:
    """What is drawn after the white space that would stand after a token."""
    is_last = tokens[at + 1].kind == "between"
    return max(following[at]) if is_last else at + 1


def ways(tokens: list[Token]) -> list[list[int]]:
    """Which tokens can come after each, as conditions turn out and loops go round."""
    following = [[at + 1] for at in range(len(tokens))]
    open_ones: list[list[int]] = []
    for at, token in enumerate(tokens):
        if token.kind == "open":
            open_ones.append([at])
        elif token.kind == "between":
            open_ones[-1].append(at)
        elif token.kind == "close":
            join(tokens, following, [*open_ones.pop(), at])
    return following


def join(tokens: list[Token], following: list[list[int]], parts: list[int]) -> None:
    """Lead over the parts of one condition or loop: its opening, ..., its close."""
    opening, *between, close = parts
    for part in between:
        following[part - 1] = [
            close if other == part else other for other in following[part - 1]
        ]
    following[opening] += between
    has_else = between and tokens[between[-1]].name in ("else", "empty")
    if tokens[opening].name in ("for", "if", "ifchanged") and not has_else:
        following[opening].append(close)
    if tokens[opening].name == "for":
        following[close].append(opening)


def settled(own: list[bool | None], others: list[list[int]]) -> list[bool]:
    """What holds at each token: its own word, else what holds at all it comes from.

    Beyond both ends of a template, after the last token, is what it cannot know.
    """
    known = [state is not False for state in own] + [False]
    changed = True
    while changed:
        changed = False
        for at, state in enumerate(own):
            if state is None and known[at]:
                known[at] = all(known[each] for each in others[at])
                changed = changed or not known[at]
    return known


# Laying out a line


def broken_line(line: list[tuple[Token, bool]], indent: int) -> str:
    """A line's tokens, each with whether it is free to move, in as many as needed."""
    text = "".join(token.text for token, _ in line)
    if fits(" " * indent + text):
        return text
    return "\n".join(laid_out(pieces(line), indent))[indent:]


def laid_out(parts: list[Piece], indent: int) -> list[str]:
    """The lines of some pieces: broken at the outermost places, the others filled."""
    whole = on_one_line(parts, indent)
    if fits(whole) or len(parts) == 1:
        return [whole]
    outermost = min(part.depth for part in parts[1:])
    first, *others = split(parts, outermost)
    rows = [first]
    for row in others:
        if row[0].apart or not fits(on_one_line(rows[-1] + row, indent)):
            rows.append(row)
        else:
            rows[-1] += row
    return [line for row in rows for line in laid_out(row, indent)]


def split(parts: list[Piece], depth: int) -> Iterator[list[Piece]]:
    """The pieces in groups that each begin at a place of that depth."""
    start = 0
    for at, part in enumerate(parts):
        if at and part.depth == depth:
            yield parts[start:at]
            start = at
    yield parts[start:]


def on_one_line(parts: list[Piece], indent: int) -> str:
    first, *others = parts
    rest = "".join(part.space + part.text for part in others)
    return " " * (indent + INDENT * first.level) + first.text + rest


def fits(text: str) -> bool:
    return all(len(line) <= WIDTH for line in text.split("\n"))


def pieces(line: list[tuple[Token, bool]]) -> list[Piece]:
    """The pieces of one line, with the places between them."""
    parts = [Piece("")]
    inside: list[str] = []
    last, space, sunk = None, "", 0  # sunk: how far what it closes began before it
    for token, is_free in line:
        if token.kind == "space" and not token.kept:
            space = token.text
            continue
        depth = len(inside)
        enter_or_leave(inside, token)
        if last and token.kind in ("end", "close") and depth == len(inside):
            sunk += 1
        if last and (space or is_free):
            level = min(depth - (token.kind == "between"), len(inside)) - sunk
            parts.append(Piece("", space, depth, level, stands_apart(last, token)))
        first, *others = within(token, depth)
        parts[-1].text += first.text
        parts += others
        last, space = token, ""
    parts[-1].text += space
    return parts


def enter_or_leave(inside: list[str], token: Token) -> None:
    """Keep the list of what a line has opened."""
    if token.kind == "open" or (token.kind == "start" and token.name not in VOID):
        inside.append(token.name)
    elif token.kind == "between" and not (inside and inside[-1] in OPENING):
        inside.append("if")
    elif token.kind in ("end", "close") and token.name in inside:
        while inside.pop() != token.name:
            pass


def stands_apart(left: Token, right: Token) -> bool:
    """Whether a place separates parts of the page, not words of a sentence."""
    if left.is_block_edge or (right.is_block_edge and right.name != "br"):
        return True
    whole = ("open", "between", "close", "tag")
    if left.kind in ("open", "between"):
        return right.kind in (*whole, "start")
    if right.kind in ("between", "close"):
        return left.kind in (*whole, "end")
    return left.kind == "close" and right.kind in whole


def within(token: Token, depth: int) -> list[Piece]:
    """A token in pieces: a comment at its words, an element's tag at its attributes."""
    if token.kind == "comment" and token.text.startswith("{%"):
        cut, level = comment_words(token.text), depth
    elif token.kind in ("start", "end"):
        cut, level = attributes(token.text), depth + 2
    else:
        return [Piece(token.text)]
    starts, ends = [at for at, _ in cut], [at for at, _ in cut[1:]]
    parts = [Piece(token.text[: starts[0]] if cut else token.text)]
    for (start, inner), end in zip(cut, [*ends, len(token.text)], strict=True):
        text = token.text[start:end]
        space = text[: len(text) - len(text.lstrip())]
        deep = LAST + inner if inner else depth + 2
        parts.append(Piece(text.lstrip(), space, deep, level))
    return parts


def comment_words(text: str) -> list[tuple[int, int]]:
    """Where a new word of a comment begins."""
    head, tail = text.index("%}"), text.rindex("{%")
    spaces = [found.start() for found in re.finditer(r"\s+", text)]
    return [(at, 0) for at in spaces if head < at < tail]


def attributes(text: str) -> list[tuple[int, int]]:
    """Where in a tag an attribute begins, and how much rather not; then its end."""
    cut, inner = [], 0
    for start, end, quote in marks(text):
        mark, previous = text[start:end], text[start - 1 : start]
        if quote:
            continue
        opens = re.match(r"{%\s*if\b", mark) is not None
        begins = mark.isspace() and not previous.isspace()
        if begins or (opens and previous in ("'", '"')):
            cut.append((start, 2 * inner))
        inner += opens - (re.match(r"{%\s*endif\b", mark) is not None)
    closing = len(text) - len(re.search(r"\s*/?>?$", text)[0])
    return [place for place in cut if place[0] < closing] + [(closing, 1)]


def main(arguments: list[str]) -> int:
    """Format, or with --check only compare; 1 where something is left to be done."""
    is_check = "--check" in arguments
    folders = [Path(each) for each in arguments if each != "--check"]
    left = []
    for path in sorted(each for folder in folders for each in folder.rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        result = formatted(source)
        if result != source and is_check:
            left.append(f"{path}: make format would change it")
        elif result != source:
            path.write_text(result, encoding="utf-8")
        left += [
            f"{path}:{number}: {len(line)} characters, and nowhere to break them"
            for number, line in enumerate(result.split("\n"), 1)
            if len(line) > WIDTH
        ]
    print(*left, sep="\n", end="\n" if left else "")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
