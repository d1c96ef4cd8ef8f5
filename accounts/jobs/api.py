"""A person's jobs, in the API."""

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated

from accounts.permissions import Permission, can
from core.api.shapes import WordsField
from core.api.viewsets import ReadViewSet
from core.filters import JobFilter
from core.models import Job


class JobSerializer(serializers.ModelSerializer):
    state_words = WordsField("state", Job.State)
    by = serializers.CharField(source="by.display_name")

    class Meta:
        model = Job
        fields = [
            "id",
            "kind",
            "arguments",
            "by",
            "state",
            "state_words",
            "done",
            "total",
            "attempts",
            "next_try",
            "result",
            "error",
            "created_at",
            "started_at",
            "finished_at",
        ]


class JobViewSet(ReadViewSet):
    """Jobs: one's own, and everybody's for who looks after the accounts."""

    permission_classes = [IsAuthenticated]
    queryset = Job.objects.all()
    serializer_class = JobSerializer
    filterset_class = JobFilter

    def get_queryset(self) -> QuerySet[Job]:
        jobs = super().get_queryset()
        if can(self.request.user, Permission.MANAGE_ACCOUNTS):
            return jobs
        return jobs.filter(by=self.request.user.pk)
