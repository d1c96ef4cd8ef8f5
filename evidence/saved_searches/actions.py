"""Searches are saved, named, looked at and removed by the person whose they are."""

import secrets
from datetime import datetime

from django.db import connection

from accounts.models import User
from core.actions import action, expect_revision, save
from core.errors import NotAllowed, Refused
from evidence.saved_searches.finding import makes_sense
from evidence.saved_searches.models import SavedSearch

MOST_SAVED = 50  # of one person
_KEY_BYTES = 16


@action
def save_search(
    *, name: str, searched: str, query: str, by: User, reason: str = ""
) -> SavedSearch:
    """Keep a search under a name; what is there by now is not new."""
    if SavedSearch.objects.of(by).count() >= MOST_SAVED:
        raise Refused(f"You have {MOST_SAVED} saved searches; remove one first.")
    if problem := makes_sense(searched, query):
        raise Refused(problem, field="address")
    return save(
        SavedSearch(user=by, name=_in_one_line(name), searched=searched, query=query)
    )


@action
def rename_saved_search(
    *,
    saved: SavedSearch,
    name: str,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> SavedSearch:
    """Call one's saved search otherwise."""
    _own(saved, by, revision)
    return save(saved, name=_in_one_line(name))


@action
def look_at_saved_search(
    *,
    saved: SavedSearch,
    by: User,
    until: datetime | None = None,
    revision: int | None = None,
    reason: str = "",
) -> SavedSearch:
    """Note that its person has seen what was there at a moment, or is by now.

    What they saw before stays seen; the search itself, and its revision, stay as
    they are.
    """
    _own(saved, by, revision)
    now = seen_until()
    return save(saved, looked_at=max(saved.looked_at, min(until or now, now)))


@action
def make_feed(
    *, saved: SavedSearch, by: User, revision: int | None = None, reason: str = ""
) -> SavedSearch:
    """Give it a feed at a new address; one it had before leads nowhere any more."""
    _own(saved, by, revision)
    return save(saved, feed_key=secrets.token_hex(_KEY_BYTES))


@action
def revoke_feed(
    *, saved: SavedSearch, by: User, revision: int | None = None, reason: str = ""
) -> SavedSearch:
    """Let the address of its feed lead nowhere any more."""
    _own(saved, by, revision)
    return save(saved, feed_key="")


@action
def remove_saved_search(
    *, saved: SavedSearch, by: User, revision: int | None = None, reason: str = ""
) -> None:
    """Remove one's saved search, and its feed with it."""
    _own(saved, by, revision)
    saved.delete()


def seen_until() -> datetime:
    """The moment up to which all that was written can be seen.

    What is still being written has its date already and is not to be seen yet: it is
    new the next time.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT least(statement_timestamp(), min(xact_start)) FROM pg_stat_activity"
            " WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
            " AND datname = current_database()"
        )
        return cursor.fetchone()[0]


def _own(saved: SavedSearch, by: User, revision: int | None) -> None:
    """Refuse what is somebody else's, or was changed since ``revision`` was seen."""
    if saved.user_id != by.pk:
        raise NotAllowed("This is somebody else's saved search.")
    expect_revision(saved, revision)


def _in_one_line(name: str) -> str:
    return " ".join(name.split())
