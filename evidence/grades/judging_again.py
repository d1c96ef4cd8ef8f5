"""Judges stored grades again: what a row says is what the rules make of its parts.

A grade that carries its claim's verdict, by the rules as they stand and on evidence
that is as it was, is judged whole. Of others, by earlier rules or since overtaken, is
asked what every version holds to: a word that its method has, and the certainty that
its levels come to.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Prefetch

from claims.models import Claim
from core.errors import Refused
from core.jobs import JobRun
from evidence.basis import changes_since
from evidence.claims.versions import judged_version, newer_version
from evidence.grades.deriving import as_judged
from evidence.grades.draft import GradeForm, form_from
from evidence.grades.findings import Evidence
from evidence.grades.problems import placed_problems
from evidence.method import VERSION, verdicts_of
from evidence.models import Grade, GradeGroup, ItemReading

AT_ONCE = 100  # grades between two signs of life
_NAMED = 20  # grades that do not hold, in one sentence


class JudgedAgain(NamedTuple):
    """A stored grade, whether it was judged whole, and why it does not hold."""

    grade: Grade
    whole: bool
    problems: list[str]


def judge_again(*, after: int = 0) -> Iterator[JudgedAgain]:
    """Each stored grade of a claim that stands, by number, behind one of them.

    Three queries for ``AT_ONCE`` of them, and those of each that is judged whole.
    """
    stored = Grade.objects.filter(pk__gt=after, submitted_at__isnull=False)
    stored = stored.filter(round__claim__in=Claim.objects.current())
    stored = stored.select_related("round__base__claim", "round__claim", "reviewer")
    stored = stored.prefetch_related(
        Prefetch("groups", GradeGroup.objects.order_by("id")),
        Prefetch("readings", ItemReading.objects.order_by("id")),
    )
    for grade in stored.order_by("pk").iterator(chunk_size=AT_ONCE):
        whole = grade.method_version == VERSION and _carries(grade)
        yield JudgedAgain(grade, whole, [*_problems(grade, whole)])


def _carries(grade: Grade) -> bool:
    """Whether a claim's verdict is this grade's, on what is still as it was."""
    claim = grade.round.claim
    if grade.submitted_at == claim.newer_judged_at:
        version = newer_version(claim)
    elif grade.submitted_at == claim.judged_at:
        version = judged_version(claim)
    else:
        return False
    return version is not None and not any(changes_since(version, claim))


def _problems(grade: Grade, whole: bool) -> Iterator[str]:
    form = form_from(grade, grade.groups.all(), grade.readings.all())
    if grade.verdict not in verdicts_of(grade.method):
        yield f"{grade.method} has no word “{grade.verdict}”."
        return
    if (certainty := form.certainty(grade.method)) != grade.certainty:
        yield f"Its levels come to “{certainty}”, and “{grade.certainty}” is stored."
    if whole:
        yield from _against_the_rules(grade, form)


def _against_the_rules(grade: Grade, form: GradeForm) -> Iterator[str]:
    evidence = Evidence.of(grade.round.base)
    yield from (problem.sentence for problem in placed_problems(evidence, form))
    for column, value in as_judged(evidence, form).items():
        if (stored := getattr(grade, column)) != value:
            name = column.replace("_", " ").capitalize()
            yield f"{name}: “{value}” by the rules, and “{stored}” is stored."


def run(job: JobRun) -> dict[str, int]:
    """Job kind ``check_grades``: judge all again, and fail with those not holding.

    Idempotent; it resumes behind the last grade of which it told.
    """
    told = {"after": 0, "judged": 0, "whole": 0, **job.kept}
    wrong: list[str] = list(told.pop("wrong", ()))
    for one in judge_again(after=told["after"]):
        told["after"], told["judged"] = one.grade.pk, told["judged"] + 1
        told["whole"] += one.whole
        wrong += [sentence_of(one)] if one.problems else []
        if told["judged"] % AT_ONCE == 0:
            job.progress(told["judged"], wrong=wrong[:_NAMED], **told)
    if wrong:
        raise Refused(f"Grades do not hold. {' '.join(wrong[:_NAMED])}")
    return {"judged": told["judged"], "whole": told["whole"]}


def sentence_of(one: JudgedAgain) -> str:
    """Which grade does not hold, and why."""
    why = " ".join(one.problems)
    return f"Grade {one.grade.pk} of claim {one.grade.round.claim_id}: {why}"
