"""Rounds that wait, as an editor sees them who may judge in some of them."""

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
from accounts.permissions import Permission, roles_that_may
from core.rounds import RoundKind

JUDGING = roles_that_may(Permission.GRADE)


def waiting_rounds(
    kind: RoundKind[Any, Any], rounds: QuerySet[Any], user: User
) -> QuerySet[Any]:
    """Those of some rounds that wait: for judgements, or for a consensus.

    ``submitted`` says how many judgements are in; of a closed round that the user
    judges in it is null, whoever has handed in. ``judges_in_it`` says which those are.
    """
    waits = Q(opened_at=None) | Q(pk__in=kind.unsettled(rounds).values("pk"))
    own = kind.places.objects.filter(round=OuterRef("pk"), reviewer=user.pk)
    counted = kind.handed_in(OuterRef("pk")).order_by().values("round")
    submitted = counted.annotate(n=Count("pk")).values("n")
    return (
        rounds.filter(waits)
        .annotate(judges_in_it=Exists(own))
        .annotate(
            submitted=Case(
                When(judges_in_it=True, opened_at=None, then=Value(None)),
                default=Coalesce(Subquery(submitted), 0),
                output_field=IntegerField(),
            )
        )
    )


def waited_for(
    kind: RoundKind[Any, Any], rounds: Iterable[Mapping[str, Any]]
) -> dict[int, list[str]]:
    """Whose judgements are not in yet, by round (one query).

    Of rounds that have opened, all who judged in them and still judge; those of which
    the reader may not know how many are in are left out. Whose account was closed is
    waited for no more.
    """
    known = {row["id"]: row for row in rounds if row["submitted"] is not None}
    theirs = kind.places.objects.filter(round__in=known, reviewer__is_active=True)
    places = (
        kind.with_progress(theirs)
        .order_by("reviewer__display_name", "id")
        .values_list("round", "reviewer__display_name", "reviewer__role", "is_in")
    )
    found: dict[int, list[str]] = {id: [] for id in known}
    for round, name, role, is_in in places:
        if role in JUDGING if known[round]["opened_at"] else not is_in:
            found[round].append(name)
    return found
