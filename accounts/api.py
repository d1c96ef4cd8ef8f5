"""Who may write through the API: by the same table as on pages."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.permissions import SAFE_METHODS, IsAuthenticatedOrReadOnly

from accounts.permissions import require
from core.errors import NotAllowed


class Needs(IsAuthenticatedOrReadOnly):
    """Each write needs the permission that its viewset's ``needs`` has for it.

    It is asked for before anything that was sent is looked at. A write that is not
    listed is nobody's.
    """

    def has_permission(self, request, view):
        """Whether the request may go on; NotAllowed says who may."""
        if not super().has_permission(request, view):
            return False
        if request.method in SAFE_METHODS or view.action is None:
            return True
        if view.action not in view.needs:
            raise NotAllowed("Nobody may do this here.")
        require(request.user, view.needs[view.action])
        return True


class TokenScheme(OpenApiAuthenticationExtension):
    """What the schema says of tokens; registered by being declared."""

    target_class = "accounts.tokens.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema):
        """A header with the token in it."""
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "`Token ` and a token made at /accounts/tokens/. It acts as "
            "its person, and one that reads only writes nothing.",
        }
