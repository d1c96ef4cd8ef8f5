"""Form fields for what papers print: numbers by their own signs, and answers."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms

from core.errors import some_of
from studies.printed import PrintedNumber, read, read_whole

_LONGEST_ANSWER = 1000


def _shown(value: float) -> str:
    """A stored number as a form has it: 0.8, 5, -2.25."""
    return str(value).removesuffix(".0")


class PrintedField(forms.FloatField):
    """A number as printed: "0·80", "−2.0", "0,8"; its text stays with it.

    A number that a program sends, or that was left as it stood, has no text.
    """

    widget = forms.TextInput

    def __init__(self, *, share: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.share = share
        self.widget.attrs.setdefault("inputmode", "decimal")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No step and no bounds: it is a text."""
        return {}

    def to_python(self, value: Any) -> float | None:
        """The number, with the text it was typed as."""
        if value in self.empty_values or isinstance(value, str) and not value.strip():
            return None
        if isinstance(value, int | float):
            return super().to_python(value)
        try:
            number = read(value, share=self.share)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        return PrintedNumber(number.value, number.text)

    def prepare_value(self, value: Any) -> Any:
        """The text it was typed as, where there is one."""
        if isinstance(value, PrintedNumber):
            return value.text
        return _shown(value) if isinstance(value, int | float) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other signs stand there than the form showed."""
        shown = "" if initial is None else str(self.prepare_value(initial))
        return shown != ("" if data is None else str(data).strip())


class ShareField(PrintedField):
    """A share between 0 and 1; "85 %" is 0.85."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(share=True, **kwargs)


class EffectField(PrintedField):
    """An effect or an end of its interval; of a risk difference it may be in per cent.

    Whether the measure has shares is seen by the form.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(share=True, **kwargs)


class LevelField(PrintedField):
    """The level of an interval: 0.95, 95 and "95 %" are one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(share=True, **kwargs)

    def to_python(self, value: Any) -> float | None:
        """The level as a share, without a text."""
        number = super().to_python(value)
        if number is None:
            return None
        return float(number) / 100 if number > 1 else float(number)


class WholeField(forms.IntegerField):
    """A count as printed: "1,234" and "1 234" are one."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("inputmode", "numeric")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No step and no bounds: it is a text."""
        return {}

    def to_python(self, value: Any) -> int | None:
        """The whole number."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value or None if value != 0 else 0)
        try:
            return read_whole(value)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class AnswersWidget(forms.Widget):
    """A text for each thing asked, ``answers-mirror``; a program sends an object."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> dict[str, Any]:
        """The answers by what they answer."""
        sent = data.get(name)
        if isinstance(sent, Mapping):
            return dict(sent)
        start = f"{name}-"
        return {
            key.removeprefix(start): data.get(key)
            for key in data
            if key.startswith(start)
        }


class AnswersField(forms.JSONField):
    """By the code of what does not agree, why the numbers stand so all the same."""

    widget = AnswersWidget

    def __init__(self, *, codes: Collection[str], **kwargs: Any) -> None:
        super().__init__(required=False, initial=dict, **kwargs)
        self.codes = codes
        self.answer = forms.CharField(required=False, max_length=_LONGEST_ANSWER)

    def clean(self, value: Any) -> dict[str, str]:
        """The answers, each a text."""
        given = dict(value or {})
        unknown = sorted(set(given) - {str(code) for code in self.codes})
        if unknown:
            raise forms.ValidationError(
                f"There is no {some_of(unknown)} to answer; expected were "
                f"{', '.join(map(str, self.codes))}."
            )
        if not all(isinstance(words, str) for words in given.values()):
            raise forms.ValidationError("An answer is a text.")
        said = {code: self.answer.clean(words) for code, words in given.items()}
        return {code: words for code, words in said.items() if words}

    def bound_data(self, data: Any, initial: Any) -> Any:
        """As sent: it is no text of JSON."""
        return data

    def prepare_value(self, value: Any) -> Any:
        """As it is."""
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether something else is answered."""
        return (initial or {}) != (data or {})
