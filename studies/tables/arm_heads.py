"""The head of an arm's column: the arm's name, its people, and what its cells are.

"Examplin (n = 123), mean (SD)" is of the arm "Examplin", with 123 people; what stands
over several arms, as "Mean change from baseline", is said of each and names none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from studies.tables.columns import WITH_EVENT, Column, Part, Role, part_of_arm
from studies.tables.kinds import Kind, hint_in, is_in_percent
from studies.tables.labels import is_of_analysis
from studies.tables.numbers import Separators, numbers_in, plain
from studies.tables.times import time_in
from texts.late_patterns import compile_late

_SPACES = " \u00a0\u2009\u202f"
SIZE = re.compile(
    rf"[,;]?[{_SPACES}]*(?:[(\[][{_SPACES}]*)?\b[nN][{_SPACES}]*[=:][{_SPACES}]*"
    rf"(?P<size>[0-9][0-9.,'{_SPACES}]*[0-9]|[0-9])[{_SPACES}]*"
    r"(?:patients|participants|people|subjects|women|men|children|eyes|teeth|knees"
    r"|sites|hips|limbs|animals|rats|mice|clusters|schools)?[)\]]?"
)
ALL_PEOPLE = re.compile(
    r"(?:all|total|overall|both|whole)(?: (?:patients|participants|groups?|sample"
    r"|cohort|arms|population|people))?",
    re.I,
)


ARMS = re.compile(r"arms?|(?:study |treatment |intervention )(?:arms?|groups?)", re.I)
MAY_BE_ARMS = re.compile(
    r"groups?|treatments?|interventions?|(?:treatment )?allocation|(?:study )?drugs?",
    re.I,
)


def names_arms(words: str) -> bool:
    """Whether a head says that arms stand below it: "Group", "Treatment"."""
    return bool(ARMS.fullmatch(words) or MAY_BE_ARMS.fullmatch(words))


UNNAMED = re.compile(r"Group [0-9]+")  # made up for want of a name
CHANGES = re.compile(r"(?:mean )?(?:changes?\b|Δ|delta\b)", re.I)
CHANGE = "change from baseline"  # the time of columns that hold an arm's changes
UNTIL = " to "  # before when they end, where the head says it
_FROM_START = re.compile(r",? (?:from|since) (?:the )?baseline\b", re.I)
_SHARED = r"(?:%|per ?cent(?:age)?|relative|proportional|fold)"
_OF_CHANGE = re.compile(
    rf"(?:(?:(?:mean )?{_SHARED}|LS|least[- ]squares?|(?:un)?adjusted|estimated"
    r"|absolute) )*(?:means? )?"
    r"(?:changes?|Δ|delta)(?: (?:from|since) baseline|[ ,:(]*T[0-9]+[^\w]+T[0-9]+\)?)?"
    r"(?:,? (?:(?:LS|least[- ]squares?|adjusted) )?(?:means?|medians?))?"
    r"(?:[ ,]*[(\[±].*)?",
    re.I,
)


_BEFORE_OR_AFTER = re.compile(
    r"(?P<name>.*[^\s,:(–-])[\s,:(–-]+(?P<time>baseline|(?:pre|post|before"
    r"|after)(?:[- ]?(?:treatment|test|intervention|therapy|surgery))?)\)?",
    re.I,
)


_IN_BRACKETS = re.compile(r"[(\[][^()\[\]0-9]+[)\]]")  # a unit under an arm's name
_OVER_ARMS = re.compile(
    r"(?:study |treatment |randomi[sz]ed |intervention )?(?:arms?|groups?|allocation)"
    r"|(?:study |randomi[sz]ed )?(?:treatments?|interventions?)"
    r"|time[ -]?points?|assessments?|(?:study )?visits?|follow-?up times?"
    r"|(?:all|total|overall|whole|study) (?:patients|participants|population|sample)",
    re.I,
)
# "Median (25th–75th percentile)" over the arms: what the numbers of all of them are
_NUMBERS_OVER = re.compile(
    r"(?:(?:arithmetic )?means?|medians?|numbers?|no\.?|n|%)[ ,]*(?:[(\[±]|\+/-).*"
    r"|(?:events?|cases|patients|participants),? ?(?:no\.?|n)[ ,]*[/(].*"
    r"|(?:numbers?|no\.?) of (?:events?|patients|participants|people|cases|deaths).*",
    re.I,
)
_CHANGE_OF = re.compile(
    rf"(?P<name>.*?\w)[ ,:–-]+(?:mean )?(?:{_SHARED} )?changes?(?: from baseline)?",
    re.I,
)
# "Examplin, mean change (SD)"
_MEAN_CHANGE_BEHIND = re.compile(
    rf"(?P<name>.*?\w)[ ,:–-]+(?:LS )?(?:mean )?(?:{_SHARED} )?changes?"
    r"(?: from baseline)?[ ,]*"
    r"(?P<what>[(\[±].*)",
    re.I,
)
_EPISODES = re.compile(
    r"(?-i:E)|(?:(?:total )?(?:no\.?|numbers?) (?:of )?)?(?:events|episodes)"
    r"(?:,? ?\(?n\)?)?",
    re.I,
)
_PEOPLE_WITH = re.compile(
    r"(?:patients|participants|people|subjects)"
    r"(?P<with> affected| with (?:an |any |≥ ?1 )?events?)?",
    re.I,
)


_CLUSTERS = re.compile(
    r"(?:(?:no\.?|numbers?) of )?"
    r"(?:clusters|schools|practices|villages|cent(?:re|er)s)",
    re.I,
)


def are_episodes(words: str) -> bool:
    """Whether a head below an arm counts how often it happened, beside "n" and "%"."""
    return bool(_EPISODES.fullmatch(words))


_VALUES = re.compile(r"(?:the )?(?:values?|results?|data|findings?)", re.I)


def column_of_arm(printed: str, words: list[str], time: str) -> Column:
    """The column of an arm by the words of its head, topmost first, and its time."""
    size, names, part, kind, passed = None, [], Part.WHOLE, None, ""
    for n, each in enumerate(words, 1):
        is_over = n < len(words)
        has_name = bool(names or passed)
        if has_name and is_unit(each):
            kind = hint_in(each)
            continue
        bare = without_hint(each)
        if is_over and _OVER_ARMS.fullmatch(bare):
            kind = hint_in(each) or kind
            passed = passed or bare  # "Intervention" over times is an arm
            continue
        if is_over and is_of_analysis(each):
            continue
        change = _change_over(each) if is_over and not names else ""
        if change or is_over and not names and _NUMBERS_OVER.fullmatch(each):
            time, kind = change or time, hint_in(each) or kind
            continue
        each, its_size = _parted_from_size(each)
        size = its_size or size
        bare = time_in(each)[1].strip(" ,;:–-")
        hinted = without_hint(each)
        if has_name and hinted not in ("", each) and time_in(hinted) == (hinted, ""):
            time, kind = hinted, hint_in(each) or kind  # "Pre, mean (SD)"
            continue
        bare, time = _timed(bare, time)
        kind = hint_in(bare) or kind
        if has_name and _OF_CHANGE.fullmatch(bare):
            time, bare = CHANGE, ""
        is_unit_below = _IN_BRACKETS.fullmatch(bare) and not hint_in(bare)
        if has_name and (is_unit_below or _counts_people(bare, kind)):
            continue
        if has_name and _CLUSTERS.fullmatch(without_hint(bare)):
            return Column(printed, Role.OUT)
        if has_name and are_episodes(bare):
            part = Part.EVENTS
            continue
        is_all = size is not None and ALL_PEOPLE.fullmatch(bare)
        rest, named = (bare, None) if is_all else _parted(without_hint(bare), bare)
        if changed := _CHANGE_OF.fullmatch(rest):
            rest, time = changed["name"], CHANGE
        if kind in (None, Kind.PERCENT) and is_in_percent(bare):
            named = Part.PERCENT
        part, names = named or part, [*names, *filter(None, [rest])]
    name = " ".join(each for each in names if not _VALUES.fullmatch(each)) or passed
    name += ")" * (name.count("(") - name.count(")"))
    role = Role.OUT if ALL_PEOPLE.fullmatch(name) else Role.ARM
    return Column(printed, role, name, part, size, time, kind)


def _change_over(words: str) -> str:
    """The time of arms below "Mean change to 6 months"; empty of other words."""
    time, rest = time_in(_FROM_START.sub("", words))
    if time and _OF_CHANGE.fullmatch(rest.replace(" ,", ",")):
        return f"{CHANGE}{UNTIL}{time}"
    return CHANGE if _OF_CHANGE.fullmatch(words) else ""


def _counts_people(words: str, kind: Kind | None) -> bool:
    """Whether words below an arm say that people are counted: "Patients with event"."""
    found = _PEOPLE_WITH.fullmatch(without_hint(words))
    return bool(found and (kind or found["with"]))


def _timed(words: str, time: str) -> tuple[str, str]:
    """Words without "before" or "mean change" behind a name, and the time of these."""
    if found := _BEFORE_OR_AFTER.fullmatch(words):
        return found["name"], found["time"]
    found = _MEAN_CHANGE_BEHIND.fullmatch(words)
    if found and not _OF_CHANGE.fullmatch(words):
        return f"{found['name']}, mean {found['what']}", CHANGE
    return words, time


_TIME_OF_PEOPLE = r"(?:person|patient)[- ](?:years?|months?|days?)"
_PART = (
    rf"(?:{WITH_EVENT}|(?:numbers?|no\.?|n) of (?:events|deaths)"
    r"|(?:numbers?|no\.?|n) "
    r"(?:analy[sz]ed|randomi[sz]ed|assessed|evaluated)|events?|total"
    rf"|{_TIME_OF_PEOPLE}|means?|sd|se|sem|median|n|%|q1|q3)"
)
_BEHIND = re.compile(rf"(?P<name>.*?[^\s,:_(–-])[ ,:_(–-]+(?P<part>{_PART})\)?", re.I)
_CASES_BEHIND = re.compile(r"(?P<name>.*\w) ?[:,(–] ?(?P<part>cases|deaths)\)?", re.I)
_BEFORE_TIME = re.compile(
    rf"(?P<name>.*?[^\s,:_(–-])[ ,:_(–-]+(?P<part>{_TIME_OF_PEOPLE})\)?", re.I
)
# "A mean" has no other number beside it in its cells, as "A, mean (SD)" does.
_AVERAGE = re.compile(
    r"(?P<name>.*?[^\s,:_–-])[ ,:_–-]+(?P<part>(?i:means?|medians?)|M|Mdn)"
)
_BEFORE = re.compile(
    rf"(?P<part>{_PART})(?:[ ,:_(–-]+(?:of |in |for )?)(?P<name>\S.*?)\)?", re.I
)


def _parted(name: str, words: str) -> tuple[str, Part | None]:
    """An arm's name and its part: "BCG events" is the events of "BCG"."""
    if (whole := part_of_arm(words)) is not None:
        return "", whole
    if hint_in(words) == Kind.SHARE_FIRST:  # "Examplin, % (n)"
        return name.partition("%")[0].rstrip(" ,;:–-("), None
    found = (
        ("/" not in words and _BEFORE_TIME.fullmatch(words))
        or _AVERAGE.fullmatch(words)
        or _CASES_BEHIND.fullmatch(name)
        or _BEHIND.fullmatch(name)
        or _BEFORE.fullmatch(name)
    )
    if found is None:
        return name, None
    return found["name"].strip(" ,;:–-"), part_of_arm(found["part"])


def _whole(text: str) -> int | None:
    read = numbers_in(plain(text), Separators("thousands", "thousands", lists=True))
    return read[0].whole if read and len(read) == 1 else None


_HINT_WORDS = compile_late(
    r"[,;]?[ ]*[(\[]?(?:% ?\(n ?/ ?N|\b(?:n ?/ ?N|affected ?/ ?at risk)\b(?: ?\(%\))?"
    r"|\b(?:no\.?|number|n) ?/ ?total(?: ?\(%\))?"
    r"|\b(?:no\.?|number|n)(?: (?:of|with) [^/]+)? ?/ ?(?:total )?(?:no\.?|number|n)"
    r"(?= |$|\()(?: (?:of|at) .*)?(?: ?\(%\))?|\bno?\.?,? ?\(%\) ?\[[^\]]*\]?"
    r"|\bno?\.?,? ?[(\[]? ?% ?[)\]]?"
    r"|\b(?:number|no\.?|n),? ?\((?:%|per ?cent(?:age)?)\)(?: of [a-z]+)?"
    r"|\b(?:number|no\.?|n) of (?:patients|participants|people|subjects|(?:wo)?men"
    r"|children|infants|events|cases)(?: with (?:an |any )?events?)?"
    r",? ?[(\[](?:%|per ?cent(?:age)?)"
    r"|\b(?:(?:geometric )?mean|median|M(?= ?\(SD))\b[ ]*"
    r"(?:[(\[±,]|\+/-)?[ ]*"
    r"(?:SD|SEM?|IQR|range|Q1[-–,; ]+Q3|(?:95 ?% ?)?CI)?|±[ ]*SD"
    r"|(?:events?|cases|deaths) ?/ ?(?:total|n)|\bn ?/ ?N, ?%|\(%\)|%"
    r"|(?:\b(?:events?|cases|deaths|no\.?|n) ?/ ?)?\b(?:person|patient)[- ]years)"
    r"[)\]]?$",
    re.I,
)


# "Examplin, mean (SD), mg/L": a unit behind what the numbers are
_UNIT_BEHIND = re.compile(
    r"(?P<what>[(\[](?:SD|SEM?|IQR|range|%|95 ?% ?CI)[)\]])[,;] ?[^\s,;()0-9]{1,12}$"
)
# "Events/patients, Examplin", "n/N (Examplin)", "Median (range) Examplin"
_NUMBERS_BEFORE = re.compile(
    r"(?:(?:events?|cases|deaths|no\.?|n) ?/ ?(?:total|patients|people|no\.?|n)\b\.?"
    r"(?: ?\(%\))?|(?:no\.?|n) ?\(%\)"
    r"|(?:(?:adj(?:usted|\.)?|LS|least[- ]squares?|estimated) )?(?:means?|medians?) ?"
    r"(?:\((?:SD|SEM?|IQR|range|95 ?% ?CI)\)|(?:±|\+/-) ?(?:SD|SEM?)))"
    r"[ ]?(?:[,:;–-] ?)?(?:(?:in|of|for|among) (?:the )?)?"
    r"(?P<bracket>\()?(?P<name>\w.*?)(?(bracket)\))",
    re.I,
)
# "Examplin, n (rate per 100 PY)", "Examplin, incidence per 1000"
_RATE_BEHIND = re.compile(
    r"[ ,;:–-]+[(\[]?(?:(?:n|no\.?|events?|cases)[ ,]*[(\[]?)?(?:\w+ )?"
    r"(?:rate|incidence)s? ?(?:per|/) ?1(?:[ ,.]?0){1,5}\b.*$",
    re.I,
)
_MODELLED = re.compile(r"[ ,;:(–-]+(?:adjusted|LS|least[- ]squares?)$", re.I)


# "Examplin (20 clusters; n = 1020)"
_CLUSTERS_TOO = re.compile(
    r"[ ]*\([0-9,]+ (?:clusters|schools|practices|villages|wards|hospitals|clinics"
    r"|cent(?:re|er)s|sites)$",
    re.I,
)


def _parted_from_size(words: str) -> tuple[str, int | None]:
    """Words without how many people they are of: "BCG (n = 40)" is "BCG", 40."""
    found = SIZE.search(words)
    if found is None:
        return words, None
    before = _CLUSTERS_TOO.sub("", words[: found.start()])
    rest = f"{before} {words[found.end() :]}"
    return re.sub(r" (?=[,;:])", "", " ".join(rest.split())), _whole(found["size"])


def people_in(head: str) -> int | None:
    """How many people a head says an arm has: 40 of "BCG (n = 40)"."""
    return _parted_from_size(plain(head))[1]


def is_head_again(row: Sequence[str], heads: Sequence[str]) -> bool:
    """Whether a row's cells but its first are those of the head, their people aside."""
    beside = zip(row[1:], heads[1:], strict=True)
    return all(
        not text or _without_people(text) in map(_without_people, _each_of(head))
        for text, head in beside
    )


def _each_of(head: str) -> tuple[str, ...]:
    return head, head.split(" · ")[-1]


def _without_people(words: str) -> str:
    return _parted_from_size(plain(words))[0].casefold()


def without_hint(words: str) -> str:
    """A name without the words behind it that say what its cells are."""
    words = _RATE_BEHIND.sub("", _UNIT_BEHIND.sub(r"\g<what>", words)) or words
    if before := _NUMBERS_BEFORE.fullmatch(words):
        words = before["name"]
    bare = _HINT_WORDS.sub("", words).strip(" ,;:–-")
    return _MODELLED.sub("", bare) if bare != words else bare


def is_unit(words: str) -> bool:
    is_hint = hint_in(words) is not None and part_of_arm(words) is None
    return is_hint and not without_hint(words)


WHOLE_INTERVAL = re.compile(
    r"\[?[0-9]{2}(?:\.0)? ?% ?"
    r"(?:CI|C\.I\.|conf(?:idence|\.)? ?(?:interval|limit)s?)\]?",
    re.I,
)
