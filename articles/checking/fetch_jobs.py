"""Fetching the page of an address to check it: as a job, kept until it is shown."""

from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any

from django.conf import settings

from accounts.models import User
from articles.articles.fetching import bytes_of
from articles.checking.look_jobs import in_line
from articles.reading.addresses import normalise_address
from bibliography.lookups.fetching import FetchRefused
from bibliography.services import fetcher
from core.actions import action
from core.errors import Refused
from core.jobs import JobRun, followed_by
from core.limits import Limit
from core.models import Job

KIND = "fetch_for_check"
KEEP_PAGE = timedelta(hours=1)  # that nobody came to see
FETCHES = Limit("pages fetched", "pages to fetch", 10, timedelta(hours=1))


@action
def fetch_for_check(
    *, url: str, by: User, limited_to: str = "", reason: str = ""
) -> str:
    """Put the fetching of a page to check in line; the key to follow it by."""
    typed = url.strip()
    try:
        address = normalise_address(typed if "://" in typed else f"https://{typed}")
    except ValueError as problem:
        raise Refused(str(problem), field="address") from problem
    return in_line(KIND, {"url": address}, FETCHES, by, limited_to)


def run(job: JobRun) -> dict[str, Any]:
    """Job kind ``fetch_for_check``: fetch one page. Raises Refused with a sentence."""
    job.progress(0, 1)
    try:
        page = fetcher().fetch(job.arguments["url"])
    except FetchRefused as refusal:
        raise Refused(str(refusal)) from refusal
    data = bytes_of(page)
    if len(data) > settings.CHECK_MAX_BYTES:
        raise Refused(
            f"The page has {len(data):,} bytes; at most {settings.CHECK_MAX_BYTES:,} "
            "are read."
        )
    return {"source": urlsafe_b64encode(data).decode(), "says": []}


@action
def take_fetched(*, key: str, by: User, reason: str = "") -> str:
    """The page that a job fetched, encoded, once: the job is erased with it.

    Empty where the key is of no such job, or of one that is not over.
    """
    job = followed_by(key)
    if job is None or job.kind != KIND or job.state != Job.State.DONE:
        return ""
    source = job.result["source"]
    job.delete()
    return source
