"""Results that a second person finds not the same as their source, to be settled."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Max
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can, require
from accounts.round_pages import kept_out_page
from core.forms import ReasonForm
from core.history import history_of_rows
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pager import capped_count
from core.pages import form_page, perform
from studies.figures import result_in_words, which_in_words
from studies.models import Result
from studies.results.actions import check_result

SHOWN = 50  # open ones on a page
SETTLED = 10  # that were settled last
LOOKED_AT = 50_000  # changes of results among which those are looked for
DECIDED = {"edit_result": "put right", "check_result": "stands as entered"}


@login_required
def disputes(request):
    """What is to be settled, one's own first, and what was decided lately."""
    require(request.user, Permission.ENTER_RESULTS)
    waiting = Result.objects.disputed().with_study_names()
    page = (whole_number(request.GET.get("page")) or 1) - 1
    rows = waiting.order_by("disputed_at", "pk")[page * SHOWN :][: SHOWN + 1]
    context = {
        "disputes": [
            {"row": row, "which": which_in_words(row), "in_words": result_in_words(row)}
            for row in rows[:SHOWN]
        ],
        "count": capped_count(waiting),
        "mine": waiting.filter(entered_by=request.user).count(),
        "more": page + 2 if len(rows) > SHOWN else None,
        "settled": list(_settled()),
        "may_check": can(request.user, Permission.CHECK_RESULTS),
    }
    return render(request, "studies/results/disputes.html", context)


@login_required
def settle(request, result_id):
    """Say that a result stands as it was entered, and why."""
    require(request.user, Permission.CHECK_RESULTS)
    row = get_object_or_404(Result.objects.disputed(), pk=result_id)
    title, back = (
        "Does it stand as entered?",
        ("/results/disputes/", "Results to settle"),
    )
    if page := kept_out_page(request, [row.study], title, back):
        return page
    notes = [
        f"{row.study.label}, {row.outcome.name}: {result_in_words(row)}, entered by "
        f"{row.entered_by.display_name}.",
        f"{row.disputed_by.display_name} finds it not the same as the source, which "
        f"says: “{row.source_says}”",
        "Where the source is right, edit the result instead: that settles it too.",
    ]
    form = ReasonForm(request.POST or None, initial={"revision": row.revision})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, check_result, form=form, result=row, **said):
            messages.success(request, "Settled: it stands as entered.")
            return redirect(page_asked_for(request) or "disputes")
    context = {"notes": notes, "button": "It stands as entered"}
    return form_page(request, form, title, back=back, **context)


def _settled():
    """The disputes settled last: the result, what was decided, by whom and why."""
    kept = Result.events.rel.related_model.objects
    newest = kept.aggregate(at=Max("pgh_id", default=0))["at"]
    lately = kept.filter(pgh_id__gt=newest - LOOKED_AT).exclude(disputed_by=None)
    ids = lately.order_by("-pgh_id").values_list("id", flat=True)[: SETTLED * 5]
    found = history_of_rows(Result, "outcome", "study", id__in=set(ids))
    settled = [
        {
            "row": row,
            "entry": entry,
            "says": entry.changes["source_says"][0],
            "decided": DECIDED.get(entry.action, entry.did),
        }
        for row, entry in found
        if entry.changes.get("disputed_by", (None, 0))[1] is None
    ]
    return settled[:SETTLED]
