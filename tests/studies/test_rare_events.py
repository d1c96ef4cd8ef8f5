import pytest

from studies.rare_events import mantel_haenszel, peto
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
