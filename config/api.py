"""The API's addresses: its collections, its schema and the schema's page."""

from csp.decorators import csp_update
from django.urls import include, path
from django.views.defaults import page_not_found
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import DefaultRouter

import evidence.api
import studies.api
from accounts.api import JobViewSet
from core.api.changes import ChangeViewSet
from core.api.problems import problem_answer

COLLECTIONS = {
    **evidence.api.COLLECTIONS,
    **studies.api.COLLECTIONS,
    "jobs": JobViewSet,
    "changes": ChangeViewSet,
}

router = DefaultRouter()
router.include_format_suffixes = False
for name, viewset in COLLECTIONS.items():
    router.register(name, viewset, basename=name)

# The documentation page's own scripts set styles on elements.
documentation = csp_update({"style-src": ["'unsafe-inline'"]})(
    SpectacularSwaggerSplitView.as_view(url_name="api-schema")
)


def nothing_here(request, exception):
    """The page of an address that is none; a program gets a problem instead."""
    if not request.path.startswith("/api/v1/"):
        return page_not_found(request, exception)
    detail = "There is nothing at this address. /api/v1/ lists what there is."
    return problem_answer(404, detail)


urlpatterns = [
    path("v1/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("v1/", include(router.urls)),
    path("docs/", documentation, name="api-docs"),
]
