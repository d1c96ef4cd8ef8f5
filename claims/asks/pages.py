"""What people ask to be reviewed: one's own, and all by how many asked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from claims.asks.actions import ask_for_review, take_back_ask
from claims.models import Ask
from core.pages import perform

MOST_SHOWN = 100


@login_required
def asks(request):
    """The reviewers' list: what was asked for, the most asked for first."""
    require(request.user, Permission.CURATE_CLAIMS)
    context = {
        "sentences": Ask.objects.by_sentence()[:MOST_SHOWN],
        "claims": Ask.objects.by_claim()[:MOST_SHOWN],
    }
    return render(request, "claims/asks/asks.html", context)


@login_required
def my_asks(request):
    """What one asked for, and what became of each."""
    context = {"asks": Ask.objects.of(request.user)[:MOST_SHOWN]}
    return render(request, "claims/asks/my_asks.html", context)


@require_POST
def ask(request):
    """Ask for a review of a sentence."""
    given = {name: request.POST.get(name, "") for name in ("sentence", "question")}
    if perform(request, ask_for_review, **given):
        messages.success(request, "Asked. Reviewers see how many people ask for it.")
    return redirect("my-asks")


@require_POST
def take_back(request, ask_id):
    """Take one's own ask back."""
    row = get_object_or_404(Ask, pk=ask_id, by=request.user)
    perform(request, take_back_ask, ask=row)
    return redirect("my-asks")
