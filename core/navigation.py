"""Which of the site's pages exist, for the menus of the header and the footer.

Addresses, not route names, are what the outside relies on, so a page is looked for
at its address. A page nobody has written yet is left out instead of breaking all
the others.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.urls import (
    NoReverseMatch,
    Resolver404,
    get_script_prefix,
    get_urlconf,
    resolve,
)
from django.utils.http import url_has_allowed_host_and_scheme


@dataclass(frozen=True)
class Link:
    """One entry of a menu; `current` is "page", "true" (inside it) or empty."""

    label: str
    href: str
    current: str = ""


@lru_cache(maxsize=256)
def _answers(urlconf: str, path: str) -> bool:
    """Whether `urlconf` has a view at `path`; routes do not change while running."""
    try:
        resolve(path, urlconf)
    except Resolver404:
        return False
    return True


def address(path: str) -> str:
    """The address to link to for a site-absolute `path`; empty where no page is.

    What is asked of the page, behind a "?", goes with it.
    """
    page = path.partition("?")[0]
    if not _answers(get_urlconf() or settings.ROOT_URLCONF, page):
        return ""
    return get_script_prefix().rstrip("/") + path


def links(pages: tuple[tuple[str, str], ...], here: str = "") -> list[Link]:
    """The menu of those `pages` (label, path) that exist; `here` is the asked path."""
    found = []
    for label, path in pages:
        if href := address(path):
            inside = "true" if here.startswith(path) else ""
            found.append(Link(label, href, "page" if here == path else inside))
    return found


def sign_in_address() -> str:
    """Where one signs in (`LOGIN_URL`); empty where no such page is."""
    return named(settings.LOGIN_URL)


def named(to: str) -> str:
    """The address of a route's name (or an address as it is); empty where none is."""
    try:
        return resolve_url(to)
    except NoReverseMatch:
        return ""


def page_asked_for(request: HttpRequest) -> str:
    """The page that ``next`` of a request asks to go on to; empty unless it is ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if is_ours(wanted, request) else ""


def is_ours(url: str, request: HttpRequest) -> bool:
    """Whether an address is a path of this site, from the root.

    Django's redirect takes any other word for the name of a route.
    """
    ours = url_has_allowed_host_and_scheme(
        url, allowed_hosts=None, require_https=request.is_secure()
    )
    return ours and url.startswith("/")
