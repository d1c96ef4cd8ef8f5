"""The first cell of a row: an outcome and its time, a total, a study.

"Pain (VAS) at 12 weeks, mean (SD)" is the outcome "Pain (VAS)" at "12 weeks".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from studies.effects import Measure
from studies.tables.cells import measure_in, without_marks
from studies.tables.kinds import Kind, hint_in
from studies.tables.numbers import plain
from studies.tables.times import capitalised, time_in
from studies.words import AnalysisSet
from texts.late_patterns import compile_late
from texts.words import Words


class RowKind(Words):
    """What a row of a results table is."""

    DATA = "data", "numbers"
    SECTION = "section", "a heading for the rows below it"
    SIZE = "size", "how many people are in each arm"
    TOTAL = "total", "a total row"
    P = "p", "a p-value by itself"
    PART = "part", "read with the row above it"
    CONSTANT = "constant", "the constant of a model"
    HEAD = "head", "the head once more"
    NOTE = "note", "a note under the table"
    EMPTY = "empty", "nothing stated"


@dataclass(frozen=True)
class Label:
    """What the words of a row's first cell say."""

    printed: str
    name: str
    time: str = ""
    kind: Kind | None = None
    is_change: bool = False
    row: RowKind = RowKind.DATA
    share_changed: str = ""  # ", % change" of "Percent change"


_TOTAL = re.compile(
    r"(?:sub-?|grand )?totals?(?: ?[(\[].*[)\]]| events?(?:: .*)?| effects?)?|sum"
    r"|overall(?: ?[(\[].*[)\]]| effect.*)?|pooled(?: .*)?|all (?:studies|trials)"
    r"|combined|summary(?: .*)?|heterogeneity.*|test for .*|random[- ]effects? .*"
    r"|fixed[- ].*"
    r"|meta-analysis.*|i² .*|(?:total|overall) \(?(?:95 ?%|random|fixed).*",
    re.I,
)
P_ALONE = re.compile(
    r"p(?:[ -]values?)?"
    r"(?:[ -](?:for|vs\.?|versus|against|compared (?:with|to))[ -].*)?",
    re.I,
)
_SIZE = compile_late(
    r"n|no\.|(?:overall |total )?(?:no\.?|numbers?) (?:of )?(?:patients|participants"
    r"|people|subjects|women|men|children|randomi[sz]ed|analy[sz]ed)"
    # "with fever" would say which of them, and "in remission" too
    r"(?:[ ,(]+(?:randomi[sz]ed|analy[sz]ed|assessed|enrolled|included|evaluated"
    r"|evaluable|allocated|with (?:outcome )?data|at .*|n"
    r"|in (?:each|the|this) (?:group|arm|analysis|trial|study|set).*)[)]?)*"
    r"|units?: (?:participants|patients|subjects)"
    r"|(?:n|no\.?|numbers?) (?:randomi[sz]ed|analy[sz]ed|assessed|with data)"
    r"|(?:randomi[sz]ed|allocated|enrolled|analy[sz]ed),? ?\(?(?:n|no\.?)\)?"
    r"|(?:patients|participants|subjects|sample size)(?:,? ?\(?n\)?)?",
    re.I,
)
# What a register says of the numbers below an outcome, which names none.
_STATISTIC = re.compile(
    r"(?:arithmetic |least[- ]squares |LS )?(?:mean|median)(?: ?[(±,].*)?"
    r"|(?:no\.? of |number of )?(?:cases|events) ?(?:/|per) ?.*"
    r"|(?:no\.? of |number of )?cases(?:,? ?\(?n\)?)?|(?:person|patient)[- ]?years"
    r"|range|min(?:imum)?(?:[ ]?[-–,/][ ]?max(?:imum)?)?|max(?:imum)?|variance"
    r"|(?:std\.?|standard) (?:deviation|error)|[0-9]{2} ?% ?CI"
    r"|(?:(?:crude|annuali[sz]ed|incidence|event|mean) )*rates?\b.{0,12}\b(?:per|/) .*"
    r"|(?:number|count|measure type|units?)(?: of (?:participants|measure))?"
    r"(?::.*| ?\(.*\))?",
    re.I,
)
# "No. of events (%)" are of what stands over them.
_EVENTS_ALONE = re.compile(
    r"(?:(?:no\.?|numbers?|n|patients|participants|people|subjects) (?:of|with) "
    r"(?:(?:patients|participants|people|subjects) (?:with )?)?)?"
    r"(?:an? |the |≥ ?1 |at least (?:one|1) )?(?<!patients )events?"
    r"[ ,]*(?:n|no\.?)?[ ,]*(?:\(?%\)?)?",
    re.I,
)
# "Adjusted OR (95% CI)", "Model 2": which effect of an outcome, and not its name.
_MEASURE = (
    r"(?:(?-i:a?(?:OR|RR|HR|RD)|IRR|S?MD)"
    r"|(?:odds|risk|hazards?|rate|incidence rate) ratio|relative risk"
    r"|(?:risk|mean) difference)s?"
)
_WHICH = (
    r"(?:(?:un|[a-z]+[- ])?adjusted|crude|(?:uni|multi)varia(?:te|ble)(?:[- ]adjusted)?"
)
_CI = r"(?:CI|CrI|(?:confidence|credible) interval)"
_EFFECT = re.compile(
    rf"(?P<which>{_WHICH}|(?:fully |partially )?adjusted|model ?[0-9a-d])"
    rf"(?: model)?)?[ ,:]*(?:{_MEASURE}"
    r"(?: (?:vs\.?|versus|against|compared (?:with|to)) [^()\[\]]{1,60})?)?"
    rf"(?:[ ,]*[(\[]?[0-9]{{2}} ?% ?{_CI}[)\]]?)?",
    re.I,
)
# "HR for death (95% CI)": the effect of an outcome, both in one label.
_EFFECT_OF = re.compile(
    rf"(?:{_WHICH}) |adjusted )?{_MEASURE},? (?:for|of|on) (?P<of>[^\W\d_].*?)"
    rf"(?:(?<![ ,])[ ,]*[(\[]?[0-9]{{2}} ?% ?{_CI}[)\]]?)?",
    re.I,
)
# "Overall survival, HR (95% CI)"
_OF_EFFECT = re.compile(
    rf"(?P<of>[^\W\d_].*?)(?<![ ,;:–-])[ ,;:–-]+(?:{_WHICH}) |adjusted )?{_MEASURE}"
    rf"[ ,]*[(\[]?[0-9]{{2}} ?% ?{_CI}[)\]]?",
    re.I,
)
_ABBREVIATED = re.compile(r"[A-Za-z]{2,3}(?: ?[(\[]?[0-9]{2} ?% ?CI[)\]]?)?")
_BARE_DIFFERENCE = re.compile(
    rf"(?:(?:{_WHICH})|between[- ]groups?|absolute|treatment|estimated) )*differences?"
    r"(?: between (?:the )?(?:groups|arms|treatments))?"
    r"(?: (?:vs\.?|versus|against|from|compared (?:with|to)) (?P<other>(?!baseline)"
    r"[^()\[\],]{1,60}?))?[ ,]*(?:\(?%\)?)?"
    rf"(?:[ ,]*[(\[]?[0-9]{{2}} ?% ?{_CI}[)\]]?|[ ,]*\(?(?:SEM?|standard error)\)?)?",
    re.I,
)
_CHANGE_OF_OTHERS = re.compile(
    r"veränderung(?: .*)?|differenz|différence|changement|variation|diferenc?[ij]a"
    r"|cambio|mudança|variazione|Δ",
    re.I,
)
_CONSTANT = re.compile(r"\(?(?:constant|intercept|_cons)\)?", re.I)
_NOTE = re.compile(
    r"(?:[*†‡§¶#\u1d43-\u1dbf\u02b0-\u02b8]|[a-h][ .:)] ?[A-Z]|(?:notes?|abbreviations?"
    r"|source|data are|values are|(?:all )?adjusted for|ci|sd|nr|iqr|se)\b[ .:,=;])",
    re.I,
)
_TAIL = re.compile(
    r"[,;:]?[ ]*(?:[-–—][ ]*)?[(\[]?\b(?:n ?/ ?N|no\.? ?/ ?(?:total|no\.?)(?: no\.?)?"
    r"|n|[nN]o\.?|[nN]umber|[eE]vents?"
    r"|(?:[gG]eometric )?[mM]ean"
    r"|[mM]edian|MW|[mM]oyenne|[mM]édiane?|[mM]ediana|[mM][eé]dia|[gG]emiddelde"
    r"|[mM]edelvärde|[gG]jennomsnitt|[gG]ennemsnit|[śŚ]rednia"
    r"|M)?[ ,]*[(\[/]?[ ]*(?:±[ ]*)?"
    r"(?:(?<![0-9])(?<![0-9] )%|Q1[^()\[\]]*Q3|\bN\b|SD|SEM?|ET|D[SEP]|IQR|EI|RIC|range"
    r"|interquartile range"
    r"|(?:95 ?% ?)?CI|quartiles"
    r"|±[ ]*(?:SD|SEM?))[ )\]]*$"
)
# "Death — no. of patients/total no. (%)": how it was counted, not what.
_COUNTED_AS = re.compile(
    r"(?:[,;:][ ]*(?:[-–—][ ]*)?|[ ]+[-–—][ ]*|[ ]*[(\[])(?:no\.?|number|n) (?:of|with)"
    r" [^/(,;]+(?: ?/ ?(?:total )?(?:no\.?|number|n)\b\.?(?: of [^(,;]+)?)?[)\]]?"
    r"(?P<share>[ ]*[(\[]%[)\]])?$",
    re.I,
)
# "No. of deaths/no. at risk": what is counted, before among how many
_COUNTED_BEFORE = re.compile(
    r"(?:no\.?|numbers?|n) of (?!(?:patients|participants|people|subjects|events)\b)"
    r"(?P<of>[^/,;()]+?) ?/ ?(?:total|no\.?|number|n|patients|participants)\b"
    r"(?! ?[-0-9])[^(,;]*(?:\(%\))?",
    re.I,
)
_PER_PERSON_TIME = re.compile(
    r"[ ,;:–—-]*(?:\b(?:no\.?|n))?[ ,]*\(% ?(?:per|/) ?[^()]*\)$|"
    r"(?:[ ,;:–-]*\b(?:events?|cases|no\.?|n))?[ ]?/[ ]?"
    r"(?:person|patient)[- ]?(?:years?|months?|days?)$",
    re.I,
)
_SHARE_CHANGED = re.compile(
    r"(?:%|\b(?:per ?cent(?:age)?|relative|proportional|(?P<fold>fold)))[- ]changes?\b",
    re.I,
)
_CHANGE = re.compile(
    r"[,;:]?[ ]*[(\[]?(?<!\bno )(?<!\blittle )(?<!\bany )\b(?:mean )?"
    r"(?:change|changes(?= (?:in|of|from|since)\b))"
    r"(?: (?:in|of|from baseline(?: in)?))?\b[)\]]?[ ]*",
    re.I,
)
_ALONE = re.compile(
    r"[,;:]?[ ]*[(\[]?\b(?:(?:[gG]eometric )?[mM]ean"
    r"|[mM]edian|MW|[mM]oyenne|[mM]édiane?|[mM]ediana"
    r"|[mM]edelvärde|[gG]jennomsnitt|[gG]ennemsnit|[śŚ]rednia"
    r"|[mM][eé]dia|[gG]emiddelde|n|n ?/ ?N|[nN]o\.?|number)(?:\b|(?<=\.))[)\]]?$"
)
_INTERVAL_BEHIND = re.compile(
    rf"(?<![ ,])[ ,]*[(\[][0-9]{{2}} ?% ?{_CI}[)\]]$",
    re.I,
)
_INTERVAL = re.compile(rf"[(\[][0-9]{{2}} ?% ?{_CI}[)\]]", re.I)
_MEDIAN_BEFORE = re.compile(r"^median (?!nerve|raphe|sternotomy)(?=\w)", re.I)
# "Stay, median (range), days": its unit stands behind what its numbers are.
_ADJUSTED = re.compile(
    r"[,;:]?[ ]*\b(?:(?:LS|least[- ]squares?|(?:covariate[- ])?adjusted"
    r"|estimated(?: marginal)?|marginal)(?:[ ]?means?)?|LSM|EMM)$",
    re.I,
)
_WITHIN = re.compile(
    r"[,;][ ]*(?:(?:mean|median|n|[nN]o\.?)[ ]*[(\[±][^()\[\]]*[)\]]"
    r"|mean[ ]*±[ ]*(?:SD|SEM?))(?=[ ]*[,;])"
    r"|(?<=\w)[ ]*[(\[](?:IQR|SD|SEM?|range)[)\]](?=[ ]*[,;–—])"
)
_FROM_BASELINE = re.compile(
    r"[,;:]?[ ]*[(\[]?\b(?:from|since|versus|vs\.?|relative to|compared (?:with|to))"
    r"[ ]+(?:the )?baseline\b[)\]]?",
    re.I,
)
_SINCE_BASELINE = re.compile(
    r"[,;:]?[ ]*\bfrom (?:the )?baseline(?=[ ]+(?:up )?(?:to|until|through)\b)", re.I
)

_OF_WHAT = re.compile(r"^(?:in|of|for) (?=\w)", re.I)  # "Change to 6 weeks in pain"


_LETTER = re.compile(r"(?<=[)%])[a-h](?:,[a-h])*$")  # of a footnote: "n (%)d"


@lru_cache(maxsize=1_000)
def read_label(text: str) -> Label:
    """What a row's first cell says; any text is some label.

    Kept, for a row asks of the rows beside it too.
    """
    printed = " ".join(text.split())
    words, _ = without_marks(plain(printed))
    words = _LETTER.sub("", words)
    if is_of_analysis(words):
        return Label(printed, "")
    words = _SET_BEFORE.sub("", words)
    if _TOTAL.fullmatch(words):
        return Label(printed, words, row=RowKind.TOTAL)
    if P_ALONE.fullmatch(words):
        return Label(printed, words, row=RowKind.P)
    if _SIZE.fullmatch(words):
        return Label(printed, words, row=RowKind.SIZE)
    if _CHANGE_OF_OTHERS.fullmatch(words):
        return Label(printed, "", is_change=True)
    if _CONSTANT.fullmatch(words):
        return Label(printed, words, row=RowKind.CONSTANT)
    if _EFFECT.fullmatch(words) or _BARE_DIFFERENCE.fullmatch(words):
        is_se = hint_in(words) == Kind.MEAN_SE
        return Label(printed, "", kind=Kind.MEAN_SE if is_se else None)
    if effect := _EFFECT_OF.fullmatch(words) or _OF_EFFECT.fullmatch(words):
        return replace(read_label(effect["of"]), printed=printed, kind=None)
    if counted := _COUNTED_BEFORE.fullmatch(words):
        label = read_label(f"{counted['of']}, n/N")
        return replace(label, printed=printed)
    counted = _COUNTED_AS.search(words)
    kind = hint_in(words) or (Kind.PERCENT if counted and counted["share"] else None)
    if kind is None and _CHANGE.search(words) and _INTERVAL_BEHIND.search(words):
        kind = Kind.MEAN_CI
    bare = _TAIL.sub("", _COUNTED_AS.sub("", words)) if kind else words
    bare = _WITHIN.sub("", _ALONE.sub("", bare)) if kind else bare
    bare = _PER_PERSON_TIME.sub("", bare) or bare
    share = share_changed_in(bare)
    bare = _SHARE_CHANGED.sub("change", bare)
    is_change = bool(_CHANGE.search(bare))
    bare = _CHANGE.sub(" ", bare)
    bare = (_FROM_BASELINE if is_change else _SINCE_BASELINE).sub(" ", bare)
    time, rest = time_in(bare.strip())
    rest = _ALONE.sub("", _TAIL.sub("", rest)) if kind else rest
    rest = "" if _INTERVAL.fullmatch(rest) else _INTERVAL_BEHIND.sub("", rest) or rest
    rest = _OF_WHAT.sub("", rest) if is_change and time else rest
    is_unnamed = _STATISTIC.fullmatch(words) or _EVENTS_ALONE.fullmatch(words)
    name = "" if is_unnamed else _named(rest, share)
    return Label(printed, name, time, kind, is_change, share_changed=share)


_BEFORE_TIME = re.compile(
    r"\s(?:at|by|after|within|during|over|until|in)$"
)  # "Deaths at"
_SIZES_ALONE = re.compile(r"[(\[]?n ?[=:] ?[0-9][0-9 ,./;&and-]*[)\]]?", re.I)


def _named(words: str, share: str) -> str:
    """What was measured, of the words that say neither when nor how."""
    name = _SET_BEHIND.sub("", _ADJUSTED.sub("", words))
    name = _BEFORE_TIME.sub("", name.replace(" ,", ",").strip(" ,;:–—-"))
    name = "" if _SIZES_ALONE.fullmatch(name) else name
    name = capitalised(_MEDIAN_BEFORE.sub("", name))
    if share:
        name = name.removesuffix("%").strip(" ,(")  # "Percent change, %"
    return name + share if name else ""


def is_of_above(label: Label) -> bool:
    """Whether it is an effect of the outcome above it at the time of that.

    Hazards are compared over all of the time.
    """
    named = "" if label.name else effect_named(label.printed)
    return is_difference_alone(label.printed) or named not in ("", Measure.HR)


def share_changed_in(words: str) -> str:
    """What goes behind the name of what changed in per cent: ", % change"."""
    found = _SHARE_CHANGED.search(words)
    if found is None:
        return ""
    return ", fold change" if found["fold"] else ", % change"


def effect_named(label: str) -> str:
    """Which effect measure a row's label names.

    "HR" in "HR, beats per minute" and "ROM" in "Knee ROM" are none: short for one, it
    stands alone, beside what is adjusted, or before an interval.
    """
    words, _ = without_marks(plain(" ".join(label.split())))
    has_interval = re.search(r"[0-9]{2} ?% ?C[rI]", words)
    is_spelled = re.search(r"\b(?:ratio|difference|relative risk)\b", words, re.I)
    is_of = _EFFECT.fullmatch(words) or _EFFECT_OF.fullmatch(words)
    if has_interval or is_spelled or is_of:
        return measure_in(words)
    return ""


def effect_of(words: str) -> str:
    """What was measured, in words that name its effect too: "HR for death"."""
    found = _EFFECT_OF.fullmatch(words) or _OF_EFFECT.fullmatch(words)
    return found["of"] if found else ""


def is_difference_alone(label: str) -> bool:
    """Whether a label says "Difference (95% CI)", and not of what."""
    words, _ = without_marks(plain(" ".join(label.split())))
    return bool(_BARE_DIFFERENCE.fullmatch(_SET_BEFORE.sub("", words)))


_OTHER = re.compile(
    r"\b(?:vs\.?|versus|against|from|compared (?:with|to)) (?P<other>[^()\[\],]+)", re.I
)


def other_named(label: str, arms: Iterable[str]) -> str:
    """The arm that a label says effects are against: "Difference vs placebo"."""
    found = _OTHER.search(without_marks(plain(label))[0])
    named = found["other"].strip().lower() if found else ""
    return next((arm for arm in arms if arm.lower() == named), "")


def which_effect(label: str) -> str:
    """Which of several effects of an outcome a label names, by its model: "Model 2"."""
    found = re.search(r"\bmodel ?[0-9a-d]\b", label, re.I)
    return found[0] if found else ""


_ANALYSED = (
    (
        AnalysisSet.MODIFIED_ITT,
        r"\bm(?:odified )?[- ]?(?:ITT|intention[- ]to[- ]treat)\b",
    ),
    (AnalysisSet.ITT, r"\b(?:ITT|intention[- ]to[- ]treat|full analysis set|FAS)\b"),
    (
        AnalysisSet.PER_PROTOCOL,
        r"\bper[- ]protocol\b|\bPP(?= (?:set|population|analysis)\b|:|$)",
    ),
    (AnalysisSet.COMPLETERS, r"\bcompleters?\b"),
    (AnalysisSet.SAFETY, r"\bsafety (?:analysis )?(?:set|population)\b"),
)


_SET_BEFORE = re.compile(
    rf"^(?:{'|'.join(words for _, words in _ANALYSED)})"
    r"(?: (?:analysis|population|set))?:[ ]*",
    re.I,
)


_SET_BEHIND = re.compile(
    rf"(?:,? ?[(\[]|[,;:] ?)(?:{'|'.join(words for _, words in _ANALYSED)})"
    r"(?: (?:analysis|population|set))?[)\]]?$",
    re.I,
)


def analysis_set_in(text: str) -> str:
    """Which of those randomised a label says were analysed; empty where it does not."""
    found = (each for each, words in _ANALYSED if re.search(words, text, re.I))
    return str(next(found, ""))


def is_of_analysis(words: str) -> bool:
    """Whether words say nothing but which of those randomised were analysed."""
    return bool(_SET_BEFORE.fullmatch(f"{words.strip()}:"))


_INDISTINCT = compile_late(
    r"(?:others?|none|yes|no|any|all|unknown|missing|mild|moderate|severe|(?:wo)?men"
    r"|(?:a|pre)?symptomatic"
    r"|(?:left|right) (?:eyes?|sides?|ears?|arms?|legs?|knees?|hands?|foot|feet|hips?)"
    r"|adults|children|infants|adolescents|elderly|(?:young|old)er(?: people)?"
    r"|(?:(?:very )?much |slightly |somewhat |minimally |moderately |mildly |very )?"
    r"(?:improved|better|worse|worsened|unchanged|(?:dis)?satisfied)|no change|stable"
    r"|local|regional|distant|proximal|distal|central|peripheral|superficial|deep"
    r"|minor|major|early|late|acute|chronic|partial|complete|systemic"
    r"|same|neutral|excellent|good|fair|poor"
    r"|(?:fe)?males?|boys|girls|left|right|low|medium|high|never|former|current|always"
    r"|(?:any|all)[ -]grades?|grades?|class|stage"
    r"|(?:quart|tert|quint)ile|[QT](?=[0-5]))?"
    r"[ ]?(?:[<>≤≥]?[ ]?[0-9IV]+(?:[ ]?(?:[-–/]|to|or|and)[ ]?[0-9IV]+)?|[A-D])?"
    r"(?:[ ]?%|[ ](?:y|yo|years?|yrs?|months?|kg|mg"
    r"|or (?:more|less|older|younger|higher|worse|above|greater)))*",
    re.I,
)


_NAMES_NOTHING = re.compile(
    r"rates?|values?|percentages?|proportions?|outcomes?|variables?|measures?"
    r"|parameters?|end ?points?",
    re.I,
)


def is_indistinct(name: str) -> bool:
    """Whether a name says what it is of only with the heading over it: "Other"."""
    named = _INDISTINCT.fullmatch(name) or _NAMES_NOTHING.fullmatch(name)
    return bool(name and named)


_OF_PEOPLE = re.compile(
    r"\b(?:(?:wo)?men|(?:fe)?males?|boys|girls|adults|children|adolescents|elderly)\b"
    r"|[0-9] ?(?:years?|yrs?|y)\b|\b(?:years?|yrs?) (?:old|of age)\b|^[<>≤≥] ?[0-9]+$",
    re.I,
)


def is_of_people(name: str) -> bool:
    """Whether a name is that of some people: "Women", "≥65 y"."""
    return bool(_OF_PEOPLE.search(name))


_OF_START = re.compile(
    r"(?:mean |median |baseline |patients?.? |participants?.? |demographic |clinical )*"
    r"(?:age(?![-a-z ]* ?adjusted)|sex|gender|race|ethnicity|ethnic group"
    r"|marital status|education\w*"
    r"|(?:fe)?males?|(?:wo)?men|smok(?:er|ing)s?(?: status| history)?|height"
    r"|comorbidit(?:y|ies)|characteristics?|demographics?|medical history"
    r"|(?:disease|symptom) duration|duration of (?:disease|illness|symptoms|diabetes))"
    r"(?: (?:at (?:baseline|entry|enrol\w+|randomi[sz]ation|diagnosis)|group|sex"
    r"|and .*|of .*))?(?: ?[,(\[–—-][^:]*)?:?",
    re.I,
)


def is_of_start(label: str) -> bool:
    """Whether a label says what people were as they came: "Age, years", "Female sex".

    A table with one of these is, unless it says otherwise, of people at baseline.
    """
    return bool(_OF_START.fullmatch(" ".join(label.split())))


def are_of_start(labels: Iterable[str], rows: Iterable[Sequence[str]]) -> bool:
    """Whether rows say what people were; "Women" alone over rows does not."""
    return any(
        is_of_start(label) and (any(row[1:]) or not is_of_people(label))
        for label, row in zip(labels, rows, strict=False)
    )


def is_note(text: str) -> bool:
    """Whether a text alone in its row is a note, and no heading of rows."""
    return bool(_NOTE.match(text)) or len(text) > 120


_CONTROL = re.compile(
    r"placebo|control|sham|^conservative\b|usual care|^usual\b"
    r"|standard (?:care|treatment|of care)"
    r"|no (?:treatment|intervention|drug|vaccin\w+)|untreated|waiting|wait-?list"
    r"|comparator|vehicle|saline|unvaccinated|TAU\b|\b(?-i:CON|CTRL|CG)\b"
    r"|^0(?:[.,]0+)? ?(?:[mµμn]?g|mcg|m?l|iu|%|ppm|mmol)\b",
    re.I,
)


def is_control(name: str) -> bool:
    """Whether an arm is one that others are compared with, by its name."""
    return bool(_CONTROL.search(name))
