"""The forms by which an editor calls a round and arranges its places."""

from django import forms

from accounts import round_forms
from accounts.permissions import Permission


class CallForm(round_forms.CallForm):
    """How many grade, who is asked by name, and why the claim is graded again."""

    to_judge = Permission.GRADE
    wanted = round_forms.how_many("How many reviewers grade, each alone")
    reason = round_forms.why_again(
        "Needed where the claim was graded in a round before."
    )


class NewRoundForm(CallForm):
    """A round of a claim, as a program calls it."""

    claim = forms.IntegerField(min_value=1)


class ReviewerForm(round_forms.ReviewerForm):
    """Who is given a place in a round of grading."""

    to_judge = Permission.GRADE


class ReplacingForm(round_forms.ReplacingForm):
    """Whose place in a round of grading is taken away."""

    to_judge = Permission.GRADE
