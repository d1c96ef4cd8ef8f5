"""The form that calls for appraisals of a study or one of its results."""

from django import forms

from accounts.models import User
from accounts.permissions import Permission, Role, permissions_of
from core.forms import TWO_LINES, Form, NumberedField
from studies.appraisals.rounds import MOST_WANTED
from studies.models import Result, Study


def appraisers():
    """The people who may appraise, by name."""
    people = User.objects.filter(is_active=True, is_system=False)
    roles = [role for role in Role if Permission.APPRAISE in permissions_of(role)]
    return people.filter(role__in=roles).order_by("display_name", "pk")


class CallForm(Form):
    """Which instrument, of what, by whom: oneself alone, where nothing is said."""

    result = forms.ModelChoiceField(Result.objects.none(), required=False)
    instrument = forms.CharField(max_length=130)  # its key, or key:variant
    wanted = forms.IntegerField(label="How many", min_value=1, required=False)
    reviewers = forms.ModelMultipleChoiceField(User.objects.none(), required=False)
    names_hidden = forms.BooleanField(
        label="Names stay hidden until they agreed", required=False
    )
    reason = forms.CharField(label="Why again", max_length=2000, required=False)

    def __init__(self, study, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["result"].queryset = study.results.current()
        self.fields["reviewers"].queryset = appraisers()

    def said(self):
        """What the action is called with."""
        data = self.cleaned_data
        key, _, variant = data["instrument"].partition(":")
        alone = not data["reviewers"] and not data["wanted"]
        people = [self.user] if alone else list(data["reviewers"])
        return {
            "result": data["result"],
            "instrument": key,
            "variant": variant,
            "reviewers": people,
            "wanted": None if alone else data["wanted"] or max(len(people), 2),
            "names_hidden": data["names_hidden"],
            "reason": data["reason"],
        }


class NewStudyRoundForm(Form):
    """A round as a program calls it; without reviewers all its places are on offer."""

    study = NumberedField(queryset=Study.objects.current())
    result = NumberedField(queryset=Result.objects.current(), required=False)
    instrument = forms.CharField(max_length=60, help_text="its key, such as rob2")
    variant = forms.CharField(
        max_length=60, required=False, help_text="the effect of interest"
    )
    wanted = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_WANTED,
        help_text="how many appraise, each alone; one of each reviewer, if empty",
    )
    reviewers = forms.ModelMultipleChoiceField(User.objects.none(), required=False)
    names_hidden = forms.BooleanField(
        required=False, help_text="whose is whose, until they agreed"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewers"].queryset = appraisers()

    def clean_result(self):
        """The result, if it is one of the study."""
        result = self.cleaned_data["result"]
        study = self.cleaned_data.get("study")
        if result and study and result.study_id != study.pk:
            raise forms.ValidationError("This is a result of another study.")
        return result


class ReplacingForm(Form):
    """Whose place is taken away, why, and who comes instead, if anybody."""

    reviewer = NumberedField(
        queryset=User.objects.filter(is_system=False), label="Take away the place of"
    )
    instead = NumberedField(
        queryset=User.objects.none(),
        required=False,
        help_text="Left empty, the place is on offer.",
    )
    reason = forms.CharField(label="Why", max_length=2000, widget=TWO_LINES)

    def __init__(self, *args, round=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["instead"].queryset = appraisers()
        if round is not None:
            places = round.assignments.standing()
            people = self.fields["reviewer"].queryset
            people = people.filter(pk__in=places.values("reviewer"))
            self.fields["reviewer"].queryset = people


class WhyForm(Form):
    """Why it is done."""

    reason = forms.CharField(label="Why", max_length=2000, widget=TWO_LINES)
