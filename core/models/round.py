"""A call for judgements, blind until all are in."""

from copy import copy
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from core.models.base import TrackedModel


class RoundQuerySet(models.QuerySet):
    def opened(self) -> Self:
        """Rounds whose judgements anyone may see."""
        return self.exclude(opened_at=None)

    def running(self) -> Self:
        """Rounds that are not over."""
        return self.filter(**dict.fromkeys(self.model.OVER))

    def of_same(self, round: "AbstractRound") -> Self:
        """Rounds on what a round is on."""
        return self.filter(**{name: getattr(round, name) for name in self.model.ON})

    def newest(self) -> Self:
        """Rounds without a later one on what they are on.

        What somebody began alone and has not handed in is theirs, and later than none.
        """
        later = self.model._default_manager.filter(pk__gt=OuterRef("pk"))
        later = later.exclude(wanted=1, opened_at=None)
        for name in self.model.ON:
            later = later.filter(_is_the_same(self.model._meta.get_field(name)))
        return self.filter(~Exists(later))


def _is_the_same(field: models.Field) -> Exact | Q:
    """Whether a column of a row is that of the outer row; nothing is like nothing."""
    if not field.null:
        return Q(**{field.name: OuterRef(field.name)})
    none = Value(0)  # no row has this number
    return Exact(Coalesce(field.attname, none), Coalesce(OuterRef(field.attname), none))


class AbstractRound(TrackedModel):
    """How many judgements are called for, and when they became public.

    ``ON`` names the columns that say what a round is on; a later round on the same
    takes its place. ``OVER`` names those of which one is filled once it is over.
    """

    ON: ClassVar[tuple[str, ...]]
    OVER: ClassVar[tuple[str, ...]] = ("opened_at",)

    wanted = models.PositiveSmallIntegerField(
        default=2, help_text="how many reviewers judge, each alone"
    )
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(null=True, blank=True)
    names_hidden = models.BooleanField(
        "names hidden until settled",
        default=False,
        help_text="whose judgement is whose stays hidden until they agreed on one",
    )
    why = models.TextField(
        blank=True, help_text="why it was called, where it follows an opened one"
    )

    objects = RoundQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_wants_someone",
                condition=Q(wanted__gte=1),
                violation_error_message="A round calls for at least one judgement.",
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether its judgements are public."""
        return self.opened_at is not None

    @property
    def is_over(self) -> bool:
        """Whether it takes no more judgements."""
        return any(getattr(self, each) for each in self.OVER)


class AssignmentQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Places that somebody has; whoever left one may take it again."""
        return self.filter(left_at=None)


class AbstractAssignment(TrackedModel):
    """One reviewer's place in a round; subclasses name the ``round``.

    Whoever left keeps the row, and with it the draft as their own; the place is free.
    """

    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    left_at = models.DateTimeField(
        null=True, blank=True, help_text="when it was given back or taken away"
    )
    left_because = models.TextField(
        blank=True, help_text="why somebody else took it away"
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_left_whole",
                condition=Q(left_because="") | Q(left_at__isnull=False),
                violation_error_message="Only a place that was left says why.",
            ),
            models.UniqueConstraint(
                fields=["round", "reviewer"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="A reviewer judges once in a round.",
            ),
        ]


def opened_only(path: str) -> type[models.Manager]:
    """A manager of rows whose round has opened; ``path`` leads to the round.

    Also the managers of relations (``round.grades``) are made of it.
    """
    reviewer = path.removesuffix("round") + "reviewer"

    class Opened(models.Manager):
        _own: Any = None

        def get_queryset(self) -> models.QuerySet:
            opened = Q(**{f"{path}__opened_at__isnull": False})
            if self._own is not None:
                opened |= Q(**{reviewer: self._own})
            return super().get_queryset().filter(opened)

        def of(self, user: Any) -> models.QuerySet:
            """Opened rows, and the user's own of rounds that have not opened."""
            return self._of(user if user.is_authenticated else None).get_queryset()

        def _of(self, user: Any) -> Self:
            mine = copy(self)
            mine._own = user
            return mine

    return Opened
