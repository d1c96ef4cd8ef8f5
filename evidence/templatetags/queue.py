"""What the bar of a queue needs on whichever page it stands."""

from django import template

from evidence.queue.words import SkipReason

register = template.Library()


@register.simple_tag
def skip_reasons() -> list[tuple[str, str]]:
    """Why something may be skipped: values with their labels."""
    return SkipReason.set_pairs()
