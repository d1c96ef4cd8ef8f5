"""Notices on references, and whether by them a reference is retracted."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Self

from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Subquery

from bibliography import records
from core.models import KeptModel, KeptQuerySet, TrackedModel
from core.triggers import tracked
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "notices.retracted",
        "A publication counts as retracted while its last retraction was told by "
        "a source that counts and no reinstatement came after it.",
        RuleEffect.DECIDES,
        "Footing; the vocabulary of Crossref and PubMed",
    ),
)


class NoticeQuerySet(KeptQuerySet):
    def standing_on(self, reference: models.Model) -> Self:
        """The notices on a reference, oldest first, with ``source_names``."""
        return self.standing().filter(reference=reference)

    def standing(self) -> Self:
        """The notices that stand, oldest first, with ``source_names``."""
        rows = self.current().with_sources()
        return rows.order_by(F("dated").asc(nulls_last=True), "id")

    def with_sources(self) -> Self:
        """Add ``source_names`` and ``is_confirmed``, and load the reference."""
        return self.with_confirmation().select_related("reference")

    def with_confirmation(self) -> Self:
        """Add ``is_confirmed``: a source tells of it whose word counts alone.

        A notice without any source was recorded by a person. ``source_names`` are the
        names of all sources.
        """
        return self.annotate(
            is_confirmed=ExpressionWrapper(
                _is_confirmed(), output_field=models.BooleanField()
            ),
            source_names=Subquery(_names_of_sources(OuterRef("pk"))),
        )

    def confirmed(self) -> Self:
        """Those that are confirmed."""
        return self.filter(_is_confirmed())

    def unconfirmed(self) -> Self:
        """Those that only sources tell of whose word does not count alone."""
        return self.exclude(_is_confirmed())


def _is_confirmed() -> Q:
    """Asked as two sets of notices, each worked out once.

    Asked of each notice by itself, inside the questions on what was reinstated, it
    took minutes over a few hundred.
    """
    told = NoticeSource.objects.values("notice")
    others = told.exclude(source__in=records.UNCONFIRMED)
    return Q(pk__in=others) | ~Q(pk__in=told)


def _names_of_sources(notice: OuterRef) -> models.QuerySet:
    """The names of a notice's sources, as one text."""
    told = NoticeSource.objects.filter(notice=notice).order_by().values("notice")
    names = StringAgg("source", delimiter=", ", distinct=True)
    return told.annotate(names=names).values("names")


@tracked()
class Notice(KeptModel):
    """A published notice on a reference; one row, however many sources tell of it."""

    Kind = records.NoticeKind

    reference = models.ForeignKey(
        "bibliography.Reference", models.PROTECT, related_name="notices"
    )
    kind = models.CharField(max_length=20, choices=Kind.pairs)
    dated = models.DateField(null=True, blank=True)  # unknown stays unknown
    notice_doi = models.CharField(max_length=300, blank=True)
    notice_pmid = models.CharField(max_length=20, blank=True)
    says = models.TextField(blank=True, help_text="the reasons it gives")
    sample = models.BooleanField(default=False)

    objects = NoticeQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["reference", "kind", "dated", "notice_doi", "notice_pmid"],
                nulls_distinct=False,
                condition=Q(withdrawn_at=None),
                name="bibliography_notice_once",
                violation_error_message="This notice is recorded already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.reference_id}"

    @property
    def said_by(self) -> str:
        """Who tells of it, and that nobody has confirmed it; needs ``with_sources``."""
        names = getattr(self, "source_names", None) or ""
        return names if getattr(self, "is_confirmed", True) else unconfirmed_by(names)

    @property
    def not_confirmed(self) -> str:
        """That nobody has confirmed it, with who says so; empty where somebody has."""
        if getattr(self, "is_confirmed", True):
            return ""
        return f"said by {self.said_by}"


@tracked()
class NoticeSource(TrackedModel):
    """Where a notice was seen, and what that source says of it."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="sources")
    source = models.CharField(max_length=40, help_text="PubMed, Crossref, a person …")
    address = models.TextField(blank=True)
    seen_at = models.DateTimeField()
    says = models.JSONField(default=dict, help_text="its own kind, date and words")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "source"],
                name="bibliography_noticesource_once",
                violation_error_message="This source is recorded already.",
            )
        ]

    def __str__(self) -> str:
        return self.source


def unconfirmed_by(names: str) -> str:
    """Who alone tells of a notice, as a page names them: "OpenAlex, not confirmed"."""
    return f"{names.replace(records.IN_FILE, 'an imported file')}, not confirmed"


# --- retracted ---


class Noted(NamedTuple):
    """What of a notice decides whether its reference is retracted."""

    id: int
    kind: str
    dated: date | None
    is_confirmed: bool = True


def retraction_stands(notices: Iterable[Noted]) -> bool:
    """Whether a reference is retracted, by the notices on it that are not withdrawn.

    A retraction stands unless it was reinstated later: days decide where both are
    known, else which of the two was recorded later. What only sources tell whose word
    is not confirmed (``UNCONFIRMED``) decides nothing.
    """
    notices = [each for each in notices if each.is_confirmed]
    reinstated = [each for each in notices if each.kind == Notice.Kind.REINSTATEMENT]
    return any(
        each.kind == Notice.Kind.RETRACTION
        and not any(_comes_after(later, each) for later in reinstated)
        for each in notices
    )


def _comes_after(later: Noted, earlier: Noted) -> bool:
    if later.dated and earlier.dated:
        return later.dated >= earlier.dated
    return later.id > earlier.id


def standing_retractions() -> models.QuerySet:
    """``retraction_stands`` of the outer row, in SQL: the two change together."""
    retractions = Notice.objects.confirmed().filter(reference=OuterRef("pk"))
    return _not_undone(retractions, by=Notice.objects.confirmed())


def _not_undone(notices: models.QuerySet, by: models.QuerySet) -> models.QuerySet:
    """The retractions among notices that no reinstatement among others comes after."""
    reinstated = by.filter(
        reference=OuterRef("reference"),
        kind=Notice.Kind.REINSTATEMENT,
        withdrawn_at=None,
    )
    recorded_later = reinstated.filter(pk__gt=OuterRef("pk"))
    return (
        notices.filter(kind=Notice.Kind.RETRACTION, withdrawn_at=None)
        .exclude(Exists(reinstated.filter(dated__gte=OuterRef("dated"))))
        .exclude(Exists(recorded_later.filter(dated=None)))
        .exclude(Exists(recorded_later), dated=None)
    )


def retractions_only_said(**on: OuterRef | str) -> models.QuerySet:
    """Who tells of a retraction that nobody has confirmed, and nothing undid since.

    The names of the sources of the newest such notice, as one text. ``on`` says on
    which references of the outer row.
    """
    said = Notice.objects.unconfirmed().filter(**on)
    return (
        _not_undone(said, by=Notice.objects.all())
        .order_by(F("dated").desc(nulls_last=True), "-pk")
        .annotate(names=Subquery(_names_of_sources(OuterRef("pk"))))
        .values("names")[:1]
    )
