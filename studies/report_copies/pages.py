"""The pages of reports' files that a round's people keep for themselves."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, can
from core.navigation import page_asked_for
from core.pages import attachment, current_row, perform
from studies.models import ReportCopy, Study
from studies.report_copies.actions import (
    keep_report_copy,
    refuse_to_keep,
    remove_report_copy,
)
from studies.report_copies.forms import ReportCopyForm
from studies.report_copies.words import CopyKind

TYPES = {
    CopyKind.PDF: "application/pdf",
    CopyKind.DOCX: (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
}


@login_required
def copies(request, study_id):
    """The files kept of a study's reports, and a form for one more."""
    study = current_row(Study.objects, study_id)
    refuse_to_keep(study, request.user)
    form = ReportCopyForm(study, request.POST or None, request.FILES or None)
    here = reverse("report-copies", args=[study.pk])
    if request.method == "POST" and form.is_valid():
        given = {"study": study, **form.said()}
        if perform(request, keep_report_copy, form=form, **given):
            messages.success(request, "The file is kept for the people of this round.")
            return redirect(page_asked_for(request) or here)
    context = {
        "study": study,
        "form": form,
        "copies": ReportCopy.objects.kept_for(request.user, study),
        "removes_all": can(request.user, Permission.SEE_ROUNDS),
        "next": page_asked_for(request),
    }
    status = 422 if form.is_bound else 200
    template = "studies/report_copies/copies.html"
    return render(request, template, context, status=status)


@login_required
def copy(request, copy_id):
    """A kept file, for the people of its study's rounds alone."""
    row = ReportCopy.objects.open_to(request.user).filter(pk=copy_id).first()
    if row is None:
        raise Http404("No file of this number is kept for you.")
    answer = attachment(bytes(row.data), row.name, TYPES[CopyKind(row.kind)])
    answer["Cache-Control"] = "private, no-store"
    return answer


@login_required
@require_POST
def remove(request, copy_id):
    """Remove a kept file for good."""
    rows = ReportCopy.objects.open_to(request.user).without_file()
    row = rows.filter(pk=copy_id).first()
    if row is None:
        raise Http404("No file of this number is kept for you.")
    study = row.reference.reports.order_by("pk").values_list("study", flat=True).first()
    remove_report_copy(copy=row, by=request.user)
    messages.success(request, "The file is removed.")
    back = reverse("report-copies", args=[study]) if study else "/studies/"
    return redirect(page_asked_for(request) or back)
