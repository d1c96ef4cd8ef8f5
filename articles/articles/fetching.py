"""Fetching an article from its address, as a job."""

from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from articles.articles.actions import import_article
from articles.reading.addresses import normalise_address
from bibliography.lookups.fetching import FetchRefused, Page
from bibliography.services import fetcher
from core.actions import action
from core.errors import Refused
from core.jobs import JobRun, enqueue
from core.models import Job

KIND = "fetch_article"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_READ = ("text/", "application/xhtml", "application/xml", "application/jats",
         "application/pdf", _WORD)  # fmt: skip


@action
def fetch_article(*, url: str, by: User, reason: str = "") -> Job:
    """Put the fetching of an address in line; nothing is asked in a request."""
    require(by, Permission.KEEP_ARTICLES)
    if not url.strip():
        raise Refused("Give the address of an article.", field="url")
    try:
        address = normalise_address(url)
    except ValueError as problem:
        raise Refused(str(problem), field="url") from problem
    return enqueue(kind=KIND, arguments={"url": address}, by=by)


def run(job: JobRun) -> dict[str, Any]:
    """Job kind ``fetch_article``: fetch one address, store what is there.

    The article's address is where it was in the end, after redirects, so that the
    same text is the same article. Raises Refused with one sentence.
    """
    job.progress(0, 1)
    try:
        page = fetcher().fetch(job.arguments["url"])
    except FetchRefused as refusal:
        raise Refused(str(refusal)) from refusal
    done = import_article(data=bytes_of(page), by=job.by, url=page.address)
    job.progress(1, 1)
    new = "a new article" if done.is_new_article else f"version {done.version.number}"
    if not done.is_new_version:
        new = f"nothing new: version {done.version.number} has this text already"
    return {
        "says": [f"“{done.article.title}” was fetched: {new}."],
        "address": f"/articles/{done.article.pk}/",
    }


def bytes_of(page: Page) -> bytes:
    """A page's bytes, in UTF-8 where only its header said how they are written.

    Raises Refused where the address gives something that is no text.
    """
    kind = page.content_type
    if kind and not (kind.startswith(_READ) or kind.endswith("+xml")):
        raise Refused(
            f"{page.address} gives {kind}; HTML, plain text, JATS XML, PDF or Word "
            "was expected."
        )
    if kind != "text/plain" or not page.charset:
        return page.content
    try:
        return page.content.decode(page.charset).encode()
    except (LookupError, UnicodeError):
        return page.content  # its own bytes decide
