"""The page on which the questions, topics and parts of many claims are edited."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.permissions import Permission, require
from claims.models import Claim
from core.errors import Busy
from core.limits import turn_where_long
from core.listing import filter_by
from core.numbers import whole_number
from core.pages import perform, say_refused
from core.templatetags.footing import counted
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from evidence.claims.table.actions import MOST_CLAIMS, edit_claims
from evidence.claims.table.reading import read_claims
from evidence.claims.table.rows import WhyForm, for_table, pasted_rows, rows_of
from studies.tables.clipboard import NoTable
from studies.tables.forms import PasteForm
from studies.tables.pasted import read_pasted


@login_required
def table(request):
    """Claims as a table: typed or pasted, shown before it is stored, a change each."""
    require(request.user, Permission.CURATE_CLAIMS)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "read":
        return _read(request)
    if do:
        with turn_where_long(request):
            return _sent(request, do)
    narrowed, _ = filter_by(request.GET, claims_with_evidence().current(), ClaimFilter)
    rows = for_table(Claim.objects.filter(pk__in=narrowed.values("pk")))
    return _page(request, rows_of(rows.order_by("-pk")[:MOST_CLAIMS]))


def _read(request):
    """What was pasted, put over what stands; nothing is stored."""
    paste = PasteForm(request.POST)
    markup = paste.cleaned_data["markup"] if paste.is_valid() else ""
    try:
        with turn_where_long(request):
            read = read_claims(read_pasted(request.POST.get("pasted", ""), markup))
            return _page(request, pasted_rows(read), paste=paste, read=read)
    except (NoTable, Busy) as error:
        paste.add_error("pasted", str(error))
        status = 503 if isinstance(error, Busy) else 422
        return _page(request, [], paste=paste, status=status)


def _sent(request, do):
    """The rows as they were sent: stored, where that was asked for."""
    numbers = [whole_number(each) or 0 for each in request.POST.getlist("claims")]
    claims = for_table(Claim.objects.current().filter(pk__in=numbers[:MOST_CLAIMS]))
    rows = rows_of(claims.order_by("-pk"), request.POST)
    why = WhyForm(request.POST)
    if do != "store":
        return _page(request, rows, why=why)
    stored = _store(request, rows, why)
    refused = [row for row in rows if row.changed and row.form.errors]
    if stored and not refused:
        return redirect(request.get_full_path())
    again = {row.claim.pk for row in refused}
    left = [row for row in rows if row.claim.pk in again] if stored else rows
    return _page(request, left, why=why, status=422)


def _store(request, rows, why):
    """Store what changes, by one action; whether anything was."""
    to_edit = {row.claim.pk: row.to_edit for row in rows if row.to_edit}
    if not to_edit:
        if why.is_valid():
            why.add_error(None, "Nothing of these claims is changed.")
        return False
    reason = why.cleaned_data["reason"] if why.is_valid() else ""
    given = {"claims": [*to_edit.values()], "reason": reason}
    edited = perform(request, edit_claims, form=why, **given)
    if edited is None:
        return False
    for row in rows:
        if refusal := edited.refused.get(row.claim.pk):
            seen = row.form.cleaned_data["revision"]
            say_refused(row.form, refusal, seen)
    if edited.changed:
        words = counted(len(edited.changed), "claim is changed,claims are changed")
        messages.success(request, f"{words}.")
    return bool(edited.changed)


def _page(request, rows, *, paste=None, read=None, why=None, status=200):
    context = {
        "rows": rows,
        "paste": paste or PasteForm(),
        "read": read,
        "unread": [row for row in read.rows if row.problem] if read else [],
        "why": why or WhyForm(),
        "most": MOST_CLAIMS,
        "back": reverse("claims"),
        "changing": sum(bool(row.changed) for row in rows),
    }
    name = "evidence/claims/table/table.html"
    return render(request, name, context, status=status)
