"""Curating an article: its suggestions are decided one by one, each step saved.

One page and one fragment: a browser that swaps fragments gets the same markup, and
without scripts every step is a form that leads back to the page.
"""

from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from articles.articles.queries import articles_with_claims
from articles.citations.actions import link_study, mark_citation
from articles.curating.content import (
    ALL,
    FILTERS,
    OFFERED,
    Place,
    curation,
    who_changed,
    works_of,
)
from articles.curating.forms import MarkForm, question_form
from articles.curating.step_pages import (
    PANELS,
    STEPS,
    KnownAlready,
    first_error,
    panel_of,
    who_and_when,
)
from articles.mentions.actions import mark_claim, reject_kind
from articles.models import Article, CitedWork, Mention
from articles.steps.undo import undo_step
from core.errors import LostRace, Refused
from core.numbers import whole_number
from studies.models import Study


@login_required
@never_cache
def curate(request, article_id):
    """The article beside its suggestions; the address says what is open on it."""
    article = article_to_curate(request, article_id)
    return page(request, article, place_of(request.GET))


@require_POST
def decide(request, article_id, mention_id):
    """One step on one mention: accept, edit, split, reject, join, reopen, …"""
    article = article_to_curate(request, article_id)
    mention = get_object_or_404(Mention, pk=mention_id, article=article)
    step, _, value = request.POST.get("step", "").partition(":")
    place = place_of(request.POST, at=mention.pk)
    try:
        take = STEPS.get(step)
        if take is None:
            raise Refused(f"There is no step “{step[:40]}”.")
        done = take(mention, request, value)
    except Refused as refusal:
        do = "join" if isinstance(refusal, KnownAlready) else step
        asked = replace(place, do=do if do in PANELS else "")
        return refused(request, article, asked, refusal, mention)
    chosen = {"after": mention.pk} if done.onwards else {"at": done.at or mention.pk}
    return saved(request, article, done.words, place_of(request.POST, **chosen))


@require_POST
def mark(request, article_id):
    """Words of the article that a person selected become a claim or a citation."""
    article = article_to_curate(request, article_id)
    works = {work.pk: work for work in works_of(article)}
    form = MarkForm(request.POST, works=works.values())
    place = place_of(request.POST, do="mark")
    try:
        if not form.is_valid():
            raise Refused(first_error(form))
        version = shown_version(article, request.POST.get("version"))
        start, end = form.place_in(version)
        span = {"article": article, "start": start, "end": end, "version": version}
        if request.POST.get("step") == "citation":
            work = works.get(form.cleaned_data["work"])
            citation = mark_citation(by=request.user, cited_work=work, **span)
            words, at = f"marked “{citation.marker}” as a citation", place.at
        else:
            kind = form.cleaned_data["kind"] or None
            mention = mark_claim(by=request.user, kind=kind, **span)
            words, at = f"marked “{mention}” as a claim", mention.pk
    except Refused as refusal:
        return refused(request, article, place, refusal)
    return saved(request, article, words, replace(place, at=at, do=""))


@require_POST
def reject_all(request, article_id):
    """Reject all suggestions of one kind, as one step that can be undone."""
    article = article_to_curate(request, article_id)
    place = place_of(request.POST)
    try:
        what = reject_kind(
            article=article, kind=request.POST.get("kind", ""), by=request.user
        )
    except Refused as refusal:
        return refused(request, article, place, refusal)
    return saved(request, article, f"rejected {what}", replace(place, at=None))


@require_POST
def link_work(request, article_id, work_id):
    """Say which study a cited work is."""
    article = article_to_curate(request, article_id)
    work = get_object_or_404(CitedWork, pk=work_id, article=article)
    place = place_of(request.POST)
    number = whole_number(request.POST.get("study"))
    study = get_object_or_404(Study, pk=number) if number else None
    try:
        link_study(cited_work=work, study=study, **who_and_when(request))
    except Refused as refusal:
        asked = replace(place, work=work.pk)
        return refused(request, article, asked, refusal, work)
    what = f"linked {work} to {study}" if study else f"took the study from {work}"
    return saved(request, article, what, place)


@require_POST
def undo(request, article_id):
    """Take back one's own last step, or the one that is named."""
    article = article_to_curate(request, article_id)
    place = place_of(request.POST)
    named = request.POST.get("step")
    chosen = (whole_number(named) or 0) if named else None
    try:
        step = undo_step(article=article, step=chosen, by=request.user)
    except Refused as refusal:
        return refused(request, article, place, refusal)
    place = replace(place, at=step.mentions.first())
    return saved(request, article, f"undone: {step.words}", place)


def article_to_curate(request, article_id):
    """The article, for a person who may curate it."""
    require(request.user, Permission.CURATE_CLAIMS)
    articles = Article.objects.current().select_related("outlet")
    return get_object_or_404(articles, pk=article_id)


def shown_version(article, number):
    """The capture a person saw, by its number; the latest where none is named."""
    versions = article.versions.without_source().order_by("-number")
    chosen = whole_number(number)
    if chosen is not None:
        return get_object_or_404(versions, number=chosen)
    return versions.first()


def place_of(given, **changes):
    """Where on the page a request comes from; what makes no sense is left out."""

    def number(name):
        return whole_number(given.get(name))

    show = given.get("show", ALL)
    place = Place(
        show=show if show in dict(FILTERS) else ALL,
        at=number("at"),
        after=number("after"),
        do=given.get("do", ""),
        work=number("work"),
        q=given.get("q", "").strip()[:400],
    )
    return replace(place, **changes)


def page(request, article, place, *, said="", problem="", status=200):
    """The whole page, or its fragment where only that is swapped."""
    shown = curation(article, request.user, place)
    typed = request.POST if problem else None
    context = {
        "curation": shown,
        "panel": panel_of(shown, typed),
        "mark_form": MarkForm(
            typed if place.do == "mark" else None, auto_id="mark_%s", works=shown.works
        ),
        "marking": place.do == "mark",
        "studies": studies_like(shown),
        "question": question_of(shown),
        "next_articles": next_to_curate(shown),
        "said": said,
        "problem": problem,
    }
    template = (
        "articles/curating/_curate_reply.html"
        if request.htmx
        else "articles/curating/curate.html"
    )
    return render(request, template, context, status=status)


def question_of(shown):
    """The question and topics proposed for the chosen suggestion; None for others."""
    card = shown.chosen
    waits = card and card.mention.status == Mention.Status.SUGGESTED
    return question_form(card.words) if waits and not shown.place.do else None


def next_to_curate(shown):
    """When an article is done: others with something to decide."""
    if not shown.is_done:
        return []
    waiting = articles_with_claims().current().with_claim_counts()
    waiting = waiting.filter(suggestion_count__gt=0).exclude(pk=shown.article.pk)
    return list(waiting.order_by("-suggestion_count", "pk")[:3])


def studies_like(shown):
    """Studies that the chosen cited work may be: by words, else by its label."""
    work = next((one for one in shown.works if one.pk == shown.place.work), None)
    if work is None:
        return []
    words = shown.place.q or work.title or work.label
    found = Study.objects.current().with_names().meant_by(words)
    found = found.exclude(pk=work.study_id)
    return list(found[:OFFERED])


def saved(request, article, what, place):
    """Say what was saved, and go on."""
    said = f"Saved {timezone.localtime():%H:%M}: {what}"
    place = replace(place, do="", work=None, q="")
    if request.htmx:
        return page(request, article, place, said=said)
    messages.success(request, said)
    given = {"show": place.show, "at": place.at, "after": place.after}
    query = urlencode({name: value for name, value in given.items() if value})
    return redirect(f"/articles/{article.pk}/curate/?{query}#chosen")


def refused(request, article, place, refusal, row=None):
    """The page as it now stands, with why a step was not taken and what was typed."""
    raced = isinstance(refusal, LostRace)
    sentence = refusal.sentence
    if raced and row is not None:
        sentence = who_changed(row) or sentence
    return page(
        request,
        article,
        place,
        problem=f"Not saved. {sentence}",
        status=409 if raced else 422,
    )
