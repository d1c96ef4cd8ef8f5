"""Short forms that an editor says, beside those that were read."""

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, save
from core.errors import Refused
from core.models import ShortForm


@action
def add_short_form(
    *, short: str, long: str, source: str, by: User, reason: str = ""
) -> ShortForm:
    """Say that a short form stands for a long one, and where that is read."""
    require(by, Permission.EXTEND_SEARCH)
    form = ShortForm(short=short.strip(), long=long.strip(), source=source.strip())
    form.short_key, form.long_key = map(ShortForm.key_of, (form.short, form.long))
    if form.short_key == form.long_key:
        raise Refused(
            "The two are one word; any spelling of it is found.", field="long"
        )
    form.by = by
    return save(form)


@action
def drop_short_form(*, short_form: ShortForm, by: User, reason: str = "") -> None:
    """Take back what an editor said; what was read in a text is left."""
    require(by, Permission.EXTEND_SEARCH)
    if short_form.by_id is None:
        raise Refused("It was read in a stored text, which explains it so.")
    short_form.delete()
