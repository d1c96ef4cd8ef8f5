"""The form that calls for appraisals of a study or one of its results."""

from django import forms

from accounts.models import User
from accounts.permissions import Permission, can
from core.forms import Form
from studies.models import Result

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
        people = User.objects.filter(is_active=True).order_by("display_name", "pk")
        may = [each.pk for each in people if can(each, Permission.APPRAISE)]
        self.fields["reviewers"].queryset = people.filter(pk__in=may)

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
