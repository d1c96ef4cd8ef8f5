"""References, with what uses them; the rest of the collection is studies'."""

from accounts.permissions import Permission
from core.api.writing import step
from evidence.people.actions import answer_authorship
from evidence.people.forms import AuthorshipForm
from evidence.references.reach import ReachSerializer, reached
from studies.references.api import ReferenceDetailSerializer, ReferenceViewSet


class UsedReferenceSerializer(ReferenceDetailSerializer):
    used_by = ReachSerializer()

    class Meta(ReferenceDetailSerializer.Meta):
        fields = [*ReferenceDetailSerializer.Meta.fields, "used_by"]


class UsedReferenceViewSet(ReferenceViewSet):
    """Bibliographic records: articles, registrations, guidelines, labels, pages."""

    detail_serializer_class = UsedReferenceSerializer
    needs = ReferenceViewSet.needs | {"authorship": Permission.GRADE}

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                row["used_by"] = reached(row["id"])
        return super().present(rows)

    @step(AuthorshipForm, "Authorship")
    def authorship(self, request, reference, said):
        """Say whether one wrote it, where an author has one's name; asked once."""
        said.pop("revision")
        answer_authorship(by=request.user, reference=reference, **said)
