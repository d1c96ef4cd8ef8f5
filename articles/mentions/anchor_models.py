"""Where mentions and citations sit in a capture."""

from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When

from articles.articles.models import Article, ArticleVersion
from articles.belonging import of_one_article
from articles.citations.models import Citation
from articles.mentions.models import Mention, MentionQuerySet
from articles.reading import document
from articles.reading.anchoring.anchoring import AnchorState
from core.models import TrackedModel
from core.triggers import agree, tracked

_OTHER_WORDS = """
    NEW.start IS NOT NULL AND EXISTS (
        SELECT 1 FROM articles_articleversion v WHERE v.id = NEW.version_id
            AND substr(v.text, NEW.start + 1, NEW."end" - NEW.start) <> NEW.{words})
"""


class AnchorQuerySet(models.QuerySet):
    def with_open_surroundings(self) -> Self:
        """What stands around the words; empty where the licence keeps the text."""

        def opened(name: str) -> Case:
            is_open = Q(version__article__licence__in=Article.OPEN_LICENCES)
            closed = Value("", output_field=models.TextField())
            return Case(When(is_open, then=F(name)), default=closed)

        return self.annotate(open_prefix=opened("prefix"), open_suffix=opened("suffix"))


@pgtrigger.register(
    of_one_article(
        ("version_id", "articles_articleversion"),
        ("mention_id", "articles_mention"),
        ("citation_id", "articles_citation"),
    ),
    agree(
        "anchor_quotes_version",
        _OTHER_WORDS.format(words="exact"),
        "An anchor's words are those of its version at its place.",
    ),
)
@tracked()
class Anchor(TrackedModel):
    """Where a mention or a citation sits in one version (W3C selectors).

    Offsets count Unicode code points of the version's text; ``end`` is exclusive.
    """

    State = AnchorState
    Mode = document.Mode

    version = models.ForeignKey(ArticleVersion, models.PROTECT, related_name="anchors")
    mention = models.ForeignKey(
        Mention, models.PROTECT, null=True, blank=True, related_name="anchors"
    )
    citation = models.ForeignKey(
        Citation, models.PROTECT, null=True, blank=True, related_name="anchors"
    )
    exact = models.TextField()
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State.pairs, default=State.SAME)
    mode = models.CharField(max_length=10, choices=Mode.pairs, blank=True)
    hedged = models.BooleanField(null=True, blank=True)
    covers_start = models.PositiveIntegerField(null=True, blank=True)
    covers_end = models.PositiveIntegerField(null=True, blank=True)

    objects = AnchorQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="articles_anchor_of_one",
                condition=Q(mention__isnull=False, citation=None)
                | Q(mention=None, citation__isnull=False),
                violation_error_message="An anchor is of one mention or one citation.",
            ),
            models.CheckConstraint(
                name="articles_anchor_gone_is_nowhere",
                condition=Q(state="gone", start=None, end=None)
                | ~Q(state="gone") & Q(start__isnull=False, end__gt=F("start")),
                violation_error_message=(
                    "An anchor has a place with words in it, unless it is gone."
                ),
            ),
            models.CheckConstraint(
                name="articles_anchor_mention_has_wording",
                condition=Q(mention=None, mode="", hedged=None)
                | Q(mention__isnull=False, hedged__isnull=False)
                & Q(mode__in=["asserts", "reports", "attributes", "denies"]),
                violation_error_message=(
                    "A mention's anchor says how it is put and whether it is hedged; a "
                    "citation's does not."
                ),
            ),
            models.CheckConstraint(
                name="articles_anchor_covers_words",
                condition=Q(covers_start=None, covers_end=None)
                | Q(citation__isnull=False, covers_end__gte=F("covers_start")),
                violation_error_message="Only a citation covers words.",
            ),
            models.UniqueConstraint(
                fields=["version", "mention"],
                name="articles_anchor_mention_once",
                violation_error_message="The mention has a place in this version.",
            ),
            models.UniqueConstraint(
                fields=["version", "citation"],
                name="articles_anchor_citation_once",
                violation_error_message="The citation has a place in this version.",
            ),
        ]
        indexes = [
            models.Index(fields=["version", "start"], name="articles_anchor_order")
        ]

    def __str__(self) -> str:
        return self.exact


class MentionsWithAnchors(MentionQuerySet):
    """Mentions with where they stand: ``mentions_with_anchors()`` has them all."""

    def with_latest_anchor(self) -> Self:
        """Add ``words``, ``start``, ``end``, ``state``, ``mode`` and ``hedged``.

        As the latest capture has them; None where the mention has no place yet.
        """
        latest = Anchor.objects.filter(mention=OuterRef("pk")).order_by(
            "-version__number"
        )
        columns = {name: name for name in ("start", "end", "state", "mode", "hedged")}
        return self.annotate(
            **{
                name: Subquery(latest.values(column)[:1])
                for name, column in {"words": "exact", **columns}.items()
            }
        )


def mentions_with_anchors() -> MentionsWithAnchors:
    """All mentions, to be read with their place in the latest capture."""
    return MentionsWithAnchors(Mention)
