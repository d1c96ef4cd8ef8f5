"""Notices: the list of them, everything one reaches, and noting one by hand."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.jobs.pages import to_job
from accounts.permissions import Permission, can, require
from bibliography.checks.checking import look_at_reference_again, silent_services
from bibliography.models import Notice, Reference
from bibliography.notices.actions import add_notice, withdraw_notice
from bibliography.notices.forms import NoticeForm
from core.list_pages import Order, facets, list_page, uncounted
from core.pages import current_row, perform, withdrawn
from evidence.notices.filters import NoticeReachFilter
from evidence.references.reach import first, first_reached

ORDERS = (
    Order("newest", "Newest here", "-pk"),
    Order("dated", "Newest notice", "-dated"),
)


def notices(request):
    """All notices that stand, narrowed by kind."""
    rows = Notice.objects.current()
    shown = list_page(
        request,
        rows.with_sources(),
        filterset=NoticeReachFilter,
        orders=ORDERS,
        collection="notices",
    )
    context = {
        "list": shown,
        "facets": [
            *facets(shown, rows, {"kind": "Kind"}),
            *uncounted(shown, ("source", "reach")),
        ],
    }
    return render(request, "evidence/notices/notices.html", context)


def notice(request, notice_id):
    """One notice: who tells of it, and all that it reaches."""
    row = get_object_or_404(
        Notice.objects.with_sources().select_related("reference", "withdrawn_by"),
        pk=notice_id,
    )
    if row.is_withdrawn:
        return withdrawn(request, row, f"The notice of “{row.reference.title}”")
    reference = row.reference
    sources = list(row.sources.order_by("seen_at", "id"))
    context = {
        "notice": row,
        "sources": sources,
        "disagree": disagreements(row, sources),
        "silent": silent_services(reference, [source.source for source in sources]),
        "others": Notice.objects.standing_on(reference).exclude(pk=row.pk),
        "reports": first(reference.reports.current().with_study_names()),
        **first_reached(reference.pk, ("claims", "articles")),
        "may_withdraw": can(request.user, Permission.WITHDRAW),
    }
    return render(request, "evidence/notices/notice.html", context)


def disagreements(notice, sources):
    """What sources say otherwise than the notice's row: a kind or a date."""
    told = []
    for source in sources:
        kind, dated = source.says.get("kind"), source.says.get("dated")
        if kind and kind != notice.kind:
            told.append(f"{source.source} calls it {Notice.Kind(kind).label}.")
        if dated and notice.dated and dated != notice.dated.isoformat():
            told.append(f"{source.source} dates it {dated}.")
    return told


def note(request, reference_id):
    """Whoever may edit studies notes a notice that was read somewhere."""
    require(request.user, Permission.EDIT_STUDIES)
    reference = current_row(Reference.objects, reference_id)
    form = NoticeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"reference": reference, **form.cleaned_data}
        if row := perform(request, add_notice, form=form, **given):
            messages.success(request, "The notice is noted.")
            return redirect("notice", row.pk)
    context = {"reference": reference, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "evidence/notices/notice_new.html", context, status=status)


@require_POST
def take_back(request, notice_id):
    """An editor takes a notice back that was noted in error."""
    row = get_object_or_404(Notice, pk=notice_id)
    reason = request.POST.get("reason", "")
    withdraw_notice(notice=row, by=request.user, reason=reason)
    messages.success(request, "The notice is taken back; its history stays.")
    return redirect("reference", row.reference_id)


@require_POST
def check(request, reference_id):
    """Start asking the services about one reference."""
    reference = current_row(Reference.objects, reference_id)
    return to_job(look_at_reference_again(reference=reference, by=request.user))
