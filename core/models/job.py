"""Work that is too slow for a request, as rows."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from core.vocabulary import hold_vocabulary
from texts.words import Words


class JobQuerySet(models.QuerySet):
    def stale(self, *, now: datetime, after: timedelta) -> Self:
        """Running jobs whose worker has not been heard of for ``after``."""
        return self.filter(state=Job.State.RUNNING, heartbeat__lt=now - after)

    def due(self, *, now: datetime) -> Self:
        """Jobs whose time to try again has come, or that nobody has taken up."""
        waiting = [Job.State.QUEUED, Job.State.WAITING]
        return self.filter(state__in=waiting, next_try__lte=now)

    def open(self) -> Self:
        """Jobs that are not over."""
        states = [Job.State.QUEUED, Job.State.RUNNING, Job.State.WAITING]
        return self.filter(state__in=states)


class JobState(Words):
    """How far a job has come."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting", "waiting to try again"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@hold_vocabulary
class Job(models.Model):
    """One piece of slow work: idempotent, and resumed where it stopped."""

    State = JobState

    kind = models.CharField(max_length=60)  # a key of settings.JOB_KINDS
    arguments = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="jobs"
    )
    state = models.CharField(max_length=10, choices=State.pairs, default=State.QUEUED)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(null=True)
    heartbeat = models.DateTimeField(null=True)
    result = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    visitor_sha256 = models.CharField(
        max_length=64, blank=True, help_text="of the key that a visitor follows it by"
    )
    created_at = models.DateTimeField(db_default=Now())
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["state", "next_try"],
                condition=Q(state__in=["queued", "running", "waiting"]),
                name="core_job_open",
            ),
            models.Index(fields=["kind", "-id"], name="core_job_kind"),
            models.Index(
                fields=["visitor_sha256"],
                condition=~Q(visitor_sha256=""),
                name="core_job_visitor",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="core_job_done_within_total",
                condition=Q(total=None) | Q(done__lte=F("total")),
                violation_error_message="A job cannot have done more than its total.",
            ),
            models.CheckConstraint(
                name="core_job_failure_says_why",
                condition=~Q(state="failed") | ~Q(error=""),
                violation_error_message="A failed job says why it failed.",
            ),
            models.CheckConstraint(
                name="core_job_running_is_alive",
                condition=~Q(state="running") | Q(heartbeat__isnull=False),
                violation_error_message="A running job shows that it is alive.",
            ),
            models.CheckConstraint(
                name="core_job_waiting_until",
                condition=~Q(state="waiting") | Q(next_try__isnull=False),
                violation_error_message="A waiting job says when it tries again.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} ({self.state})"
