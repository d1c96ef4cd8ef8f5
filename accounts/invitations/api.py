"""Invitations in the API, for those who invite."""

from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated

from accounts.api import Needs
from accounts.invitations.actions import invite, revoke_invitation
from accounts.invitations.filters import InvitationFilter
from accounts.invitations.forms import InvitationForm
from accounts.invitations.mail import link_to, teller
from accounts.models import Invitation
from accounts.permissions import Permission, Role, require
from core.api.shapes import WordsField
from core.api.writing import WriteViewSet, makes, step
from core.errors import Refused


class InvitationSerializer(serializers.ModelSerializer):
    """Who was invited, by whom and as what; the link is never among it."""

    role_words = WordsField("role", Role)
    invited_by = serializers.CharField(source="invited_by.display_name")

    class Meta:
        model = Invitation
        fields = [
            "id",
            "display_name",
            "email",
            "role",
            "role_words",
            "invited_by",
            "reason",
            "mailed",
            "made_at",
            "expires_at",
            "used_at",
            "account",
            "revoked_at",
        ]


class InvitationViewSet(WriteViewSet):
    """Invitations, for those who invite people.

    Where the site sends no mail the answer to POST has the ``link``, this once.
    """

    permission_classes = [IsAuthenticated, Needs]
    needs = dict.fromkeys(["create", "revoke"], Permission.MANAGE_PEOPLE)
    queryset = Invitation.objects.all()
    serializer_class = InvitationSerializer
    filterset_class = InvitationFilter

    def check_permissions(self, request):
        super().check_permissions(request)
        require(request.user, Permission.MANAGE_PEOPLE)

    def made(self, row):
        answer = super().made(row)
        if not row.mailed:
            answer.data["link"] = link_to(self.request, self.secret)
        return answer

    @makes(InvitationForm, "NewInvitation")
    def create(self, request, said):
        """Invite a person, up to one's own role."""
        if "Idempotency-Key" in request.headers:
            raise Refused(
                "An invitation takes no Idempotency-Key: its link is kept nowhere and "
                "could not be answered again. Inviting anew ends the earlier one."
            )
        tell = teller(request, said)
        made = invite(by=request.user, tell=tell, **said)
        self.secret = made.secret
        return made.invitation

    @step()
    def revoke(self, request, invitation, said):
        """Let its link open nothing any more."""
        revoke_invitation(invitation=invitation, by=request.user, **said)
