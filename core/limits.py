"""What may be asked of what costs others something: so often, and so much at once.

``use`` counts what a visitor asks for in a while, on all machines together; ``turn``
is for what takes a processor's whole time, ``Places`` for what lasts, in each web
process.
"""

import hashlib
import hmac
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from core.actions import one_after_another, running
from core.clock import database_now
from core.errors import Busy, Refused
from core.models import LimitUse

KEEP = timedelta(days=1)
_NETWORK_OF_6 = 64  # bits of an IPv6 address that one household shares
_ACCOUNT = "account "
_turns = threading.Condition()
_at_work: set[str] = set()
_waiting: set[str] = set()


@dataclass(frozen=True)
class Limit:
    """So many uses of something ``within`` a while; ``noun`` is what one use is."""

    what: str
    noun: str
    most: int
    within: timedelta


def use(limit: Limit, address: str) -> None:
    """Note one use from a network address, or of an account as ``visitor_of`` names it.

    Raises Refused where there were too many.

    Only inside an action: what is refused there leaves no use behind. Two at once are
    counted one after the other.
    """
    running()
    who, now = _hash_of(limit.what, address), database_now()
    one_after_another(who)
    lately = LimitUse.objects.filter(
        what=limit.what, who_sha256=who, at__gt=now - limit.within
    )
    if lately.count() >= limit.most:
        first = lately.order_by("at").values_list("at", flat=True)[0]
        minutes = max(int((first + limit.within - now).total_seconds() // 60) + 1, 1)
        raise Refused(
            f"{limit.most} {limit.noun} came from {_whose(address)} within "
            f"{_in_words(limit.within)}; the next can be asked for in {minutes} "
            f"minute{'' if minutes == 1 else 's'}."
        )
    LimitUse.objects.create(what=limit.what, who_sha256=who, at=now)


class Places:
    """Places for what lasts as long as its visitor likes: some, half for any one.

    Whoever has none is sent away at once.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.had_by: Counter[str] = Counter()
        self.lock = threading.Lock()

    def take(self, who: str) -> bool:
        """Whether a network address, or an account, gets a place; it is to be left."""
        who = _network_of(who)
        with self.lock:
            all_had, mine = self.had_by.total(), self.had_by[who]
            if all_had >= self.most or mine >= max(1, self.most // 2):
                return False
            self.had_by[who] += 1
            return True

    def leave(self, who: str) -> None:
        """Leave a place that was taken."""
        who = _network_of(who)
        with self.lock:
            self.had_by[who] -= 1
            self.had_by += Counter()  # forgets who has none


@contextmanager
def turn(who: str) -> Iterator[None]:
    """Hold one of the few places for heavy work while a block runs.

    ``who`` is as ``visitor_of`` names it, and has one place at a time. So few wait, and
    so short, that threads are left to answer pages. Raises Busy where no place is free
    in time.
    """
    who = _network_of(who)
    with _turns:
        if not _waited(who):
            raise Busy(
                "What you, or other visitors, sent before is being read just now. "
                "Send this again in a minute."
            )
        _at_work.add(who)
    try:
        yield
    finally:
        with _turns:
            _at_work.discard(who)
            _turns.notify_all()


@contextmanager
def turn_where_long(request: HttpRequest) -> Iterator[None]:
    """Hold a place of ``turn`` where a request sent enough to be heavy work.

    Up to HEAVY_FROM_BYTES none is needed.
    """
    sent = int(request.META.get("CONTENT_LENGTH") or 0)
    if sent <= settings.HEAVY_FROM_BYTES:
        yield
        return
    with turn(visitor_of(request)):
        yield


def _waited(who: str) -> bool:
    """Wait for a place where there is none, with the lock held; whether there is."""

    def is_free() -> bool:
        return len(_at_work) < settings.HEAVY_AT_ONCE and who not in _at_work

    if is_free():
        return True
    if who in _waiting or len(_waiting) >= settings.HEAVY_WAITING:
        return False
    _waiting.add(who)
    try:
        return _turns.wait_for(is_free, settings.HEAVY_WAIT_SECONDS)
    finally:
        _waiting.discard(who)


def visitor_of(request: HttpRequest) -> str:
    """Whom a request's limits count for: an account, else a network address."""
    if request.user.is_authenticated:
        return account(request.user)
    return request.META.get("REMOTE_ADDR") or "unknown"


def account(user: Any) -> str:
    """An account, as limits count for it."""
    return f"{_ACCOUNT}{user.pk}"


def forget_uses(now: datetime) -> None:
    """Forget the uses that count no more."""
    LimitUse.objects.filter(at__lt=now - KEEP).delete()


def _hash_of(what: str, address: str) -> str:
    """A network, so that nobody who reads the table learns which."""
    return hmac.new(
        settings.SECRET_KEY.encode(),
        f"{what} {_network_of(address)}".encode(),
        hashlib.sha256,
    ).hexdigest()


def _network_of(address: str) -> str:
    """An address, of IPv6 its network; what is no address stands for itself."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if read.version == 6:
        return str(ip_network(f"{read}/{_NETWORK_OF_6}", strict=False))
    return str(read)


def _whose(address: str) -> str:
    return "you" if address.startswith(_ACCOUNT) else "your network"


def _in_words(within: timedelta) -> str:
    hours = int(within.total_seconds() // 3600)
    return "an hour" if hours == 1 else f"{hours} hours"
