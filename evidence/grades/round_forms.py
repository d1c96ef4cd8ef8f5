"""The forms by which an editor calls a round and arranges its places."""

from django import forms

from accounts import round_forms
from accounts.models import User
from accounts.permissions import Permission
from core.forms import TWO_LINES, Form
from core.rounds import MOST_WANTED


class CallForm(Form):
    """How many grade, who is asked by name, and why the claim is graded again."""

    wanted = forms.IntegerField(
        label="How many reviewers grade, each alone",
        initial=2,
        min_value=1,
        max_value=MOST_WANTED,
    )
    reviewers = forms.ModelMultipleChoiceField(
        label="Reviewers asked by name",
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="All of them are asked, also where they are more than that; places "
        "beyond theirs are on offer: any reviewer may take one.",
    )
    names_hidden = forms.BooleanField(
        label="Hide whose judgement is whose until they agreed on one", required=False
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        widget=TWO_LINES,
        help_text="Needed where the claim was graded in a round before.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewers"].queryset = User.objects.who_may(Permission.GRADE)
        self.fields["reviewers"].empty_label = None  # nobody is no choice


class NewRoundForm(CallForm):
    """A round of a claim, as a program calls it."""

    claim = forms.IntegerField(min_value=1)


class ReviewerForm(round_forms.ReviewerForm):
    """Who is given a place in a round of grading."""

    to_judge = Permission.GRADE


class ReplacingForm(round_forms.ReplacingForm):
    """Whose place in a round of grading is taken away."""

    to_judge = Permission.GRADE
