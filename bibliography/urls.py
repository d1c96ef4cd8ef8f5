"""The addresses of references and imports; a reference's page shows claims."""

from django.urls import path

from bibliography.imports import answering_pages, pages, record_pages
from bibliography.references import (
    edit_pages,
    export_pages,
    identifier_pages,
    merge_pages,
)
from bibliography.references import pages as references
from bibliography.stored_texts import pages as stored_texts

urlpatterns = [
    path("references/", references.references, name="references"),
    path("references/new/", references.new_reference, name="new-reference"),
    path("references/export/", export_pages.references, name="export-references"),
    path(
        "references/<int:reference_id>/edit/",
        edit_pages.edit,
        name="edit-reference",
    ),
    path(
        "references/<int:reference_id>/identifiers/",
        identifier_pages.identifiers,
        name="reference-identifiers",
    ),
    path(
        "references/<int:reference_id>/history/",
        edit_pages.history,
        name="reference-history",
    ),
    path(
        "references/<int:reference_id>/export/",
        export_pages.reference,
        name="export-reference",
    ),
    path(
        "references/<int:reference_id>/merge/",
        merge_pages.merge,
        name="merge-reference",
    ),
    path(
        "references/<int:reference_id>/texts/new/",
        stored_texts.new_text,
        name="new-stored-text",
    ),
    path("stored-texts/<int:text_id>/", stored_texts.text, name="stored-text"),
    path(
        "stored-texts/<int:text_id>/withdraw/",
        stored_texts.withdraw,
        name="withdraw-stored-text",
    ),
    path("merges/<int:merge_id>/undo/", merge_pages.unmerge, name="unmerge-reference"),
    path("imports/", pages.imports, name="imports"),
    path("imports/<int:import_id>/", pages.import_page, name="import"),
    path("imports/<int:import_id>/mapping/", pages.mapping, name="import-mapping"),
    path("imports/<int:import_id>/encoding/", pages.encoding, name="import-encoding"),
    path("imports/<int:import_id>/again/", pages.again, name="import-again"),
    path("imports/<int:import_id>/begin/", pages.begin, name="import-begin"),
    path("imports/<int:import_id>/fill/", pages.fill, name="import-fill"),
    path("imports/<int:import_id>/asked/", answering_pages.asked, name="import-asked"),
    path(
        "imports/<int:import_id>/asked/again/",
        answering_pages.ask_again,
        name="import-ask-again",
    ),
    path("imports/<int:import_id>/stop/", pages.stop, name="import-stop"),
    path("imports/<int:import_id>/undo/", pages.undo, name="import-undo"),
    path("imports/<int:import_id>/file/", pages.file, name="import-file"),
    path("imports/<int:import_id>/rejected/", pages.rejected, name="import-rejected"),
    path(
        "imports/<int:import_id>/records/", record_pages.records, name="import-records"
    ),
    path(
        "imports/<int:import_id>/records/<int:number>/",
        answering_pages.record,
        name="import-record",
    ),
]
