"""The forms of what joins a study to others and to what is found outside."""

from django import forms

from core.forms import Form, NumberedField
from studies.models import Report, Study


class FoundForm(Form):
    """A record that a search brought, and what it is to the study."""

    candidate = forms.CharField(
        max_length=60, error_messages={"required": "Choose the record."}
    )
    role = forms.ChoiceField(choices=Report.Role.pairs)


class LookForm(Form):
    """What is looked for: an identifier, a name and a year, or words of a title."""

    words = forms.CharField(max_length=400)


class FoundBody(FoundForm):
    """The search's job too."""

    job = forms.IntegerField()


class MergeBody(Form):
    """The study that stays, and why the two are one."""

    into = NumberedField(queryset=Study.objects.current())


class UnmergeBody(Form):
    """The study that was merged into this one."""

    merged = forms.IntegerField()
