"""Articles: what they say, word for word where the licence lets anyone read it."""

from rest_framework import serializers

from accounts.permissions import Permission, can
from articles.articles.content import (
    ClaimCard,
    cards,
    support_tally,
    wording_tally,
)
from articles.articles.filters import ArticleFilter
from articles.articles.queries import articles_with_claims
from articles.checks.counting import checks_of_articles
from articles.checks.tally import SupportTally
from articles.mentions.facts import Cite, Flag
from articles.models import Article, ArticleVersion, CitedWork
from articles.words import Support, Wording
from claims.claims.facts import BriefClaim, brief
from core.api.declared import serializer_of
from core.api.shapes import AddressField, Part, WordsField
from core.api.viewsets import ReadViewSet
from core.dataclass_json import to_json


class ArticleSerializer(serializers.ModelSerializer):
    address = AddressField("/articles/{id}/")
    outlet_name = serializers.CharField(source="outlet.name", allow_null=True)
    licence_words = WordsField("licence", Article.Licence)
    sells_words = WordsField("sells", Article.Sells)
    version = serializers.IntegerField(source="version_number", allow_null=True)
    captured_at = serializers.DateTimeField(allow_null=True)
    words = serializers.IntegerField(allow_null=True)
    claim_count = serializers.IntegerField()
    suggestion_count = serializers.IntegerField()
    citations = serializers.SerializerMethodField(help_text="of its claims")
    checked = serializers.SerializerMethodField(
        help_text="of these citations; cannot-verify is apart"
    )

    def get_citations(self, row) -> int:
        return row["citations"]

    def get_checked(self, row) -> int:
        return row["checked"]

    class Meta:
        model = Article
        fields = [
            "id",
            "address",
            "title",
            "title_made",
            "url",
            "outlet",
            "outlet_name",
            "author",
            "published",
            "modified",
            "licence",
            "licence_words",
            "sells",
            "sells_words",
            "same_text_as",
            "version",
            "captured_at",
            "words",
            "claim_count",
            "suggestion_count",
            "citations",
            "checked",
            "sample",
        ]


class CaptureSerializer(serializers.ModelSerializer):
    """The latest capture; its text is null where the licence does not open it."""

    version = serializers.IntegerField(source="number")
    form_words = WordsField("form", ArticleVersion.Form)
    text_is_public = serializers.BooleanField()
    text = serializers.CharField(allow_null=True)

    class Meta:
        model = ArticleVersion
        fields = ["version", "form", "form_words", "sha256", "text_is_public", "text"]


class CaptureFactsSerializer(serializers.ModelSerializer):
    """One capture in an article's history."""

    version = serializers.IntegerField(source="number")

    class Meta:
        model = ArticleVersion
        fields = ["version", "form", "title", "sha256", "words", "created_at"]


class PassageSerializer(serializers.Serializer):
    """A passage that makes a claim; offsets count code points of the text."""

    number = serializers.IntegerField()
    mention = serializers.IntegerField()
    claim = serializer_of(BriefClaim)()
    words = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    mode = serializers.CharField()
    hedged = serializers.BooleanField()
    cites = serializer_of(Cite)(many=True)
    flags = serializer_of(Flag)(many=True)
    wording = serializers.CharField()
    wording_words = serializers.CharField()


class ArticleWorkSerializer(serializers.ModelSerializer):
    """A work the article cites."""

    found_words = WordsField("found", CitedWork.Found)
    decision_words = WordsField("decision", CitedWork.Decision)

    class Meta:
        model = CitedWork
        fields = [
            "id",
            "label",
            "year",
            "found",
            "found_words",
            "decision",
            "decision_words",
            "reference",
            "study",
        ]


class ArticleSupportSerializer(serializers.Serializer):
    """What was answered of its citations: does the study say this?"""

    citations = serializers.IntegerField()
    checked = serializers.IntegerField(help_text="cannot-verify is apart")
    answers = serializers.DictField(child=serializers.IntegerField())
    rate_words = serializers.CharField()


class ArticleWordingSerializer(serializers.Serializer):
    """What was answered of its words, against the evidence."""

    mentions = serializers.IntegerField()
    checked = serializers.IntegerField()
    answers = serializers.DictField(child=serializers.IntegerField())


class ArticleDetailSerializer(ArticleSerializer):
    support = ArticleSupportSerializer()
    wording = ArticleWordingSerializer()
    capture = CaptureSerializer(allow_null=True)
    captures = CaptureFactsSerializer(many=True)
    claims = PassageSerializer(many=True)
    cited_works = ArticleWorkSerializer(many=True)

    class Meta(ArticleSerializer.Meta):
        fields = [
            *ArticleSerializer.Meta.fields,
            "support",
            "wording",
            "capture",
            "captures",
            "claims",
            "cited_works",
        ]


class ArticleViewSet(ReadViewSet):
    """Texts that make claims."""

    queryset = articles_with_claims().for_lists()
    serializer_class = ArticleSerializer
    detail_serializer_class = ArticleDetailSerializer
    filterset_class = ArticleFilter
    orders = {
        "newest": "-captured_at",
        "added": "-pk",
        "title": "title",
        "claims": "-claim_count",
        "left": "-suggestion_count",
    }
    best = "-rank"
    parts = {
        "captures": Part(ArticleVersion.objects.order_by("-number"), by="article"),
        "cited_works": Part(
            CitedWork.objects.filter(merged_into=None).order_by("id"), by="article"
        ),
    }

    def in_full(self, instance):
        self.article = instance
        return super().in_full(instance)

    def present(self, rows):
        if self.action == "retrieve":
            version = self.article.versions.without_source().order_by("-number").first()
            for row in rows:
                row["capture"] = self.capture(version) if version else None
                shown = cards(version) if version else []
                row["claims"] = [passage(card) for card in shown]
                row["support"] = support_of(shown)
                row["wording"] = wording_of(shown)
        tallies = checks_of_articles([row["id"] for row in rows])
        for row in rows:
            tally = tallies.get(row["id"], SupportTally(0, {}))
            row["citations"], row["checked"] = tally.citations, tally.checked
        return super().present(rows)

    def capture(self, version):
        """A capture's text, if this visitor may read it whole."""
        public = self.article.text_is_public
        reads = public or can(self.request.user, Permission.CURATE_CLAIMS)
        return {
            "version": version.number,
            "form": version.form,
            "form_words": version.get_form_display(),
            "sha256": version.sha256,
            "text_is_public": public,
            "text": version.text if reads else None,
        }


def support_of(shown: list[ClaimCard]):
    """What was answered of the citations of some claims."""
    tally = support_tally(shown)
    return {
        "citations": tally.citations,
        "checked": tally.checked,
        "answers": {str(each): tally.of(each) for each in Support if tally.of(each)},
        "rate_words": tally.rate_words,
    }


def wording_of(shown: list[ClaimCard]):
    """What was answered of the words of some claims."""
    tally = wording_tally(shown)
    return {
        "mentions": tally.mentions,
        "checked": tally.checked,
        "answers": {str(each): tally.of(each) for each in Wording if tally.of(each)},
    }


def passage(card: ClaimCard):
    """One claim an article makes, in the words it makes it with."""
    anchor = card.anchor
    return {
        "number": card.number,
        "mention": anchor.mention_id,
        "claim": to_json(brief(card.claim)),
        "words": anchor.exact,
        "start": anchor.start,
        "end": anchor.end,
        "mode": anchor.mode,
        "hedged": anchor.hedged,
        "cites": [to_json(cite) for cite in card.cites],
        "flags": card.mention.flags,
        "wording": card.wording,
        "wording_words": card.wording_words,
    }
