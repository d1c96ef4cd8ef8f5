"""Study designs: what each is graded with, what appraises it, and how to spot it.

Sources: GRADE guidelines 1 to 9 (Guyatt 2011), GRADE 18 (Schünemann 2019); OCEBM
2011 for the levels of evidence of benefit.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from texts.late_patterns import compile_late
from texts.words import Words


class Design(Words):
    """How an investigation was made."""

    SYSTEMATIC_REVIEW = "systematic_review"
    META_ANALYSIS = "meta_analysis", "meta-analysis"
    NETWORK_META_ANALYSIS = "network_meta_analysis", "network meta-analysis"
    RCT = "rct", "randomised controlled trial"
    WITHIN_PERSON_RCT = "within_person_rct", "randomised within-person trial"
    CROSSOVER_RCT = "crossover_rct", "randomised crossover trial"
    CLUSTER_RCT = "cluster_rct", "cluster-randomised trial"
    NON_RANDOMISED_TRIAL = "non_randomised_trial", "non-randomised trial"
    SPLIT_FACE_NONRANDOMISED = "split_face_nonrandomised", "split-face, not randomised"
    INTERRUPTED_TIME_SERIES = "interrupted_time_series"
    COHORT = "cohort"
    CASE_CONTROL = "case_control", "case-control"
    CROSS_SECTIONAL = "cross_sectional", "cross-sectional"
    SINGLE_ARM_TRIAL = "single_arm_trial", "single-arm trial"
    CASE_SERIES = "case_series"
    CASE_REPORT = "case_report"
    ANIMAL = "animal", "animal study"
    IN_VITRO = "in_vitro", "laboratory study"
    IN_SILICO = "in_silico", "computer model"
    NARRATIVE_REVIEW = "narrative_review"
    GUIDELINE = "guideline"
    OPINION = "opinion"
    PROTOCOL = "protocol"
    SECONDARY_ANALYSIS = "secondary_analysis"
    QUALITATIVE = "qualitative"
    DIAGNOSTIC_ACCURACY = "diagnostic_accuracy", "diagnostic accuracy study"
    NOT_STATED = "not_stated"


class Allocation(Words):
    """How people came into their arm."""

    RANDOM = "random"
    ALTERNATE = "alternate"  # every second person: counts as not randomised
    SYSTEMATIC = "systematic"  # by birth date, record number: likewise
    NOT_RANDOM = "not_random"
    NONE = "none", "no allocation"
    NOT_STATED = "not_stated"


class Start(Words):
    """Where GRADE starts a body of evidence."""

    RCT = "rct", "High: randomised"
    NRS = "nrs", "Low: not randomised"
    NRS_ROBINS_I = "nrs_robins_i", "High: not randomised, judged with ROBINS-I"
    PROGNOSIS = "prognosis", "High: observational, for what goes together or how many"
    OBSERVED_LOW = "observed_low", "Low: observational, and not of people as they came"
    ACCURACY = "accuracy", "High: of a test’s accuracy"


LOW_STARTS = frozenset({Start.NRS, Start.OBSERVED_LOW})


class DesignGroup(Words):
    """Which designs are graded and pooled together."""

    RANDOMISED = "randomised"
    OTHER = "other", "not randomised"


class DesignFacts(NamedTuple):
    """What follows from a design.

    `ocebm` is the level for the benefit of a treatment, None where there is none;
    `tools` names instruments.
    """

    ocebm: int | None
    tools: tuple[str, ...] = ()


RANDOMISED = frozenset(
    {
        Design.RCT,
        Design.WITHIN_PERSON_RCT,
        Design.CROSSOVER_RCT,
        Design.CLUSTER_RCT,
    }
)
REVIEWS = frozenset(
    {
        Design.SYSTEMATIC_REVIEW,
        Design.META_ANALYSIS,
        Design.NETWORK_META_ANALYSIS,
    }
)
# People compared with themselves, and people allocated together: not independent.
PAIRED = frozenset(
    {
        Design.WITHIN_PERSON_RCT,
        Design.CROSSOVER_RCT,
        Design.SPLIT_FACE_NONRANDOMISED,
    }
)
CLUSTERED = frozenset({Design.CLUSTER_RCT})
PRECLINICAL = frozenset({Design.ANIMAL, Design.IN_VITRO, Design.IN_SILICO})
# GRADE rates nothing of these for people, whatever they report.
UNRATED = PRECLINICAL | {
    Design.NARRATIVE_REVIEW,
    Design.GUIDELINE,
    Design.OPINION,
    Design.PROTOCOL,
    Design.QUALITATIVE,
}
_RATE_THE_BODY = DesignFacts(1, ("AMSTAR 2",))
_NOTHING = DesignFacts(None)

FACTS: dict[Design, DesignFacts] = {
    **dict.fromkeys(REVIEWS, _RATE_THE_BODY),
    Design.RCT: DesignFacts(2, ("RoB 2",)),
    Design.WITHIN_PERSON_RCT: DesignFacts(2, ("RoB 2 crossover",)),
    Design.CROSSOVER_RCT: DesignFacts(2, ("RoB 2 crossover",)),
    Design.CLUSTER_RCT: DesignFacts(2, ("RoB 2 cluster",)),
    Design.NON_RANDOMISED_TRIAL: DesignFacts(3, ("ROBINS-I", "JBI quasi-experimental")),
    Design.SPLIT_FACE_NONRANDOMISED: DesignFacts(
        3, ("ROBINS-I", "JBI quasi-experimental")
    ),
    Design.INTERRUPTED_TIME_SERIES: DesignFacts(3, ("ROBINS-I",)),
    Design.COHORT: DesignFacts(3, ("ROBINS-I", "JBI cohort", "Newcastle–Ottawa")),
    Design.CASE_CONTROL: DesignFacts(4, ("JBI case-control", "Newcastle–Ottawa")),
    Design.CROSS_SECTIONAL: DesignFacts(4, ("JBI cross-sectional", "Newcastle–Ottawa")),
    Design.SINGLE_ARM_TRIAL: DesignFacts(
        4, ("JBI quasi-experimental", "JBI case series")
    ),
    Design.CASE_SERIES: DesignFacts(4, ("JBI case series",)),
    Design.CASE_REPORT: DesignFacts(4, ("JBI case report",)),
    **dict.fromkeys(PRECLINICAL, DesignFacts(5)),
    Design.NARRATIVE_REVIEW: DesignFacts(5),
    Design.GUIDELINE: DesignFacts(5),
    Design.OPINION: DesignFacts(5),
    Design.PROTOCOL: _NOTHING,  # holds no result
    Design.SECONDARY_ANALYSIS: _NOTHING,  # as its parent study
    Design.QUALITATIVE: _NOTHING,
    Design.DIAGNOSTIC_ACCURACY: DesignFacts(None, ("QUADAS-2",)),
    Design.NOT_STATED: _NOTHING,
}


def design_group(
    design: str,
    allocation: str = Allocation.NOT_STATED,
    pooled: Collection[str] = (),
) -> DesignGroup | None:
    """The designs a result is graded with; None where GRADE rates nothing of it.

    ``pooled`` are the designs that a review's estimate pools: a review is of the group
    it pooled, and not randomised where that is mixed or unknown. Alternate or
    systematic allocation counts as not randomised, whatever the report calls itself; a
    secondary analysis is randomised where its allocation says so. Raises ValueError
    for an unknown design or allocation.
    """
    design, allocation = Design(design), Allocation(allocation)
    if design in UNRATED:
        return None
    if design in REVIEWS:
        randomised = bool(pooled) and RANDOMISED.issuperset(pooled)
    elif design is Design.SECONDARY_ANALYSIS:
        randomised = allocation is Allocation.RANDOM
    else:
        randomised = design in RANDOMISED and allocation in (
            Allocation.RANDOM,
            Allocation.NOT_STATED,
        )
    return DesignGroup.RANDOMISED if randomised else DesignGroup.OTHER


# --- Hints from a title or abstract -------------------------------------------


@dataclass(frozen=True)
class DesignHint:
    """A suggested design with the words that suggested it, for a person to confirm."""

    design: Design
    words: tuple[str, ...] = ()


_SIDE = r"split.?(face|body|mouth|side|scalp)|half.?(face|side)"
_SKIN = r"\b(cultured|primary) (human )?(keratinocytes|fibroblasts|cells)\b"
_SELF = rf"\b({_SIDE}|intra.?individual|within.?(person|subject|patient))"
_ANIMALS = (
    r"\b(mice|mouse|murine|rats?|rabbits?|guinea.?pigs?|zebrafish|porcine|canine"
    r"|animal model|hairless)\b"
)
_RANDOMISED = r"\brandomi[sz]\w*"

# Tried in this order, the first whose patterns all match wins: reviews name the
# designs they review, and "non-randomised" holds "randomised".
_HINTS: tuple[tuple[Design, tuple[str, ...]], ...] = (
    (
        Design.GUIDELINE,
        (
            r"\b(clinical practice )?guidelines?\b"
            r"|\bconsensus (statement|recommendations?)\b"
            r"|\bposition (paper|statement)\b",
        ),
    ),
    (
        Design.PROTOCOL,
        (r"\b(study|trial|review) protocol\b|\bprotocol for (a|an|the)\b",),
    ),
    (Design.NETWORK_META_ANALYSIS, (r"\bnetwork meta.?analys\w*",)),
    (Design.META_ANALYSIS, (r"\bmeta.?analys[ei]s\b|\bmeta.?analytic",)),
    (
        Design.SYSTEMATIC_REVIEW,
        (r"\bsystematic(ally)? (literature )?review\w*|\b(rapid|umbrella) review",),
    ),
    # It maps what was written and sums up no effect; its studies' designs are not its.
    (Design.NARRATIVE_REVIEW, (r"\bscoping review",)),
    (
        Design.IN_SILICO,
        (r"\bin silico\b|\bmolecular docking\b|\bnetwork pharmacology\b",),
    ),
    (
        Design.IN_VITRO,
        (
            rf"\bin vitro\b|\bcell lines?\b|{_SKIN}|\bex vivo\b"
            r"|\breconstructed (human )?(epidermis|skin)\b|\bHaCaT\b",
        ),
    ),
    (Design.ANIMAL, (_ANIMALS,)),
    (
        Design.NON_RANDOMISED_TRIAL,
        (
            r"\bnon.?randomi[sz]ed\b|\bquasi.?experiment\w*"
            r"|\bquasi.?randomi[sz]ed\b|\bcontrolled before.?(and.?)?after\b",
        ),
    ),
    (Design.SECONDARY_ANALYSIS, (r"\b(post.?hoc|secondary|pooled) analysis\b",)),
    (Design.WITHIN_PERSON_RCT, (_RANDOMISED, _SELF)),
    (
        Design.CLUSTER_RCT,
        (r"\bcluster.?randomi[sz]ed\b|\brandomi[sz]ed cluster\b",),
    ),
    (Design.CROSSOVER_RCT, (_RANDOMISED, r"\bcross.?over\b")),
    (
        Design.RCT,
        (
            r"\brandomi[sz]ed\b(?! selected)(?! sampl)"
            r"|\brandomly (assigned|allocated)\b|\brandomi[sz]ation\b",
        ),
    ),
    (Design.SPLIT_FACE_NONRANDOMISED, (r"\bsplit.?(face|body|side|scalp)\b",)),
    (Design.CASE_CONTROL, (r"\bcase.?control(led)?\b",)),
    (
        Design.CROSS_SECTIONAL,
        (r"\bcross.?sectional\b|\bprevalence (survey|study)\b",),
    ),
    (Design.INTERRUPTED_TIME_SERIES, (r"\binterrupted time.?series\b",)),
    (
        Design.CASE_SERIES,
        (
            r"\bcase series\b|\bseries of \w+ (cases|patients)\b"
            r"|\bretrospective chart review\b",
        ),
    ),
    (Design.CASE_REPORT, (r"\bcase reports?\b|\ba case of\b",)),
    (
        Design.COHORT,
        (
            r"\bcohort\b|\bprospective (observational|follow.?up)\b"
            r"|\blongitudinal\b|\bregistry\b",
        ),
    ),
    (
        Design.SINGLE_ARM_TRIAL,
        (
            r"\bsingle.?arm\b|\bopen.?label\b|\buncontrolled\b"
            r"|\bbefore.?(and.?)?after\b|\bpre.?post\b",
        ),
    ),
    (
        Design.DIAGNOSTIC_ACCURACY,
        (r"\bdiagnostic accuracy\b|\bsensitivity and specificity\b",),
    ),
    (
        Design.QUALITATIVE,
        (r"\bqualitative (study|interviews?|research)\b|\bfocus groups?\b",),
    ),
    (
        Design.NARRATIVE_REVIEW,
        (r"\b(narrative |literature |state.of.the.art )?review\b|\boverview\b",),
    ),
    (
        Design.OPINION,
        (r"\b(editorial|commentary|letter to|perspective|viewpoint|opinion)\b",),
    ),
)
_COMPILED = [
    (design, [compile_late(pattern, re.IGNORECASE) for pattern in patterns])
    for design, patterns in _HINTS
]


def speaks_of_animals(*texts: str) -> bool:
    """Whether words name animals, as a study of people seldom does."""
    return bool(re.search(_ANIMALS, " ".join(texts), re.IGNORECASE))


def suggest_design(title: str, abstract: str = "") -> DesignHint:
    """The design that the words of a title, else of an abstract, suggest.

    A hint only: `not_stated` without any words that tell.
    """
    for text in (title, abstract):
        for design, patterns in _COMPILED:
            matches = [pattern.search(text) for pattern in patterns]
            if all(matches):
                words = tuple(match.group(0) for match in matches if match)
                return DesignHint(design, words)
    return DesignHint(Design.NOT_STATED)
