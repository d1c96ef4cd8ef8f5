"""The addresses of the list of studies, and of what is entered by hand."""

from django.urls import path

from studies.appraisals import differences_pages as settling
from studies.appraisals import history_pages as past
from studies.appraisals import instrument_pages as tools
from studies.appraisals import opened_pages as opened
from studies.appraisals import pages as appraisals
from studies.report_copies import pages as report_copies
from studies.results import dispute_pages as dispute
from studies.results import edit_pages as result
from studies.results import outcome_pages as outcome
from studies.results import pages as results
from studies.studies import (
    arm_pages,
    edit_pages,
    inclusion_pages,
    pages,
    report_pages,
)
from studies.tables import pages as tables

urlpatterns = [
    path("instruments/", tools.instruments, name="instruments"),
    path("instruments/new/", tools.define, name="define-instrument"),
    path("instruments/<slug:instrument_key>/", tools.instrument, name="instrument"),
    path("instruments/<slug:instrument_key>/new/", tools.define, name="define-version"),
    path(
        "instruments/<slug:instrument_key>/withdraw/",
        tools.withdraw,
        name="withdraw-instrument",
    ),
    path(
        "instruments/<slug:instrument_key>/reinstate/",
        tools.reinstate,
        name="reinstate-instrument",
    ),
    path("studies/", pages.studies, name="studies"),
    path("studies/new/", pages.new_study, name="new-study"),
    path("studies/<int:study_id>/edit/", edit_pages.edit, name="edit-study"),
    path("studies/<int:study_id>/history/", edit_pages.history, name="study-history"),
    path("studies/<int:study_id>/arms/", arm_pages.arms, name="study-arms"),
    path(
        "studies/<int:study_id>/includes/",
        inclusion_pages.inclusions,
        name="study-includes",
    ),
    path("studies/<int:study_id>/reports/", report_pages.reports, name="study-reports"),
    path(
        "studies/<int:study_id>/report-copies/",
        report_copies.copies,
        name="report-copies",
    ),
    path("report-copies/<int:copy_id>/", report_copies.copy, name="report-copy"),
    path(
        "report-copies/<int:copy_id>/remove/",
        report_copies.remove,
        name="remove-report-copy",
    ),
    path("studies/<int:study_id>/appraise/", appraisals.start, name="appraise-study"),
    path(
        "studies/<int:study_id>/appraise/<int:study_round_id>/",
        appraisals.appraise,
        name="appraise",
    ),
    path(
        "studies/<int:study_id>/appraisals/<int:study_round_id>/",
        opened.appraisals,
        name="appraisals",
    ),
    path(
        "studies/<int:study_id>/appraisals/<int:study_round_id>/differences/",
        settling.differences,
        name="appraisal-differences",
    ),
    path(
        "studies/<int:study_id>/appraisals/<int:study_round_id>/history/",
        past.history,
        name="appraisal-history",
    ),
    path("studies/<int:study_id>/results/new/", results.new_result, name="new-result"),
    path("results/<int:result_id>/", results.result, name="result"),
    path("results/<int:result_id>/answers/", results.answer, name="answer-result"),
    path(
        "studies/<int:study_id>/results/table/",
        tables.of_a_study,
        name="results-of-study",
    ),
    path("results/table/", tables.of_many_studies, name="results-of-studies"),
    path("results/disputes/", dispute.disputes, name="disputes"),
    path("results/<int:result_id>/settle/", dispute.settle, name="settle-result"),
    path("results/<int:result_id>/check/", results.check, name="check-result"),
    path("results/<int:result_id>/dispute/", result.dispute, name="dispute-result"),
    path("results/<int:result_id>/edit/", result.edit, name="edit-result"),
    path("results/<int:result_id>/history/", result.history, name="result-history"),
    path("results/<int:result_id>/withdraw/", result.withdraw, name="withdraw-result"),
    path(
        "results/<int:result_id>/reinstate/", result.reinstate, name="reinstate-result"
    ),
    path("outcomes/<int:outcome_id>/edit/", outcome.edit, name="edit-outcome"),
    path("outcomes/<int:outcome_id>/history/", outcome.history, name="outcome-history"),
]
