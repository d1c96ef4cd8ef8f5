"""What may be one: the list for editors, and telling two apart."""

import django_filters as filters
from rest_framework import serializers
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.bodies import NoFields
from core.api.shapes import AddressField, WordsField
from core.api.writing import WriteViewSet, step
from core.filters import WordsFilter
from evidence.editing.work_api import WorkViewSet
from evidence.models import Twins
from evidence.twins.actions import tell_apart
from evidence.twins.models import TABLES
from evidence.twins.words import TwinNoun


class TwinsFilter(filters.FilterSet):
    """Narrows the list of what may be one."""

    noun = WordsFilter(choices=TwinNoun, label="What they are")

    class Meta:
        model = Twins
        fields: list[str] = []


class PathField(AddressField):
    """The path of a page of one of the two, which stands under its noun."""

    def of_row(self, row):
        plural = "studies" if row["noun"] == TwinNoun.STUDY else f"{row['noun']}s"
        return self.pattern.format(plural=plural, **row)


class TwinsSerializer(serializers.ModelSerializer):
    """Two rows that may be one, and the page on which they are merged."""

    noun_words = WordsField("noun", TwinNoun)
    one_address = PathField("/{plural}/{one}/")
    one_words = serializers.SerializerMethodField()
    other_address = PathField("/{plural}/{other}/")
    other_words = serializers.SerializerMethodField()
    merge_address = PathField("/{plural}/{other}/merge/?into={one}")

    class Meta:
        model = Twins
        fields = [
            "id",
            "noun",
            "noun_words",
            "one",
            "one_address",
            "one_words",
            "other",
            "other_address",
            "other_words",
            "why",
            "merge_address",
            "created_at",
        ]

    def get_one_words(self, row) -> str:
        return row["one_words"]

    def get_other_words(self, row) -> str:
        return row["other_words"]


class TwinsViewSet(WorkViewSet, WriteViewSet):
    """Two claims, studies or references that may be one; merged where they are."""

    permission_classes = [*WorkViewSet.permission_classes, Needs]
    needs = {"tell_apart": Permission.MERGE}
    title = "Possible twins"
    about = "What looks alike. One is merged into the other, or they are told apart."
    queryset = Twins.objects.none()
    serializer_class = TwinsSerializer
    row, nouns = "twins", "pair,pairs"
    filterset_class = TwinsFilter
    narrowed_by = ("noun",)

    def rows_for(self, user):
        return Twins.objects.waiting()

    def complete(self, rows):
        for noun, model in TABLES.items():
            own = [row for row in rows if row["noun"] == noun]
            ids = {row[end] for row in own for end in ("one", "other")}
            named = model.objects.in_bulk(ids) if ids else {}
            for row in own:
                for end in ("one", "other"):
                    row[f"{end}_words"] = str(named.get(row[end], ""))

    def writable(self):
        return Twins.objects.waiting()

    @step(NoFields, "TellApart", url_path="tell-apart")
    def tell_apart(self, request, twins, said):
        """Say that they are two, and why; they leave the list."""
        tell_apart(twins=twins, by=request.user, **said)
        return Response(status=204)
