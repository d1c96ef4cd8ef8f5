"""Every address of Footing."""

from django.urls import include, path

from config import api

handler404 = api.nothing_here
urlpatterns = [
    path("accounts/", include("accounts.urls")),
    path("api/", include(api)),
    path("", include("evidence.urls")),
    path("", include("studies.urls")),
]
