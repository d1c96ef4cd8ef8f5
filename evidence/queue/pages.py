"""The pages of a person's queue: what waits, the next of it, skipped, decided."""

from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, can
from core.list_pages import FacetValue, chips, without
from core.listing import OWN, filter_by
from core.navigation import page_asked_for
from core.pager import CappedCount, page_size
from core.pages import perform
from evidence.models import Skip
from evidence.queue.actions import put_back, skip
from evidence.queue.decided import KINDS, decisions_of
from evidence.queue.filters import DecisionFilter, QueueFilter
from evidence.queue.waiting import (
    Asked,
    by_kind,
    counts_of,
    narrowed,
    next_of,
    page_of,
    parts_of,
    read_item,
    skips_among,
)
from evidence.queue.words import Task

OTHERS = ("topic", "claim")  # that a queue is narrowed by, beside the kinds


@login_required
@never_cache
def queue(request):
    """What waits for whoever looks, what is begun and assigned first."""
    asked, filterset = _asked(request)
    every = parts_of(request.user, asked)
    counts = counts_of(every)
    parts = narrowed(replace(every, numbers=tuple(counts)), asked)
    page = page_of(parts, request.GET.get("cursor"), page_size(request.GET.get("size")))
    query = _query(request)
    context = {
        "page": page,
        "count": _total(by_kind(counts), asked.kinds),
        "values": _facet(by_kind(counts), asked),
        "chips": chips(filterset, request.GET),
        "kept": [(name, request.GET[name]) for name in OTHERS if name in request.GET],
        "has_queue": can(request.user, Permission.KEEP_QUEUE),
        "onward": _onward(query),
        "first": None if request.GET.get("cursor") else _first_of(page, parts),
        "skipped": _total(by_kind(counts_of(every.that_are_skipped))),
        "list": {"json": f"/api/v1/review/{query}", "csv": f"/review.csv{query}"},
    }
    return render(request, "evidence/queue/queue.html", context)


def _first_of(page, parts):
    """What to begin with: the first on the first page that nothing keeps them from."""
    first = next((entry for entry in page.rows if not entry.kept_out), None)
    return first or (next_of(parts) if page.next else None)


@login_required
@never_cache
def next_item(request):
    """Go to the first thing that waits, or to the one behind ``after``."""
    asked, _ = _asked(request)
    parts = narrowed(parts_of(request.user, asked), asked)
    entry = next_of(parts, after=request.GET.get("after", ""))
    if entry is None:
        messages.info(request, "Nothing else waits for you here.")
        return redirect(reverse("queue") + _query(request))
    onward = urlencode({"item": entry.item, "next": _onward(_query(request))})
    return redirect(f"{entry.address}?{onward}")


@login_required
@require_POST
def skip_item(request):
    """Leave an item alone for a reason, and go on."""
    task, row = read_item(request.POST.get("item", ""))
    because = request.POST.get("because", "")
    onward = page_asked_for(request) or reverse("queue")
    if perform(request, skip, task=task, row=row, because=because):
        messages.success(request, "Skipped. It waits among what you skipped.")
    return redirect(onward)


@login_required
@never_cache
def skipped(request):
    """What one skipped and still waits, each with the reason."""
    if request.method == "POST":
        task, row = read_item(request.POST.get("item", ""))
        perform(request, put_back, task=task, row=row)
        return redirect("skipped")
    parts = parts_of(request.user, Asked()).that_are_skipped
    page = page_of(parts, request.GET.get("cursor"), page_size(request.GET.get("size")))
    context = {"page": page, "entries": skips_among(request.user, page.rows)}
    return render(request, "evidence/queue/skipped.html", context)


@login_required
@never_cache
def decisions(request):
    """What one decided, the newest first, with where it can be changed."""
    _, filterset = filter_by(request.GET, Skip.objects.none(), DecisionFilter)
    kinds = filterset.form.cleaned_data["kind"]
    size = page_size(request.GET.get("size"))
    query = _query(request)
    context = {
        "page": decisions_of(request.user, kinds, request.GET.get("cursor"), size),
        "values": [
            FacetValue(kind.task, kind.task.label, None, kind.task in kinds)
            for kind in KINDS
        ],
        "list": {
            "json": f"/api/v1/review/decisions/{query}",
            "csv": f"/api/v1/review/decisions/{query}{'&' if query else '?'}format=csv",
        },
    }
    return render(request, "evidence/queue/decisions.html", context)


def _asked(request):
    """What the address narrows the queue to. Raises BadQuery."""
    _, filterset = filter_by(request.GET, Skip.objects.none(), QueueFilter)
    return Asked.of(filterset.form.cleaned_data), filterset


def _query(request):
    """The filters of an address, with their question mark; empty where it has none."""
    said = without(request.GET, *OWN, "after", "item", "next").urlencode()
    return f"?{said}" if said else ""


def _onward(query):
    """Where a task that is done leads: to the next of what was narrowed to."""
    return reverse("next-in-queue") + query


def _total(counts, kinds=()):
    """How many things wait of some kinds, or of all, in words."""
    some = [n for task, n in counts.items() if not kinds or task in kinds]
    more = "more than " if any(n.is_more for n in some) else ""
    return f"{more}{sum(n.n for n in some):,}"


def _facet(counts, asked):
    """The kinds there is anything of, or that were chosen, each with its number."""
    none = CappedCount(0, False)
    found = {task: counts.get(task, none) for task in Task}
    return [
        FacetValue(task, task.label, None if n.is_more else n.n, task in asked.kinds)
        for task, n in found.items()
        if n.n or task in asked.kinds
    ]
