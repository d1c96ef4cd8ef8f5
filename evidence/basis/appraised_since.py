"""What became of agreed appraisals since a verdict was given, in the words of today."""

from collections.abc import Callable, Iterator
from typing import Any

from evidence.basis.declared import AppraisalBasis, appraised_as
from studies.appraisals.agreed import tool_of
from studies.instruments.instrument import Instrument

Naming = Callable[[AppraisalBasis], str]


def appraisals_differ(then: Any, now: Any, name_of: Naming) -> Iterator[str]:
    """Sentences on appraisals that came, changed or went; none of an older basis.

    ``name_of`` tells of what an appraisal is.
    """
    if not hasattr(then, "appraisals"):
        return
    was = {appraised_as(one): one for one in then.appraisals}
    standing = {appraised_as(one): one for one in now.appraisals}
    for key, one in standing.items():
        if key not in was:
            yield _new(one, name_of(one))
        elif was[key] != one:
            yield from _changed(was[key], one, name_of(one))
    for key, one in was.items():
        if key not in standing:
            tool = _tool(one)
            yield f"{name_of(one)}: its appraisal with {tool.name} no longer stands."


def _new(one: AppraisalBasis, name: str) -> str:
    tool = _tool(one)
    overall = f": overall “{one.overall}”" if one.overall else ""
    return f"{name}: appraised with {tool.name} since{overall}."


def _changed(was: AppraisalBasis, now: AppraisalBasis, name: str) -> Iterator[str]:
    """The whole first, then the domains or items that make it another."""
    tool = _tool(now)
    if was.version != now.version:
        yield f"{name}: appraised anew with {tool.name}, version {now.version}."
    if was.overall != now.overall:
        words = _otherwise("overall", was.overall, now.overall)
        yield f"{name}: by {tool.name}, {words}."
    names = {domain.id: domain.name for domain in tool.domains}
    judged = _differing(was.judgements, now.judgements)
    answered = _differing(was.answers, now.answers)
    told = [_otherwise(names.get(of, of), *words) for of, words in judged.items()]
    told += [_otherwise(f"item {of}", *words) for of, words in answered.items()]
    if told:
        yield f"{name}: by {tool.name}, {'; '.join(told)}."


def _differing(was: Any, now: Any) -> dict[str, tuple[str, str]]:
    """What is judged otherwise, with both words."""
    before = {one.of: one.judgement for one in was}
    after = {one.of: one.judgement for one in now}
    return {
        of: (before.get(of, ""), after.get(of, ""))
        for of in {**before, **after}
        if before.get(of) != after.get(of)
    }


def _otherwise(what: str, was: str, now: str) -> str:
    return f"{what} was {_quoted(was)}, and is now {_quoted(now)}"


def _quoted(word: str) -> str:
    return f"“{word}”" if word else "not judged"


def _tool(one: AppraisalBasis) -> Instrument:
    return tool_of(one.instrument, one.version)
