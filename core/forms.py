"""Forms in the house's words: what is missing is named, an empty choice says so.

Every form stands on ``Form`` or ``ModelForm`` here, so that no page shows a library's
own "This field is required." or a row of dashes.
"""

from typing import Any

from django import forms

CHOOSE, NOT_STATED = "choose one", "not stated"
TWO_LINES = forms.Textarea(attrs={"rows": 2})
_THEIRS = forms.Field.default_error_messages["required"]


class _Worded:
    """What the two bases share."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label = field.label or name.replace("_", " ").capitalize()
            if field.error_messages["required"] == _THEIRS:
                field.error_messages["required"] = f"“{label}” is missing."
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = CHOOSE if field.required else NOT_STATED
            elif isinstance(field, forms.ChoiceField):
                _name_the_empty_choice(field)


def _name_the_empty_choice(field: forms.ChoiceField) -> None:
    """Say what leaving a choice empty means, where its model left that open."""
    empty = CHOOSE if field.required else NOT_STATED
    field.choices = [
        (value, empty if value in ("", None) and set(str(words)) == {"-"} else words)
        for value, words in field.choices
    ]


class Form(_Worded, forms.Form):
    """A form of its own."""


class ModelForm(_Worded, forms.ModelForm):
    """A form of a table's columns."""


class EditForm(ModelForm):
    """A row put right, the state of it that was seen, and, where it is said, why."""

    reason = forms.CharField(label="Why", required=False, max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ReasonForm(Form):
    """Why something is done, and which state of its row the person saw."""

    reason = forms.CharField(label="Why", max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class NumberedField(forms.ModelChoiceField):
    """A row by its number, among those that can be meant."""

    default_error_messages = {"invalid_choice": "There is none here of this number."}
