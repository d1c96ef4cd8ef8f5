"""Rounds on claims that wait, as an editor sees them who may judge in some of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from accounts.models import User
from evidence.grades.rounds import GRADING
from evidence.models import ClaimAssignment, ClaimRound, Grade


def waiting_rounds(user: User) -> QuerySet[ClaimRound]:
    """Rounds on claims that wait: for grades, or for a consensus.

    ``submitted`` says how many grades are in; of a closed round that the user judges in
    it is null, whoever has handed in. ``judges_in_it`` says which those are.
    """
    agreed = Grade.objects.filter(
        round=OuterRef("pk"), submitted_at__isnull=False, is_consensus=True
    )
    later = ClaimRound.objects.filter(claim=OuterRef("claim"), pk__gt=OuterRef("pk"))
    wants_consensus = Q(opened_at__isnull=False, wanted__gt=1)
    waits = Q(opened_at=None) | wants_consensus & ~Exists(agreed) & ~Exists(later)
    own = ClaimAssignment.objects.filter(round=OuterRef("pk"), reviewer=user.pk)
    counted = GRADING.handed_in(OuterRef("pk")).order_by().values("round")
    submitted = counted.annotate(n=Count("pk")).values("n")
    return (
        ClaimRound.objects.filter(
            waits, claim__withdrawn_at=None, claim__merged_into=None
        )
        .annotate(judges_in_it=Exists(own))
        .annotate(
            submitted=Case(
                When(judges_in_it=True, opened_at=None, then=Value(None)),
                default=Coalesce(Subquery(submitted), 0),
                output_field=IntegerField(),
            )
        )
    )


def waited_for(rounds: Iterable[Mapping[str, Any]]) -> dict[int, list[str]]:
    """Whose grades are not in yet, by round (one query).

    Of rounds that have opened, all who judged in them; those of which the reader may
    not know how many are in are left out.
    """
    known = {row["id"]: row for row in rounds if row["submitted"] is not None}
    handed_in = GRADING.handed_in(OuterRef("round")).filter(
        reviewer=OuterRef("reviewer")
    )
    places = (
        ClaimAssignment.objects.filter(round__in=known, left_at=None)
        .annotate(is_in=Exists(handed_in))
        .order_by("reviewer__display_name", "id")
        .values_list("round", "reviewer__display_name", "is_in")
    )
    found: dict[int, list[str]] = {id: [] for id in known}
    for round, name, is_in in places:
        if known[round]["opened_at"] or not is_in:
            found[round].append(name)
    return found
