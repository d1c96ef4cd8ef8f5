"""The pages of the rounds that check a mention: called, waiting, and opened."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can, require
from accounts.round_pages import Arranging, waiting_round
from accounts.rounds import refuse_to_arrange
from articles.checks.differences import Differences
from articles.checks.judging import refuse_to_settle
from articles.checks.judging_pages import ROUNDS
from articles.checks.questions import CHECKING, SUPPORT, WORDING, question_of
from articles.checks.round_forms import CallForm, ReplacingForm, ReviewerForm
from articles.checks.rounds import (
    assign_checker,
    call_mention_round,
    call_off_mention_round,
    replace_checker,
    want_fewer_checks,
)
from articles.checks.support import words_of
from articles.models import Citation, Mention, MentionRound
from core.errors import goes_through
from core.pages import ask, take_step

ARRANGING = Arranging(
    ReviewerForm,
    ReplacingForm,
    assign=assign_checker,
    replace=replace_checker,
    fewer=want_fewer_checks,
    call_off=call_off_mention_round,
)


def support_rounds(request, mention_id, citation_id):
    """The rounds on a citation; an editor calls one here."""
    mention = _mention(mention_id)
    of = Citation.objects.filter(mention_links__mention=mention)
    citation = get_object_or_404(of.select_related("cited_work"), pk=citation_id)
    return _rounds(request, SUPPORT, mention, citation)


def wording_rounds(request, mention_id):
    """The rounds on a mention's wording; an editor calls one here."""
    return _rounds(request, WORDING, _mention(mention_id), None)


def _mention(pk):
    rows = Mention.objects.accepted().select_related("claim", "article")
    mention = get_object_or_404(rows, pk=pk)
    if mention.claim is None:
        raise Http404("This mention makes no claim.")
    return mention


def _rounds(request, question, mention, citation):
    on = {"mention": mention, "citation": citation}
    form, may_call = None, can(request.user, Permission.OPEN_ROUNDS)
    if request.method == "POST":
        require(request.user, Permission.OPEN_ROUNDS)
        form = ask(
            request,
            CallForm(request.POST),
            call_mention_round,
            done="The round is called.",
            **on,
        )
        if form is None:
            return redirect(request.path)
    context = {
        "title": question.words,
        "mention": mention,
        "citation": citation,
        "words": words_of(mention),
        "rounds": MentionRound.objects.of_same(MentionRound(**on)).order_by("-pk"),
        "call": form or (CallForm() if may_call else None),
    }
    status = 422 if form else 200
    return render(request, "articles/checks/rounds.html", context, status=status)


def mention_round(request, mention_round_id):
    """A round's checks side by side once it is open; before, how it waits.

    An editor outside of it takes places away, or calls it off.
    """
    round = get_object_or_404(ROUNDS, pk=mention_round_id)
    refused = {}
    if request.method == "POST":
        refuse_to_arrange(CHECKING, round, request.user)  # a refusal tells who is in
        if form := take_step(request, ARRANGING.steps, round, "a round"):
            refused = {request.POST["do"]: form}
        elif request.POST["do"] == "call_off":
            return redirect(_rounds_of(round))
        else:
            return redirect(request.path)
    context = {
        "round": round,
        "question": question_of(round),
        "all_rounds": _rounds_of(round),
    }
    if round.is_open:
        context["shown"] = Differences(round)
        user = request.user
        may = user.is_authenticated and goes_through(refuse_to_settle, round, user)
        context["may_settle"] = may
    elif not round.has_lapsed:
        told = waiting_round(CHECKING, round, request.user, ARRANGING)
        context |= told | refused
    status = 422 if refused else 200
    return render(request, "articles/checks/round.html", context, status=status)


def _rounds_of(round):
    """The page of all rounds that ask what a round asks."""
    way = f"support/{round.citation_id}" if round.citation_id else "wording"
    return f"/mentions/{round.mention_id}/{way}/rounds/"
