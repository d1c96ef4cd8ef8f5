"""Forms speak the house's words."""

from django import forms as django_forms

from core.forms import Form, ModelForm
from evidence.forms import bases, checking, checks, claims, curating, fetching, notices
from studies import forms as studies_forms

PAGES = [bases, checking, checks, claims, curating, fetching, notices, studies_forms]


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
    bare = [
        f"{module.__name__}.{name}"
        for module in PAGES
        for name, thing in vars(module).items()
        if isinstance(thing, type)
        and issubclass(thing, django_forms.BaseForm)
        and thing.__module__ == module.__name__
        and not issubclass(thing, (Form, ModelForm))
    ]
    assert bare == []
