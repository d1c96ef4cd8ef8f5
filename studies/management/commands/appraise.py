"""``manage.py appraise INSTRUMENT FILE``: what answers come to; keeps nothing."""

import json
from collections import Counter
from dataclasses import asdict

from django.core.management.base import CommandError

from core.management.files import FileCommand, read_bytes
from studies.instruments import reading
from studies.instruments.instrument import OverallBy
from studies.instruments.judging import UnknownAnswer, judge

APART = {"variant", "answers"}


class Command(FileCommand):
    """Prints the judgements that an instrument's rules propose; needs no database."""

    help = (
        "What answers to an instrument's questions come to by its published rules. The "
        'file is JSON: {"variant": "assignment", "answers": {"1.1": "Y", …}}, or the '
        "answers alone. No official version of any instrument."
    )
    file_is = "the answers"

    def add_arguments(self, parser):
        parser.add_argument("instrument", choices=reading.KEYS)
        super().add_arguments(parser)

    def handle(self, *, instrument, file, json: bool, **_):
        tool = reading.instrument(instrument)
        answers, variant = read_answers(read_bytes(file), file)
        try:
            judged = judge(tool, answers, variant)
        except UnknownAnswer as problem:
            raise CommandError(str(problem)) from None
        if json:
            self.stdout.write(as_json(tool, answers, judged))
        else:
            self.stdout.write("\n".join(in_words(tool, answers, judged)))


def read_answers(data, file):
    """The answers and the effect of interest; raises CommandError with a sentence."""
    try:
        found = json.loads(data, object_pairs_hook=named_once)
    except RecursionError:
        raise CommandError(f"{file} nests deeper than answers do.") from None
    except ValueError as problem:  # not JSON, or not text
        raise CommandError(f"{file} is no JSON: {problem}.") from None
    if not isinstance(found, dict):
        raise CommandError(f"{file} holds no object; the answers by question expected.")
    variant = ""
    if found.keys() & APART:
        if unknown := found.keys() - APART:
            raise CommandError(
                f"{file} has {', '.join(sorted(unknown))} beside variant and answers."
            )
        variant, found = found.get("variant") or "", found.get("answers", {})
    if not isinstance(found, dict):
        raise CommandError("The answers are no object, each by its question.")
    if not isinstance(variant, str):
        raise CommandError("The variant is no text.")
    return {question: written(answer) for question, answer in found.items()}, variant


def named_once(pairs):
    """An object's members; which of two answers to one question is meant, is asked."""
    named = dict(pairs)
    if len(named) < len(pairs):
        often = Counter(name for name, _ in pairs)
        twice = ", ".join(name for name, n in often.items() if n > 1)
        raise CommandError(f"Answered twice: {twice}. Which is meant?")
    return named


def written(answer):
    """An answer as text; 1 and 0 may come as numbers, and nothing is no answer."""
    if isinstance(answer, str):
        return " ".join(answer.split())
    return json.dumps(answer)


def as_json(tool, answers, judged):
    """What ``--json`` prints."""
    facts = {"instrument": tool.key, "version": tool.version, **asdict(judged)}
    if tool.overall.by is OverallBy.NOBODY:
        facts["counts"] = counts(tool, answers)
    return json.dumps(facts, ensure_ascii=False, indent=2)


def in_words(tool, answers, judged):
    """The judgements for a person at a terminal, a line each."""
    yield f"{tool.name}, version {tool.version}; not an official version"
    names = {domain.id: domain.name for domain in tool.domains}
    for each in judged.domains:
        if each.unanswered:
            told = f"unanswered: {', '.join(each.unanswered)}"
        elif each.judgement is None:
            told = "answered"
        else:
            told = str(each.judgement)
        yield f"{each.domain} {names[each.domain]}: {told}"
    if tool.overall.by is OverallBy.NOBODY:
        given = counts(tool, answers)
        yield ", ".join(f"{tool.answers[one]}: {n}" for one, n in given.items())
        return
    yield f"Overall: {judged.overall or 'not judged yet'}"
    if judged.overall_unanswered:
        yield f"The whole waits for: {', '.join(judged.overall_unanswered)}"


def counts(tool, answers):
    """How often each answer was given."""
    given = Counter(answers.values())
    return {answer: given[answer] for answer in tool.answers}
