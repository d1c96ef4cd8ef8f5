"""Reports of a study that are not here yet: looked for outside, and attached."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from articles.citations.candidates import reference_of
from articles.citations.finding import is_searchable, keep_notices, title_of
from articles.citations.looked_up import Candidate, LookedUp, from_checks
from bibliography.checks.actions import candidate_json, record_check
from bibliography.checks.answers import KeptAnswers
from bibliography.checks.checking import said_of
from bibliography.lookups import Citation
from bibliography.matching import compare_cited
from bibliography.models import ReferenceCheck
from bibliography.records import LookupAnswer
from bibliography.references.actions import add_reference
from bibliography.references.models import AUTHOR_YEAR
from bibliography.services import services
from core.actions import action
from core.errors import Refused
from core.jobs import JobRun, enqueue
from core.models import Job
from studies.models import Report, Study
from studies.studies.actions import add_report
from texts.identifiers import normalise_doi, normalise_pmid

KIND = "find_reports"


@action
def look_for_reports(*, study: Study, words: str, by: User, reason: str = "") -> Job:
    """Put a search of the services in line for a report of a study.

    ``words`` are a DOI, PubMed's number, a surname and a year, or words of the title.
    Asked twice while it runs, it is the same job. Raises Refused where nothing is said
    to look for.
    """
    require(by, Permission.LOOK_UP_WORKS)
    words = " ".join(words.split())
    stated, cited = _asked(words)
    if not (stated or is_searchable(cited)):
        raise Refused("Say what to look for: a DOI, a number, a name and year, words.")
    arguments = {"study": study.pk, "words": words}
    running = Job.objects.open().filter(kind=KIND, arguments=arguments, by=by)
    return running.first() or enqueue(kind=KIND, arguments=arguments, by=by)


def run(job_run: JobRun) -> dict[str, Any]:
    """Job kind ``find_reports``: ask the services, and keep what they answered."""
    words, study = job_run.arguments["words"], job_run.arguments["study"]
    stated, cited = _asked(words)
    asked = services(KeptAnswers(by=job_run.by), held_up=job_run.held_up)
    answers = asked.by_identifiers(stated) if stated else asked.by_citation(cited)
    checks = keep_answers(answers=list(answers), words=words, by=job_run.by)
    found = from_checks(checks).candidates
    return {
        **said_of(asked, f"Records found: {len(found)}."),
        "address": f"/studies/{study}/reports/outside/?job={job_run.job.pk}",
        "checks": [check.pk for check in checks],
        "found": [{"candidate": each.key, "title": title_of(each)} for each in found],
    }


@action
def keep_answers(
    *, answers: list[LookupAnswer], words: str, by: User, reason: str = ""
) -> list[ReferenceCheck]:
    """Keep what each service answered to one search, a row each."""
    now = timezone.now()
    return [
        record_check(
            answer=answer,
            searched_at=now,
            query={"report": words},
            candidates=list(_told(answer, words)),
            by=by,
        )
        for answer in answers
    ]


@action
def attach_found(
    *,
    study: Study,
    job: Job,
    candidate: str,
    by: User,
    role: str = Report.Role.MAIN,
    reason: str = "",
) -> Report:
    """Attach a record that a search brought; ``candidate`` is its ``key``.

    It becomes a reference, unless one that is kept here carries an identifier of it,
    and the notices that it came with are kept. Raises Refused where the search did not
    bring it, or it reports the study already.
    """
    require(by, Permission.EDIT_STUDIES)
    found = found_by(job).candidates
    chosen = next((one for one in found if one.key == candidate), None)
    if chosen is None or job.arguments["study"] != study.pk:
        raise Refused("The search did not bring this record.", field="candidate")
    reference = reference_of(chosen) or add_reference(
        record=chosen.record, identifiers=_more_identifiers(chosen), by=by
    )
    keep_notices(reference, chosen, by)
    return add_report(study=study, reference=reference, role=role, by=by)


def found_by(job: Job) -> LookedUp:
    """What a search came to (one query); nothing while it runs."""
    checks = ReferenceCheck.objects.filter(pk__in=job.result.get("checks", ()))
    return from_checks(list(checks.order_by("pk")))


def _asked(words: str) -> tuple[dict[str, str], Citation]:
    """The identifier that words are, else what they say of a work."""
    if doi := normalise_doi(words):
        return {"doi": doi}, Citation()
    if pmid := normalise_pmid(words):
        return {"pmid": pmid}, Citation()
    if named := AUTHOR_YEAR.fullmatch(words):
        author, year = named["author"].removesuffix(" et al."), int(named["year"])
        return {}, Citation(authors=(author.strip(),), year=year)
    return {}, Citation(title=words)


def _told(answer: LookupAnswer, words: str) -> Iterator[dict[str, Any]]:
    stated, cited = _asked(words)
    for record in answer.candidates:
        compared = compare_cited(cited, stated, record)
        yield candidate_json(record, compared, answer.notices)


def _more_identifiers(chosen: Candidate) -> list[tuple[str, str]]:
    return sorted(chosen.identifiers - set(chosen.record.identifiers))
