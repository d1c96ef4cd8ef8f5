"""The answer where something failed before, in or after a view."""

import sys

from django.contrib.auth.models import AnonymousUser
from django.views import defaults

from config.middleware import refused
from core.failures import failure_of


def server_error(request):
    """What failed, in a sentence; a fault of ours has a page of its own."""
    failure = failure_of(sys.exc_info()[1])
    if failure is None:
        return defaults.server_error(request)
    request.user = AnonymousUser()  # who it is, a database that is away cannot say
    return refused(request, failure.sentence, failure.status)
