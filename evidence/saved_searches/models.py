"""What a person keeps of a search: its list, its query, when it was looked at."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now

from core.triggers import RevisionBump
from core.vocabulary import hold_vocabulary
from texts.words import Words


class SearchedList(Words):
    """Where a search looks: everything, or one list."""

    EVERYTHING = "search", "everything"
    CLAIMS = "claims"
    ARTICLES = "articles"
    STUDIES = "studies"
    REFERENCES = "references"
    TOPICS = "topics"


class SavedSearchQuerySet(models.QuerySet):
    def of(self, user: models.Model) -> Self:
        """One person's own, by name."""
        return self.filter(user=user).order_by(Lower("name"), "id")

    def with_has_feed(self) -> Self:
        """Add ``has_feed``: whether there is an address it is followed at."""
        return self.annotate(has_feed=~Q(feed_key=""))


# To have seen what a search finds changes nothing of the search.
_OTHER_THAN_LOOKING = pgtrigger.Condition("OLD.looked_at = NEW.looked_at")


@hold_vocabulary
@pgtrigger.register(RevisionBump(condition=_OTHER_THAN_LOOKING))
class SavedSearch(models.Model):
    """One person's search; what is new in it is what came after ``looked_at``.

    ``feed_key`` is a part of the feed's address; empty where it has no feed.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="saved_searches"
    )
    name = models.CharField(max_length=120)
    searched = models.CharField(max_length=10, choices=SearchedList.pairs)
    query = models.TextField(blank=True, help_text="as it stands in the address")
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    looked_at = models.DateTimeField(db_default=Now(), editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    feed_key = models.CharField(max_length=32, blank=True, editable=False)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = "saved search"
        verbose_name_plural = "saved searches"
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="evidence_savedsearch_named",
                violation_error_message="A saved search has a name.",
            ),
            models.UniqueConstraint(
                "user",
                Lower("name"),
                name="evidence_savedsearch_name_once",
                violation_error_message="You have a saved search of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """Where all that it finds is listed."""
        return f"/{self.searched}/" + (f"?{self.query}" if self.query else "")
