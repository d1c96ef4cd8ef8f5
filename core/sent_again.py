"""What a form sent, to be sent once more where only the moment was at fault."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

_SECRET = re.compile(r"passw|^(?:code|otp)", re.IGNORECASE)
_OURS = "csrfmiddlewaretoken"


def fields_sent(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a form that a page of this site sent, in their order.

    None where one of them is secret, or where all of it was too long to be read.
    """
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if request.method != "POST" or length > settings.READ_AHEAD:
        return []
    try:
        sent = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name != _OURS
        ]
    except Exception:  # it broke off, or no form can be read in it
        return []
    is_secret = any(_SECRET.search(name) for name, _ in sent)
    return [] if is_secret or not _is_from_here(request) else sent


def _is_from_here(request: HttpRequest) -> bool:
    """Whether no other site made a browser send it: it may have failed before that."""
    check = CsrfViewMiddleware(lambda _: HttpResponse())
    check.process_request(request)
    return check.process_view(request, None, (), {}) is None
