"""The page of short forms: what stands for what, and where that was read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can, require
from core.forms import ModelForm
from core.models import ShortForm
from core.pages import perform
from evidence.finding.short_form_actions import add_short_form, drop_short_form

MOST = 100  # short forms on the page
ADDRESSES = {"reference": "/references/", "article": "/articles/"}


class ShortFormForm(ModelForm):
    """A short form, its long one, and where an editor read it."""

    class Meta:
        model = ShortForm
        fields = ["short", "long", "source"]


def short_forms(request):
    """Short forms with the term asked for, or those said last; an editor adds one."""
    may_add = can(request.user, Permission.EXTEND_SEARCH)
    if request.method == "POST":
        require(request.user, Permission.EXTEND_SEARCH)
    form = ShortFormForm(request.POST or None) if may_add else None
    valid = request.method == "POST" and form.is_valid()
    if valid and perform(request, add_short_form, form=form, **form.cleaned_data):
        messages.success(request, "Both are found by either from now on.")
        return redirect("short-forms")
    term = request.GET.get("q", "").replace("\0", "")
    asked = ShortForm.objects.where_read(term) if term else ShortForm.objects.all()
    context = {
        "term": term,
        "said": asked.exclude(by=None).select_related("by").order_by("-pk")[:MOST],
        "read": [
            {**row, "address": f"{ADDRESSES[row['source_model']]}{row['source_row']}/"}
            for row in _read(asked)
        ],
        "form": form,
    }
    status = 422 if form is not None and form.is_bound else 200
    template = "evidence/finding/short_forms.html"
    return render(request, template, context, status=status)


def _read(asked):
    """What was read, the most often read first, each with one place of it."""
    rows = asked.filter(by=None).order_by("-source_row")[:MOST]
    names = ("pk", "short", "long", "source_model", "source_row")
    found = {}
    for row in rows.values(*names):
        known = found.setdefault((row["short"], row["long"]), {**row, "count": 0})
        known["count"] += 1
    return sorted(found.values(), key=lambda row: (-row["count"], row["short"]))


def drop(request, form_id):
    """Take back what an editor said."""
    require(request.user, Permission.EXTEND_SEARCH)
    form = get_object_or_404(ShortForm, pk=form_id)
    if request.method == "POST":
        perform(request, drop_short_form, short_form=form)
    return redirect("short-forms")
