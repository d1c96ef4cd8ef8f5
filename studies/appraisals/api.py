"""Appraisals and the rounds they are made in, for programs."""

import django_filters as filters
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from rest_framework import serializers
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from accounts.rounds_api import FOR_THE_ASKER, ForTheAskerSerializer, for_the_asker
from core.api.declared import serializer_of
from core.api.shapes import AddressField, Part
from core.api.writing import WriteViewSet, makes, step
from core.errors import Refused
from core.filters import IdFilter, YesNoFilter
from core.forms import WhyForm
from studies.appraisals.actions import (
    agree_on_appraisal,
    appraise_alone,
    submit_appraisal,
)
from studies.appraisals.call_forms import (
    NewStudyRoundForm,
    ReplacingForm,
    ReviewerForm,
)
from studies.appraisals.draft import AppraisalForm
from studies.appraisals.models import WORD
from studies.appraisals.rounds import (
    APPRAISING,
    assign_appraiser,
    call_off_study_round,
    call_study_round,
    give_back_study_place,
    replace_appraiser,
    take_study_place,
    want_fewer_appraisals,
)
from studies.models import (
    Appraisal,
    AppraisalQuote,
    Judgement,
    Result,
    Study,
    StudyRound,
)

Filled = serializer_of(AppraisalForm)


class AppraisalFilter(filters.FilterSet):
    """Narrows a list of appraisals."""

    study = IdFilter(field_name="round__study", label="Of study")
    result = IdFilter(field_name="round__result", label="Of result")
    round = IdFilter(field_name="round", label="Of round")
    instrument = filters.CharFilter(field_name="round__instrument", max_length=WORD)
    variant = filters.CharFilter(field_name="round__variant", max_length=WORD)
    consensus = YesNoFilter(field_name="is_consensus", label="Consensus")

    class Meta:
        model = Appraisal
        fields: list[str] = []


class AppraisalSerializer(serializers.ModelSerializer):
    """One reviewer's appraisal, or the consensus; no official version of any tool.

    ``reviewer`` is empty where names stay hidden until they agreed.
    """

    study = serializers.IntegerField(source="round.study_id")
    result = serializers.IntegerField(source="round.result_id", allow_null=True)
    instrument = serializers.CharField(source="round.instrument")
    version = serializers.CharField(source="round.version")
    variant = serializers.CharField(source="round.variant")
    opened_at = serializers.DateTimeField(source="round.opened_at", allow_null=True)
    reviewer = serializers.CharField(source="who")
    page = AddressField("/studies/{its_study}/appraisals/{round}/")

    class Meta:
        model = Appraisal
        fields = [
            "id",
            "round",
            "study",
            "result",
            "instrument",
            "version",
            "variant",
            "reviewer",
            "is_consensus",
            "overall_proposed",
            "overall",
            "overall_why",
            "overall_direction",
            "submitted_at",
            "opened_at",
            "page",
        ]


class AppraisalJudgementSerializer(serializers.ModelSerializer):
    """What a domain comes to: as proposed by rule, and as accepted or overridden."""

    class Meta:
        model = Judgement
        fields = ["domain", "proposed", "judgement", "why", "support", "direction"]


class AppraisalQuoteSerializer(serializers.ModelSerializer):
    """Words of a report; ``start`` is their place in the stored text."""

    class Meta:
        model = AppraisalQuote
        fields = ["domain", "question", "quote", "place", "stored_text", "start"]


class AppraisalDetailSerializer(AppraisalSerializer):
    """With the answers by question (NA: not asked), judgements and quotes."""

    judgements = AppraisalJudgementSerializer(many=True)
    quotes = AppraisalQuoteSerializer(many=True)

    class Meta(AppraisalSerializer.Meta):
        fields = [
            *AppraisalSerializer.Meta.fields,
            "answers",
            "notes",
            "judgements",
            "quotes",
        ]


class NewAppraisal(Filled):
    """An appraisal in a round of several, or of a study or result by oneself alone."""

    round = serializers.IntegerField(min_value=1, required=False)
    study = serializers.IntegerField(min_value=1, required=False)
    result = serializers.IntegerField(min_value=1, required=False, allow_null=True)
    instrument = serializers.CharField(required=False)
    variant = serializers.CharField(required=False, allow_blank=True)


class AppraisalViewSet(WriteViewSet):
    """Appraisals of rounds that have opened, and to a reviewer their own."""

    permission_classes = [Needs]
    needs = {"create": Permission.APPRAISE}
    queryset = Appraisal.objects.filter(submitted_at__isnull=False)
    serializer_class = AppraisalSerializer
    detail_serializer_class = AppraisalDetailSerializer
    filterset_class = AppraisalFilter

    def get_queryset(self):
        rows = self.queryset
        if self.action == "retrieve":  # also what one handed in oneself
            rows = Appraisal.objects.of(self.request.user)
            rows = rows.filter(submitted_at__isnull=False)
        return rows.with_names()

    @property
    def parts(self):
        user = self.request.user
        judgements, quotes = Judgement.objects.of(user), AppraisalQuote.objects.of(user)
        return {
            "judgements": Part(judgements.order_by("id"), by="appraisal"),
            "quotes": Part(quotes.order_by("id"), by="appraisal"),
        }

    @makes(NewAppraisal, "NewAppraisal")
    def create(self, request, said):
        """Hand in an appraisal; refused with every problem at once.

        With `round` it is handed in there, and stays hidden until all are in. Else a
        round of one is called on what `study` or `result` names, by `instrument`, and
        is open at once.
        """
        said.pop("revision", None)
        reason = said.pop("reason", "")
        named = {
            name: said.pop(name, None)
            for name in ("round", "study", "result", "instrument", "variant")
        }
        form = AppraisalForm.from_json(said)
        if named["round"]:
            round = _row(StudyRound, "round", named["round"])
            return submit_appraisal(
                round=round, form=form, by=request.user, reason=reason
            )
        result = _row(Result, "result", named["result"]) if named["result"] else None
        study = result.study if result else _row(Study, "study", named["study"])
        return appraise_alone(
            study=study,
            result=result,
            instrument=named["instrument"] or "",
            variant=named["variant"] or "",
            form=form,
            by=request.user,
            reason=reason,
        )


def _row(model, field, pk):
    row = model.objects.filter(pk=pk).first() if pk else None
    if row is None:
        raise Refused("There is none here of this number.", field=field)
    return row


# --- rounds ---


class StudyRoundFilter(filters.FilterSet):
    """Narrows a list of rounds on studies."""

    study = IdFilter(field_name="study", label="Of study")
    result = IdFilter(field_name="result", label="Of result")
    instrument = filters.CharFilter(max_length=WORD)
    opened = YesNoFilter(
        field_name="opened_at", lookup_expr="isnull", exclude=True, label="Opened"
    )

    class Meta:
        model = StudyRound
        fields: list[str] = []


class StudyRoundSerializer(serializers.ModelSerializer):
    """A call for ``wanted`` independent appraisals; ``settled`` once one is agreed."""

    called_by = serializers.CharField(source="called_by.display_name")
    settled = serializers.BooleanField()

    class Meta:
        model = StudyRound
        fields = [
            "id",
            "study",
            "result",
            "instrument",
            "version",
            "variant",
            "wanted",
            "called_by",
            "why",
            "names_hidden",
            "created_at",
            "opened_at",
            "settled",
        ]


class StudyRoundDetailSerializer(ForTheAskerSerializer, StudyRoundSerializer):
    """With what the asker may know of it; null is not for them to know."""

    class Meta(StudyRoundSerializer.Meta):
        fields = [*StudyRoundSerializer.Meta.fields, *FOR_THE_ASKER]


class StudyRoundViewSet(WriteViewSet):
    """Rounds in which a study or a result is appraised, by each reviewer alone.

    How many are in is for editors who do not judge in the round, until it opens.
    """

    permission_classes = [Needs]
    needs = {
        **dict.fromkeys(["create", "take", "give_back", "settle"], Permission.APPRAISE),
        **dict.fromkeys(
            ["assign", "replace", "fewer", "call_off"], Permission.OPEN_ROUNDS
        ),
    }
    queryset = StudyRound.objects.all()
    serializer_class = StudyRoundSerializer
    detail_serializer_class = StudyRoundDetailSerializer
    filterset_class = StudyRoundFilter

    def get_queryset(self):
        agreed = Appraisal.objects.filter(round=OuterRef("pk"), is_consensus=True)
        alone = Q(wanted=1, opened_at__isnull=False)
        return self.queryset.annotate(
            settled=ExpressionWrapper(
                alone | Exists(agreed), output_field=BooleanField()
            )
        )

    def writable(self):
        return self.queryset.select_related("study", "result")

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                round = self.writable().get(pk=row["id"])
                user = self.request.user
                row |= for_the_asker(APPRAISING, round, user, Permission.APPRAISE)
        return super().present(rows)

    @makes(NewStudyRoundForm, "NewStudyRound")
    def create(self, request, said):
        """Call for appraisals: of oneself alone, or as an editor of others."""
        return call_study_round(by=request.user, **said)

    @step()
    def take(self, request, round, said):
        """Take a place on offer."""
        take_study_place(round=round, by=request.user, **said)

    @step(url_path="give-back")
    def give_back(self, request, round, said):
        """Have one's own place on offer again; not once one's appraisal is in."""
        give_back_study_place(round=round, by=request.user, **said)

    @step(ReviewerForm, "AssignAppraiser")
    def assign(self, request, round, said):
        """Give a place on offer to a reviewer, by number."""
        assign_appraiser(round=round, by=request.user, **said)

    @step(ReplacingForm, "ReplaceAppraiser")
    def replace(self, request, round, said):
        """Take the place of a reviewer away whose appraisal is not in."""
        replace_appraiser(round=round, by=request.user, **said)

    @step(WhyForm, "FewerAppraisals")
    def fewer(self, request, round, said):
        """Do without a place on offer; the round opens where all are in."""
        want_fewer_appraisals(round=round, by=request.user, **said)

    @step(WhyForm, "CallOffStudyRound", url_path="call-off")
    def call_off(self, request, round, said):
        """Take the call back, before any appraisal is in."""
        call_off_study_round(round=round, by=request.user, reason=said["reason"])
        return Response(status=204)

    @step(Filled, "AgreedAppraisal")
    def settle(self, request, round, said):
        """Hand in what the reviewers agreed on: a whole appraisal."""
        said.pop("revision")  # a second consensus is refused whatever was seen
        reason = said.pop("reason")
        form = AppraisalForm.from_json(said)
        agree_on_appraisal(round=round, form=form, by=request.user, reason=reason)
