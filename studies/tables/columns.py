"""What a column of a results table can be, and the words by which its head says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studies.tables.cells import measure_in
from studies.tables.kinds import Kind, hint_in
from studies.tables.unkept import LOGARITHM, unkept_effect
from texts.late_patterns import compile_late
from texts.words import Words


class Role(Words):
    """What a column of a results table is."""

    OUTCOME = "outcome"
    FACTOR = "factor", "what an effect is of"
    TIME = "time"
    MEASURE = "measure", "the effect measure of each row"
    STUDY = "study"
    YEAR = "year", "the study's year"
    IDENTIFIER = "identifier", "the study's DOI or PMID"
    ARM = "arm", "an arm"
    COMPARISON = "comparison", "arms compared"
    STATED = "stated", "stated of the row’s results"
    OUT = "out", "left out"


class Part(Words):
    """Which number of an arm or of a comparison a column holds, or what it states.

    What is stated of a row's results is called as their column is.
    """

    WHOLE = "whole", "all in one cell"
    EVENTS = "events"
    TOTAL = "total", "people"
    PERCENT = "percent", "%"
    MEAN = "mean"
    SD = "sd", "SD"
    SE = "se", "SE"
    MEAN_CI = "mean_ci", "interval of the mean"
    PERSON_TIME = "person_time", "person-time"
    MEDIAN = "median"
    Q1 = "q1", "lower quartile"
    Q3 = "q3", "upper quartile"
    ESTIMATE = "estimate"
    ESTIMATE_SE = "estimate_se", "SE of the estimate"
    CI_LOW = "ci_low", "interval from"
    CI_HIGH = "ci_high", "interval to"
    P = "p"
    SUBGROUP = "subgroup"
    PLANNED = "subgroup_planned", "whether it was planned"
    DOSE = "dose"
    CLUSTER_SIZE = "cluster_size", "people in a cluster"
    ICC = "icc", "intracluster correlation"
    TRUE_POSITIVES = "true_positives", "true positives"
    FALSE_POSITIVES = "false_positives", "false positives"
    FALSE_NEGATIVES = "false_negatives", "false negatives"
    TRUE_NEGATIVES = "true_negatives", "true negatives"
    SENSITIVITY = "sensitivity"
    SPECIFICITY = "specificity"
    REFERENCE = "reference_standard", "reference standard"
    ADJUSTED_FOR = "adjusted_for", "what it is adjusted for"


IN_WORDS = frozenset(
    {Part.SUBGROUP, Part.PLANNED, Part.DOSE, Part.REFERENCE, Part.ADJUSTED_FOR}
)


@dataclass(frozen=True)
class Column:
    """What a column holds, as its head says or a person said instead.

    ``kind``, ``measure``, ``adjusted`` and ``level`` are what the head's words say its
    cells are; ``size`` the people in it; ``against`` the arm that an effect is against
    where the table has no arms, as in "Examplin versus placebo"; ``is_said`` whether a
    person said how its arm is called.
    """

    printed: str
    role: Role
    arm: str = ""
    part: Part = Part.WHOLE
    size: int | None = None
    time: str = ""
    kind: Kind | None = None
    measure: str = ""
    adjusted: str = ""
    level: float | None = None
    against: str = ""
    is_said: bool = False

    @property
    def named(self) -> str:
        """The lowest words of its head: "B" of "Coefficients · B"."""
        return self.printed.split(" · ")[-1]

    @property
    def in_percent(self) -> bool:
        """Whether its head says that its effects are in per cent."""
        return self.of_people == 100

    @property
    def of_people(self) -> int | None:
        """Of how many people its head says that its effects are; None where of none."""
        words = INTERVAL.sub("", self.printed)
        if many := _OF_MANY.search(words):
            return 10 ** int(sum(map(str.isdigit, many[1])) - 1) if many[1] else 1000
        return 100 if "%" in words or _POINTS.search(words) else None


_OF_MANY = re.compile(
    r"(?:\bper|/|\bin) ?(?:a )?(?:(10{0,2}[ ,.\u202f\xa0]0{3}|10{2,5})\b|thousand\b)"
    r"(?! ?(?:person|patient|woman|child)s?[- ](?:year|month|day))|‰",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:percentage|percent|per cent)[- ]points?\b|\bpp\b", re.I)
INTERVAL = re.compile(r"[0-9]{2}(?:[.,][0-9])? ?% ?(?:-?CI|confidence)", re.I)


def is_numbered(column: Column) -> bool:
    """Whether the cells of a column hold numbers of a result."""
    if column.role == Role.STATED:
        return column.part not in IN_WORDS
    return column.role in (Role.ARM, Role.COMPARISON)


# A rate is what events and person-time make, and no number of its own.
RATE = (
    r"(?:%[ ,]*(?:per|/) ?(?:(?:person|patient)[- ]?)?(?:year|yr|y|month|mo)\b.*)|"
    r"(?:(?:crude |annuali[sz]ed |mean |incidence |event |exacerbation )*rates?"
    r"|(?:no\. of |number of )?(?:events?|cases)|incidence|IR)?[ ,(/]*(?:per )?"
    r"(?:1[ ,.]?0{1,2}|1[ ,.]?000|10[ ,.]?000|100[ ,.]?000)[ -]?"
    r"(?:(?:person|patient|catheter|bed)s?[- ]?(?:years?|yrs?|months?|days?)"
    r"|p(?:erson|t)?-?y(?:rs?)?)\b.*"
)
_OF_TEST = r"(?-i:[tTzZF]|[χX][2²]?)(?:[- ](?:values?|statistics?))?"
_NAMES: tuple[tuple[Role, str], ...] = (
    (
        Role.STUDY,
        r"(?:included |first )?(?:stud(?:y|ies)|trials?|authors?|source|reference)"
        r"(?: or subgroup)?"
        r"(?:[ ,/(&-]+(?:and )?(?:year|author|id|name|date)\)?)*",
    ),
    (
        Role.OUTCOME,
        r"(?:primary |secondary |clinical )?(?:outcomes?|endpoints?|end points?"
        r"|dependent variables?"
        r"|variables?|measures?|parameters?|characteristics?|events?/outcomes?)"
        r"(?: measures?)?",
    ),
    (
        Role.TIME,
        r"time(?:[ -]?points?)?|visit|(?:treatment )?cycle|follow-?up(?: time)?|when"
        r"|(?:study )?(?:days?|weeks?|months?|hours?)"
        r"|assessment",
    ),
    (
        Role.FACTOR,
        r"(?:potential |risk |prognostic )?(?:predictors?|factors?|covariates?"
        r"|exposures?|regressors?|model terms?|terms?)|(?:independent|explanatory"
        r"|predictor) variables?|contrasts?|comparisons?",
    ),
    (
        Role.MEASURE,
        r"(?:effect|summary|association) (?:measure|metric|type)"
        r"|(?:type|measure) of (?:effect|association)(?: measure)?|metric",
    ),
    (Role.IDENTIFIER, r"doi|pmid|pubmed(?: id)?"),
    (Role.YEAR, r"(?:publication )?year(?: of publication)?"),
    (
        Role.OUT,
        r"(?:n|no\.?|sample size)[ ,]*\([IETC]/[CP]\)"
        r"|(?:mean|median) follow-?up(?:[ ,(].*)?|pooled sem?|sed|lsd|certainty(?: .*)?"
        r"|(?:no\.?|number|№|n) of (?:participants|patients|people) \(studies\)"
        r"|(?:certainty|quality) of (?:the )?evidence(?: .*)?"
        r"|weight(?: ?,? ?\(?%\)?)?|quality|risk of bias|(?:study )?design|country"
        r"|setting|(?:mean |median )?age(?: .*|,.*)?|(?:% ?|n )?(?:fe)?males?(?: .*)?"
        r"|p(?:[ -]values?)?[ ,(]+(?:within\b|intra\b|for within"
        r"|(?:vs\.?|versus|from|compared (?:to|with)) "
        r"(?:the )?baseline).*|(?:within|intra)[- ](?:group|arm) p(?:[ -]values?)?"
        r"|duration(?: .*)?|(?:posterior )?probability(?: .*)?|comments?"
        r"|(?:non-?inferiority|equivalence|superiority)[ -](?:margin|bound|limit).*"
        r"|.*\bp(?:[ -]values?)?,?[ -](?:for[ -])?(?:trend|interaction|heterogeneity"
        r"|non-?inferiority|equivalence"
        r"|time|linearity|group.{1,3}time)|[pn]lr"
        r"|(?:no\.?|numbers?|n|#) of (?:studies|trials|rcts|comparisons"
        r"|reports)|[np]pv(?:[ ,(].*)?|auc(?:[ ,(].*)?"
        r"|accuracy(?:[ ,(].*)?|(?:cut-?offs?|thresholds?)(?:[ ,(].*)?"
        r"|(?:positive|negative) (?:predictive values?|likelihood ratios?)(?: .*)?"
        r"|(?=.*\b(?:period|carry-?over|sequence)\b).*\bp\b.*"
        r"|(?-i:I)(?:[ ,(]*%\)?)?|effect sizes?[ (]+r\)?"
        r"|LR ?[+−–-]|DOR|nnt[bh]?(?: .*)?"
        r"|numbers? needed to (?:treat|harm)(?: .*)?|units?|i ?\^?[²2](?:[ ,(]*%\)?)?|k"
        r"|cases ?/ ?(?:controls?|non-?cases)|t[pn] ?/ ?\(.*\)"
        r"|(?:no\. of )?events ?/ ?participants"
        r"|(?:\w+ )?(?:[×x*]|by) (?:\w+ )?(?:interaction )?(?-i:[Ft])(?: ?\(.*\))?"
        r"|heterogeneity|chi-?squared?(?: .*)?|(?:test )?statistics?"
        r"|(?:no|non|without)[- ]?events?|wald(?: .*)?|vif|tolerance|aic|bic"
        r"|(?:adjusted )?R-?squared"
        r"|(?:effect size[ ,(]+)?(?:partial )?(?:ηp?|eta[- ]squared|ω|cohen'?s f)[p2²]*"
        r"|const(?:ant)?"
        rf"|{RATE}|(?:[tfz]|χ)[- ](?:values?|statistics?|scores?|ratios?)|vi|variance"
        rf"|{_OF_TEST}(?: ?(?:/|or) ?{_OF_TEST})+(?:[- ](?:values?|statistics?))?|χ2"
        r"|(?-i:t|z|df|F|d|χ|U)(?: ?\((?:df|[0-9., ]+)\))?",
    ),
)
_NAMED = tuple((role, compile_late(words, re.I)) for role, words in _NAMES)
_OF_CI = r"(?:(?:95 ?% ?)?(?:ci|conf(?:idence)?\.?)[ _.:,-]*|95 ?% ?)?"
_LIMIT = r"(?:[ _.-](?:limit|ci|bound|95 ?%(?: ?ci)?|95))*"
_MODEL = (
    r"(?:un-?standardi[sz]ed |regression |adjusted |crude |fixed[- ]effects? )*"
    r"(?:coefficients?|coeff?s?\.?|betas?|slopes?|β)(?:[ ,]*\(?[bβ]\)?)?"
)
_COEFFICIENT = re.compile(
    rf"(?:standardi[sz]ed )?{_MODEL}(?:[ ,]*\(?(?:[0-9]{{2}} ?% ?ci|sem?)\)?)?", re.I
)
_STANDARDISED = re.compile(r"(?<!un)(?<!un-)standardi[sz]ed|\b(?:beta|β)", re.I)
_LOGARITHM = re.compile(LOGARITHM, re.I)
_SPREAD = re.compile(
    r"(?<=\w)[ ,]*[(\[±]? ?"
    r"(?:sem?|s\.e\.|std\.? ?err(?:or)?\.?|standard errors?)[)\]]?$",
    re.I,
)
_COMPARING: tuple[tuple[Part, str], ...] = (
    (
        Part.P,
        r"(?:.*[ ,:(])?p[ .-]?(?:values?)?\)?[ *]*"
        r"(?:[(,:>] ?.*|(?:for )?(?:difference|overall"
        r"|between(?:[ -](?:groups?|arms|treatments))?)"
        r"|.*\b(?:vs\.?|versus)\b.*)?|sig(?:nificance|\.)?(?: \(.*\))?|pr ?\(.*\)"
        r"|p[ -]?(?:werte?|waarden?|värde|verdi|værdi)|val(?:eur|or|ore) (?:de |di )?p"
        r"|p ?值",
    ),
    (
        Part.CI_LOW,
        rf"{_OF_CI}(?:low(?:er)?{_LIMIT}|l[cl][il]?)|ci[ _.-]?l(?:b|o)?|2\.5 ?%",
    ),
    (
        Part.CI_HIGH,
        rf"{_OF_CI}(?:(?:high|upp)(?:er)?{_LIMIT}|u[cl][il]?)"
        r"|ci[ _.-]?(?:ub?|hi)|97\.5 ?%",
    ),
    (Part.WHOLE, rf"{_MODEL}|est\.?|standardi[sz]ed {_MODEL}|exp ?\(? ?[bβ] ?\)?"),
    (
        Part.WHOLE,
        r"mean (?:change|reduction|increase)s?(?: from baseline)?[ ,(]+[0-9]{2} ?% ?ci"
        r"|(?:between[- ]group |treatment |mean |absolute |adjusted |crude |relative "
        r"|pooled |estimated )*(?:effect(?: size| estimate)?|diff(?:erence|\.)?"
        r"|estimate|comparison|contrast|ratio)s?(?: between (?:groups|arms))?"
        r"|(?:Δ|incremental|increment|net (?:effect|change))(?:[ ,(].*)?"
        r"|\[?[0-9]{2}(?:\.0)? ?% ?"
        r"(?:ci|conf(?:idence|\.)? ?(?:interval|limit)|cl)s?\]?",
    ),
)
_COMPARED = tuple((part, compile_late(words, re.I)) for part, words in _COMPARING)
WITH_EVENT = (
    r"(?:(?:(?:numbers?|no\.?|n) (?:of )?)?"
    r"(?:patients|participants|people|subjects)|numbers?|no\.?|n) "
    r"with (?:an |the |any )?events?"
)
_PARTS: tuple[tuple[Part, str], ...] = (
    (Part.PERCENT, r"%|percent(?:age)?|per cent|\(%\)|rate \(%\)"),
    (
        Part.EVENTS,
        r"events?|n events|(?:numbers?|no\.?|n) of (?:events|deaths)|cases|deaths|r"
        rf"|{WITH_EVENT}",
    ),
    (
        Part.TOTAL,
        r"total|n total|people|patients|participants|sample size|size|analysed"
        r"|randomi[sz]ed|no\.? of (?:patients|participants|people)|denominator"
        r"|(?:numbers?|no\.?|n) (?:analy[sz]ed|randomi[sz]ed|assessed|evaluated)",
    ),
    (Part.MEAN, r"means?"),
    (Part.SD, r"sd|s\.d\.|(?:standard|std\.?) ?dev(?:iations?)?\.?|\(sd\)|± ?sd"),
    (
        Part.SE,
        r"sem?|s\.e\.m?\.?|(?:robust )?(?:standard|std\.?) ?err(?:ors?)?\.?"
        r"(?:(?: of the)? mean)?|\(sem?\)|± ?sem?",
    ),
    (
        Part.PERSON_TIME,
        r"(?:person|patient)[- ](?:time|years?|months?|days?)(?: [^(].*)?"
        r"|p(?:erson|atient|t)?[- ]?y(?:r?s?)",
    ),
    (Part.MEDIAN, r"medians?"),
    (Part.Q1, r"q1|25(?:th)?(?: ?%| percentile)?|lower quartile|p25"),
    (Part.Q3, r"q3|75(?:th)?(?: ?%| percentile)?|upper quartile|p75"),
)
_PARTS_OF = tuple((part, compile_late(words, re.I)) for part, words in _PARTS)


_WITH_INTERVAL = (
    r"(?:[ ,]*\(?(?:%|n ?/ ?N|[0-9]{2} ?% ?(?:ci|confidence interval)s?)\)?)*"
)
_STATED: tuple[tuple[Part, str], ...] = (
    (Part.SUBGROUP, r"sub-?groups?(?: of patients| name)?|strat(?:um|a)"),
    (
        Part.PLANNED,
        r"(?:subgroup )?(?:pre-?)?(?:planned|specified)\??|planned subgroup\??",
    ),
    (Part.DOSE, r"(?:daily |total |study )?(?:dose|dosage)s?(?: \(.*\))?"),
    (
        Part.CLUSTER_SIZE,
        r"(?:mean |average )?cluster size|(?:people|participants) per cluster",
    ),
    (
        Part.ICC,
        r"icc|intra-?(?:class|cluster) correlation(?: coefficient)?(?: \(.*\))?",
    ),
    (Part.TRUE_POSITIVES, r"tp|true[- ]positives?"),
    (Part.FALSE_POSITIVES, r"fp|false[- ]positives?"),
    (Part.FALSE_NEGATIVES, r"fn|false[- ]negatives?"),
    (Part.TRUE_NEGATIVES, r"tn|true[- ]negatives?"),
    (Part.SENSITIVITY, rf"sens(?:itivity|\.)?{_WITH_INTERVAL}"),
    (Part.SPECIFICITY, rf"spec(?:ificity|\.)?{_WITH_INTERVAL}"),
    (Part.REFERENCE, r"(?:reference|gold) (?:standard|test)"),
    (
        Part.ADJUSTED_FOR,
        r"adjust(?:ed|ment)s? for|(?:variables|factors|covariates|confounders)"
        r" adjusted(?: for)?|adjustment (?:variables|factors|covariates)|adjustments?",
    ),
)
_STATED_AS = tuple((part, re.compile(words, re.I)) for part, words in _STATED)
STATED = frozenset(part for part, _ in _STATED)


def part_stated(words: str) -> Part | None:
    """What a head says its column states of results: "TP", "ICC", "Subgroup"."""
    bare = words.strip(" :")
    return next((part for part, named in _STATED_AS if named.fullmatch(bare)), None)


def role_named(words: str) -> Role | None:
    """The role that a head names by its usual word: "Outcome", "Study", "DOI"."""
    bare = words.strip(" :")
    return next((role for role, named in _NAMED if named.fullmatch(bare)), None)


def role_fits(
    role: Role, number: int, has_data: bool, *, is_under_another: bool
) -> bool:
    """Whether a column in that place may be of a role; labels stand first.

    "Follow-up" under the name of an arm is a time of that, and no column of times.
    """
    if role == Role.FACTOR and has_data:
        return False
    if role == Role.TIME and is_under_another:
        return False
    if role == Role.OUTCOME and not has_data:
        return True
    return number < 3 or role in (Role.OUT, Role.TIME, Role.MEASURE)


def part_compared(words: str) -> Part | None:
    """Which part of a comparison a head names; None for none."""
    bare = words.strip(" :()")
    for part, pattern in _COMPARED:
        if pattern.fullmatch(bare) or pattern.fullmatch(_SPREAD.sub("", bare)):
            return part
    if unkept_effect(bare) and not part_of_arm(bare):
        return Part.WHOLE
    if measure_in(bare) or is_logarithm(bare) or is_difference(bare):
        return Part.WHOLE
    with_interval = re.search(r"[0-9]{2} ?% ?(?:CI\b|conf)", bare, re.I)
    return Part.WHOLE if with_interval and hint_in(bare) is None else None


_DIFFERENCE = re.compile(
    r"\b(?:differen(?:ce|ces|z|za|zen)|différences?|diferencia|diferença|verschil|skillnad|forskjell|forskel|różnica"
    r"|incremental?|diff)\b|Δ"
    r"|\w − \w|\w [–-] (?:placebo|control|usual|sham)\b|\w minus \w",
    re.I,
)


def is_difference(words: str) -> bool:
    """Whether a head names a difference: "Between-group difference", "Differenz"."""
    return bool(_DIFFERENCE.search(words))


_RELATIVE = re.compile(
    r"(?:%|\bper ?cent(?:age)?|\brelative|\bproportional)[ -]differences?\b", re.I
)


def is_relative(words: str) -> bool:
    """Whether a head names a difference that may be of a ratio: "% difference"."""
    return bool(_RELATIVE.search(words))


_TWO_MEASURES = re.compile(
    r"\b(?:ratios?|relative risks?)\b.*(?:\bor\b|\band\b|/).*\bdifference"
    r"|\bdifferences?\b.*(?:\bor\b|\band\b|/).*\b(?:ratio|relative risk)",
    re.I,
)


def is_of_two(words: str) -> bool:
    """Whether a head names two measures: "Hazard ratio or difference"."""
    return bool(_TWO_MEASURES.search(words))


def is_coefficient(words: str) -> bool:
    """Whether a head names a coefficient of a model: "Coefficient", "β (95 % CI)"."""
    return bool(_COEFFICIENT.fullmatch(words.strip(" :")))


def is_standardised(words: str) -> bool:
    """Whether a head names coefficients per standard deviation, as "Beta" does."""
    return bool(_STANDARDISED.search(words))


def is_logarithm(words: str) -> bool:
    """Whether a head names the logarithm of a ratio: "log[Risk Ratio]", "ln OR"."""
    return bool(_LOGARITHM.search(words))


def part_of_arm(words: str) -> Part | None:
    """Which number of an arm a head names by itself: "SD", "Events"."""
    if words in ("M", "Mdn"):
        return Part.MEAN if words == "M" else Part.MEDIAN
    if words in ("n", "N", "No.", "no.", "No"):
        return Part.EVENTS if words in ("n", "no.") else Part.TOTAL
    return next((part for part, named in _PARTS_OF if named.fullmatch(words)), None)
