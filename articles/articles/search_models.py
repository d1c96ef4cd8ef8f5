"""What an article is found and sorted by, wherever it stands."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from articles.articles.models import Article
from core.models import AbstractSearchRow


class ArticleSearch(AbstractSearchRow):
    """The words of an article's title, author, outlet, topics and newest capture.

    With what lists of articles are sorted by: all of them would have to be counted, to
    have the first. Articles that were withdrawn or merged have none.
    """

    article = models.OneToOneField(
        Article,
        models.DO_NOTHING,
        primary_key=True,
        related_name="searched",
        db_constraint=False,  # it goes with its article, by trigger
    )

    captured_at = models.DateTimeField(
        null=True, editable=False, help_text="when its newest version was"
    )
    claim_count = models.PositiveIntegerField(
        db_default=0, editable=False, help_text="accepted mentions"
    )
    suggestion_count = models.PositiveIntegerField(
        db_default=0, editable=False, help_text="mentions that nobody decided on"
    )

    class Meta:
        indexes = [
            GinIndex(fields=["words", "marks"], name="articles_articlesearch_words"),
            models.Index(
                models.F("captured_at").desc(nulls_last=True),
                models.F("article").desc(),
                name="articles_articlesearch_newest",
            ),
            models.Index(
                fields=["claim_count", "article"], name="articles_articlesearch_claims"
            ),
            models.Index(
                fields=["suggestion_count", "article"],
                name="articles_articlesearch_left",
            ),
        ]

    def __str__(self) -> str:
        return f"words of article {self.article_id}"
