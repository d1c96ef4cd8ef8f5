"""What has no owner: places nobody has, and differences nobody is left to settle."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from accounts.permissions import Permission, Role, permissions_of
from core.rounds import RoundKind
from evidence.grades.rounds import GRADING
from evidence.models import ClaimRound, Grade
from evidence.people.words import Lacks

JUDGING = [str(role) for role in Role if Permission.GRADE in permissions_of(role)]


@dataclass(frozen=True)
class Ownerless:
    """One thing that nobody has, or nobody who can act on it any more.

    ``about`` names what it is about, ``address`` leads there; ``who`` are those who had
    a place and can judge no more.
    """

    key: str
    lacks: Lacks
    about: str
    address: str
    places: int = 0
    who: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is missing."""
        return f"{self.places} reviewers" if self.places > 1 else self.lacks.label


@dataclass(frozen=True)
class OwnedRounds:
    """One kind of round, as the list of what has no owner reads it.

    ``subject`` is the round's column that names what is judged, ``page`` its address.
    """

    kind: RoundKind[Any, Any]
    rounds: QuerySet[Any]
    consensus: QuerySet[Any]
    subject: str
    page: str

    def without_owner(self, viewer: User | None) -> Iterator[Ownerless]:
        """Rounds with places on offer, and open ones that nobody is left to settle.

        None that has not opened and in which the viewer judges: it would tell of
        others.
        """
        running = self.rounds.filter(opened_at=None)
        if viewer is not None:
            theirs = self.kind.places.objects.filter(reviewer=viewer)
            running = running.exclude(pk__in=theirs.values("round"))
        for round in self.kind.with_free_places(running):
            yield self._row(round, Lacks.REVIEWER, round.free)
        unable = self._places().filter(reviewer__is_active=True)
        for round in running.filter(Exists(unable.exclude(reviewer__role__in=JUDGING))):
            yield self._row(round, Lacks.ABLE)
        for round in self._unsettled():
            yield self._row(round, Lacks.SETTLER)

    def _unsettled(self) -> QuerySet[Any]:
        """The newest opened rounds without a consensus, of whom nobody is left."""
        agreed = self.consensus.filter(round=OuterRef("pk"))
        later = self.rounds.filter(
            **{self.subject: OuterRef(self.subject)}, pk__gt=OuterRef("pk")
        )
        able = self._places().filter(
            reviewer__is_active=True, reviewer__role__in=JUDGING
        )
        opened = self.rounds.filter(opened_at__isnull=False, wanted__gt=1)
        return opened.filter(~Exists(agreed), ~Exists(later), ~Exists(able))

    def _places(self) -> QuerySet[Any]:
        """The places that people have in a round of an outer query."""
        return self.kind.places.objects.standing().filter(round=OuterRef("pk"))

    def _row(self, round: Any, lacks: Lacks, places: int = 0) -> Ownerless:
        about = getattr(round, self.subject)
        rows = self.kind.places.objects.filter(round=round).select_related("reviewer")
        people = [place.reviewer for place in rows.order_by("pk")]
        return Ownerless(
            key=f"{lacks}-{self.subject}-{round.pk}",
            lacks=lacks,
            about=str(about),
            address=self.page.format(about.pk),
            places=places,
            who=tuple(
                str(each)
                for each in people
                if not each.is_active or each.role not in JUDGING
            ),
        )


# Whatever else people hold joins here: a function of the viewer that yields what has no
# owner.
SOURCES: tuple[Callable[[User | None], Iterator[Ownerless]], ...] = (
    OwnedRounds(
        kind=GRADING,
        rounds=ClaimRound.objects.select_related("claim").order_by("pk"),
        consensus=Grade.objects.consensus().filter(submitted_at__isnull=False),
        subject="claim",
        page="/claims/{}/",
    ).without_owner,
)


def left_without_an_owner(viewer: User | None = None) -> list[Ownerless]:
    """All that has no owner, as far as a viewer may know; without one, all there is."""
    return [each for source in SOURCES for each in source(viewer)]
