"""Forms speak the house's words."""

from importlib import import_module
from pkgutil import iter_modules

import evidence.forms
from django import forms as django_forms

import studies.results.forms
from core.forms import Form, ModelForm

PAGES = [studies.results.forms, evidence.forms] + [
    import_module(f"evidence.forms.{module.name}")
    for module in iter_modules(evidence.forms.__path__)
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
