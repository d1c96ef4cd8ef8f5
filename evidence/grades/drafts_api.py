"""A reviewer's own grades while they work on them; nobody else sees any of it."""

import django_filters as filters
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.declared import serializer_of
from core.api.writing import WriteViewSet, changes, step
from core.errors import Refused
from core.filters import IdFilter, YesNoFilter
from evidence.grades.actions import save_grade, submit_grade
from evidence.grades.content import Bench
from evidence.grades.draft import GradeForm
from evidence.grades.drafting import drafted_with
from evidence.grades.problems import round_problems
from evidence.grades.rounds import GRADING, call_off_round
from evidence.models import ClaimAssignment

Draft = serializer_of(GradeForm)


class GradeDraftFilter(filters.FilterSet):
    """Narrows a list of one's own drafts."""

    claim = IdFilter(field_name="round__claim", label="Of claim")
    submitted = YesNoFilter(label="Handed in")

    class Meta:
        model = ClaimAssignment
        fields: list[str] = []


class GradeDraftSerializer(serializers.ModelSerializer):
    """One's place in a round; ``grade`` is set once the round has opened."""

    claim = serializers.IntegerField(source="round.claim_id")
    base = serializers.IntegerField(source="round.base_id")
    wanted = serializers.IntegerField(
        source="round.wanted", help_text="how many grades the round waits for"
    )
    opened_at = serializers.DateTimeField(source="round.opened_at", allow_null=True)
    submitted = serializers.BooleanField()
    grade = serializers.IntegerField(source="judged", allow_null=True)

    class Meta:
        model = ClaimAssignment
        fields = ["id", "claim", "base", "wanted", "submitted", "opened_at", "grade"]


class ProblemSerializer(serializers.Serializer):
    field = serializers.CharField()
    detail = serializers.CharField()


class GradeDraftDetailSerializer(GradeDraftSerializer):
    """With the form as it stands, and all that keeps it from being handed in."""

    draft = Draft(allow_null=True)
    problems = ProblemSerializer(many=True)

    class Meta(GradeDraftSerializer.Meta):
        fields = [*GradeDraftSerializer.Meta.fields, "draft", "problems"]


class GradeDraftViewSet(WriteViewSet):
    """One's own grades: begun at /grades/, changed and handed in here."""

    permission_classes = [IsAuthenticated, Needs]
    needs = dict.fromkeys(["partial_update", "submit", "start_over"], Permission.GRADE)
    queryset = ClaimAssignment.objects.all()
    serializer_class = GradeDraftSerializer
    detail_serializer_class = GradeDraftDetailSerializer
    filterset_class = GradeDraftFilter

    def get_queryset(self):
        return GRADING.places_of(self.request.user)

    def writable(self):
        return self.get_queryset().select_related("round__claim", "round__base")

    def address_in_full(self, pk):
        return f"/api/v1/grades/drafts/{pk}/"

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                row |= draft_of(ClaimAssignment.objects.get(pk=row["id"]))
        return super().present(rows)

    @changes(Draft, "ChangeGradeDraft")
    def partial_update(self, request, place, said):
        """Change what is sent of the form; groups by their designs, readings by item.

        What is not sent stays. Whatever is kept may be incomplete.
        """
        revision, reason = said.pop("revision"), said.pop("reason")
        draft = drafted_with(bench_of(place), said)
        save_grade(
            round=place.round,
            draft=draft,
            by=request.user,
            revision=revision,
            reason=reason,
        )

    @step()
    def submit(self, request, place, said):
        """Hand it in; refused with every problem at once.

        A single reviewer's grade is the verdict then, as a draft; of several each stays
        hidden until all are in, and until then one handed in again takes its place.
        """
        form = GradeForm.from_json(bench_of(place).drafted())
        submit_grade(round=place.round, form=form, by=request.user, **said)

    @step(url_path="start-over")
    def start_over(self, request, place, said):
        """Drop the draft; a round that nobody else was asked to is called off."""
        bench = bench_of(place)
        if bench.blind:
            save_grade(round=place.round, draft={}, by=request.user, **said)
            return None
        told = {"reason": "Started over.", **said}
        call_off_round(round=place.round, by=request.user, **told)
        return Response(status=204)


def bench_of(place):
    """Where a draft is worked on; Refused, saying why, where it no longer is."""
    bench = Bench.of(place.round.claim, place.reviewer)
    if bench.closed_because:
        raise Refused(bench.closed_because)
    if bench.place != place:
        raise Refused("Your place in this round is taken no more, or it has opened.")
    return bench


def draft_of(place):
    """The form of a draft, and what is still wrong with it; none once it is in."""
    try:
        bench = bench_of(place)
    except Refused:
        left = place.draft if place.left_at else None  # still theirs
        return {"draft": left or None, "problems": []}
    said = bench.drafted()
    form = GradeForm.from_json(said)
    found = round_problems(place.round, bench.weighed, form)
    problems = [{"field": one.field, "detail": one.sentence} for one in found]
    return {"draft": said, "problems": problems}
