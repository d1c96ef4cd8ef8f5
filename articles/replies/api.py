"""What outlets answered, in their own words."""

import django_filters as filters
from rest_framework import serializers

from accounts.api import Needs
from accounts.permissions import Permission
from articles.models import Reply
from articles.replies.actions import print_reply, withdraw_reply
from articles.replies.forms import ReplyBody
from core.api.writing import WriteViewSet, makes, step
from core.filters import IdFilter


class ReplyFilter(filters.FilterSet):
    """Narrows a list of replies."""

    claim = IdFilter(label="On claim")
    article = IdFilter(label="Of article")
    outlet = IdFilter(label="Of outlet")

    class Meta:
        model = Reply
        fields: list[str] = []


class ReplySerializer(serializers.ModelSerializer):
    """What an outlet answered to what is said of a claim."""

    claim_text = serializers.CharField(source="claim.text")
    outlet_name = serializers.CharField(source="outlet.name")
    article_title = serializers.CharField(source="article.title", allow_null=True)

    class Meta:
        model = Reply
        fields = [
            "id",
            "claim",
            "claim_text",
            "outlet",
            "outlet_name",
            "article",
            "article_title",
            "text",
            "source",
            "received_on",
            "created_at",
        ]


class ReplyViewSet(WriteViewSet):
    """Outlets' replies, as editors print them."""

    permission_classes = [Needs]
    needs = {"create": Permission.PUBLISH, "withdraw": Permission.WITHDRAW}
    queryset = Reply.objects.all()
    serializer_class = ReplySerializer
    filterset_class = ReplyFilter

    @makes(ReplyBody, "NewReply")
    def create(self, request, said):
        """Print a reply on its claim's page, and on its article's."""
        return print_reply(by=request.user, **said)

    @step()
    def withdraw(self, request, reply, said):
        """Take it back, saying why."""
        withdraw_reply(reply=reply, by=request.user, **said)
