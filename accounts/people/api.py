"""People in the API: what their public profile says, and what editors change."""

from rest_framework import serializers

from accounts.actions import set_role
from accounts.api import Needs
from accounts.models import Interest, User
from accounts.people.filters import PersonFilter
from accounts.people.forms import RoleForm
from accounts.permissions import Permission, Role
from core.api.shapes import Part, WordsField
from core.api.writing import WriteViewSet, step


class InterestSerializer(serializers.ModelSerializer):
    """What a person declares to have a hand in."""

    kind_words = WordsField("kind", Interest.Kind)

    class Meta:
        model = Interest
        fields = [
            "id",
            "kind",
            "kind_words",
            "name",
            "identifier",
            "says",
            "since",
            "declared_at",
            "ended_on",
        ]


class PersonSerializer(serializers.ModelSerializer):
    """A public profile; the ORCID iD is as the person states it."""

    role_words = WordsField("role", Role)

    class Meta:
        model = User
        fields = [
            "id",
            "display_name",
            "role",
            "role_words",
            "orcid",
            "affiliation",
            "is_active",
            "joined_at",
        ]


class PersonDetailSerializer(PersonSerializer):
    """With the interests that the person declares."""

    interests = InterestSerializer(many=True)

    class Meta(PersonSerializer.Meta):
        fields = [*PersonSerializer.Meta.fields, "interests"]


class RoleBody(RoleForm):
    """Another role; the state that was seen is said by If-Match."""

    revision = None


class PersonViewSet(WriteViewSet):
    """People who work here; who only reads is listed for editors alone."""

    permission_classes = [Needs]
    needs = {"role": Permission.MANAGE_PEOPLE}
    queryset = User.objects.persons()
    serializer_class = PersonSerializer
    detail_serializer_class = PersonDetailSerializer
    filterset_class = PersonFilter
    orders = {"name": "display_name", "newest": "-pk"}
    parts = {"interests": Part(Interest.objects.order_by("kind", "id"), by="user")}

    def get_queryset(self):
        return User.objects.seen_by(self.request.user)

    def writable(self):
        return self.get_queryset()

    @step(RoleBody, "NewRole")
    def role(self, request, person, said):
        """Give a person another role, not above one's own."""
        set_role(user=person, by=request.user, **said)
