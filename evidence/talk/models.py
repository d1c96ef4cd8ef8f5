"""What people say to each other of a record: comments, and flags.

Whoever judges in a closed round on a record, or on what it stands in, says it to
themselves alone until that round opens: ``objects`` has what is public, ``.of(user)``
one's own too. Which rounds those are is kept with what was said, so that it stays
hidden where its writer's place is taken back.
"""

from copy import copy
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q

from articles.checks.round_models import MentionRound
from core.kept_sql import Ids
from core.models import AbstractRound, KeptModel, KeptQuerySet, TrackedModel, whole
from core.triggers import agree, stays, tracked
from evidence.grades.models import ClaimRound
from evidence.talk.words import About, FlagKind
from studies.appraisals.models import StudyRound

MOST_CHARACTERS = 5000
LONGEST_PART = 60  # characters
ROUNDS: dict[str, type[AbstractRound]] = {  # by column
    "claim_rounds": ClaimRound,
    "study_rounds": StudyRound,
    "mention_rounds": MentionRound,
}
_WAITS_FOR_A_ROUND = " OR ".join(
    f"EXISTS (SELECT 1 FROM {kind._meta.db_table} c "  # noqa: S608 - our own names
    f"WHERE c.id = ANY(r.{column}) AND "
    + " AND ".join(f"c.{each} IS NULL" for each in kind.OVER)
    + ")"
    for column, kind in ROUNDS.items()
)


def waits_for_a_round() -> Q:
    """The condition that a row was written in a round that is not over yet."""
    waits = Q()
    for column, kind in ROUNDS.items():
        among = Func(
            F("pk"),
            OuterRef(column),
            arg_joiner=" = ANY (",
            template="(%(expressions)s))",
            output_field=BooleanField(),
        )
        waits |= Q(Exists(kind._default_manager.running().filter(among)))
    return waits


class BlindManager(models.Manager):
    """Rows that wait for no round; ``of(user)`` has the user's own as well."""

    _writers: Ids | None = None

    def get_queryset(self) -> models.QuerySet:
        seen = ~waits_for_a_round()
        if self._writers is not None:
            seen |= Q(by__any_of=self._writers)
        return super().get_queryset().filter(seen)

    def of(self, user: Any) -> models.QuerySet:
        """What a person may see: what is public, and what they wrote."""
        return self.or_by([user.pk] if user.is_authenticated else None)

    def or_by(self, writers: Ids | None) -> models.QuerySet:
        """What is public, and what these people wrote: one, or none for a visitor."""
        mine = copy(self)
        mine._writers = writers
        return mine.get_queryset()


class AboutARecord(models.Model):
    """What was said of which record, by whom, in which closed rounds."""

    about = models.CharField(max_length=20, choices=About.pairs)
    row_id = models.BigIntegerField(help_text="the record's number")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    claim_rounds = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        editable=False,
        help_text="closed rounds of grading that they judge in, with it before them",
    )
    study_rounds = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        editable=False,
        help_text="closed rounds of appraising, likewise",
    )
    mention_rounds = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        editable=False,
        help_text="closed rounds of checks, likewise",
    )
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True


def _worded(table: str, sentence: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"evidence_{table}_worded",
        condition=~Q(text=""),
        violation_error_message=sentence,
    )


class CommentQuerySet(KeptQuerySet):
    def open(self) -> Self:
        """Those whose thread nobody has resolved; withdrawn ones ask for nothing."""
        return self.current().filter(resolved_at=None, parent__resolved_at=None)

    def resolved(self) -> Self:
        """Those whose thread somebody has resolved."""
        return self.current().exclude(resolved_at=None, parent__resolved_at=None)

    def on(self, about: str, row: int) -> Self:
        """What was said of one record, the first first."""
        return self.filter(about=about, row_id=row).order_by("id")


@pgtrigger.register(
    agree(
        "reply_on_the_same_record",
        """EXISTS (SELECT 1 FROM evidence_comment p WHERE p.id = NEW.parent_id AND (
            p.parent_id IS NOT NULL OR p.row_id <> NEW.row_id
            OR p.about <> NEW.about))""",
        "A reply answers a comment on the same record, and no other reply.",
    ),
    stays("row_id", "A comment stays with the record it was made on."),
)
@tracked(hidden_sql=_WAITS_FOR_A_ROUND, history=BlindManager())
class Comment(AboutARecord, KeptModel):
    """What somebody says of a record, or answers to somebody who did."""

    part = models.CharField(
        max_length=LONGEST_PART,
        blank=True,
        help_text="of a round: the part that it is about",
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies"
    )
    edited_at = models.DateTimeField(null=True, blank=True)

    objects = BlindManager.from_queryset(CommentQuerySet)()
    unfiltered = CommentQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            *KeptModel.Meta.constraints,
            _worded("comment", "A comment has words."),
            models.CheckConstraint(
                name="evidence_comment_not_on_a_comment",
                condition=~Q(about="comment"),
                violation_error_message="A comment is answered, not commented on.",
            ),
            models.CheckConstraint(
                name="evidence_comment_threads_are_resolved",
                condition=Q(parent=None) | Q(resolved_at=None),
                violation_error_message="A whole thread is resolved, not a reply.",
            ),
            whole(
                "evidence_comment_resolved_whole",
                "resolved_at",
                "resolved_by",
                sentence="What is resolved says by whom and when.",
            ),
        ]
        indexes = [
            models.Index(fields=["about", "row_id"], name="evidence_comment_about"),
            models.Index(fields=["by"], name="evidence_comment_by_person"),
        ]

    def __str__(self) -> str:
        return self.text


class FlagQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Those that nobody has seen to."""
        return self.filter(resolved_at=None)


@pgtrigger.register(stays("row_id", "A flag stays with the record it was put on."))
@tracked(hidden_sql="true")
class Flag(AboutARecord, TrackedModel):
    """Somebody says that something is wrong with a record; what was done about it.

    It is for those who mend records: nothing of it is in the public feed.
    """

    Kind = FlagKind

    kind = models.CharField(max_length=12, choices=FlagKind.pairs)
    resolution = models.TextField(blank=True, help_text="what was done")

    objects = BlindManager.from_queryset(FlagQuerySet)()
    unfiltered = FlagQuerySet.as_manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            _worded("flag", "A flag says in a sentence what is wrong."),
            models.CheckConstraint(
                name="evidence_flag_resolved_whole",
                condition=Q(resolved_at=None, resolved_by=None, resolution="")
                | Q(resolved_at__isnull=False, resolved_by__isnull=False)
                & ~Q(resolution=""),
                violation_error_message=(
                    "What was done about a flag says what, by whom and when."
                ),
            ),
        ]
        indexes = [models.Index(fields=["about", "row_id"], name="evidence_flag_about")]

    def __str__(self) -> str:
        return self.text
