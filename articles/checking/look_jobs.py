"""Looking for works and reviews for a visitor: as jobs, so many in an hour.

A job keeps what it asks for and what came of it, and is erased a day after it ended.
Who asked is kept nowhere; a visitor follows the job by a secret key.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from articles.checking.findings import Finding
from articles.checking.looking import look_for
from articles.checking.stated import StatedWork
from bibliography.checks.answers import KeptAnswers
from bibliography.checks.checking import said_of
from bibliography.services import OPENALEX, pubmed, services
from core.actions import action
from core.dataclass_json import from_json, to_json
from core.errors import Refused
from core.jobs import JobRun, enqueue
from core.limits import Limit, use
from core.models import Job

WORKS, REVIEWS = "look_for_works_of_a_check", "look_for_reviews"
LIST = "check_reference_list"
MOST_WORKS = 30  # of one paste
MOST_LISTED = 100  # of one list
MOST_WORDS = 300  # characters
KEEP = timedelta(days=1)
_HOUR = timedelta(hours=1)
PASTES = Limit("look-ups of pastes", "look-ups of pasted articles", 3, _HOUR)
LISTS = Limit("lists checked", "reference lists", 3, _HOUR)
SEARCHES = Limit("searches for reviews", "searches for reviews", 10, _HOUR)


@action
def look_for_works(
    *, works: Sequence[StatedWork], by: User, limited_to: str = "", reason: str = ""
) -> str:
    """Put a search for the works of a checked article in line; the key to follow it.

    The first 30 that state enough are looked for. ``limited_to`` is the network
    address of who may ask only so often. Raises Refused where nothing can be looked
    for, or too much was.
    """
    return _works_in_line(WORKS, works, MOST_WORKS, PASTES, by, limited_to)


@action
def look_for_list(
    *, works: Sequence[StatedWork], by: User, limited_to: str = "", reason: str = ""
) -> str:
    """The same for the works of a reference list: the first 100 that state enough."""
    return _works_in_line(LIST, works, MOST_LISTED, LISTS, by, limited_to)


@action
def check_reference_list(
    *, works: Sequence[StatedWork], raws: Sequence[str], by: User, reason: str = ""
) -> Job:
    """Put the check of a person's list in line, kept with its entries' own words."""
    require(by, Permission.LOOK_UP_WORKS)
    wanted = [to_json(work) for work in works if work.is_checkable]
    arguments = {"works": wanted, "raws": list(raws)}
    return enqueue(kind=LIST, arguments=arguments, by=by)


def _works_in_line(
    kind: str,
    works: Sequence[StatedWork],
    most: int,
    limit: Limit,
    by: User,
    limited_to: str,
) -> str:
    wanted = [to_json(work) for work in works if work.is_checkable][:most]
    if not wanted:
        raise Refused(
            "None of the works states enough to be looked for.", field="works"
        )
    return in_line(kind, {"works": wanted}, limit, by, limited_to)


@action
def look_for_reviews(
    *, words: str, by: User, limited_to: str = "", reason: str = ""
) -> str:
    """Put a search for systematic reviews in line; the key to follow it by."""
    words = " ".join(words.split())
    if not words:
        raise Refused("Type some words to look for.", field="words")
    if len(words) > MOST_WORDS:
        raise Refused(f"At most {MOST_WORDS} characters are looked for.", field="words")
    return in_line(REVIEWS, {"words": words}, SEARCHES, by, limited_to)


def in_line(
    kind: str, arguments: dict[str, Any], limit: Limit, by: User, limited_to: str
) -> str:
    """Put a visitor's job in line, within its limit; the key to follow it by.

    Only inside an action.
    """
    if limited_to:
        use(limit, limited_to)
    key = secrets.token_urlsafe(16)  # 128 bits
    enqueue(kind=kind, arguments=arguments, by=by, visitor_key=key)
    return key


def run_works(job: JobRun) -> dict[str, Any]:
    """Job kinds ``look_for_works_of_a_check`` and ``check_reference_list``, resumed.

    For a visitor OpenAlex, whose searches cost something, is not searched.
    """
    unsearched = [OPENALEX] if job.job.visitor_sha256 else []
    asked = services(
        KeptAnswers(by=job.by),
        unsearched=unsearched,
        searches_once=True,
        held_up=job.held_up,
    )
    found = list(job.kept.get("found", []))
    works = [from_json(StatedWork, work) for work in job.arguments["works"]]
    job.progress(len(found), len(works))
    for work in works[len(found) :]:
        found.append(to_json(look_for(work, asked, timezone.now())))
        job.progress(len(found), len(works), found=found)
    return {"found": found, **said_of(asked)}


def run_reviews(job: JobRun) -> dict[str, Any]:
    """Job kind ``look_for_reviews``: what PubMed has, judged by nobody."""
    asked = pubmed(KeptAnswers(by=job.by), job.held_up)
    answer = asked.reviews(job.arguments["words"])
    if answer.reason:
        return {"reviews": [], "says": [answer.reason]}
    rows = [
        {"title": record.title, "year": record.year, "pmid": record.pmid}
        for record in answer.candidates
    ]
    return {"reviews": rows, "says": []}


def findings_of(job: Job | None) -> dict[int, Finding]:
    """What a look-up found so far, by the work's number in its article."""
    if job is None or job.kind not in (WORKS, LIST):
        return {}
    found = [from_json(Finding, one) for one in job.result.get("found", [])]
    return {finding.number: finding for finding in found}


@action
def forget_looks(
    *, before: datetime, by: User, kinds: Sequence[str] = (), reason: str = ""
) -> int:
    """Erase the visitors' jobs that ended before a time, of some kinds; how many."""
    old = Job.objects.exclude(visitor_sha256="").filter(finished_at__lt=before)
    if kinds:
        old = old.filter(kind__in=kinds)
    return old.delete()[0]
