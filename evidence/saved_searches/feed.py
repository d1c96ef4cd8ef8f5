"""A saved search as an Atom feed (RFC 4287)."""

from collections.abc import Iterable

from core.atom import Feed
from evidence.finding.everything import KINDS
from evidence.saved_searches.finding import Found
from evidence.saved_searches.models import SavedSearch


def atom(saved: SavedSearch, found: Iterable[Found], site: str, here: str) -> bytes:
    """The feed's bytes; ``site`` is our address without a slash, ``here`` the feed's.

    An entry is a row, by its address; it comes again when a claim gets a verdict.
    """
    feed = Feed(
        title=f"{saved.name} · Footing",
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
            title=one.title,
            link=f"{site}{one.address}",
            unique_id=f"{site}{one.address}",
            description=_summary(one),
            pubdate=one.row.created_at,
            updateddate=one.at,
            categories=[KINDS[one.kind].label],
        )
    return feed.as_bytes()


def _summary(one: Found) -> str:
    if one.kind != "claim":
        return ""
    claim = one.row
    parts = [claim.get_verdict_display(), claim.get_certainty_display()]
    if claim.standing:
        parts.append(claim.get_standing_display())
    return " · ".join(parts)
