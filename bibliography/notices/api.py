"""Retractions, corrections and the like, with where they were seen."""

from rest_framework import serializers

from accounts.api import Needs
from accounts.permissions import Permission
from bibliography.models import Notice, NoticeSource, Reference
from bibliography.notices.actions import add_notice, withdraw_notice
from bibliography.notices.filters import NoticeFilter
from bibliography.notices.forms import NoticeForm
from core.api.shapes import Part, WordsField
from core.api.writing import WriteViewSet, makes, step
from core.forms import NumberedField


class NoticeSourceSerializer(serializers.ModelSerializer):
    class Meta:
        model = NoticeSource
        fields = ["source", "address", "seen_at"]


class NoticeSerializer(serializers.ModelSerializer):
    kind_words = WordsField("kind", Notice.Kind)
    reference_title = serializers.CharField(source="reference.title")
    is_confirmed = serializers.BooleanField(
        help_text="told by a source whose word counts alone"
    )
    sources = NoticeSourceSerializer(many=True)

    class Meta:
        model = Notice
        fields = [
            "id",
            "reference",
            "reference_title",
            "kind",
            "kind_words",
            "dated",
            "notice_doi",
            "notice_pmid",
            "says",
            "is_confirmed",
            "sources",
            "sample",
        ]


NOTICE_PARTS = {"sources": Part(NoticeSource.objects.order_by("id"), by="notice")}


class NewNotice(NoticeForm):
    """The page's form, with the reference that the notice is on."""

    reference = NumberedField(queryset=Reference.objects.current())


class NoticeViewSet(WriteViewSet):
    """Notices on references: retractions, expressions of concern, corrections."""

    permission_classes = [Needs]
    needs = {"create": Permission.EDIT_STUDIES, "withdraw": Permission.WITHDRAW}
    queryset = Notice.objects.with_confirmation()
    serializer_class = NoticeSerializer
    filterset_class = NoticeFilter
    orders = {"newest": "-pk", "dated": "-dated"}
    parts = NOTICE_PARTS

    @makes(NewNotice, "NewNotice")
    def create(self, request, said):
        """Note what somebody read; another source joins the notice that is there."""
        return add_notice(by=request.user, **said)

    @step()
    def withdraw(self, request, notice, said):
        """Take back a notice that was noted in error, saying why."""
        withdraw_notice(notice=notice, by=request.user, **said)
