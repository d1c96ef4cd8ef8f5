"""A job's page: how far it is, and what came of it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, can
from core.jobs import cancel, label_of
from core.models import Job
from core.navigation import address

OPEN = (Job.State.QUEUED, Job.State.RUNNING, Job.State.WAITING)


@login_required
@never_cache
def job(request, job_id):
    """One of a person's jobs; the part that changes is asked for again while it runs.

    When it is over the whole page comes anew, so that what came of it is announced.
    """
    row = seen_by(request.user, job_id)
    context = {
        "job": row,
        "label": label_of(row.kind),
        "is_open": row.state in OPEN,
        "says": row.result.get("says", []) if row.state == Job.State.DONE else [],
        "address": address_of(row),
        "about": about(row),
        "again": row.arguments.get("url", ""),
    }
    if request.htmx:
        answer = render(request, "accounts/jobs/_job.html", context)
        if not context["is_open"]:
            answer["HX-Refresh"] = "true"
        return answer
    return render(request, "accounts/jobs/job.html", context)


@require_POST
def stop_job(request, job_id):
    """Stop a job; what it has done stays."""
    cancel(job=seen_by(request.user, job_id), by=request.user)
    return redirect("job", job_id)


def seen_by(user, job_id):
    """One's own job, or anybody's for who looks after the accounts; else 404."""
    row = Job.objects.select_related("by").filter(pk=job_id).first()
    if row is None or not (
        row.by_id == user.pk or can(user, Permission.MANAGE_ACCOUNTS)
    ):
        raise Http404("You have no job of that number.")
    return row


def address_of(row):
    """Where a job's work can be seen; empty where it has no page of its own."""
    if row.arguments.get("import"):
        return f"/imports/{row.arguments['import']}/"
    return row.result.get("address", "")


def about(row):
    """The pages that a job is for, as far as there are any: (name, address)."""
    known = row.arguments
    pages = [
        (f"{noun.capitalize()} {known[noun]}", address(f"/{noun}s/{known[noun]}/"))
        for noun in ("article", "import", "reference")
        if known.get(noun)
    ]
    if known.get("address"):
        pages.append(("The page that it is for", known["address"]))
    return [(name, href) for name, href in pages if href]


def to_job(job):
    """Go on to the page of a job that was put in line."""
    return redirect(reverse("job", args=[job.pk]))
