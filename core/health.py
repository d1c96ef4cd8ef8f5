"""Whether all that Footing is made of is at work, for whatever watches over it."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import Error
from django.db.models import Max, Min
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.clock import database_now
from core.jobs import LOOK_AGAIN_AFTER
from core.models import Job

QUIET_FOR = timedelta(minutes=2)  # without a sign of any worker
WAITING_FOR = timedelta(minutes=10)  # until the first in line is begun


@never_cache
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """200 where all is well, else 503; which part is not, and the ages, in seconds."""
    try:
        found = _looked_at()
    except Error:
        found = {"database": "no answer", "worker": "not known", "queue": "not known"}
    is_well = {found["database"], found["worker"], found["queue"]} == {"ok"}
    said = {"status": "ok" if is_well else "unwell", **found}
    return JsonResponse(said, status=200 if is_well else 503)


def _looked_at() -> dict[str, Any]:
    now = database_now()
    # What recurs shows that somebody takes up jobs, what runs that somebody is at it.
    recurring = min(settings.JOB_SCHEDULE, key=settings.JOB_SCHEDULE.__getitem__)
    rows = Job.objects.filter(kind=recurring, heartbeat__isnull=False)
    latest = rows.order_by("-pk").values_list("heartbeat", flat=True).first()
    running = Job.objects.filter(state=Job.State.RUNNING)
    signs = [latest, running.aggregate(last=Max("heartbeat"))["last"]]
    quiet = min((now - sign for sign in signs if sign), default=None)
    queued = Job.objects.filter(state=Job.State.QUEUED)
    due = queued.aggregate(first=Min("next_try"))["first"]
    waits = now - (due - LOOK_AGAIN_AFTER) if due else timedelta(0)
    return {
        "database": "ok",
        "worker": "ok" if quiet is not None and quiet < QUIET_FOR else "no sign",
        "worker_seconds": None if quiet is None else round(quiet.total_seconds()),
        "queue": "ok" if waits < WAITING_FOR else "stands",
        "queue_seconds": round(waits.total_seconds()),
    }
