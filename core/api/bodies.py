"""What a program sends, read by the pages' own forms: the same rules and sentences.

A body is an object of the form's fields, or of a serializer's where what is sent nests.
What a change leaves out stays as it is; absent is not empty. ``reason`` may stand in
every body, and is empty where it does not: history keeps it.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Manager, Model
from django.forms import modelform_factory
from rest_framework import serializers

from core.errors import LONGEST_NAME, BadQuery, FieldProblem, Refused, some_of
from core.forms import Form

REASON = "reason"
MOST_IN_A_REASON = 2000
MOST_PROBLEMS = 10  # of fields that are none, told one by one
Body = type[forms.BaseForm] | type[serializers.Serializer]
_LISTS = (
    forms.MultipleChoiceField,
    forms.ModelMultipleChoiceField,
    SimpleArrayField,
)


class NoFields(Form):
    """A step that is told nothing but, perhaps, why."""


def with_columns(form: type[forms.ModelForm], names: Iterable[str]) -> type[Any]:
    """A page's form with more of the table's columns, as an action names them."""
    known = [*form._meta.fields]
    more = sorted(set(names) - {*known, *form.base_fields})
    return modelform_factory(form._meta.model, form=form, fields=[*known, *more])


def said_in(form: Body, data: Any, **given: Any) -> dict[str, Any]:
    """All that the form found in a body, for an action.

    Raises Refused with every problem; BadQuery where the body is no object.
    """
    if issubclass(form, serializers.Serializer):
        return _nested(form, data)
    body, reason = _parted(form, data)
    unsaid = {name: _initial(field) for name, field in form.base_fields.items()}
    return _cleaned(form({**unsaid, **body}, **given)) | reason


def changes_in(form: Body, data: Any, row: Model) -> dict[str, Any]:
    """What a body changes of a row: those fields alone, judged as the whole row.

    Raises as ``said_in`` does, and Refused where nothing is to change.
    """
    if isinstance(data, Mapping) and not set(data) - {REASON}:
        raise Refused("Nothing was sent to change.")
    if issubclass(form, serializers.Serializer):
        return _nested(form, data)
    body, reason = _parted(form, data)
    stands = {name: _stored(row, name) for name in form.base_fields}
    instance = type(row)._base_manager.get(pk=row.pk)  # the form writes on it
    cleaned = _cleaned(form({**stands, **body}, instance=instance))
    said = {name: cleaned[name] for name in body if name in cleaned}
    return said | reason


def _initial(field: forms.Field) -> Any:
    """What a page's form begins with, which is what an absent field is taken for."""
    return field.initial() if callable(field.initial) else field.initial


def _stored(row: Model, name: str) -> Any:
    """A column as it stands; rows beside it are no column, and stand for nothing."""
    value = row.serializable_value(name) if hasattr(row, name) else None
    return None if isinstance(value, Manager) else value


def _cleaned(form: forms.BaseForm) -> dict[str, Any]:
    if form.is_valid():
        return form.cleaned_data
    problems = [
        FieldProblem("" if name == NON_FIELD_ERRORS else name, str(sentence))
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]
    raise Refused(" ".join(one.sentence for one in problems), problems=problems)


def _parted(form: type[forms.BaseForm], data: Any) -> tuple[dict, dict]:
    """The form's fields of a body, and the reason where the form asks for none."""
    fields = form.base_fields
    _refuse_unknown({*fields, REASON}, data)
    shapes = [_misshapen(fields.get(name), name, data[name]) for name in data]
    _refuse(problem for problem in shapes if problem)
    body = dict(data)
    apart = {} if REASON in fields else {REASON: body.pop(REASON, "")}
    return body, apart


def _nested(form: type[serializers.Serializer], data: Any) -> dict[str, Any]:
    """What a body holds of a serializer's fields, as far as it was sent."""
    read = form(data=data, partial=True)
    _refuse_unknown({*read.fields, REASON}, data)
    read.is_valid(raise_exception=True)
    for name, field in read.fields.items():
        inner = getattr(field, "child", None)
        if isinstance(inner, serializers.Serializer):
            for each in data.get(name, ()):
                _refuse_unknown(set(inner.fields), each, within=name)
    reason = data.get(REASON, "")
    _refuse(filter(None, [_misshapen(None, REASON, reason)]))
    return dict(read.validated_data) | {REASON: reason}


def _refuse_unknown(known: set[str], data: Any, *, within: str = "") -> None:
    if not isinstance(data, Mapping):
        raise BadQuery("A JSON object was expected.")
    unknown = sorted(str(name) for name in set(data) - known)
    if unknown:
        path = f"{within}." if within else ""
        problems = [
            FieldProblem(f"{path}{each[:LONGEST_NAME]}", "There is no such field.")
            for each in unknown[:MOST_PROBLEMS]
        ]
        raise Refused(
            f"There is no {some_of(unknown)} to set here; expected were "
            f"{', '.join(sorted(known))}.",
            problems=problems,
        )


def _refuse(problems: Iterable[FieldProblem]) -> None:
    """Refuse all of them at once, where there are any."""
    if found := tuple(problems):
        raise Refused(" ".join(one.sentence for one in found), problems=found)


def _misshapen(field: forms.Field | None, name: str, value: Any) -> FieldProblem | None:
    """Where JSON says a list or yes for a text: a form would take its letters."""
    if field is None:  # the reason
        fits = isinstance(value, str) and len(value) <= MOST_IN_A_REASON
        expected = f"a text of at most {MOST_IN_A_REASON:,} characters"
    elif isinstance(field, _LISTS):
        fits = value is None or isinstance(value, list) and all(map(_is_plain, value))
        expected = "a list"
    elif isinstance(field, forms.JSONField):
        fits, expected = value is None or isinstance(value, dict), "an object"
    elif isinstance(field, forms.BooleanField):
        fits, expected = isinstance(value, bool), "true or false"
    elif isinstance(field, forms.DateField):
        fits = value is None or isinstance(value, str)
        expected = "a day such as 2026-01-31"
    else:
        fits, expected = value is None or _is_plain(value), "a text or a number"
    sentence = f"“{name}” takes {expected}."
    return None if fits else FieldProblem(name, sentence)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


# --- for the schema ---


def _list(**said: Any) -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField(), **said)


def _rows(**said: Any) -> serializers.ListField:
    return serializers.ListField(child=serializers.IntegerField(), **said)


def _texts(**said: Any) -> serializers.DictField:
    return serializers.DictField(child=serializers.CharField(), **said)


_FIELDS: tuple[tuple[type[forms.Field], Callable[..., serializers.Field]], ...] = (
    (forms.BooleanField, serializers.BooleanField),
    (forms.ModelMultipleChoiceField, _rows),  # it is a choice of one as well
    (forms.ModelChoiceField, serializers.IntegerField),
    (forms.FloatField, serializers.FloatField),
    (forms.IntegerField, serializers.IntegerField),
    (forms.DateField, serializers.DateField),
    (_LISTS, _list),
    (forms.JSONField, _texts),
)
_NEVER_NULL = (serializers.BooleanField, _list, _rows)


@cache
def body_of(form: Body, name: str) -> type[serializers.Serializer]:
    """A form as a serializer, called ``name`` in the API's schema."""
    if issubclass(form, serializers.Serializer):
        return form
    fields = {
        each: _described(field, changes=name.startswith("Change"))
        for each, field in form.base_fields.items()
    }
    fields.setdefault(
        REASON, serializers.CharField(required=False, help_text="kept in the history")
    )
    words = {"__doc__": form.__doc__, "__module__": form.__module__}
    return type(f"{name}Serializer", (serializers.Serializer,), fields | words)


def _described(field: forms.Field, *, changes: bool) -> serializers.Field:
    required = field.required and field.initial is None and not changes
    words = [str(field.label or ""), str(field.help_text or "")]
    is_row = isinstance(field, forms.ModelChoiceField)
    if isinstance(field, forms.ChoiceField) and not is_row:
        values = ", ".join(str(value) for value, _ in field.choices if value)
        words.append(f"One of: {values}.")
    said = {"required": required, "help_text": " · ".join(filter(None, words))}
    for kind, described in _FIELDS:
        if isinstance(field, kind):
            empty = field.required or described in _NEVER_NULL
            return described(**said, **({} if empty else {"allow_null": True}))
    return serializers.CharField(allow_blank=not field.required, **said)
