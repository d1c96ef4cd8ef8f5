"""Comments and flags, read and written by programs."""

from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.shapes import AddressField, WordsField
from core.api.writing import WriteViewSet, changes, makes, step
from core.errors import Refused
from evidence.models import Comment, Flag
from evidence.talk.actions import (
    add_comment,
    edit_comment,
    flag_record,
    reinstate_comment,
    reopen_thread,
    resolve_flag,
    resolve_thread,
    withdraw_comment,
)
from evidence.talk.filters import CommentFilter, FlagFilter
from evidence.talk.forms import (
    EditCommentForm,
    NewCommentForm,
    NewFlagForm,
    ResolveFlagForm,
)
from evidence.talk.queries import flags_seen_by
from evidence.talk.words import About


class CommentSerializer(serializers.ModelSerializer):
    """What somebody says of a record, or answers; ``row`` is the record's number."""

    about_words = WordsField("about", About)
    row = serializers.IntegerField(source="row_id")
    by = serializers.CharField(source="by.display_name")
    resolved_by = serializers.CharField(
        source="resolved_by.display_name", allow_null=True
    )
    address = AddressField("/talk/{about}/{its_row}/#comment-{id}")

    class Meta:
        model = Comment
        fields = [
            "id",
            "about",
            "about_words",
            "row",
            "part",
            "parent",
            "text",
            "by",
            "created_at",
            "edited_at",
            "resolved_at",
            "resolved_by",
            "address",
        ]


class ChangedComment(EditCommentForm):
    """The page's form; which state was seen stands in If-Match."""

    revision = None


class CommentViewSet(WriteViewSet):
    """Comments that a person may read: those of a closed round are their writer's."""

    permission_classes = [Needs]
    needs = dict.fromkeys(
        ["create", "partial_update", "withdraw", "reinstate", "resolve", "reopen"],
        Permission.COMMENT,
    )
    queryset = Comment.objects.all()
    serializer_class = CommentSerializer
    filterset_class = CommentFilter

    def get_queryset(self):
        return Comment.objects.of(self.request.user)

    def writable(self):
        return self.get_queryset().select_related("withdrawn_by", "resolved_by")

    @makes(NewCommentForm, "NewComment")
    def create(self, request, said):
        """Comment on a record, or answer a comment on it."""
        return add_comment(by=request.user, **_with_parent(said, request.user))

    @changes(ChangedComment, "ChangeComment")
    def partial_update(self, request, comment, said):
        """Word one's own comment otherwise."""
        edit_comment(comment=comment, by=request.user, **said)

    @step()
    def withdraw(self, request, comment, said):
        """Take a comment back: one's own, or as an editor who says why."""
        withdraw_comment(comment=comment, by=request.user, **said)

    @step(of_withdrawn=True)
    def reinstate(self, request, comment, said):
        """Let a comment stand again that was taken back."""
        reinstate_comment(comment=comment, by=request.user, **said)

    @step()
    def resolve(self, request, comment, said):
        """Say that nothing is left to do about it."""
        resolve_thread(comment=comment, by=request.user, **said)

    @step()
    def reopen(self, request, comment, said):
        """Say that something is left to do about it after all."""
        reopen_thread(comment=comment, by=request.user, **said)


def _with_parent(said, user):
    """What was sent, with the comment that it answers in place of its number."""
    number = said.pop("parent")
    parent = Comment.objects.of(user).filter(pk=number).first() if number else None
    if number and parent is None:
        raise Refused("There is none here of this number.", field="parent")
    said["row_id"] = said.pop("row")
    return {**said, "parent": parent}


class RecordFlagSerializer(serializers.ModelSerializer):
    """What somebody says is wrong with a record, and what was done about it."""

    about_words = WordsField("about", About)
    row = serializers.IntegerField(source="row_id")
    kind_words = WordsField("kind", Flag.Kind)
    by = serializers.CharField(source="by.display_name")
    resolved_by = serializers.CharField(
        source="resolved_by.display_name", allow_null=True
    )

    class Meta:
        model = Flag
        fields = [
            "id",
            "about",
            "about_words",
            "row",
            "kind",
            "kind_words",
            "text",
            "by",
            "created_at",
            "resolved_at",
            "resolved_by",
            "resolution",
        ]


class Resolution(ResolveFlagForm):
    """The page's form; which state was seen stands in If-Match."""

    revision = None


class FlagViewSet(WriteViewSet):
    """Flags: all, for those who mend records; else one's own."""

    permission_classes = [IsAuthenticated, Needs]
    needs = {"create": Permission.FLAG, "resolve": Permission.CURATE_CLAIMS}
    queryset = Flag.objects.all()
    serializer_class = RecordFlagSerializer
    filterset_class = FlagFilter

    def get_queryset(self):
        return flags_seen_by(self.request.user)

    def writable(self):
        return self.get_queryset().select_related("resolved_by")

    @makes(NewFlagForm, "NewFlag")
    def create(self, request, said):
        """Say that something is wrong with a record."""
        said["row_id"] = said.pop("row")
        return flag_record(by=request.user, **said)

    @step(Resolution, "FlagResolution")
    def resolve(self, request, flag, said):
        """Say what was done about it."""
        resolve_flag(flag=flag, by=request.user, **said)
