"""The page on which a study's reports are attached, given a role, and taken off."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from accounts.permissions import Permission, can, require
from bibliography.models import Reference
from core.pages import ask, current_row, row_forms, sent_row, take_step
from studies.models import Report, Study
from studies.studies.actions import add_report, edit_report, remove_report
from studies.studies.forms import AttachForm, ReportForm

MOST = 10  # records offered for some words


@login_required
def reports(request, study_id):
    """Look for a record and attach it; change what the reports are to the study."""
    require(request.user, Permission.EDIT_STUDIES)
    study = current_row(Study.objects, study_id)
    do, refused = request.POST.get("do", ""), None
    if request.method == "POST":
        refused = take_step(request, STEPS, study, "a report")
        if refused is None:
            return redirect("study-reports", study.pk)
    words = request.GET.get("q", "").strip()
    forms = row_forms(ReportForm, _reports(study), refused)
    context = {
        "study": study,
        "words": words,
        "may_look": can(request.user, Permission.LOOK_UP_WORKS),
        "forms": forms,
        "attach": refused if do == "attach" else _attach_form(forms),
        "found": _found(study, words) if words else (),
    }
    status = 422 if refused else 200
    return render(request, "studies/studies/reports.html", context, status=status)


def _reports(study):
    return study.reports.select_related("reference").order_by("role", "id")


def _attach_form(forms):
    has_main = any(form.initial["role"] == Report.Role.MAIN for form in forms)
    role = Report.Role.FOLLOW_UP if has_main else Report.Role.MAIN
    return AttachForm(initial={"role": role}, auto_id="attach-%s")


def _found(study, words):
    """The records that words mean and that do not report the study yet."""
    reported = study.reports.values("reference")
    found = Reference.objects.current().meant_by(words).exclude(pk__in=reported)
    return found.with_retracted().with_identifiers()[:MOST]


# --- the steps: each returns its form where it was refused ---


def _attach(request, study):
    form = AttachForm(request.POST, auto_id="attach-%s")
    done = "The report is attached."
    return ask(request, form, add_report, study=study, done=done)


def _role(request, study):
    form = sent_row(ReportForm, _reports(study), request)
    return ask(request, form, edit_report, report=form.instance, done="Stored.")


def _remove(request, study):
    form = sent_row(ReportForm, _reports(study), request)
    given = {"report": form.instance, "done": "The report is taken off."}
    return ask(request, form, remove_report, "reason", "revision", **given)


STEPS = {"attach": _attach, "role": _role, "remove": _remove}
