"""Suggests which sentences are claims: what evidence could support or contradict.

The rules in ``rules/`` give points for a kind of claim and against being one at all
(questions, signposts, advice, a study's set-up). The best rule of the best kind counts,
and half of the second kind's; what is left must reach ``ENOUGH``.
"""

import re
from collections.abc import Iterator

from articles.reading.anchoring.selection import mode_of
from articles.reading.document import (
    BlockKind,
    Citation,
    Document,
    Flag,
    Mode,
    Sentence,
    SuggestedKind,
    Suggestion,
)
from articles.reading.suggesting.rules import Rule, compile_pattern, load_rules
from articles.reading.suggesting.wording import CITES_NOTHING, is_hedged, wording_flags

ENOUGH = 3
_FEWEST_WORDS = 3
_FEWEST_UNENDED = 8  # words of a fragment without a full stop
_MOST_READ = 1500  # characters of a sentence that are looked at
_AFTER_STOP = "”\"'’)]([,–-0123456789⁰¹²³⁴⁵⁶⁷⁸⁹ "  # quotes and citation markers
_FOOTNOTES_BEHIND = re.compile(r"(?:\s?\[\^[^\[\]\s]{1,60}\]){1,9}$")
_ALWAYS = 10  # points of an exclusion that takes the whole sentence out

_LABEL = re.compile(r"^([A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}) ?[:.—–] ?(?=[A-Z\d])")
_SECTION = re.compile(
    r"(?:background|introduction|results?|(?:main |key )?findings|conclusions?|context|"
    r"discussion|interpretation|importance|significance|summary|key points?)"
    r"(?: and \w+| of \w+)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";|, (?:and|but|so|yet|although|though|while|because|as) ")
_REPORTED = compile_pattern(
    r"\b(?:{study}|results|patients|participants|biops(?:y|ies)|volunteers)\b"
    r"[^.;]{0,40}\b(?:showed|found|reported|confirmed|noted|demonstrated|revealed|linked)\b"
)
# A list item that leaves its subject to the line above: "May reduce pain".
_PREDICATE = compile_pattern(
    r"\W*(?:(?:may|might|can|could|will|helps|reduces|improves|increases|lowers|boosts|"
    r"promotes|prevents|supports|stimulates|protects|restores|relieves|treats|enhances|"
    r"strengthens|eliminates|stops|fights)\b|no (?:known |serious )?(?:risk|side|harm))"
)
_TREATMENT = compile_pattern(r"\b{treatment}\b")
_READ = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE}

# Which kind names a sentence when two have equal points.
_ORDER = (
    SuggestedKind.EVIDENCE_STATE,
    SuggestedKind.REGULATORY,
    SuggestedKind.COMPARISON,
    SuggestedKind.DEFINITION,
    SuggestedKind.SAFETY,
    SuggestedKind.MECHANISM,
    SuggestedKind.EFFICACY,
)


def suggest(
    document: Document,
    sentences: tuple[Sentence, ...],
    citations: tuple[Citation, ...],
) -> tuple[Suggestion, ...]:
    """Return the sentences that look like claims, in reading order.

    Each has its kind, a second kind where one fits nearly as well, how it is put, and
    flags that say what is worth checking. ``citations`` of a suggestion are indexes
    into the tuple given, of those whose covered words it shares.
    """
    found = []
    for sentence in _in_claiming_sections(document, sentences):
        text = " ".join(document.text[sentence.start : sentence.end].split())
        text = _FOOTNOTES_BEHIND.sub("", text)
        kinds = claim_kinds(_LABEL.sub("", text) if _is_label(text) else text)
        if not kinds:
            continue
        cited = _cited_by(sentence, citations)
        mode = mode_of(text, cited=bool(cited))
        hedged = is_hedged(text)
        found.append(
            Suggestion(
                start=sentence.start,
                end=sentence.end,
                kind=kinds[0],
                also_kind=kinds[1] if len(kinds) > 1 else None,
                mode=mode,
                hedged=hedged,
                citations=cited,
                flags=_flags(text, kinds[0], mode, hedged=hedged, cited=bool(cited)),
            )
        )
    return tuple(found)


def claim_kinds(text: str) -> tuple[SuggestedKind, ...]:
    """Return what a sentence claims, best first; empty where it is no claim."""
    text = text[:_MOST_READ]
    words = len(text.split())
    unended = text.rstrip(_AFTER_STOP)[-1:].isalpha() and not _PREDICATE.match(text)
    if words < (_FEWEST_UNENDED if unended else _FEWEST_WORDS):
        return ()
    points = _points(text)
    if _total(points) < ENOUGH:
        return ()
    against = [r for r in load_rules("exclusions") if r.search(text)]
    if any(rule.points >= _ALWAYS for rule in against):
        return ()
    if _total(points) - sum(rule.points for rule in against) < ENOUGH:
        points = _points(_without(against, text))
        if _total(points) < ENOUGH:
            return ()
    return _ranked(points, text)


def _without(rules: list[Rule], text: str) -> str:
    """Return a sentence without its clauses of advice, scene-setting and their like."""
    clauses = _CLAUSE.split(text)
    if len(clauses) == 1:
        return ""
    kept = [c for c in clauses if not any(rule.search(c) for rule in rules)]
    return "; ".join(c for c in kept if len(c.split()) >= _FEWEST_WORDS)


def _ranked(points: dict[SuggestedKind, int], text: str) -> tuple[SuggestedKind, ...]:
    points = dict(points)
    if points.get(SuggestedKind.EFFICACY, 0) >= ENOUGH:
        if _TREATMENT.search(text):
            points[SuggestedKind.EFFICACY] += 2
        if _REPORTED.search(text):
            points[SuggestedKind.EFFICACY] += 2
    strong = [kind for kind in _ORDER if points.get(kind, 0) > 1]
    return tuple(sorted(strong, key=lambda kind: -points[kind]))


def _total(points: dict[SuggestedKind, int]) -> float:
    """Return the best kind's points and half of the second's."""
    best, second = sorted([*points.values(), 0, 0], reverse=True)[:2]
    return best + second / 2


def _points(text: str) -> dict[SuggestedKind, int]:
    points: dict[SuggestedKind, int] = {}
    for last in (False, True):
        if last and _total(points) >= ENOUGH:
            break
        for rule in load_rules("claims"):
            kind = SuggestedKind(rule.kind)
            higher = rule.last is last and rule.points > points.get(kind, 0)
            if higher and rule.search(text):
                points[kind] = rule.points
    return points


def _is_label(text: str) -> bool:
    match = _LABEL.match(text)
    return bool(match and _SECTION.fullmatch(match[1]))


def _in_claiming_sections(
    document: Document, sentences: tuple[Sentence, ...]
) -> Iterator[Sentence]:
    """Yield sentences outside methods, funding, references and their like.

    A label at the head of a paragraph ("Methods: …"), as in abstracts, holds to the
    paragraph's end or the next label.
    """
    other = _blocks_of_other_sections(document)
    block, skipping = -1, False
    for sentence in sentences:
        if sentence.block != block:
            block, skipping = sentence.block, False
        label = _LABEL.match(document.text[sentence.start : sentence.end])
        if label:
            skipping = _is_other_section(label[1])
        if document.blocks[block].kind in _READ and block not in other and not skipping:
            yield sentence


def _blocks_of_other_sections(document: Document) -> set[int]:
    other, level = set(), 0
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            heading = document.text[block.start : block.end].strip()
            if _is_other_section(heading):
                level = level or block.level or 1
            elif not level or (block.level or 1) <= level:
                level = 0
        if level:
            other.add(index)
    return other


def _is_other_section(heading: str) -> bool:
    """Tell whether a section says how a study was done, or who paid, not what is so."""
    return any(rule.search(heading.strip()) for rule in load_rules("sections"))


def _cited_by(sentence: Sentence, citations: tuple[Citation, ...]) -> tuple[int, ...]:
    return tuple(
        index
        for index, citation in enumerate(citations)
        if citation.covers[0] < sentence.end and sentence.start < citation.covers[1]
    )


def _flags(
    text: str, kind: SuggestedKind, mode: Mode, *, hedged: bool, cited: bool
) -> tuple[Flag, ...]:
    leave_out = set()
    if cited:
        leave_out.add("unnamed-studies")
    effect = kind in (
        SuggestedKind.EFFICACY,
        SuggestedKind.SAFETY,
        SuggestedKind.COMPARISON,
    )
    if hedged or not effect or mode is not Mode.ASSERTS:
        leave_out.add("causal")
    return (() if cited else (CITES_NOTHING,)) + wording_flags(text, leave_out)
