"""The address that a search is saved by, and the one its feed is read at."""

from urllib.parse import urlsplit

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from core.list_pages import without
from core.listing import OWN
from evidence.saved_searches.models import SavedSearch, SearchedList

LONGEST = 4_000  # of an address, in characters
NO_LIST = (
    "This is no address of a search or list here; expected one such as "
    "/claims/?q=fever."
)
_OF_PROGRAMS = "api/v1/"  # the same lists by the same query
_LISTS = frozenset(each.value for each in SearchedList)


def list_at(address: str, host: str) -> tuple[SearchedList, str] | None:
    """The list that an address of ours shows, and its query; None where it is no list.

    ``host`` is ours; an address of another has no list of ours.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if len(address) > LONGEST or (parts.netloc and parts.netloc != host):
        return None
    searched = parts.path.strip("/").removeprefix(_OF_PROGRAMS)
    if searched not in _LISTS:
        return None
    asked = without(QueryDict(parts.query), *OWN)
    for name in list(asked):
        asked.setlist(name, [one for one in asked.getlist(name) if one.strip()])
    return SearchedList(searched), asked.urlencode()


def feed_address(saved: SavedSearch) -> str:
    """The last part of the address of its feed; empty where it has none.

    Nobody guesses it, and whoever reads the tables cannot make it: it is signed with
    the site's key.
    """
    if not saved.feed_key:
        return ""
    return _signer().sign(f"{saved.pk}-{saved.feed_key}")


def saved_at(address: str) -> SavedSearch | None:
    """The saved search whose feed is at an address, with its person."""
    try:
        number, _, key = _signer().unsign(address).partition("-")
    except BadSignature:
        return None
    rows = SavedSearch.objects.select_related("user").exclude(feed_key="")
    return rows.filter(pk=int(number), feed_key=key).first()


def _signer() -> Signer:
    """Made when it is asked for: it holds the site's key."""
    return Signer(salt="evidence.saved_searches.feed", sep=".")
