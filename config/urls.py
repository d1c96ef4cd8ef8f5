"""Every address of Footing."""

from django.urls import include, path

from accounts.access import always_open
from config import api
from core.health import health

handler404 = api.nothing_here
handler500 = "config.failing.server_error"
urlpatterns = [
    path("health/", always_open(health), name="health"),
    path("api/", include(api)),
    path("<slug:collection>.csv", api.table, name="table"),
    path("", include("accounts.urls")),
    path("", include("bibliography.urls")),
    path("", include("studies.urls")),
    path("", include("claims.urls")),
    path("", include("articles.urls")),
    path("", include("evidence.urls")),
]
