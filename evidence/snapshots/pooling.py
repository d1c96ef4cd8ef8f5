"""The pooled line under an evidence table, one for each group of designs."""

from typing import Any

from evidence.snapshots.numbers import SHORT, figure, interval
from evidence.snapshots.standing_on import NUMBERS
from studies.designs import Start, grade_start
from studies.effects import Effect
from studies.models import Result
from studies.pooling import Pooled, pool

GROUP_WORDS = {"randomised": "randomised", "other": "not randomised"}


def pooled(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pool the included results that were read at their source, designs apart.

    Only results of one outcome and one measure are pooled together; retracted studies
    are left out and named; fewer than two studies are not pooled. A review's own
    estimate is not pooled with single studies.
    """
    lines = []
    for (designs, outcome, metric), members in _alike(items).items():
        kept = [one for one in members if not one["study"]["is_retracted"]]
        left_out = [one["study"]["label"] for one in members if one not in kept]
        line = _line(kept)
        if line is not None:
            lines.append(
                {
                    "designs": designs,
                    "designs_words": GROUP_WORDS[designs],
                    "outcome": outcome,
                    "metric": metric,
                    **line,
                    "left_out": left_out,
                }
            )
    return lines


def group_of(study: dict[str, Any]) -> str:
    """Which group of designs a study is graded with."""
    start = grade_start(study["design"], study["allocation"])
    return "randomised" if start == Start.RCT else "other"


def _alike(items: list[dict[str, Any]]) -> dict[tuple[str, str, str], list[dict]]:
    alike: dict[tuple[str, str, str], list[dict]] = {}
    for item in items:
        result = item["result"]
        if (
            item["decision"] == "included"
            and result
            and result["provenance"] != Result.Provenance.SECOND_HAND
            and result["contrast"] != Result.Contrast.BEFORE_AFTER
            and not result["pooled_studies"]
        ):
            key = (group_of(item["study"]), result["outcome"], result["metric"])
            alike.setdefault(key, []).append(item)
    return dict(sorted(alike.items(), key=lambda pair: pair[0][0] != "randomised"))


def _line(items: list[dict[str, Any]]) -> dict[str, Any] | None:
    effects = []
    used = []
    for item in items:
        effect = _effect(item["result"])
        if effect is not None:
            effects.append(effect)
            used.append(item)
    if len(effects) < 2:
        return None
    result = pool(effects)
    return _facts(result, used) if result.estimate is not None else None


def _effect(result: dict[str, Any]) -> Effect | None:
    return Result(**{name: result[name] for name in ("metric", *NUMBERS)}).effect()


def _facts(result: Pooled, used: list[dict[str, Any]]) -> dict[str, Any]:
    low, high = result.shown_ci
    prediction = result.shown_prediction or (None, None)
    return {
        "k": result.k,
        "estimate": result.estimate,
        "ci_low": low,
        "ci_high": high,
        "pi_low": prediction[0],
        "pi_high": prediction[1],
        "tau2": result.tau2,
        "i2": result.i2,
        "q": result.q,
        "q_df": result.q_df,
        "q_p": result.q_p,
        "method": f"random effects, {result.method}, {_interval_words(result)}",
        "weights": {
            str(item["item"]): weight
            for item, weight in zip(used, result.weights, strict=True)
        },
        "in_words": in_words(result),
        "notes": list(result.notes),
    }


def _interval_words(result: Pooled) -> str:
    return "Hartung–Knapp" if result.interval.startswith("HK") else result.interval


def in_words(result: Pooled) -> str:
    """As "RR 0.38 (0.20 to 0.70); prediction interval 0.07 to 1.98; I² 90 %"."""
    words = f"{SHORT[result.measure]} {interval(result.estimate, *result.shown_ci)}"
    if result.shown_prediction:
        low, high = result.shown_prediction
        words += f"; prediction interval {figure(low)} to {figure(high)}"
    if result.i2 is not None:
        words += f"; I² {result.i2:.0f} %"
    return words
