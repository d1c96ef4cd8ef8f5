"""Events per person-time, and proportions of one group.

Sources: Rothman, Modern Epidemiology (rates); Cochrane Handbook 6.7; Stijnen 2010
(proportions on the logit scale).
"""

from __future__ import annotations

import math

from studies.effects import Effect, Measure


def rate_ratio(events1: float, time1: float, events2: float, time2: float) -> Effect:
    """The ratio of two rates per person-time.

    No events in one arm adds one half to both; none in either is not estimable.
    """
    _check((events1, time1), (events2, time2))
    if events1 == events2 == 0:
        note = "No events in both arms: not estimable."
        return Effect(Measure.RATE_RATIO, None, None, (note,))
    notes: tuple[str, ...] = ()
    if 0 in (events1, events2):
        events1, events2 = events1 + 0.5, events2 + 0.5
        notes = ("An arm has no events: one half was added to both.",)
    y = math.log((events1 / time1) / (events2 / time2))
    return Effect(Measure.RATE_RATIO, y, 1 / events1 + 1 / events2, notes)


def proportion(events: float, total: float) -> Effect:
    """The share of a group with an event, on the logit scale.

    Nobody or everybody adds one half to those with and to those without.
    """
    if not (math.isfinite(total) and total > 0 and 0 <= events <= total):
        raise ValueError(f"Events are 0 to the total, got {events} of {total}.")
    without, notes = total - events, ()
    if 0 in (events, without):
        events, without = events + 0.5, without + 0.5
        notes = ("Nobody or everybody: one half was added on both sides.",)
    y = math.log(events / without)
    return Effect(Measure.PROPORTION, y, 1 / events + 1 / without, notes)


def _check(*arms: tuple[float, float]) -> None:
    for number, (events, time) in enumerate(arms, start=1):
        if not (math.isfinite(events) and events >= 0):
            raise ValueError(f"Arm {number}: events are 0 or more, got {events}.")
        if not (math.isfinite(time) and time > 0):
            raise ValueError(f"Arm {number}: person-time is above 0, got {time}.")
