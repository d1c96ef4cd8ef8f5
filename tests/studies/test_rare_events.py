import pytest

from studies.effects import peto_odds_ratio
from studies.rare_events import is_rare, mantel_haenszel, peto, suits_peto
from tests.studies.reference import DATASETS, NUMBERS, counts, near

SPARSE = NUMBERS["mantel_haenszel_peto"]


def tables(dataset):
    return [counts(row) for row in DATASETS[dataset]["rows"]]


@pytest.mark.parametrize("name", SPARSE)
def test_a_pool_of_tables_equals_metafor(name):
    dataset, _, way = name.rpartition("_")
    pooled = (
        peto(tables(dataset))
        if way == "peto"
        else mantel_haenszel(tables(dataset), dataset.rpartition("_")[2])
    )
    expected = SPARSE[name]
    assert pooled.y == near(expected["log_estimate"])
    assert pooled.se == near(expected["se"])
    assert pooled.ci == (near(expected["ci_lo"]), near(expected["ci_hi"]))
    assert pooled.q == near(expected["Q"])


def test_a_table_without_events_is_left_out_and_counted():
    with_silent = [*tables("bcg_or"), (0, 40, 0, 40)]
    pooled = mantel_haenszel(with_silent, "or")
    assert pooled.y == mantel_haenszel(tables("bcg_or"), "or").y
    assert pooled.k == 13
    assert pooled.notes == ("1 left out: no events, or events in all.",)


def test_a_risk_difference_counts_tables_without_events():
    pooled = mantel_haenszel([(1, 10, 3, 10), (0, 10, 0, 10)], "rd")
    assert (pooled.k, pooled.notes) == (2, ())
    assert pooled.y == pytest.approx(-0.1)


@pytest.mark.parametrize("measure", ["rr", "or", "rd"])
def test_weights_make_the_estimate_the_mean_of_the_studies(measure):
    """On the printed scale: what a weight of Mantel–Haenszel's is."""
    counted = [(4, 123, 11, 139), (6, 306, 29, 303), (3, 231, 11, 220)]
    pooled = mantel_haenszel(counted, measure)
    of = {
        "rr": lambda a, n1, c, n2: (a / n1) / (c / n2),
        "or": lambda a, n1, c, n2: (a / (n1 - a)) / (c / (n2 - c)),
        "rd": lambda a, n1, c, n2: a / n1 - c / n2,
    }[measure]
    parts = [
        weight / 100 * of(*table)
        for weight, table in zip(pooled.weights, counted, strict=True)
    ]
    assert sum(parts) == pytest.approx(pooled.estimate)


def test_petos_weights_make_the_estimate_the_mean_of_the_logarithms():
    counted = [(4, 123, 11, 139), (0, 40, 0, 40), (6, 306, 29, 303)]
    pooled = peto(counted)
    parts = [
        weight / 100 * peto_odds_ratio(*table).y
        for weight, table in zip(pooled.weights, counted, strict=True)
        if weight is not None
    ]
    assert pooled.weights[1] is None
    assert sum(parts) == pytest.approx(pooled.y)


@pytest.mark.parametrize(
    ("counted", "rare"),
    [
        ([(9, 100, 20, 100)], False),
        ([(9, 100, 20, 100), (0, 100, 20, 100)], True),
        ([(9, 100, 20, 100), (9, 100, 100, 100)], True),
        ([(9, 1000, 9, 1000)], True),
        ([(9, 1000, 10, 1000)], False),
    ],
)
def test_events_are_rare_by_an_empty_cell_or_the_risk_in_arm_2(counted, rare):
    assert is_rare(counted) is rare


@pytest.mark.parametrize(
    ("counted", "suits"),
    [
        ([(6, 1000, 9, 1000)], True),
        ([(6, 1000, 10, 1000)], False),
        ([(6, 1000, 9, 2001)], False),
        ([(4, 1000, 9, 1000)], False),
        ([(19, 1000, 9, 1000)], False),
    ],
)
def test_peto_suits_rare_events_similar_arms_and_small_effects(counted, suits):
    assert suits_peto(counted) is suits


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: mantel_haenszel([(1, 9, 2, 9)], "smd"), "pools rr, or and rd"),
        (lambda: mantel_haenszel([(0, 9, 0, 9)], "or"), "no events to pool"),
        (lambda: mantel_haenszel([(0, 9, 2, 9), (0, 8, 1, 8)], "rr"), "in one arm"),
        (lambda: peto([(12, 9, 2, 9)]), "more than the 9 people"),
    ],
)
def test_tables_that_cannot_be_pooled_are_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()
