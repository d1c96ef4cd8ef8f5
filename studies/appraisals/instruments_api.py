"""Instruments, with what they ask, for programs that appraise or define them."""

import django_filters as filters
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from core.api.writing import WriteViewSet, makes, step
from core.errors import LostRace
from core.forms import Form, WhyForm
from core.listing import refuse_unknown
from core.numbers import state_number
from studies.appraisals.catalogue import newest, offered_now, read
from studies.appraisals.content import guidance_of
from studies.appraisals.defining import (
    define_instrument,
    reinstate_instrument,
    withdraw_instrument,
    write_guidance,
)
from studies.appraisals.defining_forms import (
    GuidanceForm,
    InstrumentForm,
    defined_by,
    initial_of,
)
from studies.instruments import reading
from studies.models import DefinedInstrument, ItemGuidance


class CodesField(serializers.DictField):
    """What codes mean, each in words."""

    child = serializers.CharField()


class InstrumentQuestionSerializer(serializers.Serializer):
    """A question, in our words; ``asked_if`` is any of these sets of answers before it.

    Without them it is always asked.
    """

    id = serializers.CharField()
    text = serializers.CharField()
    answers = serializers.ListField(child=serializers.CharField())
    guidance = serializers.CharField()
    asked_if = serializers.ListField(
        child=serializers.DictField(
            child=serializers.ListField(child=serializers.CharField())
        )
    )


class InstrumentDomainSerializer(serializers.Serializer):
    """Some of the questions; ``variant`` is the effect of interest it is asked for."""

    id = serializers.CharField()
    name = serializers.CharField()
    variant = serializers.CharField()
    questions = InstrumentQuestionSerializer(many=True)


class InstrumentSerializer(serializers.Serializer):
    """An instrument in its newest version; no official version of any tool."""

    key = serializers.CharField()
    version = serializers.CharField()
    name = serializers.CharField()
    unit = serializers.CharField(help_text="what one appraisal is of: result or study")
    about = serializers.CharField()
    source = serializers.CharField()
    link = serializers.CharField(help_text="to the official version")
    defined_here = serializers.BooleanField()
    answers = CodesField()
    judgements = serializers.ListField(child=serializers.CharField())
    variants = CodesField()
    directions = CodesField()
    domains = InstrumentDomainSerializer(many=True)


class AgreedHereSerializer(serializers.Serializer):
    """What the reviewers here agreed on for a question."""

    text = serializers.CharField()
    by = serializers.CharField()
    written_at = serializers.DateTimeField()


class FullQuestionSerializer(InstrumentQuestionSerializer):
    """With what the reviewers here agreed on; null where that is nothing."""

    agreed_here = AgreedHereSerializer(allow_null=True)


class FullDomainSerializer(InstrumentDomainSerializer):
    """With what was agreed on for its questions."""

    questions = FullQuestionSerializer(many=True)


class InstrumentVersionSerializer(serializers.Serializer):
    """One version of an instrument that was defined here."""

    version = serializers.CharField()
    by = serializers.CharField()
    at = serializers.DateTimeField(source="created_at")
    withdrawn_at = serializers.DateTimeField(allow_null=True)


class InstrumentDetailSerializer(InstrumentSerializer):
    """With all versions of one defined here, and how this one is written.

    ``written`` is the body that defines it: changed, and with a version of its own, it
    is the next.
    """

    domains = FullDomainSerializer(many=True)
    versions = InstrumentVersionSerializer(many=True)
    written = CodesField(allow_null=True)


class OneVersionFilter(filters.FilterSet):
    """Which version of an instrument is shown."""

    version = filters.CharFilter()


class GuidanceBody(Form):
    """What the reviewers here agreed on for a question; no text drops it."""

    domain, question, text = (
        GuidanceForm.base_fields[name] for name in ("domain", "question", "text")
    )


class InstrumentViewSet(WriteViewSet):
    """What studies and their results are appraised with, by its key.

    As new rounds are, in its newest version. Editors define more; a version never
    changes, and an instrument that is withdrawn is offered to no new round.
    """

    renderer_classes = [JSONRenderer]
    pagination_class = None
    permission_classes = [Needs]
    needs = dict.fromkeys(
        ["create", "withdraw", "reinstate", "guidance"], Permission.OPEN_ROUNDS
    )
    queryset = DefinedInstrument.objects.all()
    serializer_class = InstrumentSerializer
    detail_serializer_class = InstrumentDetailSerializer
    lookup_value_regex = "[-\\w]+"

    @extend_schema(responses=InstrumentSerializer(many=True))
    def list(self, request):
        refuse_unknown(request.query_params)
        rows = [_told(tool) for tool in offered_now().values()]
        results = InstrumentSerializer(rows, many=True).data
        return Response({"results": results, "next": None, "previous": None})

    @extend_schema(
        parameters=[
            OpenApiParameter("version", str, description="An earlier version of it")
        ]
    )
    def retrieve(self, request, *args, **kwargs):
        refuse_unknown(request.query_params, OneVersionFilter)
        version = request.query_params.get("version")
        key = self.kwargs["pk"]
        rows = list(self._versions(key))
        if version is None and rows and (gone := self.gone(rows[-1])):
            return gone
        told = _in_full(key, rows, version)
        if told is None:
            raise NotFound("There is no such instrument, or version of it.")
        body = InstrumentDetailSerializer(told).data
        return Response(body, headers=self.tag_of(rows[-1] if rows else newest(key)))

    def row_at(self, pk):
        """The newest version of an instrument, or the tool itself that comes along."""
        tool = self._versions(pk).last() or newest(pk)
        if tool is None:
            raise NotFound("There is no such instrument.")
        return tool

    def revision_of(self, tool):
        """Which state an instrument is in: its versions, and what was agreed here."""
        return state_number(*_states(tool.key))

    def _versions(self, key):
        rows = self.queryset.select_related("by", "withdrawn_by")
        return rows.filter(key=key).order_by("pk")

    def made(self, row):
        answer = self.record(row.key, 201)
        answer["Location"] = self.address_in_full(row.key)
        return answer

    @makes(InstrumentForm, "NewInstrument")
    def create(self, request, said):
        """Define an instrument, or a new version of one that was defined here."""
        reason = said.pop("reason")
        return define_instrument(by=request.user, reason=reason, **defined_by(said))

    @step(WhyForm, "WithdrawInstrument")
    def withdraw(self, request, tool, said):
        """Offer it to no new round; rounds that use it go on."""
        self._expect(tool, said)
        withdraw_instrument(key=tool.key, by=request.user, **said)

    @step(WhyForm, "ReinstateInstrument", of_withdrawn=True)
    def reinstate(self, request, tool, said):
        """Offer it again, in all its versions."""
        self._expect(tool, said)
        reinstate_instrument(key=tool.key, by=request.user, **said)

    @step(GuidanceBody, "InstrumentGuidance")
    def guidance(self, request, tool, said):
        """Say what was agreed on for a question; it stands beside it in every form."""
        self._expect(tool, said)
        here = guidance_of(tool.key).get((said["domain"], said["question"]))
        said["revision"] = here.revision if here else 0
        write_guidance(instrument=tool.key, by=request.user, **said)

    def _expect(self, tool, said):
        """Refuse where it is not as it was seen; of whom it is now, ask the action."""
        seen, now = said["revision"], self.revision_of(tool)
        if seen not in (None, now):
            name = f"The instrument {tool.name}"
            raise LostRace(f"{name} was changed meanwhile.", current=tool)
        said["revision"] = getattr(tool, "revision", None)


def _states(key):
    """All that makes up an instrument, each with the state it is in."""
    for model, name in ((DefinedInstrument, "key"), (ItemGuidance, "instrument")):
        rows = model.objects.filter(**{name: key}).order_by("pk")
        yield list(rows.values_list("pk", "revision"))


def _in_full(key, rows, version):
    """One version of an instrument as plain values, the newest where none is named."""
    tool, written = reading.instrument(key) if key in reading.KEYS else None, None
    for row in rows:
        if version in (None, row.version):
            tool, written = read(row), initial_of(row)
    if tool is None or version not in (None, tool.version):
        return None
    told, here = _told(tool), guidance_of(key)
    for domain in told["domains"]:
        for question in domain["questions"]:
            question["agreed_here"] = here.get((domain["id"], question["id"]))
    return {**told, "versions": rows, "written": written}


def _told(tool):
    """An instrument as plain values."""
    names = InstrumentSerializer().fields.keys() - {"defined_here", "domains"}
    return {
        **{name: getattr(tool, name) for name in names},
        "unit": str(tool.unit),
        "defined_here": tool.key not in reading.KEYS,
        "domains": [
            {
                "id": domain.id,
                "name": domain.name,
                "variant": domain.variant,
                "questions": [_question(question) for question in domain.questions],
            }
            for domain in tool.domains
        ],
    }


def _question(question):
    sets = question.asked_if.any_of if question.asked_if else ()
    return {
        "id": question.id,
        "text": question.text,
        "answers": question.answers,
        "guidance": question.guidance,
        "asked_if": [
            {one: sorted(allowed) for one, allowed in each.items()} for each in sets
        ],
    }
