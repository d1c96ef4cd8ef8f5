"""A reviewer's own appraisals while they work on them; nobody else sees any of it."""

import django_filters as filters
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.declared import serializer_of
from core.api.writing import WriteViewSet, changes, step
from core.errors import FieldProblem, Refused
from core.filters import IdFilter, YesNoFilter
from studies.appraisals.actions import (
    problems_of,
    save_appraisal,
    sheet_of,
    submit_appraisal,
)
from studies.appraisals.content import Desk
from studies.appraisals.draft import AppraisalForm
from studies.appraisals.rounds import APPRAISING, call_off_study_round
from studies.models import StudyAssignment

Filled = serializer_of(AppraisalForm)
BY_NAME = (
    "answers",
    "notes",
    "judgements",
    "why",
    "support",
    "directions",
)  # mixed one by one


class AppraisalDraftFilter(filters.FilterSet):
    """Narrows a list of one's own drafts."""

    study = IdFilter(field_name="round__study", label="Of study")
    result = IdFilter(field_name="round__result", label="Of result")
    round = IdFilter(field_name="round", label="Of round")
    submitted = YesNoFilter(label="Handed in")

    class Meta:
        model = StudyAssignment
        fields: list[str] = []


class AppraisalDraftSerializer(serializers.ModelSerializer):
    """One's place in a round; ``appraisal`` is set once the round has opened."""

    study = serializers.IntegerField(source="round.study_id")
    result = serializers.IntegerField(source="round.result_id", allow_null=True)
    instrument = serializers.CharField(source="round.instrument")
    version = serializers.CharField(source="round.version")
    variant = serializers.CharField(source="round.variant")
    wanted = serializers.IntegerField(
        source="round.wanted", help_text="how many appraisals the round waits for"
    )
    opened_at = serializers.DateTimeField(source="round.opened_at", allow_null=True)
    submitted = serializers.BooleanField()
    appraisal = serializers.IntegerField(source="judged", allow_null=True)

    class Meta:
        model = StudyAssignment
        fields = [
            "id",
            "round",
            "study",
            "result",
            "instrument",
            "version",
            "variant",
            "wanted",
            "submitted",
            "opened_at",
            "appraisal",
        ]


class AskedDomainSerializer(serializers.Serializer):
    """A domain: its questions on the path as the answers stand, and what is proposed.

    ``proposed`` is empty until every question on the path is answered.
    """

    domain = serializers.CharField()
    name = serializers.CharField()
    questions = serializers.ListField(child=serializers.CharField())
    unanswered = serializers.ListField(child=serializers.CharField())
    proposed = serializers.CharField()


class DraftProblemSerializer(serializers.Serializer):
    field = serializers.CharField()
    detail = serializers.CharField()


class AppraisalDraftDetailSerializer(AppraisalDraftSerializer):
    """With the form as it stands, what it comes to, and what keeps it from being in."""

    draft = Filled(allow_null=True)
    asked = AskedDomainSerializer(many=True)
    overall_proposed = serializers.SerializerMethodField()
    problems = DraftProblemSerializer(many=True)

    class Meta(AppraisalDraftSerializer.Meta):
        fields = [
            *AppraisalDraftSerializer.Meta.fields,
            "draft",
            "asked",
            "overall_proposed",
            "problems",
        ]

    def get_overall_proposed(self, row) -> str:
        return row["overall_proposed"]


class AppraisalDraftViewSet(WriteViewSet):
    """One's own appraisals: a place in a round is a draft, changed and handed in here.

    A round of oneself alone is called at /study-rounds/.
    """

    permission_classes = [IsAuthenticated, Needs]
    needs = dict.fromkeys(
        ["partial_update", "submit", "start_over"], Permission.APPRAISE
    )
    queryset = StudyAssignment.objects.all()
    serializer_class = AppraisalDraftSerializer
    detail_serializer_class = AppraisalDraftDetailSerializer
    filterset_class = AppraisalDraftFilter

    def get_queryset(self):
        return APPRAISING.places_of(self.request.user)

    def writable(self):
        return self.get_queryset().select_related("round__study", "round__result")

    def address_in_full(self, pk):
        return f"/api/v1/appraisals/drafts/{pk}/"

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                row |= draft_of(self.writable().get(pk=row["id"]))
        return super().present(rows)

    @changes(Filled, "ChangeAppraisalDraft")
    def partial_update(self, request, place, said):
        """Change what is sent of the form; answers and the like one by one.

        What is not sent stays, and what is sent empty goes; quotes are sent as a whole.
        Whatever is kept may be incomplete.
        """
        revision, reason = said.pop("revision"), said.pop("reason")
        save_appraisal(
            round=place.round,
            draft=mixed_with(desk_of(place), said).as_json(),
            by=request.user,
            revision=revision,
            reason=reason,
        )

    @step()
    def submit(self, request, place, said):
        """Hand it in; refused with every problem at once.

        Of several each stays hidden until all are in, and until then one handed in
        again takes its place.
        """
        form = desk_of(place).drafted()
        submit_appraisal(round=place.round, form=form, by=request.user, **said)

    @step(url_path="start-over")
    def start_over(self, request, place, said):
        """Drop the draft; a round that nobody else was asked to is called off."""
        if desk_of(place).blind:
            save_appraisal(round=place.round, draft={}, by=request.user, **said)
            return None
        told = {"reason": "Started over.", **said}
        call_off_study_round(round=place.round, by=request.user, **told)
        return Response(status=204)


def desk_of(place):
    """Where a draft is worked on; Refused, saying why, where it no longer is."""
    if place.round.is_open:
        raise Refused("This round has opened; its appraisals change no more.")
    if place.left_at is not None:
        raise Refused("Your place in this round is taken no more.")
    return Desk(place.round, place.reviewer, place)


def mixed_with(desk, said):
    """The form with what was sent in it; Refused with all that it has no room for."""
    stands = desk.drafted().as_json()
    both = {
        name: {
            key: word
            for key, word in {**stands[name], **said.get(name, {})}.items()
            if word
        }
        for name in BY_NAME
    }
    form = AppraisalForm.from_json({**stands, **said, **both})
    if found := sheet_of(desk.round, form).unknown():
        problems = [FieldProblem(one.field, one.sentence) for one in found]
        raise Refused(" ".join(one.sentence for one in found), problems=problems)
    return form


def draft_of(place):
    """The form of a draft and what it comes to; its words alone once it is in."""
    told = {"draft": None, "asked": [], "overall_proposed": "", "problems": []}
    try:
        desk = desk_of(place)
        form = desk.drafted()
        sheet = desk.sheet(form)
    except Refused:
        return {**told, "draft": place.draft or None}  # still theirs
    found = problems_of(desk.round, sheet)
    return {
        "draft": form.as_json(),
        "asked": [
            {
                "domain": domain.id,
                "name": domain.name,
                "questions": [question.id for question in sheet.asked[domain.id]],
                "unanswered": list(judged.unanswered),
                "proposed": sheet.proposed_for(domain.id),
            }
            for domain, judged in zip(sheet.domains, sheet.judged.domains, strict=True)
        ],
        "overall_proposed": sheet.overall_proposed,
        "problems": [{"field": one.field, "detail": one.sentence} for one in found],
    }
