"""What surrounds a sentence: its section and the headings above it.

Sections on methods, money and further reading make no claims. A heading such as
"Possible side effects", a question or a lead-in says of which kind the sentences below
it are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from articles.reading.document import (
    Block,
    BlockKind,
    Document,
    Sentence,
    SuggestedKind,
)
from articles.reading.suggesting.clauses import is_clause
from articles.reading.suggesting.rules import Rule, holding

LABEL = re.compile(
    r"^([A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}) ?[:.—–] ?(?=[A-Z\d])"
    r"|^([A-Z]{4,}(?:,? [A-Z]{2,}){0,5}):? (?=[A-Z\d][a-z\d])"
)
_SECTION = re.compile(
    r"(?:background|introduction|results?|(?:main |key )?findings|conclusions?|context|"
    r"discussion|interpretation|importance|significance|summary|key points?)"
    r"(?:,? and \w+| of \w+)?",
    re.IGNORECASE,
)
_ASKED = re.compile(r"[*_\W]{0,4}[A-Z][^.?!]{3,80}\?(?=[*_”\"]{0,3}\s+\S)")
_SENTENCE_BEFORE = re.compile(r"^.*[.!?][”\"’')]?\s+(?=\S)", re.DOTALL)
_REFERS_BACK = re.compile(
    r"\W*(?:it|they|this|these|such|that|those|both|some|most|others?|also|another|"
    r"after that|in (?:some|rare)|the (?:risks?|danger|harm))\b",
    re.IGNORECASE,
)
_TURNS_AWAY = re.compile(
    r"\b(?:improv\w+|benefi\w+|effective\w*|efficacy|reliev\w+|relief|works?|worked|"
    r"help(?:s|ed)?|heal\w*|recover\w*|settles?|evidence|more research|trials|"
    r"costs?)\b",
    re.IGNORECASE,
)
_GOES_ON, _GOES_ON_REFERRING = 2, 3  # points for what stands behind a harm
_READ = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE}


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence's surroundings say of it."""

    points: dict[SuggestedKind, int] = field(default_factory=dict)
    in_list: bool = False
    listed: SuggestedKind | None = None  # the kind of bare list items here
    follows: SuggestedKind | None = None  # the kind of the claim just before

    def after(self, kinds: tuple[SuggestedKind, ...], text: str) -> "Context":
        """Return the context of ``text`` behind a sentence of those kinds.

        What follows the telling of a harm goes on with it, if it says nothing else as
        clearly, and the more so where it refers back ("It", "Such reactions").
        """
        if not kinds:
            return self
        harm = SuggestedKind.SAFETY
        if kinds[0] != harm or _TURNS_AWAY.search(text):
            return replace(self, follows=kinds[0])
        more = _GOES_ON_REFERRING if _REFERS_BACK.match(text) else _GOES_ON
        points = self.points | {harm: self.points.get(harm, 0) + more}
        return replace(self, points=points, follows=kinds[0])


def in_claiming_sections(
    document: Document, sentences: tuple[Sentence, ...]
) -> Iterator[tuple[Sentence, Context]]:
    """Yield sentences outside methods, funding, references and their like, in context.

    A label at the head of a paragraph ("Methods: …"), as in abstracts, holds to the
    paragraph's end or the next label.
    """
    other = _blocks_of_other_sections(document)
    contexts = _contexts(document)
    block, skipping = -1, False
    for sentence in sentences:
        if sentence.block != block:
            block, skipping = sentence.block, False
        if label := label_of(document.text[sentence.start : sentence.end]):
            skipping = _is_other_section(label)
        if document.blocks[block].kind in _READ and block not in other and not skipping:
            yield sentence, contexts.get(block, Context())


def label_of(text: str) -> str:
    """Return the label that a paragraph begins with ("Results: …"), or nothing."""
    match = LABEL.match(text)
    return (match[1] or match[2]) if match else ""


def without_label(text: str) -> str:
    """Return a sentence without the name of its section at its head."""
    return LABEL.sub("", text) if _SECTION.fullmatch(label_of(text)) else text


def _contexts(document: Document) -> dict[int, Context]:
    """Return the context of every block but headings and questions."""
    above: list[tuple[int, list[Rule]]] = []  # level of each heading, and its rules
    lead: list[Rule] = []
    found = {}
    for index, block in enumerate(document.blocks):
        words = document.text[block.start : block.end].strip()
        heads = block.kind is BlockKind.HEADING and not _is_lead_in(words)
        if heads or _is_question(words):
            above, lead = _below(above, block.level or 7, _rules_of(words)), []
            continue
        rules = [rule for _, each in above for rule in each]
        if head := _question_at_its_head(words) or _telling_label(words):
            rules = _rules_of(head) or rules
        in_list = block.kind is BlockKind.LIST_ITEM
        found[index] = _context(lead or rules if in_list else rules, in_list)
        if not in_list:
            lead = _leading(words) if _is_lead_in(words) else []
    return found


def _below(
    above: list[tuple[int, list[Rule]]], level: int, rules: list[Rule]
) -> list[tuple[int, list[Rule]]]:
    """Return the headings that stand above what follows a further one."""
    if any(rule.carry for rule in rules):
        return above
    return [*(one for one in above if one[0] < level), (level, rules)]


def _context(rules: list[Rule], in_list: bool) -> Context:
    points: dict[SuggestedKind, int] = {}
    listed = None
    for rule in rules:
        if rule.kind:
            kind = SuggestedKind(rule.kind)
            points[kind] = max(rule.points, points.get(kind, 0))
            listed = kind if rule.list and in_list else listed
    return Context(points, in_list, listed)


def _rules_of(words: str) -> list[Rule]:
    return list(holding("contexts", words[-200:]))


def _leading(words: str) -> list[Rule]:
    """Return the rules of a paragraph's last sentence, which leads to a list."""
    last = _SENTENCE_BEFORE.sub("", words)
    return [rule for rule in _rules_of(last) if rule.kind]


def _is_lead_in(words: str) -> bool:
    """Tell whether a sentence leads to a list, as in "The symptoms include:"."""
    return words.endswith(":") and is_clause(words)


def _question_at_its_head(words: str) -> str:
    """Return the question that a paragraph begins with and answers, or nothing."""
    match = _ASKED.match(words)
    return match[0] if match else ""


def _telling_label(words: str) -> str:
    """Return a label that tells more than that claims follow ("Limitations")."""
    label = label_of(words)
    return "" if _SECTION.fullmatch(label) else label


def _is_question(words: str) -> bool:
    return words.endswith("?") and len(words) < 160


def _blocks_of_other_sections(document: Document) -> set[int]:
    other, level = set(), 0
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            level = _skipped_level(document, block, level)
        if level:
            other.add(index)
    return other


def _skipped_level(document: Document, block: Block, level: int) -> int:
    """Return the level of the section to skip, as of this heading; 0 for none."""
    if _is_other_section(document.text[block.start : block.end].strip()):
        return level or block.level or 1
    return 0 if not level or (block.level or 1) <= level else level


def _is_other_section(heading: str) -> bool:
    """Tell whether a section says how a study was done, or who paid, not what is so."""
    return any(holding("sections", heading.strip()))
