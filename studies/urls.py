"""The addresses of the research side's lists, and of what is entered by hand."""

from django.urls import path

from studies.views import entering, lists

app_name = "studies"
urlpatterns = [
    path("studies/", lists.studies, name="studies"),
    path("studies/new/", entering.new_study, name="new-study"),
    path("studies/<int:study_id>/results/new/", entering.new_result, name="new-result"),
    path("results/<int:result_id>/check/", entering.check, name="check-result"),
    path("references/", lists.references, name="references"),
    path("references/new/", entering.new_reference, name="new-reference"),
]
