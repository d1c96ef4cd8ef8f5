"""The forms by which an editor arranges a round of any kind."""

from django import forms

from accounts.models import User
from accounts.permissions import Permission
from core.forms import TWO_LINES, Form, NumberedField


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
