"""A check's findings as a report to print, and under a link that is kept."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.access import open_to_all
from accounts.models import User
from articles.checking.content import checked_article
from articles.checking.look_jobs import findings_of
from articles.checking.pages import form_of, form_page, limited_to, read_in_turn
from articles.checking.report import Report, report_of
from articles.kept_links.actions import KEEP, delete_link, keep_link, standing
from core.dataclass_json import from_json, to_json
from core.errors import Refused
from core.jobs import followed_by

UNLISTED = "noindex, nofollow"


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


@never_cache
def kept(request, address):
    """What a link keeps, as it was found that day."""
    link = _standing(address)
    context = {
        "report": from_json(Report, link.report),
        "until": link.expires_at,
        "kept_at": address,
    }
    return unlisted(render(request, "articles/checking/report.html", context))


@open_to_all
@never_cache
def delete(request, address):
    """Delete what a link keeps, for whoever has its key.

    A page of its own: one without a referrer cannot send a form, for its browser then
    hides from where.
    """
    link, refused = _standing(address), ""
    if request.method == "POST":
        try:
            delete_link(
                link=link, key=request.POST.get("key", ""), by=User.objects.system()
            )
        except Refused as refusal:
            refused = refusal.sentence
        else:
            messages.success(request, "The link is deleted, and what it kept.")
            return redirect("check")
    context = {"link": link, "kept_at": address, "refused": refused}
    status = 422 if refused else 200
    answer = render(request, "articles/checking/delete.html", context, status=status)
    answer["X-Robots-Tag"] = UNLISTED
    return answer


def unlisted(answer):
    """Keep an address out of search engines and of what other sites are told."""
    answer["X-Robots-Tag"] = UNLISTED
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _standing(address):
    link = standing(address)
    if link is None:
        raise Http404("This link was deleted, or its 30 days are over.")
    return link


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
