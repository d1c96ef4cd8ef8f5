"""The forms by which a round of checks is called and arranged."""

from accounts import round_forms
from accounts.permissions import Permission
from articles.models import Citation, Mention
from core.forms import NumberedField


class CallForm(round_forms.CallForm):
    """How many check, who is asked by name, and why it is checked again."""

    to_judge = Permission.CHECK_SUPPORT
    wanted = round_forms.how_many("How many reviewers check, each alone")
    reason = round_forms.why_again("Needed where it was checked before.")


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
