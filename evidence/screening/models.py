"""Screened records: what searches brought to a base, and what became of each."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from bibliography.models import Reference
from core.models import Recording, TrackedModel, whole
from core.triggers import Refuse, agree, stays, tracked
from evidence import words
from evidence.bases.models import BASE_IS_FROZEN, EvidenceBase
from evidence.searches.models import LiteratureSearch
from studies.models import Study

# What a merge may still move on the records of a frozen base is left out.
_DECIDED_OTHERWISE = """
    (NEW.decision, NEW.reason, NEW.reason_words, NEW.decided_at, NEW.search_id)
    IS DISTINCT FROM
    (OLD.decision, OLD.reason, OLD.reason_words, OLD.decided_at, OLD.search_id)
"""


class ScreenedRecordQuerySet(models.QuerySet):
    def awaiting(self) -> Self:
        """Records that nobody has decided on, in the order in which they came."""
        return self.filter(decision=words.ScreeningDecision.AWAITING).order_by("pk")

    def left_out(self, because: str) -> Self:
        """Records that were left out for a reason."""
        return self.filter(decision=words.ScreeningDecision.LEFT_OUT, reason=because)


@pgtrigger.register(
    stays("base_id", "A screened record stays with its evidence base."),
    agree(
        "search_of_the_base",
        """NOT EXISTS (SELECT 1 FROM evidence_literaturesearch s
            WHERE s.id = NEW.search_id AND s.base_id = NEW.base_id)""",
        "A screened record names a search of its own evidence base.",
    ),
    Refuse(
        name="frozen_screening_stays",
        operation=pgtrigger.Update,
        broken=f"{BASE_IS_FROZEN.format(row='OLD')} AND {_DECIDED_OTHERWISE}",
        sentence="What was screened for a frozen evidence base does not change.",
    ),
    Refuse(
        name="frozen_base_loses_no_records",
        operation=pgtrigger.Delete,
        broken=BASE_IS_FROZEN.format(row="OLD"),
        sentence="The records screened for a frozen evidence base stay.",
    ),
    Refuse(
        name="frozen_base_takes_no_records",
        operation=pgtrigger.Insert,
        broken=BASE_IS_FROZEN.format(row="NEW"),
        sentence="A frozen evidence base takes no more records; copy it to a new one.",
    ),
)
@tracked()
class ScreenedRecord(TrackedModel):
    """A reference that searches brought to a base, however many of them did."""

    Decision = words.ScreeningDecision
    Reason = words.ScreeningReason

    base = models.ForeignKey(
        EvidenceBase,
        models.PROTECT,
        related_name="screened_records",
        db_index=False,  # the constraint's index begins with it
    )
    reference = models.ForeignKey(
        Reference, models.PROTECT, related_name="screened_records"
    )
    search = models.ForeignKey(
        LiteratureSearch,
        models.PROTECT,
        related_name="screened_records",
        help_text="the first that brought it",
    )
    decision = models.CharField(
        max_length=8, choices=Decision.pairs, default=Decision.AWAITING
    )
    reason = models.CharField(max_length=12, choices=Reason.pairs, blank=True)
    reason_words = models.TextField(blank=True)
    study = models.ForeignKey(
        Study,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="screened_records",
        help_text="that it reports, where it was taken on",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    recording = models.ForeignKey(
        Recording,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="screened_records",
        help_text="of what the decision wrote, so that it can be undone",
    )

    objects = ScreenedRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["base", "reference"],
                name="evidence_screenedrecord_once",
                violation_error_message="The base has this record already.",
            ),
            models.CheckConstraint(
                name="evidence_screenedrecord_left_out_says_why",
                condition=Q(decision="left_out") & ~Q(reason="")
                | ~Q(decision="left_out") & Q(reason="", reason_words=""),
                violation_error_message=(
                    "A record that is left out says why, and only such a one."
                ),
            ),
            models.CheckConstraint(
                name="evidence_screenedrecord_other_in_words",
                condition=~Q(reason="other") | ~Q(reason_words=""),
                violation_error_message="Another reason is put in words.",
            ),
            models.CheckConstraint(
                name="evidence_screenedrecord_taken_on_has_study",
                condition=Q(decision="taken_on", study__isnull=False)
                | ~Q(decision="taken_on") & Q(study=None),
                violation_error_message=(
                    "A record that is taken on names its study, and only such a one."
                ),
            ),
            models.CheckConstraint(
                name="evidence_screenedrecord_decided",
                condition=Q(decision="awaiting", decided_at=None, recording=None)
                | ~Q(decision="awaiting") & Q(decided_at__isnull=False),
                violation_error_message="A decided record says when it was decided.",
            ),
            whole(
                "evidence_screenedrecord_decided_whole",
                "decided_at",
                "decided_by",
                sentence="A decision on a record says who made it and when.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["base", "decision", "id"], name="evidence_screening_queue"
            )
        ]

    def __str__(self) -> str:
        return f"record {self.reference_id} screened for base {self.base_id}"
