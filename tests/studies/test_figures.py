"""Numbers as a reader meets them."""

import math

from studies.figures import entered, figure, printed


def test_a_number_is_read_at_a_glance_however_large_or_small():
    shown = {
        -0.4: "−0.40",
        0.0012: "0.0012",
        4e7: "40,000,000.00",
        1e300: "1 × 10³⁰⁰",
        -4.2e-8: "−4.2 × 10⁻⁸",
        math.inf: "∞",
        0.0: "0.00",
    }
    assert {number: figure(number) for number in shown} == shown
    assert printed(0.5, 0.4213, 1e12) == ["0.5000", "0.4213", "1 × 10¹²"]


def test_what_somebody_entered_loses_no_digit():
    numbers = (1234567, 0.8, -5, 1.25, 1e300)
    told = ["1234567", "0.8", "−5", "1.25", "1 × 10³⁰⁰"]
    assert [entered(number) for number in numbers] == told
