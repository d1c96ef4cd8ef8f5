"""Every address of Footing."""

from django.urls import include, path

from config import api

handler404 = api.nothing_here
urlpatterns = [
    path("api/", include(api)),
    path("<slug:collection>.csv", api.table, name="table"),
    path("", include("accounts.urls")),
    path("", include("bibliography.urls")),
    path("", include("studies.urls")),
    path("", include("claims.urls")),
    path("", include("articles.urls")),
    path("", include("evidence.urls")),
]
