"""Claims: a list of what they say and how they stand, and each claim in full."""

from rest_framework import serializers

from claims.models import Claim
from claims.words import CantSay, Certainty, Standing, Verdict
from core.api.declared import serializer_of
from core.api.shapes import AddressField, WordsField
from core.api.viewsets import ReadViewSet
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from evidence.facts import ClaimFacts, claim_facts
from evidence.models import EvidenceBase


class ClaimSerializer(serializers.ModelSerializer):
    """A claim as a list shows it."""

    address = AddressField("/claims/{id}/")
    kind_words = WordsField("kind", Claim.Kind)
    asserts_words = WordsField("asserts", Claim.Asserts)
    checkability_words = WordsField("checkability", Claim.Checkability)
    verdict_words = WordsField("verdict", Verdict)
    certainty_words = WordsField("certainty", Certainty)
    cant_say_words = WordsField("cant_say_because", CantSay)
    standing_words = WordsField("standing", Standing)
    scope_words = WordsField("scope", EvidenceBase.Scope)
    newer_verdict_words = WordsField("newer_verdict", Verdict)
    newer_certainty_words = WordsField("newer_certainty", Certainty)
    newer_cant_say_words = WordsField("newer_cant_say_because", CantSay)
    newer_standing_words = WordsField("newer_standing", Standing)
    topics = serializers.ListField(
        child=serializers.CharField(), source="topic_names", help_text="their names"
    )
    mention_count = serializers.IntegerField()
    article_count = serializers.IntegerField()
    distinct_text_count = serializers.IntegerField()
    overstated_count = serializers.IntegerField()
    study_count = serializers.IntegerField(allow_null=True)
    people = serializers.IntegerField(
        allow_null=True, help_text="null: not stated by every study, or not counted"
    )

    class Meta:
        model = Claim
        fields = [
            "id",
            "address",
            "text",
            "kind",
            "kind_words",
            "population",
            "intervention",
            "comparator",
            "outcome",
            "asserts",
            "asserts_words",
            "negated",
            "checkability",
            "checkability_words",
            "compound",
            "topics",
            "verdict",
            "verdict_words",
            "certainty",
            "certainty_words",
            "cant_say_because",
            "cant_say_words",
            "standing",
            "standing_words",
            "scope",
            "scope_words",
            "judged_at",
            "sentence",
            "note",
            "newer_verdict",
            "newer_verdict_words",
            "newer_certainty",
            "newer_certainty_words",
            "newer_cant_say_because",
            "newer_cant_say_words",
            "newer_standing",
            "newer_standing_words",
            "newer_judged_at",
            "newer_sentence",
            "newer_note",
            "needs_review",
            "needs_review_why",
            "mention_count",
            "article_count",
            "distinct_text_count",
            "overstated_count",
            "study_count",
            "people",
            "sample",
        ]


class ClaimViewSet(ReadViewSet):
    """Checkable statements, each with what it stands on."""

    # Slow to build: once.
    queryset = claims_with_evidence().for_lists().with_topic_names()
    serializer_class = ClaimSerializer
    detail_serializer_class = serializer_of(ClaimFacts)
    filterset_class = ClaimFilter
    orders = {"newest": "-judged_at", "added": "-pk", "text": "wording"}
    best = "-rank"

    def get_queryset(self):
        if self.action == "retrieve":
            return Claim.objects.for_facts()
        return super().get_queryset()

    def gone(self, instance):
        """Of a withdrawn claim the versions too, which keep their addresses."""
        answer = super().gone(instance)
        if instance.is_withdrawn and answer.status_code == 410:
            numbers = instance.versions.order_by("-number").values_list("number")
            answer.data["withdrawn"]["versions"] = [
                f"/claims/{instance.pk}/v{number}/" for (number,) in numbers
            ]
        return answer

    def in_full(self, instance):
        return claim_facts(instance)
