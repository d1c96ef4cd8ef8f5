"""What a person may do, asked by templates. `{% load accounts %}` brings it in."""

from django import template

from accounts.permissions import Permission, can

register = template.Library()


@register.filter
def may(user, permission):
    """Whether a person may do something: `{% if user|may:"IMPORT_REFERENCES" %}`."""
    return can(user, Permission[permission])
