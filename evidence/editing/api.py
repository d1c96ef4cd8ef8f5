"""What waits for editors, list by list: the same rows for pages and for programs."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from bibliography.models import Notice
from bibliography.notices.api import NoticeSerializer, NoticeViewSet
from claims.models import Ask, Claim
from claims.words import Certainty, Standing, Verdict
from core.api.declared import serializer_of
from core.api.shapes import AddressField, WordsField
from core.list_pages import Order
from evidence.editing.differing import VerdictDifference, differences_of
from evidence.editing.filters import (
    AskFilter,
    EditedClaimFilter,
    ReachingNoticeFilter,
)
from evidence.editing.queries import (
    asked_for,
    claims_reached,
    claims_to_edit,
    judges_of,
)
from evidence.editing.rounds_api import (
    WaitingMentionRoundsViewSet,
    WaitingRoundsViewSet,
    WaitingStudyRoundsViewSet,
)
from evidence.editing.work_api import WorkViewSet
from evidence.notices.filters import Reach, reaching
from evidence.twins.api import TwinsViewSet


class ClaimToEditSerializer(serializers.ModelSerializer):
    """A claim with its latest verdict, and in what that differs from a published one.

    ``judged_by`` gave the latest verdict; nobody did where it follows by rule.
    """

    address = AddressField("/claims/{id}/")
    latest_verdict = serializers.CharField()
    latest_verdict_words = WordsField("latest_verdict", Verdict)
    latest_certainty = serializers.CharField()
    latest_certainty_words = WordsField("latest_certainty", Certainty)
    latest_standing = serializers.CharField()
    latest_standing_words = WordsField("latest_standing", Standing)
    latest_judged_at = serializers.DateTimeField()
    latest_sentence = serializers.CharField()
    judged_by = serializers.SerializerMethodField()
    standing_words = WordsField("standing", Standing)
    sent_back = serializers.BooleanField()
    sent_back_why = serializers.CharField(allow_null=True)
    sent_back_by = serializers.CharField(allow_null=True)
    sent_back_at = serializers.DateTimeField(allow_null=True)
    differences = serializer_of(VerdictDifference)(many=True)

    class Meta:
        model = Claim
        fields = [
            "id",
            "address",
            "text",
            "kind",
            "latest_verdict",
            "latest_verdict_words",
            "latest_certainty",
            "latest_certainty_words",
            "latest_standing",
            "latest_standing_words",
            "latest_judged_at",
            "latest_sentence",
            "judged_by",
            "standing",
            "standing_words",
            "needs_review",
            "needs_review_why",
            "sent_back",
            "sent_back_why",
            "sent_back_by",
            "sent_back_at",
            "differences",
            "sample",
        ]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_judged_by(self, row):
        return row["judged_by"]


class ClaimsToEditViewSet(WorkViewSet):
    """The base of the lists of claims."""

    queryset = Claim.objects.none()
    serializer_class = ClaimToEditSerializer
    row, nouns = "claim", "claim,claims"
    filterset_class = EditedClaimFilter
    sorts = (
        Order("oldest", "Waits longest", "latest_judged_at"),
        Order("newest", "Newest verdict", "-latest_judged_at"),
        Order("text", "Wording, A to Z", "wording"),
    )
    narrowed_by = ("latest", "published", "sent_back", "kind", "needs_review")

    def rows_for(self, user):
        return claims_to_edit().with_latest()

    def complete(self, rows):
        ids = [row["id"] for row in rows]
        claims = Claim.objects.for_facts().in_bulk(ids)
        judges, differing = judges_of(claims), differences_of(claims)
        for row in rows:
            row["judged_by"] = judges.get(row["id"], [])
            row["differences"] = [vars(one) for one in differing.get(row["id"], ())]


class UnpublishedViewSet(ClaimsToEditViewSet):
    """Claims with a verdict that no editor stands behind yet."""

    title = "Awaits publishing"
    about = (
        "Verdicts of one reviewer or agreed by several, and what follows by rule under "
        "a published one. What was sent back waits for its reviewers."
    )

    def rows_for(self, user):
        return super().rows_for(user).to_publish()


class DifferingViewSet(ClaimsToEditViewSet):
    """Claims that were judged otherwise, or again, since they were published."""

    title = "Drafts that differ from what is published"
    about = "What readers see is the published side until the newer is published."

    def rows_for(self, user):
        return super().rows_for(user).differing()


class ReviewNeededViewSet(ClaimsToEditViewSet):
    """Claims whose evidence changed since they were judged."""

    title = "Needs review"
    about = "What these verdicts rest on is not what was judged. They stay, dated."

    def rows_for(self, user):
        return super().rows_for(user).in_need_of_review()


class ReachedClaimSerializer(serializers.Serializer):
    """A claim that a notice reaches."""

    id = serializers.IntegerField()
    text = serializers.CharField()
    needs_review = serializers.BooleanField()


class NoticeToClaimsSerializer(NoticeSerializer):
    """A notice, and the claims that rest on what it is about."""

    address = AddressField("/notices/{id}/")
    claims = ReachedClaimSerializer(many=True)

    class Meta(NoticeSerializer.Meta):
        fields = [*NoticeSerializer.Meta.fields, "address", "claims"]


class NoticesToClaimsViewSet(WorkViewSet):
    """Notices on what claims rest on: retractions, concerns, corrections."""

    title = "Notices that reach claims"
    about = (
        "On a report of a study that counts, on what compiled it, or what is quoted."
    )
    queryset = Notice.objects.none()
    serializer_class = NoticeToClaimsSerializer
    row, nouns = "notice", "notice,notices"
    filterset_class = ReachingNoticeFilter
    parts = NoticeViewSet.parts
    sorts = (
        Order("newest", "Newest here", "-pk"),
        Order("dated", "Newest notice", "-dated"),
    )
    narrowed_by = ("kind", "needs_review")

    def rows_for(self, user):
        notices = Notice.objects.current().with_confirmation()
        return notices.filter(reaching([Reach.CLAIMS]))

    def complete(self, rows):
        reached = claims_reached({row["reference"] for row in rows})
        for row in rows:
            row["claims"] = reached[row["reference"]]


class AskedForSerializer(serializers.ModelSerializer):
    """A sentence, or the claim made of it, and how many people ask for its review."""

    asked = serializers.IntegerField(help_text="by how many people")
    claim = serializers.IntegerField(source="claim_id", allow_null=True)
    claim_text = serializers.CharField(source="claim.text", allow_null=True)
    claim_standing = serializers.CharField(source="claim.standing", allow_null=True)

    class Meta:
        model = Ask
        fields = [
            "id",
            "sentence",
            "question",
            "asked",
            "claim",
            "claim_text",
            "claim_standing",
            "asked_at",
        ]


class AskedForViewSet(WorkViewSet):
    """Sentences and claims that people ask to be reviewed."""

    title = "Asks for review"
    about = "Who asks is nobody’s business here; how many do says what is wanted."
    queryset = Ask.objects.none()
    serializer_class = AskedForSerializer
    row, nouns = "asked", "ask,asks"
    filterset_class = AskFilter
    sorts = (
        Order("asked", "Most asked for", "-asked"),
        Order("newest", "Newest", "-pk"),
    )
    narrowed_by = ("of",)

    def rows_for(self, user):
        return asked_for()


LISTS = {
    "to-publish": UnpublishedViewSet,
    "differing": DifferingViewSet,
    "needs-review": ReviewNeededViewSet,
    "notices": NoticesToClaimsViewSet,
    "rounds": WaitingRoundsViewSet,
    "study-rounds": WaitingStudyRoundsViewSet,
    "mention-rounds": WaitingMentionRoundsViewSet,
    "asks": AskedForViewSet,
    "twins": TwinsViewSet,
}
COLLECTIONS = {f"editing-{name}": viewset for name, viewset in LISTS.items()}
