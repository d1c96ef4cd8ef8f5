"""One's own queue, what one skipped and what one decided, for programs."""

from django import forms
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.viewsets import ViewSet

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.bodies import body_of, said_in
from core.api.csv import CSVRenderer, csv_answer
from core.api.writing import IDEMPOTENCY_KEY, done_once
from core.forms import Form
from core.listing import filter_by, refuse_unknown
from core.pager import MAX_SIZE, Page, page_size
from evidence.models import Skip
from evidence.queue.actions import put_back, skip
from evidence.queue.decided import decisions_of
from evidence.queue.filters import DecisionFilter, QueueFilter
from evidence.queue.waiting import (
    Asked,
    narrowed,
    page_of,
    parts_of,
    skips_among,
)
from evidence.queue.words import SkipReason, Task

KINDS = [str(task) for task in Task]


class ItemForm(Form):
    """One thing in a queue, by its kind and row."""

    kind = forms.ChoiceField(choices=Task.pairs)
    row = forms.IntegerField(min_value=1)


class SkipForm(ItemForm):
    """The same, and why it is left alone."""

    because = forms.ChoiceField(choices=SkipReason.pairs)


class WaitingSerializer(serializers.Serializer):
    """One thing that waits for whoever asks."""

    kind = serializers.ChoiceField(Task.pairs())
    row = serializers.IntegerField(help_text="the id of what is to be done")
    title = serializers.CharField()
    why = serializers.CharField(help_text="it is in the queue")
    need = serializers.CharField(allow_blank=True, help_text="what hangs on it")
    address = serializers.CharField(help_text="of the page where it is done")
    claim = serializers.IntegerField(allow_null=True)
    since = serializers.DateTimeField(allow_null=True)
    begun = serializers.BooleanField(help_text="whether a draft is kept")
    kept_out = serializers.CharField(
        allow_blank=True,
        help_text="why a conflict of interest keeps whoever asks from it",
    )


class SkippedSerializer(WaitingSerializer):
    """One thing that was skipped and still waits."""

    because = serializers.ChoiceField(SkipReason.pairs())
    skipped_at = serializers.DateTimeField()


class DecisionSerializer(serializers.Serializer):
    """One thing that whoever asks decided."""

    kind = serializers.ChoiceField(Task.pairs())
    row = serializers.IntegerField()
    title = serializers.CharField()
    said = serializers.CharField()
    address = serializers.CharField(help_text="of the page where it stands")
    may_change = serializers.BooleanField()
    at = serializers.DateTimeField()


def _listed(serializer, *parameters):
    """The schema of a list here: its envelope, and how it is narrowed and paged."""
    envelope = serializers.Serializer
    name = serializer.__name__.removesuffix("Serializer")
    fields = {
        "results": serializer(many=True),
        "next": serializers.URLField(allow_null=True),
        "previous": serializers.URLField(allow_null=True),
    }
    return extend_schema(
        parameters=[
            *parameters,
            OpenApiParameter("cursor", str, description="As next or previous gave it"),
            OpenApiParameter("size", int, description="How many rows a page has"),
            OpenApiParameter("format", str, enum=["json", "csv"]),
        ],
        responses=type(f"{name}ListSerializer", (envelope,), fields),
    )


KIND = OpenApiParameter("kind", str, many=True, enum=KINDS)


class QueueViewSet(ViewSet):
    """What waits for whoever asks, what is begun and assigned first.

    Nobody sees another's, and of rounds that have not opened nothing but one's own.
    """

    permission_classes = [IsAuthenticated, Needs]
    needs = dict.fromkeys(["skip", "put_back"], Permission.KEEP_QUEUE)
    renderer_classes = [JSONRenderer, CSVRenderer]
    for_spreadsheets = False  # set where a page, not the API, hands out the CSV

    @_listed(
        WaitingSerializer,
        KIND,
        OpenApiParameter("topic", int, description="For claims on a topic"),
        OpenApiParameter("claim", int, description="For a claim"),
    )
    def list(self, request, **kwargs):
        asked = Asked.of(self.said(QueueFilter))
        parts = narrowed(parts_of(request.user, asked), asked)
        return self.answer(
            WaitingSerializer,
            lambda cursor, size: page_of(parts, cursor, size),
        )

    @_listed(DecisionSerializer, KIND)
    @action(detail=False)
    def decisions(self, request, **kwargs):
        """What whoever asks decided, the newest first."""
        kinds = self.said(DecisionFilter)["kind"]
        return self.answer(
            DecisionSerializer,
            lambda cursor, size: decisions_of(request.user, kinds, cursor, size),
        )

    @_listed(SkippedSerializer)
    @action(detail=False)
    def skipped(self, request, **kwargs):
        """What whoever asks skipped and still waits, with the reason."""
        self.said(None)
        parts = parts_of(request.user, Asked()).that_are_skipped

        def pages(cursor, size):
            page = page_of(parts, cursor, size)
            told = skips_among(request.user, page.rows)
            rows = [{**vars(entry), **_reason_of(skip)} for entry, skip in told]
            return Page(rows, page.next, page.previous)

        return self.answer(SkippedSerializer, pages)

    @extend_schema(
        request=body_of(SkipForm, "Skip"),
        parameters=[IDEMPOTENCY_KEY],
        responses={204: None},
    )
    @action(detail=False, methods=["post"])
    def skip(self, request):
        """Leave one thing alone, for a reason, until it is put back."""
        return self.done(request, SkipForm, skip)

    @extend_schema(
        request=body_of(ItemForm, "PutBack"),
        parameters=[IDEMPOTENCY_KEY],
        responses={204: None},
    )
    @action(detail=False, methods=["post"], url_path="put-back")
    def put_back(self, request):
        """Have one thing wait again that was skipped."""
        return self.done(request, ItemForm, put_back)

    # --- what these share ---

    def said(self, filterset_class):
        """What the query string says. Raises BadQuery."""
        params = self.request.query_params
        refuse_unknown(params, filterset_class)
        _, found = filter_by(params, Skip.objects.none(), filterset_class)
        return found.form.cleaned_data if found else {}

    def answer(self, serializer, pages):
        """A page as JSON, or all pages as one table."""
        params = self.request.query_params
        if self.request.accepted_renderer.format == "csv":
            return self.as_csv(serializer, pages)
        page = pages(params.get("cursor"), page_size(params.get("size")))
        return Response(
            {
                "results": serializer(page.rows, many=True).data,
                "next": self.address_of(page.next),
                "previous": self.address_of(page.previous),
            }
        )

    def as_csv(self, serializer, pages):
        return csv_answer(
            (serializer(row).data for row in _all_of(pages)),
            [*serializer().fields],
            "review" if self.action == "list" else f"review-{self.action}",
            for_spreadsheets=self.for_spreadsheets,
        )

    def address_of(self, cursor):
        here = self.request.build_absolute_uri()
        return cursor and replace_query_param(here, "cursor", cursor)

    def done(self, request, form, act):
        def once():
            said = said_in(form, request.data)
            act(task=said.pop("kind"), by=request.user, **said)
            return Response(status=204)

        return done_once(self, request, once)


def _reason_of(skip):
    return {"because": skip.because, "skipped_at": skip.skipped_at}


def _all_of(pages):
    """The rows of all pages, read one at a time."""
    cursor = None
    while True:
        page = pages(cursor, MAX_SIZE)
        yield from page.rows
        cursor = page.next
        if not cursor:
            return
