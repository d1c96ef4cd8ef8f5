"""Rounds of appraising: called on a study or a result, and opened when all are in."""

from collections.abc import Iterable, Mapping
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, can, refuse_kept_out, require
from accounts.rounds import (
    assign_in,
    called_on,
    fewer_in,
    refuse_to_call_off,
    replace_in,
)
from core.actions import action, expect_revision
from core.errors import Refused
from core.rounds import RoundKind, refuse_too_many
from core.withdrawing import expect_current
from studies.appraisals.catalogue import newest
from studies.instruments import fitting
from studies.instruments.instrument import Instrument, Unit
from studies.models import (
    Appraisal,
    AppraisalQuote,
    Judgement,
    Result,
    Study,
    StudyAssignment,
    StudyRound,
)

APPRAISING = RoundKind(
    places=StudyAssignment,
    judgements=Appraisal,
    parts=((Judgement, "appraisal"), (AppraisalQuote, "appraisal")),
    noun="appraisal",
    verb="appraise",
)


@action
def call_study_round(
    *,
    study: Study,
    instrument: str,
    reviewers: Iterable[User],
    by: User,
    result: Result | None = None,
    variant: str = "",
    wanted: int | None = None,
    names_hidden: bool = False,
    reason: str = "",
) -> StudyRound:
    """Call for independent appraisals of a study, or of one of its results.

    ``instrument`` is a key; its newest version is used. All reviewers named have a
    place; where ``wanted`` says more, the others are on offer. After a round that
    opened ``reason`` says why. A reviewer may call on themselves alone; calling on
    others is an editor's.
    """
    people, wanted = called_on(reviewers, wanted, by, Permission.APPRAISE)
    refuse_too_many(wanted)
    for person in people:
        refuse_to_appraise(person, study)
    tool = _instrument_for(study, result, instrument)
    if variant and variant not in tool.variants:
        known = ", ".join(tool.variants) or "none"
        raise Refused(f"{tool.name} has these effects: {known}.", field="variant")
    round = StudyRound(
        study=study,
        result=result,
        instrument=tool.key,
        version=tool.version,
        variant=variant or tool.default_variant,
        wanted=wanted,
        names_hidden=names_hidden,
        why=reason.strip(),
        called_by=by,
    )
    if StudyRound.objects.of_same(round).opened().exists() and not reason.strip():
        raise Refused(
            f"This was appraised with {tool.name} before: say why it is appraised "
            "again.",
            field="reason",
        )
    APPRAISING.call(round, people, by)
    return round


def _instrument_for(study: Study, result: Result | None, key: str) -> Instrument:
    """The instrument of a key, where it can appraise what is named."""
    expect_current(*filter(None, (study, result)))
    tool = newest(key)
    if tool is None:
        raise Refused(f"There is no instrument “{key}”.", field="instrument")
    if tool.unit is Unit.RESULT and result is None:
        raise Refused(
            f"{tool.name} appraises a result: name one of the study’s.", field="result"
        )
    if tool.unit is Unit.STUDY and result is not None:
        raise Refused(
            f"{tool.name} appraises a whole study: name no result.", field="result"
        )
    if why := fitting.why_not(tool.key, tool.name, study.design):
        raise Refused(why, field="instrument")
    return tool


def refuse_to_appraise(person: User, study: Study, *, noting: bool = True) -> None:
    """Raise Refused, naming them, where a person may not appraise a study."""
    if not can(person, Permission.APPRAISE):
        raise Refused(
            f"{person} may not appraise studies: that needs a reviewer.",
            field="reviewers",
        )
    refuse_kept_out(person, study, noting=noting)


@action
def call_off_study_round(
    *, round: StudyRound, by: User, reason: str, revision: int | None = None
) -> None:
    """Take back a call before any appraisal is in; drafts go with it.

    By whoever called, or an editor; of several not by one who judges in it, whom the
    answer would tell of the others. ``revision`` is that of one's own place.
    """
    refuse_to_call_off(APPRAISING, round, by)
    APPRAISING.call_off(round, by, revision)


# --- places; ``revision`` is that of the round, as the person saw it ---


@action
def take_study_place(
    *, round: StudyRound, by: User, reason: str = "", revision: int | None = None
) -> StudyAssignment:
    """Take one of the places on offer; whoever has one keeps it."""
    require(by, Permission.APPRAISE)
    expect_revision(round, revision)
    refuse_to_appraise(by, round.study)
    return APPRAISING.take_place(round, by)


@action
def give_back_study_place(
    *, round: StudyRound, by: User, reason: str = "", revision: int | None = None
) -> StudyAssignment:
    """Have one's own place on offer again; not once one's appraisal is in."""
    expect_revision(round, revision)
    return APPRAISING.free_place(round, by)


@action
def assign_appraiser(
    *,
    round: StudyRound,
    reviewer: User,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> None:
    """Give a reviewer one of the places on offer."""
    assign_in(
        APPRAISING,
        round,
        reviewer,
        by,
        revision=revision,
        refuse_to_judge=lambda person: refuse_to_appraise(person, round.study),
    )


@action
def replace_appraiser(
    *,
    round: StudyRound,
    reviewer: User,
    by: User,
    reason: str,
    instead: User | None = None,
    revision: int | None = None,
) -> None:
    """Take a reviewer's place away whose appraisal is not in, saying why.

    It goes to whoever comes ``instead``, and else is on offer.
    """
    replace_in(
        APPRAISING,
        round,
        reviewer,
        by,
        because=reason,
        instead=instead,
        revision=revision,
        refuse_to_judge=lambda person: refuse_to_appraise(person, round.study),
    )


@action
def want_fewer_appraisals(
    *, round: StudyRound, by: User, reason: str, revision: int | None = None
) -> StudyRound:
    """Do without a place that nobody has, saying why; it opens where all are in."""
    fewer_in(APPRAISING, round, by, because=reason, revision=revision)
    return round


@action
def keep_appraisal_for_oneself(
    *, round: StudyRound, draft: Mapping[str, Any], by: User, reason: str = ""
) -> StudyAssignment:
    """Keep what somebody goes on typing whose place was taken away meanwhile."""
    return APPRAISING.keep_left(round, by, draft)
