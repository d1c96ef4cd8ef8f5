"""Which wrong passwords are counted together, and when there were too many.

Those for one name from one network; and, whatever the names, those from one network.
"""

from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest

NETWORK_OF_6 = 64  # bits of an IPv6 address that one household shares


class Handler(AxesDatabaseHandler):
    """Locks out a name at an address, and an address over all names."""

    def is_locked(
        self, request: HttpRequest, credentials: Mapping[str, Any] | None = None
    ) -> bool:
        """Whether an attempt is refused before its password is looked at."""
        return is_address_locked(request) or super().is_locked(request, credentials)


def is_address_locked(request: HttpRequest) -> bool:
    """Whether too many wrong passwords came from an address, for whichever names."""
    lately = AccessAttempt.objects.filter(
        ip_address=address_tried_from(request),
        attempt_time__gte=get_cool_off_threshold(request),
    )
    failures = lately.aggregate(total=Sum("failures_since_start"))["total"] or 0
    return failures >= settings.FAILURES_OF_AN_ADDRESS


def why_locked(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    """What was too much, and what is not affected, in a sentence or two."""
    if is_address_locked(request):
        return "There were too many wrong passwords from this address."
    name = name_tried(request, credentials)
    return (
        f"There were too many wrong passwords for “{name}” from this address. Other "
        "names, and this name from elsewhere, are not affected."
    )


def name_tried(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    """The name in a sign-in attempt; upper and lower case are one name."""
    given = (credentials or request.POST).get("username") or ""
    return given.strip().lower()


def address_tried_from(request: HttpRequest) -> str | None:
    """The visitor's address, of IPv6 its network's; proxies were seen to before."""
    given = request.META.get("REMOTE_ADDR") or ""
    try:
        address = ip_address(given)
    except ValueError:
        return None
    if address.version == 4:
        return str(address)
    network = ip_network(f"{address}/{NETWORK_OF_6}", strict=False)
    return str(network.network_address)
