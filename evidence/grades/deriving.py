"""Never picked but derived: why nothing can be said, and what evidence leans to."""

from typing import Any, NamedTuple

from claims.words import CantSay, Certainty, Verdict
from evidence.bases.freezing import nothing_found
from evidence.grades.checking import check_of
from evidence.grades.draft import GradeForm
from evidence.grades.findings import Evidence, without_readings
from evidence.grades.sentences import sentence_of
from evidence.method import (
    GRADE_METHODS,
    Findings,
    decides,
    leaning_of,
    method_for,
    something_counts,
)
from evidence.words import Bearing, Leaning


class Derived(NamedTuple):
    """Why nothing can be said, and which way the evidence leans; empty for a word."""

    because: str = ""
    leaning: str = ""


def as_judged(evidence: Evidence, form: GradeForm) -> dict[str, Any]:
    """The columns of a grade that nobody picks, as the rules make them of its form."""
    method = str(method_for(evidence.claim.kind))
    because, leaning = derived(evidence, form)
    return {
        "method": method,
        "certainty": form.certainty(method),
        "cant_say_because": because,
        "leaning": leaning,
        "sentence": sentence_of(evidence, form, because),
    }


def derived(evidence: Evidence, form: GradeForm) -> Derived:
    """What follows for a form, as it would be stored."""
    if form.verdict != Verdict.CANT_SAY:
        return Derived()
    if method_for(evidence.claim.kind) not in GRADE_METHODS:
        return Derived(str(_of_check(evidence, form)))
    findings = without_readings(evidence, form)
    return Derived(
        str(something_counts(lacks_margin=bool(findings.lacks_margin))),
        str(_leaning(findings, form.certainty(method_for(evidence.claim.kind)))),
    )


def _leaning(findings: Findings, certainty: str) -> Leaning:
    """The side of the deciding estimate, where it is too uncertain to be a word."""
    if findings.lacks_margin and findings.points != Bearing.CONTRADICTS:
        return Leaning.NONE
    uncertain = certainty == Certainty.VERY_LOW or findings.deciding in (
        "",
        Bearing.INCONCLUSIVE,
    )
    if not uncertain:
        return Leaning.NONE
    difference = findings.claims_difference
    return leaning_of(findings.points, claims_difference=difference)


def _of_check(evidence: Evidence, form: GradeForm) -> CantSay:
    """Why a check comes to no word: nothing was found, none decides, or it is open."""
    check = check_of(evidence, form)
    counts = any(decides(check.kind, one.type) for one in check.records)
    if counts or check.shown:
        return CantSay.TOO_UNCERTAIN
    return nothing_found(evidence.base).because
