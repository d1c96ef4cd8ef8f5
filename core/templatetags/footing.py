"""How values are worded and marked on pages: presentation alone, no query.

`{% load footing %}` brings it in. Unknown is a value: None reads "not stated".
"""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from core import navigation
from core.nearest import nearest
from core.pager import CappedCount
from core.sent_again import fields_sent

register = template.Library()

MINUS = "\N{MINUS SIGN}"
NOT_STATED = "not stated"
MONTHS = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ]\d\d:.*)?")


@register.filter
def number(value, digits=None):
    """A number with thousands separators and a true minus; `digits` after the point.

    >>> number(-1234.5, 1)
    '−1,234.5'
    """
    if value is None or value == "":
        return NOT_STATED
    if isinstance(value, str):
        value = Decimal(value)
    text = f"{value:,}" if digits is None else f"{value:,.{int(digits)}f}"
    # Rounding can leave a zero with a sign, which says nothing.
    if text.startswith("-") and not text.strip("-0.,"):
        text = text[1:]
    return text.replace("-", MINUS)


@register.filter
def signed(value):
    """A step up or down: `+1`, `−2`, `0`."""
    text = number(value)
    return text if text[0] in f"{MINUS}0n" else f"+{text}"


@register.simple_tag
def interval(estimate, low=None, high=None, digits=2):
    """`0.38 (0.20 to 0.70)`; says so where the estimate or its interval is unknown."""
    if estimate is None:
        return NOT_STATED
    if low is None and high is None:
        return f"{number(estimate, digits)} (interval not stated)"
    return f"{number(estimate, digits)} ({between(low, high, digits)})"


@register.simple_tag
def between(low, high, digits=2):
    """Two bounds: `0.20 to 0.70`; an open one reads `up to 0.70` or `from 0.20`."""
    if low is None and high is None:
        return NOT_STATED
    if low is None:
        return f"up to {number(high, digits)}"
    if high is None:
        return f"from {number(low, digits)}"
    return f"{number(low, digits)} to {number(high, digits)}"


def _local(value):
    """An aware datetime in the site's time zone; anything else as it is."""
    aware = isinstance(value, datetime) and timezone.is_aware(value)
    return timezone.localtime(value) if aware else value


@register.filter
def day(value):
    """A date as `12 Nov 2026`, from a date, a datetime or ISO text.

    ISO text may end early (`2026-11` → `Nov 2026`, `2026`); other text is returned
    as it is, since a source's own wording beats a guess.
    """
    if value is None or value == "":
        return NOT_STATED
    if isinstance(value, date):
        value = _local(value)
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    match = PARTIAL_DATE.fullmatch(str(value))
    if not match or not 1 <= int(match[2] or 1) <= 12:
        return str(value)
    month = MONTHS[int(match[2]) - 1] if match[2] else ""
    first = str(int(match[3])) if match[3] else ""
    return " ".join(part for part in (first, month, match[1]) if part)


@register.filter
def day_time(value):
    """A datetime, or its ISO text, as `12 Nov 2026, 14:03 UTC`."""
    if value is None or value == "":
        return NOT_STATED
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    value = _local(value)
    return f"{day(value)}, {value:%H:%M %Z}".rstrip()


@register.filter
def counted(count, forms):
    """A count with its noun: `{{ n|counted:"study,studies" }}` → `1 study`.

    One form takes a plain s; zero reads `no studies`.
    """
    one, _, many = forms.partition(",")
    many = many or f"{one}s"
    if count is None:
        return f"an unknown number of {many}"
    if isinstance(count, CappedCount):
        if count.is_more:
            return f"{count} {many}"
        count = count.n
    return f"{number(count) if count else 'no'} {one if count == 1 else many}"


@register.filter
def worded(count, forms):
    """The noun alone that fits a count: `{{ n|worded:"study,studies" }}`."""
    one, _, many = forms.partition(",")
    return one if count == 1 else many or f"{one}s"


@register.filter
def of(mapping, key):
    """What a mapping holds for a key that only the page knows; None: nothing."""
    return mapping.get(key)


@register.simple_tag
def mark(component, **words):
    """A small component of a few possible words, as on each row of a list.

    `{% mark "flag" word="sample" tone="q" %}` is `_components/_flag.html`, made once a
    process; what it is not told is empty.
    """
    return _made(component, **words)


@lru_cache(maxsize=1024)
def _made(component, **words):
    return get_template(f"_components/_{component}.html").render(words)


@register.simple_tag
def options(pairs, chosen):
    """What a select offers, as on each row of a form: `{% options bearings value %}`.

    `pairs` are values with their words; the list is made once a process for each that
    is chosen.
    """
    return _offered(tuple(map(tuple, pairs)), chosen)


@lru_cache(maxsize=1024)
def _offered(pairs, chosen):
    return format_html_join(
        "\n",
        '<option value="{}"{}>{}</option>',
        (
            (value, mark_safe(" selected") if value == chosen else "", words)
            for value, words in pairs
        ),
    )


@register.simple_tag
def address(path):
    """Where to link to for a page of the site; empty where no such page is."""
    return navigation.address(path)


@register.simple_tag
def sign_in_address():
    """Where one signs in; empty where no such page is."""
    return navigation.sign_in_address()


@register.simple_tag
def route(name):
    """The address of a route by its name; empty where none is."""
    return navigation.named(name)


@register.simple_tag(takes_context=True)
def nearest_pages(context):
    """The pages above an address that leads nowhere, the nearest first."""
    request = context.get("request")
    return nearest(request) if request else []


@register.simple_tag(takes_context=True)
def fields_to_send_again(context):
    """The fields of a form whose answer failed through nobody's fault."""
    request = context.get("request")
    return fields_sent(request) if request else []


@register.simple_tag(takes_context=True)
def main_menu(context):
    """The header's links, those of them whose page exists."""
    request = context.get("request")
    return navigation.links(settings.MAIN_MENU, request.path if request else "")


@register.simple_tag
def about_menu():
    """The footer's links, those of them whose page exists."""
    return navigation.links(settings.ABOUT_MENU)
