"""Whose account opens where: sample people come in on their own machine alone.

Their password is printed for all to know. So they come in only on the embedded
database, which serves one machine, and only where the site is asked for on that
machine, by one of its own addresses.
"""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

from accounts.models import User


def may_come_in(user: User, request: HttpRequest) -> bool:
    """Whether an account opens to its password, its session or its token, here."""
    if not user.is_active:
        return False
    has_samples = settings.EMBEDDED and settings.SAMPLE
    return not user.sample or (has_samples and is_on_this_machine(request))


def is_on_this_machine(request: HttpRequest) -> bool:
    """Whether a visitor sits at this machine and asks for it by its own address."""
    host = split_domain_port(request.get_host())[0].strip("[]")
    visitor = request.META.get("REMOTE_ADDR", "")
    return (host == "localhost" or is_loopback(host)) and is_loopback(visitor)


def is_loopback(text: str) -> bool:
    """Whether a text is an address that leads to the machine it is used on."""
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False
