"""Asking the services about references again: are they there, is a notice on them?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.checks.actions import candidate_json, record_check
from bibliography.checks.answers import KeptAnswers
from bibliography.lookups import Citation
from bibliography.lookups.retraction_watch import NAME as RETRACTION_WATCH
from bibliography.matching import Comparison, Overall, Same, compare_cited, same_work
from bibliography.models import Notice, Reference, ReferenceCheck
from bibliography.notices.actions import note_found
from bibliography.records import (
    ASKED_BY,
    Identifier,
    LookupAnswer,
    LookupStatus,
    NoticeFound,
    Record,
)
from bibliography.references.actions import fill_reference, record_from
from bibliography.services import CROSSREF, NAMES, Services, services
from core.actions import action
from core.errors import Refused, TryLater
from core.jobs import JobRun, enqueue
from core.models import Job

KIND = "check_references"
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking one reference: who answered, and the notices told of."""

    reference: Reference
    checks: list[ReferenceCheck]
    notices: list[Notice]

    @property
    def answered(self) -> bool:
        """Whether any service answered."""
        return any(c.outcome != ReferenceCheck.Outcome.FAILED for c in self.checks)


def check_reference(
    *, reference: Reference, services: Services, by: User, now: datetime
) -> Checked:
    """Ask the services about one reference; keep their answers and the notices.

    Every source of notices is asked: one that knows no number of the reference's, by
    the number another service tells for it. The network comes first, the one
    transaction after it. Raises Refused where the reference has no identifier a
    service takes.
    """
    require(by, Permission.LOOK_UP_WORKS)
    record = record_from(reference)
    known = known_identifiers(record)
    if not known:
        raise _nothing_to_ask_for(reference)
    answers = list(services.by_identifiers(known))
    told = _told_identifiers(record, answers)
    if told:
        asked = {answer.service for answer in answers}
        answers += services.by_identifiers(told, besides=asked)
    if doi := known.get("doi") or told.get("doi"):
        answers.append(services.notices_on(doi))
    return keep_answers(reference=reference, answers=answers, by=by, now=now)


def _told_identifiers(
    record: Record, answers: Iterable[LookupAnswer]
) -> dict[str, str]:
    """The identifiers that services tell for a record, and it does not have itself.

    By scheme; not of an answer that is another work, nor where two disagree.
    """
    known = known_identifiers(record)
    told: dict[str, set[str]] = {}
    for answer in answers:
        if answer.status is not LookupStatus.FOUND or _is_another(record, answer):
            continue
        for found in answer.candidates:
            for scheme, value in known_identifiers(found).items():
                told.setdefault(scheme, set()).add(value)
    return {
        scheme: values.pop()
        for scheme, values in told.items()
        if scheme not in known and len(values) == 1
    }


def _nothing_to_ask_for(reference: Reference) -> Refused:
    return Refused(
        f"Reference {reference.pk} has no DOI, PMID or PMCID to ask a service for."
    )


def known_identifiers(record: Record) -> dict[str, str]:
    """The identifiers of a record that a service can be asked for, by scheme."""
    found = {scheme: record.identifier(scheme) for scheme in ASKED_BY}
    return {scheme: value for scheme, value in found.items() if value}


@action
def keep_answers(
    *,
    reference: Reference,
    answers: list[LookupAnswer],
    by: User,
    now: datetime,
    reason: str = "",
) -> Checked:
    """Keep what services answered about a reference, and the notices they tell of.

    A notice counts where it names this work as the one it is about: that the reference
    is the notice itself is no hit, nor is a notice on a record whose title shows that
    the identifier is another work's. Where no more than an identifier was known, the
    reference takes over the record.
    """
    record = record_from(reference)
    told = _told_identifiers(record, answers)
    named = replace(
        record,
        identifiers=(
            *record.identifiers,
            *(Identifier(*pair) for pair in told.items()),
        ),
    )
    checks, notices = [], {}
    for answer in answers:
        known = _same_failure(reference, answer, now)
        if known:
            checks.append(known)
            continue
        candidates = _candidates(record, answer, reference.pk)
        checks.append(
            record_check(
                answer=answer,
                searched_at=now,
                query=query_of(answer.query),
                candidates=candidates,
                reference=reference,
                by=by,
            )
        )
        for found in _told_of(named, answer, candidates):
            noted = note_found(
                reference=reference, found=found, seen_at=answer.asked_at, by=by
            )
            notices[noted.pk] = noted
    known = _made_known(reference, answers, by)
    return Checked(known, checks, list(notices.values()))


def _made_known(
    reference: Reference, answers: list[LookupAnswer], by: User
) -> Reference:
    """A reference that was no more than an identifier, with what services say of it.

    As from a list of DOIs. Where services name different works it stays as it is.
    """
    if reference.title or reference.authors:
        return reference
    told = [
        record
        for answer in answers
        if answer.status is LookupStatus.FOUND
        and not answer.query.startswith("updates:")
        for record in answer.candidates
        if record.title
    ]
    if not told or any(same_work(told[0], each) is not Same.SAME for each in told[1:]):
        return reference
    reason = "Only its identifier was known."
    return fill_reference(reference=reference, record=told[0], by=by, reason=reason)


def _told_of(
    record: Record, answer: LookupAnswer, candidates: list[dict[str, Any]]
) -> list[NoticeFound]:
    """The notices of an answer that are on this very work."""
    if answer.status is LookupStatus.FOUND and _names_another(candidates):
        return []
    return [found for found in answer.notices if found.is_about(record)]


def _same_failure(
    reference: Reference, answer: LookupAnswer, now: datetime
) -> ReferenceCheck | None:
    """The check of this day that kept the same failure, if that was the last word.

    A service that is away all day is written down once, not every hour.
    """
    if answer.status is not LookupStatus.FAILED:
        return None
    asked = reference.checks.filter(
        service=answer.service, query=query_of(answer.query)
    )
    last = asked.order_by("-asked_at", "-id").first()
    if last is None or last.outcome != ReferenceCheck.Outcome.FAILED:
        return None
    return last if now - last.asked_at < A_DAY else None


def query_of(query: str) -> Mapping[str, str]:
    """A lookup's question by identifier as a check keeps it: scheme to value."""
    scheme, _, value = query.partition(":")
    return {scheme: value}


def _candidates(
    record: Record, answer: LookupAnswer, number: int
) -> list[dict[str, Any]]:
    """What answered, beside the reference; a notice is kept as what it is."""
    if answer.query.startswith("updates:"):
        told = answer.candidates if answer.notices else ()
        return [candidate_json(r, Comparison(Overall.OTHER, ())) for r in told]
    own = citation_of_record(record)
    identifiers = known_identifiers(record)
    is_own = number if answer.status is LookupStatus.FOUND else None
    return [
        candidate_json(
            found, compare_cited(own, identifiers, found), answer.notices, is_own
        )
        for found in answer.candidates
    ]


def _names_another(candidates: list[dict[str, Any]]) -> bool:
    return any(c["comparison"]["overall"] == Overall.OTHER for c in candidates)


def _is_another(record: Record, answer: LookupAnswer) -> bool:
    """Whether an identifier answered with a work whose words are quite another's."""
    own, identifiers = citation_of_record(record), known_identifiers(record)
    return any(
        compare_cited(own, identifiers, found).overall is Overall.OTHER
        for found in answer.candidates
    )


def citation_of_record(record: Record) -> Citation:
    """A record as something cited: its authors, year, title and journal."""
    return Citation(
        authors=tuple(name.family for name in record.authors[:3]),
        year=record.year,
        title=record.title,
        journal=record.journal,
    )


# --- the job ---


@action
def look_at_reference_again(*, reference: Reference, by: User, reason: str = "") -> Job:
    """Put a check of one reference in line; asked twice while it runs, it is one job.

    Raises Refused where it has no identifier a service takes.
    """
    require(by, Permission.LOOK_UP_WORKS)
    if not Reference.objects.checkable().filter(pk=reference.pk).exists():
        raise _nothing_to_ask_for(reference)
    arguments = {"reference": reference.pk}
    running = Job.objects.open().filter(kind=KIND, arguments=arguments, by=by)
    return running.first() or enqueue(kind=KIND, arguments=arguments, by=by)


def run(job: JobRun) -> dict[str, Any]:
    """Job kind ``check_references``: those that are due, a small batch at a time.

    With ``all`` in its arguments: every reference with an identifier, from where it
    stopped; with ``reference``: that one. A check is for news, so no kept answer is
    good enough for it. Raises TryLater where no service answers.
    """
    asked = services(KeptAnswers(by=job.by, anew=True), held_up=job.held_up)
    wanted = _wanted(job)
    seen, tally = job.kept.get("seen", 0), {"checked": 0, "notices": 0}
    tally |= {name: job.kept[name] for name in tally if name in job.kept}
    total = len(wanted) + seen
    for number in wanted:
        rows = Reference.objects.current().with_identifiers()
        reference = rows.filter(pk=number).first()
        if reference is None:
            continue  # removed, merged or withdrawn meanwhile
        done = check_reference(
            reference=reference, services=asked, by=job.by, now=timezone.now()
        )
        seen += 1
        if done.answered:
            tally["checked"] += 1
            tally["notices"] += len(done.notices)
            job.progress(seen, total, after=number, seen=seen, **tally)
            continue
        if asked.is_hopeless or not (tally["checked"] or number != wanted[-1]):
            raise TryLater(_nobody(done.checks))
        job.progress(seen, total)
    number = job.arguments.get("reference")
    address = f"/references/{number}/" if number else "/notices/"
    counts = f"{tally['checked']:,} checked; notices told of: {tally['notices']:,}."
    return {**tally, **said_of(asked, f"References: {counts}"), "address": address}


def _wanted(job: JobRun) -> list[int]:
    """The references a run checks, by number; what an earlier attempt did is left."""
    rows = Reference.objects.current().checkable()
    if job.arguments.get("reference"):
        return list(
            rows.filter(pk=job.arguments["reference"]).values_list("pk", flat=True)
        )
    if job.arguments.get("all"):
        rest = rows.filter(pk__gt=job.kept.get("after", 0)).order_by("pk")
        return list(rest.values_list("pk", flat=True))
    due = rows.due(timezone.now() - settings.REFERENCE_CHECK_EVERY)
    rest = max(settings.REFERENCE_CHECK_BATCH - job.kept.get("seen", 0), 0)
    return list(due.values_list("pk", flat=True)[:rest])


def _nobody(checks: list[ReferenceCheck]) -> str:
    reasons = dict.fromkeys(check.error for check in checks)
    return f"No service answered: {' '.join(reasons)}"


def said_of(asked: Services, *found: str) -> dict[str, Any]:
    """What a job says of the services it asked, behind what it found.

    Who did not answer, and how many requests that cost.
    """
    silent = [
        f"No answer: {asked.failures[name][-1].reason}"
        for name in NAMES
        if asked.failures.get(name)
    ]
    return {
        "says": [*found, *silent, *asked.cost_in_words()],
        "not_answering": silent,
        "requests": asked.requests,
    }


def silent_services(
    reference: Reference, telling: Iterable[str]
) -> list[tuple[str, datetime]]:
    """Services that have a reference and do not tell of a notice on it.

    ``telling`` are the sources that do. Each silent one comes with the time it was
    last asked. Causes one SQL query.
    """
    told = {CROSSREF if name == RETRACTION_WATCH else name for name in telling}
    told |= set(telling)  # Crossref passes Retraction Watch's word on
    latest = (
        reference.checks.filter(outcome=ReferenceCheck.Outcome.FOUND)
        .order_by("service", "-asked_at")
        .distinct("service")
        .values_list("service", "asked_at")
    )
    return [(name, at) for name, at in latest if name not in told]
