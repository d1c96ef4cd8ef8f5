"""The forms by which an editor calls a round and arranges its places."""

from django import forms

from accounts.models import User
from accounts.permissions import Permission, roles_that_may
from core.forms import TWO_LINES, Form, NumberedField
from evidence.grades.rounds import MOST_WANTED


def graders():
    """The people who may grade, by name."""
    people = User.objects.filter(is_active=True, is_system=False)
    roles = roles_that_may(Permission.GRADE)
    return people.filter(role__in=roles).order_by("display_name", "pk")


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
        help_text="Places beyond theirs are on offer: any reviewer may take one.",
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
        self.fields["reviewers"].queryset = graders()
        self.fields["reviewers"].empty_label = None  # nobody is no choice


class NewRoundForm(CallForm):
    """A round of a claim, as a program calls it."""

    claim = forms.IntegerField(min_value=1)


class ReviewerForm(Form):
    """Who is given a place."""

    reviewer = NumberedField(queryset=User.objects.none())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].queryset = graders()


class ReplacingForm(Form):
    """Whose place is taken away, why, and who comes instead, if anybody."""

    reviewer = NumberedField(
        queryset=User.objects.none(), label="Take away the place of"
    )
    instead = NumberedField(
        queryset=User.objects.none(),
        required=False,
        help_text="Left empty, the place is on offer.",
    )
    reason = forms.CharField(label="Why", max_length=2000, widget=TWO_LINES)

    def __init__(self, *args, round=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["instead"].queryset = graders()
        people = User.objects.filter(is_system=False)
        if round is not None:
            places = round.assignments.standing()
            people = people.filter(pk__in=places.values("reviewer"))
        self.fields["reviewer"].queryset = people


class WhyForm(Form):
    """Why it is done."""

    reason = forms.CharField(label="Why", max_length=2000, widget=TWO_LINES)
