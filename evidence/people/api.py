"""Conflicts of interest, closing accounts and what has no owner, in the API."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from accounts.actions import reopen_account
from accounts.api import Needs
from accounts.people.api import PersonViewSet
from accounts.permissions import Permission, can, require
from core.api.shapes import WordsField
from core.api.writing import WriteViewSet, makes, step
from core.forms import WhyForm
from evidence.models import ConflictRecord
from evidence.people.actions import ask_to_judge, close_account, override_conflict
from evidence.people.filters import ConflictFilter
from evidence.people.forms import AskToJudgeForm
from evidence.people.ownerless import left_without_an_owner
from evidence.people.words import ConflictOutcome, ConflictRule


class ConflictSerializer(serializers.ModelSerializer):
    """What came of one person's conflict with one claim or study."""

    person = serializers.CharField(source="user.display_name")
    rule_words = WordsField("rule", ConflictRule)
    outcome_words = WordsField("outcome", ConflictOutcome)
    by = serializers.CharField(source="by.display_name")

    class Meta:
        model = ConflictRecord
        fields = [
            "id",
            "user",
            "person",
            "claim",
            "study",
            "rule",
            "rule_words",
            "outcome",
            "outcome_words",
            "because",
            "by",
            "created_at",
            "reason",
        ]


class ConflictViewSet(WriteViewSet):
    """What came of conflicts of interest: one's own, and for editors everybody's."""

    permission_classes = [IsAuthenticated, Needs]
    needs = {"create": Permission.CHECK_RESULTS, "override": Permission.OPEN_ROUNDS}
    queryset = ConflictRecord.objects.all()
    serializer_class = ConflictSerializer
    filterset_class = ConflictFilter

    def get_queryset(self):
        user = self.request.user
        decides = can(user, Permission.OPEN_ROUNDS)
        return ConflictRecord.objects.seen_by(user, all=decides)

    def writable(self):
        return self.get_queryset().select_related("user", "claim", "study")

    @makes(AskToJudgeForm, "AskToJudge")
    def create(self, request, said):
        """Ask an editor to let one judge what a conflict keeps one from."""
        subject = said.pop("claim") or said.pop("study")
        return ask_to_judge(by=request.user, subject=subject, reason=said["reason"])

    @step(WhyForm, "WhyNotwithstanding")
    def override(self, request, conflict, said):
        """Let the person judge it all the same; kept as a row of its own."""
        said.pop("revision")
        override_conflict(conflict=conflict, by=request.user, **said)


class HeldPersonViewSet(PersonViewSet):
    """People, with what becomes of what they hold when their account is closed."""

    needs = PersonViewSet.needs | dict.fromkeys(
        ["close", "reopen"], Permission.MANAGE_PEOPLE
    )

    @step(WhyForm, "WhyAnAccount")
    def close(self, request, person, said):
        """Close the account; what it held is on offer, or listed without an owner."""
        close_account(user=person, by=request.user, **said)

    @step(WhyForm, "WhyAnAccount")
    def reopen(self, request, person, said):
        """Let the person sign in again."""
        reopen_account(user=person, by=request.user, **said)


class OwnerlessSerializer(serializers.Serializer):
    """One thing that nobody has, or nobody who can act on it any more."""

    lacks = serializers.CharField()
    words = serializers.CharField()
    about = serializers.CharField()
    address = serializers.CharField()
    places = serializers.IntegerField(help_text="on offer")
    who = serializers.ListField(child=serializers.CharField())


class OwnerlessViewSet(ViewSet):
    """What has no owner: places on offer, differences nobody is left to settle."""

    permission_classes = [IsAuthenticated]
    renderer_classes = [JSONRenderer]

    @extend_schema(responses=OwnerlessSerializer(many=True))
    def list(self, request):
        require(request.user, Permission.OPEN_ROUNDS)
        rows = left_without_an_owner(request.user)
        results = OwnerlessSerializer(rows, many=True).data
        return Response({"results": results, "next": None, "previous": None})
