"""This base's figures for each domain but imprecision, and for what rates up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claims.words import Scope
from core.templatetags.footing import counted, number
from core.wording import day_words
from evidence.facts.appraised import BiasTable
from evidence.grades.guiding.ground import Ground, Hint
from evidence.method import LARGE, ROBINS_I, VERY_LARGE, proposes_bias
from evidence.words import Directness
from studies.absolute_effects import GIVES_RISKS, absolute_effect
from studies.designs import DesignGroup
from studies.effects import Effect, Measure, effect_from_interval
from studies.figures import figure
from studies.pictures.lights import OVERALL
from studies.pooling_checks import EGGER_AT_LEAST, egger_test
from studies.words import StudyStatus
from texts.words import YesNo

HEAVY = 50  # per cent of the weight, from one study
UNEVEN = 0.1  # p of Egger's test, which is weak: a usual limit
MUCH = 50  # per cent of I² from which it speaks, beside what else is known


def risk_of_bias(ground: Ground) -> Iterator[Hint]:
    """How the results that carry were appraised, and whose weight the estimate is."""
    if ground.unappraised:
        words = f"Risk of bias of these results: {ground.unappraised}"
        yield Hint(f"{words} with an instrument.")
    for table in ground.bias:
        yield from _appraised(table)
    yield from _whose_weight(ground)
    yield from _weight_by_allocation(ground)


def _appraised(table: BiasTable) -> Iterator[Hint]:
    """The shares of the judgements of the whole, and the level that they propose."""
    if table.domains[-1].code != OVERALL.code:
        yield Hint(
            f"{table.name}: its items are counted, not summed up; see the lights."
        )
        return
    told = (
        f"{one.judgement.word} {one.share_words}" for one in table.shares[-1].shares
    )
    yield Hint(f"{table.name}: {', '.join(told)}. {table.weighed_words}")
    if not proposes_bias(table.instrument, table.designs):
        return
    start = ", from the High start" if table.instrument == ROBINS_I else ""
    if table.proposed_words:
        words = f"{table.name} proposes {table.proposed_words}{start}"
        yield Hint(f"{words} (rule {table.rule})", bool(table.proposed))
    else:
        words = "too much is not appraised, or without information"
        yield Hint(f"{table.name} proposes no level: {words}.")


def _whose_weight(ground: Ground) -> Iterator[Hint]:
    if not ground.weighed:
        return
    first, *others = ground.weighed
    share = f"{_share(first.weight)} of the weight from one study"
    names = ", ".join(f"{row.label} {_share(row.weight)}" for row in others[:2])
    then = f"; then {names}" if names else ""
    yield Hint(f"{share}, {first.label}{then}", first.weight > HEAVY)


def _share(weight: float) -> str:
    """A share in per cent; what is neither none nor all never reads as that."""
    if 0 < weight < 0.5:
        return "under 1 %"
    return "over 99 %" if 99.5 < weight < 99.9999 else f"{weight:.0f} %"


def _weight_by_allocation(ground: Ground) -> Iterator[Hint]:
    """Shares by how people were allocated; of other designs by design."""
    randomised = ground.designs == DesignGroup.RANDOMISED
    shares: Counter[str] = Counter()
    for row in ground.weighed:
        study = row.item.study
        words = f"allocation {study.allocation_words}"
        shares[words if randomised else study.design_words] += row.weight
    if shares:
        words = ", ".join(
            f"{name} {share:.0f} %" for name, share in shares.most_common()
        )
        yield Hint(f"Weight: {words}")


# --- inconsistency ---


def inconsistency(ground: Ground) -> Iterator[Hint]:
    """How far the estimates lie apart, by I², τ², the prediction interval and sides."""
    line = ground.line
    if line is None:
        if ground.studies == 1:
            yield Hint("One study: nothing to compare it with.")
        else:
            yield Hint("No pooled line speaks for these results.")
        return
    if line.i2 is not None:
        p = "" if line.q_p is None else f" (Q {figure(line.q)}, {_p_words(line.q_p)})"
        yield Hint(f"I² {line.i2:.0f} %{p}", line.i2 >= MUCH)
    if line.tau2 is not None:
        yield Hint(f"τ² {figure(line.tau2)}, {_scale_words(ground)}")
    if line.pi_low is not None:
        none = ground.no_difference
        both = line.pi_low < none < line.pi_high
        words = f"Prediction interval {figure(line.pi_low)} to {figure(line.pi_high)}"
        also = ": the next study may find either side" if both else ""
        yield Hint(words + also, both)
    yield from _sides(ground)


def _scale_words(ground: Ground) -> str:
    return "on the logarithm’s scale" if ground.no_difference else "on its own scale"


def _sides(ground: Ground) -> Iterator[Hint]:
    """On which side of no difference the estimates lie, and how intervals overlap."""
    none, line = ground.no_difference, ground.line
    known = [row for row in ground.weighed if row.estimate is not None]
    above = sum(row.estimate > none for row in known)
    below = sum(row.estimate < none for row in known)
    yield Hint(
        f"Of {counted(len(known), 'estimate')}, {below} below no difference and "
        f"{above} above",
        bool(above and below),
    )
    out = sum(not _holds(row.low, row.high, line.estimate) for row in known)
    words = f"{number(out)} of {counted(len(known), 'interval')} leave the pooled "
    yield Hint(f"{words}estimate out", out > 0)


def _holds(low: float | None, high: float | None, value: float) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)


# --- indirectness ---


def indirectness(ground: Ground) -> Iterator[Hint]:
    """How many results match the question in each element, and surrogates."""
    for element, matches in ground.matches().items():
        words = ", ".join(
            f"{n} {Directness(match).label if match else 'not judged yet'}"
            for match, n in matches.most_common()
        )
        differs = matches[Directness.OTHER] + matches[Directness.BROADER]
        yield Hint(f"{element.capitalize()}: {words}", differs > 0)
    if ground.surrogates:
        yield Hint(
            f"{counted(ground.surrogates, 'result')} of a surrogate outcome: it stands "
            "in for what matters to people",
            speaks=True,
        )


# --- publication bias ---


def publication_bias(ground: Ground) -> Iterator[Hint]:
    """How far was searched, what was planned beforehand, and whether a funnel is."""
    yield _search(ground)
    planned, funded = ground.planned()
    of = counted(ground.studies, "study,studies")
    yield Hint(f"Protocol or registration known of {planned} of {of}")
    yield Hint(f"Funding stated of {funded} of {of}")
    silent = {
        item.study.id
        for item in ground.candidates
        if item.study and item.study.status == StudyStatus.NO_RESULTS
    }
    if silent:
        words = counted(len(silent), "candidate")
        yield Hint(f"{words} completed without results", speaks=True)
    sizes = [row.people for row in ground.line.rows] if ground.line else []
    known = sorted(size for size in sizes if size is not None)
    if len(known) > 1:
        yield Hint(f"People per study: from {number(known[0])} to {number(known[-1])}")
    yield _funnel(ground)


def _search(ground: Ground) -> Hint:
    base = ground.base
    if ground.cited_only:
        return Hint("Only works that articles cite were looked at: not assessed.")
    words = [Scope(base.scope).capitalised, base.sources]
    if base.searched_on:
        words.append(day_words(base.searched_on))
    search = ", ".join(word for word in words if word)
    return Hint(search if base.searched_on else f"{search}; no search is dated")


def _funnel(ground: Ground) -> Hint:
    effects = list(_effects(ground))
    if len(effects) < EGGER_AT_LEAST:
        return Hint(
            f"No test of an uneven funnel: it needs {EGGER_AT_LEAST} studies, here "
            f"are {len(effects)}"
        )
    test = egger_test(effects)
    if test is None:
        return Hint("Egger’s test says nothing: all studies are equally precise.")
    note = f" {test.note}" if test.note else ""
    words = f"Egger’s test: intercept {figure(test.intercept)}, {_p_words(test.p)}."
    return Hint(f"{words}{note}", test.p < UNEVEN)


def _effects(ground: Ground) -> Iterator[Effect]:
    """The studies of the line as they are weighed, from their shown intervals."""
    for row in ground.weighed:
        shown = row.estimate, row.low, row.high
        if None in shown:
            continue
        try:
            yield effect_from_interval(ground.deciding.measure, *shown)
        except ValueError:  # limits that rounding has put on one another, or on zero
            continue


def _p_words(p: float) -> str:
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


# --- what rates up ---


def large_effect(ground: Ground) -> Iterator[Hint]:
    """The risk ratio, made of an odds or hazard ratio where a baseline is known."""
    of = ground.deciding
    if of is None:
        yield Hint("No single figure speaks for these results.")
        return
    if of.measure not in GIVES_RISKS:
        yield Hint(f"A {of.measure.label}: no limit is published, weigh it yourself.")
        return
    ratio, words = _risk_ratio(ground)
    if ratio is None:
        yield Hint(words)
        return
    beyond = _beyond(ratio, VERY_LARGE), _beyond(ratio, LARGE)
    how = "beyond 0.2 or 5" if beyond[0] else "beyond 0.5 or 2" if beyond[1] else ""
    yield Hint(f"{words}{f': {how}' if how else ''}", any(beyond))


def _beyond(ratio: float, limits: tuple[float, float]) -> bool:
    return ratio < limits[0] or ratio > limits[1]


def _risk_ratio(ground: Ground) -> tuple[float | None, str]:
    of, figures = ground.deciding, ground.figures
    if of.measure == Measure.RR:
        return of.estimate, f"RR {figure(of.estimate)}"
    if figures is None or figures.baseline_risk is None:
        symbol = of.measure.symbol
        return None, f"{symbol} {figure(of.estimate)}: a baseline risk makes it an RR"
    try:
        effect = absolute_effect(
            of.measure, of.estimate, None, None, figures.baseline_risk
        )
    except ValueError as none:
        return None, str(none)
    ratio = effect.risk / effect.baseline
    shown = f"{of.measure.symbol} {figure(of.estimate)}"
    return ratio, f"{shown}, at the stated baseline risk RR {figure(ratio)}"


def dose_response(ground: Ground) -> Iterator[Hint]:
    """Whether results of several doses are here at all."""
    doses = {item.result.dose.strip() for item in ground.items} - {""}
    yield Hint(
        f"{counted(len(doses), 'dose')} stated: {', '.join(sorted(doses))}"
        if doses
        else "No dose is stated in these results."
    )


def opposing_confounding(ground: Ground) -> Iterator[Hint]:
    """How many results are adjusted, which what is left over must be asked of."""
    adjusted = sum(item.result.adjusted == YesNo.YES for item in ground.items)
    of = counted(len(ground.items), "result")
    yield Hint(f"{adjusted} of {of} adjusted for confounders, as stated")
