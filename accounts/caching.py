"""What no cache may keep: all that a visitor without an account would not get."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers, patch_vary_headers


def keep_out_of_caches(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Mark what was answered to somebody signed in, or where all have to sign in.

    A cache between is told, too, that others get something else.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        patch_vary_headers(response, ("Cookie", "Authorization"))
        if settings.READING != "open" or request.user.is_authenticated:
            add_never_cache_headers(response)
        return response

    return middleware
