"""What goes away from the API: announced in headers and on its page long before.

An entry of ``GOING`` makes every answer of its collection say so, by the headers
Deprecation (RFC 9745) and Sunset (RFC 8594). It is removed with the thing itself.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.http import HttpResponseBase
from django.utils.http import http_date

DOCS = "/api/docs/#goes-away"


@dataclass(frozen=True)
class Going:
    """A collection, or a field or filter of it, that will not be there one day.

    ``what`` and ``instead`` complete the sentence "claims: what goes, use instead".
    """

    collection: str
    what: str
    instead: str
    since: date
    until: date


GOING: tuple[Going, ...] = ()


def announce(answer: HttpResponseBase, collection: str) -> None:
    """Set the headers of an answer of a collection of which something goes away.

    The earliest days count where several things go.
    """
    found = [each for each in GOING if each.collection == collection]
    if not found:
        return
    since = min(each.since for each in found)
    until = min(each.until for each in found)
    answer["Deprecation"] = f"@{_seconds(since)}"
    answer["Sunset"] = http_date(_seconds(until))
    answer["Link"] = f'<{DOCS}>; rel="deprecation"; type="text/html"'


def _seconds(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp())
