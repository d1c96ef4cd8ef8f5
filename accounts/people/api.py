"""People in the API: what their public profile says, and what editors change."""

from django import forms
from rest_framework import serializers

from accounts.actions import set_role
from accounts.api import Needs
from accounts.models import Interest, User
from accounts.people.filters import PersonFilter
from accounts.people.forms import RoleForm
from accounts.permissions import Permission, Role
from accounts.profiles.actions import declare_interest, edit_profile, end_interest
from accounts.profiles.forms import InterestForm, ProfileForm
from core.api.shapes import Part, WordsField
from core.api.writing import WriteViewSet, changes, step
from core.errors import NotAllowed
from core.forms import Form, NumberedField


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


class ProfileBody(ProfileForm):
    """What one's own profile says; the state that was seen is said by If-Match."""

    revision = None


class EndedInterestForm(Form):
    """Which of one's own interests has ended, and when."""

    interest = NumberedField(queryset=Interest.objects.all())
    ended_on = forms.DateField(required=False, help_text="today, if empty")


class PersonViewSet(WriteViewSet):
    """People who work here; who only reads is listed for editors alone."""

    permission_classes = [Needs]
    needs = {
        "role": Permission.MANAGE_PEOPLE,
        **dict.fromkeys(
            ["partial_update", "declare", "end_interest"], Permission.COMMENT
        ),
    }
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

    @changes(ProfileBody, "ChangedProfile")
    def partial_update(self, request, person, said):
        """Change what one's own profile says."""
        _own(person, request.user)
        edit_profile(by=request.user, **said)

    @step(InterestForm, "NewInterest", url_path="declare-interest")
    def declare(self, request, person, said):
        """Declare an interest of one's own, dated now."""
        _own(person, request.user)
        said.pop("revision")
        declare_interest(by=request.user, **said)

    @step(EndedInterestForm, "EndedInterest", url_path="end-interest")
    def end_interest(self, request, person, said):
        """Say that an interest of one's own has ended; it stays on file."""
        _own(person, request.user)
        said.pop("revision")
        end_interest(by=request.user, **said)


def _own(person, user):
    if person.pk != user.pk:
        raise NotAllowed("What a profile says is its person's to say.")
