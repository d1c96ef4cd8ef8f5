"""What was said of a claim when: its versions and corrections."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from claims import words as claim_words
from claims.claims.models import Claim
from claims.claims.verdict import verdict_holds
from claims.words import CantSay, Certainty, Standing, Verdict
from core.models import TrackedModel, whole
from core.triggers import Refuse, recorded


@recorded(what="A claim's version")
class ClaimVersion(TrackedModel):
    """All that a claim's page printed when something took effect; never changed."""

    Cause = claim_words.Cause

    JUDGING = (Cause.VERDICT, Cause.FREEZING)  # in which a verdict took effect

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    cause = models.CharField(max_length=12, choices=Cause.pairs)
    why = models.TextField(blank=True)
    facts = models.JSONField(help_text="what the page prints (evidence.facts)")
    basis = models.JSONField(
        null=True, blank=True, help_text="what the verdict rests on (evidence.basis)"
    )
    basis_version = models.PositiveSmallIntegerField(null=True, blank=True)
    verdict = models.CharField(max_length=24, choices=Verdict.pairs)
    certainty = models.CharField(max_length=16, choices=Certainty.pairs)
    cant_say_because = models.CharField(
        max_length=18, choices=CantSay.pairs, blank=True
    )
    standing = models.CharField(max_length=10, choices=Standing.pairs, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # The facts' own counts, beside them: lists need not read them for these.
    study_count = models.GeneratedField(
        expression=Cast(KT("facts__counts__studies"), models.IntegerField()),
        output_field=models.IntegerField(null=True),
        db_persist=True,
    )
    people = models.GeneratedField(
        expression=Cast(KT("facts__counts__people"), models.IntegerField()),
        output_field=models.IntegerField(null=True),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "number"],
                name="claims_claimversion_number",
                violation_error_message="The claim has a version of this number.",
            ),
            models.CheckConstraint(
                name="claims_claimversion_counts_from_one",
                condition=Q(number__gte=1),
                violation_error_message="Versions count from 1.",
            ),
            whole(
                "claims_claimversion_basis_whole",
                "basis",
                "basis_version",
                sentence="A version's basis says which declaration it is of.",
            ),
            *verdict_holds("claimversion"),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of claim {self.claim_id}"


@pgtrigger.register(
    Refuse(
        name="correction_of_one_claim",
        operation=pgtrigger.Insert,
        broken="""EXISTS (
            SELECT 1 FROM claims_claimversion v
            WHERE v.id IN (NEW.corrects_id, NEW.corrected_id)
                AND v.claim_id <> NEW.claim_id)""",
        sentence="A correction leads from one version of its claim to another.",
    )
)
@recorded(what="A correction")
class Correction(TrackedModel):
    """What was wrong in a version of a claim, when it was mended, and why."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="corrections")
    corrects = models.ForeignKey(ClaimVersion, models.PROTECT, related_name="+")
    corrected = models.ForeignKey(ClaimVersion, models.PROTECT, related_name="+")
    what = models.TextField()
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="claims_correction_says",
                condition=~Q(what="") & ~Q(why=""),
                violation_error_message="A correction says what was wrong and why.",
            ),
            models.CheckConstraint(
                name="claims_correction_later",
                condition=Q(corrected__gt=F("corrects")),
                violation_error_message="A correction leads to a later version.",
            ),
        ]

    def __str__(self) -> str:
        return f"correction of claim {self.claim_id}"
