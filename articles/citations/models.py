"""What articles cite, and where they cite it."""

from datetime import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q

from articles import words as article_words
from articles.articles.models import Article, ArticleVersion
from articles.belonging import STAYS_WITH_ARTICLE, of_its_article, of_one_article
from articles.mentions.models import Mention
from bibliography.models import Reference, ReferenceCheck
from core.models import TrackedModel
from core.triggers import tracked
from studies.models import Report, Study


class CitedWorkQuerySet(models.QuerySet):
    def of_standing_articles(self) -> Self:
        """Leave out what withdrawn articles cite."""
        return self.filter(article__withdrawn_at=None)

    def with_retracted(self) -> Self:
        """Add ``is_retracted``: the reference a person confirmed is retracted."""
        own = Reference.objects.retracted().filter(pk=OuterRef("reference"))
        return self.annotate(is_retracted=Exists(own))

    def due(self, before: datetime) -> Self:
        """Works nobody looked for since, those that can be looked for."""
        return self.exclude(found=CitedWork.Found.NOT_CHECKABLE).filter(
            Q(checked_at=None) | Q(checked_at__lt=before)
        )

    def with_citation_count(self) -> Self:
        """Add ``citation_count``: how many markers point to it."""
        return self.annotate(citation_count=Count("citations"))


class CitationQuerySet(models.QuerySet):
    def of_standing_articles(self) -> Self:
        """Leave out the citations of withdrawn articles."""
        return self.filter(article__withdrawn_at=None)

    def with_mention_count(self) -> Self:
        """Add ``mention_count``: how many mentions stand under it."""
        return self.annotate(mention_count=Count("mention_links"))


@pgtrigger.register(
    STAYS_WITH_ARTICLE, of_its_article("merged_into_id", "articles_citedwork")
)
@tracked()
class CitedWork(TrackedModel):
    """One thing an article cites, across its versions."""

    Found = article_words.Found
    Decision = article_words.WorkDecision

    article = models.ForeignKey(Article, models.PROTECT, related_name="cited_works")
    label = models.CharField(max_length=200)
    authors = ArrayField(models.TextField(), default=list, blank=True)
    all_authors = models.BooleanField(
        default=False, help_text="those named are all: not cut at “et al.”"
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    title = models.TextField(blank=True)
    journal = models.TextField(blank=True)
    volume = models.CharField(max_length=40, blank=True)
    issue = models.CharField(max_length=40, blank=True)
    page = models.CharField(
        max_length=40, blank=True, help_text="the first one, or the article's number"
    )
    doi = models.CharField(max_length=300, blank=True)
    pmid = models.CharField(max_length=20, blank=True)
    found = models.CharField(
        max_length=14, choices=Found.pairs, default=Found.NOT_CHECKED
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(
        max_length=10, choices=Decision.pairs, default=Decision.NONE
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reference = models.ForeignKey(
        Reference, models.PROTECT, null=True, blank=True, related_name="cited_works"
    )
    study = models.ForeignKey(
        Study, models.PROTECT, null=True, blank=True, related_name="cited_works"
    )
    made_report = models.OneToOneField(
        Report,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="made_by",
        help_text="the report that confirming this work made of its reference",
    )
    checks = models.ManyToManyField(
        ReferenceCheck,
        through="CitedWorkCheck",
        blank=True,
        related_name="cited_works",
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from"
    )

    objects = CitedWorkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="articles_citedwork_match_is_confirmed",
                condition=Q(decision="confirmed", reference__isnull=False)
                | ~Q(decision="confirmed") & Q(reference=None),
                violation_error_message=(
                    "A cited work names a reference when, and only when, a person "
                    "confirmed it."
                ),
            ),
            models.CheckConstraint(
                name="articles_citedwork_decided",
                condition=Q(decision="none", decided_by=None, decided_at=None)
                | ~Q(decision="none")
                & Q(decided_by__isnull=False, decided_at__isnull=False),
                violation_error_message="A decision says who made it and when.",
            ),
            models.CheckConstraint(
                name="articles_citedwork_report_of_a_match",
                condition=Q(made_report=None) | Q(decision="confirmed"),
                violation_error_message=(
                    "A cited work that is no match lets go of the report it made."
                ),
            ),
            models.CheckConstraint(
                name="articles_citedwork_checked_when",
                condition=Q(found__in=["not_checked", "not_checkable"])
                | Q(checked_at__isnull=False),
                violation_error_message="A search's finding says when it was made.",
            ),
            models.CheckConstraint(
                name="articles_citedwork_merged_elsewhere",
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                violation_error_message="Nothing can be merged into itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.label


@tracked()
class CitedWorkCheck(TrackedModel):
    """A check that was made for a cited work."""

    cited_work = models.ForeignKey(
        CitedWork, models.PROTECT, related_name="check_links"
    )
    referencecheck = models.ForeignKey(
        ReferenceCheck, models.PROTECT, related_name="cited_work_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cited_work", "referencecheck"],
                name="articles_citedworkcheck_once",
                violation_error_message="This check is noted already.",
            )
        ]

    def __str__(self) -> str:
        return f"check {self.referencecheck_id} for {self.cited_work_id}"


@pgtrigger.register(
    of_one_article(
        ("version_id", "articles_articleversion"),
        ("cited_work_id", "articles_citedwork"),
    )
)
@tracked()
class CitedWorkEntry(TrackedModel):
    """A cited work's own line in one version's reference list."""

    cited_work = models.ForeignKey(CitedWork, models.PROTECT, related_name="entries")
    version = models.ForeignKey(
        ArticleVersion, models.PROTECT, related_name="reference_list"
    )
    number = models.PositiveIntegerField(help_text="place in the list, from 1")
    raw = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "cited work entries"
        constraints = [
            models.UniqueConstraint(
                fields=["version", "number"],
                name="articles_citedworkentry_number",
                violation_error_message="The list has an entry of this number.",
            ),
        ]

    def __str__(self) -> str:
        return self.raw


@pgtrigger.register(
    STAYS_WITH_ARTICLE, of_its_article("cited_work_id", "articles_citedwork")
)
@tracked()
class Citation(TrackedModel):
    """One marker pointing to one cited work."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="citations")
    cited_work = models.ForeignKey(CitedWork, models.PROTECT, related_name="citations")
    marker = models.CharField(max_length=300)
    origin = models.CharField(
        max_length=8, choices=Mention.Origin.pairs, default=Mention.Origin.RULES
    )
    mentions = models.ManyToManyField(
        Mention, through="MentionCitation", related_name="citations"
    )

    objects = CitationQuerySet.as_manager()

    def __str__(self) -> str:
        return self.marker


class MentionCitationQuerySet(models.QuerySet):
    def with_answers(self) -> Self:
        """Each link with its cited work and its ``answer``, in order.

        ``answer`` is the current judgement whether the study says this; None: nobody's.
        ``is_retracted``: the reference that the work was confirmed to be is.
        """
        retracted = Reference.objects.retracted().filter(
            pk=OuterRef("citation__cited_work__reference")
        )
        judged = Q(
            citation__supports__superseded_at=None,
            citation__supports__mention=F("mention"),
        )
        return (
            self.annotate(
                judged=FilteredRelation("citation__supports", condition=judged),
                answer=F("judged__answer"),
                is_retracted=Exists(retracted),
            )
            .select_related("citation__cited_work")
            .order_by("id")
        )


@pgtrigger.register(
    of_one_article(
        ("mention_id", "articles_mention"), ("citation_id", "articles_citation")
    )
)
@tracked()
class MentionCitation(TrackedModel):
    """A mention stands under a citation."""

    mention = models.ForeignKey(Mention, models.PROTECT, related_name="citation_links")
    citation = models.ForeignKey(Citation, models.PROTECT, related_name="mention_links")

    objects = MentionCitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mention", "citation"],
                name="articles_mentioncitation_once",
                violation_error_message="The mention stands under this citation.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.mention_id} under {self.citation_id}"
