"""Instruments that editors define, and the review's own guidance beside the items."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, expect_revision, save
from core.errors import LostRace, Refused
from core.withdrawing import restore, withdraw
from studies.appraisals.catalogue import newest, read
from studies.appraisals.models import WORD
from studies.instruments import reading
from studies.instruments.instrument import Instrument, OverallBy
from studies.instruments.lights import WHOLE
from studies.models import DefinedInstrument, ItemGuidance

A_PAGE = "new"  # /instruments/new/
MOST_QUESTIONS = 300  # of an instrument; each is a part of a page, for every reviewer
MOST_DOMAINS = 50
_PLAIN = re.compile(r"[\w.-]+")
MOST_WORDS = 30  # that answers and judgements are given in


@action
def define_instrument(
    *,
    key: str,
    version: str,
    name: str,
    table: Mapping[str, Any],
    by: User,
    reason: str = "",
) -> DefinedInstrument:
    """Store an instrument, or a new version of one, as those that come along are.

    Refused with everything that is wrong with it: what the reader of all instruments
    finds, a key of one that comes along, and a version that is there already.
    """
    require(by, Permission.OPEN_ROUNDS)
    if key.lower() in reading.KEYS:
        raise Refused("An instrument of this key comes along already.", field="key")
    if key != key.lower():
        raise Refused("A key is in small letters.", field="key")
    if key == A_PAGE:
        raise Refused("A page of its own has this name; choose another.", field="key")
    row = DefinedInstrument(
        key=key, version=version, name=name, table=dict(table), by=by
    )
    if DefinedInstrument.objects.filter(key=key, withdrawn_at__isnull=False).exists():
        raise Refused("This instrument was withdrawn: reinstate it first.", field="key")
    try:
        found = read(row)
    except reading.InstrumentProblems as problems:
        raise Refused(str(problems), field="lines") from None
    _refuse_its_size(found)
    if unusable := " ".join(_unusable(found)):
        raise Refused(unusable, field="lines")
    return save(row)


def said_twice(words: Iterable[str]) -> list[str]:
    """The words that come more than once."""
    return [word for word, n in Counter(words).items() if n > 1]


def _unusable(found: Instrument) -> Iterator[str]:
    """A sentence for each thing that reads well and that no appraisal could use."""
    for twice in said_twice(domain.id for domain in found.domains):
        yield f"Two domains are called {twice}."
    for domain in found.domains:
        if not _PLAIN.fullmatch(domain.id):
            yield f"“{domain.id}”: a domain’s key is letters, digits, dots and hyphens."
        if not domain.questions:
            yield f"Domain {domain.id} asks nothing."
        for rules in domain.parts:
            if any(rule.when is None for rule in rules[:-1]):
                yield f"Domain {domain.id}: what follows “else” never counts."
        for named in (domain, *domain.questions):
            if named.id == WHOLE:
                yield f"“{WHOLE}” is what the whole is called; choose another name."
    if found.overall.by is OverallBy.WORST_DOMAIN and not found.judgements:
        yield "The whole is as its worst domain: that takes judgements."


def _refuse_its_size(found: Instrument) -> None:
    """Raise Refused where an instrument asks nothing, or more than a form can hold."""
    questions = [one for domain in found.domains for one in domain.questions]
    if not questions:
        raise Refused("An instrument asks one question at least.", field="lines")
    for n, most, what, field in (
        (len(questions), MOST_QUESTIONS, "questions", "lines"),
        (len(found.domains), MOST_DOMAINS, "domains", "lines"),
        (len(found.answers), MOST_WORDS, "answers", "answers"),
        (len(found.judgements), MOST_WORDS, "judgements", "judgements"),
    ):
        if n > most:
            sentence = f"An instrument has at most {most} {what}; these are {n:,}."
            raise Refused(sentence, field=field)
    words = [*(each.id for each in (*found.domains, *questions)), *found.judgements]
    for word in words:
        if len(word) > WORD:
            sentence = f"“{word[:20]}…” is longer than {WORD} characters."
            raise Refused(sentence, field="lines")


@action
def withdraw_instrument(
    *, key: str, by: User, reason: str, revision: int | None = None
) -> None:
    """Offer an instrument that was defined here to no new round, in any version.

    Rounds that use it go on, and what was appraised by it stays. ``revision`` is that
    of the newest version, as it was seen.
    """
    require(by, Permission.OPEN_ROUNDS)
    rows = DefinedInstrument.objects.select_for_update().filter(key=key).order_by("pk")
    _expect_seen(rows, revision)
    standing = rows.current()
    if not standing:
        raise Refused(f"No instrument “{key}” is offered that was defined here.")
    for row in standing:
        withdraw(row=row, by=by, reason=reason)


@action
def reinstate_instrument(
    *, key: str, by: User, reason: str, revision: int | None = None
) -> None:
    """Offer an instrument again that was withdrawn, in all its versions.

    ``revision`` is that of the newest version, as it was seen.
    """
    require(by, Permission.OPEN_ROUNDS)
    if not reason.strip():
        raise Refused("Say why it is offered again.", field="reason")
    rows = DefinedInstrument.objects.select_for_update().filter(key=key).order_by("pk")
    _expect_seen(rows, revision)
    gone = rows.exclude(withdrawn_at=None)
    if not gone:
        raise Refused(f"No instrument “{key}” was withdrawn.")
    for row in gone:
        restore(row=row, by=by, reason=reason)


def _expect_seen(rows: QuerySet[DefinedInstrument], revision: int | None) -> None:
    """Raise LostRace where the newest version is not as it was seen."""
    if newest_row := rows.last():
        expect_revision(newest_row, revision)


@action
def write_guidance(
    *,
    instrument: str,
    domain: str,
    question: str,
    text: str,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> ItemGuidance | None:
    """Keep what reviewers here agreed on for a question, dated; no words drop it.

    ``revision`` is that of the guidance its writer saw, 0 where there was none. Raises
    LostRace where somebody wrote or dropped it meanwhile.
    """
    require(by, Permission.OPEN_ROUNDS)
    tool = newest(instrument)
    domains = tool.domains if tool else ()
    asked = {(each.id, one.id) for each in domains for one in each.questions}
    if (domain, question) not in asked:
        raise Refused(f"There is no question {question} of {instrument}.")
    named = {"instrument": instrument, "domain": domain, "question": question}
    row = ItemGuidance.objects.filter(**named).first()
    if row:
        expect_revision(row, revision)
    elif revision:
        raise LostRace(f"What was agreed on for {question} was dropped meanwhile.")
    said = {"text": text.strip(), "by": by, "written_at": timezone.now()}
    if not said["text"]:
        if row:
            row.delete()
        return None
    return save(row, **said) if row else save(ItemGuidance(**named, **said))
