"""Erases what visitors asked for and kept, once its time is over."""

from typing import Any

from django.utils import timezone

from articles.checking.fetch_jobs import KEEP_PAGE, KIND
from articles.checking.look_jobs import KEEP, forget_looks
from articles.kept_links.actions import forget_links
from core.jobs import JobRun


def run(job: JobRun) -> dict[str, Any]:
    """Job kind ``forget_visitors``: look-ups a day after they ended, old links."""
    now = timezone.now()
    looks = forget_looks(before=now - KEEP, by=job.by)
    looks += forget_looks(before=now - KEEP_PAGE, kinds=[KIND], by=job.by)
    links = forget_links(before=now, by=job.by)
    return {"says": [f"Erased: {looks:,} searches, {links:,} links."], "address": "/"}
