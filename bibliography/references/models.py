"""Bibliographic records, their identifiers, and what services answered on them."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Left

from bibliography import records
from bibliography.notices.models import (
    retractions_only_said,
    standing_retractions,
)
from bibliography.records import ASKED_BY, SCHEMES, SERIES, names_work
from bibliography.references.author_key import author_key
from core.models import KeptModel, KeptQuerySet, TrackedModel
from core.numbers import whole_number
from core.text_search import (
    MORE,
    NAME,
    PEOPLE,
    SAID,
    SEARCHED,
    FoundByWords,
    vector_column,
    words_of,
)
from core.triggers import recorded, tracked
from texts.identifiers import (
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    normalise_pmcid,
    normalise_pmid,
)
from texts.names import surname
from texts.titles import normalise_title

KEY_LENGTH = 120  # of a title's beginning, by which equal titles are found

AUTHOR_YEAR = re.compile(
    r"(?P<author>\D{2,80}?)[\s,(]+(?P<year>[12]\d{3})[a-z)]*", re.A
)

_NORMALISED: dict[str, Callable[[str], str | None]] = {
    "doi": normalise_doi,
    "pmid": normalise_pmid,
    "pmcid": normalise_pmcid,
    "issn": normalise_issn,
    "isbn": normalise_isbn,
}


def normalise_identifier(scheme: str, value: str) -> str:
    """An identifier as it is stored; one that cannot be read keeps its own words."""
    normalise = _NORMALISED.get(scheme)
    return (normalise(value) if normalise else None) or value.strip()


class ReferenceQuerySet(FoundByWords, KeptQuerySet):
    def identified_by(self, scheme: str, value: str) -> Self:
        """References that carry an identifier, written in any usual way."""
        normal = normalise_identifier(scheme, value)
        return self.filter(
            Exists(
                Identifier.objects.filter(
                    reference=OuterRef("pk"), scheme=scheme, value=normal
                )
            )
        )

    def meant_by(self, words: str) -> Self:
        """References that words a person typed mean, the best first.

        A DOI or a number (PubMed's, or the reference's own) means that one; a surname
        and a year those who wrote then; anything else, those whose titles hold it.
        """
        if doi := normalise_doi(words):
            return self.identified_by("doi", doi)
        if pmid := normalise_pmid(words):
            own = Q(pk=whole_number(words) or 0)
            of_pubmed = Identifier.objects.filter(scheme="pmid", value=pmid)
            return self.filter(own | Q(pk__in=of_pubmed.values("reference")))
        named = AUTHOR_YEAR.fullmatch(words.strip())
        if named:
            written = self.alike("", named["author"], int(named["year"]))
            if written.exists():
                return written.order_by("id")
        return self.matching(words).order_by("-rank", "id")

    def alike(self, title: str, author: str, year: int | None) -> Self:
        """References of a near title, or of a first author's surname and a year.

        Surnames are compared as they sound on paper: "Mueller" finds "Müller". What is
        not stated finds nothing.
        """
        wanted = Q(pk__in=[])
        if title:
            wanted |= Q(title_key__trigram_similar=normalise_title(title))
        if author and year:
            wanted |= Q(author_key=author_key(Value(surname(author))), year=year)
        return self.alias(author_key=author_key(F("first_author"))).filter(wanted)

    def known_as(
        self, identifiers: Iterable[tuple[str, str]], type: str
    ) -> "Reference | None":
        """The one that identifiers of a document of this type name, the surest first.

        Causes one SQL query, none without such an identifier.
        """
        wanted = Q(pk__in=[])
        for scheme, value in identifiers:
            if names_work(scheme, type):
                wanted |= Q(scheme=scheme, value=value)
        rows = Identifier.objects.filter(wanted, accepted=True, reference__in=self)
        first = min(
            rows.select_related("reference"),
            key=lambda row: (SCHEMES.index(row.scheme), row.reference_id),
            default=None,
        )
        return first and first.reference

    def with_identifiers(self) -> Self:
        """Load each reference's identifiers (one more query)."""
        return self.prefetch_related("identifiers")

    def checkable(self) -> Self:
        """References with an accepted identifier that a service can be asked for."""
        own = Identifier.objects.filter(
            reference=OuterRef("pk"), accepted=True, scheme__in=ASKED_BY
        )
        return self.filter(Exists(own))

    def due(self, before: datetime) -> Self:
        """Those that no service answered for since, longest ago and never first."""
        last = (
            ReferenceCheck.objects.filter(reference=OuterRef("pk"))
            .exclude(outcome=ReferenceCheck.Outcome.FAILED)
            .order_by("-asked_at")
            .values("asked_at")[:1]
        )
        return (
            self.annotate(last_checked=Subquery(last))
            .filter(Q(last_checked=None) | Q(last_checked__lt=before))
            .order_by(F("last_checked").asc(nulls_first=True), "id")
        )

    def with_retracted(self) -> Self:
        """Add ``is_retracted``: a retraction stands and no later reinstatement.

        ``retraction_names`` are those who tell of one that nobody has confirmed.
        """
        said = Subquery(retractions_only_said(reference=OuterRef("pk")))
        return self.annotate(is_retracted=Exists(standing_retractions())).annotate(
            retraction_names=Case(When(is_retracted=True, then=None), default=said)
        )

    def retracted(self) -> Self:
        """Those of which a retraction stands."""
        return self.filter(Exists(standing_retractions()))


@tracked(exclude=("search",))
class Reference(KeptModel):
    """A bibliographic record of one document."""

    Type = records.RecordType

    type = models.CharField(max_length=20, choices=Type.pairs, default=Type.ARTICLE)
    title = models.TextField(blank=True)  # where only an identifier is known
    authors = models.JSONField(
        default=list, blank=True, help_text='[{"family", "given"} or {"literal"}]'
    )
    first_author = models.CharField(max_length=200, blank=True)  # surname, for matching
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    issued = models.CharField(max_length=40, blank=True, help_text="as far as stated")
    container = models.TextField(blank=True, help_text="journal, book or site")
    volume = models.CharField(max_length=60, blank=True)
    issue = models.CharField(max_length=60, blank=True)
    pages = models.CharField(max_length=80, blank=True)
    publisher = models.TextField(blank=True)
    abstract = models.TextField(blank=True)
    language = models.CharField(max_length=40, blank=True)
    url = models.TextField(blank=True)
    keywords = ArrayField(models.TextField(), default=list, blank=True)
    captured_on = models.DateField(
        null=True, blank=True, help_text="when it was seen, where it can change"
    )
    title_key = models.TextField(blank=True, help_text="the title normalised")
    sample = models.BooleanField(default=False)
    search = vector_column(
        words_of("title", weight=NAME),
        words_of("year", names="authors", weight=PEOPLE),
        words_of("container", weight=MORE),
        words_of(Left("abstract", SEARCHED), weight=SAID),
    )

    objects = ReferenceQuerySet.as_manager()

    class Meta(KeptModel.Meta):
        indexes = [
            GinIndex(fields=["search"], name="bibliography_reference_search"),
            models.Index(fields=["sample", "id"], name="bibliography_reference_sample"),
            models.Index(
                fields=["first_author", "year"], name="bibliography_reference_author"
            ),
            models.Index(
                author_key(F("first_author")),
                "year",
                name="bibliography_reference_name",
            ),
            models.Index(fields=["year", "id"], name="bibliography_reference_year"),
            models.Index(
                Left("title_key", KEY_LENGTH), name="bibliography_reference_key"
            ),
            GinIndex(
                fields=["title_key"],
                opclasses=["gin_trgm_ops"],
                name="bibliography_reference_title",
            ),
        ]

    def __str__(self) -> str:
        return self.title or "Title not known"

    @property
    def name(self) -> str:
        """Its title, with who wrote it and when as far as that is known."""
        by = " ".join(filter(None, (self.first_author, str(self.year or ""))))
        return f"{self} ({by})" if by else str(self)


@tracked()
class Identifier(TrackedModel):
    """A name some registry gives a reference.

    ``accepted`` says that it names this very document; a chapter's record may carry its
    book's DOI unaccepted.
    """

    Scheme = records.Scheme

    reference = models.ForeignKey(
        Reference,
        models.PROTECT,
        related_name="identifiers",
        db_index=False,  # the second constraint's index begins with it
    )
    scheme = models.CharField(max_length=20, choices=Scheme.pairs)
    value = models.CharField(max_length=300, help_text="normalised, for matching")
    raw = models.TextField(blank=True, help_text="as it was given")
    accepted = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                condition=Q(accepted=True) & ~Q(scheme__in=[*SERIES, "other"]),
                name="bibliography_identifier_accepted_once",
                violation_error_message=(
                    "This identifier is accepted for another reference."
                ),
            ),
            models.UniqueConstraint(
                fields=["reference", "scheme", "value"],
                name="bibliography_identifier_once",
                violation_error_message="The reference has this identifier already.",
            ),
            models.CheckConstraint(
                name="bibliography_identifier_filled",
                condition=~Q(value=""),
                violation_error_message="An identifier has a value.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["scheme", "value"], name="bibliography_identifier_value"
            )
        ]

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


@recorded(what="What a service answered")
class ReferenceCheck(TrackedModel):
    """What one service answered to one search: an identifier or a parsed entry."""

    Outcome = records.LookupStatus

    service = models.CharField(max_length=40)
    query = models.JSONField(help_text="what was asked, word for word")
    outcome = models.CharField(max_length=12, choices=Outcome.pairs)
    reference = models.ForeignKey(
        Reference, models.PROTECT, null=True, blank=True, related_name="checks"
    )
    candidates = models.JSONField(
        default=list, blank=True, help_text="records, each with the fields compared"
    )
    answer_sha256 = models.CharField(max_length=64, blank=True)
    error = models.TextField(blank=True)
    asked_at = models.DateTimeField(help_text="when the service answered")
    searched_at = models.DateTimeField(help_text="of all that one search brought")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="bibliography_referencecheck_failure_says_why",
                condition=~Q(outcome="failed") | ~Q(error=""),
                violation_error_message="A check without an answer says why.",
            ),
            models.CheckConstraint(
                name="bibliography_referencecheck_none_is_empty",
                condition=~Q(outcome="none") | Q(candidates=[]),
                violation_error_message="Nothing found means no candidates.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["reference", "-asked_at"], name="bibliography_check_latest"
            )
        ]

    def __str__(self) -> str:
        return f"{self.service}: {self.outcome}"
