"""The answer where something failed before, in or after a view."""

import sys

from django.contrib.auth.models import AnonymousUser
from django.shortcuts import render
from django.views import defaults

from config.middleware import refused
from core.failures import failure_of


def server_error(request):
    """What failed, in a sentence; a fault of ours has a page of its own."""
    failure = failure_of(sys.exc_info()[1])
    if failure is None:
        return fault(request)
    request.user = AnonymousUser()  # who it is, a database that is away cannot say
    return refused(request, failure.sentence, failure.status)


def fault(request):
    """The page of a fault of ours; it knows who is signed in, if that can be told."""
    try:
        return render(request, "500.html", status=500)
    except Exception:  # whatever failed may fail again: then a page without a request
        return defaults.server_error(request)
