"""The page on which a reviewer says what counts for a claim, and freezes it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, can, require
from bibliography.models import Reference
from claims.models import Claim
from core.errors import Refused
from core.numbers import whole_number
from core.pages import history_page, perform
from evidence.bases.actions import (
    copy_base,
    edit_base,
    freeze_base,
    mark_main_line,
    open_base,
    refuse_unjudgeable,
)
from evidence.bases.content import (
    asks,
    base_context,
    cant_be_graded,
    draft_of,
    frozen_numbers,
    lacks,
    newest_of,
    offered,
    passages,
    what_follows,
    without_results,
)
from evidence.bases.counting import candidates_of, without_report
from evidence.bases.forms import BaseForm, PassageForm, ToldForm, digest_of, reviews
from evidence.bases.items import add_items, decide_item, quote_record
from evidence.bases.ready import freezing_problems
from evidence.claims.confirming import Step, ask_once
from evidence.claims.withdrawing_pages import elsewhere
from evidence.facts.standing_on import base_facts, evidence_items
from evidence.judged import ELEMENTS
from evidence.method import not_asked
from evidence.models import EvidenceBase, EvidenceItem, Passage
from studies.models import Result


def base(request, claim_id):
    """What counts for a claim: for whoever may change it, else as it was frozen."""
    if not can(request.user, Permission.FREEZE_BASES):
        return _read(request, claim_id)
    claim = _load(request, claim_id)
    newest = newest_of(claim)
    frozen = newest is not None and newest.is_frozen
    draft = EvidenceBase(claim=claim) if frozen or newest is None else newest
    form = _form(request, draft)
    if request.method == "POST" and form.is_valid() and _keep(request, form, claim):
        messages.success(request, "Saved.")
        freezes = request.POST.get("then") == "freeze"
        return redirect("base-freeze" if freezes else "base", claim.pk)
    context = {"claim": claim, "form": form, "reviews": _reviews(), "may_change": True}
    if newest is not None:
        context |= base_context(newest)
    if newest is not None and not frozen:
        context |= _of_draft(request, newest, context["base"])
    status = 422 if form.is_bound else 200
    return render(request, "evidence/bases/evidence_base.html", context, status=status)


def _form(request, draft):
    """The form of a base; what claims of its kind do not ask is not asked."""
    form = BaseForm(request.POST or None, instance=draft)
    for name in not_asked(draft.claim.kind):
        if name in ELEMENTS and not form.initial.get(name):
            del form.fields[name]
    return form


def _of_draft(request, draft, facts):
    """What the page of an open base shows besides what it holds."""
    words = request.GET.get("q", "").strip()
    candidates = candidates_of(draft)
    groups = offered(draft, words)
    return {
        "draft": draft,
        "q": words,
        "offered": groups,
        "nothing_offered": not any(group["results"] for group in groups),
        "passages": passages(draft, words),
        "without_results": without_results(draft),
        "lacks": lacks(draft),
        "follows": list(what_follows(draft, candidates)),
        "asks": list(asks(facts, candidates)),
        "without_report": without_report(candidates),
        "paste_at": _paste_at(draft),
    }


def _paste_at(draft):
    """Where results of studies are pasted, the claim's outcome offered, and back."""
    outcome = draft.outcome or draft.claim.outcome
    asked = {"next": reverse("base", args=[draft.claim_id]), "outcome": outcome}
    return f"{reverse('results-of-studies')}?{urlencode(asked)}"


def base_version(request, claim_id, number):
    """One of a claim's bases; one that is frozen is for everybody to read."""
    rows = EvidenceBase.objects.select_related("claim", "review", "frozen_by")
    found = get_object_or_404(rows, claim=claim_id, number=number)
    if not found.is_frozen:
        return redirect("base", claim_id)
    if answer := elsewhere(request, found.claim, "base-version", number=number):
        return answer
    return _shown(request, found)


def history(request, claim_id, number):
    """Every change of a frozen base and of its items, newest first."""
    rows = EvidenceBase.objects.exclude(frozen_at=None)
    row = get_object_or_404(rows, claim=claim_id, number=number)
    back = (reverse("base-version", args=[claim_id, number]), f"Base {number}")
    within = [
        ("Results", EvidenceItem, "result", "base"),
        ("Passages", EvidenceItem, "passage", "base"),
    ]
    title = f"Evidence base {number} of claim {claim_id}"
    return history_page(request, row, title, back, within)


def _read(request, claim_id):
    """The newest base that is frozen, for those who may not change any."""
    frozen = newest_of(get_object_or_404(Claim, pk=claim_id), frozen=True)
    if request.method == "POST" or frozen is None:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        require(request.user, Permission.FREEZE_BASES)
    if answer := elsewhere(request, frozen.claim, "base"):
        return answer
    return _shown(request, frozen)


def _shown(request, frozen):
    """A frozen base, to be read."""
    context = {
        "claim": frozen.claim,
        **base_context(frozen),
        "numbers": list(frozen_numbers(frozen.claim)),
    }
    return render(request, "evidence/bases/evidence_base.html", context)


def _load(request, claim_id):
    require(request.user, Permission.FREEZE_BASES)
    claim = get_object_or_404(Claim, pk=claim_id)
    refuse_unjudgeable(claim)
    return claim


def _reviews():
    return reviews().order_by("-pk").only("pk", "label")[:100]


def _keep(request, form, claim):
    """Open a base as the form says, or change the draft there is."""
    said = dict(form.cleaned_data)
    draft = draft_of(claim)
    if draft is not None:
        said["revision"] = whole_number(request.POST.get("revision"))
        return perform(request, edit_base, form=form, base=draft, **said)
    asked = {name: said.pop(name, "") for name in ELEMENTS}
    question = {name: words for name, words in asked.items() if words}
    return perform(
        request, open_base, form=form, claim=claim, question=question, **said
    )


def _draft(claim):
    draft = draft_of(claim)
    if draft is None:
        raise Refused("This claim has no base that is still open; copy the frozen one.")
    return draft


@login_required
@require_POST
def add(request, claim_id):
    """Add the chosen candidates, included or still to decide."""
    claim = _load(request, claim_id)
    draft = _draft(claim)
    decision = request.POST.get("decision", "")
    if request.POST.get("then") == "freeze":
        decision = EvidenceItem.Decision.INCLUDED
    if decision not in set(EvidenceItem.Decision):
        decision = EvidenceItem.Decision.AWAITING
    chosen = [
        *_chosen(request, "result", Result),
        *_chosen(request, "passage", Passage),
    ]
    if not chosen:
        messages.error(request, "Choose at least one candidate to add.")
    added = add_items(base=draft, candidates=chosen, decision=decision, by=request.user)
    for sentence in added.refused:
        messages.error(request, sentence)
    _tell(request, added.items, decision)
    freezes = request.POST.get("then") == "freeze" and not added.refused
    return redirect("base-freeze" if freezes else "base", claim.pk)


def _chosen(request, name, model):
    ids = filter(None, map(whole_number, request.POST.getlist(name)))
    return model.objects.current().filter(pk__in=list(ids)[:200]).order_by("pk")


def _tell(request, done, wanted):
    """Say how many were added, and which the rules left out."""
    if not done:
        return
    left_out = [item for item in done if item.decision != wanted]
    messages.success(request, f"{len(done)} added.")
    for item in left_out:
        why = item.get_reason_display()
        messages.warning(request, f"{item.result.study.label} is left out: {why}.")


@login_required
@require_POST
def decide(request, item_id):
    """Include a candidate, leave it out for a reason, or put it back to decide."""
    rows = EvidenceItem.objects.select_related("base", "result__study")
    item = get_object_or_404(rows, pk=item_id)
    decision = request.POST.get("decision", "")
    leaves_out = decision == EvidenceItem.Decision.EXCLUDED
    perform(
        request,
        decide_item,
        item=item,
        decision=decision,
        exclude_because=request.POST.get("reason", "") if leaves_out else "",
        in_words=request.POST.get("in_words", "").strip() if leaves_out else "",
        revision=whole_number(request.POST.get("revision")),
    )
    return redirect("base", item.base.claim_id)


@login_required
def passage(request, claim_id):
    """Quote a record, and add the passage to the base."""
    claim = _load(request, claim_id)
    draft = _draft(claim)
    form = PassageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"base": draft, **form.cleaned_data}
        if perform(request, quote_record, form=form, **given):
            quoted = form.quoted_words()
            messages.success(
                request, " ".join(["The passage is in the base.", *quoted])
            )
            return redirect("base", claim.pk)
    records = Reference.objects.current().order_by("-pk").only("pk", "title")[:100]
    context = {"claim": claim, "form": form, "records": records}
    status = 422 if form.is_bound else 200
    return render(request, "evidence/bases/base_passage.html", context, status=status)


@login_required
@require_POST
def main_line(request, claim_id):
    """Mark which of several pooled lines decides for a group of designs."""
    claim = _load(request, claim_id)
    given = {name: request.POST.get(name, "") for name in ("designs", "line")}
    revision = whole_number(request.POST.get("revision"))
    draft = _draft(claim)
    if perform(request, mark_main_line, base=draft, revision=revision, **given):
        messages.success(request, "Saved.")
    return redirect("base", claim.pk)


@login_required
def freeze(request, claim_id):
    """Close the base for good, once it was said what that means.

    Where that is something else by now, it is said again.
    """
    claim = _load(request, claim_id)
    draft = _draft(claim)
    step = _freezing(draft)
    told = digest_of(step.follows)
    if request.method == "POST" and request.POST.get("told") in (None, told):
        if perform(request, freeze_base, base=draft) is None:
            return redirect("base", claim.pk)
        messages.success(request, "The evidence base is frozen.")
        grades = request.POST.get("then") == "grade"
        return redirect("grade" if grades else "claim", claim.pk)
    form = ToldForm(initial={"told": told})
    if request.method == "POST":
        messages.warning(request, "What freezing does has changed: read it again.")
    return ask_once(request, claim, step, form)


def _freezing(draft):
    """What freezing a base does, and what of it everybody sees."""
    facts = base_facts(draft, evidence_items(draft))
    candidates = candidates_of(draft)
    public = [
        "The question, how far was searched, where, with which words and when.",
        f"Its candidates, each with its decision: {facts.included} included, "
        f"{facts.excluded} left out, with why.",
        "That you froze it, and today’s date.",
    ]
    if draft.searches.exists():
        public.insert(1, "Every record of its searches, and why it was left out.")
    return Step(
        title=f"Freeze evidence base {draft.number}",
        button="Freeze this base",
        then=() if cant_be_graded(draft, candidates) else ("grade", "Freeze and grade"),
        follows=[
            *what_follows(draft, candidates),
            *asks(facts, candidates),
            "The base does not change any more; its next version can.",
        ],
        public=public,
        refused=" ".join(one.sentence for one in freezing_problems(draft)),
        without_report=without_report(candidates),
        back=reverse("base", args=[draft.claim_id]),
    )


@login_required
@require_POST
def copy(request, claim_id):
    """Begin the next base with what the newest one holds."""
    claim = _load(request, claim_id)
    newest = newest_of(claim)
    if newest is None:
        raise Refused("This claim has no evidence base to copy yet.")
    if perform(request, copy_base, base=newest):
        messages.success(request, "A new version is open; the frozen one stays.")
    return redirect("base", claim.pk)
