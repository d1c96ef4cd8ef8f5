"""One cell of a results table: which numbers it holds, and as what they are meant.

A cell is read by its shape: "4/123 (3.3 %)" has the shape "N/N (N%)". Where a shape can
mean two things ("10.2 (3.1)"), the words of its row and column tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from studies.effects import Measure
from studies.tables.kinds import Kind, hint_in
from studies.tables.numbers import (
    DASHES,
    ENGLISH,
    NUMBER,
    Number,
    Separator,
    Separators,
    is_open,
    numbers_in,
    plain,
)
from studies.tables.unkept import no_ends, no_median
from texts.late_patterns import compile_late
from texts.words import YesNo

_ONE_BEHIND = (Kind.PERCENT, Kind.MEAN_SD, Kind.MEAN_SE)  # one number in brackets


@dataclass(frozen=True)
class Cell:
    """What a cell says: its text as printed, its kind, its numbers by name.

    ``numbers`` are named as a result's columns are, without the number of the group.
    ``problem`` is a sentence where the text cannot be read; ``can_be`` the kinds among
    which its shape alone cannot choose.
    """

    text: str
    kind: Kind
    numbers: Mapping[str, Number] = field(default_factory=dict)
    p_value: str = ""
    measure: str = ""
    level: float | None = None
    marks: str = ""
    problem: str = ""
    can_be: tuple[Kind, ...] = ()


_MISSING = re.compile(
    rf"(?:[{DASHES}]+|\.+|…|/|n\.? ?/?[aredk]\.?|not (?:reported|stated|available"
    r"|applicable|given|estimable|done|determined)|none reported|missing|unknown|\?"
    r"|(?:1(?:[.,\u00b7]0+)? ?)?[(\[]?ref(?:erence)?\.?[)\]]?)",
    re.I,
)
_NOT_SIGNIFICANT = re.compile(
    r"(?:p[ :=]*)?(?:n\.? ?s\.?|not significant|non-?significant)", re.I
)
_RAISED = "\u1d43-\u1dbf\u02b0-\u02b8\u2070-\u207f⁰¹²³"
_SIGNS = "*†‡§¶#‖"
_POWER = r"(?<![^a-zµμ][mM](?=[²³]))(?<![cmdkµμ]m(?=[²³]))"  # of "kg/m²", no footnote
_MARKS = re.compile(
    rf"{_POWER}[ ]?(?:[{_SIGNS}]+|\^\(?[a-z{_SIGNS}](?:,[a-z])*\)?(?![A-Za-z0-9])"
    rf"|(?<!10)(?<!⁻)(?![⁻⁺])[{_RAISED}]+(?:,[{_RAISED}]+)*)"
)
_LETTERS = re.compile(
    r"(?<=[0-9)\]%])[ ]?\(?(?!a [0-9−-])(?:[a-h]{1,3}(?:, ?[a-h])*)\)?(?=$|[ ,;(\[/])"
)
_PLUS_MINUS = re.compile(
    rf"\+ ?/? ?[{DASHES}](?= )|\+/[{DASHES}]|\+[{DASHES}](?=[0-9])"
)
_TIMES_TEN = re.compile(r"[x\u00d7] ?10[⁰-⁹¹²³⁻⁺]+")
_DATE = re.compile(
    r"(?:\d{1,2}[-. ]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"[-. ]?\d{0,4}|\d{4}-\d\d-\d\d(?: 00:00:00)?|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|#+|#[A-Z/0!?]+",
    re.I,
)
_MADE_DATE = re.compile(r"[A-Z][a-z]{2}-[0-9]{2}|[0-9]{1,2}-[A-Z][a-z]{2}")
_LEVEL = re.compile(
    r"(?P<level>[0-9]{2}(?:[.,][0-9]+)?) ?% ?-?"
    r"(?P<what>c\.? ?[il]\.?|cri|confidence (?:interval|limits?)|credible interval)"
    r"[ :=,]*",
    re.I,
)
_P = re.compile(
    r"[,; ]*\(?\bp(?:[ -]?value)?[ ]*[:,]?[ ]*"
    r"(?P<text>(?:[<>=≤≥]|<=|>=)?[ ]*(?:[0-9]*[.,\u00b7])?[0-9]+(?:[eE]-[0-9]+)?)\)?",
    re.I,
)
_WITH_SIZE = re.compile(
    r"[,; ]+(?P<bracket>[(\[])?[nN] ?= ?(?P<size>[0-9][0-9.,]*)"
    r"(?(bracket)[)\]])(?=$|[)\]])"
)
_MEASURES: tuple[tuple[str, Measure], ...] = (
    (r"a?RR|(?i:relative risk|risk ratio)", Measure.RR),
    (r"a?OR|(?i:odds ratio)", Measure.OR),
    (r"a?HR|(?i:hazards? ratio)", Measure.HR),
    (r"IRR|(?i:(?:incidence )?rate ratio)", Measure.RATE_RATIO),
    (r"a?RD|ARR|ARD|(?i:risk difference|absolute risk reduction)", Measure.RD),
    (
        r"SMD|(?i:(?:standardi[sz]ed|std\.?) (?:mean )?difference|cohen['’]?s?['’]? d"
        r"|effect sizes?[ ,(]+(?:d|g)\)?|hedges['’]?s? g|glass['’]?s? (?:delta|Δ))",
        Measure.SMD,
    ),
    (
        r"(?:W|LS)?MD|(?<!(?i:standardised) )(?<!(?i:standardized) )(?<!(?i:std\.) )"
        r"(?<!(?i:std) )(?i:mean difference)"
        r"|(?i:difference in means)",
        Measure.MD,
    ),
    (r"RoM|ROM|(?i:ratio of means)", Measure.ROM),
    (r"(?i:pearson'?s? r|correlation(?: coefficient)?)", Measure.CORRELATION),
)
MEASURES = tuple(
    (re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])"), measure)
    for words, measure in _MEASURES
)
_ADJUSTED = re.compile(r"\b(?:a(?:RR|OR|HR|RD)|(?i:adjusted|multivaria\w+))\b")
_CRUDE = re.compile(r"\b(?:crude|unadjusted|univaria\w+)\b", re.I)
_BETWEEN = (
    r"(?: ?- ?| to | bis | tot | till? | à | a |, ?| ?; ?|/| ?~ ?| ?\.{2,3} ?| ?… ?"
    r"| and )"
)
_INTERVAL = rf"\(?(?:ci|iqr|range|q1-q3|from)?[:= ]*(?P<low>N){_BETWEEN}(?P<high>N)\)?"
_A = r"(?P<a>N)"
_B = r"(?P<b>N)"
_SHAPES: tuple[tuple[str, str], ...] = (
    ("counts", rf"{_A} ?\(?(?:/|of|out of) ?{_B}\)?(?:[ ,;=]*\(?(?P<c>N) ?%?\)?)?"),
    ("counts_last", rf"(?P<c>N) ?\({_A} ?(?:/|of|out of) ?{_B}\)"),
    ("counts_last", rf"(?P<c>N) ?%[ ,;]*\(?{_A} ?(?:/|of|out of) ?{_B}\)?"),
    ("percent", rf"{_A}[ ,;]*\(?{_B} ?%\)?"),
    ("share_more", rf"{_A}[ ,;]*\({_B} ?%?\) ?\(N\)"),
    ("share_more", rf"{_A}[ ,;]*\({_B} ?%[ ,;:]+\(?N ?%?{_BETWEEN}N ?%?\)?\)"),
    ("share_more", rf"{_A}[ ,;]*\({_B} ?%\)[ ,;]*\(N ?%?{_BETWEEN}N ?%?\)"),
    ("percent_first", rf"{_B} ?%[ ,;]*\(?(?:n ?= ?)?{_A}\)?"),
    ("share", rf"{_B} ?%"),
    (
        "rate",
        rf"{_A} ?(?:events?|cases|deaths)? ?(?:/|per|in|over|of|\() ?{_B} ?"
        r"(?:person|patient)?[- ]?(?:years?|py)\)?",
    ),
    ("spread", rf"{_A} ?\(?± ?{_B}\)?(?: ?\(?(?P<what>sd|sem?)\)?)?"),
    ("spread_named", rf"{_A}[ ,;]*\(?(?P<what>sd|sem?)[ :=]*{_B}\)?"),
    ("spread_named", rf"{_A} ?\({_B} ?(?P<what>sd|sem?)\)"),
    ("pair", rf"{_A} ?\({_B}\)"),
    ("triple", rf"{_A}[ ,;:]*{_INTERVAL}"),
    ("interval", _INTERVAL),
    ("one", rf"{_A}(?: (?:patients|participants|people|cases|events|deaths))?"),
    ("size", rf"n ?= ?{_A}"),
)
_READ = tuple((name, compile_late(pattern)) for name, pattern in _SHAPES)
_TRIPLE = dict(_READ)["triple"]
_WORDY = re.compile(r"^(?:mean|m|median|n|effect|estimate|difference|est)[:= ]+(?=N)")
EXPECTED = (
    "expected was one of 4/123 (3.3 %), 10.2 ± 3.1, 12 (8–20), 0.80 [0.60, 1.07], "
    "p < 0.05, or NR"
)


def read_cell(text: str, separators: Separators, hint: Kind | None = None) -> Cell:
    """A cell as far as its text tells; ``hint`` is what its row or column says it is.

    Takes any text and raises nothing: what cannot be read has its ``problem``.
    """
    words = " ".join(text.split())
    if not words or _MISSING.fullmatch(words):
        return Cell(text, Kind.MISSING)
    if _NOT_SIGNIFICANT.fullmatch(without_marks(words)[0]):
        return Cell(text, Kind.P, p_value="n.s.")
    if _DATE.fullmatch(words) and re.search("[0-9#]", words):
        return Cell(
            text,
            Kind.WORDS,
            problem=f"“{words}” looks like what a spreadsheet makes of another text, "
            "as 4/12 becomes 4-Dec; type what the source prints.",
        )
    if not any(each.isdigit() for each in words):
        return Cell(text, Kind.WORDS)
    return _numeric(text, words, separators, hint)


def is_date(text: str) -> bool:
    """Whether a cell is what a spreadsheet makes of a pair of numbers: "Apr-50"."""
    return bool(_MADE_DATE.fullmatch(text.strip()))


_POINTS = re.compile(r"(?: ?%)?[ -](?:percentage[- ]points?|pp|%-points?)\b", re.I)
_ONE_SHARE = re.compile(r"[(\[][0-9]{1,3},[0-9]{1,2} ?%[)\]]")


def _numeric(text: str, words: str, separators: Separators, hint: Kind | None) -> Cell:
    bare, marks = without_marks(_PLUS_MINUS.sub("±", plain(words)))
    bare, letters = _without_letters(bare)
    bare, size = _without_size(bare)
    bare, level = _without_level(_POINTS.sub("%", bare))
    bare, p_value = _without_p(bare, hint)
    measure = measure_in(bare)
    if hint in _ONE_BEHIND or _ONE_SHARE.search(bare):  # "(10,0 %)" is no pair
        separators = replace(separators, lists=False)
    shape, numbers = _shape(bare, separators)
    cell = Cell(
        text,
        Kind.NUMBER,
        p_value=p_value,
        measure=measure,
        level=level,
        marks=marks + letters,
    )
    if numbers is None:
        asked = f"How “{words}” is to be read is asked above."
        is_asked = _is_asked(bare, separators)
        problem = asked if is_asked else _unread(words)
        return replace(cell, kind=Kind.WORDS, problem=problem)
    is_known = any(pattern.fullmatch(shape) for _, pattern in _READ)
    bare_shape = shape.replace(" %", "").replace("%", "")
    if not is_known and _TRIPLE.fullmatch(bare_shape):
        shape, numbers = bare_shape, [each.as_share for each in numbers]
    if not shape and p_value:
        return replace(cell, kind=Kind.P)
    for name, pattern in _READ:
        if found := pattern.fullmatch(shape):
            at = {key: found.start(key) for key in found.groupdict() if found[key]}
            order = [place.start() for place in re.finditer("N", shape)]
            given = {
                key: numbers[order.index(start)]
                for key, start in at.items()
                if key != "what"
            }
            what = found.groupdict().get("what") or ""
            meant = _meant(cell, name, given, what, _hint_in(words) or hint)
            return replace(meant, numbers={**meant.numbers, **size})
    return replace(cell, kind=Kind.WORDS, problem=_unread(words))


def _is_asked(text: str, separators: Separators) -> bool:
    """Whether a number in it has a comma or a point of which nobody knows the use."""
    marks = (mark for each in NUMBER.findall(text) if (mark := is_open(each)))
    return any(not separators.of(mark) for mark in marks)


def _unread(words: str) -> str:
    return f"“{words[:60]}” cannot be read: {EXPECTED}."


def without_marks(text: str) -> tuple[str, str]:
    """A text without the raised letters and the signs of footnotes, and those."""
    if _TIMES_TEN.search(text):
        return text, ""
    marks = "".join(each.strip() for each in _MARKS.findall(text))
    return _MARKS.sub("", text).strip(), marks


def _without_letters(text: str) -> tuple[str, str]:
    """A cell's text without the letters of footnotes that stand behind numbers."""
    letters = "".join(each.strip() for each in _LETTERS.findall(text))
    return _LETTERS.sub("", text).strip(), letters


def _without_size(text: str) -> tuple[str, dict[str, Number]]:
    """A cell's text without the people behind its numbers: "10.2 (3.1), n = 50"."""
    found = None if "%" in text else _WITH_SIZE.search(text)
    if found is None or not text[: found.start()].strip():
        return text, {}
    read = numbers_in(found["size"], replace(ENGLISH, point=Separator.THOUSANDS))
    if read is None or len(read) > 1 or read[0].whole is None:
        return text, {}
    return f"{text[: found.start()]}{text[found.end() :]}", {"total": read[0]}


def _without_level(text: str) -> tuple[str, float | None]:
    found = _LEVEL.search(text)
    if found is None:
        return text, None
    level = float(found["level"].replace(",", ".")) / 100
    return f"{text[: found.start()]}ci {text[found.end() :]}", round(level, 6)


def _without_p(text: str, hint: Kind | None) -> tuple[str, str]:
    found = _P.search(text)
    if found is None:
        bare = re.fullmatch(r"[<>≤≥=] ?0*[.,\u00b7]?[0-9]+(?:[eE]-[0-9]+)?", text)
        bare = None if re.fullmatch(r"[<>≤≥=] ?[1-9][0-9]*", text) else bare
        is_p = bare or hint == Kind.P and NUMBER.fullmatch(text)
        return ("", "".join(text.split())) if is_p else (text, "")
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return rest.strip(" ,;"), "".join(found["text"].split()).lstrip("=")


def measures_in(text: str) -> list[Measure]:
    """The effect measures that a text names: of "RR or MD", both."""
    return [measure for pattern, measure in MEASURES if pattern.search(text)]


def measure_in(text: str) -> str:
    """The effect measure that a text names: "RR 0.8" is "rr"; empty for none or two."""
    found = measures_in(text)
    return str(found[0]) if len(found) == 1 else ""


def adjusted_in(text: str) -> YesNo | None:
    """Whether a text names an effect as adjusted, or as crude; None where neither."""
    text, _ = without_marks(text)
    if _CRUDE.search(text):
        return YesNo.NO
    return YesNo.YES if _ADJUSTED.search(text) else None


def level_in(text: str) -> float | None:
    """The level of the interval that a text names: "RR (90 % CI)" is 0.9."""
    return _without_level(text)[1]


def _shape(
    text: str, separators: Separators
) -> tuple[str, list[Number]] | tuple[str, None]:
    """A text with N for each number, in lower case, and the numbers."""
    parts: list[str] = []
    numbers: list[Number] = []
    end = 0
    for pattern, _ in MEASURES:
        text = pattern.sub("", text)
    for match in NUMBER.finditer(text):
        read = numbers_in(match[0], separators)
        if read is None:
            return "", None
        parts += [text[end : match.start()].lower(), ", ".join("N" * len(read))]
        numbers += read
        end = match.end()
    shape = "".join([*parts, text[end:].lower()])
    shape = re.sub(f"[{DASHES}]", "-", shape).translate(str.maketrans("[]{}", "()()"))
    shape = " ".join(shape.split()).strip(" :=,;")
    shape = re.sub(r"\( ?", "(", re.sub(r" ?\)", ")", shape))
    shape = re.sub(r"^\((N[^()]*)\)$", r"\1", shape)
    return _WORDY.sub("", shape).replace("s.d.", "sd").replace("s.e.m.", "sem"), numbers


def _hint_in(words: str) -> Kind | None:
    return hint_in(words) if re.search("[A-Za-z]{2}", words) else None


# --- what a shape's numbers are meant as ---


def _meant(
    cell: Cell, shape: str, given: dict[str, Number], what: str, hint: Kind | None
) -> Cell:
    if shape == "counts" and hint == Kind.RATE:
        return _rate(cell, given)
    if shape in ("counts", "counts_last"):
        return _counts(cell, given)
    if shape in ("percent", "percent_first"):
        return _percent(cell, given)
    if shape == "share_more":
        return _share_and_more(cell, given, hint)
    if shape == "share":
        return _named(cell, Kind.PERCENT, percent=given["b"])
    if shape == "rate":
        return _rate(cell, given)
    if shape in ("spread", "spread_named"):
        kind = Kind.MEAN_SE if what.startswith("se") else Kind.MEAN_SD
        if not what and hint in (Kind.MEAN_SE, Kind.MEAN_CI, *_MEDIANS):
            kind = hint
        return _spread(cell, kind, given)
    if shape == "pair":
        return _pair(cell, given, hint)
    if shape == "triple":
        return _triple(cell, given, hint)
    if shape == "interval" and given["low"].value > given["high"].value:
        return replace(cell, kind=Kind.WORDS, problem=_unread(cell.text.strip()))
    if shape == "interval":
        return _named(cell, Kind.ESTIMATE, ci_low=given["low"], ci_high=given["high"])
    return _named(cell, Kind.NUMBER, number=given["a"])


def _named(cell: Cell, kind: Kind, **numbers: Number) -> Cell:
    return replace(cell, kind=kind, numbers=numbers)


def _counts(cell: Cell, given: dict[str, Number]) -> Cell:
    events, total = given["a"], given["b"]
    numbers = {"events": events, "total": total}
    numbers |= {"percent": given["c"]} if "c" in given else {}
    cell = _named(cell, Kind.COUNTS, **numbers)
    if events.whole is None or total.whole is None:
        return replace(
            cell, problem=f"“{cell.text.strip()}”: counts are whole numbers."
        )
    return replace(cell, problem=_share_problem(cell))


def _share_problem(cell: Cell) -> str:
    """Where counts and the share printed beside them do not agree."""
    events, total = cell.numbers["events"].value, cell.numbers["total"].value
    if events > total:
        return (
            f"“{cell.text.strip()}”: {events:.0f} events cannot be among {total:.0f} "
            "people."
        )
    percent = cell.numbers.get("percent")
    if percent is None or not total or fits_share(events, total, percent):
        return ""
    return (
        f"“{cell.text.strip()}”: {events:.0f} of {total:.0f} is "
        f"{100 * events / total:.1f} %, not {percent.text} %; which is right?"
    )


def fits_share(events: float, total: float, percent: Number) -> bool:
    """Whether a printed percentage is that of counts, however it was rounded."""
    return abs(100 * events / total - percent.value) <= 2 * percent.half + 1e-9


def _percent(cell: Cell, given: dict[str, Number]) -> Cell:
    return _of_events(cell, Kind.PERCENT, given["a"], percent=given["b"])


def _share_and_more(cell: Cell, given: dict[str, Number], hint: Kind | None) -> Cell:
    """ "45 (30.2) [78]", "45 (30.2 %; 22.9–38.2)": what more it says has no field."""
    if "%" in cell.text or hint in (Kind.PERCENT, Kind.COUNTS):
        return _percent(cell, given)
    return replace(cell, kind=Kind.WORDS, problem=_unread(cell.text.strip()))


def _rate(cell: Cell, given: dict[str, Number]) -> Cell:
    return _of_events(cell, Kind.RATE, given["a"], person_time=given["b"])


def _of_events(cell: Cell, kind: Kind, events: Number, **of: Number) -> Cell:
    cell = _named(cell, kind, events=events, **of)
    if events.whole is None:
        return replace(
            cell, problem=f"“{cell.text.strip()}”: events are a whole number."
        )
    return cell


_MEDIANS = (Kind.MEDIAN_QUARTILES, Kind.MEDIAN_RANGE)


def _spread(cell: Cell, kind: Kind, given: dict[str, Number]) -> Cell:
    name = "se" if kind == Kind.MEAN_SE else "sd"
    cell = _named(cell, kind, mean=given["a"], **{name: given["b"]})
    if kind in _MEDIANS:
        return replace(cell, problem=no_median(cell.text))
    if kind == Kind.MEAN_CI:
        return replace(cell, problem=no_ends(cell.text))
    if given["b"].value < 0:
        return replace(cell, problem=f"“{cell.text.strip()}”: a spread is not below 0.")
    return cell


def _pair(cell: Cell, given: dict[str, Number], hint: Kind | None) -> Cell:
    """ "4 (3.3)": events and share, or mean and spread; the words decide."""
    can_be = (Kind.MEAN_SD, Kind.PERCENT, Kind.MEAN_SE)
    if hint == Kind.SHARE_FIRST:
        return _percent(cell, {"a": given["b"], "b": given["a"]})
    if hint in (Kind.PERCENT, Kind.COUNTS) and given["a"].whole is not None:
        return _percent(cell, given)
    if hint in (Kind.MEAN_SD, Kind.MEAN_SE, Kind.MEAN_CI, *_MEDIANS):
        return _spread(cell, hint, given)
    if given["b"].value < 0 or given["a"].value < 0:
        return _spread(cell, Kind.MEAN_SD, given)
    if given["a"].whole is None:
        cell = _spread(cell, Kind.MEAN_SD, given)
        is_share = given["b"].is_count and given["a"].value <= 100
        can_be = (Kind.SHARE_FIRST, Kind.MEAN_SD, Kind.MEAN_SE)
        return replace(cell, can_be=can_be) if is_share else cell
    return replace(_spread(cell, Kind.MEAN_SD, given), can_be=can_be)


def _triple(cell: Cell, given: dict[str, Number], hint: Kind | None) -> Cell:
    """ "12 (8–20)": an effect and its interval, or of an arm, as the words say."""
    middle, low, high = given["a"], given["low"], given["high"]
    if hint in (Kind.MEDIAN_QUARTILES, Kind.MEDIAN_RANGE):
        ends = ("q1", "q3") if hint == Kind.MEDIAN_QUARTILES else ("min", "max")
        names = ("median", *ends)
    elif hint == Kind.MEAN_CI:
        names = ("mean", "mean_ci_low", "mean_ci_high")
    else:
        hint, names = Kind.ESTIMATE, ("estimate", "ci_low", "ci_high")
    cell = _named(cell, hint, **dict(zip(names, (middle, low, high), strict=True)))
    if low.value > high.value:
        return replace(
            cell,
            problem=f"“{cell.text.strip()}”: {low.text} is above {high.text}; "
            "expected was from low to high.",
        )
    if not low.value <= middle.value <= high.value:
        return replace(
            cell,
            problem=f"“{cell.text.strip()}”: {middle.text} does not lie from "
            f"{low.text} to {high.text}.",
        )
    return cell
