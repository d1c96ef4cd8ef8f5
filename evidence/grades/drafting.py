"""A draft as a program changes it: what it names, and nothing else.

What the page's form has no room for is refused by name, where the page cannot send it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from core.errors import FieldProblem, Refused
from evidence.grades.content import Bench
from evidence.grades.forms import PLAIN, Said, posted

LISTS = {"groups": "designs", "readings": "item"}  # and what tells their entries apart


def drafted_with(bench: Bench, sent: Mapping[str, Any]) -> Said:
    """The reviewer's draft with what was sent in it.

    Groups are told apart by their designs and readings by their item; what is left out
    stays. Raises Refused with everything that the form of this base does not have.
    """
    draft = bench.drafted()
    mixed = {**draft, **{name: v for name, v in sent.items() if name not in LISTS}}
    problems: list[FieldProblem] = []
    for name, key in LISTS.items():
        entries = {entry[key]: entry for entry in draft[name]}
        for entry in sent.get(name, ()):
            which = entry.get(key)
            if which not in entries:
                problems.append(_stranger(name, key, which, entries))
                continue
            entries[which] = _mixed(entries[which], entry)
        mixed[name] = _one_carries(list(entries.values()), sent.get(name, ()))
    said = bench.said_in(posted(mixed))
    problems += _lost(sent, said)
    if problems:
        raise Refused(" ".join(one.sentence for one in problems), problems=problems)
    return said


def _mixed(entry: Mapping[str, Any], sent: Mapping[str, Any]) -> dict[str, Any]:
    """An entry with what was sent of it, its levels and reasons one by one."""
    both = {
        name: {**entry[name], **value}
        for name, value in sent.items()
        if isinstance(value, Mapping)
    }
    return {**entry, **sent, **both}


def _one_carries(
    entries: list[dict[str, Any]], sent: list[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The verdict moves to the group that was said to carry it."""
    chosen = {entry.get("designs") for entry in sent if entry.get("carries")}
    if not chosen:
        return entries
    return [{**entry, "carries": entry["designs"] in chosen} for entry in entries]


def _stranger(name: str, key: str, which: Any, known: Mapping) -> FieldProblem:
    there = ", ".join(str(one) for one in known) or "none"
    sentence = f"The base has no {key} {which!r} to judge; it has: {there}."
    return FieldProblem(f"{name}.{which}", sentence)


def _lost(sent: Mapping[str, Any], said: Said) -> Iterator[FieldProblem]:
    """What was sent and did not get into the form."""
    for name, value in sent.items():
        if name in LISTS:
            yield from _lost_entries(name, value, said[name])
        elif said[name] != value:
            yield FieldProblem(name, _no_room(value, PLAIN.get(name)))


def _lost_entries(
    name: str, sent: list[Mapping[str, Any]], said: list[Mapping[str, Any]]
) -> Iterator[FieldProblem]:
    """The same of groups or readings; those the base does not have were named."""
    kept = {entry[LISTS[name]]: dict(_flat(entry)) for entry in said}
    for entry in sent:
        which = entry.get(LISTS[name])
        for field, value in _flat(entry) if which in kept else ():
            if value not in ("", None) and kept[which].get(field) != value:
                yield FieldProblem(f"{name}.{which}.{field}", _no_room(value))


def _flat(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields of an entry: a level by its domain's name, a reason with ``_why``."""
    for name, value in entry.items():
        if not isinstance(value, Mapping):
            yield name, value
            continue
        for inner, one in value.items():
            yield inner + ("_why" if name == "why" else ""), one


def _no_room(value: Any, words: set[str] | None = None) -> str:
    if words:
        return f"“{value}” is none of: {', '.join(sorted(filter(None, words)))}."
    return f"There is no room for “{value}” here."
