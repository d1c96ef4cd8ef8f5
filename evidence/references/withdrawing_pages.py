"""Pages on which a reference is withdrawn, and on which it is made to stand again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from accounts.permissions import Permission, can, require
from bibliography.models import Reference
from bibliography.references.actions import reinstate_reference, withdraw_reference
from core.forms import ReasonForm
from core.pages import current_row, form_page, perform
from core.pages import withdrawn as withdrawn_page
from core.templatetags.footing import counted
from evidence.references.reach import first_reached, reached

_NOUNS = {
    "claims": "claim rests on it,claims rest on it",
    "articles": "article cites it,articles cite it",
    "studies": "study is reported by it,studies are reported by it",
    "reviews": "review includes what it reports,reviews include what it reports",
}


@login_required
def withdraw(request, reference_id):
    """Take a reference back, once it was said what rests on it."""
    require(request.user, Permission.WITHDRAW)
    row = current_row(Reference.objects, reference_id)
    notes = [
        "It leaves the lists, and is offered nowhere any more; its address says that "
        "it was withdrawn, when, by whom and why.",
        *_resting(row),
        "It can be reinstated, with a reason.",
    ]
    done = "The reference is withdrawn."
    return _asked(
        request, row, withdraw_reference, "Withdraw the reference", notes, done
    )


@login_required
def reinstate(request, reference_id):
    """Let a withdrawn reference stand again."""
    require(request.user, Permission.WITHDRAW)
    row = get_object_or_404(Reference, pk=reference_id)
    if not row.is_withdrawn:
        raise Http404("This reference is not withdrawn.")
    notes = [f"It was withdrawn: {row.withdrawn_reason}", *_resting(row)]
    done = "The reference stands again."
    return _asked(
        request, row, reinstate_reference, "Reinstate the reference", notes, done
    )


def _resting(row):
    """What uses a reference, as sentences."""
    used = reached(row.pk)
    told = [
        counted(used[kind]["count"], words).capitalize()
        for kind, words in _NOUNS.items()
        if used[kind]["count"]
    ]
    if not told:
        return ["Nothing here uses it."]
    return [*(f"{each}." for each in told), "What uses it stays, and says so."]


def _asked(request, row, action, title, notes, done):
    initial = {"revision": row.revision}
    form = ReasonForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, action, form=form, reference=row, **said):
            messages.success(request, done)
            return redirect("reference", row.pk)
    back = (f"/references/{row.pk}/", str(row))
    return form_page(request, form, title, back=back, notes=notes, button=title)


def gone(request, row):
    """The page of a withdrawn reference: who, when and why, and what used it."""
    context = {"uses": first_reached(row.pk)}
    if can(request.user, Permission.WITHDRAW):
        context["reinstate_href"] = f"/references/{row.pk}/reinstate/"
    return withdrawn_page(request, row, f"The reference “{row}”", **context)
