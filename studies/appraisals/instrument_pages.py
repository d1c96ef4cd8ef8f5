"""Pages of the instruments there are, and where editors define their own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_list_or_404, redirect, render
from django.urls import reverse

from accounts.permissions import Permission, can, require
from core.errors import NotAllowed
from core.forms import WhyForm
from core.pages import ask, form_page, perform, withdrawn
from studies.appraisals.catalogue import newest
from studies.appraisals.content import guidance_of
from studies.appraisals.defining import (
    define_instrument,
    reinstate_instrument,
    withdraw_instrument,
    write_guidance,
)
from studies.appraisals.defining_forms import (
    GuidanceForm,
    InstrumentForm,
    defined_by,
    initial_of,
)
from studies.instruments import reading
from studies.instruments.logic import asked_where, what_it_comes_to
from studies.models import DefinedInstrument


def instruments(request):
    """All instruments: those that come along, and those that were defined here."""
    rows = DefinedInstrument.objects.order_by("key", "id")
    own = {row.key: row for row in rows.current()}
    gone = {row.key: row for row in rows.exclude(withdrawn_at=None)}
    context = {
        "coming_along": [reading.instrument(key) for key in reading.KEYS],
        "defined": own.values(),
        "withdrawn": gone.values(),
        "may_define": can(request.user, Permission.OPEN_ROUNDS),
    }
    return render(request, "studies/appraisals/instruments.html", context)


def instrument(request, instrument_key):
    """One instrument's questions with their guidance, which editors write here."""
    tool = newest(instrument_key)
    if tool is None:
        return _withdrawn(request, instrument_key)
    may_write = can(request.user, Permission.OPEN_ROUNDS)
    refused = None
    if request.method == "POST":
        if not may_write:
            raise NotAllowed("Only editors write guidance.")
        form = GuidanceForm(request.POST)
        done = "Kept for all reviewers here."
        refused = ask(
            request, form, write_guidance, instrument=instrument_key, done=done
        )
        if refused is None:
            return redirect("instrument", instrument_key)
    context = {
        "tool": tool,
        "domains": _domains(tool, refused),
        "may_write": may_write,
        "is_defined": instrument_key not in reading.KEYS,
    }
    status = 422 if refused else 200
    return render(request, "studies/appraisals/instrument.html", context, status=status)


def _domains(tool, refused):
    """Each domain's questions with their guidance, and its rules, in words.

    ``refused`` is what came back.
    """
    guidance = guidance_of(tool.key)
    sent = refused and (refused.data.get("domain"), refused.data.get("question"))
    return [
        (
            each,
            [
                (
                    q,
                    asked_where(tool, q.asked_if),
                    guidance.get((each.id, q.id)),
                    refused if sent == (each.id, q.id) else None,
                )
                for q in each.questions
            ],
            what_it_comes_to(tool, each),
        )
        for each in tool.domains
    ]


def _withdrawn(request, key):
    """The page of an instrument that is offered no more; a 404 where none was."""
    rows = DefinedInstrument.objects.exclude(withdrawn_at=None)
    row = rows.select_related("withdrawn_by").filter(key=key).order_by("-id").first()
    if row is None:
        raise Http404("There is no instrument of that key.")
    context = {}
    if can(request.user, Permission.OPEN_ROUNDS):
        context["reinstate_href"] = reverse("reinstate-instrument", args=[key])
    return withdrawn(request, row, f"The instrument {row.name}", **context)


@login_required
def withdraw(request, instrument_key):
    """Offer an instrument that was defined here to no new round."""
    notes = [
        "No new round may use it, in any version. Rounds that use it go on, and what "
        "was appraised by it stays as it is. It can be reinstated."
    ]
    ways = (
        withdraw_instrument,
        "Withdraw the instrument",
        "The instrument is withdrawn.",
    )
    return _asked(request, instrument_key, *ways, notes)


@login_required
def reinstate(request, instrument_key):
    """Offer an instrument again that was withdrawn."""
    ways = (
        reinstate_instrument,
        "Reinstate the instrument",
        "The instrument is offered again.",
    )
    return _asked(request, instrument_key, *ways, [])


def _asked(request, key, action, title, done, notes):
    require(request.user, Permission.OPEN_ROUNDS)
    get_list_or_404(DefinedInstrument, key=key)
    form = WhyForm(request.POST or None)
    if request.method == "POST":
        refused = ask(request, form, action, done=done, key=key)
        if refused is None:
            return redirect("instruments")
    back = ("/instruments/", "Instruments")
    return form_page(request, form, title, back=back, notes=notes, button=title)


@login_required
def define(request, instrument_key=""):
    """Define an instrument, or a new version of one that was defined here."""
    require(request.user, Permission.OPEN_ROUNDS)
    rows = DefinedInstrument.objects.filter(key=instrument_key).order_by("-id")
    row = rows.first() if instrument_key else None
    if instrument_key and row is None:
        raise Http404("No instrument of that key was defined here.")
    form = InstrumentForm(
        request.POST or None, initial=initial_of(row) if row else None
    )
    if request.method == "POST" and form.is_valid():
        made = perform(
            request, define_instrument, form=form, **defined_by(form.cleaned_data)
        )
        if made:
            messages.success(request, "The instrument is stored; rounds may use it.")
            return redirect("instrument", made.key)
    notes = ["A version that was used never changes; a new version is a new one."]
    title = "A new version" if row else "Define an instrument"
    back = ("/instruments/", "Instruments")
    return form_page(request, form, title, back=back, notes=notes)
