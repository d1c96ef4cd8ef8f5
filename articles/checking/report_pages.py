"""A check's findings as a report to print, and to keep under a link."""

from functools import partial

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.access import open_to_all
from articles.checking.look_jobs import findings_of
from articles.checking.pages import audited_in_turn, form_of, form_page
from articles.checking.report import report_of
from articles.kept_links.pages import keep_report
from core.errors import Refused
from core.jobs import followed_by


@open_to_all
@never_cache
def report(request):
    """The findings as one page to print; nothing is stored."""
    if request.method != "POST":
        return redirect("check")
    form = form_of(request)
    made, refused = _report(request, form)
    if refused:
        return refused
    context = {"report": made, "again": form.again()}
    return render(request, "articles/checking/report.html", context)


@open_to_all
@never_cache
def keep(request):
    """Store the findings, and show the address and the key that deletes them, once."""
    if request.method != "POST":
        return redirect("check")
    form = form_of(request)
    made, refused = _report(request, form)
    if refused:
        return refused
    try:
        return keep_report(request, made, "check", form.again())
    except Refused as refusal:
        return form_page(request, form, refusal)


def _report(request, form):
    """The report of what was sent, or the page that says why there is none."""
    if not form.is_valid():
        return None, form_page(request, form)
    findings = findings_of(followed_by(form.cleaned_data["look"]))
    draw = partial(report_of, on=timezone.localdate())
    try:
        return audited_in_turn(request, form, draw, findings), None
    except Refused as refusal:
        return None, form_page(request, form, refusal)
