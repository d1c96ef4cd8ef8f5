"""What the page of a claim's rounds shows, and to whom."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from accounts.permissions import Permission, Visitor, can
from accounts.rounds import may_know_progress, places_on_offer
from claims.models import Claim
from evidence.grades.rounds import GRADING
from evidence.models import ClaimAssignment, ClaimRound, Grade


@dataclass
class Running:
    """The round of a claim that waits, if one does, as one person may see it.

    Whoever judges in it sees their own place and nothing that others' doings move.
    """

    claim: Claim
    user: Visitor
    round: ClaimRound | None

    @classmethod
    def of(cls, claim: Claim, user: Visitor) -> "Running":
        """The round of several that has not opened yet."""
        waiting = ClaimRound.objects.filter(claim=claim, opened_at=None, wanted__gt=1)
        related = waiting.select_related("base", "called_by", "claim")
        return cls(claim, user, related.first())

    @cached_property
    def place(self) -> ClaimAssignment | None:
        """One's own place, taken or left."""
        if self.round is None or not self.user.is_authenticated:
            return None
        return self.round.assignments.filter(reviewer=self.user.pk).first()

    @property
    def has_place(self) -> bool:
        """Whether one judges in it."""
        return self.place is not None and self.place.left_at is None

    @cached_property
    def is_in(self) -> bool:
        """Whether one's own grade is in."""
        return self.has_place and GRADING.is_in(self.round, self.user)

    @cached_property
    def free(self) -> int | None:
        """How many places are on offer; None for who judges in it, and for visitors."""
        if self.round is None:
            return None
        return places_on_offer(GRADING, self.round, self.user, Permission.GRADE)

    @property
    def may_take(self) -> bool:
        """Whether one may take a place oneself."""
        taken_away = self.place is not None and self.place.left_because
        return bool(self.free) and not taken_away

    @cached_property
    def knows(self) -> bool:
        """Whether one may know how many are in."""
        return self.round is not None and may_know_progress(
            GRADING, self.round, self.user
        )

    @property
    def may_arrange(self) -> bool:
        """Whether one may give and take away its places."""
        return self.knows and can(self.user, Permission.OPEN_ROUNDS)

    @cached_property
    def how_many(self) -> int | None:
        """How many grades are in, for who may know."""
        return sum(is_in for _, is_in in self.places) if self.knows else None

    @cached_property
    def places(self) -> list[tuple[User, bool]]:
        """Who has a place, and whether their grade is in; for who may know."""
        if not self.knows:
            return []
        places = GRADING.with_progress(self.round.assignments.all())
        rows = places.select_related("reviewer").order_by("pk")
        return [(place.reviewer, place.is_in) for place in rows]


def past_rounds(claim: Claim) -> QuerySet[ClaimRound, Any]:
    """The rounds of several that opened, newest first, each with ``settled``."""
    agreed = Grade.objects.consensus().filter(round=OuterRef("pk"))
    opened = ClaimRound.objects.filter(claim=claim, wanted__gt=1).opened()
    rows = opened.annotate(settled=Exists(agreed)).select_related("base", "called_by")
    return rows.order_by("-opened_at", "-pk")
