"""Judgements of frozen bases, once their round has opened, and what narrows them."""

import django_filters as filters
from rest_framework import serializers

from accounts.api import Needs
from accounts.permissions import Permission
from claims.models import Claim
from claims.words import CantSay, Certainty, Method, Standing, Verdict
from core.api.shapes import Part, WordsField
from core.api.writing import WriteViewSet, makes, step
from core.errors import FieldProblem, Refused
from core.filters import IdFilter, WordsFilter, YesNoFilter
from evidence.bases.actions import refuse_unjudgeable
from evidence.grades.actions import (
    draft_alone,
    publish_verdict,
    save_grade,
    withdraw_verdict,
)
from evidence.grades.content import Bench
from evidence.grades.drafting import drafted_with
from evidence.grades.drafts_api import Draft, GradeDraftViewSet
from evidence.grades.publishing import standing_of
from evidence.models import Grade, GradeGroup, ItemReading
from evidence.words import Bearing


class GradeFilter(filters.FilterSet):
    """Narrows a list of grades."""

    claim = IdFilter(field_name="round__claim", label="Of claim")
    base = IdFilter(field_name="round__base", label="Of base")
    method = WordsFilter(choices=Method)
    verdict = WordsFilter(choices=Verdict)
    certainty = WordsFilter(choices=Certainty)
    consensus = YesNoFilter(field_name="is_consensus", label="Consensus")

    class Meta:
        model = Grade
        fields: list[str] = []


class GradeSerializer(serializers.ModelSerializer):
    """One reviewer's judgement, or the consensus."""

    claim = serializers.IntegerField(source="round.claim_id")
    base = serializers.IntegerField(source="round.base_id")
    opened_at = serializers.DateTimeField(source="round.opened_at")
    reviewer = serializers.CharField(
        source="by_name", help_text="empty while its round hides whose grade it is"
    )
    method_words = WordsField("method", Method)
    target_words = WordsField("target", Grade.Target)
    size_words = WordsField("size_class", Grade.SizeClass)
    certainty_words = WordsField("certainty", Certainty)
    verdict_words = WordsField("verdict", Verdict)
    leaning_words = WordsField("leaning", Grade.Leaning)
    cant_say_words = WordsField("cant_say_because", CantSay)

    class Meta:
        model = Grade
        fields = [
            "id",
            "claim",
            "base",
            "reviewer",
            "is_consensus",
            "method",
            "method_words",
            "target",
            "target_words",
            "threshold",
            "size_class",
            "size_words",
            "certainty",
            "certainty_words",
            "verdict",
            "verdict_words",
            "leaning",
            "leaning_words",
            "cant_say_because",
            "cant_say_words",
            "sentence",
            "note",
            "explanation",
            "submitted_at",
            "opened_at",
        ]


class GradeGroupSerializer(serializers.ModelSerializer):
    """Levels count how far a domain moved certainty; null was not assessed."""

    designs_words = WordsField("designs", GradeGroup.Designs)
    start_words = WordsField("start", GradeGroup.Start)
    certainty_words = WordsField("certainty", Certainty)

    class Meta:
        model = GradeGroup
        fields = [
            "designs",
            "designs_words",
            "verdict_rests_on_it",
            "start",
            "start_words",
            "risk_of_bias",
            "risk_of_bias_why",
            "inconsistency",
            "inconsistency_why",
            "indirectness",
            "indirectness_why",
            "imprecision",
            "imprecision_why",
            "publication_bias",
            "publication_bias_why",
            "large_effect",
            "large_effect_why",
            "dose_response",
            "dose_response_why",
            "opposing_confounding",
            "opposing_confounding_why",
            "override_why",
            "certainty",
            "certainty_words",
        ]


class GradeReadingSerializer(serializers.ModelSerializer):
    """What the grader confirms of one item of the base."""

    bearing_words = WordsField("bearing", Bearing)

    class Meta:
        model = ItemReading
        fields = [
            "item",
            "bearing",
            "bearing_words",
            "population_match",
            "intervention_match",
            "comparator_match",
            "outcome_match",
        ]


class GradeDetailSerializer(GradeSerializer):
    """With how it weighs its evidence, and how the verdict that rests on it stands."""

    standing = serializers.SerializerMethodField(
        help_text="empty where no verdict rests on it any more"
    )
    standing_words = WordsField("standing", Standing)
    groups = GradeGroupSerializer(many=True)
    readings = GradeReadingSerializer(many=True)

    class Meta(GradeSerializer.Meta):
        fields = [
            *GradeSerializer.Meta.fields,
            "standing",
            "standing_words",
            "groups",
            "readings",
        ]

    def get_standing(self, row) -> str:
        return row["standing"]


class NewGradeDraft(Draft):
    """A claim to grade, and what is judged already; all else is as the page begins."""

    claim = serializers.IntegerField(min_value=1)


class GradeViewSet(WriteViewSet):
    """Submitted grades of rounds that have opened; no others, for anybody.

    A grade's ETag counts the states of its claim, as its standing does.
    """

    permission_classes = [Needs]
    needs = {
        "create": Permission.GRADE,
        "publish": Permission.PUBLISH,
        "withdraw": Permission.GRADE,  # whoever gave it alone; else an editor
    }
    queryset = Grade.objects.filter(submitted_at__isnull=False)
    serializer_class = GradeSerializer
    detail_serializer_class = GradeDetailSerializer
    filterset_class = GradeFilter
    parts = {
        "groups": Part(
            GradeGroup.objects.order_by("-verdict_rests_on_it", "id"), by="grade"
        ),
        "readings": Part(ItemReading.objects.order_by("item_id"), by="grade"),
    }

    def get_queryset(self):
        return super().get_queryset().with_names()

    def writable(self):
        return self.queryset.select_related("round__claim")

    def revision_of(self, instance):
        return instance.round.claim.revision

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                grade = self.writable().get(pk=row["id"])
                row["standing"] = standing_of(grade)
        return super().present(rows)

    def made(self, row):
        """A draft is no grade yet: it is answered as the collection of drafts does."""
        drafts = GradeDraftViewSet(
            request=self.request, args=(), kwargs={}, action="create", format_kwarg=None
        )
        return drafts.made(row)

    @makes(NewGradeDraft, "NewGradeDraft")
    def create(self, request, said):
        """Begin a grade of a claim's newest frozen base, as a draft of one's own.

        A place in a round that waits for it is used, else a round of one is called.
        """
        reason = {"reason": said.pop("reason")}
        bench = _bench(said.pop("claim", None), request.user)
        draft = drafted_with(bench, said)
        if bench.round:
            return save_grade(round=bench.round, draft=draft, by=request.user, **reason)
        given = {"claim": bench.claim, "base": bench.base, "draft": draft}
        return draft_alone(by=request.user, **given, **reason)

    @step()
    def publish(self, request, grade, said):
        """Stand behind the verdict that rests on it; not by who judged it alone."""
        claim = grade.round.claim
        publish_verdict(claim=claim, grade=grade, by=request.user, **said)

    @step()
    def withdraw(self, request, grade, said):
        """Take back the verdict that rests on it, saying why; the grade stays."""
        claim = grade.round.claim
        withdraw_verdict(claim=claim, grade=grade, by=request.user, **said)


def _bench(claim, user):
    """Where a new draft is worked on; Refused, with where to go, where none can be."""
    row = Claim.objects.filter(pk=claim).first() if claim else None
    if row is None:
        raise Refused("There is none here of this number.", field="claim")
    refuse_unjudgeable(row)
    bench = Bench.of(row, user)
    if why := bench.closed_because:
        base = f"/claims/{row.pk}/base/"
        raise Refused(why, problems=[FieldProblem("claim", why, base)])
    if bench.place and bench.place.draft:
        why = "You have begun to grade this claim; go on with that draft."
        address = f"/api/v1/grades/drafts/{bench.place.pk}/"
        raise Refused(why, problems=[FieldProblem("claim", why, address)])
    return bench
