"""What django-allauth asks us: whether to let somebody in, and how things are done."""

from functools import partial
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare

from accounts.actions import change_password
from accounts.models import User
from accounts.signing_in.mail import put_in_line
from core.navigation import is_ours

_CHANGED = "account/email/password_changed"
_BEGUN_WITH = "signing_in_began_with"
_TOLD_ALREADY = (_CHANGED, "account/email/password_reset")  # by ``set_password``


class AccountAdapter(DefaultAccountAdapter):
    """allauth's flows: writing by actions, mail by jobs, wrong passwords by axes."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": (
            "This name and password do not belong together, or the account was closed. "
            "Capitals count in the password, and not in the name."
        ),
        "enter_current_password": "This is not your present password.",
        "incorrect_password": "This is not your password.",
        "too_many_login_attempts": "There were too many tries: wait five minutes.",
        "rate_limited": "There were too many tries: wait five minutes.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether visitors make accounts: no, who looks after accounts does."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Whether one may be led to an address: a path of this site alone."""
        return is_ours(url, self.request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count no tries here: axes does, for all processes together."""

    def pre_login(
        self, request: HttpRequest, user: User, **hooks: Any
    ) -> HttpResponse | None:
        """Keep what the password was, for a code that is entered later."""
        request.session[_BEGUN_WITH] = user.get_session_auth_hash()
        return super().pre_login(request, user, **hooks)

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign a person in, unless the account or password changed before the code."""
        begun_with = request.session.pop(_BEGUN_WITH, "")
        if not user.is_active:
            raise ImmediateHttpResponse(self.respond_user_inactive(request, user))
        if not constant_time_compare(begun_with, user.get_session_auth_hash()):
            messages.error(request, "The password was changed meanwhile: sign in anew.")
            raise ImmediateHttpResponse(redirect("account_login"))
        super().login(request, user)

    def set_password(self, user: User, password: str) -> None:
        """Set a person's password, and write to them that it was: one action."""
        tell = partial(super().send_notification_mail, _CHANGED, user)
        change_password(by=self.actor(), user=user, password=password, then=tell)

    def send_notification_mail(
        self, template_prefix: str, user: User, *more: Any, **options: Any
    ) -> None:
        """Write to a person that something of the account was changed."""
        if template_prefix not in _TOLD_ALREADY:
            super().send_notification_mail(template_prefix, user, *more, **options)

    def send_mail(
        self, template_prefix: str, email: str, context: dict[str, Any]
    ) -> None:
        """Put a mail in line; a job sends it, since no request asks the network."""
        host = self.request.get_host()
        told = {**context, "request": self.request, "host": host}
        message = self.render_mail(template_prefix, email, told)
        put_in_line(
            by=self.actor(), to=email, subject=message.subject, text=message.body
        )

    def format_email_subject(self, subject: str) -> str:
        """A mail's subject as its template has it."""
        return str(subject)

    def actor(self) -> User:
        """Who acts: the person signed in, else nobody, for whom the system acts."""
        user = self.request.user
        return user if user.is_authenticated else User.objects.system()


class SecondFactorAdapter(DefaultMFAAdapter):
    """What is said of a code that is wrong."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "This is neither the code of now nor a recovery code left.",
    }
