"""Who tells of a notice, in words. `{% load notices %}` brings it in."""

from django import template

from bibliography.notices.models import unconfirmed_by

register = template.Library()


@register.filter
def only_said_by(names):
    """That sources alone tell of it whose word does not count: nothing without any."""
    return f"said by {unconfirmed_by(names)}" if names else ""
