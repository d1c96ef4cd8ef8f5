"""Forms speak the house's words."""

from importlib import import_module
from pathlib import Path

from django import forms as django_forms
from django.conf import settings

from core.forms import LONGEST_LINE, LONGEST_TEXT, Form, ModelForm, WholeText

PAGES = [
    import_module(".".join(path.relative_to(settings.BASE_DIR).with_suffix("").parts))
    for path in sorted(Path(settings.BASE_DIR).glob("*/*/forms.py"))
]


class Example(Form):
    """Two choices, as a table's column offers them."""

    shape = django_forms.ChoiceField(
        label="Its shape", choices=[("", "---------"), ("a", "round")]
    )
    colour = django_forms.ChoiceField(
        required=False, choices=[("", "---------"), ("b", "blue"), ("c", "--- red")]
    )


def test_what_is_missing_is_named():
    form = Example({})
    assert form.errors == {"shape": ["“Its shape” is missing."]}


def test_an_empty_choice_says_what_it_means():
    form = Example()
    assert form.fields["shape"].choices[0] == ("", "choose one")
    assert form.fields["colour"].choices == [
        ("", "not stated"),
        ("b", "blue"),
        ("c", "--- red"),
    ]


def test_every_form_of_a_page_stands_on_the_house_s_own():
    shown = [
        thing
        for module in PAGES
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, django_forms.BaseForm)
        and thing.__module__ == module.__name__
    ]
    assert shown
    assert [form for form in shown if not issubclass(form, (Form, ModelForm))] == []


class Texts(Form):
    """A line, a text of several, and one that its reader bounds."""

    line = django_forms.CharField(required=False)
    text = django_forms.CharField(required=False, widget=django_forms.Textarea)
    title = django_forms.CharField(required=False, widget=django_forms.Textarea)
    whole = WholeText(required=False)
    own = django_forms.CharField(required=False, max_length=3)


def test_no_text_is_longer_than_a_page_can_show():
    long = "x" * (LONGEST_TEXT + 1)
    errors = Texts(dict.fromkeys(Texts.base_fields, long)).errors
    assert set(errors) == {"line", "text", "title", "own"}
    assert errors["text"] == [
        "At most 100,000 characters go in here; these are 100001."
    ]
    assert Texts({"text": long[1:], "line": "x" * LONGEST_LINE}).is_valid()
    assert not Texts({"title": "x" * (LONGEST_LINE + 1)}).is_valid()
