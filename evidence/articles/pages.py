"""An article's page: its text read against its claims and their verdicts."""

from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can
from articles.articles.content import article_content
from articles.models import Article
from core.pages import withdrawn


def article(request, article_id):
    """One article: its text with each claim underlined, cards, and the audit."""
    row = get_object_or_404(
        Article.objects.select_related("outlet", "withdrawn_by", "same_text_as"),
        pk=article_id,
    )
    if row.merged_into_id:
        return redirect("article", row.merged_into_id, permanent=True)
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
    return render(request, "evidence/articles/article.html", context)
