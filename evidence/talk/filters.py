"""What lists of comments and of flags can be narrowed by."""

import django_filters as filters
from django.db.models import QuerySet

from core.filters import IdFilter, WordsFilter, YesNoFilter
from evidence.models import Comment, Flag
from evidence.talk.words import About


class CommentFilter(filters.FilterSet):
    """Narrows a list of comments."""

    open = YesNoFilter(method="by_open", label="Open")
    about = WordsFilter(choices=About, label="About")
    row = IdFilter(field_name="row_id", label="Number of the record")
    by = IdFilter(label="Written by person")
    thread = IdFilter(field_name="parent", label="Answers comment")

    class Meta:
        model = Comment
        fields: list[str] = []

    def by_open(self, queryset: QuerySet, name: str, wanted: bool) -> QuerySet:
        """Those whose thread is open, or all others."""
        opened = Comment.unfiltered.open().values("pk")
        return (
            queryset.filter(pk__in=opened)
            if wanted
            else queryset.exclude(pk__in=opened)
        )


class FlagFilter(filters.FilterSet):
    """Narrows a list of flags."""

    open = YesNoFilter(
        field_name="resolved_at", lookup_expr="isnull", label="Nobody has seen to it"
    )
    kind = WordsFilter(choices=Flag.Kind, label="What is wrong")
    about = WordsFilter(choices=About, label="About")
    row = IdFilter(field_name="row_id", label="Number of the record")
    by = IdFilter(label="Put on by person")

    class Meta:
        model = Flag
        fields: list[str] = []
