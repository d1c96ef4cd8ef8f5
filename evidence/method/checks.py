"""The sentence of a verdict on what is checked, not rated, composed by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.words import CantSay, Method, Scope, Verdict
from evidence.method.methods import method_for
from evidence.method.statements import CANT_SAY_BECAUSE

_OF_RECORDS = {
    Verdict.CONFIRMED: "{body} says so{where}",
    Verdict.NOT_CONFIRMED: "{body} does not say so{where}; not found there is not the "
    "same as not so",
    Verdict.CHANGED_SINCE: "{body} said so once and says otherwise now{where}",
    Verdict.AGREES: "this agrees with {body}{where}",
    Verdict.DIFFERS_IN_PART: "this differs in part from {body}{where}",
    Verdict.DIFFERS: "this differs from {body}{where}",
    Verdict.RECOMMENDED: "{body} recommends it{where}; a recommendation is no evidence "
    "of an effect",
    Verdict.NOT_RECOMMENDED: "{body} does not recommend it{where}; a recommendation is "
    "no evidence of an effect",
    Verdict.SUPPORTED: "{body} says so{where}",
    Verdict.CONTRADICTED: "{body} says otherwise{where}",
}
_OF_SEARCHES = {
    Verdict.ACCURATE: "this is accurate",
    Verdict.OUTDATED: "this was accurate once and is outdated",
    Verdict.NOT_ACCURATE: "this is not accurate",
}
_OF_EVIDENCE = {
    Verdict.SHOWN_IN_PEOPLE: "in people",
    Verdict.SHOWN_IN_ANIMALS: "in animals",
    Verdict.SHOWN_IN_CELLS: "in cells",
}
NO_EFFECT_SHOWN = "a mechanism is not an effect in patients"


@dataclass(frozen=True, kw_only=True)
class Check:
    """What was read or searched: records with their day and jurisdiction, or a search.

    `day` is when the record said so, or when was searched, in words; `shown` of
    `studies` show a mechanism in what the verdict names.
    """

    kind: str
    verdict: str
    cant_say_because: str = ""
    bodies: Sequence[str] = ()
    jurisdiction: str = ""
    day: str = ""
    scope: str = Scope.CITED_ONLY
    sources: str = ""
    shown: int = 0
    studies: int = 0


def compose_check(check: Check) -> str:
    """The sentence of a verdict on a claim of a kind that is checked.

    Raises ValueError for a kind that is rated, and for a word of another method.
    """
    verdict = Verdict(check.verdict)
    if verdict is Verdict.CANT_SAY:
        because = CantSay(check.cant_say_because or CantSay.TOO_UNCERTAIN)
        return CANT_SAY_BECAUSE[because]
    frames = {
        Method.RECORD_CHECK: _of_record,
        Method.SEARCH_CHECK: _of_search,
        Method.KIND_OF_EVIDENCE: _of_mechanism,
    }
    method = method_for(check.kind)
    if method not in frames:
        raise ValueError(f"A claim judged by {method.label} is rated, not checked.")
    try:
        body = frames[method](check, verdict)
    except KeyError:
        raise ValueError(f"“{verdict.label}” is no word of {method.label}.") from None
    return f"{body[0].upper()}{body[1:]}."


def _of_record(check: Check, verdict: Verdict) -> str:
    day = f"as read on {check.day}" if check.day else ""
    where = ", ".join(part for part in (check.jurisdiction.strip(), day) if part)
    named = [" ".join(body.split()).rstrip(" .") for body in check.bodies]
    body = (
        " and ".join(f"“{one}”" for one in named if one) or "the record that was read"
    )
    words = _OF_RECORDS[verdict]
    if len(named) > 1:
        for one, several in _SEVERAL:
            words = words.replace(one, several)
    return words.format(body=body, where=f" ({where})" if where else "")


_SEVERAL = (
    ("} says", "} say"),
    ("and says", "and say"),
    ("} does not", "} do not"),
    ("} recommends", "} recommend"),
)


def _of_search(check: Check, verdict: Verdict) -> str:
    sources = " ".join(check.sources.split()).rstrip(" .") or "sources not stated"
    day = f" on {check.day}" if check.day else ""
    found = _OF_SEARCHES[verdict]
    if check.scope == Scope.SYSTEMATIC:
        return f"by a systematic search of {sources}{day}, {found}"
    return f"as far as one search of {sources}{day} shows, {found}"


def _of_mechanism(check: Check, verdict: Verdict) -> str:
    if verdict is Verdict.NOT_SHOWN:
        return f"this is proposed and was not shown; {NO_EFFECT_SHOWN}"
    noun = "study" if check.studies == 1 else "studies"
    counted = f" in {check.shown} of {check.studies} {noun}" if check.studies else ""
    return f"this was shown{counted} {_OF_EVIDENCE[verdict]}; {NO_EFFECT_SHOWN}"
