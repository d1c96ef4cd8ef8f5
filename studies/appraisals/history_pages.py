"""How what was agreed of a study or result came to be: round after round, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.urls import reverse

from core.pages import history_page
from studies.appraisals.catalogue import instrument_of
from studies.appraisals.pages import asked_round
from studies.appraisals.showing import names_wait
from studies.models import Appraisal, StudyRound


@dataclass(frozen=True)
class Became:
    """What one domain, or the whole, came to in a round, and in the one before."""

    what: str
    before: str
    now: str


def history(request, study_id, study_round_id):
    """A round's history and what its like agreed on before and since.

    Of a round that is closed, or hides whose is whose, no more than the calls.
    """
    round = asked_round(study_id, study_round_id)
    hidden = names_wait(round)
    return history_page(
        request,
        round,
        "How it was appraised, round after round",
        (reverse("appraisals", args=[study_id, round.pk]), round.study.label),
        () if hidden else [("Appraisals", Appraisal, "reviewer", "round")],
        "studies/appraisals/history.html",
        hidden=hidden,
        rounds=list(_rounds(round)),
    )


def _rounds(round: StudyRound) -> Iterator[tuple[StudyRound, str, list[Became]]]:
    """Each round on the same, the newest first: what it agreed on, and what changed."""
    same = StudyRound.objects.of_same(round).select_related("called_by")
    rounds = list(same.order_by("pk"))
    rows = Appraisal.objects.filter(round__in=rounds).that_hold()
    by_round = {row.round_id: row for row in rows.prefetch_related("judgements")}
    held = [by_round[each.pk] for each in rounds if each.pk in by_round]
    changed = {
        after.round_id: list(_changes(round, before, after))
        for before, after in pairwise(held)
    }
    for each in reversed(rounds):
        row = by_round.get(each.pk)
        overall = (row.overall or "agreed on") if row else ""
        yield each, overall, changed.get(each.pk, [])


def _changes(
    round: StudyRound, before: Appraisal, after: Appraisal
) -> Iterator[Became]:
    """What differs between two agreed appraisals, in the instrument's order."""
    tool = instrument_of(round.instrument, round.version)
    domains = tool.domains_of(round.variant) if tool else ()
    names = {each.id: each.name for each in domains}
    asked = {q.id: f"{q.id} {q.text}" for each in domains for q in each.questions}
    said = [
        {one.domain: one.judgement for one in row.judgements.all()}
        for row in (before, after)
    ]
    for domain in dict.fromkeys([*said[0], *said[1]]):
        then, now = (each.get(domain, "") for each in said)
        if then != now:
            yield Became(names.get(domain, domain), then, now)
    for question in sorted({*before.answers, *after.answers}):
        then, now = (row.answers.get(question, "") for row in (before, after))
        if then != now:
            yield Became(asked.get(question, question), then, now)
    if before.overall != after.overall:
        yield Became("Overall", before.overall, after.overall)
