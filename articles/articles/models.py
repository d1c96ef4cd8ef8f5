"""Texts that make claims, and each capture of them."""

from collections.abc import Iterable
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from articles import words as article_words
from core.models import KeptModel, KeptQuerySet, TrackedModel
from core.text_search import FoundByWords
from core.triggers import agree, recorded, tracked
from studies.topics.models import Topic
from texts.licences import Licence
from texts.words import YesNo


@tracked()
class Outlet(KeptModel):
    """Who publishes an article: a journal, a clinic's site, a newspaper."""

    name = models.CharField(max_length=200)
    address = models.TextField(blank=True)
    sample = models.BooleanField(default=False)

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.CheckConstraint(
                name="articles_outlet_named",
                condition=~Q(name=""),
                violation_error_message="An outlet has a name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ArticleQuerySet(FoundByWords, KeptQuerySet):
    """Articles, found by the words of their title, author, outlet and topics, and of
    the text of their newest capture.
    """

    vector = "searched__words"

    def filed_under(self, topics: Iterable[models.Model]) -> Self:
        """Articles filed under any of some topics."""
        links = ArticleTopic.objects.filter(
            article=OuterRef("pk"), topic__in=list(topics)
        )
        return self.filter(Exists(links))

    def with_latest_version(self) -> Self:
        """Add ``latest_version_id``, ``version_number``, ``captured_at``, ``words``."""
        latest = ArticleVersion.objects.filter(article=OuterRef("pk")).order_by(
            "-number"
        )
        return self.annotate(
            latest_version_id=Subquery(latest.values("id")[:1]),
            version_number=Subquery(latest.values("number")[:1]),
            captured_at=F("searched__captured_at"),
            words=Subquery(latest.values("words")[:1]),
        )


_COPY_OF_COPY = """
    NEW.same_text_as_id IS NOT NULL AND (
        EXISTS (SELECT 1 FROM articles_article t
            WHERE t.id = NEW.same_text_as_id AND t.same_text_as_id IS NOT NULL)
        OR EXISTS (SELECT 1 FROM articles_article t WHERE t.same_text_as_id = NEW.id))
"""


@pgtrigger.register(
    agree(
        "copy_of_the_first",
        _COPY_OF_COPY,
        "A near copy names the first article of its text, not another copy.",
    )
)
@tracked()
class Article(KeptModel):
    """A text that makes claims.

    The same address is the same article; a new capture of it is a new version.
    """

    Sells = YesNo
    Licence = Licence

    title = models.TextField()
    title_made = models.BooleanField(
        default=False, help_text="made from its first sentence, for want of one"
    )
    url = models.URLField(max_length=2000, null=True, blank=True)
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="articles"
    )
    author = models.TextField(blank=True)
    published = models.CharField(max_length=40, blank=True, help_text="as stated")
    modified = models.CharField(max_length=40, blank=True, help_text="as stated")
    licence = models.CharField(
        max_length=20, choices=Licence.pairs, default=Licence.NOT_STATED
    )
    sells = models.CharField(
        max_length=10, choices=Sells.pairs, default=Sells.NOT_STATED
    )
    same_text_as = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="near_copies",
        help_text="the first article of which this is nearly a copy",
    )
    topics = models.ManyToManyField(
        Topic, through="ArticleTopic", blank=True, related_name="articles"
    )
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    sample = models.BooleanField(default=False)

    objects = ArticleQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["url"],
                condition=Q(merged_into=None),
                name="articles_article_address_once",
                violation_error_message="An article of this address is stored already.",
            ),
            models.CheckConstraint(
                name="articles_article_titled",
                condition=~Q(title=""),
                violation_error_message="An article has a title.",
            ),
            models.CheckConstraint(
                name="articles_article_not_its_own_copy",
                condition=Q(same_text_as=None) | ~Q(same_text_as=F("id")),
                violation_error_message="An article is no copy of itself.",
            ),
        ]
        indexes = [
            models.Index(fields=["sample", "id"], name="articles_article_sample"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def text_is_public(self) -> bool:
        """Whether the licence lets anyone read the whole text here."""
        return Licence(self.licence).is_open


@tracked()
class ArticleTopic(TrackedModel):
    """An article is filed under a topic."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="topic_links")
    topic = models.ForeignKey(Topic, models.PROTECT, related_name="article_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "topic"],
                name="articles_articletopic_once",
                violation_error_message="The article is filed under this topic.",
            )
        ]

    def __str__(self) -> str:
        return f"article {self.article_id} under {self.topic_id}"


class ArticleVersionQuerySet(models.QuerySet):
    def without_source(self) -> Self:
        """Leave the bytes and the HTML in the database: pages show the text."""
        return self.defer("source", "html")


@recorded(what="A capture of an article")
class ArticleVersion(TrackedModel):
    """One capture: immutable text, sanitised HTML, and the bytes it came from."""

    Form = article_words.Form

    article = models.ForeignKey(Article, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    form = models.CharField(max_length=8, choices=Form.pairs)
    title = models.TextField(help_text="as this capture has it")
    text = models.TextField(help_text="plain text; every offset points into it")
    html = models.TextField(blank=True)
    blocks = models.JSONField(default=list, help_text="[kind, start, end, level]")
    source = models.BinaryField()
    source_name = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, help_text="of the text as UTF-8")
    sketch = ArrayField(
        models.BigIntegerField(),
        default=list,
        help_text="smallest hashes of its word runs, to find near-equal texts",
    )
    words = models.PositiveIntegerField()

    objects = ArticleVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"],
                name="articles_articleversion_number",
                violation_error_message="The article has a version of this number.",
            ),
            models.UniqueConstraint(
                fields=["article", "sha256"],
                name="articles_articleversion_new_text",
                violation_error_message="The article has a version with this text.",
            ),
            models.CheckConstraint(
                name="articles_articleversion_counts_from_one",
                condition=Q(number__gte=1),
                violation_error_message="Versions count from 1.",
            ),
        ]
        indexes = [
            models.Index(fields=["sha256"], name="articles_version_text"),
            GinIndex(fields=["sketch"], name="articles_version_sketch"),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of article {self.article_id}"
