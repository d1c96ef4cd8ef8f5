"""The form that calls for appraisals of a study or one of its results."""

from django import forms

from accounts import round_forms
from accounts.models import User
from accounts.permissions import Permission
from core.forms import Form, NumberedField
from core.rounds import MOST_WANTED
from studies.models import Result, Study

ME, OTHERS, OFFER = "me", "others", "offer"


class CallForm(Form):
    """Which instrument, of what, by whom."""

    result = forms.ModelChoiceField(Result.objects.none(), required=False)
    instrument = forms.CharField(max_length=130)  # its key, or key:variant
    who = forms.ChoiceField(
        choices=[
            (ME, "I do it"),
            (OTHERS, "these reviewers"),
            (OFFER, "whoever takes a place"),
        ],
        initial=ME,
        required=False,
    )
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
        self.fields["reviewers"].queryset = User.objects.who_may(Permission.APPRAISE)

    def clean(self):
        """Whoever is named is asked, or it is said that they are not."""
        data = super().clean()
        if data.get("who") in ("", ME) and data.get("reviewers"):
            self.add_error(
                "who", "You named reviewers: say under “By whom” that they do it."
            )
        return data

    def said(self):
        """What the action is called with."""
        data = self.cleaned_data
        key, _, variant = data["instrument"].partition(":")
        alone = data["who"] in ("", ME)
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
        help_text="how many appraise, each alone; all reviewers named do, at least",
    )
    reviewers = forms.ModelMultipleChoiceField(User.objects.none(), required=False)
    names_hidden = forms.BooleanField(
        required=False, help_text="whose is whose, until they agreed"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewers"].queryset = User.objects.who_may(Permission.APPRAISE)

    def clean_result(self):
        """The result, if it is one of the study."""
        result = self.cleaned_data["result"]
        study = self.cleaned_data.get("study")
        if result and study and result.study_id != study.pk:
            raise forms.ValidationError("This is a result of another study.")
        return result


class ReplacingForm(round_forms.ReplacingForm):
    """Whose place in a round of appraising is taken away."""

    to_judge = Permission.APPRAISE


class ReviewerForm(round_forms.ReviewerForm):
    """Who is given a place in a round of appraising."""

    to_judge = Permission.APPRAISE
