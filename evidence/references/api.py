"""References, with what uses them; the rest of the collection is studies'."""

from evidence.references.reach import ReachSerializer, reached
from studies.references.api import ReferenceDetailSerializer, ReferenceViewSet


class UsedReferenceSerializer(ReferenceDetailSerializer):
    used_by = ReachSerializer()

    class Meta(ReferenceDetailSerializer.Meta):
        fields = [*ReferenceDetailSerializer.Meta.fields, "used_by"]


class UsedReferenceViewSet(ReferenceViewSet):
    """Bibliographic records: articles, registrations, guidelines, labels, pages."""

    detail_serializer_class = UsedReferenceSerializer

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                row["used_by"] = reached(row["id"])
        return super().present(rows)
