"""Whose wrong passwords are counted together: one name, tried from one address."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest


def name_tried(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    """The name in a sign-in attempt; upper and lower case are one name."""
    given = (credentials or request.POST).get("username") or ""
    return given.strip().lower()


def address_tried_from(request: HttpRequest) -> str | None:
    """The visitor's address; proxies were seen to where the request came in."""
    return request.META.get("REMOTE_ADDR") or None
