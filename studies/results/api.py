"""Outcomes, and the numbers that studies found for them."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, OuterRef, When
from django.db.models.functions import JSONObject
from rest_framework import serializers

from accounts.api import Needs
from accounts.permissions import Permission
from bibliography.models import Reference
from bibliography.references.quote_fields import QuoteStateField, QuoteStateWordsField
from bibliography.references.quoting import abstract_of
from bibliography.stored_texts.models import kept_texts
from core.api.bodies import with_columns
from core.api.shapes import (
    AddressField,
    ComputedField,
    CountField,
    MoreField,
    WordsField,
)
from core.api.writing import WriteViewSet, changes, makes, step
from core.forms import NumberedField
from core.pager import CappedCountOf
from studies.models import Arm, Outcome, Result, Study
from studies.results.actions import (
    add_outcome,
    add_result,
    answer_result,
    check_result,
    dispute_result,
    edit_outcome,
    edit_result,
    reinstate_result,
    withdraw_result,
)
from studies.results.consistency import COMPARED, findings_of, unanswered
from studies.results.filters import OutcomeFilter, ResultFilter
from studies.results.forms import AnswersForm, DisputeForm, OutcomeForm, ResultForm
from studies.results.further import NAMES


class OutcomeSerializer(serializers.ModelSerializer):
    better_words = WordsField("better", Outcome.Better)
    importance_words = WordsField("importance", Outcome.Importance)
    result_count = CountField()
    result_count_is_more = MoreField("result_count")

    class Meta:
        model = Outcome
        fields = [
            "id",
            "name",
            "definition",
            "measures",
            "unit",
            "better",
            "better_words",
            "importance",
            "importance_words",
            "complement_of",
            "result_count",
            "result_count_is_more",
            "sample",
        ]


class OutcomeViewSet(WriteViewSet):
    """What studies measure."""

    permission_classes = [Needs]
    needs = dict.fromkeys(["create", "partial_update"], Permission.EDIT_STUDIES)
    # A range of one: where most results are of one outcome, the database would look for
    # an outcome's results through the whole table, and for a rare one's to its end.
    queryset = Outcome.objects.annotate(
        result_count=CappedCountOf(
            Result.objects.filter(
                outcome__gte=OuterRef("pk"),
                outcome__lte=OuterRef("pk"),
                withdrawn_at=None,
            )
        )
    )
    serializer_class = OutcomeSerializer
    filterset_class = OutcomeFilter
    orders = {"newest": "-pk", "name": "name"}

    @makes(OutcomeForm, "NewOutcome")
    def create(self, request, said):
        """Store a thing measured."""
        return add_outcome(by=request.user, **said)

    @changes(OutcomeForm, "ChangeOutcome")
    def partial_update(self, request, outcome, said):
        """Change what is stated of an outcome, for all studies that measured it."""
        edit_outcome(outcome=outcome, by=request.user, **said)


def _row(row):
    """A row of columns as a result, to be looked into."""
    names = (*COMPARED, "printed", "answers")
    return Result(**{name: row[name] for name in names})


class FindingsField(serializers.DictField, ComputedField):
    """What does not agree in a result's numbers: sentences by their codes."""

    def of_row(self, row):
        found = findings_of(_row(row), row["its_study_design"])
        return {str(finding.check): finding.sentence for finding in found}


class UnansweredField(serializers.ListField, ComputedField):
    """The codes of what is asked and not answered: while there is one, unpooled."""

    def of_row(self, row):
        return list(unanswered(_row(row), row["its_study_design"]))


_TEXTS = JSONObject(title="title", abstract="abstract", kept=kept_texts())
QUOTED_FROM = {
    "its_records": Case(
        When(quote="", then=None),
        When(
            compiled_from=None,
            then=ArraySubquery(
                Reference.objects.filter(reports__study=OuterRef("study"))
                .distinct()
                .values_list(_TEXTS)
            ),
        ),
        default=ArraySubquery(
            Reference.objects.filter(pk=OuterRef("compiled_from")).values_list(_TEXTS)
        ),
    )
}


def _texts_quoted(row):
    """What a result read at its source may quote: what compiled it, or its reports."""
    if row["provenance"] not in Result.Provenance.at_source():
        return None
    return [
        text
        for one in row["its_records"] or ()
        for text in (*abstract_of(one["title"], one["abstract"]), *one["kept"])
    ]


class ResultSerializer(serializers.ModelSerializer):
    """Group 1 is the intervention, group 2 the comparator; ratios are ratios.

    ``printed`` has by column the text a number was typed as.
    """

    address = AddressField("/results/{id}/")
    study_design = serializers.CharField(source="study.design")
    findings = FindingsField()
    unanswered = UnansweredField()
    study_label = serializers.CharField(source="study.label")
    outcome_name = serializers.CharField(source="outcome.name")
    outcome_unit = serializers.CharField(source="outcome.unit")
    contrast_words = WordsField("contrast", Result.Contrast)
    analysis_set_words = WordsField("analysis_set", Result.AnalysisSet)
    metric_words = WordsField("metric", Result.Metric)
    direction_words = WordsField("direction", Result.Direction)
    provenance_words = WordsField("provenance", Result.Provenance)
    compiled_from_title = serializers.CharField(
        source="compiled_from.title", allow_null=True
    )
    quote_state = QuoteStateField("quote", _texts_quoted, QUOTED_FROM)
    quote_state_words = QuoteStateWordsField("quote", _texts_quoted, QUOTED_FROM)
    entered_by = serializers.CharField(source="entered_by.display_name")
    checked_by = serializers.CharField(
        source="checked_by.display_name", allow_null=True
    )
    disputed_by = serializers.CharField(
        source="disputed_by.display_name", allow_null=True
    )

    class Meta:
        model = Result
        fields = [
            "id",
            "address",
            "study",
            "study_label",
            "study_design",
            "outcome",
            "outcome_name",
            "outcome_unit",
            "contrast",
            "contrast_words",
            "comparison",
            "time_point",
            "analysis_set",
            "analysis_set_words",
            "measured",
            "adjusted",
            "subgroup",
            "subgroup_planned",
            "dose",
            "metric",
            "metric_words",
            "estimate",
            "ci_low",
            "ci_high",
            "ci_level",
            "p_value",
            "events_1",
            "total_1",
            "mean_1",
            "sd_1",
            "events_2",
            "total_2",
            "mean_2",
            "sd_2",
            "direction",
            "direction_words",
            "arm_1",
            "arm_2",
            *NAMES,
            "printed",
            "answers",
            "findings",
            "unanswered",
            "pooled_designs",
            "pooled_studies",
            "provenance",
            "provenance_words",
            "compiled_from",
            "compiled_from_title",
            "quote",
            "quote_state",
            "quote_state_words",
            "place",
            "entered_by",
            "checked_by",
            "checked_at",
            "disputed_by",
            "disputed_at",
            "source_says",
            "sample",
        ]


class NumberedResultForm(ResultForm):
    """The page's form, with outcome and arms by their numbers."""

    outcome = NumberedField(queryset=Outcome.objects.current())
    arm_1 = NumberedField(queryset=Arm.objects.all(), required=False)
    arm_2 = NumberedField(queryset=Arm.objects.all(), required=False)
    better = None


class NewResultForm(NumberedResultForm):
    """A result, with the study it is of."""

    study = NumberedField(queryset=Study.objects.current())

    class Meta(NumberedResultForm.Meta):
        fields = ["study", *NumberedResultForm.Meta.fields]


class Answers(AnswersForm):
    """The page's form; which state was seen stands in If-Match."""

    revision = None


class Difference(DisputeForm):
    """The page's form; which state was seen stands in If-Match."""

    revision = None


NewResult = with_columns(NewResultForm, add_result.fields)
ChangedResult = with_columns(NumberedResultForm, edit_result.fields)


class ResultViewSet(WriteViewSet):
    """One study's number for an outcome, and where it was read."""

    permission_classes = [Needs]
    needs = {
        "create": Permission.ENTER_RESULTS,
        "partial_update": Permission.ENTER_RESULTS,
        "answer": Permission.ENTER_RESULTS,
        "check": Permission.CHECK_RESULTS,
        "dispute": Permission.CHECK_RESULTS,
        "withdraw": Permission.ENTER_RESULTS,
        "reinstate": Permission.ENTER_RESULTS,
    }
    queryset = Result.objects.all()
    serializer_class = ResultSerializer
    filterset_class = ResultFilter

    @makes(NewResult, "NewResult")
    def create(self, request, said):
        """Enter one study's number, or its direction, for an outcome."""
        return add_result(by=request.user, **said)

    @changes(ChangedResult, "ChangeResult")
    def partial_update(self, request, result, said):
        """Change a result, saying why; what was checked is to be checked again."""
        edit_result(result=result, by=request.user, **said)

    @step(Answers, "Answers")
    def answer(self, request, result, said):
        """Say why its numbers stand so, though they do not agree."""
        answer_result(result=result, by=request.user, **said)

    @step()
    def check(self, request, result, said):
        """Confirm that it stands so at its source; not by who entered it."""
        check_result(result=result, by=request.user, **said)

    @step(Difference, "Difference")
    def dispute(self, request, result, said):
        """Say that it is not the same as its source, and what that says."""
        dispute_result(result=result, by=request.user, **said)

    @step()
    def withdraw(self, request, result, said):
        """Take a result back, saying why; by who entered it, or an editor."""
        withdraw_result(result=result, by=request.user, **said)

    @step(of_withdrawn=True)
    def reinstate(self, request, result, said):
        """Let it stand again, saying why; by who withdrew it, or an editor."""
        reinstate_result(result=result, by=request.user, **said)
