"""Two studies of a base that are one told twice: they look it, and so do their numbers.

Each study counts once in a line; one that is entered twice would count as two.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from evidence.models import EvidenceBase, EvidenceItem
from evidence.twins.looking import look_alikes
from evidence.twins.models import Twins
from evidence.twins.words import TwinNoun
from evidence.words import Decision
from studies.models import Study

NUMBERS = (  # of a result, as ``either_way`` takes them
    *("events_1", "total_1", "events_2", "total_2"),
    *("mean_1", "sd_1", "mean_2", "sd_2", "estimate", "ci_low", "ci_high"),
)
_ENOUGH = 2  # numbers that are no chance


def told_twice(base: EvidenceBase) -> Iterator[str]:
    """A sentence for each two included studies that are one to all appearance."""
    pairs = _of_one_number(base)
    if not pairs:
        return
    among = {study for pair in pairs for study in pair}
    told_apart = Twins.objects.filter(noun=TwinNoun.STUDY, one__in=among)
    known = set(told_apart.exclude(told_apart_by=None).values_list("one", "other"))
    studies = Study.objects.with_names().in_bulk(among)
    alike = sorted(
        (each.one, each.other, each.why) for each in look_alikes(TwinNoun.STUDY, among)
    )
    for one, other, why in alike:
        if (one, other) in pairs - known:
            names = f"{studies[one].name} and {studies[other].name}"
            yield (
                f"{names} have the same numbers, and may be one study. {why} Join "
                "them, leave one out, or say that they are two."
            )


def either_way(numbers: Sequence[float | None]) -> tuple[object, ...]:
    """A result's ``NUMBERS``, the same whichever of the two groups stands first."""
    one, other, printed = numbers[0:2], numbers[2:4], numbers[8:]
    first, second = (*one, *numbers[4:6]), (*other, *numbers[6:8])
    return (*sorted((first, second), key=str), *printed)


def _of_one_number(base: EvidenceBase) -> set[tuple[int, int]]:
    """Studies, two by two, with a result of the same numbers, the smaller id first."""
    items = EvidenceItem.objects.filter(base=base, decision=Decision.INCLUDED)
    rows = items.exclude(result=None).values_list(
        "result__study",
        *(f"result__{name}" for name in ("outcome", "metric", *NUMBERS)),
    )
    having = defaultdict(set)
    for study, outcome, metric, *numbers in rows:
        if len(numbers) - numbers.count(None) >= _ENOUGH:
            having[outcome, metric, *either_way(numbers)].add(study)
    return {
        pair for studies in having.values() for pair in combinations(sorted(studies), 2)
    }
