"""GRADE and the words of a verdict: rules that need no database.

`methods` says what a kind of claim is judged by, `questions` and `searches` what its
question and its base must have, `starts` where certainty starts, `rating` has its
arithmetic, `verdicts` what a judgement needs, `bearing` what a result says of a claim,
`open_words` which words that leaves to a verdict, `asks` what a reason is asked for,
`cant_say` why nothing can be said, `checks` the kinds that are not rated,
`own_reports` what keeps a verdict from being published, `claim_words` and
`claim_beyond` what of a claim's own words it stands beside, `sentences` the sentence
and `overclaiming` what nobody may add to it. `guidance` is what reviewers read beside
a domain, `bias` which level appraisals propose for one.
"""

from evidence.method.asks import (
    ENOUGH_EVENTS,
    ENOUGH_PEOPLE,
    Figures,
    Judged,
    asked_of,
    asks_for_group,
)
from evidence.method.bearing import (
    BY_MARGIN,
    BearingProposal,
    lies_within,
    propose_bearing,
    propose_occurrence,
    propose_value,
)
from evidence.method.bias import (
    BIAS_RULE,
    BIAS_RULE_WORDS,
    ROBINS_I,
    BiasProposal,
    propose_bias,
    proposes_bias,
)
from evidence.method.cant_say import (
    CANT_SAY_BECAUSE,
    Candidate,
    NotCounting,
    Nothing,
    is_circular,
    leaning_of,
    nothing_counts,
    something_counts,
)
from evidence.method.checks import (
    Check,
    Record,
    ShownIn,
    check_problems,
    counted_words,
    decides,
    only_as_far_as_searched,
    shown_in,
)
from evidence.method.claim_beyond import (
    FAR_APART,
    dose_beyond,
    doses_beyond,
    more_than_asked,
    time_beyond,
)
from evidence.method.claim_words import (
    are_others,
    have_in_common,
    is_of_something_else,
    of_others,
    says_otherwise,
    things_beyond,
    too_much_to_affirm,
    uncalled,
    unnamed,
)
from evidence.method.guidance import (
    APPRECIABLE,
    GUIDANCE,
    LARGE,
    VERY_LARGE,
    Guidance,
)
from evidence.method.methods import (
    GRADE_METHODS,
    LEVELS,
    MEANING,
    RATED,
    READING_METHODS,
    method_for,
    verdicts_for,
    verdicts_of,
)
from evidence.method.open_words import (
    CountingReading,
    Findings,
    OpenWords,
    open_words,
    word_refusals,
)
from evidence.method.overclaiming import (
    hedges_of_more,
    overclaims,
    overclaims_as_reason,
    says_too_much,
)
from evidence.method.own_reports import lacks_reports
from evidence.method.problem import Problem
from evidence.method.questions import (
    element_hints,
    element_labels,
    elements_named,
    not_asked,
    question_problems,
)
from evidence.method.rating import (
    MAX_DOWN,
    MAX_UP,
    Rating,
    explain_error,
    level_words,
    rate,
)
from evidence.method.said_shares import said_shares
from evidence.method.searches import Search, found_problems, search_problems
from evidence.method.sentences import (
    Figure,
    Finding,
    compose,
    compose_check,
    lead_in,
)
from evidence.method.sizes import OF_RATIO, OF_SMD, rated_up_too_far, size_refusal
from evidence.method.starts import (
    Rated,
    group_of,
    group_start,
    start_certainty,
    start_of,
)
from evidence.method.study_counts import (
    StudyCount,
    count_words,
    studies_of_design,
)
from evidence.method.verdicts import (
    NOTHING_TO_GRADE,
    VerdictDraft,
    rating_of,
    verdict_problems,
)

VERSION = 11  # counts up where the same evidence would be judged by another rule

__all__ = [
    "APPRECIABLE",
    "BIAS_RULE",
    "BIAS_RULE_WORDS",
    "BY_MARGIN",
    "FAR_APART",
    "CANT_SAY_BECAUSE",
    "ENOUGH_EVENTS",
    "ENOUGH_PEOPLE",
    "GRADE_METHODS",
    "GUIDANCE",
    "LARGE",
    "LEVELS",
    "MAX_DOWN",
    "MAX_UP",
    "MEANING",
    "NOTHING_TO_GRADE",
    "OF_RATIO",
    "OF_SMD",
    "RATED",
    "READING_METHODS",
    "ROBINS_I",
    "VERSION",
    "VERY_LARGE",
    "BearingProposal",
    "BiasProposal",
    "Candidate",
    "Check",
    "CountingReading",
    "Figure",
    "Figures",
    "Finding",
    "Findings",
    "Guidance",
    "Judged",
    "NotCounting",
    "Nothing",
    "OpenWords",
    "Problem",
    "Rated",
    "Rating",
    "Record",
    "Search",
    "ShownIn",
    "StudyCount",
    "VerdictDraft",
    "are_others",
    "asked_of",
    "asks_for_group",
    "check_problems",
    "compose",
    "compose_check",
    "count_words",
    "counted_words",
    "decides",
    "element_hints",
    "dose_beyond",
    "doses_beyond",
    "element_labels",
    "elements_named",
    "explain_error",
    "group_of",
    "group_start",
    "found_problems",
    "have_in_common",
    "hedges_of_more",
    "is_circular",
    "is_of_something_else",
    "lacks_reports",
    "lead_in",
    "leaning_of",
    "level_words",
    "lies_within",
    "method_for",
    "more_than_asked",
    "not_asked",
    "of_others",
    "nothing_counts",
    "only_as_far_as_searched",
    "open_words",
    "overclaims",
    "overclaims_as_reason",
    "propose_bearing",
    "propose_bias",
    "propose_occurrence",
    "propose_value",
    "proposes_bias",
    "question_problems",
    "rate",
    "rated_up_too_far",
    "rating_of",
    "said_shares",
    "says_otherwise",
    "says_too_much",
    "size_refusal",
    "search_problems",
    "shown_in",
    "something_counts",
    "start_certainty",
    "start_of",
    "studies_of_design",
    "things_beyond",
    "time_beyond",
    "too_much_to_affirm",
    "uncalled",
    "unnamed",
    "verdict_problems",
    "verdicts_for",
    "verdicts_of",
    "word_refusals",
]
