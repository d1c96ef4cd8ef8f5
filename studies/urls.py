"""The addresses of the research side's lists, and of what is entered by hand."""

from django.urls import path

from studies.views import (
    answering,
    entering,
    exporting,
    import_records,
    imports,
    lists,
    merging,
)

app_name = "studies"
urlpatterns = [
    path("studies/", lists.studies, name="studies"),
    path("studies/new/", entering.new_study, name="new-study"),
    path("studies/<int:study_id>/results/new/", entering.new_result, name="new-result"),
    path("results/<int:result_id>/check/", entering.check, name="check-result"),
    path("references/", lists.references, name="references"),
    path("imports/", imports.imports, name="imports"),
    path("imports/<int:import_id>/", imports.import_page, name="import"),
    path("imports/<int:import_id>/mapping/", imports.mapping, name="import-mapping"),
    path("imports/<int:import_id>/again/", imports.again, name="import-again"),
    path("imports/<int:import_id>/begin/", imports.begin, name="import-begin"),
    path("imports/<int:import_id>/fill/", imports.fill, name="import-fill"),
    path("imports/<int:import_id>/asked/", answering.asked, name="import-asked"),
    path(
        "imports/<int:import_id>/asked/again/",
        answering.ask_again,
        name="import-ask-again",
    ),
    path("imports/<int:import_id>/stop/", imports.stop, name="import-stop"),
    path("imports/<int:import_id>/undo/", imports.undo, name="import-undo"),
    path("imports/<int:import_id>/file/", imports.file, name="import-file"),
    path("imports/<int:import_id>/rejected/", imports.rejected, name="import-rejected"),
    path(
        "imports/<int:import_id>/records/",
        import_records.records,
        name="import-records",
    ),
    path(
        "imports/<int:import_id>/records/<int:number>/",
        answering.record,
        name="import-record",
    ),
    path("references/export/", exporting.references, name="export-references"),
    path(
        "references/<int:reference_id>/export/",
        exporting.reference,
        name="export-reference",
    ),
    path("references/<int:reference_id>/merge/", merging.merge, name="merge-reference"),
    path("merges/<int:merge_id>/undo/", merging.unmerge, name="unmerge-reference"),
    path("references/new/", entering.new_reference, name="new-reference"),
]
