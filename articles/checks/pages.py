"""Two small pages: does the study say this, and do an article's words fit?

While a round is at it, they lead on to that.
"""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.permissions import Permission, require
from accounts.round_pages import kept_out_page
from articles.checks.alone import round_at_it, several_agreed, state_of
from articles.checks.differences import parts_of
from articles.checks.forms import SupportForm, WordingForm
from articles.checks.questions import question_of
from articles.checks.support import judge_support, what_is_judged, words_of
from articles.checks.wording import check_wording
from articles.models import Mention, MentionCitation, MentionRound
from core.forms import TWO_LINES
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pages import perform


@login_required
def support(request, mention_id, citation_id):
    """Say whether a cited study says what an article's words say."""
    mention = _load(request, mention_id)
    link = get_object_or_404(
        MentionCitation.objects.select_related(
            "citation__cited_work__study", "citation__cited_work__reference"
        ),
        mention=mention,
        citation=citation_id,
    )
    asked = MentionRound(mention=mention, citation=link.citation)
    if request.method == "GET" and (round := round_at_it(asked)):
        return _to_round(request, round)
    work = link.citation.cited_work
    form = SupportForm(request.POST or None, record=work.reference)
    _ask_why_again(form, asked)
    if request.method == "POST" and form.is_valid():
        given = {"citation": link.citation, **_seen(request, mention)}
        if perform(request, judge_support, form=form, **given, **form.cleaned_data):
            quoted = form.quoted_words()
            messages.success(request, " ".join(["Your answer is stored.", *quoted]))
            return redirect(page_asked_for(request) or _claim_of(mention))
    rounds = reverse("support-rounds", args=[mention.pk, citation_id])
    return _page(request, asked, form, rounds, work=work)


@login_required
def wording(request, mention_id):
    """Judge an article's words against the claim's verdict as it stands."""
    mention = _load(request, mention_id)
    asked = MentionRound(mention=mention)
    if request.method == "GET" and (round := round_at_it(asked)):
        return _to_round(request, round)
    form = WordingForm(request.POST or None)
    _ask_why_again(form, asked)
    if request.method == "POST" and form.is_valid():
        given = _seen(request, mention)
        if perform(request, check_wording, form=form, **given, **form.cleaned_data):
            messages.success(request, "Your answer is stored.")
            return redirect(page_asked_for(request) or _claim_of(mention))
    rounds = reverse("wording-rounds", args=[mention.pk])
    return _page(request, asked, form, rounds)


def _load(request, mention_id):
    require(request.user, Permission.CHECK_SUPPORT)
    rows = Mention.objects.accepted().select_related("claim", "article")
    mention = get_object_or_404(rows, pk=mention_id)
    if mention.claim is None:
        raise Http404("This mention makes no claim.")
    return mention


def _to_round(request, round):
    """On to the round that is at it: to one's own place in it, for who has one."""
    places = round.assignments.standing().filter(reviewer=request.user)
    waits_for_them = not round.is_open and places.exists()
    return redirect("check-in-round" if waits_for_them else "mention-round", round.pk)


def _seen(request, mention):
    """The mention, and the state of it that was seen."""
    return {"mention": mention, "state": whole_number(request.POST.get("state"))}


def _ask_why_again(form, asked):
    """Where several agreed on the answer there is, another one says why."""
    if several_agreed(asked):
        form.fields["reason"] = forms.CharField(
            label="Why again",
            max_length=2000,
            widget=TWO_LINES,
            help_text="Several agreed on the answer there is.",
        )


def _claim_of(mention):
    return f"/claims/{mention.claim_id}/"


def _page(request, asked, form, rounds, **more):
    mention, question = asked.mention, question_of(asked)
    back = (_claim_of(mention), f"Claim {mention.claim_id}")
    if page := kept_out_page(request, what_is_judged(asked), question.words, back):
        return page
    state = state_of(mention)
    context = {
        "mention": mention,
        "words": words_of(mention),
        "state": state,
        "form": form,
        "title": question.words,
        "rounds_page": rounds,
        **more,
    }
    if form.is_bound and whole_number(request.POST.get("state")) not in (None, state):
        context |= _counts(asked, question)
    status = 422 if form.is_bound else 200
    return render(request, "articles/checks/mention_check.html", context, status=status)


def _counts(asked, question):
    """The answer that counts, where there is one: whoever lost a race sees both."""
    answers = question.form._meta.model.objects.filter(
        mention=asked.mention, superseded_at=None
    )
    if asked.citation:
        answers = answers.filter(citation=asked.citation)
    counts = answers.select_related("by").first()
    return {"counts": counts, "says": parts_of(question, [counts])} if counts else {}
