"""Short forms of terms, as stored texts explain them or an editor says."""

import re
from collections.abc import Collection, Mapping
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Max, Q
from django.db.models.functions import Now

from texts.short_forms import short_forms
from texts.titles import normalise_title

MOST_FORMS = 3  # of one term that are searched for beside it
_LONGEST = 200  # characters of a term that is looked for
# Without their "s": thromboses are thrombosis, and arteries an artery.
_PLURALS = ((re.compile("se$"), "si"), (re.compile("ie$"), "y"))
_LIGATURE = re.compile("[ao]e(?=[a-z]{2})")  # oesophageal


class ShortFormQuerySet(models.QuerySet):
    def meant_by(self, keys: Collection[str]) -> dict[str, list[str]]:
        """What else some terms (by ``key_of``) are called, the most usual first.

        A short form means up to three long ones; a long form has the short ones that
        mean it before all else. One query.
        """
        asked = self.filter(Q(short_key__in=keys) | Q(long_key__in=keys))
        rows = (
            self.filter(short_key__in=asked.values("short_key"))
            .values("short_key", "long_key")
            .annotate(
                short=Max("short"),
                long=Max("long"),
                said=Count("by"),
                read=Count("pk"),
            )
            .order_by("-said", "-read", "long_key")[:500]
        )
        longs: dict[str, list[str]] = {}
        found: dict[str, list[str]] = {}
        for row in rows:
            meant = longs.setdefault(row["short_key"], [])
            if len(meant) < MOST_FORMS:
                meant.append(row["long"])
                if row["short_key"] in keys:
                    found.setdefault(row["short_key"], []).append(row["long"])
            means_it = len(meant) == 1 or row["said"]
            if means_it and row["long_key"] in keys:
                found.setdefault(row["long_key"], []).append(row["short"])
        return found

    def read_in(self, source_model: str, texts: Mapping[int, str]) -> None:
        """Keep the short forms that some rows' texts explain, by the rows' numbers.

        What was read in them before goes. Two queries.
        """
        explained = {row: short_forms(text) for row, text in texts.items()}
        self.filter(source_model=source_model, source_row__in=texts).delete()
        self.bulk_create(
            [
                self.model(
                    short=form.short,
                    long=form.long,
                    short_key=ShortForm.key_of(form.short),
                    long_key=ShortForm.key_of(form.long),
                    source_model=source_model,
                    source_row=row,
                )
                for row, forms in explained.items()
                for form in forms
            ],
            ignore_conflicts=True,
        )

    def where_read(self, term: str) -> Self:
        """The rows of a term, short or long, with what was read."""
        key = ShortForm.key_of(term)
        return self.filter(Q(short_key=key) | Q(long_key=key)).order_by("id")


class ShortForm(models.Model):
    """A short form and a long one: where a text explains it, or an editor's source.

    ``source_model`` and ``source_row`` name what was read, as in the change feed.
    """

    short = models.CharField(max_length=20)
    long = models.CharField(max_length=_LONGEST)
    short_key = models.CharField(max_length=20, db_index=True, editable=False)
    long_key = models.CharField(max_length=_LONGEST, db_index=True, editable=False)
    source_model = models.CharField(max_length=80, blank=True)
    source_row = models.BigIntegerField(null=True, blank=True)
    source = models.TextField(blank=True, help_text="where an editor read it")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = ShortFormQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["source_model", "source_row"], name="core_shortform_source"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["short_key", "long_key", "source_model", "source_row"],
                nulls_distinct=False,
                name="core_shortform_once",
                violation_error_message="This short form is known with this meaning.",
            ),
            models.CheckConstraint(
                name="core_shortform_has_a_source",
                condition=Q(by=None, source="", source_row__isnull=False)
                & ~Q(source_model="")
                | Q(by__isnull=False, source_model="", source_row=None) & ~Q(source=""),
                violation_error_message=(
                    "A short form was read in a stored text, or an editor says where."
                ),
            ),
            models.CheckConstraint(
                name="core_shortform_two_forms",
                condition=~Q(short_key="") & ~Q(long_key=""),
                violation_error_message="A short form has a long one.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.long} ({self.short})"

    @staticmethod
    def key_of(term: str) -> str:
        """A term in one spelling, as stored words have it (``search_words``).

        Its case, accents, signs, blanks and plural are taken away: "gastro-oesophageal"
        is "gastroesophageal".
        """
        plain = normalise_title(term)[:_LONGEST].removesuffix("s").replace("z", "s")
        for plural, single in _PLURALS:
            plain = plural.sub(single, plain)
        parted = _LIGATURE.sub("e", plain)  # gastro-oesophageal
        return _LIGATURE.sub("e", parted.replace(" ", ""))
