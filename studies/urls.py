"""The addresses of the list of studies, and of what is entered by hand."""

from django.urls import path

from studies.results import pages as results
from studies.studies import edit_pages, pages

urlpatterns = [
    path("studies/", pages.studies, name="studies"),
    path("studies/new/", pages.new_study, name="new-study"),
    path("studies/<int:study_id>/edit/", edit_pages.edit, name="edit-study"),
    path("studies/<int:study_id>/history/", edit_pages.history, name="study-history"),
    path("studies/<int:study_id>/results/new/", results.new_result, name="new-result"),
    path("results/<int:result_id>/check/", results.check, name="check-result"),
]
