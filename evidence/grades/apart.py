"""How the results that count are of others, or otherwise, than the claim says."""

import math
from collections.abc import Collection, Iterable, Iterator

from claims.models import Claim
from evidence.bases.reading import compares_other_way
from evidence.bases.told_twice import NUMBERS, either_way
from evidence.grades.findings import Counted
from evidence.method import FAR_APART, are_others, have_in_common
from studies.designs import speaks_of_animals
from studies.models import Result
from studies.results.compared import sides_of
from texts.doses import Dose, doses_in
from texts.durations import days_in, is_endless


def apart(claim: Claim, counted: Collection[Counted]) -> Iterator[str]:
    """How results are of others, or of another time, than the claim, by their words."""
    results = [one.result for one in counted]
    asked = f"{claim.population} {claim.text}"
    if some := _subgroups_alone(results, asked):
        yield f"all there is are subgroups ({', '.join(some)})"
    of_animals = sorted(
        {
            result.study.label
            for result in results
            if speaks_of_animals(result.study.title, result.study.population)
        }
    )
    if of_animals and not speaks_of_animals(asked, claim.intervention):
        yield f"{', '.join(of_animals)} names animals, and is entered as of people"
    yield from _of_other_things(claim, counted)
    yield from _of_other_people(claim, results)
    yield from _of_other_doses(claim, results)
    if is_of_no_time(claim, results):
        yield f"the claim is of “{claim.time_frame}”, and no result says of when it is"
    if times := times_far_from(claim, results):
        of = ", ".join(times)
        yield f"the claim is of {claim.time_frame}, and results are of {of}"


def _subgroups_alone(results: Collection[Result], asked: str) -> list[str]:
    """The subgroups, where each study has one alone that the claim is not of.

    A study that has several of them is of all of these people together.
    """
    of_study: dict[int, set[str]] = {}
    for one in results:
        of_study.setdefault(one.study_id, set()).add(one.subgroup.strip())
    alone = {next(iter(some)) for some in of_study.values() if len(some) == 1}
    others = sorted(one for one in alone if one.casefold() not in asked.casefold())
    whole = "" in alone or any(len(some) > 1 for some in of_study.values())
    return [] if whole else others


# --- what was given, with what it was compared, what was measured, in whom ---


def _of_other_things(claim: Claim, counted: Collection[Counted]) -> Iterator[str]:
    """How results are of a thing that the claim is not of, and nobody said it fits."""
    for element, (says, say) in _SAY.items():
        asked = getattr(claim, element)
        others = dict.fromkeys(
            told
            for one in counted
            if element not in one.matched
            if (told := _told_of(claim, one.result)[element])
            and not have_in_common(asked, told)
        )
        if others:
            of = " and ".join(f"“{one}”" for one in others)
            yield f"the claim {says} “{asked}”, and results {say} {of}"


_SAY = {
    "intervention": ("is of", "are of"),
    "comparator": ("compares with", "compare with"),
    "outcome": ("is of", "measured"),
}


def _told_of(claim: Claim, result: Result) -> dict[str, str]:
    """What a result is of, by its own words, else its study's; empty where untold."""
    sides = sides_of(result.compared)
    given, other = sides if len(sides) == 2 else ("", "")
    if compares_other_way(claim, result):
        given, other = other, given
    return {
        "intervention": given or result.study.intervention,
        "comparator": other or result.study.comparator,
        "outcome": "" if claim.outcome_measured_id else result.outcome.name,
    }


def _of_other_people(claim: Claim, results: Iterable[Result]) -> Iterator[str]:
    """How studies are of people of another age or sex than the claim is of."""
    asked = f"{claim.population} {claim.text} {claim.subgroup}"
    others = {
        result.study.label: result.study.population
        for result in results
        if are_others(asked, f"{result.study.population} {result.subgroup}")
    }
    for label, people in sorted(others.items()):
        yield f"{label} is of “{people}”, whom the claim is not of"


# --- the time ---


def is_of_no_time(claim: Claim, results: Collection[Result]) -> bool:
    """Whether a claim is of a time, and no result says of when it is."""
    told = any(one.time_words for one in results)
    return bool(claim.time_frame and results) and not told


def times_far_from(claim: Claim, results: Iterable[Result]) -> list[str]:
    """The times of results where all lie far from the claim's, the shortest first."""
    asked = days_in(claim.time_frame)
    if is_endless(claim.time_frame):
        asked = math.inf
    if not asked:
        return []
    found = {days_in(one.time_words): one.time_words.strip() for one in results}
    if not found or None in found:
        return []
    near = [days for days in found if asked <= FAR_APART * days <= FAR_APART**2 * asked]
    return [] if near else [found[days] for days in sorted(found)]


# --- the dose ---


def _of_other_doses(claim: Claim, results: Iterable[Result]) -> Iterator[str]:
    """How results are of no dose that the claim is of, where it is of any."""
    asked = _doses_asked(claim)
    if not asked:
        return
    of = " and ".join(f"“{dose.words}”" for dose in asked)
    told = [dose for one in results for dose in _doses_told(one)]
    if not told:
        yield f"the claim is of {of}, and no result says of which dose it is"
    elif not any(one.is_near(dose) for one in told for dose in asked):
        words = ", ".join(dict.fromkeys(dose.words for dose in told))
        yield f"the claim is of {of}, and results are of {words}"


def _doses_asked(claim: Claim) -> list[Dose]:
    """The doses that a claim is of: its question's, else those that its words name."""
    for text in (claim.dose, claim.text, claim.intervention):
        named = " ".join((claim.population, claim.comparator, claim.outcome)).casefold()
        found = [one for one in doses_in(text) if one.words not in named]
        if found:
            return found
    return []


def _doses_told(result: Result) -> Iterator[Dose]:
    """The doses that a result is of, as it, its arm, or else its study says."""
    arm = result.arm_1.name if result.arm_1 else ""
    texts = (result.dose, arm, result.comparison, result.study.intervention)
    told = ([*doses_in(text)] for text in texts)
    return iter(next(filter(None, told), []))


# --- one study told twice ---

_ENOUGH = 4  # numbers that are no chance; of an estimate its three, the last


def of_one_number(counted: Iterable[Counted]) -> str:
    """The studies whose results have the same numbers; empty where none are.

    Round ones may be the same by chance: 100 people in each group.
    """
    having: dict[tuple[object, ...], dict[int, str]] = {}
    for result in (one.result for one in counted):
        numbers = [getattr(result, name) for name in NUMBERS]
        are_exact = [*map(_is_exact, numbers)]
        if sum(are_exact) >= _ENOUGH or all(are_exact[-3:]):
            same = having.setdefault((result.outcome_id, *either_way(numbers)), {})
            same[result.study_id] = result.study.label
    several = (studies for studies in having.values() if len(studies) > 1)
    return " and ".join(next(several, {}).values())


def _is_exact(number: float | None) -> bool:
    """Whether a number is so exact that few have it: 12, 118 or 0.713, not 0.7 or 120.

    A count has two digits, what is no whole number three.
    """
    if number is None:
        return False
    digits = f"{abs(number):.9e}".partition("e")[0].replace(".", "").rstrip("0")
    is_count = float(number).is_integer()
    return len(digits) >= (2 if is_count and number % 10 else 3)
