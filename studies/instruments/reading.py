"""Instruments read from tables, their own files among them.

What is wrong with a table is named all at once, each with its place: a rule that names
an answer nobody can give would never hold, and nobody would notice.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from studies.instruments.instrument import (
    Condition,
    Domain,
    Instrument,
    Overall,
    OverallBy,
    Question,
    Rule,
    Unit,
)

_FOLDER = Path(__file__).parent
KEYS = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))

Table = Mapping[str, Any]


class InstrumentProblems(ValueError):
    """Why a table is no instrument: a sentence for each thing that is wrong."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@cache
def instrument(key: str) -> Instrument:
    """An instrument that comes along, by its key, such as rob2; raises KeyError."""
    if key not in KEYS:
        raise KeyError(key)
    text = (_FOLDER / f"{key}.toml").read_text(encoding="utf-8")
    return read_instrument(key, tomllib.loads(text))


def read_instrument(key: str, table: Table) -> Instrument:
    """An instrument of a table; raises InstrumentProblems."""
    try:
        found = _read(key, table)
    except KeyError as error:
        raise InstrumentProblems(f"{key}: {error.args[0]} is missing.") from None
    except ValueError as error:
        raise InstrumentProblems(f"{key}: {error}.") from None
    problems = list(_problems(found))
    if problems:
        raise InstrumentProblems(*problems)
    return found


def _read(key: str, table: Table) -> Instrument:
    answers = answers_of(table)
    return Instrument(
        key=key,
        name=table["name"],
        version=table["version"],
        unit=Unit(table["unit"]),
        about=table["about"],
        source=table["source"],
        link=table.get("link", ""),
        answers=answers,
        judgements=tuple(table.get("judgements", ())),
        domains=tuple(_domain(each, table) for each in table["domains"]),
        overall=_overall(table.get("overall", {}), table),
        variants=dict(table.get("variants", {})),
        directions=dict(table.get("directions", {})),
    )


def answers_of(table: Table) -> dict[str, str]:
    """A table's answers with their words, the usual ones first, in their order."""
    words = table["answers"]
    return {
        one: words[one] for one in (*table.get("usual", ()), *words) if one in words
    }


def _domain(table: Table, whole: Table) -> Domain:
    return Domain(
        id=table["id"],
        name=table["name"],
        questions=tuple(_question(each, whole) for each in table["questions"]),
        parts=tuple(tuple(map(_rule, rules)) for rules in table.get("parts", ())),
        by_hand=table.get("by_hand", False),
        variant=table.get("variant", ""),
    )


def _question(table: Table, whole: Table) -> Question:
    answers = tuple(table.get("answers", whole.get("usual", tuple(whole["answers"]))))
    hidden = table.get("not_offered", ())
    return Question(
        id=table["id"],
        text=table["text"],
        answers=answers,
        offered=tuple(one for one in answers if one not in hidden),
        guidance=table.get("guidance", ""),
        asked_if=_condition(table.get("asked_if")),
    )


def _rule(table: Table) -> Rule:
    return Rule(then=table["then"], when=_condition(table.get("when")))


def _condition(sets: Sequence[Mapping[str, str]] | None) -> Condition | None:
    if sets is None:
        return None
    return Condition(
        tuple(
            {question: frozenset(allowed.split()) for question, allowed in each.items()}
            for each in sets
        )
    )


def _overall(table: Table, whole: Table) -> Overall:
    question = table.get("question")
    return Overall(
        by=OverallBy(table.get("by", OverallBy.NOBODY)),
        flaw=table.get("flaw", ""),
        critical=frozenset(table.get("critical", ())),
        enough=table.get("enough"),
        question=_question(question, whole) if question else None,
    )


# --- What would go unnoticed ------------------------------------------------------


def _problems(found: Instrument) -> Iterator[str]:
    """A sentence for each thing that cannot be meant."""
    for variant in found.variants or ("",):
        ids = [one.id for each in found.domains_of(variant) for one in each.questions]
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            yield f"{found.key}: two questions are called {twice}."
    for domain in found.domains:
        yield from _problems_of_domain(domain, found)
    unknown = found.overall.critical - {
        question.id for domain in found.domains for question in domain.questions
    }
    for question in sorted(unknown):
        yield f"{found.key}, overall: there is no question {question}."


def _problems_of_domain(domain: Domain, found: Instrument) -> Iterator[str]:
    place = f"{found.key}, domain {domain.id}"
    before: dict[str, Question] = {}
    for question in domain.questions:
        for answer in set(question.answers) - set(found.answers):
            yield f"{place}, question {question.id}: “{answer}” is no answer."
        if question.asked_if:
            where = f"{place}, question {question.id}"
            yield from _problems_of_condition(question.asked_if, before, where)
        before[question.id] = question
    for rules in domain.parts:
        if not rules or rules[-1].when is not None:
            yield f"{place}: the last rule must hold in every case."
        for rule in rules:
            if rule.then not in found.judgements:
                yield f"{place}: “{rule.then}” is no judgement."
            if rule.when:
                yield from _problems_of_condition(rule.when, before, place)
    if domain.by_hand and len(domain.questions) != 1:
        yield f"{place}: judged by hand, it has one question."


def _problems_of_condition(
    condition: Condition, known: Mapping[str, Question], place: str
) -> Iterator[str]:
    for each in condition.any_of:
        for question, allowed in each.items():
            if question not in known:
                yield f"{place}: there is no question {question} before it."
            else:
                for answer in sorted(allowed - set(known[question].answers)):
                    yield f"{place}: {question} does not take “{answer}”."
