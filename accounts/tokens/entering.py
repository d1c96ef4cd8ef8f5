"""Coming in with a token: whom a secret stands for, and where it leads."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from accounts.coming_in import may_come_in
from accounts.middleware import API, SAFE_METHODS
from accounts.models import Token
from accounts.tokens.actions import hash_of
from core.actions import acting_through
from core.api.problems import problem_answer

SCHEME = "token"
NOTE_USE_EVERY = timedelta(minutes=1)
DEAD = (
    "This token opens nothing: it is none of ours, was revoked, has expired, or its "
    "account is closed. Make a new one at /accounts/tokens/."
)


class TokenMiddleware:
    """Lets a program into the API as the person whose token it shows.

    On pages the header is not looked at: no token makes a token, or changes a password.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.token = None
        secret = secret_in(request) if request.path.startswith(API) else None
        if secret is None:
            return self.get_response(request)
        token = token_of(secret, request)
        if token is None:
            answer = problem_answer(401, DEAD)
            answer["WWW-Authenticate"] = "Token"
            return answer
        if token.scope == Token.Scope.READ and request.method not in SAFE_METHODS:
            sentence = f"The token “{token}” reads only; writing takes one that writes."
            return problem_answer(403, sentence)
        request.token, request.user = token, token.user
        note_use(token, timezone.now())
        with acting_through(f"token {token}"):
            return self.get_response(request)


def secret_in(request: HttpRequest) -> str | None:
    """The secret in ``Authorization: Token …``; None where there is no such header."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == SCHEME else None


def token_of(secret: str, request: HttpRequest) -> Token | None:
    """The token of a secret, while it and its person's account are good."""
    good = Token.objects.good_on(timezone.now().date()).select_related("user")
    token = good.filter(sha256=hash_of(secret)).first()
    return token if token and may_come_in(token.user, request) else None


def note_use(token: Token, now: datetime) -> None:
    """Keep when a token was last used, to the minute.

    No action: it is nobody's doing, and a request that reads performs none.
    """
    before = Q(used_at=None) | Q(used_at__lt=now - NOTE_USE_EVERY)
    if token.used_at is None or token.used_at < now - NOTE_USE_EVERY:
        Token.objects.filter(before, pk=token.pk).update(used_at=now)
