"""The forms of conflicts of interest."""

from django import forms

from claims.models import Claim
from core.forms import Form, NumberedField, WhyForm
from evidence.people.words import ConflictEffect, ConflictRule
from studies.models import Study


class AuthorshipForm(Form):
    """Whether a work is one's own."""

    is_own = forms.TypedChoiceField(
        label="Did you write it?",
        choices=[("yes", "Yes, it is mine"), ("no", "No, that is somebody else")],
        coerce="yes".__eq__,
        widget=forms.RadioSelect,
    )


class AskToJudgeForm(WhyForm):
    """What one would judge, a claim or a study, and why an editor might allow it."""

    claim = NumberedField(queryset=Claim.objects.current(), required=False)
    study = NumberedField(queryset=Study.objects.current(), required=False)

    def clean(self):
        said = super().clean()
        if bool(said.get("claim")) == bool(said.get("study")):
            raise forms.ValidationError("Name a claim or a study, one of them.")
        return said


class EffectForm(Form):
    """What a rule does."""

    effect = forms.ChoiceField(label="It", choices=ConflictEffect.pairs)
    reason = forms.CharField(label="Why", required=False, max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, rule=None, **kwargs):
        super().__init__(*args, **kwargs)
        if rule != ConflictRule.SAME_NAME:
            asks = ConflictEffect.ASKS
            self.fields["effect"].choices = [
                pair for pair in ConflictEffect.pairs() if pair[0] != asks
            ]
