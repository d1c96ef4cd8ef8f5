"""Forms of more than one sitting: kept per person and row until they are handed in."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F, Model
from django.db.models.functions import Now

from core.actions import action, running
from core.errors import LostRace
from core.models import KeptForm
from core.nouns import noun_of


def kept_form(row: Model, person: AbstractBaseUser) -> KeptForm | None:
    """What a person filled in about a row and has not handed in."""
    return _kept(row, person).first()


@action
def keep_form(
    *,
    row: Model,
    said: Mapping[str, Any],
    by: Any,
    reason: str = "",
    revision: int | None = None,
) -> KeptForm:
    """Keep a form as it stands, however incomplete; nobody else sees it.

    ``revision`` is that of what was kept before as its person saw it, 0 where there was
    nothing. Raises LostRace where another window kept something meanwhile.
    """
    kept, made = KeptForm.objects.select_for_update().get_or_create(
        person=by, model=noun_of(row), row_id=row.pk, defaults={"said": dict(said)}
    )
    if made:
        return kept
    if revision is not None and kept.revision != revision:
        raise LostRace(
            "You changed this in another window meanwhile. What you typed here is kept "
            "below: save it again to use it.",
            current=kept,
        )
    rows = KeptForm.objects.filter(pk=kept.pk)
    rows.update(said=dict(said), revision=F("revision") + 1, kept_at=Now())
    kept.refresh_from_db()
    return kept


def drop_form(row: Model, person: AbstractBaseUser) -> None:
    """Forget what was kept, once it is handed in. Only inside an action."""
    running()
    _kept(row, person).delete()


def _kept(row: Model, person: AbstractBaseUser) -> Any:
    return KeptForm.objects.filter(person=person.pk, model=noun_of(row), row_id=row.pk)
