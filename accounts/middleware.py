"""Keeps out who has to sign in first, on pages and in the API alike."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.access import Access, access_to, needs_second_factor
from accounts.coming_in import may_come_in
from accounts.signing_in.second_factor import SENTENCE, lacks_second_factor
from core.api.problems import problem_answer

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
API = "/api/"


class SignInMiddleware:
    """Unsafe methods need a sign-in, and so does reading where READING says so.

    Who is signed in and whose role needs a second factor sets it up first.
    ``accounts.access`` has the marks by which a view asks for less.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        _args: tuple[Any, ...],
        _kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Answer instead of the view when the visitor has to sign in first."""
        access = access_to(view)
        if access is Access.ALWAYS_OPEN:
            return None
        if request.user.is_authenticated and not may_come_in(request.user, request):
            logout(request)  # a sample session, taken to another address
        if request.user.is_authenticated:
            if needs_second_factor(view) and lacks_second_factor(request.user):
                return please_set_up(request)
            return None
        if is_open(access, reads=request.method in SAFE_METHODS):
            return None
        return please_sign_in(request)


def is_open(access: Access, *, reads: bool) -> bool:
    """Whether a request needs no account."""
    if access is Access.ALWAYS_OPEN:
        return True
    if settings.READING != "open":
        return False
    return reads or access is Access.WRITE_OPEN


def please_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Send a person to the sign-in page and back; tell a program in its own terms."""
    if request.path.startswith(API):
        return unauthorised_problem()
    answer = redirect_to_login(page_to_return_to(request))
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": answer.url})
    answer.status_code = 303  # a refused POST becomes a GET of the sign-in page
    return answer


def please_set_up(request: HttpRequest) -> HttpResponseBase:
    """Send a person to where a second factor is set up; tell a program so."""
    if request.path.startswith(API):
        return problem_answer(403, SENTENCE)
    where = resolve_url("mfa_activate_totp")
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": where})
    return HttpResponseRedirect(where, status=303)


def unauthorised_problem() -> JsonResponse:
    """The API's answer to a program that has not signed in."""
    sentence = "This needs a sign-in: reading is closed here, or the request writes."
    problem = {
        "type": "about:blank",
        "title": "Sign in first",
        "status": 401,
        "detail": sentence,
    }
    return JsonResponse(
        problem,
        status=401,
        content_type="application/problem+json",
        headers={"WWW-Authenticate": "Token"},
    )


def page_to_return_to(request: HttpRequest) -> str:
    """The page a person was on: the address itself, or for a form's the page before."""
    if request.method in SAFE_METHODS and not request.headers.get("HX-Request"):
        return request.get_full_path()
    before = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(before, allowed_hosts={request.get_host()}):
        parts = urlsplit(before)
        return parts._replace(scheme="", netloc="").geturl()
    return resolve_url(settings.LOGIN_REDIRECT_URL)
