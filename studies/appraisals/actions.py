"""Appraisals: drafted, handed in, and agreed on."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from accounts import rounds
from accounts.models import User
from accounts.permissions import Permission, Visitor, require
from bibliography.models import StoredText
from core.actions import action, save
from core.errors import FieldProblem, LostRace, Refused, goes_through
from core.keeping import drop_form
from studies.appraisals.catalogue import instrument_of
from studies.appraisals.draft import AppraisalForm, Problem, QuoteForm, Sheet
from studies.appraisals.quoting import quote_problems, texts_quoted
from studies.appraisals.rounds import (
    APPRAISING,
    call_study_round,
    refuse_to_appraise,
)
from studies.instruments.lights import WHOLE
from studies.models import (
    Appraisal,
    AppraisalQuote,
    Judgement,
    Result,
    Study,
    StudyAssignment,
    StudyRound,
)


@action
def save_appraisal(
    *,
    round: StudyRound,
    draft: Mapping[str, Any],
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> StudyAssignment:
    """Keep an appraisal's form as it stands, however incomplete; one's own alone.

    What one handed in stands until another is. ``revision`` is that of one's place in
    the round, as one saw it.
    """
    return save(_place_of(by, round, revision), draft=dict(draft))


@action
def submit_appraisal(
    *,
    round: StudyRound,
    form: AppraisalForm,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Appraisal:
    """Hand in an appraisal; the last one in opens the round.

    Refused with every problem at once. Answers to questions that were not on the path
    are kept as NA. Until the round opens another of one's own takes its place.
    """
    place = _place_of(by, round, revision)
    sheet = _whole(round, form)
    save(place, draft={})
    APPRAISING.take_back_own(round, by)
    _store(round, sheet, by)
    APPRAISING.open_if_all_are_in(round)
    return APPRAISING.own_in(round, by)


@action
def appraise_alone(
    *,
    study: Study,
    instrument: str,
    form: AppraisalForm,
    by: User,
    result: Result | None = None,
    variant: str = "",
    reason: str = "",
) -> Appraisal:
    """Call a round on oneself and hand in at once; it is open then."""
    round = call_study_round(
        study=study,
        result=result,
        instrument=instrument,
        variant=variant,
        reviewers=[by],
        by=by,
        reason=reason,
    )
    return submit_appraisal(round=round, form=form, by=by)


@action
def agree_on_appraisal(
    *,
    round: StudyRound,
    form: AppraisalForm,
    by: User,
    reason: str = "",
    settled: Mapping[str, Any] | None = None,
) -> Appraisal:
    """Store what the reviewers agreed on, beside what each of them handed in.

    By one of the round's reviewers or an editor, once all appraisals are in.
    ``settled`` says whose words each difference took, or why a third.
    """
    refuse_to_settle(round, by)
    agreed = Appraisal.objects.filter(round=round, is_consensus=True)
    if other := agreed.select_related("reviewer").first():
        raise LostRace(
            f"{other.reviewer} settled this round meanwhile; to change what was agreed "
            "on takes a new round, with a reason."
        )
    if StudyRound.objects.of_same(round).filter(pk__gt=round.pk).exists():
        raise Refused("A later round was called on this; agree on that one.")
    refuse_to_appraise(by, round.study)
    sheet = _whole(round, form)
    drop_form(round, by)
    return _store(round, sheet, by, is_consensus=True, settled=dict(settled or {}))


def refuse_to_settle(round: StudyRound, by: User) -> None:
    """Raise NotAllowed or Refused unless they may say what a round agreed on."""
    rounds.refuse_to_settle(APPRAISING, round, by, Permission.APPRAISE)


def may_settle(round: StudyRound, user: Visitor) -> bool:
    """Whether a person may say what a round agreed on."""
    return user.is_authenticated and goes_through(refuse_to_settle, round, user)


def _place_of(by: User, round: StudyRound, revision: int | None) -> StudyAssignment:
    """The reviewer's own place in a round that is not open yet."""
    require(by, Permission.APPRAISE)
    refuse_to_appraise(by, round.study, noting=False)
    return APPRAISING.place_to_judge(round, by, revision)


def sheet_of(round: StudyRound, form: AppraisalForm) -> Sheet:
    """A round's instrument, filled in. Raises Refused where its version is gone."""
    tool = instrument_of(round.instrument, round.version)
    if tool is None:
        raise Refused(
            f"Version {round.version} of {round.instrument} is not at hand any more. "
            "Call the round off, and a new one."
        )
    return Sheet(tool, round.variant, form)


def problems_of(round: StudyRound, sheet: Sheet) -> list[Problem]:
    """All that keeps an appraisal from being handed in."""
    return [*sheet.problems(), *quote_problems(round.study, sheet.form.quotes)]


def _whole(round: StudyRound, form: AppraisalForm) -> Sheet:
    """The form on its instrument, with nothing missing; else Refused."""
    sheet = sheet_of(round, form)
    if found := problems_of(round, sheet):
        problems = [FieldProblem(one.field, one.sentence) for one in found]
        raise Refused(" ".join(one.sentence for one in found), problems=problems)
    return sheet


def _store(round: StudyRound, sheet: Sheet, by: User, **given: Any) -> Appraisal:
    """Store an appraisal's rows, closed by its submission."""
    form = sheet.form
    appraisal = save(
        Appraisal(
            round=round,
            reviewer=by,
            answers=sheet.kept,
            notes={one: words for one, words in form.notes.items() if words.strip()},
            overall_proposed=sheet.overall_proposed,
            overall=sheet.overall,
            overall_why=form.overall_why.strip() if _differs(sheet) else "",
            overall_direction=form.directions.get(WHOLE, ""),
            **given,
        )
    )
    for domain in sheet.domains:
        save(_judgement(appraisal, sheet, domain.id))
    texts = texts_quoted(round.study, form.quotes)
    for quote in form.quotes:
        save(_quote(appraisal, quote, texts))
    return save(appraisal, submitted_at=timezone.now())


def _differs(sheet: Sheet) -> bool:
    return sheet.overall != sheet.overall_proposed


def _judgement(appraisal: Appraisal, sheet: Sheet, domain: str) -> Judgement:
    proposed, stands = sheet.proposed_for(domain), sheet.judgement_of(domain)
    why = sheet.form.why.get(domain, "").strip()
    return Judgement(
        appraisal=appraisal,
        domain=domain,
        proposed=proposed,
        judgement=stands,
        why=why if stands != proposed else "",
        support=sheet.form.support.get(domain, "").strip(),
        direction=sheet.form.directions.get(domain, ""),
    )


def _quote(
    appraisal: Appraisal, quote: QuoteForm, texts: Mapping[int, StoredText]
) -> AppraisalQuote:
    return AppraisalQuote(
        appraisal=appraisal,
        domain=quote.domain,
        question=quote.question,
        quote=quote.quote.strip(),
        place=quote.place.strip(),
        stored_text=texts.get(quote.text) if quote.text else None,
        start=quote.start if quote.text else None,
    )
