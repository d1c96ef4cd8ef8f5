"""What a link keeps, for whoever has its address; deleted by who has its key."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.access import open_to_all
from accounts.models import User
from articles.checking.pages import limited_to
from articles.checking.report import Report
from articles.kept_links.actions import KEEP, delete_link, keep_link, standing
from articles.reference_lists.report import ListReport
from core.dataclass_json import from_json, to_json
from core.errors import Refused

UNLISTED = "noindex, nofollow"
REPORTS = {  # by what was checked: the report's declaration and its page
    "article": (Report, "articles/checking/report.html"),
    "list": (ListReport, "articles/reference_lists/kept.html"),
}
KEPT = {  # by the page that checks: what is said of the link
    "check": "articles/checking/link_kept.html",
    "check-list": "articles/reference_lists/link_kept.html",
}


def keep_report(request, report, check, again):
    """Keep a report for a while; the page shows its address and key, this once.

    ``check`` names the page that made it, ``again`` is what its form takes to come to
    the same. Raises Refused where a visitor kept too many.
    """
    kept = keep_link(
        report=to_json(report),
        by=User.objects.system(),
        limited_to=limited_to(request),
    )
    context = {
        "report": report,
        "check_at": reverse(check),
        "address": request.build_absolute_uri(f"/checks/{kept.address}/"),
        "key": kept.key,
        "again": again,
        "until": timezone.now() + KEEP,
    }
    return render(request, KEPT[check], context)


@never_cache
def kept(request, address):
    """What a link keeps, as it was found that day."""
    link = _standing(address)
    declared, template = REPORTS[link.report.get("of", "article")]
    context = {
        "report": from_json(declared, link.report),
        "until": link.expires_at,
        "kept_at": address,
    }
    return unlisted(render(request, template, context))


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
    answer = render(request, "articles/kept_links/delete.html", context, status=status)
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
