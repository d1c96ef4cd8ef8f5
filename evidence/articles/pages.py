"""An article's page: its text read against its claims and their verdicts."""

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can
from articles.articles.content import article_content
from articles.articles.queries import articles_with_claims
from articles.models import Reply
from bibliography.formats.fields import read_date
from core.pages import withdrawn
from evidence.articles.content import known_beside
from evidence.talk.queries import comments_counted, comments_on
from evidence.talk.words import About
from texts.dates import PartialDate


def article(request, article_id):
    """One article: its text with each claim underlined, cards, and the audit."""
    rows = articles_with_claims().with_claim_counts()
    row = get_object_or_404(
        rows.select_related("outlet", "withdrawn_by", "same_text_as").annotate(
            talk=comments_counted(About.ARTICLE, request.user),
            was_answered=Exists(Reply.objects.current().filter(article=OuterRef("pk"))),
        ),
        pk=article_id,
    )
    if row.merged_into_id:
        return redirect("article", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The article “{row.title}”")
    versions = list(row.versions.without_source().order_by("-number"))
    content = article_content(row, versions[0])
    then = PartialDate.of(read_date(row.published))
    curates = can(request.user, Permission.CURATE_CLAIMS)
    mentions = [card.mention.pk for card in content.cards]
    context = {
        "article": row,
        "versions": versions,
        "content": content,
        "then": then,
        "talk": comments_on(About.MENTION, mentions, request.user),
        "known": known_beside([card.claim for card in content.cards], then),
        "shows_text": row.text_is_public or curates,
        "may_curate": curates,
        "replies": replies_of(row) if row.was_answered else (),
        "may_withdraw": can(request.user, Permission.WITHDRAW),
        "may_look": can(request.user, Permission.LOOK_UP_WORKS),
    }
    return render(request, "evidence/articles/article.html", context)


def replies_of(article):
    """What its outlet answered to what is said of its claims."""
    rows = article.replies.current().select_related("outlet", "claim")
    return rows.order_by("received_on", "pk")
