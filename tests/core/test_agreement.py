"""``manage.py agreement``: as R has it, and nothing where nothing is known."""

import io
import json
from itertools import permutations

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from core.agreement.figures import agreement_of, kappa_of, weights_of
from core.agreement.of_many import gwet_of
from core.agreement.ratings import read_ratings
from tests.studies.reference import NUMBERS, near


@pytest.fixture
def agreed(tmp_path):
    """Reckons with rows in a file; the facts, or the words printed."""

    def run(rows, order="", as_json=True):
        file = tmp_path / "ratings.csv"
        text = rows if isinstance(rows, str) else table(rows)
        file.write_text(text, encoding="utf-8")
        out = io.StringIO()
        call_command("agreement", file, order=order, json=as_json, stdout=out)
        return json.loads(out.getvalue()) if as_json else out.getvalue()

    return run


def table(rows):
    return "unit,rater,value\n" + "".join(
        f"{','.join(map(str, row))}\n" for row in rows
    )


def rows_of(counts, labels):
    """Ratings by two people that make this table of counts."""
    unit = 0
    for i, row in enumerate(counts):
        for j, count in enumerate(row):
            for _ in range(count):
                unit += 1
                yield unit, "first", labels[i]
                yield unit, "second", labels[j]


def test_kappas_are_as_the_references_have_them(agreed):
    for case in NUMBERS["kappa"].values():
        labels = case.get("labels") or [f"c{n}" for n in range(len(case["matrix"]))]
        found = agreed(rows_of(case["matrix"], labels), ",".join(labels))
        (pair,) = found["pairs"]
        assert pair["n"] == case["n"]
        assert pair["percent"] == near(case["percent_agreement"])
        assert pair["kappa"] == near(case["kappa"])
        if "ci" in case:
            assert pair["kappa_ci"] == [near(one) for one in case["ci"]]
        if "kappa_linear" in case:
            assert pair["linear"] == near(case["kappa_linear"])
            assert pair["quadratic"] == near(case["kappa_quadratic"])


def test_alphas_are_as_the_references_have_them(agreed):
    for name in ("krippendorff_2011", "rob_three_raters"):
        case = NUMBERS["krippendorff_and_fleiss"][name]
        rows = [
            (unit, f"rater {n}", "" if value is None else value)
            for n, values in enumerate(case["data"], 1)
            for unit, value in enumerate(values, 1)
        ]
        found = agreed(rows)
        for metric, alpha in case["alpha"].items():
            if metric in found["alpha"]:
                assert found["alpha"][metric] == near(alpha)
                low, high = found["alpha_ci"][metric]
                assert low < alpha <= high
        empty = sum(value is None for values in case["data"] for value in values)
        assert found["missing"] == empty


def test_the_kappa_of_many_raters_is_as_the_reference_has_it(agreed):
    case = NUMBERS["krippendorff_and_fleiss"]["fleiss_10x14"]
    rows = [
        (unit, rater, value)
        for unit, counts in enumerate(case["counts"])
        for rater, value in enumerate(np.repeat(np.arange(5), counts))
    ]
    assert agreed(rows)["fleiss"] == near(case["kappa"])
    without_one = agreed(rows[1:])
    assert without_one["fleiss"] is None
    assert any("Fleiss’ kappa is not estimable" in n for n in without_one["notes"])


def test_where_one_value_is_common_ac1_stays_near_the_share(agreed):
    case = NUMBERS["kappa"]["paradox_2x2"]
    found = agreed(rows_of(case["matrix"], case["labels"]))
    # By hand: 189 of 200 said the commoner.
    chance = 2 * 0.945 * 0.055
    assert found["gwet"]["ac1"] == near((0.91 - chance) / (1 - chance))
    assert found["gwet"]["linear"] is None  # in no order
    assert found["pairs"][0]["kappa"] < 0.2


@given(st.lists(st.lists(st.integers(0, 3), max_size=4), min_size=1, max_size=8))
def test_gwets_coefficients_are_those_of_raters_taken_two_by_two(units):
    counts = np.array([np.bincount(unit, minlength=4) for unit in units if unit])
    several = [list(permutations(unit, 2)) for unit in units if len(unit) > 1]
    for weights in (np.eye(4), weights_of(4, 1), weights_of(4, 2)):
        if not several:
            assert not len(counts) or gwet_of(counts, weights) is None
            continue
        alike = np.mean([np.mean([weights[two] for two in each]) for each in several])
        shares = (counts / counts.sum(axis=1)[:, None]).mean(axis=0)
        chance = weights.sum() / 12 * sum(share * (1 - share) for share in shares)
        assert gwet_of(counts, weights) == near((alike - chance) / (1 - chance))


def test_where_all_say_one_thing_nothing_is_estimable(agreed):
    found = agreed([(unit, who, "low") for unit in range(9) for who in ("a", "b")])
    (pair,) = found["pairs"]
    assert pair["percent"] == 100
    assert pair["kappa"] is None
    assert found["alpha"] == {"nominal": None, "ordinal": None, "interval": None}
    assert any("not estimable" in note for note in found["notes"])


def test_where_nothing_varies_no_interval_is_made_up(agreed):
    alike = [(unit, who, unit % 2) for unit in range(9) for who in ("a", "b")]
    for rows, kappa in ((alike, 1), ([(1, "a", 1), (1, "b", 2)], 0)):
        found = agreed(rows)
        (pair,) = found["pairs"]
        assert (pair["kappa"], pair["kappa_ci"]) == (kappa, None)
        said = [note for note in found["notes"] if note.startswith("One unit alone")]
        assert len(said) == (len(rows) == 2)
        assert found["alpha_ci"] == {"nominal": None, "ordinal": None, "interval": None}


def test_a_table_as_spreadsheets_write_unicode_text_is_read(agreed, tmp_path):
    rows = "unit\trater\tvalue\n1\tMär\tx\n1\tb\ty\n"
    out = io.StringIO()
    (tmp_path / "rows.txt").write_bytes(rows.encode("utf-16"))
    call_command("agreement", tmp_path / "rows.txt", json=True, stdout=out)
    assert json.loads(out.getvalue())["pairs"][0]["raters"] == ["Mär", "b"]


def test_an_order_is_needed_for_what_is_weighted(agreed):
    rows = [(1, "a", "low"), (1, "b", "low"), (2, "a", "high"), (2, "b", "some")]
    found = agreed(rows)
    assert found["pairs"][0]["linear"] is found["alpha"]["ordinal"] is None
    assert any("no stated order" in note for note in found["notes"])
    assert agreed(rows, "low,some,high")["pairs"][0]["linear"] is not None


def test_numbers_that_are_not_evenly_spaced_are_said_to_count_by_steps(agreed):
    def rows(*values):
        return [(n, who, each) for n, each in enumerate(values) for who in ("a", "b")]

    for values, said in (((1, 2, 3), False), ((2, 4), False), ((1, 2, 6), True)):
        notes = agreed(rows(*values))["notes"]
        assert any("not evenly spaced" in note for note in notes) == said, values
    known = agreed(rows(1, 2, 6), "1,2,3,4,5,6")["notes"]
    assert not any("not evenly spaced" in note for note in known)


def test_high_agreement_with_a_low_kappa_is_explained(agreed):
    case = NUMBERS["kappa"]["paradox_2x2"]
    words = agreed(rows_of(case["matrix"], case["labels"]), as_json=False)
    assert "91.0 % agree, kappa 0.135 (-0.183 to 0.452)" in words
    assert "one value is much commoner" in words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unit,rater\n1,a\n", "The heading has no column value."),
        ("unit,rater,value,unit\n1,a,x,1\n", "The heading names unit twice."),
        (table([(1, "a", "x"), (1, "a", "x")]), "Line 3: a rates 1 a second time"),
        (table([("", "a", "x")]), "Line 2: the unit is not named."),
        (table([(1, "", "x")]), "Line 2: the rater is not named."),
        (table([(1, "a", "")]), "The table holds no value."),
        (table([(1, "a", "middling")]), "Line 2: “middling” is none of low, high, x."),
        ("", "The table is empty."),
    ],
)
def test_what_is_wrong_is_named_with_its_line(agreed, text, told):
    with pytest.raises(CommandError) as refusal:
        agreed(text, "low,high,x")
    assert told in str(refusal.value)


def test_a_table_too_large_to_reckon_with_is_refused(agreed):
    with pytest.raises(CommandError, match="60 different values; at most 50"):
        agreed([(1, f"rater {n}", n) for n in range(60)])


def test_a_number_is_one_value_however_it_is_written(agreed):
    found = agreed("unit\trater\tvalue\n1\ta\t1\n1\tb\t1.0\n2\ta\t10\n2\tb\t9\n")
    assert found["pairs"][0]["percent"] == 50
    # By hand: 2 of disagreement in pairs, beside 2 · (2·64 + 2·81 + 1) among all four.
    assert found["alpha"]["interval"] == near(1 - 3 * 2 / (2 * (2 * 64 + 2 * 81 + 1)))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=8, max_size=40))
def test_whoever_comes_first_the_figures_are_the_same(values):
    rows = [(n // 2, "ab"[n % 2], value) for n, value in enumerate(values)]
    forth = agreement_of(read_ratings(table(rows).encode()))
    back = agreement_of(read_ratings(table(rows[::-1]).encode()))
    for metric, alpha in forth.alpha.items():
        assert alpha == pytest.approx(back.alpha[metric])
    assert forth.pairs[0].kappa == pytest.approx(back.pairs[0].kappa)


@given(st.integers(2, 5), st.data())
def test_a_kappa_lies_between_minus_one_and_one(size, data):
    cells = st.integers(0, 20)
    drawn = data.draw(st.lists(cells, min_size=size * size, max_size=size * size))
    counts = np.array(drawn).reshape(size, size)
    for weights in (None, weights_of(size, 1), weights_of(size, 2)):
        kappa = kappa_of(counts, weights)
        assert kappa is None or -1 <= kappa.value <= 1.0000001
