"""The API's addresses: its collections, its schema and the schema's page."""

from csp.decorators import csp_update
from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import DefaultRouter

import evidence.api
import studies.api
from accounts.api import JobViewSet
from core.api.changes import ChangeViewSet

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

urlpatterns = [
    path("v1/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("v1/", include(router.urls)),
    path("docs/", documentation, name="api-docs"),
]
