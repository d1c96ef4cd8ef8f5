"""The page on which it is kept, and put right, what a review includes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from accounts.permissions import Permission, require
from core.numbers import whole_number
from core.pages import ask, current_row, perform, row_form, sent_row, take_step
from core.templatetags.footing import counted
from studies.models import Inclusion, Study, name_of
from studies.studies.actions import (
    include_studies,
    remove_inclusion,
    settle_inclusion,
)
from studies.studies.forms import InclusionForm, ListedForm

MOST = 10  # studies offered for some words


@login_required
def inclusions(request, study_id):
    """What a review includes, in its words: list it, match it, take it off."""
    require(request.user, Permission.EDIT_STUDIES)
    review = current_row(Study.objects, study_id)
    do, refused = request.POST.get("do", ""), None
    if request.method == "POST":
        refused = take_step(request, STEPS, review, "what it includes")
        if refused is None:
            return redirect("study-includes", review.pk)
    rows = list(_listed(review))
    context = {
        "study": review,
        "rows": rows,
        "counts": _counts(rows),
        "paste": refused if do == "paste" else ListedForm(),
        "asked": _asked(request, rows, refused),
    }
    status = 422 if refused else 200
    return render(request, "studies/studies/inclusions.html", context, status=status)


def _listed(review):
    rows = review.inclusions.select_related("study").order_by("id")
    return rows.annotate(study_name=name_of("study"))


def _counts(rows):
    """As "3 listed: 1 matched, 1 not found, 1 nobody has looked for"."""
    states = [row.state for row in rows]
    return (
        f"{counted(len(rows), 'study,studies')} listed: "
        f"{states.count(Inclusion.State.MATCHED)} matched, "
        f"{states.count(Inclusion.State.NOT_FOUND)} not found, "
        f"{states.count(Inclusion.State.LISTED)} nobody has looked for"
    )


def _asked(request, rows, refused):
    """The row that is being matched: its form, and the studies its words may mean."""
    number = whole_number(request.GET.get("row"))
    form = refused if isinstance(refused, InclusionForm) else None
    row = next((each for each in rows if each.pk == number), None)
    if form is None and row is None:
        return None
    form = form or row_form(InclusionForm, row)
    words = request.GET.get("q", "").strip() or form.instance.listed_as
    taken = [each.study_id for each in rows if each.study_id and each != row]
    found = Study.objects.current().with_names().meant_by(words).exclude(pk__in=taken)
    found = found.exclude(pk=form.instance.review_id)
    reported = found.prefetch_related("reports__reference")
    return {"form": form, "words": words, "found": reported[:MOST]}


# --- the steps: each returns its form where it was refused ---


def _paste(request, review):
    form = ListedForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        made = perform(request, include_studies, form=form, review=review, **said)
        if made is not None:
            new = counted(len(made), "study is new,studies are new")
            messages.success(request, f"{new} on the list.")
            return None
    return form


def _settle(found):
    def step(request, review):
        form = sent_row(InclusionForm, _listed(review), request)
        if not form.is_valid():
            return form
        said = dict(form.cleaned_data)
        if found and said["study"] is None:
            form.add_error("study", "Choose the study.")
            return form
        said |= {} if found else {"study": None, "found": found}
        row = form.instance
        if perform(request, settle_inclusion, form=form, inclusion=row, **said):
            messages.success(request, "Stored.")
            return None
        return form

    return step


def _remove(request, review):
    form = sent_row(InclusionForm, _listed(review), request)
    given = {"inclusion": form.instance, "done": "It is taken off the list."}
    return ask(request, form, remove_inclusion, "reason", "revision", **given)


STEPS = {
    "paste": _paste,
    "match": _settle(True),
    "not_found": _settle(False),
    "open": _settle(None),
    "remove": _remove,
}
