"""The words of a judgement: what each item says, and how a grade is put together."""

from texts.words import Words


class Bearing(Words):
    """What one item of evidence says of the claim."""

    NOT_SET = "", "not set"
    SUPPORTS = "supports", "supports", "✓"
    CONTRADICTS = "contradicts", "contradicts", "✗"
    LITTLE_OR_NO = "little_to_no_difference", "little to no difference"
    INCONCLUSIVE = "inconclusive"
    DOES_NOT_ADDRESS = "does_not_address"


class Directness(Words):
    """How one element of an item's question matches the claim's."""

    NOT_SET = "", "not set"
    SAME = "same"
    NARROWER = "narrower"
    BROADER = "broader"
    OTHER = "other"


class Decision(Words):
    """What became of a candidate of an evidence base."""

    INCLUDED = "included"
    AWAITING = "awaiting", "to decide"
    EXCLUDED = "excluded", "left out"


class Apart(Words):
    """Evidence that stands apart in the table, below what is graded."""

    NOT = "", "graded"
    PASSAGE = "passage", "quoted passages: shown, not graded"
    NOT_RATED = "not_rated", "qualitative evidence and opinion: shown, not graded"
    PRECLINICAL = (
        "preclinical",
        "in animals or in the laboratory: shown apart, never pooled with people",
    )
    SECOND_HAND = (
        "second_hand",
        "known only from a citing article: shown apart, not pooled, not graded",
    )


class OwnReport(Words):
    """Whether the report of a study's own is on file, and if not, who looked."""

    ON_FILE = "on_file", "own report: on file"
    NONE_CONFIRMED = "none_confirmed", "own report: looked for, none confirmed"
    NOT_LOOKED_FOR = "not_looked_for", "own report: not looked for"


class Reason(Words):
    """Why a candidate was left out."""

    NONE = "", "—"
    DESIGN = "design", "not an eligible design"
    POPULATION = "population", "other people"
    INTERVENTION = "intervention", "another intervention"
    COMPARATOR = "comparator", "another comparison"
    OUTCOME = "outcome", "another outcome"
    SAME_RESULT = "same_result", "same result, other source"
    IN_REVIEW = "in_review", "counted in the review"
    RETRACTED = "retracted"
    SECOND_HAND = "second_hand", "known only from another text"
    SUPERSEDED = "superseded", "a later report replaces it"
    OTHER = "other"


class SourceKind(Words):
    """What kind of place was searched, as PRISMA counts them."""

    DATABASE = "database"
    REGISTER = "register", "trial register"
    OTHER = "other", "website, organisation or reference list"


class ScreeningDecision(Words):
    """What became of a record that a search brought to an evidence base."""

    AWAITING = "awaiting", "to screen"
    LEFT_OUT = "left_out"
    TAKEN_ON = "taken_on"


class ScreeningReason(Words):
    """Why a record was left out in screening; on pages numbered in this order."""

    NONE = "", "—"
    POPULATION = "population", "other people"
    INTERVENTION = "intervention", "another intervention"
    COMPARATOR = "comparator", "another comparison"
    OUTCOME = "outcome", "another outcome"
    DESIGN = "design", "not an eligible design"
    NO_RESULTS = "no_results", "no results of its own"
    DOUBLE = "double", "double of another record"
    NOT_OBTAINED = "not_obtained", "its report could not be obtained"
    OTHER = "other"


class Target(Words):
    """What the certainty is the certainty of."""

    NONE = "", "—"
    ANY_EFFECT = "any_effect"
    ABOVE_THRESHOLD = "above_threshold", "an effect above a threshold"
    LITTLE_OR_NO = "little_or_no", "little or no difference"


class SizeClass(Words):
    """How large an effect is against stated thresholds."""

    NONE = "", "—"
    LARGE = "large"
    MODERATE = "moderate"
    SMALL = "small", "small but important"
    TRIVIAL = "trivial", "trivial or none"


class Leaning(Words):
    """Which way evidence points that is too uncertain for a verdict."""

    NONE = "", "none"
    SUPPORTED = "supported", "leaning towards supported"
    CONTRADICTED = "contradicted", "leaning towards contradicted"


class Domain(Words):
    """What certainty is rated down for."""

    RISK_OF_BIAS = "risk_of_bias"
    INCONSISTENCY = "inconsistency"
    INDIRECTNESS = "indirectness"
    IMPRECISION = "imprecision"
    PUBLICATION_BIAS = "publication_bias"


class RobinsJudgement(Words):
    """The risk of bias that a review came to with ROBINS-I or ROBINS-E."""

    NONE = "", "—"
    LOW = "low"
    MODERATE = "moderate"
    SERIOUS = "serious"
    CRITICAL = "critical"


class Upgrade(Words):
    """What certainty is rated up for."""

    LARGE_EFFECT = "large_effect"
    DOSE_RESPONSE = "dose_response"
    OPPOSING_CONFOUNDING = "opposing_confounding"
