"""A study's page: its results, its notices, and what rests on it."""

from django.http import Http404
from django.shortcuts import redirect, render

from accounts.permissions import Permission, can
from articles.models import CitedWork
from bibliography.references.quoting import quote_in
from bibliography.stored_texts.models import read_kept_texts
from core.kept_sql import KeptRows
from core.pages import withdrawn
from evidence.claims.queries import claims_with_evidence
from evidence.facts.lights import study_lights
from evidence.judged import own_report_of
from evidence.talk.queries import comments_counted_for
from evidence.talk.words import About
from evidence.words import OwnReport
from studies.appraisals.showing import opened_of
from studies.designs import REVIEWS
from studies.figures import (
    computed_in_words,
    printed_in_words,
    result_in_words,
    whose_in_words,
)
from studies.models import Result, Study
from studies.results.in_full import disagreements_of
from studies.studies.queries import notices_of_studies


def study(request, study_id):
    """One study: its results, its notices, and what rests on it."""
    readers = [request.user.pk] if request.user.is_authenticated else []
    row = next(iter(shown_studies.rows(studies=[study_id], readers=readers)), None)
    if row is None:
        raise Http404("There is no such study.")
    if row.merged_into_id:
        return redirect("study", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The study {row.label}")
    may_edit = can(request.user, Permission.EDIT_STUDIES)
    reports = reports_of(row)
    results = results_of(row, reports)
    inclusions = row.inclusions.select_related("study").order_by("id")
    context = {
        "study": row,
        "may_edit": may_edit,
        "may_list": may_edit and (row.design in REVIEWS or inclusions),
        "arms": row.arms.order_by("id"),
        "may_enter": can(request.user, Permission.ENTER_RESULTS),
        "may_check": can(request.user, Permission.CHECK_RESULTS),
        "may_withdraw": can(request.user, Permission.WITHDRAW),
        "may_merge": can(request.user, Permission.MERGE),
        "results": results,
        "lights": study_lights(row, [each["row"] for each in results]),
        "withdrawn": withdrawn_results_of(row),
        "appraised": opened_of(row),
        "may_appraise": can(request.user, Permission.APPRAISE),
        "reports": reports,
        "own_report": OwnReport(row.own_report),
        "notices": notices_of_studies().standing_on_study(row),
        "claims": claims_with_evidence().current().resting_on(row.pk).order_by("id"),
        "works": cited_as(row),
        "inclusions": inclusions,
    }
    return render(request, "evidence/studies/study.html", context)


@KeptRows
def shown_studies(studies, readers):
    """Studies with what their pages say of them to readers: one person, or nobody."""
    rows = Study.objects.with_retracted().annotate(
        own_report=own_report_of("pk"),
        talk=comments_counted_for(About.STUDY, readers),
    )
    return rows.select_related("withdrawn_by").filter(pk__any_of=studies)


def reports_of(study):
    """The study's reports, each with its record and its identifiers."""
    rows = study.reports.select_related("reference").order_by("role", "id")
    return list(rows.prefetch_related("reference__identifiers"))


def results_of(study, reports):
    """The study's current results, each with its numbers in words and its source.

    ``reports`` are all of the study's.
    """
    rows = shown_results.rows(studies=[study.pk])
    records = list({each.reference_id: each.reference for each in reports}.values())
    read_kept_texts([*records, *(row.compiled_from for row in rows)])
    return [
        {
            "row": row,
            "quoted": quoted_in(row, records),
            "whose": whose_in_words(row),
            "in_words": result_in_words(row),
            "beside": list(
                filter(None, (printed_in_words(row), computed_in_words(row)))
            ),
            "disagrees": disagreements_of(row),
            "source": getattr(row, "second_hand_source", None),
        }
        for row in rows
    ]


@KeptRows
def shown_results(studies):
    """The current results of studies, with all that is printed of them."""
    return (
        Result.objects.current()
        .filter(study__any_of=studies)
        .select_related("study", "outcome", "compiled_from", "arm_1", "arm_2")
        .select_related("entered_by", "checked_by", "disputed_by")
        .select_related("second_hand_source__version__article")
        .order_by("outcome__name", "id")
    )


def quoted_in(result, reports):
    """Whether a result's quote stands in its source's stored text, in words."""
    if not result.quote or result.provenance not in Result.Provenance.at_source():
        return ""
    records = [result.compiled_from] if result.compiled_from else reports
    return quote_in(result.quote, records).state.label


def withdrawn_results_of(study):
    """The study's results that were taken back, newest first."""
    rows = study.results.filter(merged_into=None).exclude(withdrawn_at=None)
    return rows.select_related("outcome", "withdrawn_by").order_by("-withdrawn_at")


def cited_as(study):
    """How each article used the study: the works it cites that are this study."""
    return (
        CitedWork.objects.filter(study=study, merged_into=None)
        .select_related("article", "reference")
        .prefetch_related("citations__mention_links__mention__claim")
        .order_by("article__title", "id")
    )
