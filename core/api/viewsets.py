"""The base of every collection: a list of flat rows, and one row in full."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django_filters import FilterSet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.utils.urls import replace_query_param
from rest_framework.viewsets import GenericViewSet

from core.api.csv import CSVRenderer, csv_answer
from core.api.going import announce
from core.api.problems import CONTENT_TYPE, problem
from core.api.revisions import etag
from core.api.schema import Envelope
from core.api.shapes import Part, attach, shape_of
from core.listing import (
    NEWEST,
    chosen_order,
    filter_by,
    listing,
    orders_for,
    refuse_unknown,
)
from core.models import KeptModel
from core.pager import MAX_SIZE, paginate


class ReadViewSet(GenericViewSet):
    """A collection to read: list (JSON a page at a time, CSV whole) and detail.

    A subclass sets ``queryset``, ``serializer_class`` (it states the shape of a row;
    rows are rendered from ``.values()``), and where they differ from the plain case
    ``filterset_class``, ``orders``, ``detail_serializer_class``, ``best`` (the sort key
    of matches where words are searched for) and ``parts`` (what a nested serializer's
    rows are); it may override ``get_queryset``, ``list_rows``, ``present`` and
    ``in_full``.
    """

    lookup_value_regex = "[0-9]+"
    filter_backends = [DjangoFilterBackend]  # for the schema; ``listing`` filters
    pagination_class = Envelope  # for the schema too
    renderer_classes = [JSONRenderer, CSVRenderer]
    filterset_class: type[FilterSet] | None = None
    detail_serializer_class: type[BaseSerializer] | None = None
    orders: dict[str, str] = NEWEST
    best: str = ""
    parts: dict[str, Part] = {}
    for_spreadsheets = False  # set where a page, not the API, hands out the CSV

    def get_renderers(self) -> list[BaseRenderer]:
        """Only lists are tables."""
        renderers = super().get_renderers()
        return renderers if self.action == "list" else renderers[:1]

    def get_serializer_class(self) -> type[BaseSerializer]:
        if self.action != "list" and self.detail_serializer_class:
            return self.detail_serializer_class
        return super().get_serializer_class()

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        """Say by headers which version answers, and what of it goes away."""
        answer = super().finalize_response(request, response, *args, **kwargs)
        answer["API-Version"] = settings.API_VERSION
        announce(answer, self.basename)
        return answer

    # What a collection may say for itself

    def list_rows(self, queryset: QuerySet) -> QuerySet:
        """The columns of a row, as the serializer states them."""
        return shape_of(self.get_serializer_class()).columns(queryset)

    def present(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Complete the rows of one page: one query for each kind of part."""
        shape = shape_of(self.get_serializer_class())
        for name, serializer in shape.parts.items():
            if name in self.parts:
                attach(rows, name, self.parts[name], shape_of(serializer))
        return [shape.fill(row) for row in rows]

    def in_full(self, instance: Model) -> dict[str, Any]:
        """One row in full; as in the list unless overridden."""
        rows = self.list_rows(self.get_queryset().filter(pk=instance.pk))
        return self.present(list(rows))[0]

    # What every collection does

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        queryset = self.shown(self.get_queryset())
        if request.accepted_renderer.format == "csv":
            return self.whole_list(request.query_params, queryset)
        found = listing(
            request.query_params,
            queryset,
            filterset_class=self.filterset_class,
            orders=self.orders,
            best=self.best,
            rows=self.list_rows,
            strict=True,
        )
        body = {
            "results": self.present(found.page.rows),
            "next": self.address_of(found.page.next, found.order),
            "previous": self.address_of(found.page.previous, found.order),
        }
        return Response(body)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        queryset = self.get_queryset()
        if issubclass(queryset.model, KeptModel):
            queryset = queryset.select_related("withdrawn_by")
        instance = get_object_or_404(queryset, pk=self.kwargs["pk"])
        if gone := self.gone(instance):
            return gone
        refuse_unknown(request.query_params)
        return Response(self.in_full(instance), headers=self.tag_of(instance))

    def tag_of(self, instance: Model) -> dict[str, str]:
        """The header that says which state of a row this is; empty for a record."""
        revision = self.revision_of(instance)
        return {} if revision is None else {"ETag": etag(revision)}

    def revision_of(self, instance: Model) -> int | None:
        """What counts the states of a row; None where it has one alone."""
        return getattr(instance, "revision", None)

    def shown(self, queryset: QuerySet) -> QuerySet:
        """The rows a list shows: neither withdrawn nor merged."""
        return queryset.current() if issubclass(queryset.model, KeptModel) else queryset

    def gone(self, instance: Model) -> HttpResponseBase | None:
        """What to answer for a row that was merged into another or withdrawn."""
        if getattr(instance, "merged_into_id", None):
            match = self.request.resolver_match
            kwargs = {**match.kwargs, "pk": instance.merged_into_id}
            address = reverse(match.view_name, args=match.args, kwargs=kwargs)
            query = self.request.META.get("QUERY_STRING", "")
            address += f"?{query}" if query else ""
            return HttpResponse(status=308, headers={"Location": address})
        if not getattr(instance, "is_withdrawn", False):
            return None
        withdrawn = {
            "at": instance.withdrawn_at,
            "by": str(instance.withdrawn_by),
            "reason": instance.withdrawn_reason,
        }
        said = (
            f"Withdrawn on {instance.withdrawn_at:%Y-%m-%d} by {withdrawn['by']}: "
            f"{withdrawn['reason']}"
        )
        body = problem(410, said, withdrawn=withdrawn)
        return Response(
            body, status=410, headers=self.tag_of(instance), content_type=CONTENT_TYPE
        )

    def whole_list(self, params: QueryDict, queryset: QuerySet) -> HttpResponseBase:
        """All rows the filters leave, as CSV, read and sent a batch at a time."""
        refuse_unknown(params, self.filterset_class)
        left = filter_by(params, queryset, self.filterset_class)
        orders, _ = orders_for(params, left, self.orders, self.best)
        _, key = chosen_order(params.get("order", ""), orders)
        columns = list(self.serializer_class().fields)
        rows = self.batches(self.list_rows(left[0]), key)
        return csv_answer(
            rows, columns, self.basename, for_spreadsheets=self.for_spreadsheets
        )

    def batches(self, queryset: QuerySet, key: str) -> Iterator[dict[str, Any]]:
        """Every row in order, a fixed number of queries per batch."""
        cursor = None
        while True:
            page = paginate(queryset, order=key, cursor=cursor, size=MAX_SIZE)
            yield from self.present(page.rows)
            cursor = page.next
            if not cursor:
                return

    def address_of(self, cursor: str | None, order: str) -> str | None:
        """The address of a page of this list, its order said where words decide it."""
        if cursor is None:
            return None
        here = self.request.build_absolute_uri()
        if self.best and self.request.query_params.get("q"):
            here = replace_query_param(here, "order", order)
        return replace_query_param(here, "cursor", cursor)
