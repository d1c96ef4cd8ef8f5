"""What has no owner: places nobody has, and differences nobody is left to settle."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from accounts.permissions import Permission, roles_that_may
from articles.checks.questions import CHECKING, question_of
from articles.models import MentionRound
from core.rounds import RoundKind
from evidence.grades.rounds import GRADING
from evidence.models import ClaimAssignment, ClaimRound, Comment, SentBack
from evidence.people.words import Lacks
from evidence.talk.models import ROUNDS, waits_for_a_round
from evidence.talk.records import records_of
from studies.appraisals.catalogue import instrument_name
from studies.appraisals.rounds import APPRAISING
from studies.figures import result_in_words
from studies.models import Result, StudyRound

JUDGING = roles_that_may(Permission.GRADE)


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

    ``subject`` is the noun of what is judged, ``named`` says of what it is and what is
    asked of it, ``page`` is where a round is looked after.
    """

    kind: RoundKind[Any, Any]
    rounds: QuerySet[Any]
    subject: str
    named: Callable[[Any], str]
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
        """Rounds that wait for a consensus, of whom nobody is left."""
        able = self._places().filter(
            reviewer__is_active=True, reviewer__role__in=JUDGING
        )
        return self.kind.unsettled(self.rounds).filter(~Exists(able))

    def _places(self) -> QuerySet[Any]:
        """The places that people have in a round of an outer query."""
        return self.kind.places.objects.standing().filter(round=OuterRef("pk"))

    def _row(self, round: Any, lacks: Lacks, places: int = 0) -> Ownerless:
        rows = self.kind.places.objects.filter(round=round).select_related("reviewer")
        people = [place.reviewer for place in rows.order_by("pk")]
        return Ownerless(
            key=f"{lacks}-{self.subject}-{round.pk}",
            lacks=lacks,
            about=self.named(round),
            address=self.page.format(round),
            places=places,
            who=tuple(
                str(each)
                for each in people
                if not each.is_active or each.role not in JUDGING
            ),
        )


def unanswered_threads(viewer: User | None) -> Iterator[Ownerless]:
    """Open threads whose writer is not there any more.

    What was said in a closed round stays its writer's until that opens: of it this says
    no more than that there is something, and nothing to who judges in that round.
    """
    gone = User.objects.filter(is_active=False).values_list("pk", flat=True)
    threads = Comment.objects.or_by(list(gone)).open().filter(parent=None, by__in=gone)
    waiting = set(_that_wait(threads).values_list("pk", flat=True))
    told = set(_that_wait(threads, viewer).values_list("pk", flat=True))
    rows = threads.exclude(pk__in=waiting - told).select_related("by").order_by("pk")
    named = [(each.about, each.row_id) for each in rows]
    records = records_of(named, viewer or AnonymousUser())
    for each in rows:
        if record := records.get((each.about, each.row_id)):
            words = _NOT_READ_YET if each.pk in waiting else each.text
            yield Ownerless(
                key=f"{Lacks.WRITER}-comment-{each.pk}",
                lacks=Lacks.WRITER,
                about=f"{record.called}: {words}",
                address=f"{record.talk}#comment-{each.pk}",
                who=(str(each.by),),
            )


_NOT_READ_YET = "said in a round that has not opened, and read once it has"


def _that_wait(threads: QuerySet[Any], viewer: User | None = None) -> QuerySet[Any]:
    """Those said in closed rounds, without such as the viewer judges in."""
    found = threads.filter(waits_for_a_round())
    for column, kind in ROUNDS.items() if viewer else ():
        theirs = kind._default_manager.running().filter(assignments__reviewer=viewer)
        ids = list(theirs.values_list("pk", flat=True))
        found = found.exclude(**{f"{column}__overlap": ids})
    return found


def disputed_results(viewer: User | None) -> Iterator[Ownerless]:
    """Results to be settled by who entered them, and who is not there any more."""
    rows = Result.objects.disputed().filter(entered_by__is_active=False)
    for each in rows.order_by("pk"):
        yield Ownerless(
            key=f"{Lacks.ENTERER}-result-{each.pk}",
            lacks=Lacks.ENTERER,
            about=f"{each.study}: {result_in_words(each)}",
            address=f"/results/{each.pk}/edit/",
            who=(str(each.entered_by),),
        )


def sent_back_to_nobody(viewer: User | None) -> Iterator[Ownerless]:
    """Verdicts that were sent back to reviewers of whom none may judge any more."""
    able = ClaimAssignment.objects.standing().filter(
        round=OuterRef("grade__round"),
        reviewer__is_active=True,
        reviewer__role__in=JUDGING,
    )
    rows = SentBack.objects.waiting().filter(~Exists(able))
    for each in rows.select_related("grade__round__claim").order_by("pk"):
        claim = each.grade.round.claim
        judged = each.grade.round.assignments.standing().select_related("reviewer")
        yield Ownerless(
            key=f"{Lacks.REVIEWER}-sent-back-{each.pk}",
            lacks=Lacks.REVIEWER,
            about=f"{claim} (sent back: {each.why})",
            address=f"/claims/{claim.pk}/rounds/",
            who=tuple(str(place.reviewer) for place in judged.order_by("pk")),
        )


def _appraised(round: StudyRound) -> str:
    """What a round appraises, and by which instrument."""
    outcome = f", {round.result.outcome.name}" if round.result else ""
    return f"{round.study}{outcome}: {round.instrument_name}"


def _checked(round: MentionRound) -> str:
    """The words a round checks, against what, and what it asks."""
    of = f"{round.citation.cited_work.label}: " if round.citation else ""
    return f"{round.mention} {of}{question_of(round).words}"


# Whatever else people hold joins here: a function of the viewer that yields what has no
# owner.
SOURCES: tuple[Callable[[User | None], Iterator[Ownerless]], ...] = (
    OwnedRounds(
        kind=GRADING,
        rounds=ClaimRound.objects.select_related("claim").order_by("pk"),
        subject="claim",
        named=lambda round: str(round.claim),
        page="/claims/{0.claim_id}/rounds/",
    ).without_owner,
    OwnedRounds(
        kind=APPRAISING,
        rounds=StudyRound.objects.select_related("study", "result__outcome")
        .annotate(instrument_name=instrument_name())
        .order_by("pk"),
        subject="study",
        named=_appraised,
        page="/studies/{0.study_id}/appraisals/{0.pk}/",
    ).without_owner,
    OwnedRounds(
        kind=CHECKING,
        rounds=MentionRound.objects.standing()
        .select_related("mention", "citation__cited_work")
        .order_by("pk"),
        subject="mention",
        named=_checked,
        page="/mention-rounds/{0.pk}/",
    ).without_owner,
    unanswered_threads,
    disputed_results,
    sent_back_to_nobody,
)


def left_without_an_owner(viewer: User | None = None) -> list[Ownerless]:
    """All that has no owner, as far as a viewer may know; without one, all there is."""
    return [each for source in SOURCES for each in source(viewer)]
