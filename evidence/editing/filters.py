"""What the lists for editors can be narrowed by."""

import django_filters as filters
from django.db.models import Q, QuerySet

from articles.models import MentionRound
from claims.models import Ask
from claims.words import Standing
from core.filters import HavingFilter, IdFilter, WordsFilter, YesNoFilter
from evidence.claims.filters import ClaimFilter
from evidence.models import ClaimRound
from evidence.notices.filters import NoticeReachFilter, claims_rest
from studies.models import StudyRound
from texts.words import Words


class EditedClaimFilter(ClaimFilter):
    """Narrows a list of claims by their latest verdict."""

    latest = WordsFilter(
        field_name="latest_standing", choices=Standing, label="Latest verdict"
    )
    sent_back = YesNoFilter(label="Sent back")
    published = YesNoFilter(method="by_published", label="Published before")

    def by_published(self, queryset: QuerySet, name: str, is_so: bool) -> QuerySet:
        published = Q(standing=Standing.PUBLISHED)
        return queryset.filter(published if is_so else ~published)


class ReachingNoticeFilter(NoticeReachFilter):
    """Narrows the notices that reach claims."""

    needs_review = YesNoFilter(method="by_review", label="A claim needs review")

    def by_review(self, queryset: QuerySet, name: str, needs_it: bool) -> QuerySet:
        marked = claims_rest(base__claim__needs_review=True)
        return queryset.filter(marked if needs_it else ~marked)


def _waits(judgements: Words, consensus: Words) -> HavingFilter:
    """For what is handed in before a round opens, or for what is agreed on after."""
    return HavingFilter(
        choices=type(judgements),
        ways={
            judgements: Q(opened_at=None),
            consensus: Q(opened_at__isnull=False),
        },
        label="Waits for",
    )


class Waits(Words):
    """What a round waits for."""

    GRADES = "grades"
    CONSENSUS = "consensus"


class WaitingRoundFilter(filters.FilterSet):
    """Narrows the rounds on claims that wait."""

    waits = _waits(Waits.GRADES, Waits.CONSENSUS)
    claim = IdFilter(label="On claim")

    class Meta:
        model = ClaimRound
        fields: list[str] = []


class StudyRoundWaits(Words):
    """What a round on a study waits for."""

    APPRAISALS = "appraisals"
    CONSENSUS = "consensus"


class WaitingStudyRoundFilter(filters.FilterSet):
    """Narrows the rounds on studies that wait."""

    waits = _waits(StudyRoundWaits.APPRAISALS, StudyRoundWaits.CONSENSUS)
    study = IdFilter(label="On study")

    class Meta:
        model = StudyRound
        fields: list[str] = []


class MentionRoundWaits(Words):
    """What a round of checks waits for."""

    CHECKS = "checks"
    CONSENSUS = "consensus"


class WaitingMentionRoundFilter(filters.FilterSet):
    """Narrows the rounds of checks that wait."""

    waits = _waits(MentionRoundWaits.CHECKS, MentionRoundWaits.CONSENSUS)
    mention = IdFilter(label="On mention")

    class Meta:
        model = MentionRound
        fields: list[str] = []


class Kept(Words):
    """Whether a claim was made of what was asked for."""

    CLAIM = "claim", "a claim here"
    SENTENCE = "sentence", "no claim yet"


class AskFilter(filters.FilterSet):
    """Narrows what is asked for."""

    of = HavingFilter(
        choices=Kept,
        ways={
            Kept.CLAIM: Q(claim__isnull=False),
            Kept.SENTENCE: Q(claim=None),
        },
        label="It is",
    )

    class Meta:
        model = Ask
        fields: list[str] = []
