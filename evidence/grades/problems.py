"""What keeps a grade's form from being handed in, all of it at once."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.models import Claim
from claims.words import Certainty
from evidence.bases.proposing import lead_of
from evidence.grades.draft import GradeForm
from evidence.grades.findings import findings_of
from evidence.grades.models import MOST_IN_A_NOTE
from evidence.method import (
    BY_MARGIN,
    GRADE_METHODS,
    VerdictDraft,
    explain_error,
    hedges_of_more,
    method_for,
    overclaims,
    verdict_problems,
    verdicts_for,
    word_refusals,
)
from evidence.models import EvidenceBase, EvidenceItem, Grade, GradeGroup
from studies.designs import NEEDS_REASON_ABOVE_VERY_LOW
from studies.models import Result


class Problem(NamedTuple):
    """What keeps a form from being handed in, and which field it is about.

    Fields are named as "verdict", "groups.randomised.imprecision", "readings.7".
    """

    field: str
    sentence: str


def problems(base: EvidenceBase, form: GradeForm) -> list[str]:
    """Sentences for all that is wrong with a form on a base; empty if nothing."""
    return [problem.sentence for problem in placed_problems(base, form)]


def placed_problems(base: EvidenceBase, form: GradeForm) -> list[Problem]:
    """All that is wrong with a form on a base, each beside its field."""
    items = included_items(base)
    try:
        found = _verdict_problems(base, form, items)
    except ValueError as error:
        return [Problem("verdict", f"{error}.")]
    if method_for(base.claim.kind) in GRADE_METHODS:
        found += [*_lead_problems(base), *_reading_problems(form, items)]
        found += [*_design_problems(form, items), *_margin_problems(base, form)]
        found += [*_target_problems(form), *_word_problems(base, form, items)]
    return [*found, *_note_problems(base, form)]


def _verdict_problems(
    base: EvidenceBase, form: GradeForm, items: list[EvidenceItem]
) -> list[Problem]:
    """What the rules of verdicts and of ratings refuse; ValueError for other words."""
    rated = _group_problems(form)
    if not form.verdict:
        return [*rated, Problem("verdict", "Choose a verdict.")]
    said = {explain_error(code) for code in _carried_errors(form)}
    sentences = verdict_problems(_verdict_draft(base, form, items))
    return rated + [Problem("verdict", one) for one in sentences if one not in said]


def _word_problems(
    base: EvidenceBase, form: GradeForm, items: list[EvidenceItem]
) -> Iterator[Problem]:
    """Words that the readings and the pooled line do not leave open.

    Accuracy studies have no line, so a verdict on a test is the grader's. With very low
    certainty another rule leaves can't say alone.
    """
    word, method = form.verdict, method_for(base.claim.kind)
    graded = word in verdicts_for(base.claim.kind) and form.carrying is not None
    by_hand = base.claim.kind == Claim.Kind.DIAGNOSIS
    if not graded or by_hand or form.certainty(method) == Certainty.VERY_LOW:
        return
    findings = findings_of(base, form, items)
    for sentence in word_refusals(word, findings, form.explanation):
        yield Problem("verdict", sentence)


def _target_problems(form: GradeForm) -> list[Problem]:
    if not form.target:
        why = "Say what the certainty is of: any effect, more, or little."
        return [Problem("target", why)]
    if form.target == Grade.Target.ABOVE_THRESHOLD and not form.threshold.strip():
        return [Problem("threshold", "State the threshold that is rated.")]
    return []


def _verdict_draft(
    base: EvidenceBase, form: GradeForm, items: list[EvidenceItem]
) -> VerdictDraft:
    """The form and its base as the rules of verdicts take them."""
    method = method_for(base.claim.kind)
    carrying = form.carrying
    rated = {}
    if carrying is not None:
        rated = {
            **carrying.arguments(),
            "start": carrying.start,
            "override": carrying.override_why,
        }
    return VerdictDraft(
        method=method,
        verdict=form.verdict,
        certainty=form.certainty(method),
        kind=base.claim.kind,
        cant_say_because=form.cant_say_because,
        leaning=form.leaning,
        base_frozen=base.is_frozen,
        scope=base.scope,
        read_at_source=len(rated_results(items)),
        records=[item.passage.reference.type for item in items if item.passage_id],
        query=base.query,
        searched_on=base.searched_on,
        **rated,
    )


def included_items(base: EvidenceBase) -> list[EvidenceItem]:
    """The items of a base that count, with what they are of."""
    return list(
        EvidenceItem.objects.filter(base=base, decision="included")
        .select_related("result__study", "result__outcome", "passage__reference")
        .order_by("id")
    )


def rated_results(items: Iterable[EvidenceItem]) -> list[Result]:
    """The results that GRADE rates among the included items of a base."""
    results = [item.result for item in items if item.result_id]
    return [result for result in results if result.is_rated]


def _carried_errors(form: GradeForm) -> tuple[str, ...]:
    return form.carrying.rating().errors if form.carrying else ()


def _group_problems(form: GradeForm) -> list[Problem]:
    """What is wrong with each group of designs; the others' sentences name theirs."""
    found = []
    for group in form.groups:
        designs = (
            "" if group.carries else f"{GradeGroup.Designs(group.designs).label}: "
        )
        for code in group.rating().errors:
            field = f"groups.{group.designs}.{code.partition(':')[2]}"
            if code.startswith("upgrade_not_permitted"):
                field = f"groups.{group.designs}.override_why"
            sentence = designs.capitalize() + explain_error(code)
            found.append(Problem(field, sentence))
    if sum(group.carries for group in form.groups) > 1:
        found.append(Problem("carries", "The verdict rests on one group of designs."))
    return found


def _lead_problems(base: EvidenceBase) -> Iterator[Problem]:
    """What the beginning of the sentence lacks, as a review without a year."""
    try:
        lead_of(base)
    except ValueError as error:
        yield Problem("sentence", str(error))


def _note_problems(base: EvidenceBase, form: GradeForm) -> Iterator[Problem]:
    """What the grader's own words may not say, and at what length."""
    if len(form.note) > MOST_IN_A_NOTE:
        yield Problem(
            "note",
            f"The note has {len(form.note)} characters; at most {MOST_IN_A_NOTE} are "
            "printed. The explanation has room for the rest.",
        )
    refused = overclaims(form.note)
    if refused:
        words = ", ".join(f"“{word}”" for word in refused)
        yield Problem(
            "note", f"The note says more than evidence can hold: put {words} otherwise."
        )
    certainty = form.certainty(method_for(base.claim.kind))
    surer = hedges_of_more(form.note, certainty)
    if surer:
        words = ", ".join(f"“{word}”" for word in surer)
        yield Problem(
            "note",
            f"The note says {words}, and the certainty is not moderate: say “may”.",
        )


def _reading_problems(form: GradeForm, items: list[EvidenceItem]) -> list[Problem]:
    by_id = {item.pk: item for item in items}
    read = {reading.item for reading in form.readings if reading.bearing}
    found = [
        Problem(f"readings.{pk}", f"{_label(item)}: say what it shows of the claim.")
        for pk, item in by_id.items()
        if pk not in read
    ]
    if read - set(by_id):
        why = "Only included items of this base are read."
        found.append(Problem("readings", why))
    return found


def _label(item: EvidenceItem) -> str:
    return item.result.study.label if item.result_id else item.passage.reference.title


# --- which designs a rating is of ---


def _design_problems(form: GradeForm, items: list[EvidenceItem]) -> Iterator[Problem]:
    """Groups of designs that the base has no study of, and weak ones rated high."""
    rated = rated_results(items)
    there = {result.design_group for result in rated}
    for group in form.groups:
        if group.designs not in there:
            words = GradeGroup.Designs(group.designs).label
            yield Problem(
                f"groups.{group.designs}",
                f"No included study read at its source is {words}.",
            )
    carrying = form.carrying
    weak = all(one.study.design in NEEDS_REASON_ABOVE_VERY_LOW for one in rated)
    if carrying is None or not weak or carrying.override_why.strip():
        return
    if str(carrying.rating().certainty) != "very_low":
        yield Problem(
            f"groups.{carrying.designs}.override_why",
            "Single-arm trials, case series and case reports alone are rated above "
            "very low only with a written reason.",
        )


def _margin_problems(base: EvidenceBase, form: GradeForm) -> Iterator[Problem]:
    claim = base.claim
    if claim.asserts not in BY_MARGIN or claim.margin is not None:
        return
    if claim.asserts == Claim.Asserts.AT_LEAST_AS_GOOD and form.verdict != "cant_say":
        yield Problem(
            "verdict",
            "“At least as good” is judged against a margin, and the claim states none: "
            "no significant difference is not “as good as”.",
        )
    elif form.verdict == ("contradicted" if claim.negated else "supported"):
        yield Problem(
            "verdict",
            "Without a margin on the claim nobody can say what counts as little "
            "difference, so none is shown: state the margin in the claim’s question.",
        )
