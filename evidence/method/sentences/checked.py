"""The sentence of a verdict on what is checked, not rated, composed by rule."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from claims.words import CantSay, ClaimKind, Method, Scope, Strength, Verdict
from evidence.method.cant_say import CANT_SAY_BECAUSE
from evidence.method.checks import (
    Check,
    Record,
    counted_words,
    decides,
    only_as_far_as_searched,
)
from evidence.method.methods import method_for, verdicts_for
from evidence.method.sentences.leads import sources_named

NO_EFFECT_SHOWN = "a mechanism is not an effect in patients"
NO_EVIDENCE = "a recommendation is no evidence of an effect"
_OPEN = "What was read and searched does not settle it."
_NOT_FOUND = "what is not found there may be so all the same"
_NOT_IN_REGISTER = "not found in a register is not “not approved”"
_BY_RECORDS = {
    Verdict.CONFIRMED: "confirmed by {records}",
    Verdict.NOT_CONFIRMED: "not confirmed by {records}",
    Verdict.CHANGED_SINCE: "changed since, according to {records}",
    Verdict.AGREES: "this agrees with {records}",
    Verdict.DIFFERS_IN_PART: "this differs in part from {records}",
    Verdict.DIFFERS: "this differs from {records}",
}
_OF_GUIDELINES = {
    Verdict.RECOMMENDED: ("recommends it", "recommend it"),
    Verdict.RECOMMENDED_AGAINST: ("recommends against it", "recommend against it"),
    Verdict.SILENT: ("is silent on it", "are silent on it"),
}
_STRENGTH = {
    Strength.STRONG: ", as a strong recommendation",
    Strength.CONDITIONAL: ", as a conditional or weak recommendation",
    Strength.NOT_GIVEN: ", its strength not given",
}
_WITHOUT_SEARCH = {
    Scope.CITED_ONLY: "the studies cited for this claim show",
    Scope.OTHER_KNOWN: "the studies known here show",
}


def compose_check(check: Check, cant_say_because: str = "") -> str:
    """The sentence of a verdict on a claim of a kind that is checked.

    Raises ValueError for a kind that is rated, and for a word of another kind.
    """
    verdict, method = Verdict(check.verdict), method_for(check.kind)
    if verdict not in verdicts_for(check.kind):
        raise ValueError(f"“{verdict.label}” is no word of a claim of this kind.")
    if verdict is Verdict.CANT_SAY:
        because = CantSay(cant_say_because or CantSay.TOO_UNCERTAIN)
        return _OPEN if because is CantSay.TOO_UNCERTAIN else CANT_SAY_BECAUSE[because]
    match method:
        case Method.RECORD_CHECK:
            body = _of_record(check, verdict)
        case Method.SEARCH_CHECK:
            body = _of_search(check, verdict)
        case Method.KIND_OF_EVIDENCE:
            body = f"{_of_mechanism(check, verdict)}; {NO_EFFECT_SHOWN}"
        case _:
            raise ValueError(f"A claim judged by {method.label} is rated, not checked.")
    return f"{body[0].upper()}{body[1:]}."


# --- records ---


def _of_record(check: Check, verdict: Verdict) -> str:
    deciding = [one for one in check.records if decides(check.kind, one.type)]
    if ClaimKind(check.kind) is ClaimKind.RECOMMENDATION:
        return _of_guidelines(check, verdict, deciding)
    regulatory = ClaimKind(check.kind) is ClaimKind.REGULATORY
    not_found = _NOT_IN_REGISTER if regulatory else _NOT_FOUND
    if not deciding:
        day = f" on {_in_words(check.searched_on)}" if check.searched_on else ""
        where = f"{sources_named(check.sources)}{day}"
        return f"not confirmed by a search of {where}; {not_found}"
    named = _and([f"“{_title(one)}”" for one in deciding])
    body = _BY_RECORDS[verdict].format(records=named) + _read(check, deciding)
    return f"{body}; {not_found}" if verdict is Verdict.NOT_CONFIRMED else body


def _read(check: Check, records: Collection[Record]) -> str:
    """As " (Exampleland, as read on 5 January 2026)"."""
    places = dict.fromkeys(one.jurisdiction for one in records if one.jurisdiction)
    parts = [", ".join(places) or check.jurisdiction]
    days = [one.read_on for one in records if one.read_on]
    if days:
        parts.append(f"as read on {_in_words(max(days))}")
    words = ", ".join(filter(None, parts))
    return f" ({words})" if words else ""


def _of_guidelines(check: Check, verdict: Verdict, deciding: Collection[Record]) -> str:
    named = [_guideline(one) for one in deciding] or ["the guideline"]
    one, several = _OF_GUIDELINES[verdict]
    says = one if len(named) == 1 else several
    strength = _STRENGTH.get(Strength(check.strength), "")
    return f"{_and(named)} {says}{strength}; {NO_EVIDENCE}"


def _guideline(record: Record) -> str:
    """As "“Guideline on falls” (Example Society, 2020)"."""
    by = ", ".join(filter(None, [record.body, str(record.year or "")]))
    return f"“{_title(record)}”" + (f" ({by})" if by else "")


def _title(record: Record) -> str:
    return " ".join(record.title.split()).rstrip(" .") or "the record"


# --- searches and mechanisms ---


def _of_search(check: Check, verdict: Verdict) -> str:
    day = f" on {_in_words(check.searched_on)}" if check.searched_on else ""
    search = f"search of {sources_named(check.sources)}{day}"
    without = _WITHOUT_SEARCH.get(Scope(check.scope))
    counted = ""
    if check.count:
        counted = f": {check.count.found_words}; the claim says "
        counted += check.count.claimed_words
    if without:
        looked = day and f", looked at{day}"
        return f"{verdict.label} as far as {without}{looked}{counted}"
    if only_as_far_as_searched(check):
        return f"{verdict.label} as far as one {search} shows{counted}"
    kind = "a systematic" if Scope(check.scope) is Scope.SYSTEMATIC else "a"
    return f"{verdict.label} by {kind} {search}{counted}"


def _of_mechanism(check: Check, verdict: Verdict) -> str:
    return counted_words(verdict, check.shown or {}) or verdict.label


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _and(names: Collection[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
