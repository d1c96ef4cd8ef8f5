"""Checks in a round: drafted, handed in, and agreed on."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from accounts import rounds
from accounts.models import User
from accounts.permissions import Permission, require
from articles.checks.questions import CHECKING, question_of
from articles.checks.rounds import LAPSED, refuse_lapsed, refuse_to_check
from articles.models import MentionAssignment, MentionJudgement, MentionRound
from core.actions import action, save
from core.errors import LostRace, Refused
from core.keeping import drop_form


@action
def save_check(
    *,
    round: MentionRound,
    draft: Mapping[str, Any],
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> MentionAssignment:
    """Keep a check's form as it stands, however incomplete; one's own alone.

    What one handed in stands until another is. ``revision`` is that of one's place in
    the round, as one saw it.
    """
    return save(_place_of(by, round, revision), draft=dict(draft))


@action
def keep_check_for_oneself(
    *, round: MentionRound, draft: Mapping[str, Any], by: User, reason: str = ""
) -> MentionAssignment:
    """Keep what somebody goes on typing whose place was taken away meanwhile."""
    return CHECKING.keep_left(round, by, draft)


@action
def submit_check(
    *,
    round: MentionRound,
    said: Mapping[str, Any],
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> MentionJudgement:
    """Hand in a check; the last one in opens the round.

    ``said`` are the columns of an answer to what the round asks. Until it opens another
    of one's own takes its place. In a round of one it counts at once.
    """
    place = _place_of(by, round, revision)
    refuse_lapsed(round)
    save(place, draft={})
    CHECKING.take_back_own(round, by)
    check = _store(round, said, by)
    if CHECKING.open_if_all_are_in(round) and round.wanted == 1:
        _let_count(round, check)
    return CHECKING.own_in(round, by)


@action
def agree_on_check(
    *,
    round: MentionRound,
    said: Mapping[str, Any],
    by: User,
    reason: str = "",
    settled: Mapping[str, Any] | None = None,
) -> MentionJudgement:
    """Store what the reviewers agreed on, beside what each of them handed in.

    By one of the round's reviewers or an editor, once all checks are in; it counts from
    now on. ``settled`` says whose words each difference took, or why a third.
    """
    refuse_to_settle(round, by)
    refuse_lapsed(round)
    agreed = MentionJudgement.objects.filter(round=round, is_consensus=True)
    if other := agreed.select_related("reviewer").first():
        raise LostRace(
            f"{other.reviewer} settled this round meanwhile; to change what was agreed "
            "on takes a new round, with a reason."
        )
    if MentionRound.objects.of_same(round).filter(pk__gt=round.pk).exists():
        raise Refused("A later round was called on this; agree on that one.")
    refuse_to_check(by, round)
    check = _store(round, said, by, is_consensus=True, settled=dict(settled or {}))
    _let_count(round, check)
    drop_form(round, by)
    return check


def refuse_to_settle(round: MentionRound, by: User) -> None:
    """Raise NotAllowed or Refused unless they may say what a round agreed on."""
    if round.has_lapsed:
        raise Refused(LAPSED)
    rounds.refuse_to_settle(CHECKING, round, by, Permission.CHECK_SUPPORT)


def _place_of(by: User, round: MentionRound, revision: int | None) -> MentionAssignment:
    """The reviewer's own place in a round that is not open yet."""
    require(by, Permission.CHECK_SUPPORT)
    refuse_to_check(by, round, noting=False)
    return CHECKING.place_to_judge(round, by, revision)


def _store(
    round: MentionRound, said: Mapping[str, Any], by: User, **given: Any
) -> MentionJudgement:
    """Store an answer, closed by its submission."""
    check = save(MentionJudgement(round=round, reviewer=by, **said, **given))
    return save(check, submitted_at=timezone.now())


def _let_count(round: MentionRound, check: MentionJudgement) -> None:
    """Let an answer be what counts, as that of who handed it in."""
    question = question_of(round)
    said = question.said_by(check)
    question.count(round, {"by": check.reviewer, "words_judged": round.words, **said})
