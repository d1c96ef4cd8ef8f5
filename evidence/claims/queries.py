"""Reads of claims that join where they are made and what they rest on."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from articles.models import Mention
from claims.claims.queries import WORDING
from claims.models import Claim, ClaimQuerySet, ClaimVersion
from evidence.bases.models import EvidenceBase, EvidenceItem


class ClaimsWithEvidence(ClaimQuerySet):
    """Claims with what they stand on: ``claims_with_evidence()`` has them all."""

    def made_in(self, article: int) -> Self:
        """Claims that an article makes."""
        return self.filter(
            Exists(
                Mention.objects.accepted().filter(claim=OuterRef("pk"), article=article)
            )
        )

    def resting_on(self, study: int) -> Self:
        """Claims whose frozen bases count its results, or numbers or words it reports.

        One query for each way: a filter that joins them with "or" reads every item.
        """
        included = _included()
        ways = included.filter(result__study=study).union(
            included.filter(result__compiled_from__reports__study=study),
            _quoting(included).filter(passage__reference__reports__study=study),
        )
        return self.filter(pk__in=ways)

    def touched_by(self, reference: int) -> Self:
        """Claims whose frozen bases count its study, compile from it, or quote it.

        One query for each way, as in ``resting_on``.
        """
        included = _included()
        ways = included.filter(result__study__reports__reference=reference).union(
            included.filter(result__compiled_from=reference),
            _quoting(included).filter(passage__reference=reference),
        )
        return self.filter(pk__in=ways)

    def citing(self, states: Iterable[str]) -> Self:
        """Claims some mention of which cites in one of these ways.

        "nothing", "not_found" (a cited work), "not_said" (a study does not say this)
        or "retracted" (a confirmed reference that is so still).
        """
        marks = [f"citing:{state}" for state in states]
        return self.filter(searched__marks__overlap=marks)

    def with_mention_counts(self) -> Self:
        """Add ``mention_count``, ``article_count`` and ``distinct_text_count``.

        Counted by subqueries, so that a page of a long list counts for its rows alone.
        """
        text = Coalesce("article__same_text_as", "article")
        return self.annotate(
            mention_count=_counted(Mention.objects.accepted(), "pk"),
            article_count=_counted(Mention.objects.accepted(), "article"),
            distinct_text_count=_counted(
                Mention.objects.accepted().annotate(text=text), "text"
            ),
        )

    def with_evidence_counts(self) -> Self:
        """Add ``study_count`` and ``people``, as the latest version counted them.

        None where there is no version yet, and people also where a study's are unknown.
        """
        latest = ClaimVersion.objects.filter(claim=OuterRef("pk")).order_by("-number")
        return self.annotate(
            study_count=Subquery(latest.values("study_count")[:1]),
            people=Subquery(latest.values("people")[:1]),
        )

    def looked_into(self, wanted: bool = True) -> Self:
        """Claims for which somebody froze an evidence base; or those for which nobody
        did.

        Of these none was judged; said too, they are found at the end of the newest.
        """
        frozen = EvidenceBase.objects.frozen().filter(claim=OuterRef("pk"))
        if wanted:
            return self.filter(Exists(frozen))
        return self.filter(~Exists(frozen), judged_at=None)

    def with_search_dates(self) -> Self:
        """Add ``searched_on``: when was searched for what it is judged by, if so."""
        latest = EvidenceBase.objects.filter(
            claim=OuterRef("pk"), frozen_at__isnull=False
        ).order_by("-number")
        return self.annotate(searched_on=Subquery(latest.values("searched_on")[:1]))

    def with_overstated_count(self) -> Self:
        """Add ``overstated_count``: mentions that say more than the evidence."""
        overstated = Mention.objects.accepted().filter(
            wording_checks__superseded_at=None,
            wording_checks__answer__in=["overstates", "contrary"],
        )
        return self.annotate(overstated_count=_counted(overstated, "article"))

    def for_lists(self) -> Self:
        """Add all that a row of a list of claims shows, and ``wording`` to sort by."""
        return (
            self.with_mention_counts()
            .with_evidence_counts()
            .with_overstated_count()
            .with_search_dates()
            .annotate(wording=WORDING)
        )


def _included() -> models.QuerySet:
    """The claims whose frozen bases count some items."""
    items = EvidenceItem.objects.filter(base__frozen_at__isnull=False)
    return items.filter(decision="included").values("base__claim")


def _quoting(items: models.QuerySet) -> models.QuerySet:
    """Those of some items that are passages.

    A passage says so by itself; said too, it tells the database how few items are.
    """
    return items.filter(passage__isnull=False)


def claims_with_evidence() -> ClaimsWithEvidence:
    """All claims, to be read with where they are made and what they rest on."""
    return ClaimsWithEvidence(Claim)


def _counted(rows: models.QuerySet, column: str) -> Coalesce:
    """How many different values of ``column`` a claim's rows have."""
    counted = (
        rows.filter(claim=OuterRef("pk"))
        .order_by()
        .values("claim")
        .annotate(n=Count(column, distinct=True))
    )
    return Coalesce(Subquery(counted.values("n")), 0)
