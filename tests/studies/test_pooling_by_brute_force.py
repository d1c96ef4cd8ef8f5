"""The pooled figures of random sets, found again by other means.

The restricted likelihood is written as a density of contrasts and maximised by search;
the mean is a least-squares fit; tau² of Paule–Mandel and its interval are found by
bisection.
"""

import math

import numpy as np
import pytest
from scipy import optimize, stats

from studies.effects import Effect, Measure
from studies.pooling import pool
from studies.rare_events import mantel_haenszel

SETS = 200


def a_set(seed):
    random = np.random.default_rng(seed)
    k = int(random.integers(2, 21))
    v = 10 ** random.uniform(-3, 1, k) if seed % 3 else np.full(k, 0.2)
    tau = random.choice([0.0, 0.1, 1.0, 5.0])
    return random.normal(random.uniform(-2, 2), np.sqrt(v + tau**2)), v


def contrasts_log_density(tau2, y, v):
    """The log density of what is left of y once any mean is taken out."""
    k = len(y)
    design = np.ones((k, 1))
    basis = np.linalg.svd(design)[0][:, 1:]
    covariance = basis.T @ np.diag(v + tau2) @ basis
    return stats.multivariate_normal.logpdf(basis.T @ y, np.zeros(k - 1), covariance)


def least_squares(y, v):
    weights = np.diag(1 / np.sqrt(v))
    design = weights @ np.ones((len(y), 1))
    mean, *_ = np.linalg.lstsq(design, weights @ y, rcond=None)
    return mean[0], math.sqrt(np.linalg.inv(design.T @ design)[0, 0])


def spread(tau2, y, v):
    mean, _ = least_squares(y, v + tau2)
    return float(np.sum((y - mean) ** 2 / (v + tau2)))


def where_spread_is(target, y, v):
    if spread(0, y, v) <= target:
        return 0.0
    high = 1.0
    while spread(high, y, v) > target:
        high *= 2
    return optimize.bisect(lambda t: spread(t, y, v) - target, 0, high, xtol=1e-14)


@pytest.mark.parametrize("seed", range(SETS))
def test_a_random_set_is_pooled_as_by_brute_force(seed):
    y, v = a_set(seed)
    k = len(y)
    effects = [
        Effect(Measure.MD, float(a), float(b)) for a, b in zip(y, v, strict=True)
    ]
    found = pool(effects)
    best = contrasts_log_density(found.tau2, y, v)
    top = 10 * (y.var() + v.max())
    grid = np.concatenate([[0], np.geomspace(1e-9 * top, top, 120)])
    others = [contrasts_log_density(tau2, y, v) for tau2 in grid]
    assert best >= max(others) - 1e-9  # no tau² is likelier
    mean, se = least_squares(y, v + found.tau2)
    assert (found.y, found.se_wald) == pytest.approx((mean, se), rel=1e-6, abs=1e-9)
    factor = max(1.0, spread(found.tau2, y, v) / (k - 1))
    half = stats.t.ppf(0.975, k - 1) * se * math.sqrt(factor)
    assert found.ci == pytest.approx((mean - half, mean + half), rel=1e-6, abs=1e-8)
    middle = pool(effects, method="PM").tau2
    assert middle == pytest.approx(where_spread_is(k - 1, y, v), rel=1e-6, abs=1e-9)
    limits = [where_spread_is(stats.chi2.ppf(q, k - 1), y, v) for q in (0.975, 0.025)]
    assert found.tau2_ci == pytest.approx(limits, rel=1e-6, abs=1e-9)
    assert found.q_p == pytest.approx(stats.chi2.sf(spread(0, y, v), k - 1), abs=1e-12)
    w = 1 / v
    typical = (k - 1) * w.sum() / (w.sum() ** 2 - (w**2).sum())
    assert found.i2 == pytest.approx(
        100 * found.tau2 / (found.tau2 + typical), abs=1e-6
    )
    if k > 2:
        wide = stats.t.ppf(0.975, k - 1) * math.sqrt(se**2 * factor + found.tau2)
        assert found.prediction.high - mean == pytest.approx(wide, rel=1e-6)


@pytest.mark.parametrize("seed", range(50))
def test_random_tables_are_pooled_as_strata(seed):
    random = np.random.default_rng(seed)
    tables = []
    for _ in range(int(random.integers(2, 12))):
        n1, n2 = (int(n) for n in random.integers(20, 400, 2))
        events = (int(random.binomial(n, random.uniform(0.01, 0.3))) for n in (n1, n2))
        tables.append((next(events), n1, next(events), n2))
    usable = [one for one in tables if one[0] + one[2]]
    over = sum(a * n2 / (n1 + n2) for a, n1, c, n2 in usable)
    under = sum(c * n1 / (n1 + n2) for a, n1, c, n2 in usable)
    if len(usable) > 1 and over and under:
        assert mantel_haenszel(tables, "rr").estimate == pytest.approx(over / under)
