"""The forms by which an editor arranges a round of any kind."""

from django import forms

from accounts.models import User
from accounts.permissions import Permission
from core.forms import TWO_LINES, Form, NumberedField
from core.rounds import MOST_WANTED


def how_many(label: str) -> forms.IntegerField:
    """The field of how many judge in a round."""
    return forms.IntegerField(
        label=label, initial=2, min_value=1, max_value=MOST_WANTED
    )


def why_again(help_text: str) -> forms.CharField:
    """The field of why something is judged again; ``help_text`` says when it is due."""
    return forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        widget=TWO_LINES,
        help_text=help_text,
    )


class CallForm(Form):
    """How many judge, who is asked by name, and why it is judged again.

    ``to_judge`` is what a reviewer of such a round may do.
    """

    to_judge: Permission
    wanted = how_many("How many reviewers judge, each alone")
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
    reason = why_again("Needed where it was judged in a round before.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewers"].queryset = User.objects.who_may(self.to_judge)
        self.fields["reviewers"].empty_label = None  # nobody is no choice


class ReplacingForm(Form):
    """Whose place is taken away, why, and who comes instead, if anybody.

    ``to_judge`` is what a reviewer of such a round may do.
    """

    to_judge: Permission
    reviewer = NumberedField(
        queryset=User.objects.persons(), label="Take away the place of"
    )
    instead = NumberedField(
        queryset=User.objects.none(),
        required=False,
        help_text="Left empty, the place is on offer.",
    )
    reason = forms.CharField(label="Why", max_length=2000, widget=TWO_LINES)

    def __init__(self, *args, round=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["instead"].queryset = User.objects.who_may(self.to_judge)
        if round is not None:
            places = round.assignments.standing()
            people = User.objects.persons().filter(pk__in=places.values("reviewer"))
            self.fields["reviewer"].queryset = people


class ReviewerForm(Form):
    """Who is given a place; ``to_judge`` is what a reviewer of such a round may do."""

    to_judge: Permission
    reviewer = NumberedField(queryset=User.objects.none())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].queryset = User.objects.who_may(self.to_judge)
