"""The words of judgements, shared by claims, versions and grades.

``evidence.certainty`` has the rules for them; a test holds the two equal.
"""

from core.vocabulary import Words


class Certainty(Words):
    """How sure the evidence lets us be, whichever way it points."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low", "very low"
    NOT_GRADED = "not_graded", "not graded"
    NOT_APPLICABLE = "not_applicable", "not applicable"


class Method(Words):
    """What a claim is judged by; its kind decides which fit."""

    GRADE = "grade", "GRADE"
    GRADE_PROGNOSIS = "grade_prognosis", "GRADE for prognosis"
    RECORD_CHECK = "record_check", "record check"
    SEARCH_CHECK = "search_check", "search check"
    KIND_OF_EVIDENCE = "kind_of_evidence", "kind of evidence"


class Verdict(Words):
    """What the evidence says of a claim; each method has its own words."""

    NOT_GRADED = "not_graded", "not graded"
    # GRADE and GRADE for prognosis; can't say also fits every other method
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    CANT_SAY = "cant_say", "can't say"
    # kind of evidence
    SHOWN_IN_PEOPLE = "shown_in_people", "shown in people"
    SHOWN_IN_ANIMALS = "shown_in_animals", "shown in animals"
    SHOWN_IN_CELLS = "shown_in_cells", "shown in cells"
    NOT_SHOWN = "not_shown", "proposed, not shown"
    # search check
    ACCURATE = "accurate"
    OUTDATED = "outdated"
    NOT_ACCURATE = "not_accurate", "not accurate"
    # record check: registers, definitions, guidelines
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed", "not confirmed"
    CHANGED_SINCE = "changed_since", "changed since"
    AGREES = "agrees", "agrees with the source"
    DIFFERS_IN_PART = "differs_in_part", "differs in part from the source"
    DIFFERS = "differs", "differs from the source"
    RECOMMENDED = "recommended", "a guideline recommends it"
    NOT_RECOMMENDED = "not_recommended", "the guideline does not recommend it"


class CantSay(Words):
    """Why nothing can be said."""

    NONE = "", "—"
    NOT_SEARCHED = "not_searched", "not searched"
    NONE_FOUND = "none_found", "searched and none found"
    ONLY_ONGOING = "only_ongoing", "only ongoing studies"
    ONLY_PRECLINICAL = "only_preclinical", "only animal or laboratory studies"
    ONLY_SECOND_HAND = "only_second_hand", "no evidence read at its source"
    CIRCULAR = (
        "circular",
        "no evidence read at its source: only articles that claim it tell of it",
    )
    TOO_UNCERTAIN = "too_uncertain", "too uncertain"


class Standing(Words):
    """Who stands behind a verdict."""

    NONE = "", "—"
    RULE = "rule", "by rule"  # no grade was needed: nothing to grade
    DRAFT = "draft", "one reviewer, not agreed"
    AGREED = "agreed", "agreed by several"
    PUBLISHED = "published", "published by an editor"


class Scope(Words):
    """How far evidence was looked for."""

    CITED_ONLY = "cited_only", "cited works only"
    OTHER_KNOWN = "other_known", "other known studies"
    TARGETED = "targeted", "targeted search"
    SYSTEMATIC = "systematic", "systematic search"
    REVIEW = "review", "existing review"


class Bearing(Words):
    """What one item of evidence says of the claim."""

    NOT_SET = "", "not set"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    LITTLE_OR_NO = "little_to_no_difference", "little to no difference"
    INCONCLUSIVE = "inconclusive"
    DOES_NOT_ADDRESS = "does_not_address", "does not address"


class Directness(Words):
    """How one element of an item's question matches the claim's."""

    NOT_SET = "", "not set"
    SAME = "same"
    NARROWER = "narrower"
    BROADER = "broader"
    OTHER = "other"
