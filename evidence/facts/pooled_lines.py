"""What is pooled under an evidence table, as facts: see `declared` for their rules."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StudyLink:
    """A study by name."""

    id: int
    label: str
    year: int | None
    address: str


@dataclass(frozen=True)
class Unpooled:
    """An included result without a weight in any pooled figure, and why."""

    item: int
    study: StudyLink
    outcome: str
    time_point: str
    in_words: str
    why: str


@dataclass(frozen=True)
class PooledRow:
    """What a study counts with in a pooled line, as it is shown.

    Its result's own effect, unless its arms are swapped, its scale is turned round, or
    its arms on one control or its subgroups are combined: ``combined`` are the items
    counted in besides, ``combined_words`` says what they are. An effect that is null is
    endless. ``people`` and ``events`` count each once, null where they are not known.
    ``estimated_words`` says how its numbers were converted, where they had to be.
    """

    item: int
    combined: tuple[int, ...]
    study: StudyLink
    estimate: float | None
    low: float | None
    high: float | None
    combined_words: str = ""
    people: int | None = None
    events: int | None = None
    estimated_words: str = ""


@dataclass(frozen=True)
class Beside:
    """What another way of pooling makes of the same results; it decides nothing."""

    method: str
    estimate: float
    low: float
    high: float


@dataclass(frozen=True)
class PooledLine:
    """The pooled line of results that are alike, one a study; weights by item.

    ``dose`` to ``measured`` are alike in all of its results, as the comparison is;
    ``unit`` and ``measured`` are empty where they do not matter to the metric.
    ``better`` is which way the outcome is better, empty where that is not stated.
    ``key`` names the line within its base; ``is_main`` is whether the base marks it as
    the one that decides among its designs.
    """

    designs: str
    designs_words: str
    outcome: str
    metric: str
    k: int
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    pi_low: float | None
    pi_high: float | None
    tau2: float | None
    i2: float | None
    q: float | None
    q_df: int | None
    q_p: float | None
    method: str
    weights: dict[str, float]
    in_words: str
    notes: tuple[str, ...]
    left_out: tuple[str, ...]
    without_numbers: tuple[str, ...]
    from_retracted: tuple[str, ...]
    not_estimable: tuple[Unpooled, ...]
    comparison: str
    dose: str
    unit: str
    contrast: str
    measured: str
    alike_words: str
    better: str = ""
    rows: tuple[PooledRow, ...] = ()
    beside: tuple[Beside, ...] = ()
    key: str = ""
    is_main: bool = False
