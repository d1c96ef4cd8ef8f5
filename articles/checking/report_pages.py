"""A check's findings as a report to print, and to keep under a link."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.access import open_to_all
from accounts.models import User
from articles.checking.content import checked_article
from articles.checking.look_jobs import findings_of
from articles.checking.pages import form_of, form_page, limited_to, read_in_turn
from articles.checking.report import report_of
from articles.kept_links.actions import KEEP, keep_link
from core.dataclass_json import to_json
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
        kept = keep_link(
            report=to_json(made),
            by=User.objects.system(),
            limited_to=limited_to(request),
        )
    except Refused as refusal:
        return form_page(request, form, refusal)
    context = {
        "report": made,
        "address": request.build_absolute_uri(f"/checks/{kept.address}/"),
        "key": kept.key,
        "again": form.again(),
        "until": timezone.now() + KEEP,
    }
    return render(request, "articles/checking/link_kept.html", context)


def _report(request, form):
    """The report of what was sent, or the page that says why there is none."""
    if not form.is_valid():
        return None, form_page(request, form)
    try:
        reading = read_in_turn(request, **form.as_read())
    except Refused as refusal:
        return None, form_page(request, form, refusal)
    findings = findings_of(followed_by(form.cleaned_data["look"]))
    checked = checked_article(reading, findings)
    return report_of(checked, timezone.localdate()), None
