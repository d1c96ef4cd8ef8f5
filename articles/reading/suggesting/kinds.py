"""Whether a sentence is a claim, and of which kind: a scored grammar.

Of the rules of ``rules/claims.toml`` that hold for a kind the best one counts, and half
of the next; headings above add theirs. Words of health alone make a claim of a sentence
that has two of them, or one and a number. Clauses of advice, scene-setting and their
like (``exclusions.toml``) are left out first, unless they assert a risk, a frequency or
the state of the evidence.
"""

import re
from collections import Counter, defaultdict

from articles.reading.document import SuggestedKind
from articles.reading.suggesting.contexts import Context
from articles.reading.suggesting.rules import Rule, compile_pattern, load_rules

Points = Counter[SuggestedKind]

ENOUGH = 3  # points from which a sentence is a claim
SECOND_AT_LEAST = 3  # points of a second kind …
SECOND_SHARE = 0.55  # … and how much of the first kind's
_HEALTH_POINTS = 1.5  # for each word of health, two at most
_FEWEST_WORDS = 3
_FEWEST_UNENDED = 8  # words of a fragment without a full stop
_MOST_READ = 1500  # characters of a sentence that are looked at
_AFTER_STOP = "”\"'’)]([,–-0123456789⁰¹²³⁴⁵⁶⁷⁸⁹ "  # quotes and citation markers

_CLAUSE = re.compile(
    r"; |, (?:and|but|so|yet|although|though|while|because|since|as|which|who|where|"
    r"(?:during|in|after|of) which|making|leading|causing|or (?=you|it|they|the\b)) ?"
    r"| (?:because|since|although) "
)
_CONDITION = re.compile(  # asserts nothing by itself
    r"^\W*(?:so |and |but )?(?:if|when|unless|in case|once|before|after|until)\b[^,]+, ",
    re.IGNORECASE,
)
# Openers that stand before what is said and don't change what it is.
_OPENER = compile_pattern(
    r"^\W*(?:(?:i|we|you) (?:\w+ )?(?:think|believe|know|feel|should know)(?: that)?|"
    r"in my (?:\w+ )?(?:experience|opinion|view),?|"
    r"(?:the )?(?:good|bad|sad|simple|short) (?:news|truth|answer) is(?: that)?|"
    r"it(?:[’']s| is) (?:also |\w+ly )?"
    r"(?:true|clear|important to (?:note|know|remember)|worth (?:noting|knowing))"
    r"(?: that)?|(?:please )?(?:note|remember) that|(?:keep|bear) in mind that|"
    r"here[’']?s? (?:is )?how it works:|by (?:\w+ly )?\w+ing [^,]{1,120},)\s+"
)
# Who says a quotation, and in which office: no part of what is claimed.
_SPEAKER = re.compile(
    r"(?<=[,?!][”\"]) ?(?:(?:[\w.’'-]+ ){0,5}(?:said|says|added|adds|explained|explains|"
    r"noted|notes|warned|warns|told|write|writes|wrote)\b.*)$",
    re.IGNORECASE,
)
# An item that leaves its subject to the line above: "May reduce pain", "No fillers".
_PREDICATE = compile_pattern(
    r"\W*(?:\w+ly )?(?:may|might|can|could|will|helps?|"
    r"(?:{effect}|{loose_effect}|{process}|takes|locks|mops|shows|aids|works|clinically)"
    r"\b|(?:{comparative}|no|not|without|possible|potential|proven|comparable|you)\b|"
    r"natural\b.*\balternative\b)"
)
_VERB = compile_pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can(?:not)?|may|might|could|"
    r"will|would|should|must|\w+n[’']t|[a-z]{3,}ed|{effect}|{loose_effect}|{process}|"
    r"{find}|{hurt}|works?|needs?|means?|comes?|goes|takes?|gives?|keeps?|lasts?|costs?|"
    r"depends?|var(?:y|ies)|lives?|seems?|saves?|feels?|ends?|wears?|dies?|became)\b"
    r"(?=\W*\w)"
)
_TREATMENT = compile_pattern(r"\b{treatment}\b")
_HEALTH = compile_pattern(
    r"\b(?:{ailment}|{reaction}|{treatment}|{biology}|{body}|{outcome}|{harm})\b"
)

# Which kind names a sentence when two have equal points.
_ORDER = (
    SuggestedKind.SAFETY,
    SuggestedKind.EVIDENCE_STATE,
    SuggestedKind.REGULATORY,
    SuggestedKind.RECOMMENDATION,
    SuggestedKind.DIAGNOSIS,
    SuggestedKind.PROGNOSIS,
    SuggestedKind.PREVALENCE,
    SuggestedKind.ASSOCIATION,
    SuggestedKind.COMPARISON,
    SuggestedKind.DEFINITION,
    SuggestedKind.MECHANISM,
    SuggestedKind.EFFICACY,
    SuggestedKind.PRACTICAL,
)


def claim_kinds(text: str, context: Context | None = None) -> tuple[SuggestedKind, ...]:
    """Return what a sentence claims, best first, at most two; empty for no claim."""
    context = context or Context()
    text = _SPEAKER.sub("", _OPENER.sub("", text[:_MOST_READ]))
    listed = context.listed
    if listed and not _is_excluded_whole(text) and not _excluding(text):
        points, _ = _points(text, context)
        points[listed] = max(points[listed], context.points[listed] + ENOUGH)
        return _ranked(points, text)
    if len(text.split()) < _FEWEST_WORDS or not _may_assert(text):
        return ()
    if _is_excluded_whole(text):
        return ()
    points, general = _points(text, context)
    left = _without_excluded(text)
    if left != text:
        points, general = _points(left, context) if left else (Counter(), 0)
    return _ranked(points, text) if _weight(points) + general >= ENOUGH else ()


def _may_assert(text: str) -> bool:
    """Tell whether words can say that something is so: a sentence, or its predicate."""
    few = len(text.split()) < _FEWEST_UNENDED
    ended = not text.rstrip(_AFTER_STOP)[-1:].isalpha()
    if _PREDICATE.match(text):
        return True
    return bool(_VERB.search(text)) if few or not ended else True


def _is_excluded_whole(text: str) -> bool:
    return any(rule.whole and rule.search(text) for rule in load_rules("exclusions"))


def _without_excluded(text: str) -> str:
    """Return a sentence without its clauses of advice, scene-setting and their like."""
    if not _excluding(text):
        return text
    kept = [
        clause
        for clause in _CLAUSE.split(_CONDITION.sub("", text))
        if not _excluding(clause) or _is_firm(clause)
    ]
    return "; ".join(clause for clause in kept if _is_clause(clause))


def _is_clause(words: str) -> bool:
    return len(words.split()) >= _FEWEST_WORDS and bool(_VERB.search(words))


def _excluding(text: str) -> list[Rule]:
    rules = load_rules("exclusions")
    return [rule for rule in rules if not rule.whole and rule.search(text)]


def _is_firm(text: str) -> bool:
    return any(rule.firm and rule.search(text) for rule in load_rules("claims"))


def _points(text: str, context: Context) -> tuple[Points, float]:
    """Return the points of each kind, and those that speak for a claim of any kind."""
    held: dict[SuggestedKind, list[int]] = defaultdict(list)
    general = _HEALTH_POINTS * min(2, len(_health_words(text)))
    for rule in load_rules("claims"):
        if rule.search(text):
            if rule.kind:
                held[SuggestedKind(rule.kind)].append(rule.points)
            else:
                general += rule.points
    points: Points = Counter()
    for kind, each in held.items():
        best, *others = sorted(each, reverse=True)
        points[kind] = best + max(others, default=0) / 2 + context.points.get(kind, 0)
    return points, general


def _health_words(text: str) -> set[str]:
    """Return the words for treatments, the body and its complaints."""
    return {word.casefold() for word in _HEALTH.findall(text)}


def _weight(points: Points) -> float:
    """Return the best kind's points and half of the second's."""
    best, second = sorted([*points.values(), 0, 0], reverse=True)[:2]
    return best + second / 2


def _ranked(points: Points, text: str) -> tuple[SuggestedKind, ...]:
    ranked = sorted(_ORDER, key=lambda kind: -points[kind])
    first, second = ranked[:2]
    if points[first] < 2:
        treats = _TREATMENT.search(text)
        return (SuggestedKind.EFFICACY if treats else SuggestedKind.MECHANISM,)
    near = points[second] >= max(SECOND_AT_LEAST, SECOND_SHARE * points[first])
    return (first, second) if near else (first,)
