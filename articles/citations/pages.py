"""A cited work's page: what was found for it, field by field, and who decided."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.jobs.pages import to_job
from accounts.permissions import Permission, can
from articles.citations.actions import reject_cited_work, reset_cited_work
from articles.citations.candidates import confirm_candidate
from articles.citations.finding import citation_of, is_searchable
from articles.citations.finding_jobs import look_for_works
from articles.citations.looked_up import looked_up
from articles.models import Article, Citation, CitedWork
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pages import history_page, withdrawn
from studies.models import name_of


def cited_work(request, work_id):
    """One cited work: what the article states, and each candidate beside it."""
    row = get_object_or_404(
        CitedWork.objects.select_related(
            "article__withdrawn_by", "reference", "study", "decided_by"
        ).annotate(study_name=name_of("study")),
        pk=work_id,
    )
    if row.merged_into_id:
        return redirect("cited-work", row.merged_into_id, permanent=True)
    if row.article.is_withdrawn:
        return withdrawn(request, row.article, f"The article “{row.article.title}”")
    told = looked_up(row)
    context = {
        "work": row,
        "cited": citation_of(row),
        "entry": row.entries.order_by("-version__number").first(),
        "told": told,
        "new": [candidate for candidate in told.candidates if candidate.is_new],
        "notices": notices_on(row),
        "may_decide": can(request.user, Permission.LINK_CITATIONS),
        "may_look": can(request.user, Permission.LOOK_UP_WORKS),
    }
    context["searchable"] = bool(row.doi or row.pmid) or is_searchable(context["cited"])
    return render(request, "articles/citations/cited_work.html", context)


def history(request, work_id):
    """Every change of a cited work, and of the markers that cite it."""
    row = get_object_or_404(CitedWork.objects.select_related("article"), pk=work_id)
    if row.article.is_withdrawn:
        return withdrawn(request, row.article, f"The article “{row.article.title}”")
    back = (f"/cited-works/{row.pk}/", f"Cited work {row.pk}")
    within = [("Where it is cited", Citation, "marker", "cited_work")]
    return history_page(request, row, row.label, back, within)


def notices_on(work):
    """The notices on the reference that a work was confirmed to be."""
    if work.reference is None:
        return []
    return work.reference.notices.current().order_by("dated", "id")


@require_POST
def decide_work(request, work_id):
    """Confirm a candidate, say that none is the work, or open the question again."""
    row = get_object_or_404(CitedWork, pk=work_id)
    revision = whole_number(request.POST.get("revision"))
    if revision is None:
        raise BadRequest("The form lacks the revision it was made for.")
    given = {"cited_work": row, "by": request.user, "revision": revision}
    step = request.POST.get("step")
    if step == "confirm":
        key = request.POST.get("candidate", "")
        confirm_candidate(candidate=key, **given)
        messages.success(request, "Confirmed: the record found is the cited work.")
    elif step == "none":
        reject_cited_work(**given)
        messages.success(request, "Noted: none of these is the cited work.")
    elif step == "reset":
        reset_cited_work(**given)
        messages.success(request, "The decision is taken back.")
    else:
        raise BadRequest("Nobody knows this step.")
    return redirect(page_asked_for(request) or reverse("cited-work", args=[work_id]))


@require_POST
def look_for_work(request, work_id):
    """Start the search for one work."""
    row = get_object_or_404(CitedWork, pk=work_id)
    return to_job(look_for_works(cited_work=row, by=request.user))


@require_POST
def look_for_article(request, article_id):
    """Start the search for all that an article cites."""
    row = get_object_or_404(Article, pk=article_id)
    return to_job(look_for_works(article=row, by=request.user))
