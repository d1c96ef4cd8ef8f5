"""Texts of what references describe, kept to be quoted from and checked against."""

from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, F, OuterRef, Q, When, prefetch_related_objects

from bibliography.references.models import Reference
from core.models import KeptModel, KeptQuerySet
from core.triggers import tracked
from texts.licences import Licence
from texts.words import Words


class TextKind(Words):
    """How much of a work a text is."""

    ABSTRACT = "abstract"
    FULL_TEXT = "full_text"
    PART = "part", "part of the text"  # a table, a supplement, a page


class StoredTextQuerySet(KeptQuerySet):
    def without_text(self) -> Self:
        """Leave the text itself in the database: only what is said of it."""
        return self.defer("text")

    def with_public_text(self) -> Self:
        """Add ``public_text``: the text, or None where rule 13 keeps it."""
        public = Q(kind=TextKind.ABSTRACT) | Q(licence__in=Licence.open_ones())
        return self.annotate(
            public_text=Case(When(public, then=F("text")), default=None)
        )


@tracked()
class StoredText(KeptModel):
    """One text of a reference: from where, when, and under which licence.

    Rule 13 decides who may read the whole of it (``is_public``).
    """

    Kind = TextKind
    Licence = Licence

    reference = models.ForeignKey(
        Reference, models.PROTECT, related_name="stored_texts"
    )
    kind = models.CharField(max_length=10, choices=Kind.pairs)
    text = models.TextField()
    sha256 = models.CharField(max_length=64, editable=False)
    licence = models.CharField(
        max_length=20, choices=Licence.pairs, default=Licence.NOT_STATED
    )
    source = models.CharField(max_length=200, help_text="from where it was taken")
    address = models.TextField(blank=True)
    taken_on = models.DateField(help_text="the day it was taken from there")
    sample = models.BooleanField(default=False)

    objects = StoredTextQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["reference", "sha256"],
                condition=Q(withdrawn_at=None),
                name="bibliography_storedtext_once",
                violation_error_message="This text is stored already.",
            ),
            models.CheckConstraint(
                name="bibliography_storedtext_filled",
                condition=~Q(text="") & ~Q(source=""),
                violation_error_message="A text has words, and is from somewhere.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of reference {self.reference_id}"

    @property
    def is_public(self) -> bool:
        """Whether anyone may read the whole of it here.

        An abstract is published to be passed on; any more is as its licence says.
        """
        return self.kind == TextKind.ABSTRACT or Licence(self.licence).is_open


def read_kept_texts(references: Iterable[Reference | None]) -> None:
    """Read what is kept of several references: one query, none for none."""
    prefetch_related_objects(list(filter(None, references)), "stored_texts")


def kept_texts(reference: str = "pk") -> ArraySubquery:
    """The texts kept of the outer row's reference, as a column of a list."""
    kept = StoredText.objects.current().filter(reference=OuterRef(reference))
    return ArraySubquery(kept.order_by("id").values("text"))
