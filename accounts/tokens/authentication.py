"""Tells the API's views who came in by a token.

A module by itself: REST framework imports it while it is itself being imported.
"""

from typing import TYPE_CHECKING

from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

if TYPE_CHECKING:
    from accounts.models import Token, User


class TokenAuthentication(BaseAuthentication):
    """Who the middleware let in by a token; no browser sends one unasked.

    So that no form's token is asked for besides.
    """

    def authenticate(self, request: Request) -> "tuple[User, Token] | None":
        """The token's person and the token; None where none was shown."""
        token = getattr(request._request, "token", None)
        return (token.user, token) if token else None

    def authenticate_header(self, request: Request) -> str:
        """What a 401 answer asks for."""
        return "Token"
