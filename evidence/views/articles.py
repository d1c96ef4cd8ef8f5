"""Pages of articles: the list, and an article read against its claims."""

from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can
from core.list_pages import Order, list_page
from evidence.article_pages import article_content
from evidence.filters import ArticleFilter
from evidence.models import Article
from evidence.views.claims import withdrawn

ORDERS = (
    Order("newest", "Newest capture", "-captured_at"),
    Order("added", "Newest article", "-pk"),
    Order("title", "Title, A to Z", "title"),
    Order("claims", "Most claims", "-claim_count"),
)


def articles(request):
    """All articles."""
    shown = list_page(
        request,
        Article.objects.current().for_lists(),
        filterset=ArticleFilter,
        orders=ORDERS,
        collection="articles",
    )
    context = {
        "list": shown,
        "may_keep": can(request.user, Permission.KEEP_ARTICLES),
    }
    return render(request, "evidence/articles.html", context)


def article(request, article_id):
    """One article: its text with each claim underlined, cards, and the audit."""
    row = get_object_or_404(
        Article.objects.select_related("outlet", "withdrawn_by", "same_text_as"),
        pk=article_id,
    )
    if row.merged_into_id:
        return redirect("evidence:article", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The article “{row.title}”")
    versions = list(row.versions.without_source().order_by("-number"))
    curates = can(request.user, Permission.CURATE_CLAIMS)
    context = {
        "article": row,
        "versions": versions,
        "content": article_content(row, versions[0]),
        "shows_text": row.text_is_public or curates,
        "may_curate": curates,
        "may_look": can(request.user, Permission.LOOK_UP_WORKS),
    }
    return render(request, "evidence/article.html", context)
