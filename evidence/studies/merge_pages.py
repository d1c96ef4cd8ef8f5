"""Two studies that are one: looked for, joined, and taken apart again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from core.forms import ReasonForm
from core.merging import standing_merges
from core.models import Merge
from core.numbers import whole_number
from core.pages import ask, current_row, perform
from evidence.studies.merging import STUDY, merge_studies, unmerge_studies
from studies.figures import result_in_words
from studies.models import Study

MOST = 10  # studies offered for some words
COMPARED = (
    *("title", "year", "design", "allocation", "status", "sample_size", "population"),
    *("intervention", "comparator", "follow_up", "registration"),
)


@login_required
def merge(request, study_id):
    """Merge a study into another record of it, once both were seen side by side."""
    require(request.user, Permission.MERGE)
    study = current_row(Study.objects, study_id)
    into = _other(study, request.POST.get("into") or request.GET.get("into"))
    form = ReasonForm(request.POST or None, initial={"revision": study.revision})
    if request.method == "POST" and into:
        done = f"{study.label} is one with this study now."
        form = ask(request, form, merge_studies, merged=study, into=into, done=done)
        if form is None:
            return redirect("study", into.pk)
    words = request.GET.get("q", study.label).strip()
    found = Study.objects.current().with_names().meant_by(words).exclude(pk=study.pk)
    context = {
        "study": study,
        "into": into,
        "form": form,
        "words": words,
        "found": found.prefetch_related("reports__reference")[:MOST],
        "lines": _beside(study, into) if into else (),
        "merges": standing_merges(study),
    }
    status = 422 if form.is_bound else 200
    return render(request, "evidence/studies/merge.html", context, status=status)


@login_required
@require_POST
def unmerge(request, merge_id):
    """Undo a merge of two studies, the newest first."""
    require(request.user, Permission.MERGE)
    row = get_object_or_404(Merge, pk=merge_id, model=STUDY)
    reason = request.POST.get("reason", "").strip() or "Two studies after all."
    if perform(request, unmerge_studies, merge=row, reason=reason):
        messages.success(request, "They are two studies again, as they were.")
        return redirect("study", row.merged_id)
    return redirect("merge-study", row.into_id)


def _other(study, number):
    """The study to merge into, if one of that number stands and is another."""
    chosen = whole_number(number)
    others = Study.objects.current().with_names().exclude(pk=study.pk)
    return others.filter(pk=chosen).first() if chosen else None


def _beside(study, into):
    """What the two say, field by field, and what stands on each: label, texts."""
    both = (study, into)
    for name in COMPARED:
        texts = [_shown(row, name) for row in both]
        if any(texts):
            yield (
                name.replace("_", " ").capitalize(),
                *(text.splitlines() for text in texts),
            )
    yield (
        "Reports",
        *(
            [
                f"{each.reference} ({each.get_role_display()})"
                for each in row.reports.all()
            ]
            for row in both
        ),
    )
    yield "Arms", *([arm.name for arm in row.arms.order_by("pk")] for row in both)
    yield (
        "Results",
        *(
            [f"{each.outcome.name}: {result_in_words(each)}" for each in _results(row)]
            for row in both
        ),
    )


def _results(study):
    return study.results.current().select_related("outcome").order_by("pk")


def _shown(study, name):
    show = getattr(study, f"get_{name}_display", None)
    value = show() if show else getattr(study, name)
    return "" if value in (None, "not stated") else str(value)
