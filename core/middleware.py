"""Turns a refusal, a rule's or the database's, into a page that says what was wrong."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch

from core.errors import BadQuery, Busy, LostRace, NotAllowed, Refused, StandsNoMore
from core.nouns import noun_of
from core.unstorable import unstorable

STATUS: dict[type[Exception], int] = {
    BadQuery: 400,
    NotAllowed: 403,
    LostRace: 409,
    Busy: 503,
}
SENTENCES = (Refused, NotAllowed)


class RefusalMiddleware:
    """Answers what a view lets through of refusals, with their sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not (response.streaming or response.content):
            return _wrong_method(request, response)
        return response

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """The page of a refusal, or where to go; anything else goes on as it was."""
        if isinstance(exception, StandsNoMore):
            return _elsewhere(request, exception.row)
        said = isinstance(exception, SENTENCES)
        refusal = exception if said else unstorable(exception)
        if refusal is None:
            return None  # a failure is config's to answer: it may come before a view
        status = next(
            (code for kind, code in STATUS.items() if isinstance(refusal, kind)), 422
        )
        context = {"sentence": refusal.sentence, "status": status}
        return render(request, "refused.html", context, status=status)


def _elsewhere(request: HttpRequest, row: Any) -> HttpResponse:
    """The same page of what a row was merged into, with all that was sent.

    Of one that was withdrawn, its own page, which says who withdrew it and why.
    """
    before, here, after = request.get_full_path().partition(f"/{row.pk}/")
    if row.merged_into_id is None:
        try:
            return redirect(noun_of(row), row.pk)
        except NoReverseMatch:  # it has no page but those about it
            return redirect(before + here)
    there = f"{before}/{row.merged_into_id}/{after}"
    sends = request.method == "POST"
    return redirect(there, permanent=True, preserve_request=sends)


def _wrong_method(request: HttpRequest, bare: HttpResponse) -> HttpResponse:
    """A page in the place of the empty answer to a method the address does not take."""
    sentence = "This address takes filled-in forms; it has no page of its own."
    context = {"sentence": sentence, "status": 405}
    answer = render(request, "refused.html", context, status=405)
    answer["Allow"] = bare["Allow"]
    return answer
