"""An instrument's logic as sentences: when it asks, and what answers come to."""

from collections.abc import Iterable, Mapping

from studies.instruments.instrument import Condition, Domain, Instrument


def asked_where(tool: Instrument, condition: Condition | None) -> str:
    """When a condition holds: "1.1 is Yes or No, and 1.2 is No"; empty for always."""
    if condition is None:
        return ""
    return "; or ".join(_all_of(tool, each) for each in condition.any_of)


def _all_of(tool: Instrument, each: Mapping[str, frozenset[str]]) -> str:
    return ", and ".join(
        f"{question} is {_either(tool, allowed)}" for question, allowed in each.items()
    )


def _either(tool: Instrument, allowed: Iterable[str]) -> str:
    known = [code for code in tool.answers if code in allowed]
    codes = [*known, *sorted(set(allowed).difference(known))]
    return " or ".join(f"“{tool.answers.get(code, code)}”" for code in codes)


def what_it_comes_to(tool: Instrument, domain: Domain) -> list[list[str]]:
    """A domain's rules, part by part: the first that holds counts, the worst part."""
    return [
        [
            f"{rule.then} where {asked_where(tool, rule.when)}"
            if rule.when
            else f"otherwise {rule.then}"
            for rule in part
        ]
        for part in domain.parts
    ]
