"""What a person may do, asked by templates. `{% load accounts %}` brings it in."""

from django import template
from django.conf import settings

from accounts.permissions import Permission, can
from core import navigation

register = template.Library()


@register.filter
def may(user, permission):
    """Whether a person may do something: `{% if user|may:"IMPORT_REFERENCES" %}`."""
    return can(user, Permission[permission])


@register.simple_tag
def person_menu(user):
    """The groups of links under a person's name: what they may do, where it exists."""
    groups = []
    for heading, pages in settings.PERSON_MENU:
        open_to = tuple(
            (label, path) for label, path, needs in pages if _may(user, needs)
        )
        if links := navigation.links(open_to):
            groups.append((heading, links))
    return groups


def _may(user, needs):
    return not needs or can(user, Permission[needs])
