"""Fails every request of a test that performs more than one outermost action."""

from django.urls import resolve

from core.actions import counted_actions

# Routes that still perform several, each with what keeps it so.
EXCEPTIONS: dict[str, str] = {}


def one_action_a_request(get_response):
    """Middleware: what a request asks for is stored whole, or not at all."""

    def middleware(request):
        with counted_actions() as performed:
            response = get_response(request)
        if len(performed) > 1:
            name = resolve(request.path_info).view_name
            assert name in EXCEPTIONS, f"{name} performs {', '.join(performed)}"
        return response

    return middleware
