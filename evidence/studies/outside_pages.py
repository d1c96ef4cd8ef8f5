"""The pages on which a study's report is looked for outside, and attached."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from accounts.jobs.pages import OPEN, to_job
from accounts.permissions import Permission, require
from core.models import Job
from core.numbers import whole_number
from core.pages import ask, current_row, perform
from evidence.studies.forms import FoundForm
from evidence.studies.outside import KIND, attach_found, found_by, look_for_reports
from studies.models import Report, Study


@login_required
@require_POST
def look(request, study_id):
    """Look for a report of a study in the services."""
    require(request.user, Permission.LOOK_UP_WORKS)
    study = current_row(Study.objects, study_id)
    words = request.POST.get("q", "")
    job = perform(request, look_for_reports, study=study, words=words)
    if job:
        return to_job(job)
    address = reverse("study-reports", args=[study.pk])
    return redirect(f"{address}?{urlencode({'q': words})}")


@login_required
def outside(request, study_id):
    """What a search of the services brought, to be attached to the study."""
    require(request.user, Permission.EDIT_STUDIES)
    study = current_row(Study.objects, study_id)
    number = whole_number(request.GET.get("job")) or 0
    mine = Job.objects.filter(by=request.user, kind=KIND, arguments__study=study.pk)
    job = get_object_or_404(mine, pk=number)
    has_main = study.reports.filter(role=Report.Role.MAIN).exists()
    role = Report.Role.FOLLOW_UP if has_main else Report.Role.MAIN
    form = FoundForm(request.POST or None, initial={"role": role})
    if request.method == "POST":
        given = {"study": study, "job": job, "done": "The report is attached."}
        form = ask(request, form, attach_found, **given)
        if form is None:
            return redirect("study-reports", study.pk)
    context = {
        "study": study,
        "job": job,
        "is_open": job.state in OPEN,
        "words": job.arguments["words"],
        "told": found_by(job),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "evidence/studies/outside.html", context, status=status)
