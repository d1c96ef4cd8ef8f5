"""Which claims, studies and references look like another of their kind."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Model, QuerySet
from django.db.models.functions import Left

from bibliography.matching.titles import is_generic_title
from bibliography.matching.works import Same, same_work, what_agrees
from bibliography.models import Reference
from bibliography.references.actions import record_from
from bibliography.references.models import KEY_LENGTH
from claims.claims.known import known_claims
from claims.models import Claim
from evidence.twins.words import TwinNoun
from studies.models import Report, Study
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "twins.looking",
        "Two claims, studies or references may be one where they say the same, share a "
        "report, a label and year (a label and design where one has no year), or are "
        "equally titled and may be one work.",
        RuleEffect.PROPOSES,
        "Footing",
    ),
)
MOST_ALIKE = 20  # rows of one title or label that are compared
MILLISECONDS = 10_000  # for the known claims of one batch


@dataclass(frozen=True)
class Alike:
    """Two rows that may be one, the smaller number first, and what is alike."""

    noun: str
    one: int
    other: int
    why: str


def look_alikes(noun: str, ids: Collection[int]) -> set[Alike]:
    """The rows that some rows of a kind look like, in a few queries for all of them.

    Some of them may stand no more, or be one with each other by now.
    """
    found = _LOOK[TwinNoun(noun)](ids)
    return {
        Alike(noun, min(one, other), max(one, other), why)
        for one, other, why in found
        if one != other
    }


Found = Iterator[tuple[int, int, str]]


def _claims(ids: Collection[int]) -> Found:
    rows = list(Claim.objects.current().filter(pk__in=ids).values_list("pk", "text"))
    near = known_claims([text for _, text in rows], milliseconds=MILLISECONDS)
    for place, known in (near or {}).items():
        for one in known:
            if one.is_same and not one.by_question:
                yield rows[place][0], one.claim.pk, "They say the same."


def _studies(ids: Collection[int]) -> Found:
    rows = Study.objects.current().filter(pk__in=ids).exclude(label="")
    labels = set(rows.values_list("label", flat=True))
    same = Study.objects.current().filter(label__in=labels, year__isnull=False)
    yield from _pairs(
        same.order_by("pk"),
        ids,
        key=lambda row: (row.label, row.year),
        says=lambda one, other: "They have one label and year.",
    )
    yield from _pairs(
        _called_as_one_without_year(labels).order_by("pk"),
        ids,
        key=lambda row: (row.label, row.design),
        says=lambda one, other: (
            "They have one label and design, and no year tells them apart."
            if None in (one.year, other.year)
            else ""
        ),
    )
    shared = Report.objects.filter(study__in=ids)
    for one, other in shared.values_list("study", "reference__reports__study"):
        yield one, other, "They share a report."


def _called_as_one_without_year(labels: Collection[str]) -> QuerySet[Study]:
    """The studies of some labels, of those labels that one without a year has."""
    of_them = Study.objects.current().filter(label__in=labels)
    yearless = of_them.filter(year=None).values("label")
    return of_them.filter(label__in=yearless)


def _references(ids: Collection[int]) -> Found:
    rows = Reference.objects.current().filter(pk__in=ids)
    keys = {
        key[:KEY_LENGTH]
        for key, title in rows.values_list("title_key", "title")
        if key and not is_generic_title(title)
    }
    same = Reference.objects.current().alias(key=Left("title_key", KEY_LENGTH))
    yield from _pairs(
        same.filter(key__in=keys).with_identifiers().order_by("pk"),
        ids,
        key=lambda row: row.title_key,
        says=_one_work,
    )


def _one_work(one: Reference, other: Reference) -> str:
    records = record_from(one), record_from(other)
    if same_work(*records) is Same.OTHER:
        return ""
    return what_agrees(*records) or "They are equally titled."


def _pairs(
    rows: Iterable[Model],
    ids: Collection[int],
    *,
    key: Callable[..., object],
    says: Callable[..., str],
) -> Found:
    """Two of each key, one of them among ``ids``, of which something says they agree.

    Of very many under one key only the first are compared.
    """
    alike: dict[object, list[Model]] = defaultdict(list)
    for row in rows:
        alike[key(row)].append(row)
    for group in alike.values():
        for one, other in combinations(group[:MOST_ALIKE], 2):
            if (one.pk in ids or other.pk in ids) and (why := says(one, other)):
                yield one.pk, other.pk, why


_LOOK = {
    TwinNoun.CLAIM: _claims,
    TwinNoun.STUDY: _studies,
    TwinNoun.REFERENCE: _references,
}
