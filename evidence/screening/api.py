"""Screened records: what searches brought to a base, and what became of each."""

from rest_framework import serializers

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.shapes import WordsField
from core.api.writing import WriteViewSet, step
from evidence.models import ScreenedRecord
from evidence.screening.actions import leave_out, put_back, take_on
from evidence.screening.filters import ScreenedRecordFilter
from evidence.screening.forms import LeavingOutForm, TakingOnForm


class ScreenedRecordSerializer(serializers.ModelSerializer):
    """A reference that a search brought to a base, and what was decided on it."""

    claim = serializers.IntegerField(source="base.claim_id")
    title = serializers.CharField(source="reference.title")
    year = serializers.IntegerField(source="reference.year", allow_null=True)
    source = serializers.CharField(source="search.source")
    searched_on = serializers.DateField(source="search.searched_on", allow_null=True)
    decision_words = WordsField("decision", ScreenedRecord.Decision)
    because = WordsField("reason", ScreenedRecord.Reason)
    study_label = serializers.CharField(source="study.label", allow_null=True)
    decided_by = serializers.CharField(
        source="decided_by.display_name", allow_null=True
    )

    class Meta:
        model = ScreenedRecord
        fields = [
            "id",
            "base",
            "claim",
            "reference",
            "title",
            "year",
            "search",
            "source",
            "searched_on",
            "decision",
            "decision_words",
            "reason",
            "because",
            "reason_words",
            "study",
            "study_label",
            "decided_at",
            "decided_by",
            "created_at",
        ]


class ScreenedRecordViewSet(WriteViewSet):
    """What searches brought to evidence bases, and what became of each record."""

    permission_classes = [Needs]
    needs = dict.fromkeys(["take_on", "leave_out", "undo"], Permission.FREEZE_BASES)
    queryset = ScreenedRecord.objects.all()
    serializer_class = ScreenedRecordSerializer
    filterset_class = ScreenedRecordFilter

    def writable(self):
        return super().writable().select_related("base__claim", "reference", "study")

    @step(TakingOnForm, "TakingOn", url_path="take-on")
    def take_on(self, request, record, said):
        """Take it on as a study, made where none is on file; its results are items."""
        take_on(record=record, by=request.user, **said)

    @step(LeavingOutForm, "LeavingOut", url_path="leave-out")
    def leave_out(self, request, record, said):
        """Leave it out for a reason."""
        leave_out(record=record, by=request.user, **said)

    @step()
    def undo(self, request, record, said):
        """Let it wait again; what taking it on made goes, unless others built on it."""
        put_back(record=record, by=request.user, **said)
