"""What a list of references can be narrowed by."""

import django_filters as filters
from django.db import models
from django.db.models import Exists, OuterRef, Q

from bibliography.models import Identifier, Notice, Reference, ReferenceQuerySet
from bibliography.notices.models import standing_retractions
from core.filters import HavingFilter, WordsFilter, YearsFilter, YesNoFilter
from texts.words import Words


class Having(Words):
    """What is stored of a reference."""

    DOI = "doi", "a DOI"
    PMID = "pmid", "a PubMed number"
    ABSTRACT = "abstract", "an abstract"
    NOTICE = "notice", "a notice on it"
    RETRACTED = "retracted", "a retraction that stands"


def _identified(scheme: str) -> Exists:
    own = Identifier.objects.filter(reference=OuterRef("pk"), accepted=True)
    return Exists(own.filter(scheme=scheme))


HAVING = {
    Having.DOI: _identified("doi"),
    Having.PMID: _identified("pmid"),
    Having.ABSTRACT: ~Q(abstract=""),
    Having.NOTICE: Exists(Notice.objects.current().filter(reference=OuterRef("pk"))),
    Having.RETRACTED: Exists(standing_retractions()),
}


class ReferenceFilter(filters.FilterSet):
    """Narrows a list of references."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    type = WordsFilter(choices=Reference.Type)
    has = HavingFilter(choices=Having, ways=HAVING, label="Has")
    year = YearsFilter(label="Year")
    doi = filters.CharFilter(method="by_identifier", label="DOI", max_length=300)
    pmid = filters.CharFilter(method="by_identifier", label="PMID", max_length=40)
    retracted = YesNoFilter(method="by_retracted", label="Retracted")
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Reference
        fields: list[str] = []

    def search(
        self, queryset: ReferenceQuerySet, name: str, words: str
    ) -> ReferenceQuerySet:
        return queryset.matching(words)

    def by_identifier(
        self, queryset: ReferenceQuerySet, scheme: str, value: str
    ) -> ReferenceQuerySet:
        return queryset.identified_by(scheme, value)

    def by_retracted(
        self, queryset: ReferenceQuerySet, name: str, wanted: bool
    ) -> models.QuerySet:
        return queryset.with_retracted().filter(is_retracted=wanted)
