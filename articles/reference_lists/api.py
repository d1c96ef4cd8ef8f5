"""Checks of reference lists, in the API: sent by a program, looked for by a job."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated

from accounts.api import Needs
from accounts.permissions import Permission, can
from articles.checking.look_jobs import LIST, check_reference_list, findings_of
from articles.checking.stated import StatedWork
from articles.reference_lists.checked import as_facts, checked_entries
from articles.reference_lists.listed import FORMATS, listed_again, read_sent
from core.api.shapes import WordsField
from core.api.writing import WriteViewSet, makes
from core.dataclass_json import from_json
from core.filters import JobFilter
from core.forms import Form
from core.limits import turn, visitor_of
from core.models import Job


class ListForm(Form):
    """A list as a program sends it: its text, and what it is where that is known."""

    text = forms.CharField(strip=False, max_length=1_000_000)
    form = forms.ChoiceField(required=False, choices=[(each, each) for each in FORMATS])


class ListEntrySerializer(serializers.Serializer):
    """One entry of a list, and what looking for it came to, as ``check_list`` says."""

    number = serializers.IntegerField()
    raw = serializers.CharField()
    state = serializers.CharField()
    agrees = serializers.ListField(child=serializers.CharField())
    disagrees = serializers.ListField(child=serializers.CharField())
    candidate = serializers.JSONField(allow_null=True)
    meant = serializers.JSONField(allow_null=True)
    notices = serializers.JSONField()
    retracted = serializers.BooleanField()
    says = serializers.CharField()
    remarks = serializers.ListField(child=serializers.CharField())
    asked = serializers.ListField(child=serializers.CharField())
    on = serializers.CharField(allow_null=True)


class ListCheckSerializer(serializers.ModelSerializer):
    """A check of a list: how far it is, and of how many entries."""

    state_words = WordsField("state", Job.State)

    class Meta:
        model = Job
        fields = [
            "id",
            "state",
            "state_words",
            "done",
            "total",
            "error",
            "created_at",
            "finished_at",
        ]


class ListCheckDetailSerializer(ListCheckSerializer):
    """With its entries, the worst first; those not looked for yet are not checked."""

    entries = ListEntrySerializer(many=True)

    class Meta(ListCheckSerializer.Meta):
        fields = [*ListCheckSerializer.Meta.fields, "entries"]


class ListCheckViewSet(WriteViewSet):
    """Checks of reference lists: one's own, kept with what was sent."""

    permission_classes = [IsAuthenticated, Needs]
    needs = {"create": Permission.LOOK_UP_WORKS}
    queryset = Job.objects.filter(kind=LIST, visitor_sha256="")
    serializer_class = ListCheckSerializer
    detail_serializer_class = ListCheckDetailSerializer
    filterset_class = JobFilter

    def get_queryset(self) -> QuerySet[Job]:
        jobs = super().get_queryset()
        if can(self.request.user, Permission.MANAGE_ACCOUNTS):
            return jobs
        return jobs.filter(by=self.request.user.pk)

    def in_full(self, instance):
        self.job = instance
        return super().in_full(instance)

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                row["entries"] = entries_of(self.job)
        return super().present(rows)

    @makes(ListForm, "ListToCheck")
    def create(self, request, said):
        """Check a list: read at once, looked for by a job; ask again how far it is."""
        data, form = said["text"].encode(), said["form"] or None
        with turn(visitor_of(request)):
            works = read_sent(data, form)
        return check_reference_list(
            works=[work.stated for work in works],
            raws=[work.raw for work in works],
            by=request.user,
            reason=said["reason"],
        )


def entries_of(job: Job) -> list[dict[str, Any]]:
    """The entries of a check with what was found so far, the worst first."""
    asked = [from_json(StatedWork, one) for one in job.arguments.get("works", [])]
    stated = {work.number: work for work in asked}
    works = [
        listed_again(number, raw, stated.get(number))
        for number, raw in enumerate(job.arguments.get("raws", []), start=1)
    ]
    return [as_facts(entry) for entry in checked_entries(works, findings_of(job))]
