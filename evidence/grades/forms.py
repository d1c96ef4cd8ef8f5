"""The form of a grade: what was typed, as a draft keeps it, and its rows to fill in.

A draft has the shape of ``GradeForm``, however incomplete; unknown words in a request
are dropped, so that they read as not filled in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.words import Strength, Verdict
from evidence.grades.guiding import Beside
from evidence.judged import ELEMENTS
from evidence.method import MAX_DOWN, MAX_UP, Problem, level_words, verdicts_for
from evidence.words import (
    Bearing,
    Directness,
    Domain,
    RobinsJudgement,
    SizeClass,
    Target,
    Upgrade,
)
from studies.designs import Start

Said = dict[str, Any]
PLAIN = {
    "target": set(Target),
    "size_class": set(SizeClass),
    "verdict": set(Verdict),
    "strength": set(Strength),
}
IN_WORDS = ("threshold", "note", "explanation")
NOT_ASSESSED = "not_assessed"
_FIGURES = ("none", "−1", "−2", "−3")  # words would not fit beside a third level


@dataclass(frozen=True)
class Choice:
    """One segment of a row; ``moved`` where it asks for an explanation."""

    value: str
    label: str
    checked: bool = False
    moved: bool = False
    robins: bool = False  # only where ROBINS-I was used


@dataclass(frozen=True)
class Row:
    """One row of the form: a strip of choices and, where it has one, why."""

    name: str
    label: str
    choices: list[Choice]
    why_name: str = ""
    why: str = ""
    guide: Beside | None = None
    problems: list[str] = field(default_factory=list)


# --- from a request ---


def said_in(
    post: Mapping[str, str], designs: Iterable[str], items: Iterable[int]
) -> Said:
    """What a request says, in the shape of a draft."""
    said: dict[str, Any] = {
        name: post.get(name, "") if post.get(name, "") in words else ""
        for name, words in PLAIN.items()
    }
    said |= {name: post.get(name, "").strip() for name in IN_WORDS}
    if said["target"] != Target.ABOVE_THRESHOLD:
        said["threshold"] = ""
    known = list(designs)
    carries = post.get("carries", "")
    carries = carries if carries in known else next(iter(known), "")
    said["groups"] = [_group(post, name, name == carries) for name in known]
    said["readings"] = [_reading(post, item) for item in items]
    return said


def _group(post: Mapping[str, str], designs: str, carries: bool) -> dict[str, Any]:
    key = f"{designs}-"
    start = post.get(f"{key}start", "")
    says = post.get(f"{key}bias-says", "")
    names = [str(name) for name in (*Domain, *Upgrade)]
    why = {name: post.get(f"{key}{name}-why", "").strip() for name in names}
    return {
        "designs": designs,
        "start": start if start in set(Start) else "",
        "carries": carries,
        "levels": {name: _level(post.get(f"{key}{name}", "")) for name in names},
        "why": {name: words for name, words in why.items() if words},
        "override_why": post.get(f"{key}override", "").strip(),
        "bias_says": says if says in set(RobinsJudgement) else "",
        "bias_quote": post.get(f"{key}bias-quote", "").strip(),
    }


def _level(said: str) -> int | None:
    return int(said) if said in ("0", "1", "2", "3") else None


def _reading(post: Mapping[str, str], item: int) -> dict[str, Any]:
    bearing = post.get(f"item-{item}-bearing", "")
    said = {"item": item, "bearing": bearing if bearing in set(Bearing) else ""}
    said["why"] = post.get(f"item-{item}-why", "").strip()
    for name in ELEMENTS:
        match = post.get(f"item-{item}-{name}", "")
        said[f"{name}_match"] = match if match in set(Directness) else ""
    return said


def posted(said: Mapping[str, Any]) -> dict[str, str]:
    """What a browser sends of a draft: ``said_in`` turned round."""
    post = {name: said[name] for name in (*PLAIN, *IN_WORDS)}
    for group in said["groups"]:
        key = f"{group['designs']}-"
        post[f"{key}start"] = group["start"]
        post[f"{key}override"] = group["override_why"]
        post[f"{key}bias-says"] = group.get("bias_says", "")
        post[f"{key}bias-quote"] = group.get("bias_quote", "")
        for name, level in group["levels"].items():
            post[f"{key}{name}"] = NOT_ASSESSED if level is None else str(level)
        for name, words in group["why"].items():
            post[f"{key}{name}-why"] = words
        if group["carries"]:
            post["carries"] = group["designs"]
    for reading in said["readings"]:
        key = f"item-{reading['item']}-"
        post[f"{key}bearing"] = reading["bearing"]
        post[f"{key}why"] = reading.get("why", "")
        for name in ELEMENTS:
            post[f"{key}{name}"] = reading[f"{name}_match"]
    return post


# --- an empty form ---


def blank(starts: Mapping[str, str], items: Iterable[dict]) -> Said:
    """A draft in which nothing is judged; readings are as the rules propose."""
    return {
        **dict.fromkeys([*PLAIN, *IN_WORDS], ""),
        "groups": [
            {
                "designs": designs,
                "start": start,
                "carries": not number,
                "levels": {},
                "why": {},
                "override_why": "",
                "bias_says": "",
                "bias_quote": "",
            }
            for number, (designs, start) in enumerate(starts.items())
        ],
        "readings": [
            {
                "item": item.item,
                "bearing": item.bearing,
                "why": "",
                **{
                    f"{name}_match": getattr(item.directness, name) for name in ELEMENTS
                },
            }
            for item in items
        ],
    }


# --- rows to fill in ---


def verdict_row(kind: str, said: Mapping[str, Any], problems: list[Problem]) -> Row:
    """The words a claim of this kind may be judged by, can't say last."""
    words = sorted(
        (verdict for verdict in Verdict if verdict in verdicts_for(kind)),
        key=lambda verdict: verdict == Verdict.CANT_SAY,
    )
    choices = [
        Choice(
            str(verdict),
            f"{verdict.symbol} {verdict.label}",
            said["verdict"] == verdict,
        )
        for verdict in words
    ]
    return Row("verdict", "Verdict", choices, problems=of("verdict", problems))


def plain_rows(said: Mapping[str, Any], problems: list[Problem]) -> dict[str, Row]:
    """The rows of a grade that belong to no group of designs, by name."""
    return {
        name: Row(
            name,
            label,
            [Choice(value, words, said[name] == value) for value, words in pairs],
            problems=of(name, problems),
        )
        for name, label, pairs in (
            ("target", "Rated for", Target.set_pairs()),
            ("size_class", "Size of effect", SizeClass.set_pairs()),
            ("strength", "Strength of the recommendation", Strength.set_pairs()),
        )
    }


def group_rows(
    group: Mapping[str, Any],
    *,
    cited_only: bool,
    guides: Mapping[str, Beside],
    problems: list[Problem],
) -> list[Row]:
    """The five domains of one group of designs."""
    return [
        _domain(group, domain, cited_only, guides.get(domain), problems)
        for domain in Domain
    ]


def _domain(
    group: Mapping[str, Any],
    domain: Domain,
    cited_only: bool,
    guide: Beside | None,
    problems: list[Problem],
) -> Row:
    levels, name = group["levels"], str(domain)
    level, designs = levels.get(name), group["designs"]
    if domain is Domain.PUBLICATION_BIAS:
        words = () if cited_only else _words(domain)
        choices = [
            *_steps(words, level),
            Choice(NOT_ASSESSED, "not assessed", level is None),
        ]
    else:
        robins = domain is Domain.RISK_OF_BIAS
        most = MAX_DOWN[domain]
        if robins and group["start"] != Start.NRS_ROBINS_I:
            most = 2
        words = _FIGURES if MAX_DOWN[domain] == 3 else _words(domain)
        choices = _steps(words[: most + 1], level, robins=robins)
    return Row(
        f"{designs}-{name}",
        domain.capitalised,
        choices,
        why_name=f"{designs}-{name}-why",
        why=group["why"].get(name, ""),
        guide=guide,
        problems=of(f"groups.{designs}.{name}", problems),
    )


def up_rows(
    group: Mapping[str, Any],
    *,
    guides: Mapping[str, Beside],
    problems: list[Problem],
) -> list[Row]:
    """What one group may be rated up for."""
    designs = group["designs"]
    return [
        Row(
            f"{designs}-{upgrade}",
            upgrade.capitalised,
            _steps(_words(upgrade), group["levels"].get(str(upgrade)) or 0),
            why_name=f"{designs}-{upgrade}-why",
            why=group["why"].get(str(upgrade), ""),
            guide=guides.get(upgrade),
            problems=of(f"groups.{designs}.{upgrade}", problems),
        )
        for upgrade in Upgrade
    ]


def start_row(
    group: Mapping[str, Any], offered: Iterable[str], problems: list[Problem]
) -> Row:
    """Where one group of designs starts."""
    choices = [
        Choice(start, Start(start).label, group["start"] == start) for start in offered
    ]
    name = f"{group['designs']}-start"
    field = f"groups.{group['designs']}.start"
    return Row(name, "Starts at", choices, problems=of(field, problems))


def says_row(group: Mapping[str, Any]) -> Row:
    """The risk of bias that a quoted review came to."""
    choices = [
        Choice(value, words, group["bias_says"] == value)
        for value, words in RobinsJudgement.set_pairs()
    ]
    return Row(f"{group['designs']}-bias-says", "The review’s risk of bias", choices)


def _words(move: Domain | Upgrade) -> list[str]:
    """Of each level that a domain may be moved by, from none."""
    most = MAX_DOWN[move] if isinstance(move, Domain) else MAX_UP[move]
    return [level_words(move, levels) for levels in range(most + 1)]


def _steps(
    words: Iterable[str], level: int | None, *, robins: bool = False
) -> list[Choice]:
    return [
        Choice(str(n), label, level == n, moved=n > 0, robins=robins and n == 3)
        for n, label in enumerate(words)
    ]


def of(name: str, problems: list[Problem]) -> list[str]:
    """The sentences about one field."""
    return [problem.sentence for problem in problems if problem.field == name]


def anchor_of(name: str) -> str:
    """The id of the part of the page that a problem's field is; empty for none."""
    head, _, rest = name.partition(".")
    match head:
        case "groups":
            designs, _, part = rest.partition(".")
            if part == "override_why":
                return f"{designs}-override"
            return f"row-{designs}-{part}" if part else f"group-{designs}"
        case "readings":
            return f"item-{rest}" if rest else "evidence"
        case "verdict" | "target" | "strength" | "carries":
            return f"row-{head}"
        case _:
            return head
