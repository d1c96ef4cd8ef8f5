"""The time in the words of a head or a label: "at 12 weeks", "T1", "baseline"."""

from __future__ import annotations

import re

from studies.words import TimeUnit
from texts.late_patterns import compile_late

_UNIT = r"(?:days?|weeks?|months?|years?|hours?|minutes?|wks?|mo|mths?|yrs?|h|min|d)"
_NUMBER = (
    r"(?:[0-9]+(?:[.,\u00b7][0-9]+)?|one|two|three|four|five|six|eight|nine|ten|twelve)"
)
_TIME = compile_late(
    r"[,;:]?[ ]*[(\[]?\b(?:"
    r"(?:at|after|by|in|within|until|up to|through|from|to|over|during)[ ]+"
    r"(?:the[ ]+)?(?:first[ ]+)?)?"
    rf"(?P<time>(?:{_NUMBER}[ -]?{_UNIT}"
    rf"|{_UNIT}[ ]{_NUMBER}(?:[a-h](?=[ ]*[,;(]|$))?|baseline|end of "
    r"(?:treatment|study|follow-?up|trial)|end ?point|(?:mid|end)line|discharge"
    r"|follow-?up"
    r"|(?:pre|post)[- ]?(?:treatment|test|intervention|therapy|op(?:erative(?:ly)?)?)"
    r"|(?:period|phase|cycle|visit|session|time)[ ][0-9IV]+"
    r"|(?<=at )[0-9]+ ?y|(?<=after )[0-9]+ ?y|POD ?[0-9]+"
    r"|(?:time T|visit V)[0-9]{1,2}(?: \([^()]*(?=\)))?"
    r"|pre|post|before|after|[DWMY][0-9]{1,3})"
    rf"(?:[ ](?:{_UNIT}|follow-?up|visit|after [a-z]+|post-?[a-z]+))?)\b[)\]]?",
    re.I,
)
_WHOLLY = re.compile(
    r"(?:pre|post)(?:[- ]?(?:test|op|intervention|therapy))?|before|after"
    r"|follow-?up|end ?point|[dwmy][0-9]+"
    r"|(?:period|phase|cycle|visit|session|time) [0-9IV]+|POD ?[0-9]+",
    re.I,
)
# "After training" is a time by itself, "After adjustment" is none.
_BEFORE_WHAT = re.compile(
    r"(?:before|after|prior to|following)(?: the)?"
    r"(?! (?:adjust|match|imput|exclu|correct|weight|control)) [a-z]+(?: [a-z]+)?"
    r"|(?:at|on|upon) (?:admission|entry|enrol\w+|inclusion)",
    re.I,
)
# "6-min walk", "2-h glucose", "7-day recall": what was done, and not when.
_IN_NAME = re.compile(
    rf"{_NUMBER}[ -]?(?:(?:h|hours?|min|minutes?)[ -]"
    r"(?!(?:mortality|survival|deaths?)\b)"
    r"(?!follow|post|after|before)[A-Za-z]"
    r"|(?:days?|weeks?|months?)[ -](?:food|diet\w*|bladder|voiding|step|pad|point"
    r"|rolling|self|prevalence|PPA|recall|diary|diaries|records?|courses?|average)\b)",
    re.I,
)
# "Age, per 10 years", ">65 years", "18 years or older": whose effect, and not when.
# "in the past 2 weeks", "Seizure-free for 6 months": of how long, and not when.
_OF_HOW_LONG = re.compile(
    r"\b(?:past|last|previous|prior|preceding|for(?: the)?|at least|more than)[ ]*$",
    re.I,
)
_OF_PEOPLE_BEFORE = re.compile(r"(?:\b(?:per|each|every|aged?)|[<>≤≥])[ (]*$", re.I)
_OF_PEOPLE_AFTER = re.compile(
    r"[ -]*(?:(?:or|and) (?:older|over|more|above|younger|under)\b|old\b|of age\b"
    r"|(?:increase|increment|decrease)s?\b)",
    re.I,
)
_OVER_AGE = re.compile(r"\b(?:over|under|above|below) $", re.I)
_AGE = re.compile(r"(?:1[5-9]|[2-9][0-9])[ -]?(?:years?|yrs?|y)\b", re.I)
# Of papers in German, French, Spanish, Portuguese and Italian.
_AFTER_OTHERS = (
    r"(?:(?:nach|bei|vor|après|à|a (?:las|los)|após|dopo) )[0-9]+ ?"
    r"(?:stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?"
    r"|heures?|jours?|semaines?|mois|ans?|années?"
    r"|horas?|d[ií]as?|semanas?|m[eê]s(?:es)?|a[nñ]os?|ore|giorn[io]|settiman[ae]|mesi"
    r"|ann[io])"
)
_OF_OTHERS = re.compile(
    rf"{_AFTER_OTHERS}|ausgangswerte?|basislinie|vorher|nachher|avant|après|basale?"
    r"|l[ií]nea (?:de )?base|linha de base|(?:à l['’])?inclusion|antes|después|depois",
    re.I,
)
_BEHIND_OTHERS = compile_late(
    rf"(?P<name>\w.*?)[ ,(]+(?P<time>{_AFTER_OTHERS})\)?", re.I
)
_DIMENSIONS = re.compile(r"[0-9]+D")  # "EQ-5D" has five of them


def time_in(text: str) -> tuple[str, str]:
    """The time that a text names, and the text without it; empty where it names none.

    >>> time_in("Pain at 12 weeks")
    ('12 weeks', 'Pain')
    """
    words = " ".join(text.split())
    if _BEFORE_WHAT.fullmatch(words) or _OF_OTHERS.fullmatch(words):
        return words, ""
    if found := _BEHIND_OTHERS.fullmatch(words):
        return found["time"], found["name"]
    for found in _TIME.finditer(words):
        time = found["time"] + ")" * (found["time"].count("("))
        time = re.sub(r"^([a-z]+ [0-9]+)[a-h]$", r"\1", time, flags=re.I)
        if _is_of_name(words, found):
            continue
        rest = " ".join(f"{words[: found.start()]} {words[found.end() :]}".split())
        if not rest.strip(" ,;:–-()") or _is_told(time, found):
            return time, capitalised(rest)
    return "", words


def capitalised(name: str) -> str:
    """A name as a heading: "pain" is "Pain", and "eGFR" or "mRS" stays as it is."""
    return name if re.match(r"[a-z]{1,2}[A-Z]", name) else name[:1].upper() + name[1:]


def with_unit(time: str, head: str) -> str:
    """A time with its unit where that stands in the head: "Day" over "7"."""
    unit = re.search(r"\b(day|week|month|year|hour|cycle|visit)s?\b", head, re.I)
    is_bare = unit and re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", time)
    return f"{unit[1].capitalize()} {time}" if is_bare else time


def _is_of_name(words: str, found: re.Match[str]) -> bool:
    """Whether a time is within the name of what was measured: "6-min walk", "EQ-5D"."""
    at, end = found.span("time")
    if _DIMENSIONS.fullmatch(found["time"]):
        return words != found["time"]
    if _OF_HOW_LONG.search(words[:at]) and re.match(_NUMBER, words[at:], re.I):
        return True
    if _OVER_AGE.search(words[:at]) and _AGE.match(words, at):
        return True
    if _OF_PEOPLE_BEFORE.search(words[:at]) or _OF_PEOPLE_AFTER.match(words, end):
        return True
    is_first = not at or words[at - 1] == " " and words[at - 2] in ",;:"
    return is_first and bool(_IN_NAME.match(words, at))


def _is_told(time: str, found: re.Match[str]) -> bool:
    """Whether it is a time beside other words: "after" is one only by itself."""
    if _WHOLLY.fullmatch(time):
        return False
    is_named = not re.search(rf"\b{_UNIT}\b|[0-9]", time, re.I)
    before = found[0][: found.start("time") - found.start()].strip(" ,;:([").lower()
    if is_named and before == "to":  # "time to discharge" is no time
        return False
    is_last = bool(re.match(r"[,;:]", found[0])) and found.end() == len(found.string)
    return not is_named or bool(before) or found.start() == 0 or is_last


_AS_NUMBER = re.compile(
    rf"(?P<value>{_NUMBER})[ -]?(?P<unit>{_UNIT})\b"
    rf"|(?P<unit_>{_UNIT})[ ](?P<value_>{_NUMBER})",
    re.I,
)
_UNITS = {"h": TimeUnit.HOURS, "d": TimeUnit.DAYS, "w": TimeUnit.WEEKS}
_UNITS |= {"m": TimeUnit.MONTHS, "y": TimeUnit.YEARS}
_COUNTED = "zero one two three four five six seven eight nine ten eleven twelve".split()


def time_as_number(text: str) -> tuple[float, TimeUnit] | None:
    """A time as a number and its unit; None of one that has none, or in minutes.

    >>> time_as_number("at 12 weeks")
    (12.0, TimeUnit.WEEKS)
    """
    found = _AS_NUMBER.search(text)
    if found is None or (found["unit"] or found["unit_"]).lower().startswith("min"):
        return None
    words = (found["value"] or found["value_"]).lower().replace("\u00b7", ".")
    value = _COUNTED.index(words) if words in _COUNTED else float(words)
    return float(value), _UNITS[(found["unit"] or found["unit_"])[0].lower()]
