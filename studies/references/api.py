"""Bibliographic records, and what services and notices say of them."""

from rest_framework import serializers

from accounts.api import Needs
from accounts.permissions import Permission
from bibliography.models import (
    Identifier,
    Notice,
    Reference,
    ReferenceCheck,
    StoredText,
)
from bibliography.notices.asked import (
    Said,
    latest_checks,
    said_of_notices,
    sources_in,
)
from bibliography.references.actions import (
    edit_reference,
    reinstate_reference,
    withdraw_reference,
)
from bibliography.references.filters import ReferenceFilter
from bibliography.references.forms import ReferenceFieldsForm
from core.api.shapes import AddressField, ComputedField, Part, WordsField
from core.api.writing import WriteViewSet, changes, step
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
    """In order people (family, often given, orcid if stated) and bodies (literal)."""


class ReferenceSerializer(serializers.ModelSerializer):
    address = AddressField("/references/{id}/")
    type_words = WordsField("type", Reference.Type)
    authors = AuthorsField()
    identifiers = IdentifierSerializer(many=True)
    is_retracted = serializers.BooleanField()
    retraction_not_confirmed_by = serializers.CharField(
        source="retraction_names",
        allow_null=True,
        help_text="who alone tells of a retraction that does not count",
    )

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
            "retraction_not_confirmed_by",
            "sample",
        ]


class ReferenceNoticeSerializer(serializers.ModelSerializer):
    kind_words = WordsField("kind", Notice.Kind)
    is_confirmed = serializers.BooleanField()
    told_by = serializers.CharField(source="source_names", allow_null=True)

    class Meta:
        model = Notice
        fields = [
            "id",
            "kind",
            "kind_words",
            "dated",
            "notice_doi",
            "notice_pmid",
            "is_confirmed",
            "told_by",
        ]


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


class StoredTextSerializer(serializers.ModelSerializer):
    """What is said of a text kept here; ``text`` is null where rule 13 keeps it."""

    kind_words = WordsField("kind", StoredText.Kind)
    licence_words = WordsField("licence", StoredText.Licence)
    text = serializers.CharField(source="public_text", allow_null=True)

    class Meta:
        model = StoredText
        fields = [
            "id",
            "kind",
            "kind_words",
            "source",
            "address",
            "taken_on",
            "licence",
            "licence_words",
            "text",
        ]


class AskedSerializer(serializers.Serializer):
    """What a source of notices said of a reference the last time it answered."""

    source = serializers.CharField()
    said = serializers.ChoiceField(choices=Said.pairs())
    said_words = serializers.CharField()
    at = serializers.DateTimeField(allow_null=True, help_text="when it answered last")
    failed_at = serializers.DateTimeField(
        allow_null=True, help_text="when it did not answer, since"
    )


class ReportedStudySerializer(serializers.ModelSerializer):
    label = serializers.CharField(source="study.label")
    role_words = WordsField("role", Report.Role)

    class Meta:
        model = Report
        fields = ["study", "label", "role", "role_words"]


class ReferenceDetailSerializer(ReferenceSerializer):
    notices = ReferenceNoticeSerializer(many=True)
    texts = StoredTextSerializer(many=True)
    asked_for_notices = AskedSerializer(many=True)
    checks = ReferenceCheckSerializer(many=True)
    reports = ReportedStudySerializer(many=True)

    class Meta(ReferenceSerializer.Meta):
        fields = [
            *ReferenceSerializer.Meta.fields,
            "publisher",
            "abstract",
            "language",
            "keywords",
            "texts",
            "notices",
            "asked_for_notices",
            "checks",
            "reports",
        ]


class ReferenceViewSet(WriteViewSet):
    """Bibliographic records: articles, registrations, guidelines, labels, pages."""

    permission_classes = [Needs]
    needs = {
        "partial_update": Permission.EDIT_STUDIES,
        "withdraw": Permission.WITHDRAW,
        "reinstate": Permission.WITHDRAW,
    }
    queryset = Reference.objects.with_retracted()
    serializer_class = ReferenceSerializer
    detail_serializer_class = ReferenceDetailSerializer
    filterset_class = ReferenceFilter
    orders = {"added": "-pk", "year": "-year", "title": "title"}
    best = "-rank"
    parts = {
        "identifiers": Part(Identifier.objects.order_by("id"), by="reference"),
        "texts": Part(
            StoredText.objects.current().with_public_text().order_by("id"), "reference"
        ),
        "notices": Part(
            Notice.objects.current().with_confirmation().order_by("dated", "id"),
            by="reference",
        ),
        "checks": Part(
            ReferenceCheck.objects.order_by("-asked_at", "-id"), "reference", most=20
        ),
        "reports": Part(Report.objects.current().order_by("id"), by="reference"),
    }

    def present(self, rows):
        if self.action == "list":
            return super().present(rows)
        told = super().present([row | {"asked_for_notices": []} for row in rows])
        return [row | {"asked_for_notices": asked_for_notices(row)} for row in told]

    @changes(ReferenceFieldsForm, "ChangeReference")
    def partial_update(self, request, reference, said):
        """Change what is stated of a reference; its identifiers stay."""
        edit_reference(reference=reference, by=request.user, **said)

    @step()
    def withdraw(self, request, reference, said):
        """Take it back, saying why; what uses it stays, and says so."""
        withdraw_reference(reference=reference, by=request.user, **said)

    @step(of_withdrawn=True)
    def reinstate(self, request, reference, said):
        """Let it stand again, saying why."""
        reinstate_reference(reference=reference, by=request.user, **said)


def asked_for_notices(row):
    """What every source of notices said of a reference, whose row it is."""
    telling = sources_in(notice["told_by"] for notice in row["notices"])
    checks = latest_checks(Reference(pk=row["id"]))
    return [
        {
            "source": each.source,
            "said": each.said,
            "said_words": each.said.label,
            "at": each.at,
            "failed_at": each.failed_at,
        }
        for each in said_of_notices(checks, telling)
    ]
