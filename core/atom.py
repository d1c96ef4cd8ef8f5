"""Atom feeds (RFC 4287) of whatever text people typed."""

import re
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
# What XML 1.0 cannot hold.
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Feed(Atom1Feed):
    """A feed without the characters that XML cannot hold.

    ``made_at`` is how old it is while there is nothing in it; else it is as old as the
    question.
    """

    def __init__(
        self,
        title: str,
        link: str,
        description: str,
        *,
        made_at: datetime | None = None,
        **more: Any,
    ) -> None:
        super().__init__(held(title), link, held(description), **more)
        self.made_at = made_at

    def add_item(
        self,
        title: str,
        link: str,
        description: str,
        author_name: str | None = None,
        **more: Any,
    ) -> None:
        """Add an entry; a title with nothing to hold is its address."""
        author = held(author_name) if author_name else None
        title = held(title) or link
        super().add_item(title, link, held(description), author_name=author, **more)

    def latest_post_date(self) -> datetime:
        """When the newest entry came."""
        if self.made_at and not self.items:
            return self.made_at
        return super().latest_post_date()

    def as_bytes(self) -> bytes:
        """The feed as it is sent."""
        return self.writeString("utf-8").encode()


def held(text: str) -> str:
    """A text without what XML cannot hold."""
    return _NO_CHARACTER.sub("", text)
