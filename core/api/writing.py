"""The base of collections that are written: by the pages' forms and actions.

A method that makes or changes a row is marked ``makes``, ``changes`` or ``step``; it
calls one action, and the answer is the row as GET gives it. A change says by If-Match
which state was seen; a POST may carry an Idempotency-Key and is then done once.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.bodies import Body, NoFields, body_of, changes_in, said_in
from core.api.revisions import expected_revision
from core.api.viewsets import ReadViewSet
from core.errors import BadQuery, LostRace
from core.idempotency import Answer, first_answer
from core.listing import refuse_unknown

KEPT_HEADERS = ("ETag", "Location")
LONGEST_KEY = 200
IF_MATCH = OpenApiParameter(
    "If-Match",
    location=OpenApiParameter.HEADER,
    required=True,
    description="The ETag the record came with, or * for whatever there is.",
)
IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    location=OpenApiParameter.HEADER,
    description="Any text of yours, at most 200 characters: sent again within seven "
    "days with the same body it gets the first answer, with another body 422.",
)
Answers = Callable[..., HttpResponseBase]


class WriteViewSet(ReadViewSet):
    """A collection to read and to write.

    Besides what ``ReadViewSet`` takes, ``permission_classes`` say who may write.
    """

    def writable(self) -> QuerySet:
        """The rows that a write may be about."""
        return self.queryset.model._default_manager.all()

    def row_at(self, pk: str) -> Model:
        """The row of an address; a 404 where there is none."""
        return get_object_or_404(self.writable(), pk=pk)

    def address_in_full(self, pk: int) -> str:
        """Where GET gives a row of this collection."""
        return f"/api/v1/{self.basename}/{pk}/"

    def record(self, pk: int | str, status: int = 200) -> HttpResponseBase:
        """A row as GET gives it now, with its ETag, as the answer to a write."""
        self.action, self.kwargs = "retrieve", {**self.kwargs, "pk": pk}
        answer = self.retrieve(self.request)
        if answer.status_code == 410:  # it was withdrawn just now, as asked
            return Response(status=204, headers={"ETag": answer["ETag"]})
        answer.status_code = status
        return answer

    def made(self, row: Model) -> HttpResponseBase:
        """The answer to having made a row, with where it is."""
        answer = self.record(row.pk, 201)
        answer["Location"] = self.address_in_full(row.pk)
        return answer

    def handle_exception(self, exc: Exception) -> Response:
        """What lost a race is told the record as it now stands."""
        answer = super().handle_exception(exc)
        if isinstance(exc, LostRace) and exc.current is not None:
            now = self.record(self.kwargs["pk"])
            answer.data["current"] = getattr(now, "data", None)
            answer["ETag"] = now["ETag"]
        return answer


def makes(form: Body, name: str) -> Callable[[Any], Answers]:
    """A method that makes a row of what ``form`` found in the body, and returns it.

    ``name`` is what the body is called in the schema.
    """

    def decorate(method: Callable[..., Model]) -> Answers:
        @extend_schema(request=body_of(form, name), parameters=[IDEMPOTENCY_KEY])
        @wraps(method)
        def make(view: WriteViewSet, request: Request) -> HttpResponseBase:
            def act() -> HttpResponseBase:
                return view.made(method(view, request, said_in(form, request.data)))

            return done_once(view, request, act)

        return make

    return decorate


def changes(form: Body, name: str) -> Callable[[Any], Answers]:
    """A PATCH: the method is given the row, the revision seen, and what changes."""

    def decorate(method: Callable[..., Any]) -> Answers:
        @extend_schema(request=body_of(form, name), parameters=[IF_MATCH])
        @wraps(method)
        def change(view: WriteViewSet, request: Request, pk: str) -> HttpResponseBase:
            refuse_unknown(request.query_params)
            row = view.row_at(pk)
            if gone := view.gone(row):
                return gone
            revision = expected_revision(request)
            said = changes_in(form, request.data, row)
            method(view, request, row, {"revision": revision, **said})
            return view.record(pk)

        return change

    return decorate


def step(
    form: Body = NoFields,
    name: str = "Reason",
    *,
    of_withdrawn: bool = False,
    **options: Any,
) -> Callable[[Any], Answers]:
    """A POST on one row, such as …/freeze/: given the row and what the body says.

    ``of_withdrawn`` where a row that was withdrawn takes the step; ``options`` are
    those of REST framework's ``action``.
    """

    def decorate(method: Callable[..., Any]) -> Answers:
        headers = [IF_MATCH, IDEMPOTENCY_KEY]

        @extend_schema(request=body_of(form, name), parameters=headers)
        @action(detail=True, methods=["post"], **options)
        @wraps(method)
        def take(view: WriteViewSet, request: Request, pk: str) -> HttpResponseBase:
            def act() -> HttpResponseBase:
                row = view.row_at(pk)
                gone = view.gone(row)
                if gone and not (of_withdrawn and gone.status_code == 410):
                    return gone
                revision = expected_revision(request)
                said = said_in(form, request.data)
                other = method(view, request, row, {"revision": revision, **said})
                return other or view.record(pk)

            return done_once(view, request, act)

        return take

    return decorate


# --- done once ---


def done_once(
    view: WriteViewSet, request: Request, act: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    """What ``act`` answers; what it answered before, where the request has a key."""
    refuse_unknown(request.query_params)
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return act()
    if not (0 < len(key) <= LONGEST_KEY and key.isprintable()):
        raise BadQuery(f"An Idempotency-Key has 1 to {LONGEST_KEY} printed characters.")
    mine: list[HttpResponseBase] = []

    def make() -> Answer:
        mine.append(act())
        return _kept(mine[0])

    kept = first_answer(by=request.user, key=key, sha256=_hash_of(request), make=make)
    return mine[0] if mine else _again(kept)


def _again(kept: Answer) -> HttpResponseBase:
    """A kept answer, sent once more."""
    headers = {**kept.headers, "Idempotency-Replayed": "true"}
    if not kept.body:
        return Response(status=kept.status, headers=headers)
    return HttpResponse(
        kept.body, status=kept.status, headers=headers, content_type="application/json"
    )


def _hash_of(request: Request) -> str:
    whole = f"{request.method} {request.get_full_path()}\n".encode() + request.body
    return sha256(whole).hexdigest()


def _kept(response: HttpResponseBase) -> Answer:
    """What is kept of an answer."""
    data = getattr(response, "data", None)
    body = JSONRenderer().render(data).decode() if data is not None else ""
    headers = {name: response[name] for name in KEPT_HEADERS if name in response}
    return Answer(response.status_code, body, headers)
