"""Pages of articles: the list of them, and the description of one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from accounts.jobs.pages import to_job
from accounts.permissions import Permission, can, require
from articles.articles.actions import edit_article
from articles.articles.fetching import fetch_article
from articles.articles.filters import ArticleFilter
from articles.articles.forms import ArticleForm, FetchForm
from articles.articles.queries import articles_with_claims
from articles.curating.content import who_changed
from articles.models import Article, ArticleTopic, Outlet
from claims.words import Verdict
from core.errors import LostRace, Refused
from core.list_pages import BEST_MATCH, Order, facets, list_page
from core.numbers import whole_number
from core.pages import history_page, perform
from studies.models import Topic

ORDERS = (
    Order("newest", "Newest capture", "-captured_at"),
    Order("added", "Newest article", "-pk"),
    Order("title", "Title, A to Z", "title"),
    Order("claims", "Most claims", "-claim_count"),
    Order("left", "Most to decide", "-suggestion_count"),
)


FACETS = {
    "claims": "What its claims come to",
    "citing": "Citations",
    "left": "Curating",
    "sells": "Sells what it describes",
    "outlet": "Outlet",
    "topic": "Topic",
}


def articles(request):
    """All articles, narrowed by what their claims come to, citations, outlet, topic."""
    shown = list_page(
        request,
        articles_with_claims().current().for_lists(),
        filterset=ArticleFilter,
        orders=ORDERS,
        best=BEST_MATCH,
        collection="articles",
        counted=ArticleFilter.columns,
    )
    values = {
        "topic": {str(topic.pk): topic.name for topic in Topic.objects.current()},
        "outlet": {str(each.pk): each.name for each in Outlet.objects.current()},
    }
    context = {
        "list": shown,
        "facets": facets(
            shown,
            articles_with_claims().current(),
            FACETS,
            values=values,
            words={"claims": Verdict},
        ),
        "may_keep": can(request.user, Permission.KEEP_ARTICLES),
        "may_curate": can(request.user, Permission.CURATE_CLAIMS),
    }
    return render(request, "articles/articles/articles.html", context)


@login_required
@never_cache
def edit(request, article_id):
    """The facts of an article, to be put right."""
    require(request.user, Permission.EDIT_ARTICLES)
    articles = Article.objects.current().select_related("outlet")
    article = get_object_or_404(articles, pk=article_id)
    outlet = article.outlet.name if article.outlet else ""
    form = ArticleForm(
        request.POST or None, instance=article, initial={"outlet_name": outlet}
    )
    if request.method == "POST" and form.is_valid():
        try:
            store(request, article, form)
        except Refused as refusal:
            raced = isinstance(refusal, LostRace)
            form.add_error(None, raced and who_changed(article) or refusal.sentence)
        else:
            messages.success(request, "Saved what the article is.")
            return redirect("article", article.pk)
    status = 422 if form.is_bound else 200
    context = {"article": article, "form": form}
    return render(
        request, "articles/articles/article_edit.html", context, status=status
    )


def store(request, article, form):
    """Store what was changed on the form; an outlet is known by its name."""
    given = {name: form.cleaned_data[name] for name in form.changed_data}
    if "url" in given:
        given["url"] = given["url"] or ""
    revision = whole_number(request.POST.get("revision"))
    edit_article(article=article, by=request.user, revision=revision, **given)


def history(request, article_id):
    """Every change of an article and of what it is filed under, newest first."""
    row = get_object_or_404(Article, pk=article_id)
    back = (f"/articles/{row.pk}/", f"Article {row.pk}")
    within = [("Topics", ArticleTopic, "topic", "article")]
    return history_page(request, row, row.title, back, within)


def fetch(request):
    """The form for an address; sent, it starts the job and leads to its page."""
    require(request.user, Permission.KEEP_ARTICLES)
    if request.method != "POST":
        form = FetchForm(initial={"url": request.GET.get("url", "")})
        return render(request, "articles/articles/fetch.html", {"form": form})
    form = FetchForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    if given and (job := perform(request, fetch_article, form=form, **given)):
        return to_job(job)
    return render(request, "articles/articles/fetch.html", {"form": form}, status=422)
