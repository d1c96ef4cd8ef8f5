"""Which three sentences of an article are most worth checking, and why.

The rule, as ``/about/methods/`` prints it: what speaks of a harm or is put absolutely
comes first, then what rests on a work that was retracted or found to be another, then
what is known here as contradicted or open, then an effect without a source; whatever is
a sentence comes before a list's catchword, and before an order or what else may be no
claim. Among equals what is no advice, then what rests on such a work, then what is of
harm before all else, then the one with more of these reasons, then the one without a
hedge, then the one with more words that promise, then the earlier. Never a definition,
a call for more research, a personal story, a line that only leads in, or two of one
sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.reading.document import Mode, SuggestedKind, Suggestion
from claims.words import Verdict
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "articles.worth",
        "Up to three sentences of an article are named first: what speaks of "
        "harm, rests on a wrong work, is known here as open, or cites nothing.",
        RuleEffect.PROPOSES,
        "Footing",
    ),
)


MOST = 3
_SENTENCE = 5  # words; fewer are a catchword of a list
_DOUBTFUL = 0.02  # how likely a sentence is no claim
RULE = (
    "It speaks of a harm, or is put absolutely.",
    "It rests on a work that was retracted, or whose identifier is another work’s.",
    "The same claim is known here, as contradicted or open.",
    "It claims an effect, and no source is recognised.",
    "It claims an effect, whatever it cites.",
)
_HARM, _WRONG_WORK, _KNOWN, _NO_SOURCE, _EFFECT = range(5)
_ABSOLUTE = frozenset({"absolute", "certainty"})
_PRESSING = frozenset({"absolute", "certainty", "causal", "puffery", "will"})
_EFFECTS = frozenset({"efficacy", "comparison", "safety", "association"})
_STORY = re.compile(
    r"\b(?:I|I[’']\w+|my|me|myself)\b"
    r"|\b[A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:aged )?\d{1,2},"
    r"|\b\d{1,2}-year-old [A-Z]"
    r"|^\W*[A-Z]\w+ (?:says|said|recalls|remembers|told)\b"
)
_LEAD_IN = re.compile(r"^\W*here(?:[’']s| is| are)\b|:\W*$", re.IGNORECASE)
# "A placebo is a treatment without an active ingredient", of whatever kind it is
# taken for; not "A glass of wine is a cure for …", "A cold bath is the best way to …"
_DEFINES = re.compile(
    r"^\W*(?:An?|The term)\s(?:[\w’'-]+\s){1,4}?(?:is|means|refers to)\s"
    r"(?:an?|any|the)\s"
    r"(?!(?:\w+\s){0,3}?(?:cures?|remed(?:y|ies)|way|means|myth|risk|danger|threat|"
    r"poison|waste|cause|sign|symptom|side[- ]effect|best|better|good|great|safe\w*|"
    r"effective|proven|alternative|result|success|failure|breakthrough|miracle|must)\b)",
    re.IGNORECASE,
)
_ORDER = re.compile(  # "Do not take it", "Use a mild soap"; not "Use of … causes"
    r"^\W*(?:please |always |never )?(?:do not|don[’']t|(?:ask|avoid|call|check|choose"
    r"|consult|discuss|drink|eat|keep|make sure|rinse|see|seek|speak|stop|store|take"
    r"|talk|tell|trim|try|use|wash|wear)\b(?! of\b))",
    re.IGNORECASE,
)
_ADVICE = re.compile(r"\b(?:should|recommend\w*|advise[sd]?|ought to)\b", re.IGNORECASE)
_HARMFUL = re.compile(
    r"\b(?:side[- ]effects?|adverse|safe|unsafe|harm\w*|danger\w*|risks?|toxic\w*"
    r"|deaths?|fatal|bleeding|reactions?|complications?|overdos\w*|injur\w+)\b",
    re.IGNORECASE,
)
_MORE_RESEARCH = re.compile(
    r"\b(?:more|further|additional|larger|better|future)\b[^.;]{0,40}"
    r"\b(?:research|stud(?:y|ies)|trials?|evidence|data)\b[^.;]{0,60}"
    r"\b(?:need\w*|required|necessary|warranted|called for|should|must|will)\b"
    r"|\bneed\w*\b[^.;]{0,30}\b(?:more|further|additional)\b[^.;]{0,30}"
    r"\b(?:research|stud(?:y|ies)|trials?|evidence|data)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Looked:
    """What the rule looks at in one sentence.

    ``wrong_works`` say what is wrong with works it cites; ``verdicts`` are those of
    the same claims known here.
    """

    suggestion: Suggestion
    text: str
    wrong_works: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    @property
    def kinds(self) -> set[str]:
        kinds = (self.suggestion.kind, self.suggestion.also_kind)
        return {str(kind) for kind in kinds if kind}

    @property
    def pressing(self) -> int:
        """How many of its words promise: cause, certainty, praise."""
        return sum(flag.rule in _PRESSING for flag in self.suggestion.flags)

    @property
    def is_folded(self) -> bool:
        """Whether a page folds it: it defines a word, or asks for more research."""
        defines = self.suggestion.kind == SuggestedKind.DEFINITION or (
            _DEFINES.match(self.text) and not _HARMFUL.search(self.text)
        )
        return bool(defines or _MORE_RESEARCH.search(self.text))

    @property
    def is_of_harm(self) -> bool:
        """Whether it speaks of harm: by its kind, or its second kind and its words."""
        second = self.suggestion.also_kind == SuggestedKind.SAFETY
        return self.suggestion.kind == SuggestedKind.SAFETY or (
            second and bool(_HARMFUL.search(self.text))
        )

    @property
    def is_aside(self) -> bool:
        """Whether it is never among the three, whatever holds of it."""
        told = _STORY.search(self.text) or _LEAD_IN.search(self.text)
        return self.is_folded or bool(told)


@dataclass(frozen=True)
class Worth:
    """A sentence by its place among those looked at, and why it is worth checking."""

    place: int
    why: tuple[str, ...]


def most_worth_checking(looked: Sequence[Looked]) -> list[Worth]:
    """The sentences to look at first, at most three, the first one first."""
    ranked = []
    for place, one in enumerate(looked):
        reasons = {} if one.is_aside else dict(_reasons(one))
        if reasons:
            order = (
                len(one.text.split()) < _SENTENCE,
                one.suggestion.doubt >= _DOUBTFUL or bool(_ORDER.search(one.text)),
                min(reasons),
                bool(_ADVICE.search(one.text)),
                _WRONG_WORK not in reasons,
                one.suggestion.kind != SuggestedKind.SAFETY,
                -len(reasons),
                one.suggestion.hedged,
                -one.pressing,
                one.suggestion.mode is not Mode.ASSERTS,
                place,
            )
            ranked.append((order, Worth(place, tuple(reasons.values()))))
    chosen: list[Worth] = []
    for _, worth in sorted(ranked, key=lambda pair: pair[0]):
        one = looked[worth.place]
        if not any(_overlap(one, looked[other.place]) for other in chosen):
            chosen.append(worth)
        if len(chosen) == MOST:
            break
    return chosen


def _reasons(one: Looked) -> Iterator[tuple[int, str]]:
    """The reasons that hold of a sentence, by their place in the rule."""
    first = ["It speaks of harm or safety."] if one.is_of_harm else []
    absolute = [flag for flag in one.suggestion.flags if flag.rule in _ABSOLUTE]
    first += [f"It {flag.why.removeprefix('worth checking: ')}." for flag in absolute]
    if first:
        yield _HARM, " ".join(first[:2])
    if one.wrong_works:
        yield _WRONG_WORK, " ".join(one.wrong_works)
    telling = [v for v in one.verdicts if v.tone in ("con", "q", "mix")]
    if telling:
        yield _KNOWN, f"It is known here: {telling[0].label}."
    if one.kinds & _EFFECTS:
        if one.suggestion.citations:
            yield _EFFECT, "It claims an effect; look whether its source says this."
        elif any(flag.rule == "unnamed-studies" for flag in one.suggestion.flags):
            yield _NO_SOURCE, "It claims an effect by studies it does not name."
        else:
            yield _NO_SOURCE, "It claims an effect, and no source is recognised."


def _overlap(one: Looked, other: Looked) -> bool:
    """Whether two are of one sentence: the same words, or the same place."""
    first, second = one.suggestion, other.suggestion
    if first.start < second.end and second.start < first.end:
        return True
    return one.text.casefold().split() == other.text.casefold().split()
