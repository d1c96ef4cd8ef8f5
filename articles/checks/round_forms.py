"""The forms by which a round of checks is called and arranged."""

from django import forms

from accounts import round_forms
from accounts.models import User
from accounts.permissions import Permission
from articles.models import Citation, Mention
from core.forms import TWO_LINES, Form, NumberedField
from core.rounds import MOST_WANTED


class CallForm(Form):
    """How many check, who is asked by name, and why it is checked again."""

    wanted = forms.IntegerField(
        label="How many reviewers check, each alone",
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
        label="Hide whose check is whose until they agreed on one", required=False
    )
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        widget=TWO_LINES,
        help_text="Needed where it was checked before.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = User.objects.who_may(Permission.CHECK_SUPPORT)
        self.fields["reviewers"].queryset = people
        self.fields["reviewers"].empty_label = None  # nobody is no choice


class NewMentionRoundForm(CallForm):
    """A round as a program calls it; without reviewers all its places are on offer."""

    mention = NumberedField(queryset=Mention.objects.accepted())
    citation = NumberedField(
        queryset=Citation.objects.all(),
        required=False,
        help_text="whether the study cited says this; without it, whether words fit",
    )


class ReviewerForm(round_forms.ReviewerForm):
    """Who is given a place in a round of checks."""

    to_judge = Permission.CHECK_SUPPORT


class ReplacingForm(round_forms.ReplacingForm):
    """Whose place in a round of checks is taken away."""

    to_judge = Permission.CHECK_SUPPORT
