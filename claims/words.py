"""What is said of a claim: its kind, what it asserts, and the verdict on it."""

from texts.words import Words


class ClaimKind(Words):
    """What a claim is about; it decides what the claim is judged by."""

    EFFECT = "effect", "effect of an intervention"
    HARM = "harm"
    MECHANISM = "mechanism"
    ASSOCIATION = "association"
    PROGNOSIS = "prognosis"
    PREVALENCE = "prevalence"
    DIAGNOSIS = "diagnosis"
    EVIDENCE_STATE = "evidence_state", "state of the evidence"
    REGULATORY = "regulatory"
    DEFINITION = "definition"
    RECOMMENDATION = "recommendation"
    PRACTICAL = "practical"


class Asserts(Words):
    """What a claim says of its outcome."""

    NOT_SET = "", "not set"
    RAISES = "raises"
    LOWERS = "lowers"
    LITTLE_OR_NO = "little_or_no", "little or no difference"
    AT_LEAST_AS_GOOD = "at_least_as_good"
    BETTER_THAN = "better_than"
    EXISTS = "exists"
    ABSENT = "absent"


class Checkability(Words):
    """Whether evidence could settle a claim, and why not."""

    CHECKABLE = "checkable"
    TOO_VAGUE = "too_vague"
    OPINION = "opinion", "opinion or advice"
    PREDICTION = "prediction"
    NO_PUBLIC_SOURCE = "no_public_source"


class Method(Words):
    """What a claim is judged by; its kind decides which fits."""

    GRADE = "grade", "GRADE"
    GRADE_PROGNOSIS = "grade_prognosis", "GRADE for prognosis"
    RECORD_CHECK = "record_check"
    SEARCH_CHECK = "search_check"
    KIND_OF_EVIDENCE = "kind_of_evidence"


class Verdict(Words):
    """What the evidence says of a claim; each method has its own words.

    Yes, no, in between and open: what merely was not found, or not shown in people,
    is open and never a no.
    """

    NOT_GRADED = "not_graded", "not graded", "", "none"
    # GRADE and GRADE for prognosis; can't say also fits every other method
    SUPPORTED = "supported", "supported", "✓", "sup"
    CONTRADICTED = "contradicted", "contradicted", "✗", "con"
    CONFLICTING = "conflicting", "conflicting", "≈", "mix"
    CANT_SAY = "cant_say", "can’t say", "?", "q"
    # kind of evidence
    SHOWN_IN_PEOPLE = "shown_in_people", "shown in people", "✓", "sup"
    SHOWN_IN_ANIMALS = "shown_in_animals", "shown in animals", "?", "q"
    SHOWN_IN_CELLS = "shown_in_cells", "shown in cells", "?", "q"
    NOT_SHOWN = "not_shown", "proposed, not shown", "?", "q"
    # search check
    ACCURATE = "accurate", "accurate", "✓", "sup"
    OUTDATED = "outdated", "outdated", "≈", "mix"
    NOT_ACCURATE = "not_accurate", "not accurate", "✗", "con"
    # record check: registers, definitions, guidelines
    CONFIRMED = "confirmed", "confirmed", "✓", "sup"
    NOT_CONFIRMED = "not_confirmed", "not confirmed", "?", "q"
    CHANGED_SINCE = "changed_since", "changed since", "≈", "mix"
    AGREES = "agrees", "agrees with the source", "✓", "sup"
    DIFFERS_IN_PART = "differs_in_part", "differs in part from the source", "≈", "mix"
    DIFFERS = "differs", "differs from the source", "✗", "con"
    RECOMMENDED = "recommended", "a guideline recommends it", "✓", "sup"
    RECOMMENDED_AGAINST = (
        "recommended_against",
        "a guideline recommends against it",
        "✗",
        "con",
    )
    SILENT = "guideline_silent", "the guideline is silent on it", "?", "q"


class Certainty(Words):
    """How sure the evidence lets us be, whichever way it points.

    The symbol is four circles, filled by level; empty where nothing was rated.
    """

    HIGH = "high", "high", "⊕⊕⊕⊕"
    MODERATE = "moderate", "moderate", "⊕⊕⊕◯"
    LOW = "low", "low", "⊕⊕◯◯"
    VERY_LOW = "very_low", "very low", "⊕◯◯◯"
    NOT_GRADED = "not_graded"
    NOT_APPLICABLE = "not_applicable"  # this kind of claim is not rated


class CantSay(Words):
    """Why nothing can be said."""

    NONE = "", "—"
    NOT_SEARCHED = "not_searched"
    NONE_FOUND = "none_found", "searched and none found"
    NONE_COUNTS = "none_counts", "evidence found, none counts"
    ONLY_ONGOING = "only_ongoing", "only ongoing studies"
    ONLY_PRECLINICAL = "only_preclinical", "only animal or laboratory studies"
    ONLY_SECOND_HAND = "only_second_hand", "nobody here has read the studies"
    CIRCULAR = "circular", "only articles that make this claim report the studies"
    NO_MARGIN = "no_margin", "nobody said what counts as little"
    TOO_UNCERTAIN = "too_uncertain"


class Strength(Words):
    """How strongly a guideline words what it recommends."""

    NONE = "", "—"
    STRONG = "strong"
    CONDITIONAL = "conditional", "conditional or weak"
    NOT_GIVEN = "not_given", "not given"


class Standing(Words):
    """Who stands behind a verdict."""

    NONE = "", "not judged yet"
    RULE = "rule", "by rule"  # there was nothing to grade
    DRAFT = "draft", "one reviewer, not agreed"
    AGREED = "agreed", "agreed by several"
    PUBLISHED = "published", "published by an editor"


class CountBound(Words):
    """How a claim on the state of the evidence counts studies."""

    NONE = "", "it counts none"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Scope(Words):
    """How far evidence was looked for."""

    CITED_ONLY = "cited_only", "cited works only"
    OTHER_KNOWN = "other_known", "other known studies"
    TARGETED = "targeted", "targeted search"
    SYSTEMATIC = "systematic", "systematic search"
    REVIEW = "review", "existing review"


class RelationKind(Words):
    """How one claim stands to another."""

    CONTRADICTS = "contradicts"
    NEGATION_OF = "negation_of", "negation of"
    NARROWER_THAN = "narrower_than", "narrower than"  # backwards: broader
    PART_OF = "part_of", "part of"
    SAME_IN_OTHER_WORDS = "same", "same in other words"


class Cause(Words):
    """Why a version of a claim was made."""

    WORDING = "wording"
    VERDICT = "verdict"
    FREEZING = "freezing", "evidence base frozen"
    NEWER = "newer", "newer draft under what is published"
    TAKEN_BACK = "taken_back", "verdict taken back"
    MERGE = "merge"
    WITHDRAWAL = "withdrawal"
    REINSTATED = "reinstated", "claim reinstated"
    CORRECTION = "correction"
    STANDING = "standing", "published"
