"""Results as papers print them, worked out by formula: forty with an error, forty odd.

Each is the fields of a result, its texts as printed. The arithmetic here is the test's
own.
"""

import math

from scipy.special import betaincinv, ndtri, stdtrit

TRIALS = (  # events and people, two groups
    (30, 120, 54, 118),
    (18, 240, 41, 236),
    (66, 150, 45, 152),
    (210, 900, 260, 905),
    (12, 80, 25, 84),
)
SCORES = (  # mean, deviation and people, two groups
    (24.1, 6.2, 50, 28.3, 6.9, 48),
    (5.4, 2.1, 32, 6.9, 2.4, 35),
    (61.0, 14.0, 120, 55.5, 13.2, 118),
    (102.3, 15.1, 20, 112.8, 16.4, 22),
    (7.25, 1.31, 210, 7.81, 1.42, 205),
)
NOT_STATED = {"adjusted": "not_stated"}


def z(level):
    return float(ndtri((1 + level) / 2))


def risk_ratio(a, n, c, m):
    return math.log(a / n / (c / m)), math.sqrt(1 / a - 1 / n + 1 / c - 1 / m)


def odds_ratio(a, n, c, m):
    b, d = n - a, m - c
    return math.log(a * d / (b * c)), math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)


def risk_difference(a, n, c, m):
    p, q = a / n, c / m
    return p - q, math.sqrt(p * (1 - p) / n + q * (1 - q) / m)


def mean_difference(mean, sd, n, other, its_sd, m):
    return mean - other, math.sqrt(sd**2 / n + its_sd**2 / m)


RATIOS = {"rr": risk_ratio, "or": odds_ratio}
MAKE = {**RATIOS, "rd": risk_difference, "md": mean_difference}


def counted(trial):
    return dict(zip(("events_1", "total_1", "events_2", "total_2"), trial, strict=True))


def measured(score, digits=2):
    names = ("mean_1", "sd_1", "total_1", "mean_2", "sd_2", "total_2")
    values = dict(zip(names, score, strict=True))
    return {
        name: value if name.startswith("total") else f"{value:.{digits}f}"
        for name, value in values.items()
    }


def printed(metric, *numbers, digits=2, **more):
    """Estimate and limits as texts, so many decimals each."""
    names = ("estimate", "ci_low", "ci_high")
    texts = (f"{number:.{digits}f}" for number in numbers)
    return {"metric": metric, **dict(zip(names, texts, strict=False)), **more}


def wald(metric, y, se, level=0.95, quantile=None):
    """Estimate and limits as shown, by z or another quantile."""
    half = (quantile or z(level)) * se
    back = math.exp if metric in RATIOS else float
    return tuple(back(x) for x in (y, y - half, y + half))


def as_printed(metric, groups, *, digits=2, level=0.95, quantile=None, **more):
    y, se = MAKE[metric](*groups)
    own = measured(groups) if metric == "md" else counted(groups)
    shown = wald(metric, y, se, level, quantile)
    return {**own, **printed(metric, *shown, digits=digits), **more}


def swapped(groups):
    half = len(groups) // 2
    return (*groups[half:], *groups[:half])


# --- errors ---


def mirrored(metric, groups):
    y, se = MAKE[metric](*groups)
    own = measured(groups) if metric == "md" else counted(groups)
    return {**own, **printed(metric, *wald(metric, -y, se))}


def under(metric, other, trial):
    """Another measure of the same counts, typed under a metric."""
    y, se = MAKE[other](*trial)
    return {**counted(trial), **printed(metric, *wald(other, y, se))}


def errors():
    """(what is wrong, what it is found by, the fields) of forty results."""
    for trial in TRIALS:
        yield "groups swapped, RR", {"mirror"}, mirrored("rr", trial)
        yield "OR typed as RR", {"other_metric"}, under("rr", "or", trial)
    for trial in TRIALS[:3]:
        yield "groups swapped, OR", {"mirror"}, mirrored("or", trial)
        yield "RR typed as OR", {"other_metric"}, under("or", "rr", trial)
        yield "groups swapped, RD", {"mirror"}, mirrored("rd", trial)
    ratio = wald("rr", *risk_ratio(*TRIALS[0]))
    less = sorted(1 - x for x in ratio)
    efficacy = printed("rr", 1 - ratio[0], less[0], less[2])
    yield "1 − RR as RR", {"other_metric"}, {**counted(TRIALS[0]), **efficacy}
    per_cent = printed("rr", *(100 * x for x in (1 - ratio[0], less[0], less[2])))
    yield "reduction in %", {"other_metric"}, {**counted(TRIALS[0]), **per_cent}
    ratio = wald("rr", *risk_ratio(*TRIALS[2]))
    logs = printed("rr", math.log(ratio[0]), math.log(ratio[1]), math.log(ratio[2]))
    yield "log RR as RR", {"other_metric"}, {**counted(TRIALS[2]), **logs}
    for metric, trial, level in (
        ("rr", TRIALS[3], 0.9),
        ("or", TRIALS[0], 0.9),
        ("rr", TRIALS[1], 0.99),
        ("rd", TRIALS[3], 0.99),
    ):
        digits = 3 if metric == "rd" else 2
        typed = as_printed(metric, trial, level=level, digits=digits)
        yield f"{level} unsaid, {metric}", {"level"}, typed
    for score in SCORES[:3]:
        yield "groups swapped, MD", {"mirror"}, mirrored("md", score)
        mean, sd, n, other, its_sd, m = score
        errors_of = (mean, sd / math.sqrt(n), n, other, its_sd / math.sqrt(m), m)
        y, se = mean_difference(*score)
        shown = printed("md", *wald("md", y, se))
        yield "SE typed as SD", {"se_as_sd"}, {**measured(errors_of), **shown}
        as_errors = measured(score)
        for group in (1, 2):
            as_errors[f"se_{group}"] = as_errors.pop(f"sd_{group}")
        yield "SD typed as SE", {"se_as_sd"}, {**as_errors, **shown}
    yield "90 % unsaid, MD", {"level"}, as_printed("md", SCORES[4], level=0.9)
    mean, sd, n, other, its_sd, m = SCORES[0]
    changed = printed("md", *wald("md", -1.2, mean_difference(*SCORES[0])[1]))
    final = {**measured(SCORES[0]), **changed, "measured": "final"}
    yield "difference of changes", {"changes"}, final
    slipped = as_printed("rr", TRIALS[3]) | {"events_1": 120}
    yield "another row's events", {"estimate"}, slipped
    wide = printed("rr", 0.55, 0.15, 2.0)
    yield "another row's interval", {"width"}, {**counted(TRIALS[0]), **wide}
    against = as_printed("rr", TRIALS[0], p_value="0.40")
    yield "p of another row", {"p_value"}, against
    against = as_printed("rr", TRIALS[0], direction="higher")
    yield "direction turned round", {"direction"}, against
    crude = mirrored("or", TRIALS[0]) | {"adjusted": "yes", "adjusted_for": "age"}
    yield "groups swapped, adjusted", {"opposite"}, crude


# --- honest oddities ---


def newcombe(a, n, c, m):
    """The interval of a risk difference by Newcombe's hybrid score method."""

    def wilson(x, size):
        q = z(0.95) ** 2
        middle = (x + q / 2) / (size + q)
        spread = z(0.95) * math.sqrt(x * (size - x) / size + q / 4) / (size + q)
        return middle - spread, middle + spread

    p, q = a / n, c / m
    (low, high), (its_low, its_high) = wilson(a, n), wilson(c, m)
    down = math.hypot(p - low, its_high - q)
    up = math.hypot(high - p, q - its_low)
    return p - q, p - q - down, p - q + up


def exact_share(x, n):
    """A share with its exact interval (Clopper and Pearson)."""
    return x / n, betaincinv(x, n - x + 1, 0.025), betaincinv(x + 1, n - x, 0.975)


def pooled_t(score):
    """A mean difference with one variance and t, as most trials print it."""
    mean, sd, n, other, its_sd, m = score
    df = n + m - 2
    variance = ((n - 1) * sd**2 + (m - 1) * its_sd**2) / df
    se = math.sqrt(variance * (1 / n + 1 / m))
    return wald("md", mean - other, se, quantile=float(stdtrit(df, 0.975)))


def oddities():
    """(what is odd, the fields) of forty results without an error."""
    for trial in TRIALS:
        yield "one decimal", as_printed("rr", trial, digits=1)
        yield "two decimals, OR", as_printed("or", trial)
        shown = printed("rd", *newcombe(*trial), digits=3)
        yield "score interval of RD", {**counted(trial), **shown}
        yield "t", {**measured(SCORES[1]), **printed("md", *pooled_t(SCORES[1]))}
    for score in SCORES:
        shown = printed("md", *pooled_t(score), digits=1)
        yield "t, one decimal", {**measured(score, digits=1), **shown}
    for trial, factor in zip(TRIALS[:4], (0.7, 1.4, 0.8, 1.25), strict=True):
        y, se = odds_ratio(*trial)
        shown = printed("or", *wald("or", y + math.log(factor), se * 1.05))
        adjusted = {"adjusted": "yes", "adjusted_for": "age, sex"}
        yield "adjusted beside crude", {**counted(trial), **shown, **adjusted}
    yield "90 % stated", as_printed("rr", TRIALS[0], level=0.9) | {"ci_level": 0.9}
    yield "99 % stated", as_printed("rr", TRIALS[1], level=0.99) | {"ci_level": 0.99}
    few = (2, 90, 7, 92)
    y, se = odds_ratio(*few)
    yield (
        "exact interval, few events",
        {
            **counted(few),
            **printed("or", *wald("or", y, se * 1.35)),
        },
    )
    none = (0, 60, 6, 61)
    yield "no events, exact", {**counted(none), **printed("or", 0.07, 0.01, 0.85)}
    for x, n in ((12, 80), (7, 140)):
        share = printed("proportion", *exact_share(x, n), digits=3)
        yield "exact share", {"events_1": x, "total_1": n, **share}
    hazard = printed("hr", 0.62, 0.41, 0.94)
    yield "hazard ratio beside counts", {**counted(TRIALS[0]), **hazard}
    yield "bound of p", as_printed("rr", TRIALS[0], p_value="< 0.001")
    yield "p at the border", {**printed("rr", 0.71, 0.50, 1.00), "p_value": "0.05"}
    flat = printed("rr", 0.97, 0.80, 1.18)
    yield "no difference", {**flat, "direction": "no_difference", "p_value": "NS"}
    imputed = as_printed("rr", TRIALS[1]) | {"events_1": 16, "imputed": "yes"}
    yield "imputed", imputed
