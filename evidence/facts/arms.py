"""Arms of one study on one control, made into one: the control's people count once."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from evidence.facts.declared import ItemFacts
from studies.combining import Counted, Measured, combined_counts, combined_means
from studies.designs import PAIRED
from studies.results.arms import group_of, shared_group
from studies.results.effects import counts_of, means_of, printed_first
from texts.durations import same_time
from texts.titles import same_however_typed


def arms_on_one_control(
    first: ItemFacts, results: Iterable[ItemFacts]
) -> tuple[ItemFacts, ...]:
    """The results of a study that compare an arm each with one control, ``first`` too.

    ``first`` alone where there is no other, or where the arms would hold more people
    than the study.
    """
    if not _of_groups(first):
        return (first,)
    others = [one for one in results if one is not first and _beside(first, one)]
    for control in (2, 1):
        arms = {group_of(first.result, 3 - control): first}
        for one in others:
            if shared_group(first.result, one.result) == control:
                arms.setdefault(group_of(one.result, 3 - control), one)
        if len(arms) > 1 and _fit(arms.values(), control):
            return tuple(arms.values())
    return (first,)


def _of_groups(item: ItemFacts) -> bool:
    """Whether a result's effect is made of both groups' counts or means."""
    design = item.study.design
    if design in PAIRED or printed_first(item.result, design):
        return False
    return bool(counts_of(item.result) or means_of(item.result))


def _beside(first: ItemFacts, other: ItemFacts) -> bool:
    """Whether two results may be of two arms: found alike, by one source."""
    a, b = first.result, other.result
    return (
        _of_groups(other)
        and same_time(a.time_point, b.time_point)
        and same_however_typed(a.subgroup) == same_however_typed(b.subgroup)
        and same_however_typed(a.comparison) == same_however_typed(b.comparison)
        and (a.analysis_set, a.compiled_from) == (b.analysis_set, b.compiled_from)
    )


def _fit(arms: Collection[ItemFacts], control: int) -> bool:
    """Whether the study is not known to be smaller than its arms together."""
    first = next(iter(arms))
    size = first.study.sample_size
    people = sum(group_of(arm.result, 3 - control).total for arm in arms)
    return size is None or people + group_of(first.result, control).total <= size


def combined(arms: Collection[ItemFacts]) -> ItemFacts:
    """One result of all arms against their control; the only one as it is.

    Its printed estimate is gone, as that is one arm's. Raises ValueError for means of
    fewer than two people.
    """
    first, *others = arms
    if not others:
        return first
    side = 3 - shared_group(first.result, others[0].result)
    groups = [group_of(arm.result, side) for arm in arms]
    if counts_of(first.result):
        one = combined_counts([Counted(each.events, each.total) for each in groups])
    else:
        one = combined_means(
            [Measured(each.mean, each.sd, each.total) for each in groups]
        )
    numbers = {f"{name}_{side}": value for name, value in one._asdict().items()}
    numbers |= dict.fromkeys(("estimate", "ci_low", "ci_high", "further"))
    return replace(first, result=replace(first.result, **numbers))
