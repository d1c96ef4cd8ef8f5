"""What rounds of every kind share: one's own place, who is in, and the opening.

Until a round opens, a reviewer learns of it what is their own and nothing else. Who may
call, judge or count is asked by the package of each kind; nothing here knows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from random import SystemRandom
from typing import Any, Generic, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from core.actions import expect_revision, save
from core.contexts import history_context
from core.errors import NotAllowed, Refused
from core.feed import announce_opened
from core.models import COUNTED, AbstractAssignment, AbstractRound

FEWEST = 2  # places in a round of several
MOST_WANTED = 9
LOTS = SystemRandom()
Place = TypeVar("Place", bound=AbstractAssignment)
Judgement = TypeVar("Judgement", bound=Model)


@dataclass(frozen=True)
class RoundKind(Generic[Place, Judgement]):
    """One kind of round: the tables of its places and of its judgements.

    A judgement has ``round``, ``reviewer``, ``submitted_at`` and ``is_consensus``.
    ``parts`` are the blind tables under it, each with the way to its judgement.
    ``noun`` is what is handed in ("grade"), ``verb`` how it is made ("grade").
    """

    places: type[Place]
    judgements: type[Judgement]
    noun: str
    verb: str
    parts: tuple[tuple[type[Model], str], ...] = ()

    @property
    def changed_elsewhere(self) -> str:
        """What is told of one's own form that another window kept meanwhile."""
        return (
            f"You changed this {self.noun} in another window meanwhile. What you typed "
            "here is kept below: hand it in or save it again to use it."
        )

    # --- what stands ---

    def handed_in(self, round: AbstractRound | OuterRef) -> QuerySet[Judgement]:
        """The reviewers' own judgements that are in, whether or not it is open."""
        return self._all().filter(
            round=round, submitted_at__isnull=False, is_consensus=False
        )

    def own_in(self, round: AbstractRound, user: AbstractBaseUser) -> Judgement:
        """A reviewer's own judgement that is in, as the round has it now."""
        return self.handed_in(round).get(reviewer=user.pk)

    def is_in(self, round: AbstractRound, user: AbstractBaseUser) -> bool:
        """Whether a reviewer's judgement is in; for that reviewer to know."""
        return self.handed_in(round).filter(reviewer=user.pk).exists()

    def free_places(self, round: AbstractRound) -> int:
        """How many places nobody has who can still judge; none once it is over.

        The place of somebody whose account was closed is free again; what they wrote
        stays theirs.
        """
        if round.is_over:
            return 0
        return max(round.wanted - self._taken(round).count(), 0)

    def with_free_places(self, rounds: QuerySet[Any]) -> QuerySet[Any]:
        """Those of some rounds that have places on offer, each with how many: ``free``.

        As ``free_places`` counts, in one query.
        """
        handed_in = self._all().filter(
            round=OuterRef("round"),
            reviewer=OuterRef("reviewer"),
            submitted_at__isnull=False,
            is_consensus=False,
        )
        taken = (
            self.places._default_manager.filter(round=OuterRef("pk"), left_at=None)
            .filter(Q(reviewer__is_active=True) | Exists(handed_in))
            .order_by()
            .values("round")
            .annotate(n=Count("pk"))
            .values("n")
        )
        counted = rounds.running().annotate(
            free=F("wanted") - Coalesce(Subquery(taken), 0)
        )
        return counted.filter(free__gt=0)

    def on_offer_to(
        self, user: AbstractBaseUser, rounds: QuerySet[Any]
    ) -> QuerySet[Any]:
        """Those of some rounds in which a person may take a place themselves.

        Not where they have one, or somebody took theirs away.
        """
        own = self.places._default_manager.filter(
            Q(left_at=None) | ~Q(left_because=""),
            round=OuterRef("pk"),
            reviewer=user.pk,
        )
        return self.with_free_places(rounds).filter(~Exists(own))

    def unsettled(self, rounds: QuerySet[Any]) -> QuerySet[Any]:
        """Those of some rounds that wait for a consensus.

        Opened, of several, with nothing agreed on, and the newest on what they are on.
        """
        agreed = self._all().filter(
            round=OuterRef("pk"), submitted_at__isnull=False, is_consensus=True
        )
        return rounds.opened().newest().filter(~Exists(agreed), wanted__gt=1)

    def knows_progress(self, round: AbstractRound, user: AbstractBaseUser) -> bool:
        """Whether it tells them nothing of a round they judge in: how many are in.

        Nobody with a place, not even one they left, knows before it opens.
        """
        among = self._ever_in(round).filter(reviewer=user.pk)
        return round.is_open or not among.exists()

    def with_progress(self, places: QuerySet[Place]) -> QuerySet[Place]:
        """Those of some places that somebody has, each with ``is_in``.

        Whether its judgement is in is for those who may know.
        """
        handed_in = self.handed_in(OuterRef("round")).filter(
            reviewer=OuterRef("reviewer")
        )
        return places.filter(left_at=None).annotate(is_in=Exists(handed_in))

    def places_of(self, user: AbstractBaseUser) -> QuerySet[Place]:
        """A reviewer's own places, each with whether their judgement is in.

        ``submitted`` says so; ``judged`` is that judgement once its round has opened.
        """
        own = self._all().filter(
            round=OuterRef("round"),
            reviewer=user.pk,
            submitted_at__isnull=False,
            is_consensus=False,
        )
        opened = own.filter(round__opened_at__isnull=False)
        return self.places._default_manager.filter(reviewer=user.pk).annotate(
            submitted=Exists(own), judged=Subquery(opened.values("pk")[:1])
        )

    # --- what happens to a round; only inside an action ---

    def call(
        self, round: AbstractRound, people: Iterable[Any], by: AbstractBaseUser
    ) -> None:
        """Store a round with a place for each of these people.

        Where it wants more than there are people, the other places are on offer.
        """
        save(round)
        for person in people:
            save(self.places(round=round, reviewer=person, assigned_by=by))

    def place_to_judge(
        self, round: AbstractRound, by: AbstractBaseUser, revision: int | None = None
    ) -> Place:
        """A reviewer's place in a round that is not open yet; the round is locked.

        ``revision`` is that of the place as they saw it. Raises NotAllowed, Refused and
        LostRace. Two who hand in at once wait here, so that one of them opens it.
        """
        self.lock(round)
        place = self._places_in(round).filter(reviewer=by.pk).first()
        if place is None:
            raise NotAllowed(self._why_no_place(round, by))
        if round.is_open:
            raise Refused(
                f"All are in and open, so no {self.noun} changes any more: that takes "
                "a new round, with a reason."
            )
        expect_revision(place, revision)
        return place

    def keep_left(
        self, round: AbstractRound, by: AbstractBaseUser, draft: Mapping[str, Any]
    ) -> Place:
        """Keep what somebody goes on typing who has the place no more.

        It is theirs where they take one again.
        """
        left = self._ever_in(round).filter(reviewer=by.pk).exclude(left_at=None)
        return save(left.get(), draft=dict(draft))

    def take_back_own(self, round: AbstractRound, by: AbstractBaseUser) -> None:
        """Remove what a reviewer handed in, for another: history keeps it as theirs."""
        for own in self.handed_in(round).filter(reviewer=by.pk):
            save(own, submitted_at=None)
            for part, way in self.parts:
                _behind(part).filter(**{way: own}).delete()
            own.delete()

    def take_place(
        self,
        round: AbstractRound,
        reviewer: AbstractBaseUser,
        by: AbstractBaseUser | None = None,
    ) -> Place:
        """Give a reviewer one of the places on offer; the one they have, if any.

        Whoever left one finds their draft in it again; ``by`` assigned it.
        """
        self.lock(round)
        place = self._ever_in(round).filter(reviewer=reviewer.pk).first()
        if place and place.left_at is None:
            return place
        if place and place.left_because and by is None:
            raise Refused(
                f"Your place was taken away: {place.left_because} An editor can give "
                "it back to you."
            )
        if not self.free_places(round):
            raise Refused("No place in this round is free any more.")
        self._free_those_of_closed_accounts(round)
        given = {"assigned_by": by or reviewer}
        if place:
            return save(place, left_at=None, left_because="", **given)
        return save(self.places(round=round, reviewer=reviewer, **given))

    def free_place(
        self,
        round: AbstractRound,
        reviewer: AbstractBaseUser,
        because: str = "",
        revision: int | None = None,
    ) -> Place:
        """Have the place of a reviewer on offer whose judgement is not in.

        The draft stays theirs: they find it where they take a place again.
        """
        place = self.place_to_judge(round, reviewer, revision)
        if self.is_in(round, reviewer):
            raise Refused(f"The {self.noun} is in, so the place stays.")
        return save(place, left_at=timezone.now(), left_because=because)

    def want_fewer(self, round: AbstractRound) -> None:
        """Do without one of the places on offer; the round opens where all are in.

        Two stay: less is no round of independent judgements.
        """
        self.lock(round)
        if not self.free_places(round):
            raise Refused("Somebody has each place of this round; take one away first.")
        if round.wanted <= FEWEST:
            raise Refused(f"A round of several has {FEWEST} places at least.")
        self._free_those_of_closed_accounts(round)
        save(round, wanted=round.wanted - 1)
        self.open_if_all_are_in(round)

    def open_if_all_are_in(self, round: AbstractRound) -> bool:
        """Make a round's judgements public with the last one; whether it is open.

        Their changes enter the feed now; the earlier, hidden ones stay hidden. Where
        names are hidden the judgements are other rows from now on: see ``_draw_lots``.
        """
        if round.is_open:
            return True
        if self.handed_in(round).count() < round.wanted:
            return False
        if round.names_hidden:
            self._draw_lots(round)
        judgements = self._all().filter(round=round)
        opened = [self._places_in(round), judgements]
        for part, way in self.parts:
            opened.append(_behind(part).filter(**{f"{way}__in": judgements}))
        with _as_may_be_told(round):
            save(round, opened_at=timezone.now())
            for rows in opened:
                announce_opened(rows.model, rows.values_list("pk", flat=True))
        return True

    def _draw_lots(self, round: AbstractRound) -> None:
        """Store what was handed in anew, in an order by lot and as of one moment.

        Some know who was in before whom: no number, time or order may tell them whose
        is whose. History keeps the rows as they were handed in.
        """
        handed_in = list(self.handed_in(round).order_by("reviewer_id"))
        drawn = LOTS.sample(handed_in, len(handed_in))
        parts = {
            each: [
                (way, part)
                for model, way in self.parts
                for part in _behind(model).filter(**{way: each}).order_by("pk")
            ]
            for each in drawn
        }
        moment = timezone.now()
        for each in drawn:
            self.take_back_own(round, each.reviewer)
            anew = save(_copy_of(each, submitted_at=None))
            for way, part in parts[each]:
                save(_copy_of(part, **{way: anew}))
            save(anew, submitted_at=moment)

    def call_off(
        self, round: AbstractRound, by: AbstractBaseUser, revision: int | None = None
    ) -> None:
        """Take back a call before any judgement is in; drafts go with it.

        ``revision`` is that of one's own place, where one has any.
        """
        self.lock(round)
        for place in self._places_in(round).filter(reviewer=by.pk):
            expect_revision(place, revision)
        if round.is_open or self.handed_in(round).exists():
            raise Refused(f"One {self.noun} is in already, so the round goes on.")
        for place in self._ever_in(round):
            place.delete()
        round.delete()

    def _all(self) -> QuerySet[Judgement]:
        return _behind(self.judgements)

    def _ever_in(self, round: AbstractRound) -> QuerySet[Place]:
        return self.places._default_manager.filter(round=round)

    def _places_in(self, round: AbstractRound) -> QuerySet[Place]:
        return self._ever_in(round).filter(left_at=None)

    def _taken(self, round: AbstractRound) -> QuerySet[Place]:
        handed_in = self.handed_in(round).filter(reviewer=OuterRef("reviewer"))
        return self._places_in(round).filter(
            Q(reviewer__is_active=True) | Exists(handed_in)
        )

    def _free_those_of_closed_accounts(self, round: AbstractRound) -> None:
        for place in self._places_in(round).exclude(pk__in=self._taken(round)):
            why = "The account was closed."
            save(place, left_at=timezone.now(), left_because=why)

    def _why_no_place(self, round: AbstractRound, person: AbstractBaseUser) -> str:
        left = self._ever_in(round).filter(reviewer=person.pk).first()
        if left is None:
            return f"You were not asked to {self.verb} in this round."
        why = f" ({left.left_because.rstrip('.')})" if left.left_because else ""
        return (
            f"You have no place in this round any more{why}. What you filled in is "
            "still yours: it is there again where you take a place."
        )

    def lock(self, round: AbstractRound) -> None:
        """Wait for whoever writes in a round; see it as it stands then.

        Only inside an action.
        """
        rows = type(round)._default_manager.select_for_update()
        round.refresh_from_db(
            fields=["opened_at", "wanted", "revision"], from_queryset=rows
        )


def refuse_too_many(wanted: int) -> None:
    """Raise Refused where a round wants none, or too many."""
    if not 1 <= wanted <= MOST_WANTED:
        raise Refused(
            f"A round calls on one to {MOST_WANTED} reviewers.", field="wanted"
        )


def _as_may_be_told(round: AbstractRound) -> AbstractContextManager[None]:
    """Where names are hidden, nobody opened it: that would name the last one in."""
    return history_context(action="open") if round.names_hidden else nullcontext()


def _copy_of(row: Any, **changed: Any) -> Any:
    """A row as another that is not stored yet, with some fields changed."""
    fields = [each for each in row._meta.concrete_fields if each.name not in COUNTED]
    kept = [each.attname for each in fields if each.name not in changed]
    return type(row)(**{name: getattr(row, name) for name in kept}, **changed)


def _behind(model: type[Any]) -> QuerySet[Any]:
    """All rows of a blind table: of those that are hidden, too."""
    return model.unfiltered.all()
