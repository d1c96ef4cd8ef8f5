"""A saved search as an Atom feed (RFC 4287)."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.utils.feedgenerator import Atom1Feed

from evidence.finding.everything import KINDS
from evidence.saved_searches.finding import Found
from evidence.saved_searches.models import SavedSearch

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
# What XML 1.0 cannot hold.
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Feed(Atom1Feed):
    """A feed that is as old as its search where nothing is found yet."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else self.feed["made_at"]


def atom(saved: SavedSearch, found: Iterable[Found], site: str, here: str) -> bytes:
    """The feed's bytes; ``site`` is our address without a slash, ``here`` the feed's.

    An entry is a row, by its address; it comes again when a claim gets a verdict.
    """
    feed = _Feed(
        title=_held(f"{saved.name} · Footing"),
        link=f"{site}{saved.address}",
        feed_url=here,
        feed_guid=f"{site}/saved-searches/{saved.pk}/",
        description=f"What is new in {saved.get_searched_display()}.",
        author_name="Footing",
        language="en",
        made_at=saved.made_at,
    )
    for one in found:
        feed.add_item(
            title=_held(one.title) or one.address,
            link=f"{site}{one.address}",
            unique_id=f"{site}{one.address}",
            description=_held(_summary(one)),
            pubdate=one.row.created_at,
            updateddate=one.at,
            categories=[KINDS[one.kind].label],
        )
    return feed.writeString("utf-8").encode()


def _summary(one: Found) -> str:
    if one.kind != "claim":
        return ""
    claim = one.row
    parts = [claim.get_verdict_display(), claim.get_certainty_display()]
    if claim.standing:
        parts.append(claim.get_standing_display())
    return " · ".join(parts)


def _held(text: str) -> str:
    return _NO_CHARACTER.sub("", text)
