"""The mail that carries an invitation's link."""

from collections.abc import Callable, Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Role

TEMPLATE = "account/email/invitation"


def link_to(request: HttpRequest, secret: str) -> str:
    """The whole address of an invitation's link."""
    return request.build_absolute_uri(reverse("accept-invitation", args=[secret]))


def teller(request: HttpRequest, said: Mapping[str, Any]) -> Callable[[str], bool]:
    """A function that puts the mail to the invited in line, given the link's secret.

    It returns whether this site sends mail at all; a job sends it.
    """

    def tell(secret: str) -> bool:
        if not settings.EMAIL_URL:
            return False
        context = {
            "name": said["display_name"],
            "by": request.user,
            "role": Role(said["role"]).label,
            "link": link_to(request, secret),
            "days": settings.INVITATION_GOOD_FOR.days,
        }
        get_adapter(request).send_mail(TEMPLATE, said["email"], context)
        return True

    return tell
