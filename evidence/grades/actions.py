"""Grades: drafted, handed in, agreed, published and corrected."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, can, require
from claims.claims.verdict import GivenVerdict
from claims.models import Claim, ClaimVersion, Correction
from claims.words import Standing
from core.actions import action, expect_revision, save
from core.errors import FieldProblem, LostRace, NotAllowed, Refused
from core.keeping import drop_form
from core.withdrawing import expect_current
from evidence.claims.verdicts import (
    lock,
    publish_newer,
    take_back_verdict,
    take_verdict,
)
from evidence.claims.versions import judged_version, make_version
from evidence.grades.deriving import as_judged
from evidence.grades.draft import GradeForm, group_row, reading_row
from evidence.grades.findings import Evidence
from evidence.grades.problems import round_problems
from evidence.grades.publishing import (
    refuse_another_grade,
    refuse_to_publish,
    refuse_to_take_back,
)
from evidence.grades.rounds import (
    GRADING,
    call_round,
    last_judged,
    refuse_another_question,
)
from evidence.judged import current_base
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    Grade,
    GradeGroup,
    ItemReading,
)
from evidence.people.conflicts import refuse_conflict


@action
def save_grade(
    *,
    round: ClaimRound,
    draft: Mapping[str, Any],
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> ClaimAssignment:
    """Keep a grade's form as it stands, however incomplete; nobody else sees it.

    What one handed in stands until another is. ``revision`` is that of one's place in
    the round, as one saw it.
    """
    return save(_place_of(by, round, revision), draft=dict(draft))


@action
def submit_grade(
    *,
    round: ClaimRound,
    form: GradeForm,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Grade:
    """Hand in a grade; the last one in opens the round.

    Refused with every problem at once. Until the round opens another of one's own
    takes its place. A single reviewer's grade is the verdict, as a draft; of several
    the consensus will be.
    """
    save(_place_of(by, round, revision), draft={})
    refuse_conflict(by, round.claim, noting=False)
    GRADING.take_back_own(round, by)
    grade = _store(round, form, by)
    if GRADING.open_if_all_are_in(round) and round.wanted == 1:
        _take_effect(grade, Standing.DRAFT, by, form.explanation)
    return GRADING.own_in(round, by)


@action
def grade_alone(
    *,
    claim: Claim,
    base: EvidenceBase,
    form: GradeForm,
    by: User,
    reason: str = "",
    revision: int | None = None,
    judged: str | None = None,
) -> Grade:
    """Call a round on oneself and hand in at once; the verdict stands as a draft.

    A round of one's own that still waits is used; ``revision`` is that of one's place
    in it, as one saw it, 0 where one saw none. ``judged`` is ``last_judged`` as one saw
    it: of two who grade at once the second looks at the first one's verdict.
    """
    round = _round_alone(claim, base, by, revision, judged)
    return submit_grade(round=round, form=form, by=by)


@action
def draft_alone(
    *,
    claim: Claim,
    base: EvidenceBase,
    draft: Mapping[str, Any],
    by: User,
    reason: str = "",
    revision: int | None = None,
    judged: str | None = None,
) -> ClaimAssignment:
    """Call a round on oneself and keep the form as it stands; see ``grade_alone``."""
    round = _round_alone(claim, base, by, revision, judged)
    return save_grade(round=round, draft=draft, by=by)


def _round_alone(
    claim: Claim,
    base: EvidenceBase,
    by: User,
    revision: int | None,
    judged: str | None,
) -> ClaimRound:
    """A round of one's own: the one that still waits, else a new one."""
    locked = Claim.objects.select_for_update().get(pk=claim.pk)
    waiting = ClaimAssignment.objects.filter(
        reviewer=by,
        round__claim=claim,
        round__base=base,
        round__wanted=1,
        round__opened_at=None,
    )
    place = waiting.select_related("round").first()
    if place is not None:
        expect_revision(place, revision)
        return place.round
    if revision:
        raise LostRace("The grade that you began was dropped meanwhile.")
    if judged is not None and judged != last_judged(locked):
        raise LostRace("This claim was graded meanwhile; look at its verdict first.")
    return call_round(claim=claim, base=base, reviewers=[by], by=by)


def _place_of(by: User, round: ClaimRound, revision: int | None) -> ClaimAssignment:
    """The reviewer's own place in a round that still waits for them."""
    require(by, Permission.GRADE)
    return GRADING.place_to_judge(round, by, revision)


@action
def submit_consensus(
    *,
    round: ClaimRound,
    form: GradeForm,
    by: User,
    settled: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Grade:
    """Store what the reviewers agreed on, which is the claim's verdict from then on.

    By one of the round's reviewers or an editor, once all grades are in. ``settled``
    says whose answer each difference took, and why a third. Raises LostRace where
    somebody else settled the round meanwhile.
    """
    GRADING.lock(round)
    refuse_to_settle(round, by)
    others = Grade.objects.consensus().filter(round=round).select_related("reviewer")
    if other := others.first():
        raise LostRace(
            f"{other.reviewer} settled this round meanwhile; to change what was agreed "
            "on takes a new round, with a reason."
        )
    newest = current_base(round.claim)
    if newest and newest.pk != round.base_id:
        raise Refused(f"Evidence base {newest.number} was frozen since; grade that.")
    refuse_another_question(round.base)
    if ClaimRound.objects.of_same(round).filter(pk__gt=round.pk).exists():
        raise Refused("A later round was called on this claim; agree on that one.")
    refuse_conflict(by, round.claim)
    grade = _store(round, form, by, is_consensus=True, settled=dict(settled or {}))
    drop_form(round, by)
    _take_effect(grade, Standing.AGREED, by, form.explanation)
    return grade


def refuse_to_settle(round: ClaimRound, by: User) -> None:
    """Raise NotAllowed or Refused unless they may say what a round agreed on."""
    require(by, Permission.GRADE)
    if not round.is_open or round.wanted == 1:
        raise Refused("A consensus follows the grades of several reviewers.")
    among = round.assignments.standing().filter(reviewer=by).exists()
    if not among and not can(by, Permission.OPEN_ROUNDS):
        raise NotAllowed("The consensus is for the round's reviewers or an editor.")


def _store(
    round: ClaimRound,
    form: GradeForm,
    by: User,
    *,
    is_consensus: bool = False,
    settled: Mapping[str, Any] | None = None,
) -> Grade:
    """Check the form against the base and store its rows, closed by its submission."""
    evidence = Evidence.of(round.base)
    if found := round_problems(round, evidence, form):
        sentences = " ".join(one.sentence for one in found)
        raise Refused(sentences, problems=[FieldProblem(*one) for one in found])
    plain = (
        "verdict",
        "note",
        "explanation",
        "target",
        "threshold",
        "size_class",
        "strength",
    )
    grade = save(
        Grade(
            round=round,
            reviewer=by,
            is_consensus=is_consensus,
            settled=settled or {},
            **as_judged(evidence, form),
            **{name: getattr(form, name) for name in plain},
        )
    )
    groups = [group_row(grade, group) for group in form.groups]
    items = {item.pk: item for item in evidence.items}
    readings = [reading_row(grade, reading, items) for reading in form.readings]
    for row in (*groups, *readings):
        row.clean_fields(exclude={"grade", "item"})
    GradeGroup.objects.bulk_create(groups)
    ItemReading.objects.bulk_create(readings)
    return save(grade, submitted_at=timezone.now())


def _take_effect(grade: Grade, standing: str, by: User, why: str) -> ClaimVersion:
    return take_verdict(
        claim=grade.round.claim,
        cause=ClaimVersion.Cause.VERDICT,
        given=GivenVerdict(
            verdict=grade.verdict,
            certainty=grade.certainty,
            cant_say_because=grade.cant_say_because,
            standing=standing,
            scope=grade.round.base.scope,
            judged_at=grade.submitted_at,
            sentence=grade.sentence,
            note=grade.note,
        ),
        why=why,
        by=by,
    )


@action
def publish_verdict(
    *,
    claim: Claim,
    by: User,
    reason: str = "",
    revision: int | None = None,
    grade: Grade | None = None,
) -> ClaimVersion:
    """Let an editor stand behind the latest verdict, which is the claim's from then on.

    One reviewer's verdict is published by somebody else. ``revision`` is that of the
    claim as the editor saw it, ``grade`` the one that is meant, where one is. Raises
    NotAllowed and Refused, see ``publishing``.
    """
    require(by, Permission.PUBLISH)
    lock(claim)
    expect_revision(claim, revision)
    refuse_another_grade(claim, grade)
    refuse_to_publish(claim, by)
    refuse_conflict(by, claim)
    if claim.newer_standing:
        return publish_newer(claim=claim, by=by, why=reason)
    save(claim, standing=Standing.PUBLISHED)
    return make_version(
        claim=claim, cause=ClaimVersion.Cause.STANDING, by=by, why=reason
    )


@action
def withdraw_verdict(
    *,
    claim: Claim,
    by: User,
    reason: str,
    revision: int | None = None,
    grade: Grade | None = None,
) -> ClaimVersion:
    """Take back the latest verdict on a claim, saying why; its version stays readable.

    Of a published one with a newer under it, that is the newer. Whoever gave it alone
    may take it back until it is published; else it takes an editor. ``grade`` is the
    one that is meant, where one is.
    """
    lock(claim)
    expect_revision(claim, revision)
    refuse_another_grade(claim, grade)
    refuse_to_take_back(claim, by)
    if not reason.strip():
        raise Refused("Say why the verdict is taken back.", field="reason")
    return take_back_verdict(claim=claim, by=by, reason=reason)


@action
def correct(
    *,
    claim: Claim,
    corrects: int,
    what: str,
    why: str,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Correction:
    """Say openly what was wrong in an earlier version; a new one carries the mending.

    ``corrects`` is that version's number. The mending itself (a new wording, a new
    grade) comes first; ``revision`` is that of the claim as the editor saw it.
    """
    require(by, Permission.PUBLISH)
    expect_revision(claim, revision)
    expect_current(claim)
    if judged_version(claim) is None:
        raise Refused("This claim was never judged, so there is nothing to correct.")
    wrong = claim.versions.filter(number=corrects).first()
    if wrong is None:
        raise Refused("This claim has no version of that number.", field="corrects")
    corrected = make_version(
        claim=claim, cause=ClaimVersion.Cause.CORRECTION, by=by, why=why
    )
    return save(
        Correction(
            claim=claim,
            corrects=wrong,
            corrected=corrected,
            what=what,
            why=why,
            by=by,
        )
    )
