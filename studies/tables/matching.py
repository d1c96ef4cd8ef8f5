"""What a table names, found in the store: arms, outcomes, studies, results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.functions import Lower

from bibliography.models import Identifier
from studies.models import Arm, Outcome, Report, Result, Study
from studies.tables.rows import Row
from texts.identifiers import normalise_doi, normalise_pmid

MOST_OFFERED = 6  # studies that a row may mean
MOST_LOOKED_AT = 1000  # of all studies that a table may name
_WORD = re.compile(r"[^\W_]+")
_NOT_COMPARED = {"ci_level", "pooled_studies", "revision"}
NUMBERS = tuple(
    field.name
    for field in Result._meta.concrete_fields
    if isinstance(field, models.FloatField | models.PositiveIntegerField)
    and field.name not in _NOT_COMPARED
)


def outcomes_named(names: Iterable[str]) -> dict[str, Outcome]:
    """The outcomes of some names, by the name in lower case."""
    wanted = {" ".join(name.split()).lower() for name in names if name.strip()}
    rows = Outcome.objects.current().annotate(lower=Lower("name"))
    found = rows.filter(lower__in=wanted).order_by("-pk")
    return {outcome.name.lower(): outcome for outcome in found}


def results_standing(studies: Iterable[Study]) -> list[Result]:
    """The current results of studies, with their outcomes."""
    rows = Result.objects.current().filter(study__in=list(studies))
    return list(rows.select_related("outcome", "entered_by").order_by("pk"))


def arms_by_name(studies: Iterable[Study]) -> dict[tuple[int, str], Arm]:
    """The arms of studies, by the study's number and their names in lower case."""
    rows = Arm.objects.filter(study__in=list(studies))
    return {(row.study_id, row.name.casefold()): row for row in rows}


def standing_as(
    standing: Sequence[Result], outcome: str, fields: Mapping[str, Any]
) -> Result | None:
    """The result among some that says the same of an outcome, with the same numbers."""
    named = " ".join(outcome.split()).casefold()
    return next(
        (
            result
            for result in standing
            if result.outcome.name.casefold() == named
            and _says_the_same(result, fields)
        ),
        None,
    )


def _says_the_same(result: Result, fields: Mapping[str, Any]) -> bool:
    texts = ("time_point", "metric", "p_value", "subgroup", "dose")
    return all(
        str(fields.get(name, "")).casefold() == getattr(result, name).casefold()
        for name in texts
    ) and all(fields.get(name) == getattr(result, name) for name in NUMBERS)


# --- the studies that rows name ---


@dataclass(frozen=True)
class StudyFound:
    """Which study a row names: one, or none of those offered, which has to be asked.

    Without both, it is a new one.
    """

    study: Study | None = None
    offered: tuple[Study, ...] = ()


def studies_named(rows: Sequence[Row]) -> dict[int, StudyFound]:
    """The study of each row of a table of studies, by the row's number.

    By the identifier of a report of it, else by its name; several of one name are
    offered, and so is what is named alike: which of them, a person says.
    """
    by_identifier = _by_identifier(rows)
    known = _named_alike([row.study for row in rows if row.study])
    return {row.number: _found(row, by_identifier, known) for row in rows}


def _found(
    row: Row, by_identifier: Mapping[str, Study], known: Sequence[Study]
) -> StudyFound:
    if study := by_identifier.get(_identifier(row)):
        return StudyFound(study)
    named = [each for each in known if each.label.casefold() == row.study.casefold()]
    if len(named) == 1:
        return StudyFound(named[0])
    first, year = _first_word_and_year(row.study)
    alike = [
        each
        for each in known
        if first and first in _words(each.label) and year in _words(each.label)
    ]
    return StudyFound(offered=tuple((named or alike)[:MOST_OFFERED]))


def _words(label: str) -> list[str]:
    return [word[:4] if word[:4].isdigit() else word for word in _split(label)]


def _split(label: str) -> list[str]:
    return _WORD.findall(label.casefold())


def _first_word_and_year(label: str) -> tuple[str, str]:
    words = _words(label)
    years = [word for word in words if len(word) == 4 and word.isdigit()]
    return (words[0], years[0]) if words and years else ("", "")


def _named_alike(labels: Sequence[str]) -> list[Study]:
    """Studies that may be meant by some names, in one query, with their reports."""
    wanted = []
    for label in dict.fromkeys(labels):
        first, year = _first_word_and_year(label)
        words = _split(label)
        wanted += (
            [f'"{first}" {year}'] if year else [f'"{" ".join(words)}"'] * any(words)
        )
    if not wanted:
        return []
    rows = Study.objects.current().with_names().matching(" or ".join(wanted))
    return list(
        rows.prefetch_related("reports__reference").order_by("pk")[:MOST_LOOKED_AT]
    )


def _identifier(row: Row) -> str:
    return normalise_doi(row.identifier) or normalise_pmid(row.identifier) or ""


def _by_identifier(rows: Sequence[Row]) -> dict[str, Study]:
    """The studies that are reported under the identifiers of rows."""
    wanted = {value for row in rows if (value := _identifier(row))}
    named = Identifier.objects.filter(
        accepted=True, scheme__in=("doi", "pmid"), value__in=wanted
    )
    by_reference = {each.reference_id: each.value for each in named} if wanted else {}
    reports = Report.objects.filter(
        reference__in=by_reference, study__in=Study.objects.current()
    )
    return {
        by_reference[report.reference_id]: report.study
        for report in reports.select_related("study")
    }
