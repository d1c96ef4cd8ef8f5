"""Places where articles make claims."""

from rest_framework import serializers

from accounts.permissions import Permission, can
from articles.checks.alone_api import CheckedAloneViewSet
from articles.mentions.anchor_models import mentions_with_anchors
from articles.mentions.filters import MentionFilter
from articles.models import (
    Anchor,
    CitationSupport,
    Mention,
    MentionCitation,
    WordingCheck,
)
from articles.reading.document import SuggestedKind
from core.api.shapes import AddressField, Part, WordsField


class MentionSerializer(serializers.ModelSerializer):
    """A mention as its article's latest capture has it; a claim if accepted."""

    article_title = serializers.CharField(source="article.title")
    article_address = AddressField("/articles/{article}/")
    claim_text = serializers.CharField(source="claim.text", allow_null=True)
    status_words = WordsField("status", Mention.Status)
    kind_words = WordsField("kind", SuggestedKind)
    words = serializers.CharField(allow_null=True, help_text="of the article")
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)
    state = serializers.ChoiceField(choices=Anchor.State.pairs(), allow_null=True)
    mode = serializers.ChoiceField(choices=Anchor.Mode.pairs(), allow_null=True)
    hedged = serializers.BooleanField(allow_null=True)
    flags = serializers.JSONField(help_text='[{"rule", "why"}]')

    class Meta:
        model = Mention
        fields = [
            "id",
            "article",
            "article_title",
            "article_address",
            "claim",
            "claim_text",
            "status",
            "status_words",
            "origin",
            "rules_version",
            "proposed_text",
            "kind",
            "kind_words",
            "also_kind",
            "words",
            "start",
            "end",
            "state",
            "mode",
            "hedged",
            "flags",
            "ask_again",
            "decided_at",
        ]


class MentionCitationSerializer(serializers.ModelSerializer):
    """What a mention cites, and how far that was looked into."""

    marker = serializers.CharField(source="citation.marker")
    cited_work = serializers.IntegerField(source="citation.cited_work_id")
    label = serializers.CharField(source="citation.cited_work.label")
    found = serializers.CharField(source="citation.cited_work.found")
    decision = serializers.CharField(source="citation.cited_work.decision")

    class Meta:
        model = MentionCitation
        fields = ["citation", "marker", "cited_work", "label", "found", "decision"]


class SupportSerializer(serializers.ModelSerializer):
    """A person's answer: does the cited study say this?"""

    answer_words = WordsField("answer", CitationSupport.Answer)
    by = serializers.CharField(source="by.display_name")

    class Meta:
        model = CitationSupport
        fields = [
            "citation",
            "answer",
            "answer_words",
            "words_judged",
            "read",
            "passage",
            "place",
            "nearest_passage",
            "nothing_found",
            "error",
            "subtype",
            "by",
            "created_at",
        ]


class WordingSerializer(serializers.ModelSerializer):
    """A person's answer: do the words fit the claim's verdict then?"""

    answer_words = WordsField("answer", WordingCheck.Answer)
    claim_version = serializers.IntegerField(source="claim_version.number")
    by = serializers.CharField(source="by.display_name")

    class Meta:
        model = WordingCheck
        fields = [
            "claim_version",
            "answer",
            "answer_words",
            "aspects",
            "words_judged",
            "note",
            "by",
            "created_at",
        ]


class MentionAnchorSerializer(serializers.ModelSerializer):
    """Where it stands in one capture (W3C selectors).

    What stands around the words is empty where the licence does not open the text.
    """

    version = serializers.IntegerField(source="version.number")
    prefix = serializers.CharField(source="open_prefix")
    suffix = serializers.CharField(source="open_suffix")

    class Meta:
        model = Anchor
        fields = [
            "version",
            "exact",
            "prefix",
            "suffix",
            "start",
            "end",
            "state",
            "mode",
            "hedged",
        ]


class MentionDetailSerializer(MentionSerializer):
    cites = MentionCitationSerializer(many=True)
    supports = SupportSerializer(many=True)
    wording_checks = WordingSerializer(many=True)
    anchors = MentionAnchorSerializer(many=True)

    class Meta(MentionSerializer.Meta):
        fields = [
            *MentionSerializer.Meta.fields,
            "cites",
            "supports",
            "wording_checks",
            "anchors",
        ]


class MentionViewSet(CheckedAloneViewSet):
    """Places where articles make claims: accepted ones, and those still suggested.

    Readers find suggestions of articles whose licence opens their text. What one
    person finds alone of a claim's words is stored here; several, in rounds.
    """

    queryset = mentions_with_anchors().with_latest_anchor()
    serializer_class = MentionSerializer
    detail_serializer_class = MentionDetailSerializer
    filterset_class = MentionFilter
    parts = {
        "cites": Part(MentionCitation.objects.order_by("id"), by="mention"),
        "supports": Part(
            CitationSupport.objects.filter(superseded_at=None).order_by("id"),
            by="mention",
        ),
        "wording_checks": Part(
            WordingCheck.objects.filter(superseded_at=None), by="mention"
        ),
        "anchors": Part(
            Anchor.objects.with_open_surroundings().order_by("-version__number"),
            by="mention",
        ),
    }

    def get_queryset(self):
        mentions = super().get_queryset()
        curates = can(self.request.user, Permission.CURATE_CLAIMS)
        return mentions if curates else mentions.open_to_readers()
