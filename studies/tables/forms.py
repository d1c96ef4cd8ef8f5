"""What a person says of a results table: of all of it, of a column, of a row."""

from django import forms

from core.forms import Form, WholeText
from studies.effects import Measure
from studies.models import Outcome, Result, Study
from studies.results.consistency import ASKED as ASKED_OF_NUMBERS
from studies.results.fields import AnswersField
from studies.results.forms import LISTED, compiled_from
from studies.tables.arms import HEADINGS, LONE, MEASURES, PAIRS, TRIPLES, TableAnswers
from studies.tables.columns import Part, Role
from studies.tables.kinds import IN_AN_ARM
from studies.tables.numbers import Separator, Separators
from studies.tables.rows import RowChoice

AS_READ = ("", "as read")
ASKED = ("", "choose one")
_ANALYSIS_SETS = Result.AnalysisSet.pairs
LEAVE_OUT, TAKE_IN = "leave_out", "take_in"


def _choice(label, first, pairs):
    return forms.ChoiceField(label=label, choices=[first, *pairs], required=False)


class PasteForm(Form):
    """A table as it lies on the clipboard: its text, and its HTML if there is one."""

    pasted = WholeText(
        label="Paste the table here",
        required=False,
        strip=False,
        help_text="As copied from a spreadsheet, Word or a web page, merged cells too.",
        widget=forms.Textarea(attrs={"rows": 4, "data-pasted": "", **LISTED}),
    )
    markup = forms.CharField(required=False, widget=forms.HiddenInput)


class TableForm(Form):
    """What holds for the whole table: where it was read, and what it leaves open."""

    provenance = forms.ChoiceField(
        label="Where it was read",
        choices=[(each.value, each.label) for each in Result.Provenance.at_source()],
        initial=Result.Provenance.PRIMARY,
    )
    compiled_from = compiled_from()
    place = forms.CharField(
        label="Table, page or section",
        required=False,
        max_length=200,
        help_text="For all rows; a row may say another.",
    )
    analysis_set = forms.ChoiceField(
        label="Analysis set",
        choices=_ANALYSIS_SETS,
        initial=Result.AnalysisSet.NOT_STATED,
    )
    against = forms.CharField(
        label="The others are compared with",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "arms", **LISTED}),
    )
    outcome = forms.CharField(
        label="Outcome",
        required=False,
        max_length=200,
        help_text="Of the rows that name none.",
        widget=forms.TextInput(attrs={"list": "outcomes", **LISTED}),
    )
    time = forms.CharField(
        label="Time",
        required=False,
        max_length=200,
        help_text="Of the rows that name none.",
    )
    design = forms.ChoiceField(
        label="Design of new studies",
        choices=Study.Design.pairs,
        initial=Study.Design.NOT_STATED,
    )
    adjusted_for = forms.CharField(
        label="Adjusted for",
        required=False,
        max_length=400,
        help_text="Of what the table calls adjusted.",
    )
    comparison = forms.CharField(
        label="What is compared",
        required=False,
        max_length=200,
        help_text="Where no arms stand beside an effect: “A against B”, “not stated”.",
        widget=forms.TextInput(attrs={"list": "comparisons", **LISTED}),
    )
    answer_later = forms.BooleanField(
        label="Store also what does not agree, and say why later",
        required=False,
        help_text="It is pooled nowhere and decides nothing until somebody says why.",
    )
    comma = _choice("Commas", ASKED, Separator.pairs())
    point = _choice("Points", ASKED, Separator.pairs())
    pair = _choice("Two numbers in an arm", ASKED, PAIRS)
    triple = _choice("Three numbers in an arm", ASKED, TRIPLES)
    one = _choice("One number in an arm", ASKED, LONE)
    headings = _choice("Headings over studies", ASKED, HEADINGS)
    measure = _choice("Effect measure", ASKED, MEASURES)
    compared = forms.CharField(
        label="What unnamed effects compare", required=False, max_length=400
    )

    def answers(self):
        """What it answers of what a table leaves open."""
        said = self.cleaned_data
        names = ("pair", "triple", "one", "measure", "against", "time", "outcome")
        names += ("adjusted_for", "compared", "comparison", "headings")
        return TableAnswers(
            separators=Separators(said.get("comma", ""), said.get("point", "")),
            **{name: said.get(name, "") for name in names},
        )

    def source(self):
        """The fields of each result that the table says for all of them."""
        names = ("provenance", "compiled_from", "analysis_set")
        return {name: self.cleaned_data.get(name) for name in names}


class ColumnForm(Form):
    """What a column is, where it is not as it was read."""

    role = _choice("What it is", AS_READ, Role.pairs())
    arm = forms.CharField(
        label="Arm",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "arms", **LISTED}),
    )
    part = _choice("What it holds", AS_READ, Part.pairs())
    time = forms.CharField(label="Time", required=False, max_length=200)


class RowForm(Form):
    """What a row is, where it is not as it was read."""

    take = _choice(
        "Store it", AS_READ, [(LEAVE_OUT, "leave it out"), (TAKE_IN, "take it in")]
    )
    study = forms.CharField(required=False, max_length=20)
    outcome = forms.CharField(
        label="Outcome",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "outcomes", **LISTED}),
    )
    time = forms.CharField(label="Time", required=False, max_length=200)
    kind = _choice("Numbers", AS_READ, [(str(k), k.label) for k in IN_AN_ARM])
    metric = _choice("Effect measure", AS_READ, Measure.pairs())
    place = forms.CharField(label="Place", required=False, max_length=200)
    answers = AnswersField(codes=ASKED_OF_NUMBERS, label="Why the numbers stand so")
    better = _choice("Better when", AS_READ, Outcome.Better.pairs())

    def choice(self):
        """What it says to the reader of the table."""
        said = self.cleaned_data
        take = {LEAVE_OUT: True, TAKE_IN: False}.get(said.get("take"))
        names = ("outcome", "time", "kind", "metric")
        return RowChoice(**{n: said.get(n, "") for n in names}, leave_out=take)
