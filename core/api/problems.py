"""One shape for all that can go wrong: problem+json (RFC 9457).

``type`` is about:blank throughout, so ``title`` is the status in words and ``detail``
the sentence for this case. Extensions: ``errors`` (a list of field, detail and, where
it is set elsewhere, href), ``revision`` and ``current`` (a row as it now stands),
``withdrawn`` (who, when, why).
"""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.core.signals import got_request_exception
from django.http import Http404, JsonResponse
from rest_framework.exceptions import (
    APIException,
    NotAuthenticated,
    Throttled,
    ValidationError,
)
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import set_rollback

from core.errors import BadQuery, Busy, FieldProblem, LostRace, NotAllowed, Refused
from core.failures import failure_of
from core.unstorable import unstorable

CONTENT_TYPE = "application/problem+json"
logger = logging.getLogger(__name__)


def problem(status: int, detail: str, **more: Any) -> dict[str, Any]:
    """A problem's members; ``more`` are its extensions."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }


def problem_answer(status: int, detail: str, **more: Any) -> JsonResponse:
    """A problem as an answer outside the API's views (an address that is not there)."""
    return JsonResponse(
        problem(status, detail, **more), status=status, content_type=CONTENT_TYPE
    )


def handle(error: Exception, context: dict[str, Any]) -> Response:
    """Turn whatever a view raised into a problem; what nobody foresaw is logged."""
    set_rollback()
    request = context.get("request")
    if request is not None:  # a problem is never CSV
        request.accepted_renderer = JSONRenderer()
        request.accepted_media_type = JSONRenderer.media_type
    said, headers = _said(unstorable(error) or error)
    if said["status"] == HTTPStatus.INTERNAL_SERVER_ERROR or failure_of(error):
        logger.error("an API request failed", exc_info=error)
        got_request_exception.send(sender=None, request=request)
    return Response(said, said["status"], headers=headers, content_type=CONTENT_TYPE)


def _said(error: Exception) -> tuple[dict[str, Any], dict[str, str]]:
    """The problem an error is, and the headers that go with it."""
    match error:
        case LostRace():
            revision = getattr(error.current, "revision", None)
            headers = {"ETag": f'"{revision}"'} if revision is not None else {}
            return problem(412, error.sentence, revision=revision), headers
        case NotAllowed():
            return problem(403, error.sentence), {}
        case BadQuery():
            return problem(400, error.sentence, errors=list(_each(error.errors))), {}
        case Busy():
            return problem(503, error.sentence), {"Retry-After": "60"}
        case Refused():
            errors = [_of_field(each) for each in error.problems]
            return problem(422, error.sentence, errors=errors), {}
        case Http404():
            return problem(404, "There is nothing at this address."), {}
        case PermissionDenied():
            return problem(403, str(error) or "You may not do this."), {}
        case RequestDataTooBig():
            return problem(413, "This sends more than is taken in."), {}
        case SuspiciousOperation():
            return problem(400, "The request cannot be read."), {}
        case ValidationError():
            errors = list(_each(error.detail))
            said = "What was sent cannot be read. " + _in_words(errors)
            return problem(400, said, errors=errors), {}
        case NotAuthenticated():
            headers = {"WWW-Authenticate": "Token"}
            return problem(401, "This needs a sign-in."), headers
        case APIException():
            return problem(error.status_code, str(error.detail)), _headers(error)
    if failure := failure_of(error):
        return problem(failure.status, failure.sentence), {}
    return problem(500, "Something went wrong here; it has been logged."), {}


def _of_field(each: FieldProblem) -> dict[str, str]:
    """One field's problem, with where it is set if that is elsewhere."""
    link = {"href": each.href} if each.href else {}
    return {"field": each.field, "detail": each.sentence, **link}


def _headers(error: APIException) -> dict[str, str]:
    headers = {}
    if scheme := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = scheme
    if isinstance(error, Throttled) and error.wait:
        headers["Retry-After"] = str(int(error.wait))
    return headers


def _each(errors: Any, path: str = "") -> Iterator[dict[str, str]]:
    """Errors, however they nest, each with the path of the field it is about."""
    if isinstance(errors, dict):
        for name, inner in errors.items():
            yield from _each(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(errors, list):
        for place, inner in enumerate(errors):
            nested = isinstance(inner, dict | list)
            yield from _each(inner, f"{path}.{place}" if nested else path)
    else:
        yield {"field": path, "detail": str(errors)}


def _in_words(errors: list[dict[str, str]]) -> str:
    return " ".join(f"{each['field']}: {each['detail']}" for each in errors[:5])
