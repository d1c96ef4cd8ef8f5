"""Identifiers as links to what they name. `{% load identifiers %}` brings it in."""

from django import template
from django.utils.html import format_html, format_html_join

from bibliography.records import Scheme
from texts.addresses import address_of, pieces

register = template.Library()

_LABELS = dict(Scheme.pairs())
_SAYS_ITSELF = (Scheme.NCT, Scheme.ISRCTN, Scheme.URL, Scheme.PMCID)


@register.simple_tag
def identifier(scheme, value, text=""):
    """An identifier as people read it, linked to what it names where it leads there.

    `{% identifier "doi" record.doi %}` is a link that reads `DOI 10.5555/abc`; `text`
    says something else in its place, and stands alone where there is no value.
    """
    if not value:
        return text
    words = text or named(scheme, str(value))
    return _link(address_of(scheme, str(value)), words)


@register.filter
def linked(text):
    """A text whose registrations and web addresses are links."""
    made = ((_link(piece.address, piece.text),) for piece in pieces(text or ""))
    return format_html_join("", "{}", made)


def named(scheme, value):
    """An identifier with what numbers it, unless its own letters say so."""
    if scheme in _SAYS_ITSELF:
        return value
    return f"{_LABELS.get(scheme, scheme)} {value}"


def _link(address, words):
    if not address:
        return format_html("{}", words)
    return format_html(
        '<a class="break" href="{}" rel="nofollow noopener">{}</a>', address, words
    )
