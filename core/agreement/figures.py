"""Percent agreement, Cohen's kappa, Krippendorff's alpha, and what stands beside them.

Sources: Cohen 1960 and 1968 (kappa, weighted), Fleiss, Cohen & Everitt 1969 (its
standard error), Krippendorff 2011 (alpha of any number of raters, values missing).
What cannot be estimated is None, and a note says why; it is never 0 or 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import isclose

import numpy as np
from scipy.special import ndtri

from core.agreement.of_many import counts_of, fleiss_of, gwet_of
from core.agreement.ratings import Ratings
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "agreement.figures",
        "How far reviewers agree is said by percent, kappa, Krippendorff’s alpha and "
        "Gwet’s AC1 of their independent judgements.",
        RuleEffect.DECIDES,
        "Cohen 1960 and 1968; Fleiss 1971; Krippendorff 2011; Gwet 2008 and 2014",
    ),
)


SEED = 20_250_401  # of the resampling, printed beside its interval
RESAMPLES = 1_000
LEVEL = 0.95
_Z = float(ndtri((1 + LEVEL) / 2))

Limits = tuple[float, float]
Array = np.ndarray
Difference = Callable[[Array], Array]  # squared, of two categories, by their counts


@dataclass(frozen=True)
class Kappa:
    """Cohen's kappa of two raters, and its interval by the asymptotic error.

    No interval where the error would be 0, however few they are: where all agree, say.
    """

    value: float
    ci: Limits | None


@dataclass(frozen=True)
class Pair:
    """Two raters on the units that both rated.

    `percent` is from 0 to 100. `linear` and `quadratic` are the weighted kappas, for
    values with an order. `table` counts units: a row a value of the first rater, a
    column one of the second.
    """

    raters: tuple[str, str]
    n: int
    percent: float | None
    kappa: float | None
    kappa_ci: Limits | None
    linear: float | None
    quadratic: float | None
    table: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Agreement:
    """All figures of a set of ratings.

    `table` counts pairs of ratings of a unit by any two raters, whoever comes first: a
    pair that differs stands on both sides of its diagonal. `fleiss` is Fleiss' kappa,
    `gwet` has AC1 and, weighted, AC2.
    """

    units: int
    raters: int
    missing: int
    categories: tuple[str, ...]
    pairs: tuple[Pair, ...]
    table: tuple[tuple[int, ...], ...]
    alpha: dict[str, float | None]
    alpha_ci: dict[str, Limits | None]
    fleiss: float | None
    gwet: dict[str, float | None]
    notes: tuple[str, ...]

    @property
    def percent(self) -> float | None:
        """Of 100 pairs of ratings of a unit, how many are alike."""
        alike = sum(row[place] for place, row in enumerate(self.table))
        apart = (sum(map(sum, self.table)) - alike) / 2
        return 100 * alike / (alike + apart) if alike + apart else None


def agreement_of(
    ratings: Ratings,
    nameless: frozenset[str] = frozenset(),
    *,
    every_pair: bool = False,
    most_pairs: int | None = None,
) -> Agreement:
    """Every figure of some ratings.

    With `every_pair` also of two who rated no unit in common; with `most_pairs` only of
    so many, who rated most in common. Of `nameless` units it may not be told who rated
    them: no pair counts those.
    """
    tables = tables_of_pairs(ratings)
    both = sum(map(_both_ways, tables.values()), _none(ratings))
    if nameless:
        tables = tables_of_pairs(ratings, nameless)
    if every_pair:
        empty = dict.fromkeys(combinations(ratings.raters, 2), _none(ratings))
        tables = empty | tables
    told = _most_in_common(tables, most_pairs)
    pairs = [_pair(raters, table, ratings) for raters, table in told.items()]
    alpha, intervals = {}, {}
    for name, (levels, by) in _differences(ratings).items():
        kinds, often = _coincidences(ratings, levels)
        alpha[name] = _known(alpha_of(np.tensordot(often, kinds, axes=1), by))
        intervals[name] = _interval(kinds, often, by)
    return Agreement(
        units=len(ratings.units),
        raters=len(ratings.raters),
        missing=ratings.missing,
        categories=ratings.categories,
        pairs=tuple(pairs),
        table=_counts(both),
        alpha=alpha,
        alpha_ci=intervals,
        fleiss=fleiss_of(counts_of(ratings, len(ratings.categories))),
        gwet=_gwet(ratings),
        notes=tuple(_notes(ratings, pairs, alpha, left_out=len(tables) - len(told))),
    )


# --- Two raters -------------------------------------------------------------------


def tables_of_pairs(
    ratings: Ratings, without: frozenset[str] = frozenset()
) -> dict[tuple[str, str], Array]:
    """By two raters, counts of units: rows by what the first said, columns the second.

    Of any two who rated a unit in common that is not left out, in their order.
    """
    names, size = ratings.raters, len(ratings.categories)
    left_out = [n for n, unit in enumerate(ratings.units) if unit in without]
    said = ratings.coded[~np.isin(ratings.coded[:, 0], left_out)]
    codes = [
        ((first[:, 1] * len(names) + second[:, 1]) * size + first[:, 2]) * size
        + second[:, 2]
        for first, second in _any_two(said)
    ]
    found, often = np.unique(np.concatenate([*codes, said[:0, 0]]), return_counts=True)
    tables: dict[tuple[str, str], Array] = defaultdict(lambda: _none(ratings))
    for code, count in zip(found.tolist(), often.tolist(), strict=True):
        code, column = divmod(code, size)
        code, row = divmod(code, size)
        one, other = divmod(code, len(names))
        tables[names[one], names[other]][row, column] = count
    return dict(tables)


def _any_two(said: Array) -> Iterator[tuple[Array, Array]]:
    """Coded values beside those of another rater of the same unit, each two once."""
    for apart in range(1, len(said)):
        first, second = said[:-apart], said[apart:]
        alike = first[:, 0] == second[:, 0]
        if not alike.any():
            return
        yield first[alike], second[alike]


def _most_in_common(
    tables: dict[tuple[str, str], Array], most: int | None
) -> dict[tuple[str, str], Array]:
    """The tables of those two who rated most units in common, in their order."""
    if most is None or len(tables) <= most:
        return tables
    first = sorted(tables, key=lambda pair: -tables[pair].sum())[:most]
    return {pair: table for pair, table in tables.items() if pair in first}


def _both_ways(table: Array) -> Array:
    """Whoever comes first: what lies off the diagonal, on both sides of it."""
    return table + table.T - np.diag(np.diag(table))


def _none(ratings: Ratings) -> Array:
    return np.zeros((len(ratings.categories), len(ratings.categories)), dtype=int)


def _counts(table: Array) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(map(int, row)) for row in table)


def kappa_of(table: Array, weights: Array | None = None) -> Kappa | None:
    """Cohen's kappa of a table of counts; None where chance alone would agree.

    `weights` are of agreement, 1 on the diagonal; without them nothing but the same
    value agrees.
    """
    n = table.sum()
    if not n:
        return None
    weights = np.eye(len(table)) if weights is None else weights
    shares = table / n
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    observed = float((weights * shares).sum())
    expected = float((weights * np.outer(rows, columns)).sum())
    if _is(expected, 1):
        return None
    kappa = (observed - expected) / (1 - expected)
    # Fleiss, Cohen & Everitt 1969, formula 8 onwards: the error where kappa is not 0.
    by_row, by_column = weights @ columns, weights.T @ rows
    spread = weights - np.add.outer(by_row, by_column) * (1 - kappa)
    variance = (shares * spread**2).sum() - (kappa - expected * (1 - kappa)) ** 2
    error = float(np.sqrt(max(variance, 0) / n) / (1 - expected))
    if _is(observed, 1) or _is(error, 0):
        return Kappa(kappa, None)
    return Kappa(kappa, (max(kappa - _Z * error, -1), min(kappa + _Z * error, 1)))


def _is(value: float, exactly: float) -> bool:
    """Whether a reckoned value is this, but for how computers reckon."""
    return isclose(value, exactly, rel_tol=1e-9, abs_tol=1e-8)


def weights_of(categories: int, power: int) -> Array:
    """Weights of agreement of ordered values: linear by power 1, quadratic by 2."""
    places = np.arange(categories)
    apart = np.abs(np.subtract.outer(places, places)) / max(categories - 1, 1)
    return 1 - apart**power


def _pair(raters: tuple[str, str], table: Array, ratings: Ratings) -> Pair:
    n, kappa = int(table.sum()), kappa_of(table)
    linear = quadratic = None
    if ratings.order:
        levels = len(ratings.order)
        on_scale = table[:levels, :levels]
        linear = kappa_of(on_scale, weights_of(levels, 1))
        quadratic = kappa_of(on_scale, weights_of(levels, 2))
    return Pair(
        raters=raters,
        n=n,
        percent=100 * float(np.trace(table)) / n if n else None,
        kappa=kappa.value if kappa else None,
        kappa_ci=kappa.ci if kappa else None,
        linear=linear.value if linear else None,
        quadratic=quadratic.value if quadratic else None,
        table=_counts(table),
    )


# --- Any number of raters ---------------------------------------------------------


def alpha_of(coincidences: Array, difference: Difference | None) -> Array:
    """Krippendorff's alpha; not a number where all values are one, or none is paired.

    `coincidences`, of shape … × categories × categories, counts pairs of values within
    units; there is an alpha for each. Without a difference that the values allow there
    is none.
    """
    counts = coincidences.sum(axis=-2)
    total = counts.sum(axis=-1)
    if difference is None:
        return np.full(total.shape, np.nan)
    squared = difference(counts)
    observed = (coincidences * squared).sum(axis=(-2, -1)) * (total - 1)
    by_chance = (counts[..., :, None] * counts[..., None, :] * squared).sum((-2, -1))
    known = (total >= 2) & (by_chance > 0)
    return np.where(known, 1 - observed / np.where(known, by_chance, 1), np.nan)


def _gwet(ratings: Ratings) -> dict[str, float | None]:
    """AC1 of all categories; AC2 by both weights of those in order, where there is one.

    What lies beside the scale is missing on it.
    """
    size, levels = len(ratings.categories), len(ratings.order or ())
    on_scale = counts_of(ratings, levels)
    return {
        "ac1": gwet_of(counts_of(ratings, size), np.eye(size)),
        "linear": gwet_of(on_scale, weights_of(levels, 1)),
        "quadratic": gwet_of(on_scale, weights_of(levels, 2)),
    }


def _differences(ratings: Ratings) -> dict[str, tuple[int, Difference | None]]:
    """By each metric how many categories it takes, and how far apart they are.

    None where the categories do not allow it. What lies beside the scale has no place
    on it: by the ordinal metric it is missing.
    """
    size = len(ratings.categories)
    nominal = 1 - np.eye(size)
    numbers = ratings.numbers
    interval = None if numbers is None else _squared(np.array(numbers))
    return {
        "nominal": (size, lambda _: nominal),
        "ordinal": (len(ratings.order or ()), _ordinal if ratings.order else None),
        "interval": (size, None if interval is None else lambda _: interval),
    }


def _ordinal(counts: Array) -> Array:
    """By how many values lie between two and at them."""
    return _squared(np.cumsum(counts, axis=-1) - counts / 2)


def _squared(places: Array) -> Array:
    return (places[..., :, None] - places[..., None, :]) ** 2


def _coincidences(ratings: Ratings, levels: int) -> tuple[Array, Array]:
    """Each kind of unit's pairs of values, over one less than its ratings; how often.

    Of the first `levels` categories, and units with two such ratings or more. Units
    that were rated alike are of one kind. Shapes: kinds × levels × levels; kinds.
    """
    counts, units = _kinds(ratings, levels)
    pairs = counts[:, :, None] * counts[:, None, :]
    places = np.arange(levels)
    pairs[:, places, places] -= counts
    shares = pairs / (counts.sum(axis=1) - 1)[:, None, None]
    if not len(shares):
        return shares, units
    kinds, which = np.unique(shares, axis=0, return_inverse=True)
    return kinds, np.bincount(which.ravel(), weights=units)


def _kinds(ratings: Ratings, levels: int) -> tuple[Array, Array]:
    """How often each of the first categories was said of a unit; of how many units.

    Shapes: kinds of unit × levels; kinds. Only of units with two such ratings or more.
    """
    counts = counts_of(ratings, levels)
    counts = counts[counts.sum(axis=1) > 1]
    often = Counter(map(bytes, counts))
    kinds = np.frombuffer(b"".join(often), int).reshape(len(often), levels)
    return kinds.astype(float), np.array([*often.values()], float)


def _known(alpha: Array) -> float | None:
    return None if np.isnan(alpha) else float(alpha)


def _interval(
    kinds: Array, often: Array, difference: Difference | None
) -> Limits | None:
    """Alpha's interval by drawing units anew; None where too few draws have one.

    None, too, where all that is drawn is alike: it would be no wider for a thousand.

    Units that were rated alike are drawn as one kind, as often as there are of them.
    """
    units = int(often.sum())
    if difference is None or not units:
        return None
    chance = np.random.default_rng(SEED)
    drawn = chance.multinomial(units, often / units, size=RESAMPLES)
    found = alpha_of(np.tensordot(drawn, kinds, axes=1), difference)
    known = found[~np.isnan(found)]
    if len(known) < RESAMPLES / 2 or np.isclose(np.ptp(known), 0):
        return None
    edge = 50 * (1 - LEVEL)
    low, high = np.percentile(known, [edge, 100 - edge])
    return float(low), float(high)


# --- What a reader must know ------------------------------------------------------


def notes_on_values(ratings: Ratings) -> list[str]:
    """What can't be reckoned because of what the values are."""
    notes = []
    if not ratings.order:
        notes.append(
            "The values are in no stated order: nothing weighted, nothing ordinal."
        )
    if ratings.numbers is None:
        notes.append("Not all values are numbers: no interval alpha.")
    elif ratings.order and not np.allclose(np.diff(ratings.numbers, n=2), 0):
        notes.append(
            "The numbers are not evenly spaced: weighted kappa counts the steps "
            "between those that occur, or that --order names; interval alpha the "
            "distances."
        )
    return notes


def _notes(
    ratings: Ratings,
    pairs: list[Pair],
    alpha: dict[str, float | None],
    left_out: int,
) -> list[str]:
    notes = []
    if len(ratings.raters) < 2:
        notes.append("There is one rater: nothing to compare.")
    for pair in pairs:
        who = " and ".join(pair.raters)
        if not pair.n:
            notes.append(f"{who} rated no unit in common.")
        elif pair.kappa is None:
            notes.append(f"{who}: all in one category, kappa is not estimable.")
        elif pair.percent is not None and pair.percent >= 80 and pair.kappa < 0.4:
            notes.append(
                f"{who}: agree in {pair.percent:.0f} % and kappa is low, as it is "
                "where one value is much commoner than the others."
            )
    if left_out:
        notes.append(
            f"Of {len(pairs) + left_out} pairs of raters only the {len(pairs)} are "
            "told who rated most in common; the other figures count all."
        )
    if ratings.order and ratings.beside:
        beside = ", ".join(ratings.beside)
        notes.append(
            f"Weighted and ordinal figures leave out what is no level: {beside}."
        )
    paired = int(_kinds(ratings, len(ratings.categories))[1].sum())
    if paired == 1 or any(pair.n == 1 and pair.kappa is not None for pair in pairs):
        notes.append(
            "One unit alone tells nothing of how its raters agree: kappa and alpha are "
            "0 there wherever they differ."
        )
    if len(ratings.raters) > 1 and alpha["nominal"] is None:
        notes.append(
            "Alpha is not estimable: it needs two ratings of a unit and two values."
        )
    return notes
