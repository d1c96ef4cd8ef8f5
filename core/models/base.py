"""The base every kept row stands on."""

from collections.abc import Collection
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from core.models.checking import broken_checks, is_check

COUNTED = frozenset({"id", "revision", "created_at"})  # columns that the database fills


class TrackedModel(models.Model):
    """A row whose every change is counted, kept and announced (``@tracked``)."""

    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        abstract = True

    def get_constraints(self) -> list[tuple[type[models.Model], list[Any]]]:
        """The constraints that are validated one by one: all but checks."""
        return [
            (model, [each for each in constraints if not is_check(each)])
            for model, constraints in super().get_constraints()
        ]

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """As Django does, with all checks in one query."""
        errors: dict[str, Any] = {}
        for check in broken_checks(self, exclude):
            broken = ValidationError(check.get_violation_error_message())
            errors = broken.update_error_dict(errors)
        try:
            super().validate_constraints(exclude)
        except ValidationError as broken:
            errors = broken.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)


class KeptQuerySet(models.QuerySet):
    """Rows that are never deleted, only withdrawn or merged."""

    def current(self) -> Self:
        """Leave out what was withdrawn or merged into another."""
        return self.filter(withdrawn_at=None, merged_into=None)

    def gone(self) -> Self:
        """What ``current`` leaves out, by the two columns that have an index."""
        return self.filter(Q(withdrawn_by__isnull=False) | Q(merged_into__isnull=False))


class KeptModel(TrackedModel):
    """A row that others build on: withdrawn or merged, never deleted."""

    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    withdrawn_reason = models.TextField(blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
    )

    objects = KeptQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawn_whole",
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_reason=""),
                violation_error_message=(
                    "A withdrawal says who, when and why, all three."
                ),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_merged_elsewhere",
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                violation_error_message="Nothing can be merged into itself.",
            ),
        ]

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


def whole(name: str, *fields: str, sentence: str) -> models.CheckConstraint:
    """A constraint that nullable columns are set all together or not at all."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__isnull": True for field in fields})
        | Q(**{f"{field}__isnull": False for field in fields}),
        violation_error_message=sentence,
    )
