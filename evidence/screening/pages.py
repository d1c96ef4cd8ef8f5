"""Screening one record at a time, several for one reason, and the list of all."""

from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from accounts.permissions import Permission, can, require
from claims.models import Claim
from core.errors import Refused
from core.list_pages import Order, facets, list_page
from core.numbers import whole_number
from core.pages import attachment
from evidence.bases.actions import edit_base
from evidence.bases.content import draft_of, newest_of
from evidence.models import EvidenceBase, ScreenedRecord
from evidence.screening.actions import (
    leave_out,
    leave_out_several,
    put_back,
    put_back_several,
    take_on,
    undo_last,
)
from evidence.screening.diagram import drawn
from evidence.screening.filters import ScreenedRecordFilter
from evidence.screening.flow import flow_of
from evidence.screening.forms import (
    LeavingOutForm,
    MarkedWordsForm,
    SeveralForm,
    StudyOfRecordForm,
)
from evidence.screening.marking import words_of
from evidence.screening.queue import loaded, next_after, shown
from evidence.screening.several import found_by

ORDERS = (Order("came", "As they came", "pk"),)
FACETS = {"decision": "Decision", "reason": "Left out because"}


@login_required
@never_cache
def screen(request, claim_id):
    """One record at a time: taken on, left out for a reason, or skipped."""
    base = _open_base(request, claim_id)
    if request.method == "POST":
        return _stepped(request, base)
    record = _asked_for(request, base)
    return _page(request, base, record)


def _open_base(request, claim_id):
    require(request.user, Permission.FREEZE_BASES)
    claim = get_object_or_404(Claim, pk=claim_id)
    base = draft_of(claim)
    if base is None:
        raise Refused("This claim has no open evidence base to screen records for.")
    return base


def _asked_for(request, base):
    """The record that the address names; else the next that waits."""
    number = whole_number(request.GET.get("record"))
    if number:
        return get_object_or_404(loaded(base), pk=number)
    return next_after(base, whole_number(request.GET.get("after")))


def _page(request, base, record, problem="", in_words="", words_form=None):
    """The page of a record, or its part that changes; 422 where a step was refused."""
    words = {"marked_words": "\n".join(words_of(base))}
    context = {
        "base": base,
        "claim": base.claim,
        "problem": problem,
        "in_words": in_words,
        "study_words": request.POST.get("study_words", "") if problem else "",
        "words_form": words_form or MarkedWordsForm(instance=base, initial=words),
        **shown(base, record, request.user),
    }
    status = 422 if problem or words_form else 200
    part = "_screening" if request.htmx else "screening"
    return render(request, f"evidence/screening/{part}.html", context, status=status)


def _stepped(request, base):
    """Take the step that was sent, and go on to the record that it leads to."""
    number = whole_number(request.POST.get("record"))
    record = get_object_or_404(loaded(base), pk=number) if number else None
    do = "leave" if request.POST.get("because") else request.POST.get("do", "")
    if do == "words":
        return _words(request, base, record)
    try:
        goes_to = STEPS.get(do, _nothing)(request, base, record)
    except Refused as refusal:
        base.refresh_from_db()
        record = loaded(base).filter(pk=number).first() or next_after(base, None)
        words = request.POST.get("in_words", "")
        return _page(request, base, record, refusal.sentence, words)
    if request.htmx:
        return _page(request, base, goes_to)
    return redirect(_address(base, record=goes_to.pk if goes_to else None))


def _address(base, **query):
    said = urlencode({name: value for name, value in query.items() if value})
    return f"{reverse('screening', args=[base.claim_id])}?{said}".rstrip("?")


# --- the steps: each returns the record that it leads to ---


def _take(request, base, record):
    study = _study_of(request) if request.POST.get("study_words") else None
    given = {"study": study, "revision": _revision(request)}
    take_on(record=_named(record), by=request.user, **given)
    return next_after(base, record.pk)


def _study_of(request):
    form = StudyOfRecordForm(request.POST)
    if not form.is_valid():
        raise Refused(" ".join(form.errors["study_words"]))
    return form.cleaned_data["study_words"]


def _leave(request, base, record):
    form = LeavingOutForm(request.POST)
    if not form.is_valid():
        raise Refused("Say why the record is left out.")
    said = form.cleaned_data
    leave_out(
        record=_named(record), revision=_revision(request), by=request.user, **said
    )
    return next_after(base, record.pk)


def _undo(request, base, record):
    return loaded(base).get(pk=undo_last(base=base, by=request.user).pk)


def _back(request, base, record):
    again = _named(record)
    put_back(record=again, revision=_revision(request), by=request.user)
    return loaded(base).get(pk=again.pk)


def _nothing(request, base, record):
    raise Refused("Take the record on, leave it out, or skip it.")


STEPS = {
    "take": _take,
    "leave": _leave,
    "undo": _undo,
    "back": _back,
}


def _named(record):
    if record is None:
        raise Refused("Say which record is meant.")
    return record


def _revision(request):
    return whole_number(request.POST.get("revision"))


def _words(request, base, record):
    """Keep other words to mark."""
    form = MarkedWordsForm(request.POST, instance=base)
    if not form.is_valid():
        return _page(request, base, record, words_form=form)
    words = form.cleaned_data["marked_words"]
    edit_base(base=base, marked_words=words, by=request.user)
    if request.htmx:
        return _page(request, base, record)
    return redirect(_address(base, record=record.pk if record else None))


# --- several at once ---


@login_required
def several(request, claim_id):
    """Leave out all records that say something, once it was shown which."""
    base = _open_base(request, claim_id)
    sent = request.POST if request.method == "POST" else request.GET
    asked = bool(request.POST or "because" in request.GET)
    form = SeveralForm(sent if asked else None)
    found = found_by(base, form.cleaned_data) if asked and form.is_valid() else None
    answer = None
    if request.method == "POST" and found is not None:
        answer = _left_out(request, base, form, found)
    if answer:
        return answer
    context = {
        "base": base,
        "claim": base.claim,
        "form": form,
        "found": found,
        "preview": found[:50] if found else [],
        "by_reason": _by_reason(base),
    }
    status = 422 if form.errors else 200
    return render(request, "evidence/screening/several.html", context, status=status)


def _left_out(request, base, form, found):
    """Leave out what was shown; None where that is not what is found now."""
    if whole_number(request.POST.get("expected")) != len(found):
        form.add_error(None, "Other records wait by now: look at them again.")
        return None
    said = form.cleaned_data
    try:
        n = leave_out_several(
            base=base,
            records=[record.pk for record in found[:1000]],
            because=said["because"],
            in_words=said["in_words"],
            by=request.user,
        )
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return None
    messages.success(request, f"{n:,} left out. “Undo” on this page takes that back.")
    return redirect("screening", base.claim_id)


def _by_reason(base):
    """How many records were left out for each reason (one query)."""
    rows = base.screened_records.exclude(reason="").order_by()
    counted = dict(rows.values_list("reason").annotate(n=Count("pk")))
    return [
        {"value": reason, "label": reason.label, "n": counted[reason]}
        for reason in ScreenedRecord.Reason
        if reason in counted
    ]


@login_required
def back(request, claim_id):
    """Let all records wait again that were left out for a reason."""
    base = _open_base(request, claim_id)
    because = request.POST.get("because", "")
    if request.method == "POST":
        n = put_back_several(base=base, because=because, by=request.user)
        messages.success(request, f"{n:,} wait to be screened again.")
    return redirect("screening-several", base.claim_id)


# --- the list ---


def records(request, claim_id):
    """All records of a base, narrowed by what became of them; the newest base's."""
    claim = get_object_or_404(Claim, pk=claim_id)
    number = whole_number(request.GET.get("base"))
    named = claim.bases.filter(pk=number).first() if number else None
    base = named or newest_of(claim)
    if base is None:
        raise Refused("This claim has no evidence base yet.")
    rows = base.screened_records
    listed = list_page(
        request,
        rows.select_related("reference", "search", "study", "decided_by"),
        filterset=ScreenedRecordFilter,
        orders=ORDERS,
        collection="screened-records",
        counted=("decision", "reason"),
    )
    twins = {name: _of_base(getattr(listed, name), base) for name in ("json", "csv")}
    listed = replace(listed, **twins)
    may_screen = can(request.user, Permission.FREEZE_BASES) and not base.is_frozen
    context = {
        "claim": claim,
        "base": base,
        "list": listed,
        "facets": facets(listed, rows.all(), FACETS),
        "may_screen": may_screen,
    }
    return render(request, "evidence/screening/records.html", context)


def _of_base(address, base):
    """The address of a list's twin, narrowed to one base."""
    if "base=" in address:
        return address
    joined = "&" if "?" in address else "?"
    return f"{address}{joined}base={base.pk}"


def flow_picture(request, claim_id, number):
    """The flow of a base's records as a file, to print and to put in a text."""
    base = get_object_or_404(EvidenceBase, claim=claim_id, number=number)
    searches = base.searches.all()
    if not searches:
        raise Http404("No search is kept with this evidence base.")
    svg = drawn(flow_of(base, searches))
    return attachment(svg, f"claim-{claim_id}-base-{number}-flow.svg", "image/svg+xml")
