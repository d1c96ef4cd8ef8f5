"""Claims: a list of what they say and how they stand, and each claim in full."""

from datetime import date

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from claims.claims.actions import add_claim, set_topics
from claims.models import Claim
from claims.words import CantSay, Certainty, Standing, Verdict
from core.api.bodies import with_columns
from core.api.declared import serializer_of
from core.api.problems import problem_answer
from core.api.shapes import AddressField, WordsField
from core.api.writing import WriteViewSet, changes, makes, step
from core.dataclass_json import to_json
from core.errors import Refused
from core.forms import Form, NumberedField
from core.list_pages import without
from core.listing import refuse_unknown
from core.merging import standing_merges
from evidence.around.neighbours import Around, around
from evidence.claims.actions import (
    edit_claim,
    merge_claims,
    reinstate_claim,
    relate_claims,
    reword_claim,
    unmerge_claims,
    unrelate_claims,
    withdraw_claim,
)
from evidence.claims.as_of import PARAMETER, day_asked, version_as_of, why_none
from evidence.claims.filters import ClaimFilter
from evidence.claims.forms import (
    EditClaimForm,
    NewClaimForm,
    RelationForm,
    claims_numbered,
)
from evidence.claims.queries import claims_with_evidence
from evidence.corrections.forms import CorrectionForm
from evidence.editing.actions import send_back
from evidence.facts import ClaimFacts, claim_facts
from evidence.grades.actions import correct, publish_verdict, withdraw_verdict
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
    searched_on = serializers.DateField(
        allow_null=True, help_text="for what it is judged by; null: it was not"
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
            "searched_on",
            "sample",
        ]


class TopicsBody(Form):
    """The topics a claim is filed under, all of them."""

    topics = SimpleArrayField(
        forms.CharField(max_length=200), required=False, help_text="Names."
    )


class NewClaimBody(NewClaimForm):
    """A claim that no article made yet, with its topics as a list."""

    topics = TopicsBody.base_fields["topics"]

    def clean_topics(self):
        """Names are taken as they come; the action has each once."""
        return self.cleaned_data["topics"]


class MergeBody(Form):
    """The claim that stays, and why the two are one."""

    into = NumberedField(queryset=Claim.objects.current())


class UnmergeBody(Form):
    """The claim that was merged into this one."""

    merged = forms.IntegerField()


class EditBody(EditClaimForm):
    """The page's form; what was seen is said by If-Match, topics are a list."""

    topics = TopicsBody.base_fields["topics"]
    part_of = SimpleArrayField(
        forms.IntegerField(),
        required=False,
        help_text="Numbers of the claims it is a part of.",
    )
    revision = None

    def clean_topics(self):
        """Names are taken as they come; the action has each once."""
        return self.cleaned_data["topics"]

    def clean_part_of(self):
        """The claims that are meant."""
        return claims_numbered(self.cleaned_data["part_of"])


class WordingBody(Form):
    """Other words for the same claim, and why."""

    text = EditClaimForm.base_fields["text"]
    reason = forms.CharField(label="Why", max_length=2000)


NewClaim = with_columns(NewClaimBody, add_claim.fields)
EditClaim = with_columns(EditBody, edit_claim.fields)


class ClaimViewSet(WriteViewSet):
    """Checkable statements, each with what it stands on."""

    permission_classes = [Needs]
    needs = {
        "create": Permission.CURATE_CLAIMS,
        "partial_update": Permission.CURATE_CLAIMS,
        "reword": Permission.CURATE_CLAIMS,
        "topics": Permission.CURATE_CLAIMS,
        "relate": Permission.CURATE_CLAIMS,
        "unrelate": Permission.CURATE_CLAIMS,
        "withdraw": Permission.WITHDRAW,
        "reinstate": Permission.WITHDRAW,
        "merge": Permission.MERGE,
        "unmerge": Permission.MERGE,
        "publish": Permission.PUBLISH,
        "send_back": Permission.PUBLISH,
        "correct": Permission.PUBLISH,
        "take_back": Permission.GRADE,  # whoever gave it alone; else an editor
    }
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

    @extend_schema(
        parameters=[
            OpenApiParameter(
                PARAMETER, date, description="As it stood when this day ended, by UTC"
            )
        ]
    )
    def retrieve(self, request, *args, **kwargs):
        if PARAMETER not in request.query_params:
            return super().retrieve(request, *args, **kwargs)
        refuse_unknown(without(request.query_params, PARAMETER))
        day = day_asked(request.query_params[PARAMETER])
        claim = get_object_or_404(Claim.objects.only("pk"), pk=kwargs["pk"])
        version = version_as_of(claim.versions.all(), day)
        if version is None:
            return problem_answer(404, why_none(claim.versions.all(), day))
        return Response(version.facts)

    @extend_schema(responses=serializer_of(Around), filters=False)
    @action(detail=True)
    def around(self, request, pk):
        """What stands around it: the same in other words, narrower, broader, opposed.

        Each with its verdict and how it was found: linked by a person, or by the same
        words in question.
        """
        claim = get_object_or_404(Claim.objects.for_facts(), pk=pk)
        if gone := self.gone(claim):
            return gone
        refuse_unknown(request.query_params)
        return Response(to_json(around(claim, claim_facts(claim))))

    @makes(NewClaim, "NewClaim")
    def create(self, request, said):
        """Add a claim that no article made yet."""
        return add_claim(by=request.user, **said)

    @changes(EditClaim, "ChangeClaim")
    def partial_update(self, request, claim, said):
        """Change what it says, what it is of and what it is filed under, at once.

        Other words ask for a reason; those before stay a version.
        """
        edit_claim(claim=claim, by=request.user, **said)

    @step(WordingBody, "Rewording")
    def reword(self, request, claim, said):
        """Put it in other words, saying why; the words before stay a version."""
        reword_claim(claim=claim, by=request.user, **said)

    @step(TopicsBody, "Topics")
    def topics(self, request, claim, said):
        """File it under these topics and no others; a new name makes one."""
        names = said.pop("topics")
        set_topics(claim=claim, names=names, by=request.user, **said)

    @step(RelationForm, "RelateClaims")
    def relate(self, request, claim, said):
        """Say how it stands to another claim."""
        target = said.pop("other")
        relate_claims(source=claim, target=target, by=request.user, **said)

    @step(RelationForm, "UnrelateClaims")
    def unrelate(self, request, claim, said):
        """Take back how it stands to another claim."""
        named = {"target": said.pop("other"), "kind": said.pop("kind")}
        relation = claim.relations.filter(**named).first()
        if relation is None:
            raise Refused("This claim does not stand so to the other.", field="kind")
        unrelate_claims(relation=relation, by=request.user, **said)

    @step()
    def withdraw(self, request, claim, said):
        """Take it back, saying why; its versions stay readable."""
        withdraw_claim(claim=claim, by=request.user, **said)

    @step(of_withdrawn=True)
    def reinstate(self, request, claim, said):
        """Let it stand again, saying why, with the verdict it had."""
        reinstate_claim(claim=claim, by=request.user, **said)

    @step(MergeBody, "MergeClaim")
    def merge(self, request, claim, said):
        """Say that it says the same as another, which stays, and why."""
        merge_claims(merged=claim, by=request.user, **said)
        return self.record(said["into"].pk)

    @step(UnmergeBody, "UnmergeClaim")
    def unmerge(self, request, claim, said):
        """Take the merge of another into this one back, saying why."""
        merges = standing_merges(claim).filter(merged_id=said["merged"])
        if not merges.exists():
            raise Refused("That claim is not merged into this one.", field="merged")
        unmerge_claims(merge=merges.get(), by=request.user, reason=said["reason"])

    @step()
    def publish(self, request, claim, said):
        """Stand behind its latest verdict; not by who judged it alone."""
        publish_verdict(claim=claim, by=request.user, **said)

    @step(url_path="take-back")
    def take_back(self, request, claim, said):
        """Take its latest verdict back, saying why."""
        withdraw_verdict(claim=claim, by=request.user, **said)

    @step(url_path="send-back")
    def send_back(self, request, claim, said):
        """Send its latest verdict back to those who judged, saying why."""
        send_back(claim=claim, by=request.user, **said)

    @step(CorrectionForm, "NewCorrection")
    def correct(self, request, claim, said):
        """Say openly what was wrong in a version of it, and why."""
        correct(claim=claim, by=request.user, **said)
