"""Rounds that wait, for editors: those on claims, on studies and on mentions."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.checks.questions import CHECKING
from articles.models import MentionRound
from core.api.shapes import AddressField
from core.list_pages import Order
from core.rounds import RoundKind
from evidence.editing.filters import (
    WaitingMentionRoundFilter,
    WaitingRoundFilter,
    WaitingStudyRoundFilter,
)
from evidence.editing.rounds import waited_for, waiting_rounds
from evidence.editing.work_api import WorkViewSet
from evidence.grades.rounds import GRADING
from evidence.models import ClaimRound
from studies.appraisals.catalogue import instrument_name
from studies.appraisals.rounds import APPRAISING
from studies.models import StudyRound, name_of

PROGRESS = [
    "called_by",
    "created_at",
    "opened_at",
    "wanted",
    "judges_in_it",
    "submitted",
    "waits_for",
    "free",
]


class _RoundThatWaits(serializers.ModelSerializer):
    """How far a round is; of one that you judge in, that shows when it opens.

    ``waits_for`` are those whose judgements are not in; once all are, those who may
    agree. ``free`` is how many places are on offer.
    """

    called_by = serializers.CharField(source="called_by.display_name")
    judges_in_it = serializers.BooleanField(help_text="Whether you judge in it.")
    submitted = serializers.IntegerField(allow_null=True)
    waits_for = serializers.SerializerMethodField()
    free = serializers.SerializerMethodField()

    @extend_schema_field(
        serializers.ListField(child=serializers.CharField(), allow_null=True)
    )
    def get_waits_for(self, row):
        return row["waits_for"]

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_free(self, row):
        return row["free"]


class WaitingRoundSerializer(_RoundThatWaits):
    """A round of grading that waits, and how far it is."""

    address = AddressField("/claims/{its_claim}/")
    claim = serializers.IntegerField(source="claim_id")
    claim_text = serializers.CharField(source="claim.text")

    class Meta:
        model = ClaimRound
        fields = ["id", "address", "claim", "claim_text", *PROGRESS]


class WaitingStudyRoundSerializer(_RoundThatWaits):
    """A round on a study, or on a result of one, that waits, and how far it is."""

    address = AddressField("/studies/{its_study}/appraisals/{id}/")
    study = serializers.IntegerField(source="study_id")
    study_name = serializers.CharField()
    result = serializers.IntegerField(source="result_id", allow_null=True)
    outcome = serializers.CharField(source="result.outcome.name", allow_null=True)
    instrument_name = serializers.CharField()

    class Meta:
        model = StudyRound
        fields = [
            "id",
            "address",
            "study",
            "study_name",
            "result",
            "outcome",
            "instrument",
            "instrument_name",
            "version",
            *PROGRESS,
        ]


class WaitingMentionRoundSerializer(_RoundThatWaits):
    """A round that checks a citation or a wording, and how far it is."""

    address = AddressField("/mention-rounds/{id}/")
    mention = serializers.IntegerField(source="mention_id")
    citation = serializers.IntegerField(source="citation_id", allow_null=True)
    words = serializers.CharField()
    article_title = serializers.CharField(source="mention.article.title")

    class Meta:
        model = MentionRound
        fields = [
            "id",
            "address",
            "mention",
            "citation",
            "words",
            "article_title",
            *PROGRESS,
        ]


class _RoundsThatWait(WorkViewSet):
    """The base of the lists of rounds; ``kind`` says which tables theirs are."""

    kind: RoundKind
    row, nouns = "round", "round,rounds"
    sorts = (Order("oldest", "Waits longest", "pk"), Order("newest", "Newest", "-pk"))
    narrowed_by = ("waits",)

    def complete(self, rows):
        names = waited_for(self.kind, rows)
        for row in rows:
            row["waits_for"] = waits_for = names.get(row["id"])
            waited = len(waits_for or ()) + (row["submitted"] or 0)
            row["free"] = None if waits_for is None else max(row["wanted"] - waited, 0)


class WaitingRoundsViewSet(_RoundsThatWait):
    """Rounds that wait for grades, or for a consensus on them."""

    title = "Rounds that wait"
    about = (
        "For whose grades, or for a consensus. Of a round that you judge in yourself, "
        "you see how far it is once it opens."
    )
    kind = GRADING
    queryset = ClaimRound.objects.none()
    serializer_class = WaitingRoundSerializer
    filterset_class = WaitingRoundFilter

    def rows_for(self, user):
        standing = {"claim__withdrawn_at": None, "claim__merged_into": None}
        return waiting_rounds(self.kind, ClaimRound.objects.filter(**standing), user)


class WaitingStudyRoundsViewSet(_RoundsThatWait):
    """Rounds on studies that wait for appraisals, or for a consensus on them."""

    title = "Rounds on studies that wait"
    about = (
        "For whose appraisals, or for a consensus. Of a round that you judge in "
        "yourself, you see how far it is once it opens."
    )
    kind = APPRAISING
    queryset = StudyRound.objects.none()
    serializer_class = WaitingStudyRoundSerializer
    filterset_class = WaitingStudyRoundFilter

    def rows_for(self, user):
        standing = {"study__withdrawn_at": None, "study__merged_into": None}
        rounds = StudyRound.objects.filter(**standing)
        waiting = waiting_rounds(self.kind, rounds, user)
        return waiting.annotate(
            study_name=name_of("study"), instrument_name=instrument_name()
        )


class WaitingMentionRoundsViewSet(_RoundsThatWait):
    """Rounds of checks that wait for some, or for a consensus on them."""

    title = "Rounds of checks that wait"
    about = (
        "For whose checks of a citation or a wording, or for a consensus. Of a round "
        "that you judge in yourself, you see how far it is once it opens."
    )
    kind = CHECKING
    queryset = MentionRound.objects.none()
    serializer_class = WaitingMentionRoundSerializer
    filterset_class = WaitingMentionRoundFilter

    def rows_for(self, user):
        rounds = MentionRound.objects.standing().filter(
            mention__article__withdrawn_at=None,
            mention__claim__withdrawn_at=None,
            mention__claim__merged_into=None,
        )
        return waiting_rounds(self.kind, rounds, user)
