"""Two small pages: does the study say this, and do an article's words fit?"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, require
from articles.checks.forms import SupportForm, WordingForm
from articles.checks.support import judge_support, words_of
from articles.checks.wording import check_wording
from articles.models import Mention, MentionCitation
from core.navigation import page_asked_for
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
    work = link.citation.cited_work
    form = SupportForm(request.POST or None, record=work.reference)
    if request.method == "POST" and form.is_valid():
        given = {"mention": mention, "citation": link.citation, **form.cleaned_data}
        if perform(request, judge_support, form=form, **given):
            quoted = form.quoted_words()
            messages.success(request, " ".join(["Your answer is stored.", *quoted]))
            return redirect(page_asked_for(request) or _claim_of(mention))
    return _page(request, mention, form, "Does the study say this?", work=work)


@login_required
def wording(request, mention_id):
    """Judge an article's words against the claim's verdict as it stands."""
    mention = _load(request, mention_id)
    form = WordingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"mention": mention, **form.cleaned_data}
        if perform(request, check_wording, form=form, **given):
            messages.success(request, "Your answer is stored.")
            return redirect(page_asked_for(request) or _claim_of(mention))
    return _page(request, mention, form, "Do the words fit the evidence?")


def _load(request, mention_id):
    require(request.user, Permission.CHECK_SUPPORT)
    rows = Mention.objects.accepted().select_related("claim", "article")
    mention = get_object_or_404(rows, pk=mention_id)
    if mention.claim is None:
        raise Http404("This mention makes no claim.")
    return mention


def _claim_of(mention):
    return f"/claims/{mention.claim_id}/"


def _page(request, mention, form, title, **more):
    context = {
        "mention": mention,
        "words": words_of(mention),
        "form": form,
        "title": title,
        **more,
    }
    status = 422 if form.is_bound else 200
    return render(request, "articles/checks/mention_check.html", context, status=status)
