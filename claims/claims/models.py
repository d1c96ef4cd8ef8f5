"""Checkable statements, and how they relate."""

from collections.abc import Collection
from copy import copy
from typing import Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from claims import words as claim_words
from claims.claims.figures import Figures, figures_hold
from claims.claims.queries import (
    INTERVENTION_KEY,
    OUTCOME_KEY,
    WORDING,
    ClaimQuerySet,
)
from claims.claims.verdict import (
    GIVEN,
    MOST_IN_A_NOTE,
    NO_VERDICT,
    GivenVerdict,
    verdict_holds,
)
from claims.words import CantSay, Certainty, ClaimKind, Scope, Standing, Verdict
from core.models import KeptModel, TrackedModel
from core.triggers import tracked
from studies.models import Outcome
from studies.topics.models import Topic


@tracked(exclude=("search",))
class Claim(Figures, KeptModel):
    """One checkable statement: one comparison, one outcome.

    The claim carries no hedge: what an article makes of it is on the mention. The
    verdict columns repeat the current version's, for lists and filters. A published
    verdict stays there until an editor publishes the next; what was judged since
    stands under it in the ``newer_`` columns, which are empty otherwise.
    """

    Kind = ClaimKind
    Asserts = claim_words.Asserts
    Checkability = claim_words.Checkability

    text = models.TextField()
    kind = models.CharField(max_length=16, choices=Kind.pairs)
    population = models.TextField(blank=True)
    intervention = models.TextField(blank=True)
    comparator = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    outcome_measured = models.ForeignKey(
        Outcome, models.PROTECT, null=True, blank=True, related_name="claims"
    )
    asserts = models.CharField(
        max_length=18, choices=Asserts.pairs, default=Asserts.NOT_SET, blank=True
    )
    negated = models.BooleanField(default=False)
    size = models.CharField(max_length=200, blank=True)
    dose = models.CharField(max_length=200, blank=True)
    time_frame = models.CharField(max_length=200, blank=True)
    subgroup = models.CharField(max_length=200, blank=True)
    as_of = models.DateField(null=True, blank=True)
    jurisdiction = models.CharField(max_length=120, blank=True)
    checkability = models.CharField(
        max_length=18, choices=Checkability.pairs, default=Checkability.CHECKABLE
    )
    compound = models.BooleanField(
        default=False, help_text="has parts, and no grade of its own"
    )
    topics = models.ManyToManyField(
        Topic, through="ClaimTopic", blank=True, related_name="claims"
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    sample = models.BooleanField(default=False)

    verdict = models.CharField(
        max_length=24, choices=Verdict.pairs, default=Verdict.NOT_GRADED, editable=False
    )
    certainty = models.CharField(
        max_length=16,
        choices=Certainty.pairs,
        default=Certainty.NOT_GRADED,
        editable=False,
    )
    cant_say_because = models.CharField(
        max_length=18,
        choices=CantSay.pairs,
        default=CantSay.NONE,
        blank=True,
        editable=False,
    )
    standing = models.CharField(
        max_length=10,
        choices=Standing.pairs,
        default=Standing.NONE,
        blank=True,
        editable=False,
    )
    scope = models.CharField(
        max_length=12,
        choices=Scope.pairs,
        blank=True,
        editable=False,
        help_text="how far was searched",
    )
    judged_at = models.DateTimeField(null=True, blank=True, editable=False)
    sentence = models.TextField(
        blank=True, editable=False, help_text="the verdict's, composed by rule"
    )
    note = models.CharField(
        "reviewer’s note", max_length=MOST_IN_A_NOTE, blank=True, editable=False
    )
    newer_verdict = models.CharField(
        max_length=24, choices=Verdict.pairs, default=Verdict.NOT_GRADED, editable=False
    )
    newer_certainty = models.CharField(
        max_length=16,
        choices=Certainty.pairs,
        default=Certainty.NOT_GRADED,
        editable=False,
    )
    newer_cant_say_because = models.CharField(
        max_length=18,
        choices=CantSay.pairs,
        default=CantSay.NONE,
        blank=True,
        editable=False,
    )
    newer_standing = models.CharField(
        max_length=10,
        choices=Standing.pairs,
        default=Standing.NONE,
        blank=True,
        editable=False,
    )
    newer_scope = models.CharField(
        max_length=12, choices=Scope.pairs, blank=True, editable=False
    )
    newer_judged_at = models.DateTimeField(null=True, blank=True, editable=False)
    newer_sentence = models.TextField(blank=True, editable=False)
    newer_note = models.CharField(
        "newer reviewer’s note", max_length=MOST_IN_A_NOTE, blank=True, editable=False
    )
    needs_review = models.BooleanField(default=False, editable=False)
    needs_review_why = models.TextField(blank=True, editable=False)
    search = models.GeneratedField(
        expression=SearchVector(
            "text",
            "population",
            "intervention",
            "comparator",
            "outcome",
            config="footing",
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ClaimQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.CheckConstraint(
                name="claims_claim_worded",
                condition=~Q(text=""),
                violation_error_message="A claim has words.",
            ),
            models.CheckConstraint(
                name="claims_claim_compound_ungraded",
                condition=Q(compound=False) | Q(verdict="not_graded"),
                violation_error_message=(
                    "A compound claim is judged by its parts and has no verdict of its "
                    "own."
                ),
            ),
            *verdict_holds("claim"),
            *verdict_holds("claim", "newer_"),
            models.CheckConstraint(
                name="claims_claim_judged_when",
                condition=Q(standing="", judged_at=None)
                | ~Q(standing="") & Q(judged_at__isnull=False),
                violation_error_message="A verdict was given at a time.",
            ),
            models.CheckConstraint(
                name="claims_claim_newer_under_published",
                condition=Q(newer_standing="", newer_judged_at=None, newer_scope="")
                | Q(standing="published", newer_judged_at__isnull=False)
                & Q(newer_standing__in=["rule", "draft", "agreed"]),
                violation_error_message=(
                    "A newer verdict stands under a published one, and is not "
                    "published itself."
                ),
            ),
            *figures_hold("claims_claim"),
            models.CheckConstraint(
                name="claims_claim_review_says_why",
                condition=Q(needs_review=False, needs_review_why="")
                | Q(needs_review=True) & ~Q(needs_review_why=""),
                violation_error_message="A claim that needs review says why.",
            ),
        ]
        indexes = [
            GinIndex(  # words together with what narrows them
                fields=["search", "verdict", "certainty", "scope", "kind"],
                condition=Q(withdrawn_at=None, merged_into=None),
                name="claims_claim_search",
            ),
            GinIndex(
                fields=["text"], opclasses=["gin_trgm_ops"], name="claims_claim_near"
            ),
            models.Index(fields=["verdict", "id"], name="claims_claim_verdict"),
            # Of the sample and all else one is rare, and read by no other index.
            models.Index(fields=["sample", "id"], name="claims_claim_sample"),
            # What is counted is read from an index alone: by facet, by claim.
            models.Index(
                fields=["verdict", "certainty", "scope", "kind"],
                include=["id"],
                condition=Q(withdrawn_at=None, merged_into=None),
                name="claims_claim_facets",
            ),
            models.Index(
                fields=["id"],
                include=["verdict", "certainty", "scope", "kind"],
                condition=Q(withdrawn_at=None, merged_into=None),
                name="claims_claim_current",
            ),
            models.Index(WORDING, "id", name="claims_claim_wording"),
            *(
                models.Index(
                    *keys,
                    "id",
                    condition=Q(withdrawn_at=None, merged_into=None),
                    name=f"claims_claim_{name}",
                )
                for name, keys in (
                    ("intervention", (INTERVENTION_KEY, OUTCOME_KEY)),
                    ("outcome", (OUTCOME_KEY, INTERVENTION_KEY)),
                )
            ),
            # What narrows the newest is told before any row is read.
            models.Index(
                F("judged_at").desc(nulls_last=True),
                F("id").desc(),
                *("verdict", "certainty", "scope", "kind"),
                condition=Q(withdrawn_at=None, merged_into=None),
                name="claims_claim_newest",
            ),
            models.Index(
                fields=["judged_at", "id"],
                condition=Q(withdrawn_at=None, merged_into=None),
                name="claims_claim_oldest",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def given(self) -> GivenVerdict:
        """Its verdict: the published one if one is, else the latest."""
        return GivenVerdict(**{name: getattr(self, name) for name in GIVEN})

    def as_judged_since(self) -> Self:
        """The claim as it will read once its newer verdict is published; not stored.

        Raises ValueError where it has none.
        """
        if not self.newer_standing:
            raise ValueError(f"nothing newer was judged of claim {self.pk}")
        claim = copy(self)
        for name in GIVEN:
            setattr(claim, name, getattr(self, f"newer_{name}"))
            setattr(claim, f"newer_{name}", getattr(NO_VERDICT, name))
        claim.needs_review, claim.needs_review_why = False, ""
        return claim

    @property
    def cant_say_words(self) -> str:
        """Why nothing can be said; empty where something can."""
        return CantSay(self.cant_say_because).label if self.cant_say_because else ""


class ClaimRelationQuerySet(models.QuerySet):
    def touching(self, claims: Collection[int]) -> Self:
        """Relations from or to any of some claims, with both current claims loaded."""
        return (
            self.filter(Q(source__in=claims) | Q(target__in=claims))
            .exclude(source__withdrawn_at__isnull=False)
            .exclude(target__withdrawn_at__isnull=False)
            .select_related("source", "target")
            .order_by("kind", "id")
        )


@tracked()
class ClaimTopic(TrackedModel):
    """A claim is filed under a topic."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="topic_links")
    topic = models.ForeignKey(
        Topic, models.PROTECT, related_name="claim_links", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["topic", "claim"], name="claims_claimtopic_claims")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "topic"],
                name="claims_claimtopic_once",
                violation_error_message="The claim is filed under this topic.",
            )
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id} under {self.topic_id}"


@tracked()
class ClaimRelation(TrackedModel):
    """How one claim stands to another; read from ``source`` to ``target``."""

    Kind = claim_words.RelationKind

    source = models.ForeignKey(Claim, models.PROTECT, related_name="relations")
    target = models.ForeignKey(Claim, models.PROTECT, related_name="relations_to")
    kind = models.CharField(max_length=14, choices=Kind.pairs)

    objects = ClaimRelationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target", "kind"],
                name="claims_claimrelation_once",
                violation_error_message="The two claims are related in this way.",
            ),
            models.CheckConstraint(
                name="claims_claimrelation_two",
                condition=~Q(source=F("target")),
                violation_error_message="A claim is not related to itself.",
            ),
            models.UniqueConstraint(
                "kind",
                Least("source", "target"),
                Greatest("source", "target"),
                condition=Q(kind__in=["contradicts", "negation_of", "same"]),
                name="claims_claimrelation_same_both_ways",
                violation_error_message="The two claims are related in this way.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.get_kind_display()} {self.target_id}"
