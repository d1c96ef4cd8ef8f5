"""What a reviewer's appraisal page shows: questions, texts, what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from accounts.models import User
from studies.appraisals.actions import sheet_of
from studies.appraisals.draft import AppraisalForm, Problem, QuoteForm, Sheet
from studies.appraisals.forms import Rows
from studies.appraisals.quoting import texts_of
from studies.appraisals.rounds import APPRAISING
from studies.figures import result_in_words
from studies.instruments import fitting
from studies.instruments.instrument import Instrument
from studies.instruments.lights import WHOLE, mark_for
from studies.models import (
    Appraisal,
    AppraisalQuote,
    ItemGuidance,
    Judgement,
    ReportCopy,
    StudyAssignment,
    StudyRound,
)


def form_of(
    appraisal: Appraisal,
    judgements: Sequence[Judgement],
    quotes: Sequence[AppraisalQuote],
) -> AppraisalForm:
    """A stored appraisal as a form: what is not the rules' own is said in it."""
    return AppraisalForm(
        answers=appraisal.answers,
        notes=appraisal.notes,
        judgements={
            row.domain: row.judgement
            for row in judgements
            if row.judgement != row.proposed
        },
        why={row.domain: row.why for row in judgements if row.why},
        support={row.domain: row.support for row in judgements if row.support},
        directions=_directions(appraisal, judgements),
        overall=_differing(appraisal),
        overall_why=appraisal.overall_why,
        quotes=tuple(
            QuoteForm(
                domain=row.domain,
                question=row.question,
                quote=row.quote,
                place=row.place,
                text=row.stored_text_id,
                start=row.start,
            )
            for row in quotes
        ),
    )


def _directions(
    appraisal: Appraisal, judgements: Sequence[Judgement]
) -> dict[str, str]:
    said = {row.domain: row.direction for row in judgements}
    said[WHOLE] = appraisal.overall_direction
    return {domain: word for domain, word in said.items() if word}


def _differing(appraisal: Appraisal) -> str:
    same = appraisal.overall == appraisal.overall_proposed
    return "" if same else appraisal.overall


@dataclass
class Desk:
    """One reviewer's place in one round on a study, with the form as it stands."""

    round: StudyRound
    user: User
    place: StudyAssignment | None

    @classmethod
    def of(cls, round: StudyRound, user: User) -> "Desk":
        """The reviewer's place in a round, if they have one."""
        places = round.assignments.standing()
        return cls(round, user, places.filter(reviewer=user).first())

    @cached_property
    def handed_in(self) -> Appraisal | None:
        """One's own appraisal that is in, in a round that has not opened."""
        return APPRAISING.handed_in(self.round).filter(reviewer=self.user).first()

    @property
    def free_places(self) -> int:
        return APPRAISING.free_places(self.round)

    @property
    def blind(self) -> bool:
        return self.round.wanted > 1

    def drafted(self) -> AppraisalForm:
        """The form as it was left, else as it was handed in, or an empty one."""
        if self.place and self.place.draft:
            return AppraisalForm.from_json(self.place.draft)
        if self.handed_in:
            own = Appraisal.objects.of(self.user).get(pk=self.handed_in.pk)
            judgements = Judgement.objects.of(self.user).filter(appraisal=own)
            quotes = AppraisalQuote.objects.of(self.user).filter(appraisal=own)
            return form_of(own, list(judgements), list(quotes.order_by("id")))
        return AppraisalForm()

    @cached_property
    def instrument(self) -> Instrument:
        """The round's instrument. Raises Refused where its version is gone."""
        return sheet_of(self.round, AppraisalForm()).instrument

    def sheet(self, form: AppraisalForm) -> Sheet:
        """The instrument, filled in."""
        return Sheet(self.instrument, self.round.variant, form)


def page_context(
    desk: Desk, form: AppraisalForm, problems: Sequence[Problem]
) -> dict[str, Any]:
    """All the page needs: the questions with their problems, beside them the texts."""
    round, tool = desk.round, desk.instrument
    rows = Rows(desk.sheet(form), guidance_of(tool.key), problems)
    return {
        **live_context(desk, form),
        "study": round.study,
        "result_words": result_in_words(round.result) if round.result else "",
        "variant": tool.variants.get(round.variant, ""),
        "advice": fitting.advice(tool.key, round.study.design),
        "rows": rows.domains(),
        "extra": rows.extra(),
        "overall_judge": rows.overall(),
        "overall_direction": rows.direction(WHOLE, "Overall"),
        "problems": [(anchor_of(one.field), one.sentence) for one in problems],
        "by_field": {one.field: one.sentence for one in problems},
        "texts": texts_of(round.study),
        "copies": ReportCopy.objects.kept_for(desk.user, round.study),
    }


def live_context(desk: Desk, form: AppraisalForm) -> dict[str, Any]:
    """What changes while the form is filled in: what is proposed, and what is open."""
    sheet = desk.sheet(form)
    rows = Rows(sheet, {}).domains()
    proposed = sheet.overall_proposed
    return {
        "own_overall": form.overall if form.overall != proposed else "",
        "overall_mark": mark_for(sheet.instrument, proposed) if proposed else None,
        "desk": desk,
        "form": form,
        "sheet": sheet,
        "live": rows,
        "open_count": sum(row.waits for row in rows),
        "asks_of_several": sheet.asks_of_several is not None,
        "revision": desk.place.revision if desk.place else 0,
    }


def anchor_of(field: str) -> str:
    """The id of the part of the page that a problem's field is in."""
    kind, _, name = field.partition(".")
    if kind in ("judgements", "why", "support", "directions") and name != WHOLE:
        return f"domain-{name}".replace(" ", "-")
    if kind == "answers" and name:
        return f"answers-{name}".replace(".", "-").replace(" ", "-")
    return "overall" if kind.startswith("overall") or name == WHOLE else ""


def guidance_of(key: str) -> dict[tuple[str, str], ItemGuidance]:
    """The review's own guidance for an instrument, by domain and question."""
    rows = ItemGuidance.objects.filter(instrument=key).select_related("by")
    return {(row.domain, row.question): row for row in rows}
