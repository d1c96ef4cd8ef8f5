"""Keeping a link to what a check found, and deleting it."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from articles.models import KeptLink
from core.actions import action, save
from core.errors import Refused
from core.limits import Limit, use

KEEP = timedelta(days=30)
LINKS = Limit("links kept", "links", 10, timedelta(hours=1))
_BYTES = 16  # 128 bits


@dataclass(frozen=True)
class Secrets:
    """What only the visitor has: the link's address, and the key that deletes it."""

    address: str
    key: str


@action
def keep_link(
    *, report: dict[str, Any], by: User, limited_to: str = "", reason: str = ""
) -> Secrets:
    """Keep a report for 30 days; its secrets are shown this once.

    ``limited_to`` is the network address of who may do so only so often.
    """
    if limited_to:
        use(LINKS, limited_to)
    made = Secrets(secrets.token_urlsafe(_BYTES), secrets.token_urlsafe(_BYTES))
    save(
        KeptLink(
            address_sha256=hash_of(made.address),
            key_sha256=hash_of(made.key),
            report=report,
            expires_at=timezone.now() + KEEP,
        )
    )
    return made


@action
def delete_link(*, link: KeptLink, key: str, by: User, reason: str = "") -> None:
    """Delete a link. Raises Refused where the key is not the one shown for it."""
    if not hmac.compare_digest(hash_of(key.strip()), link.key_sha256):
        raise Refused("This is not the key that was shown for this link.", field="key")
    link.delete()


@action
def forget_links(*, before: datetime, by: User, reason: str = "") -> int:
    """Delete the links whose time was over before then; how many."""
    return KeptLink.objects.filter(expires_at__lt=before).delete()[0]


def standing(address: str) -> KeptLink | None:
    """The link of an address, as long as it is kept."""
    rows = KeptLink.objects.filter(expires_at__gt=timezone.now())
    return rows.filter(address_sha256=hash_of(address)).first()


def hash_of(secret: str) -> str:
    """What is stored of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
