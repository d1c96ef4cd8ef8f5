"""Forms in the house's words: what is missing is named, an empty choice says so.

Every form stands on ``Form`` or ``ModelForm`` here, so that no page shows a library's
own "This field is required." or a row of dashes.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import Model, QuerySet

CHOOSE, NOT_STATED = "choose one", "not stated"
TWO_LINES = forms.Textarea(attrs={"rows": 2})
LONGEST_LINE, LONGEST_TEXT = 10_000, 100_000  # characters, where a field says no other
MOST_OFFERED = 10  # rows of which one is to be chosen
_CHOSEN = re.compile(r"#?([0-9]{1,18})(?: · .*)?", re.DOTALL)
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
            elif isinstance(field, forms.CharField) and field.max_length is None:
                _bound(name, field)


def _bound(name: str, field: forms.CharField) -> None:
    """Refuse what is longer than anybody reads on a page; nothing is cut off.

    What a page carries unseen, and a ``WholeText``, is bounded by what reads it.
    """
    is_line = name == "title" or isinstance(field.widget, forms.TextInput)
    if not (field.widget.is_hidden or isinstance(field, WholeText)):
        most = LONGEST_LINE if is_line else LONGEST_TEXT
        said = f"At most {most:,} characters go in here; these are %(show_value)d."
        field.validators.append(MaxLengthValidator(most, said))


def _name_the_empty_choice(field: forms.ChoiceField) -> None:
    """Say what leaving a choice empty means, where its model left that open.

    Radio buttons of which one is to be chosen need none for it.
    """
    empty = CHOOSE if field.required else NOT_STATED
    drops = field.required and isinstance(field.widget, forms.RadioSelect)
    field.choices = [
        (value, empty if value in ("", None) and set(str(words)) == {"-"} else words)
        for value, words in field.choices
        if value not in ("", None) or not drops
    ]


class WholeText(forms.CharField):
    """An article, records or a table, pasted: what reads it says how much it takes."""


class Form(_Worded, forms.Form):
    """A form of its own."""


class ModelForm(_Worded, forms.ModelForm):
    """A form of a table's columns."""


class EditForm(ModelForm):
    """A row put right, the state of it that was seen, and, where it is said, why."""

    reason = forms.CharField(label="Why", required=False, max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class WhyForm(Form):
    """Why something is done, where nothing else is said."""

    reason = forms.CharField(label="Why", max_length=2000, widget=TWO_LINES)


class ReasonForm(Form):
    """Why something is done, and which state of its row the person saw."""

    reason = forms.CharField(label="Why", max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class NumberedField(forms.ModelChoiceField):
    """A row by its number, among those that can be meant."""

    default_error_messages = {"invalid_choice": "There is none here of this number."}


class MeantField(forms.CharField):
    """A row that a person names by words of it, as it is searched for elsewhere.

    ``rows`` gives a QuerySet with ``meant_by``, ``what`` they are, as "claim". Of
    several that fit one is chosen by what is ``offered``: its number and its name, as
    "12 · Example 2001", which means that one alone; so does its number.
    """

    def __init__(
        self, *, rows: Callable[[], QuerySet], what: str, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.rows, self.what = rows, what
        self.offered: Sequence[str] = ()

    def clean(self, value: Any) -> Any:
        """The one row that is meant; None where nothing was said."""
        words = super().clean(value).strip()
        if not words:
            return None
        found = self._found(words)
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(f"No {self.what} here fits “{words}”.")
        self.offered = [chosen(row) for row in found[:MOST_OFFERED]]
        raise forms.ValidationError(
            f"Several fit “{words}”, say which: {'; '.join(self.offered)}."
        )

    def _found(self, words: str) -> list[Model]:
        number = _CHOSEN.fullmatch(words)
        named = self.rows().filter(pk=number[1]) if number else ()
        return list(named) or list(self.rows().meant_by(words)[:MOST_OFFERED])


def chosen(row: Model) -> str:
    """A row as a ``MeantField`` offers it: its number and its name."""
    return f"{row.pk} · {getattr(row, 'name', row)}"


class Needed(NamedTuple):
    """When a field is needed: a choice and its values, or that it is filled at all."""

    chooser: str
    values: tuple[str, ...]
    words: str

    @property
    def chosen(self) -> str:
        """As a page's script reads it."""
        return "=".join(filter(None, (self.chooser, " ".join(self.values))))

    def holds(self, said: Mapping[str, Any]) -> bool:
        """Whether what is said makes it necessary."""
        chosen = said.get(self.chooser)
        return chosen in self.values if self.values else chosen not in (None, "")
