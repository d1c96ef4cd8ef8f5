"""Rounds of grading for programs: called, places taken, and what they agreed on."""

import django_filters as filters
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from accounts.rounds_api import FOR_THE_ASKER, ForTheAskerSerializer, for_the_asker
from claims.models import Claim
from core.api.writing import WriteViewSet, makes, step
from core.errors import Refused
from core.filters import IdFilter, YesNoFilter
from core.forms import WhyForm
from core.listing import refuse_unknown
from evidence.grades.actions import submit_consensus
from evidence.grades.differences import Differences
from evidence.grades.draft import GradeForm
from evidence.grades.drafts_api import Draft
from evidence.grades.places import (
    assign,
    give_back_place,
    replace_reviewer,
    take_place,
    want_fewer,
)
from evidence.grades.round_forms import (
    NewRoundForm,
    ReplacingForm,
    ReviewerForm,
)
from evidence.grades.rounds import GRADING, call_off_round, call_round
from evidence.judged import current_base
from evidence.models import ClaimRound, Grade


class RoundFilter(filters.FilterSet):
    """Narrows a list of rounds."""

    claim = IdFilter(field_name="claim", label="Of claim")
    base = IdFilter(field_name="base", label="Of base")
    opened = YesNoFilter(
        field_name="opened_at", lookup_expr="isnull", exclude=True, label="Opened"
    )

    class Meta:
        model = ClaimRound
        fields: list[str] = []


class RoundSerializer(serializers.ModelSerializer):
    """A call for ``wanted`` independent grades; ``settled`` once they agreed on one."""

    called_by = serializers.CharField(source="called_by.display_name")
    settled = serializers.BooleanField()

    class Meta:
        model = ClaimRound
        fields = [
            "id",
            "claim",
            "base",
            "wanted",
            "called_by",
            "why",
            "names_hidden",
            "created_at",
            "opened_at",
            "settled",
        ]


class RoundDetailSerializer(ForTheAskerSerializer, RoundSerializer):
    """With what the asker may know of it; null is not for them to know."""

    class Meta(RoundSerializer.Meta):
        fields = [*RoundSerializer.Meta.fields, *FOR_THE_ASKER]


class AnswerSerializer(serializers.Serializer):
    reviewer = serializers.CharField()
    value = serializers.CharField()
    words = serializers.CharField()
    why = serializers.CharField()


class PartSerializer(serializers.Serializer):
    """One thing that each reviewer answered."""

    name = serializers.CharField()
    label = serializers.CharField()
    heading = serializers.CharField()
    differs = serializers.BooleanField()
    answers = AnswerSerializer(many=True)


class RoundViewSet(WriteViewSet):
    """Rounds in which several grade a claim, each alone, on one frozen base.

    How many are in is for editors who do not judge in the round until it opens.
    """

    permission_classes = [Needs]
    needs = {
        **dict.fromkeys(["take", "give_back", "settle"], Permission.GRADE),
        **dict.fromkeys(
            ["create", "assign", "replace", "fewer", "call_off"],
            Permission.OPEN_ROUNDS,
        ),
    }
    queryset = ClaimRound.objects.filter(wanted__gt=1)
    serializer_class = RoundSerializer
    detail_serializer_class = RoundDetailSerializer
    filterset_class = RoundFilter

    def get_queryset(self):
        agreed = Grade.objects.consensus().filter(round=OuterRef("pk"))
        return super().get_queryset().annotate(settled=Exists(agreed))

    def writable(self):
        return self.queryset.select_related("claim", "base")

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                round = self.writable().get(pk=row["id"])
                user = self.request.user
                row |= for_the_asker(GRADING, round, user, Permission.GRADE)
        return super().present(rows)

    @extend_schema(responses=PartSerializer(many=True))
    @action(detail=True, methods=["get"], renderer_classes=[JSONRenderer])
    def differences(self, request, pk):
        """What each reviewer answered, part by part, once the round has opened."""
        round = get_object_or_404(self.writable().opened(), pk=pk)
        refuse_unknown(request.query_params)
        shown = Differences(round, request.user)
        return Response({"results": [_part(one, shown.raters) for one in shown.parts]})

    @makes(NewRoundForm, "NewRound")
    def create(self, request, said):
        """Call a round on a claim's newest frozen base, by name or on offer."""
        claim = Claim.objects.filter(pk=said.pop("claim")).first()
        if claim is None:
            raise Refused("There is none here of this number.", field="claim")
        base = current_base(claim)
        return call_round(claim=claim, base=base, by=request.user, **said)

    @step()
    def take(self, request, round, said):
        """Take a place on offer."""
        take_place(round=round, by=request.user, **said)

    @step(url_path="give-back")
    def give_back(self, request, round, said):
        """Have one's own place on offer again; not once one's grade is in."""
        give_back_place(round=round, by=request.user, **said)

    @step(ReviewerForm, "Assign")
    def assign(self, request, round, said):
        """Give a place on offer to a reviewer, by number."""
        assign(round=round, by=request.user, **said)

    @step(ReplacingForm, "Replace")
    def replace(self, request, round, said):
        """Take the place of a reviewer away whose grade is not in."""
        replace_reviewer(round=round, by=request.user, **said)

    @step(WhyForm, "Fewer")
    def fewer(self, request, round, said):
        """Do without a place on offer; the round opens where all are in."""
        want_fewer(round=round, by=request.user, **said)

    @step(WhyForm, "CallOff", url_path="call-off")
    def call_off(self, request, round, said):
        """Take the call back, before any grade is in."""
        call_off_round(round=round, by=request.user, reason=said["reason"])
        return Response(status=204)

    @step(Draft, "Consensus")
    def settle(self, request, round, said):
        """Hand in what the reviewers agreed on: a whole grade, by the same rules."""
        reason = said.pop("reason")
        said.pop("revision")  # a second consensus is refused whatever was seen
        form = GradeForm.from_json(said)
        submit_consensus(round=round, form=form, by=request.user, reason=reason)


def _part(part, raters):
    """A part with its answers, each with whose it is."""
    answers = zip(raters, part.said, strict=True)
    return {
        **{name: getattr(part, name) for name in ("name", "label", "heading")},
        "differs": part.differs,
        "answers": [
            {
                "reviewer": rater,
                "value": said.value,
                "words": said.shown,
                "why": said.why,
            }
            for rater, said in answers
        ],
    }
