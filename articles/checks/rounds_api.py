"""Rounds in which mentions are checked, for programs."""

import django_filters as filters
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from rest_framework import serializers
from rest_framework.response import Response

from accounts.api import Needs
from accounts.permissions import Permission
from accounts.rounds_api import FOR_THE_ASKER, ForTheAskerSerializer, for_the_asker
from articles import words
from articles.checks.judging import agree_on_check, save_check, submit_check
from articles.checks.questions import CHECKING, question_of
from articles.checks.round_forms import NewMentionRoundForm, ReplacingForm, ReviewerForm
from articles.checks.rounds import (
    assign_checker,
    call_mention_round,
    call_off_mention_round,
    give_back_check_place,
    replace_checker,
    take_check_place,
    want_fewer_checks,
)
from articles.models import MentionJudgement, MentionRound
from core.api.shapes import AddressField, Part
from core.api.writing import WriteViewSet, makes, step
from core.errors import FieldProblem, Refused
from core.filters import IdFilter, YesNoFilter
from core.forms import Form, WhyForm


class CheckForm(Form):
    """An answer to what a round asks.

    Of a citation what was read, and the passage or what is nearest; of wording what is
    overstated.
    """

    answer = forms.ChoiceField(choices=[*words.Support.pairs(), *words.Wording.pairs()])
    read = forms.ChoiceField(choices=words.Read.pairs, required=False)
    passage = forms.CharField(required=False)
    place = forms.CharField(required=False, max_length=200)
    nearest_passage = forms.CharField(required=False)
    nothing_found = forms.BooleanField(required=False)
    error = forms.ChoiceField(choices=words.ErrorClass.pairs, required=False)
    subtype = forms.ChoiceField(choices=words.ErrorSubtype.pairs, required=False)
    aspects = forms.MultipleChoiceField(choices=words.Aspect.pairs, required=False)
    note = forms.CharField(required=False)
    reason = forms.CharField(required=False, max_length=2000)


class CheckDraftForm(CheckForm):
    """An answer to what a round asks, however incomplete."""

    answer = forms.ChoiceField(
        choices=[*words.Support.pairs(), *words.Wording.pairs()], required=False
    )


class MentionRoundFilter(filters.FilterSet):
    """Narrows a list of rounds of checks."""

    mention = IdFilter(field_name="mention", label="On mention")
    citation = IdFilter(field_name="citation", label="On citation")
    claim = IdFilter(field_name="mention__claim", label="On mentions of claim")
    article = IdFilter(field_name="mention__article", label="In article")
    opened = YesNoFilter(
        field_name="opened_at", lookup_expr="isnull", exclude=True, label="Opened"
    )

    class Meta:
        model = MentionRound
        fields: list[str] = []


class MentionRoundSerializer(serializers.ModelSerializer):
    """A call for ``wanted`` independent checks of a mention.

    With ``citation`` they say whether the study cited says this, else whether the words
    fit the verdict of ``claim_version``. ``settled`` once one answer counts.
    """

    called_by = serializers.CharField(source="called_by.display_name")
    claim_version = serializers.IntegerField(
        source="claim_version.number", allow_null=True, default=None
    )
    claim = serializers.IntegerField(source="mention.claim_id", allow_null=True)
    settled = serializers.BooleanField()
    page = AddressField("/mention-rounds/{id}/")

    class Meta:
        model = MentionRound
        fields = [
            *("id", "mention", "citation", "claim", "claim_version", "words"),
            *("wanted", "called_by", "why", "names_hidden", "created_at"),
            *("opened_at", "lapsed_at", "settled", "page"),
        ]


class MentionJudgementSerializer(serializers.ModelSerializer):
    """What one reviewer answered, or all agreed on.

    Of a citation from ``read`` to ``subtype``, of wording ``aspects`` and ``note``.
    """

    reviewer = serializers.CharField(source="who")

    class Meta:
        model = MentionJudgement
        fields = [
            *("id", "reviewer", "is_consensus", "answer", "read", "passage", "place"),
            *("nearest_passage", "nothing_found", "error", "subtype", "aspects"),
            *("note", "submitted_at"),
        ]


class MentionRoundDetailSerializer(ForTheAskerSerializer, MentionRoundSerializer):
    """With its checks once it is open, and what the asker may know before.

    One's own check is there before, and one's own ``draft`` as it was left;
    ``reviewer`` is empty where names stay hidden until they agreed.
    """

    draft = serializers.SerializerMethodField()
    checks = MentionJudgementSerializer(many=True)

    class Meta(MentionRoundSerializer.Meta):
        fields = [
            *MentionRoundSerializer.Meta.fields,
            *FOR_THE_ASKER,
            *("draft", "checks"),
        ]

    def get_draft(self, row) -> dict | None:
        return row["draft"]


class MentionRoundViewSet(WriteViewSet):
    """Rounds in which a mention is checked, by each reviewer alone.

    How many are in is for editors who do not judge in the round, until it opens.
    """

    permission_classes = [Needs]
    needs = {
        **dict.fromkeys(
            ["create", "take", "give_back", "draft", "check", "settle"],
            Permission.CHECK_SUPPORT,
        ),
        **dict.fromkeys(
            ["assign", "replace", "fewer", "call_off"], Permission.OPEN_ROUNDS
        ),
    }
    queryset = MentionRound.objects.all()
    serializer_class = MentionRoundSerializer
    detail_serializer_class = MentionRoundDetailSerializer
    filterset_class = MentionRoundFilter

    def get_queryset(self):
        agreed = MentionJudgement.objects.filter(
            round=OuterRef("pk"), is_consensus=True
        )
        alone = Q(wanted=1, opened_at__isnull=False)
        return self.queryset.annotate(
            settled=ExpressionWrapper(
                alone | Exists(agreed), output_field=BooleanField()
            )
        )

    @property
    def parts(self):
        mine = MentionJudgement.objects.of(self.request.user)
        checks = mine.filter(submitted_at__isnull=False).with_names()
        return {"checks": Part(checks.order_by("is_consensus", "id"), by="round")}

    def writable(self):
        return self.queryset.select_related(
            "mention__claim", "mention__article", "citation", "claim_version"
        )

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                round = self.writable().get(pk=row["id"])
                user = self.request.user
                row |= for_the_asker(CHECKING, round, user, Permission.CHECK_SUPPORT)
                own = round.assignments.standing().filter(reviewer=user.pk)
                row["draft"] = own.values_list("draft", flat=True).first() or None
        return super().present(rows)

    @makes(NewMentionRoundForm, "NewMentionRound")
    def create(self, request, said):
        """Call for checks: of oneself alone, or as an editor of others."""
        return call_mention_round(by=request.user, **said)

    @step()
    def take(self, request, round, said):
        """Take a place on offer."""
        take_check_place(round=round, by=request.user, **said)

    @step(url_path="give-back")
    def give_back(self, request, round, said):
        """Have one's own place on offer again; not once one's check is in."""
        give_back_check_place(round=round, by=request.user, **said)

    @step(ReviewerForm, "AssignChecker")
    def assign(self, request, round, said):
        """Give a place on offer to a reviewer, by number."""
        assign_checker(round=round, by=request.user, **said)

    @step(WhyForm, "FewerChecks")
    def fewer(self, request, round, said):
        """Do without a place on offer; the round opens where all are in."""
        want_fewer_checks(round=round, by=request.user, **said)

    @step(ReplacingForm, "ReplaceChecker")
    def replace(self, request, round, said):
        """Take the place of a reviewer away whose check is not in."""
        replace_checker(round=round, by=request.user, **said)

    @step(WhyForm, "CallOffMentionRound", url_path="call-off")
    def call_off(self, request, round, said):
        """Take the call back, before any check is in."""
        call_off_mention_round(round=round, by=request.user, reason=said["reason"])
        return Response(status=204)

    @step(CheckDraftForm, "CheckDraft")
    def draft(self, request, round, said):
        """Keep one's own check as it stands; nobody else sees it."""
        form, reason = _asked(round, said)
        save_check(round=round, by=request.user, draft=form.data, reason=reason)

    @step(CheckForm, "NewCheck")
    def check(self, request, round, said):
        """Hand in one's own check; it stays hidden until all are in."""
        submit_check(round=round, by=request.user, **_answer(round, said))

    @step(CheckForm, "AgreedCheck")
    def settle(self, request, round, said):
        """Hand in what the reviewers agreed on; it counts from now on."""
        agree_on_check(round=round, by=request.user, **_answer(round, said))


def _answer(round, said):
    """What a body answers to what a round asks; Refused where it answers otherwise."""
    form, reason = _asked(round, said)
    problems = []
    for name, sentences in form.errors.items():
        field = "" if name == NON_FIELD_ERRORS else name
        problems += [FieldProblem(field, sentence) for sentence in sentences]
    _refuse(problems)
    return {"said": form.cleaned_data, "reason": reason}


def _asked(round, said):
    """A body as the form of what a round asks, and why; Refused where it asks else."""
    question = question_of(round)
    said.pop("revision")  # a judgement's own rows decide, not the round's state
    reason = said.pop("reason")
    form = question.form({name: said.pop(name) for name in question.fields})
    _refuse(
        FieldProblem(name, "This round asks the other question.")
        for name, value in said.items()
        if value
    )
    return form, reason


def _refuse(problems):
    if problems := list(problems):
        sentences = dict.fromkeys(one.sentence for one in problems)
        raise Refused(" ".join(sentences), problems=problems)
