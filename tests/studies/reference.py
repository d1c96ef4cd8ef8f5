"""Figures of metafor and how near to them a number has to be."""

import json
from pathlib import Path

import pytest

from studies import effects

NUMBERS = json.loads(
    Path(__file__).with_name("reference_numbers.json").read_text(encoding="utf-8")
)
DATASETS = {one["id"]: one for one in NUMBERS["datasets"]}
RANDOMISED_BCG = (
    "Aronson 1948",
    "Ferguson & Simes 1949",
    "Rosenthal et al 1960",
    "Hart & Sutherland 1977",
    "Vandiviere et al 1973",
    "TPT Madras 1980",
    "Coetzee & Berjak 1968",
)


def near(expected, rel=1e-5):
    """The tolerance the figures are given to: eight significant digits."""
    return pytest.approx(expected, rel=rel, abs=1e-7)


def counts(row):
    """(events1, total1, events2, total2) of a row of counts."""
    if "bi" in row:
        return row["ai"], row["ai"] + row["bi"], row["ci"], row["ci"] + row["di"]
    return row["ai"], row["n1"], row["ci"], row["n2"]


def effects_of(dataset_id):
    """Each row's effect, computed from its raw numbers where it has them."""
    dataset = DATASETS[dataset_id]
    return [_effect(row, dataset["measure"]) for row in dataset["rows"]]


def _effect(row, measure):
    means = [row.get(key) for key in ("m1", "sd1", "n1", "m2", "sd2", "n2")]
    if measure == "log RR":
        return effects.risk_ratio(*counts(row))
    if measure == "log OR":
        return effects.odds_ratio(*counts(row))
    if measure == "RD":
        return effects.risk_difference(*counts(row))
    if measure == "MD":
        return effects.mean_difference(*means)
    if None not in means:
        return effects.standardised_mean_difference(*means)
    return effects.Effect(effects.Measure.SMD, row["yi"], row["vi"])
