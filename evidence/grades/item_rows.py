"""The rows of the evidence beside a grade's form, each drawn once and kept so."""

from collections.abc import Mapping
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from evidence.facts.declared import ItemFacts
from evidence.judged import ELEMENTS
from evidence.words import Bearing, Directness

BEARINGS, DIRECTNESS = Bearing.pairs(), Directness.pairs()


def item_row(
    item: ItemFacts,
    reading: Mapping[str, str],
    problems: tuple[str, ...],
    *,
    is_read: bool,
) -> SafeString:
    """An item's row: what it is, and beside it what is said of it where it is read.

    A row is a function of these alone. Of two hundred only the one that was changed is
    drawn anew; together they took half of the page's time.
    """
    draw = _draw if settings.DEBUG else _drawn  # while templates are worked on
    return draw(item, tuple(reading.items()), problems, is_read)


def _draw(
    item: ItemFacts,
    reading: tuple[tuple[str, str], ...],
    problems: tuple[str, ...],
    is_read: bool,
) -> SafeString:
    said = dict(reading)
    context = {
        "item": item,
        "reading": said,
        "problems": problems,
        "is_read": is_read,
        "bearings": BEARINGS,
        "directness": DIRECTNESS,
        "elements": [
            {
                "name": name,
                "label": name.capitalize(),
                "value": said.get(f"{name}_match", ""),
            }
            for name in ELEMENTS
        ],
    }
    return render_to_string("evidence/grades/_grade_item.html", context)


_drawn = lru_cache(maxsize=1024)(_draw)  # of 4 KB each
