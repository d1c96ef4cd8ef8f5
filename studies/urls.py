"""The addresses of the research side's lists."""

from django.urls import path

from studies.views import lists

app_name = "studies"
urlpatterns = [
    path("studies/", lists.studies, name="studies"),
    path("references/", lists.references, name="references"),
]
