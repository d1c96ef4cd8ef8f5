"""A reference's page: what is said of it, and what stands on it."""

from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can
from bibliography.formats import WRITERS
from bibliography.formatted import formatted
from bibliography.models import ImportRecord, Notice, Reference
from bibliography.notices.asked import said_of_notices, sources_in
from bibliography.references.actions import record_from
from evidence.references.reach import first_reached
from evidence.references.withdrawing_pages import gone

SHOWN_CHECKS, MOST_CHECKS = 20, 60  # of these the last word of each source is told
MOST_IMPORTS = 20  # records of imports shown on a reference's page


def reference(request, reference_id):
    """One reference: what it is, what is said of it, and what stands on it."""
    row = get_object_or_404(
        Reference.objects.with_retracted()
        .with_identifiers()
        .select_related("withdrawn_by"),
        pk=reference_id,
    )
    if row.merged_into_id:
        return redirect("reference", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return gone(request, row)
    notices = list(Notice.objects.standing_on(row))
    checks = list(row.checks.order_by("-asked_at", "-id")[:MOST_CHECKS])
    context = {
        "reference": row,
        "issue": issue_of(row),
        "notices": notices,
        "asked": said_of_notices(
            (check for check in checks if "updates" not in check.query),
            sources_in(each.source_names for each in notices),
        ),
        "texts": row.stored_texts.current().without_text().order_by("id"),
        "reports": row.reports.current().with_study_names().order_by("role", "id"),
        "checks": checks[:SHOWN_CHECKS],
        "uses": first_reached(row.pk, ("claims", "articles", "reviews")),
        "import_records": imported_as(row, request.user),
        "may_look": can(request.user, Permission.LOOK_UP_WORKS),
        "may_note": can(request.user, Permission.EDIT_STUDIES),
        "may_withdraw": can(request.user, Permission.WITHDRAW),
        "may_edit": can(request.user, Permission.EDIT_STUDIES),
        "may_merge": can(request.user, Permission.MERGE),
        "citations": citations_of(row),
        "formats": WRITERS.values(),
    }
    return render(request, "evidence/references/reference.html", context)


def issue_of(row):
    """Year, volume, issue and pages as reference lists have them: 2001;3(2):10-19."""
    year = row.year or "year not stated"
    volume = row.volume and f";{row.volume}"
    issue = row.issue and f"({row.issue})"
    pages = row.pages and f":{row.pages}"
    return f"{year}{volume}{issue}{pages}"


def imported_as(row, user):
    """The first records of imports that are this reference, for who may see them."""
    if not can(user, Permission.IMPORT_REFERENCES):
        return []
    return ImportRecord.objects.about(row)[:MOST_IMPORTS]


def citations_of(row):
    """The reference as an entry of a reference list, one a style, if it has words."""
    if not row.title:
        return []
    record = record_from(row)
    return [
        ("Vancouver", formatted(record, "vancouver")),
        ("APA", formatted(record, "apa")),
    ]
