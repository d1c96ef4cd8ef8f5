"""Two people at one row: what one changed while the other filled in a form."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.forms import BaseForm, ModelForm

from core.history import history
from core.history_words import in_words


@dataclass(frozen=True)
class Meanwhile:
    """What somebody made of a field; ``typed`` where the form says a third thing."""

    label: str
    who: str
    at: datetime
    why: str
    old: str
    new: str
    typed: bool = False


def take_up(form: BaseForm, row: Model, seen: int) -> list[Meanwhile]:
    """Bring a form that lost a race up to its row, and say what others changed of it.

    ``row`` is as it stands, ``seen`` the revision that the form was filled in on. A
    field that its writer left alone shows what others made of it; what was typed stays.
    The form is for the newest revision then: sent again, it writes over what its writer
    was shown.
    """
    changed = _changed_since(row, seen)
    stands = type(form)(instance=row) if isinstance(form, ModelForm) else None
    form.data = form.data.copy()
    form.data[form.add_prefix("revision")] = str(row.revision)
    found = []
    for name, (entry, old) in changed.items():
        typed = name in form.cleaned_data and _plain(form.cleaned_data[name])
        now = row.serializable_value(name)
        if name in form.fields and typed == old:
            _show(form, name, stands.initial.get(name, now) if stands else now)
        field = type(row)._meta.get_field(name)
        found.append(
            Meanwhile(
                label=_label(form, field),
                who=entry.who or "somebody",
                at=entry.at,
                why=entry.why,
                old=in_words(field, old),
                new=in_words(field, now),
                typed=name in form.fields and typed not in (old, now),
            )
        )
    return found


def _changed_since(row: Model, seen: int) -> dict[str, tuple[Any, Any]]:
    """By column: the newest entry that changed it, and what it was at ``seen``.

    Nothing is known of rows whose history is not kept.
    """
    if not hasattr(row, "events"):
        return {}
    changed: dict[str, tuple[Any, Any]] = {}
    for entry in history(row):
        if entry.revision > seen:
            for name, (old, _) in entry.changes.items():
                newest = changed[name][0] if name in changed else entry
                changed[name] = newest, old
    return changed


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, Model) else value


def _show(form: BaseForm, name: str, value: Any) -> None:
    value = form.fields[name].prepare_value(value)
    form.data[form.add_prefix(name)] = "" if value is None else value


def _label(form: BaseForm, field: Any) -> str:
    bound = form.fields.get(field.name)
    label = bound and bound.label
    return str(label or field.verbose_name.capitalize())
