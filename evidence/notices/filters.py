"""What a list of notices can be narrowed by, the study they are on and their reach."""

from django.db import models
from drf_spectacular.utils import extend_schema_field

from articles.models import CitedWork
from bibliography.notices.filters import NoticeFilter
from core.filters import IdFilter, WordsFilter
from evidence.models import EvidenceItem
from studies.models import Report
from texts.words import Words


class Reach(Words):
    """What a notice reaches."""

    CLAIMS = "claims", "claims rest on it"
    ARTICLES = "articles", "articles cite it"
    STUDIES = "studies", "it reports a study"
    NOTHING = "nothing", "nothing here"


class NoticeReachFilter(NoticeFilter):
    """Narrows a list of notices, also by the study they are on and what they reach."""

    study = IdFilter(field_name="reference__reports__study", label="On study")
    reach = WordsFilter(choices=Reach, method="by_reach", label="Reaches")

    @extend_schema_field({"type": "string", "enum": list(Reach)})
    def by_reach(
        self, queryset: models.QuerySet, name: str, wanted: list[str]
    ) -> models.QuerySet:
        return queryset.filter(reaching(wanted)) if wanted else queryset


def reaching(wanted: list[str]) -> models.Q:
    """The condition for notices that reach any of some kinds of rows."""
    kinds = {
        Reach.CLAIMS: claims_rest(),
        Reach.ARTICLES: _articles_cite(),
        Reach.STUDIES: _exists(Report.objects.all(), "reference"),
    }
    nothing = ~(kinds[Reach.CLAIMS] | kinds[Reach.ARTICLES] | kinds[Reach.STUDIES])
    kinds[Reach.NOTHING] = nothing
    found = models.Q()
    for each in wanted:
        found |= kinds[Reach(each)]
    return found


def claims_rest(**of_items: object) -> models.Q:
    """As ``ClaimsWithEvidence.touched_by`` of each notice's reference.

    ``of_items`` narrows the evidence items by which claims rest on it.
    """
    items = EvidenceItem.objects.filter(
        base__frozen_at__isnull=False,
        decision="included",
        base__claim__withdrawn_at=None,
        base__claim__merged_into=None,
        **of_items,
    )
    return (
        _exists(items, "result__study__reports__reference")
        | _exists(items, "result__compiled_from")
        | _exists(items, "passage__reference")
    )


def _articles_cite() -> models.Q:
    """As ``ArticlesWithClaims.citing`` of each notice's reference."""
    works = CitedWork.objects.filter(
        merged_into=None, article__withdrawn_at=None, article__merged_into=None
    )
    by_study = _exists(works, "study__reports__reference")
    return _exists(works, "reference") | by_study


def _exists(rows: models.QuerySet, field: str) -> models.Q:
    own = models.OuterRef("reference")
    return models.Q(models.Exists(rows.filter(**{field: own})))
