"""Conflicts of interest and what has no owner; closing and reopening accounts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from accounts.actions import reopen_account
from accounts.models import User
from accounts.permissions import Permission, can, kept_out, require
from bibliography.models import Reference
from claims.models import Claim
from core.forms import ReasonForm, WhyForm
from core.list_pages import Order, facets, list_page
from core.navigation import page_asked_for
from core.pages import ask, current_row, form_page, perform
from evidence.models import ConflictRecord, ConflictSetting
from evidence.people.actions import (
    answer_authorship,
    ask_to_judge,
    close_account,
    override_conflict,
    set_conflict_effect,
)
from evidence.people.conflicts import effects
from evidence.people.filters import ConflictFilter
from evidence.people.forms import AuthorshipForm, EffectForm
from evidence.people.ownerless import left_without_an_owner
from evidence.people.words import ConflictOutcome, ConflictRule
from studies.models import Study

ORDERS = (Order("newest", "Newest", "-pk"),)
CONFLICTS = ("/review/conflicts/", "Conflicts of interest")


@login_required
@never_cache
def conflicts(request):
    """What came of conflicts: one's own, and for editors everybody's."""
    decides = can(request.user, Permission.OPEN_ROUNDS)
    rows = ConflictRecord.objects.seen_by(request.user, all=decides)
    shown = list_page(
        request,
        rows.select_related("user", "claim", "study", "by"),
        filterset=ConflictFilter,
        orders=ORDERS,
        collection="conflicts",
    )
    does = effects()
    context = {
        "list": shown,
        "facets": facets(shown, rows, {"rule": "Rule", "outcome": "What came of it"}),
        "decides": decides,
        "rules": [(rule, does[rule]) for rule in ConflictRule],
    }
    return render(request, "evidence/people/conflicts.html", context)


@login_required
@never_cache
def ask_to_judge_claim(request, claim_id):
    """Ask an editor to let one judge a claim that a conflict keeps one from."""
    row = current_row(Claim.objects, claim_id)
    return _ask_to_judge(request, row, (f"/claims/{row.pk}/", f"Claim {row.pk}"))


@login_required
@never_cache
def ask_to_judge_study(request, study_id):
    """The same of a study and its results."""
    row = current_row(Study.objects, study_id)
    return _ask_to_judge(request, row, (f"/studies/{row.pk}/", row.label))


def _ask_to_judge(request, row, back):
    refusal = kept_out(request.user, row)
    form = WhyForm(request.POST or None)
    if request.method == "POST":
        done = "An editor decides; it stands here until then."
        if ask(request, form, ask_to_judge, "reason", subject=row, done=done) is None:
            return redirect("conflicts")
    notes = [
        refusal.sentence if refusal else "Nothing keeps you from judging this.",
        "What you write stands beside the conflict, for editors to read.",
    ]
    button = "Ask an editor to let you"
    title = f"{button} judge it"
    return form_page(request, form, title, back=back, notes=notes, button=button)


@login_required
@never_cache
def override(request, conflict_id):
    """Let somebody judge whom a conflict keeps out, saying why."""
    require(request.user, Permission.OPEN_ROUNDS)
    rows = ConflictRecord.objects.seen_by(request.user, all=True)
    row = get_object_or_404(rows, pk=conflict_id, outcome=ConflictOutcome.REFUSED)
    form = WhyForm(request.POST or None)
    if request.method == "POST":
        done = f"{row.user} may judge it."
        refused = ask(
            request, form, override_conflict, "reason", conflict=row, done=done
        )
        if refused is None:
            return redirect("conflicts")
    notes = [
        f"{row.get_rule_display().capitalize()}: {row.because}",
        "What is let through is kept here with your name and reason.",
    ]
    title = f"Let {row.user} judge it"
    return form_page(request, form, title, back=CONFLICTS, notes=notes, button=title)


@login_required
@never_cache
def rule(request, rule):
    """Say what a rule does on this site."""
    require(request.user, Permission.OPEN_ROUNDS)
    if rule not in list(ConflictRule):
        raise Http404("There is no such rule.")
    made = ConflictRule(rule)
    known = ConflictSetting.objects.filter(rule=made).first()
    seen = {"effect": effects()[made], "revision": known.revision if known else 0}
    form = EffectForm(request.POST or None, rule=made, initial=seen)
    if request.method == "POST":
        refused = ask(request, form, set_conflict_effect, rule=made, done="Stored.")
        if refused is None:
            return redirect("conflicts")
    title = made.capitalised
    return form_page(request, form, title, back=CONFLICTS, notes=["What does it do?"])


@login_required
@never_cache
def authorship(request, reference_id):
    """Whether a work whose author has one's name is one's own; asked once."""
    row = current_row(Reference.objects, reference_id)
    form = AuthorshipForm(request.POST or None)
    if request.method == "POST":
        refused = ask(request, form, answer_authorship, reference=row, done="Kept.")
        if refused is None:
            return redirect(page_asked_for(request) or "conflicts")
    notes = [
        "An author of this work has your name. Who wrote a study does not judge it; "
        "whoever only shares a name does. Your answer is kept and not asked again."
    ]
    back = (f"/references/{row.pk}/", row.title or "Reference")
    title = f"Is “{row.title or 'this work'}” yours?"
    return form_page(request, form, title, back=back, notes=notes, button="Answer")


@login_required
@never_cache
def without_an_owner(request):
    """Places on offer and differences nobody is left to settle."""
    require(request.user, Permission.OPEN_ROUNDS)
    context = {"rows": left_without_an_owner(request.user)}
    return render(request, "evidence/people/without_an_owner.html", context)


@login_required
@never_cache
def close(request, person_id):
    """Close an account, saying why; what it held is on offer or listed."""
    row, form = _account(request, person_id)
    if form.is_valid():
        left = perform(request, close_account, form=form, user=row, **form.cleaned_data)
        if left is not None:
            messages.success(request, f"The account of {row} is closed.")
            for each in left:
                messages.warning(request, f"“{each.about}” lacks {each.words}.")
            if left:
                return redirect("without-an-owner")
            return redirect("person", row.pk)
    notes = [
        "Sessions, tokens and invitations of this person end at once, and for good. "
        "What they did stays theirs; places they hold in rounds are on offer."
    ]
    return _closing_page(request, form, row, f"Close the account of {row}", notes)


@login_required
@never_cache
def reopen(request, person_id):
    """Reopen an account, saying why."""
    row, form = _account(request, person_id)
    if request.method == "POST":
        done = f"The account of {row} is open again."
        if ask(request, form, reopen_account, user=row, done=done) is None:
            return redirect("person", row.pk)
    notes = ["The person signs in as before; what ended when it was closed does not."]
    return _closing_page(request, form, row, f"Reopen the account of {row}", notes)


def _account(request, person_id):
    require(request.user, Permission.MANAGE_PEOPLE)
    row = get_object_or_404(User.objects.persons(), pk=person_id)
    initial = {"revision": row.revision}
    return row, ReasonForm(request.POST or None, initial=initial)


def _closing_page(request, form, row, title, notes):
    back = (f"/people/{row.pk}/", str(row))
    button = title.split(" of ")[0]
    return form_page(request, form, title, back=back, notes=notes, button=button)
