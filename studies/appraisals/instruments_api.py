"""The instruments there are, with what they ask, for programs that appraise."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.listing import refuse_unknown
from studies.appraisals.catalogue import newest, offered_now
from studies.instruments import reading


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


class InstrumentViewSet(ViewSet):
    """What studies and their results are appraised with, as new rounds are."""

    renderer_classes = [JSONRenderer]
    lookup_value_regex = "[-\\w]+"

    @extend_schema(responses=InstrumentSerializer(many=True))
    def list(self, request):
        refuse_unknown(request.query_params)
        rows = [_told(tool) for tool in offered_now().values()]
        results = InstrumentSerializer(rows, many=True).data
        return Response({"results": results, "next": None, "previous": None})

    @extend_schema(responses=InstrumentSerializer)
    def retrieve(self, request, pk):
        refuse_unknown(request.query_params)
        tool = newest(pk)
        if tool is None:
            raise NotFound("No instrument of that key is offered.")
        return Response(InstrumentSerializer(_told(tool)).data)


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
