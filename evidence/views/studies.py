"""Pages of the research side that also show claims: a study, a reference."""

from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can
from evidence.models import CitedWork, Claim, ResultSource
from evidence.views.claims import withdrawn
from studies.actions.references import record_from
from studies.citations import formatted
from studies.figures import result_in_words
from studies.formats import WRITERS
from studies.models import ImportRecord, Notice, Reference, Result, Study

MOST_IMPORTS = 20  # records of imports shown on a reference's page


def study(request, study_id):
    """One study: its results, its notices, and what rests on it."""
    row = get_object_or_404(
        Study.objects.with_retracted().select_related("withdrawn_by"), pk=study_id
    )
    if row.merged_into_id:
        return redirect("evidence:study", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The study {row.label}")
    context = {
        "study": row,
        "may_enter": can(request.user, Permission.ENTER_RESULTS),
        "may_check": can(request.user, Permission.CHECK_RESULTS),
        "results": results_of(row),
        "reports": row.reports.select_related("reference").order_by("role", "id"),
        "notices": Notice.objects.standing_on_study(row),
        "claims": Claim.objects.current().resting_on(row.pk).order_by("id"),
        "works": cited_as(row),
        "inclusions": row.inclusions.select_related("study").order_by("id"),
    }
    return render(request, "evidence/study.html", context)


def results_of(study):
    """The study's current results, each with its numbers in words and its source."""
    rows = list(
        Result.objects.current()
        .filter(study=study)
        .select_related("outcome", "compiled_from", "entered_by", "checked_by")
        .order_by("outcome__name", "id")
    )
    sources = {
        source.result_id: source
        for source in ResultSource.objects.filter(result__in=rows).select_related(
            "version__article"
        )
    }
    return [
        {"row": row, "in_words": result_in_words(row), "source": sources.get(row.pk)}
        for row in rows
    ]


def cited_as(study):
    """How each article used the study: the works it cites that are this study."""
    return (
        CitedWork.objects.filter(study=study, merged_into=None)
        .select_related("article", "reference")
        .prefetch_related("citations__mention_links__mention__claim")
        .order_by("article__title", "id")
    )


def reference(request, reference_id):
    """One reference: what it is, what is said of it, and what stands on it."""
    row = get_object_or_404(
        Reference.objects.with_retracted()
        .with_identifiers()
        .select_related("withdrawn_by"),
        pk=reference_id,
    )
    if row.merged_into_id:
        return redirect("evidence:reference", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The reference “{row}”")
    context = {
        "reference": row,
        "notices": Notice.objects.standing_on(row),
        "reports": row.reports.select_related("study").order_by("role", "id"),
        "checks": row.checks.order_by("-asked_at")[:20],
        "works": row.cited_works.select_related("article").order_by("id"),
        "claims": Claim.objects.current().touched_by(row.pk).order_by("id"),
        "import_records": imported_as(row, request.user),
        "may_look": can(request.user, Permission.LOOK_UP_WORKS),
        "may_note": can(request.user, Permission.WITHDRAW),
        "may_merge": can(request.user, Permission.MERGE),
        "citations": citations_of(row),
        "formats": WRITERS.values(),
    }
    return render(request, "evidence/reference.html", context)


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
