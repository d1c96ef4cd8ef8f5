"""Domains, questions and rules as an editor writes them: a line each.

    # D1 Randomisation
    1.1 Was the sequence random?
    1.2 Was it hidden? [Y N NI] if 1.1=Y PY | 1.3=N
    > Low if 1.1=Y & 1.2=Y
    > else High

A line with "#" begins a domain: its key and its name. A question has its number, its
words, the answers it takes where they are not the usual ones, and when it is asked. A
line with ">" is a rule, of which the first that holds counts. "&" is and, "|" is or.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

LONGEST_LINE = 1_000  # characters; the patterns below look at a line more than once
MOST_LINES = 1_000
_MOST_TOLD = 20  # of the lines that cannot be read
_DOMAIN = re.compile(r"#\s*(?P<id>\S+)\s+(?P<name>.+)")
_RULE = re.compile(r">\s*(?:(?P<then>.+?)\s+if\s+(?P<when>.+)|else\s+(?P<other>.+))")
_QUESTION = re.compile(
    r"(?P<id>[\w.]+)\s+(?P<text>.+?)"
    r"(?:\s+\[(?P<answers>[^\]]+)\])?(?:\s+if\s+(?P<when>\S+=.+))?"
)
_ONE = re.compile(r"([\w.]+)\s*=\s*(.+)")


class Unreadable(ValueError):
    """Lines that are none of the kinds there are: a sentence for each."""


def domains_in(text: str) -> list[dict[str, Any]]:
    """The domains of a text, as a table of an instrument has them; else Unreadable."""
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise Unreadable(
            f"These are {len(lines):,} lines; at most {MOST_LINES:,} are read."
        )
    domains: list[dict[str, Any]] = []
    wrong = []
    for number, line in enumerate(lines, start=1):
        line = line.strip()
        if not line:
            continue
        try:
            _take(line, domains)
        except Unreadable as problem:
            wrong.append(f"Line {number}: {problem}")
    if wrong:
        raise Unreadable("\n".join(wrong[:_MOST_TOLD]))
    return domains


def _take(line: str, domains: list[dict[str, Any]]) -> None:
    if len(line) > LONGEST_LINE:
        raise Unreadable(
            f"it has {len(line):,} characters; at most {LONGEST_LINE:,} are read."
        )
    if line.startswith("#"):
        found = _DOMAIN.fullmatch(line)
        if found is None:
            raise Unreadable("a domain has a key and a name, as “# D1 Randomisation”.")
        domains.append({**found.groupdict(), "questions": []})
        return
    if not domains:
        raise Unreadable("before the first question stands its domain, after “#”.")
    if line.startswith(">"):
        _take_rule(line, domains[-1])
        return
    found = _QUESTION.fullmatch(line)
    if found is None:
        raise Unreadable("a question has a number and its words, as “1.1 Was it …?”.")
    question: dict[str, Any] = {"id": found["id"], "text": found["text"]}
    if found["answers"]:
        question["answers"] = found["answers"].split()
    if found["when"]:
        question["asked_if"] = _condition(found["when"])
    domains[-1]["questions"].append(question)


def _take_rule(line: str, domain: dict[str, Any]) -> None:
    found = _RULE.fullmatch(line)
    if found is None:
        raise Unreadable("a rule reads “> Low if 1.1=Y” or “> else High”.")
    rules = domain.setdefault("parts", [[]])[0]
    if found["other"]:
        rules.append({"then": found["other"].strip()})
    else:
        then = found["then"].strip()
        rules.append({"then": then, "when": _condition(found["when"])})


def _condition(words: str) -> list[dict[str, str]]:
    """Alternatives, each a question's allowed answers by its number."""
    return [dict(map(_allowed, each.split("&"))) for each in words.split("|")]


def _allowed(words: str) -> tuple[str, str]:
    found = _ONE.fullmatch(words.strip())
    if found is None:
        raise Unreadable(f"“{words.strip()}” is no condition, as “1.1=Y PY”.")
    return found[1], " ".join(found[2].split())


# --- the other way, for a new version ---


def as_text(domains: Iterable[Mapping[str, Any]]) -> str:
    """The lines that ``domains_in`` reads these domains of."""
    lines = []
    for domain in domains:
        lines.append(f"# {domain['id']} {domain['name']}")
        for question in domain["questions"]:
            line = f"{question['id']} {question['text']}"
            if question.get("answers"):
                line += f" [{' '.join(question['answers'])}]"
            if question.get("asked_if"):
                line += f" if {_in_words(question['asked_if'])}"
            lines.append(line)
        for rule in (domain.get("parts") or [[]])[0]:
            if rule.get("when"):
                lines.append(f"> {rule['then']} if {_in_words(rule['when'])}")
            else:
                lines.append(f"> else {rule['then']}")
        lines.append("")
    return "\n".join(lines).strip() + "\n"


def _in_words(condition: Iterable[Mapping[str, str]]) -> str:
    return " | ".join(
        " & ".join(f"{question}={allowed}" for question, allowed in each.items())
        for each in condition
    )
