"""Bibliographic records, and what services and notices say of them."""

from rest_framework import serializers

from bibliography.models import Identifier, Notice, Reference, ReferenceCheck
from bibliography.references.filters import ReferenceFilter
from core.api.shapes import AddressField, ComputedField, Part, WordsField
from core.api.viewsets import ReadViewSet
from studies.models import Report
from texts.addresses import address_of


class WebAddressField(ComputedField):
    """Where an identifier leads; empty where it leads nowhere."""

    def of_row(self, row):
        return address_of(row["scheme"], row["value"])


class IdentifierSerializer(serializers.ModelSerializer):
    scheme_words = WordsField("scheme", Identifier.Scheme)
    address = WebAddressField()

    class Meta:
        model = Identifier
        fields = ["scheme", "scheme_words", "value", "accepted", "address"]


class AuthorsField(serializers.JSONField):
    """People (family, often given) and bodies (literal: their own words), in order."""


class ReferenceSerializer(serializers.ModelSerializer):
    address = AddressField("/references/{id}/")
    type_words = WordsField("type", Reference.Type)
    authors = AuthorsField()
    identifiers = IdentifierSerializer(many=True)
    is_retracted = serializers.BooleanField()

    class Meta:
        model = Reference
        fields = [
            "id",
            "address",
            "type",
            "type_words",
            "title",
            "authors",
            "first_author",
            "year",
            "issued",
            "container",
            "volume",
            "issue",
            "pages",
            "url",
            "captured_on",
            "identifiers",
            "is_retracted",
            "sample",
        ]


class ReferenceNoticeSerializer(serializers.ModelSerializer):
    kind_words = WordsField("kind", Notice.Kind)

    class Meta:
        model = Notice
        fields = ["id", "kind", "kind_words", "dated", "notice_doi", "notice_pmid"]


class ReferenceCheckSerializer(serializers.ModelSerializer):
    """What one service answered; "found" is a record found, not a work verified."""

    outcome_words = WordsField("outcome", ReferenceCheck.Outcome)

    class Meta:
        model = ReferenceCheck
        fields = [
            "id",
            "service",
            "query",
            "outcome",
            "outcome_words",
            "candidates",
            "error",
            "asked_at",
        ]


class ReportedStudySerializer(serializers.ModelSerializer):
    label = serializers.CharField(source="study.label")
    role_words = WordsField("role", Report.Role)

    class Meta:
        model = Report
        fields = ["study", "label", "role", "role_words"]


class ReferenceDetailSerializer(ReferenceSerializer):
    notices = ReferenceNoticeSerializer(many=True)
    checks = ReferenceCheckSerializer(many=True)
    reports = ReportedStudySerializer(many=True)

    class Meta(ReferenceSerializer.Meta):
        fields = [
            *ReferenceSerializer.Meta.fields,
            "publisher",
            "abstract",
            "language",
            "keywords",
            "notices",
            "checks",
            "reports",
        ]


class ReferenceViewSet(ReadViewSet):
    """Bibliographic records: articles, registrations, guidelines, labels, pages."""

    queryset = Reference.objects.with_retracted()
    serializer_class = ReferenceSerializer
    detail_serializer_class = ReferenceDetailSerializer
    filterset_class = ReferenceFilter
    orders = {"added": "-pk", "year": "-year", "title": "title"}
    best = "-rank"
    parts = {
        "identifiers": Part(Identifier.objects.order_by("id"), by="reference"),
        "notices": Part(Notice.objects.current().order_by("dated", "id"), "reference"),
        "checks": Part(
            ReferenceCheck.objects.order_by("-asked_at", "-id"), "reference", most=20
        ),
        "reports": Part(Report.objects.current().order_by("id"), by="reference"),
    }
