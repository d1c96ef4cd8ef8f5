"""The words of judgements, and which of them fit which kind of claim.

Values are what is stored, exported and sent; the Django choices repeat them.
"""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """How sure the evidence lets us be, whichever way it points."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"
    NOT_GRADED = "not_graded"
    NOT_APPLICABLE = "not_applicable"  # this kind of claim is not rated

    @property
    def label(self) -> str:
        """The word as a sentence begins with it: "Very low"."""
        return self.replace("_", " ").capitalize()

    @property
    def symbol(self) -> str:
        """Four circles, filled by level; empty where nothing was rated."""
        level = LEVELS.get(self, 0)
        return "⊕" * level + "◯" * (4 - level) if level else ""


LEVELS = {
    Certainty.VERY_LOW: 1,
    Certainty.LOW: 2,
    Certainty.MODERATE: 3,
    Certainty.HIGH: 4,
}
RATED = frozenset(LEVELS)

MEANING = {
    Certainty.HIGH: "We are very sure: what was found is very near the real effect.",
    Certainty.MODERATE: "We are fairly sure: the real effect is probably near what "
    "was found, but it could be clearly different.",
    Certainty.LOW: "We are not very sure: the real effect may be clearly different "
    "from what was found.",
    Certainty.VERY_LOW: "We know very little: the real effect is probably clearly "
    "different from what was found.",
    Certainty.NOT_GRADED: "Nobody has judged yet how sure the evidence lets us be.",
    Certainty.NOT_APPLICABLE: "Claims of this kind are checked, not rated.",
}


class Method(StrEnum):
    """What a claim is judged by."""

    GRADE = "grade"
    GRADE_PROGNOSIS = "grade_prognosis"
    RECORD_CHECK = "record_check"
    SEARCH_CHECK = "search_check"
    KIND_OF_EVIDENCE = "kind_of_evidence"


GRADE_METHODS = frozenset({Method.GRADE, Method.GRADE_PROGNOSIS})


class Verdict(StrEnum):
    """What the evidence says of a claim; each method has its own words."""

    NOT_GRADED = "not_graded"
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    CANT_SAY = "cant_say"
    SHOWN_IN_PEOPLE = "shown_in_people"
    SHOWN_IN_ANIMALS = "shown_in_animals"
    SHOWN_IN_CELLS = "shown_in_cells"
    NOT_SHOWN = "not_shown"  # proposed, not shown
    ACCURATE = "accurate"
    OUTDATED = "outdated"
    NOT_ACCURATE = "not_accurate"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    CHANGED_SINCE = "changed_since"
    AGREES = "agrees"
    DIFFERS_IN_PART = "differs_in_part"
    DIFFERS = "differs"
    RECOMMENDED = "recommended"
    NOT_RECOMMENDED = "not_recommended"


class ClaimKind(StrEnum):
    """What a claim is about."""

    EFFECT = "effect"
    HARM = "harm"
    MECHANISM = "mechanism"
    ASSOCIATION = "association"
    PROGNOSIS = "prognosis"  # or prevalence
    DIAGNOSIS = "diagnosis"
    EVIDENCE_STATE = "evidence_state"
    REGULATORY = "regulatory"
    DEFINITION = "definition"
    RECOMMENDATION = "recommendation"
    PRACTICAL = "practical"


class CantSay(StrEnum):
    """Why nothing can be said."""

    NOT_SEARCHED = "not_searched"
    NONE_FOUND = "none_found"
    ONLY_ONGOING = "only_ongoing"
    ONLY_PRECLINICAL = "only_preclinical"  # animals, cells, computer models
    ONLY_SECOND_HAND = "only_second_hand"  # no evidence read at its source
    CIRCULAR = "circular"  # only articles that make the claim say so
    TOO_UNCERTAIN = "too_uncertain"


class Scope(StrEnum):
    """How far evidence was looked for."""

    CITED_ONLY = "cited_only"
    OTHER_KNOWN = "other_known"
    TARGETED = "targeted"
    SYSTEMATIC = "systematic"
    REVIEW = "review"


class Bearing(StrEnum):
    """What one item of evidence says of the claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    LITTLE_OR_NO = "little_to_no_difference"
    INCONCLUSIVE = "inconclusive"
    DOES_NOT_ADDRESS = "does_not_address"


class Asserts(StrEnum):
    """What a claim says of its outcome."""

    RAISES = "raises"
    LOWERS = "lowers"
    LITTLE_OR_NO = "little_or_no"
    AT_LEAST_AS_GOOD = "at_least_as_good"
    BETTER_THAN = "better_than"
    EXISTS = "exists"
    ABSENT = "absent"


def _words(*words: Verdict) -> frozenset[Verdict]:
    return frozenset({*words, Verdict.CANT_SAY})


_OF_GRADE = _words(Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.CONFLICTING)

# By kind of claim, the one method that fits and the words it may end in.
_BY_KIND: dict[ClaimKind, tuple[Method, frozenset[Verdict]]] = {
    ClaimKind.EFFECT: (Method.GRADE, _OF_GRADE),
    ClaimKind.HARM: (Method.GRADE, _OF_GRADE),
    ClaimKind.DIAGNOSIS: (
        Method.GRADE,
        _words(Verdict.SUPPORTED, Verdict.CONTRADICTED),
    ),
    ClaimKind.ASSOCIATION: (Method.GRADE_PROGNOSIS, _OF_GRADE),
    ClaimKind.PROGNOSIS: (Method.GRADE_PROGNOSIS, _OF_GRADE),
    ClaimKind.MECHANISM: (
        Method.KIND_OF_EVIDENCE,
        _words(
            Verdict.SHOWN_IN_PEOPLE,
            Verdict.SHOWN_IN_ANIMALS,
            Verdict.SHOWN_IN_CELLS,
            Verdict.NOT_SHOWN,
        ),
    ),
    ClaimKind.EVIDENCE_STATE: (
        Method.SEARCH_CHECK,
        _words(Verdict.ACCURATE, Verdict.OUTDATED, Verdict.NOT_ACCURATE),
    ),
    ClaimKind.REGULATORY: (
        Method.RECORD_CHECK,
        _words(Verdict.CONFIRMED, Verdict.NOT_CONFIRMED, Verdict.CHANGED_SINCE),
    ),
    ClaimKind.DEFINITION: (
        Method.RECORD_CHECK,
        _words(Verdict.AGREES, Verdict.DIFFERS_IN_PART, Verdict.DIFFERS),
    ),
    ClaimKind.RECOMMENDATION: (
        Method.RECORD_CHECK,
        _words(Verdict.RECOMMENDED, Verdict.NOT_RECOMMENDED),
    ),
    ClaimKind.PRACTICAL: (
        Method.RECORD_CHECK,
        _words(Verdict.SUPPORTED, Verdict.CONTRADICTED),
    ),
}


def method_for(kind: str) -> Method:
    """The method a kind of claim is judged by; ValueError for an unknown kind."""
    return _BY_KIND[ClaimKind(kind)][0]


def verdicts_for(kind: str) -> frozenset[Verdict]:
    """The verdict words a kind of claim may get; ValueError for an unknown kind."""
    return _BY_KIND[ClaimKind(kind)][1]


def verdicts_of(method: str) -> frozenset[Verdict]:
    """The verdict words a method may end in, over all kinds of claims."""
    wanted = Method(method)
    return frozenset().union(
        *(words for fits, words in _BY_KIND.values() if fits is wanted)
    )
