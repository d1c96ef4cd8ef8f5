"""What keeps a grade's form from being handed in, all of it at once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.claims.verdict import MOST_IN_A_NOTE
from claims.words import Certainty, ClaimKind, Strength, Verdict
from evidence.bases.proposing import lead_of
from evidence.bases.reading import sizes_begin
from evidence.bases.ready import question_of
from evidence.grades.checking import checked_problems
from evidence.grades.draft import GradeForm, GroupForm
from evidence.grades.findings import Evidence, deciding, findings_of
from evidence.grades.weighing import group_problems, reading_problems, which
from evidence.method import (
    GRADE_METHODS,
    OF_RATIO,
    READING_METHODS,
    Problem,
    VerdictDraft,
    explain_error,
    hedges_of_more,
    is_of_something_else,
    method_for,
    more_than_asked,
    overclaims,
    overclaims_as_reason,
    said_shares,
    says_otherwise,
    says_too_much,
    size_refusal,
    too_much_to_affirm,
    uncalled,
    unnamed,
    verdict_problems,
    verdicts_for,
    word_refusals,
)
from evidence.models import ClaimRound, EvidenceBase, Grade
from evidence.words import Domain
from studies.effects import RATIOS

_A_WORD = re.compile(r"[^\W\d_]{3}")
_AGAIN = (
    "Several graded this evidence and agreed: write in the explanation why it is "
    "graded again."
)


def problems(base: EvidenceBase, form: GradeForm) -> list[str]:
    """Sentences for all that is wrong with a form on a base; empty if nothing."""
    found = placed_problems(Evidence.of(base), form)
    return [problem.sentence for problem in found]


def placed_problems(evidence: Evidence, form: GradeForm) -> list[Problem]:
    """All that is wrong with a form on what a base includes, each beside its field."""
    method = method_for(evidence.claim.kind)
    try:
        found = _verdict_problems(evidence, form)
        found += _claim_problems(evidence, form)
        if method in READING_METHODS:
            found += reading_problems(evidence, form)
        if method in GRADE_METHODS:
            found += [*_lead_problems(evidence.base), *group_problems(evidence, form)]
            found += [*_target_problems(form), *_word_problems(evidence, form)]
        else:
            found += checked_problems(evidence, form) if form.verdict else []
            Strength(form.strength)
        found += _note_problems(evidence, form)
    except ValueError as error:
        return [Problem("verdict", f"{error}.")]
    return list(dict.fromkeys(found))


def round_problems(
    round: ClaimRound, evidence: Evidence, form: GradeForm
) -> list[Problem]:
    """All that keeps a form from being handed in to a round, each beside its field.

    A grade alone on a base that several graded says why: it would take the place of
    what they agreed on, and nobody could read the reason.
    """
    found = placed_problems(evidence, form)
    if round.wanted == 1 and not form.explanation.strip():
        several = ClaimRound.objects.filter(base=round.base_id, wanted__gt=1).opened()
        found += [Problem("explanation", _AGAIN)] if several.exists() else []
    return found


def _verdict_problems(evidence: Evidence, form: GradeForm) -> list[Problem]:
    """What the rules of verdicts and of ratings refuse; ValueError for other words."""
    rated = _group_problems(form)
    if not form.verdict:
        return [*rated, Problem("verdict", "Choose a verdict.")]
    said = {explain_error(code) for code in _carried_errors(form)}
    sentences = verdict_problems(_verdict_draft(evidence, form))
    return rated + [Problem("verdict", one) for one in sentences if one not in said]


def _claim_problems(evidence: Evidence, form: GradeForm) -> Iterator[Problem]:
    """What the claim's words, as they are now, keep from standing beside them."""
    asked = question_of(evidence.base)
    yield from too_much_to_affirm(evidence.claim.text, form.verdict)
    yield from more_than_asked(asked, form.verdict, form.size_class)
    if words := says_otherwise(asked):
        yield Problem(
            "verdict",
            f"The claim says “{words}”, which its question does not: put the claim in "
            "other words, or copy the base and mend the question.",
        )
    is_rated = method_for(evidence.claim.kind) in GRADE_METHODS
    says = is_rated and form.verdict != Verdict.CANT_SAY
    if says and is_of_something_else(asked):
        names = " nor ".join(f"“{name}”" for name in unnamed(asked))
        yield Problem(
            "verdict",
            f"The claim names neither {names}, which is what was judged: put the claim "
            "in other words, or copy the base and mend the question.",
        )
    elif says and form.carrying is not None:
        yield from _uncalled(asked, form.carrying)


def _uncalled(asked: Mapping[str, Any], group: GroupForm) -> Iterator[Problem]:
    """What a claim has other words for, which the reason for indirectness quotes."""
    domain = Domain.INDIRECTNESS
    for name in uncalled(asked, group.why.get(domain, "")):
        yield Problem(
            f"groups.{group.designs}.{domain}",
            f"{domain.capitalised}: the claim’s words don’t name “{name}”, which is "
            "what was judged. Put the claim in other words; or, where it calls it "
            "otherwise, write so here, with its own words in quotation marks.",
        )


def _word_problems(evidence: Evidence, form: GradeForm) -> Iterator[Problem]:
    """Words that the readings and the pooled line do not leave open.

    Accuracy studies have no line, so a verdict on a test is the grader's, with a
    reason. With very low certainty another rule leaves can't say alone.
    """
    word, kind = form.verdict, evidence.claim.kind
    graded = word in verdicts_for(kind) and form.carrying is not None
    if not graded or form.certainty(method_for(kind)) == Certainty.VERY_LOW:
        return
    if kind == ClaimKind.DIAGNOSIS:
        if not form.explanation.strip():
            why = (
                "A test’s accuracy is judged by a person: write why in the explanation."
            )
            yield Problem("explanation", why)
        yield from _shares_unexplained(evidence, form)
        return
    findings = findings_of(evidence, form)
    for sentence in word_refusals(word, findings, form.explanation):
        yield Problem("verdict", sentence)
    yield from _size_problems(evidence, form)


def _shares_unexplained(evidence: Evidence, form: GradeForm) -> Iterator[Problem]:
    """How often a test is said to find it, where no explanation takes that up."""
    if form.verdict != Verdict.SUPPORTED:
        return
    explained = form.explanation.casefold()
    for said in said_shares(evidence.claim.text):
        if said.words not in explained:
            yield Problem(
                "explanation",
                f"The claim says “{said.words}”: write in the explanation, with these "
                "words, how the figures bear it out.",
            )


def _size_problems(evidence: Evidence, form: GradeForm) -> Iterator[Problem]:
    """A size that the estimate of the figure that decides does not have."""
    if not form.size_class:
        return
    designs = form.carrying.designs
    figure = deciding(evidence, designs, evidence.counted(form, designs))
    if figure is None or figure.numbers.estimate is None:
        return
    numbers = figure.numbers
    begins = sizes_begin(evidence.figures, numbers.metric, numbers.unit)
    if not begins and form.size_class in OF_RATIO and numbers.metric in RATIOS:
        begins = OF_RATIO
    if why := size_refusal(form.size_class, abs(numbers.estimate), begins):
        yield Problem("size_class", why)


def _target_problems(form: GradeForm) -> list[Problem]:
    if not form.target:
        why = "Say what the certainty is of: any effect, more, or little."
        return [Problem("target", why)]
    if form.target == Grade.Target.ABOVE_THRESHOLD and not form.threshold.strip():
        return [Problem("threshold", "State the threshold that is rated.")]
    return []


def _verdict_draft(evidence: Evidence, form: GradeForm) -> VerdictDraft:
    """The form and its base as the rules of verdicts take them."""
    base, carrying = evidence.base, form.carrying
    method = method_for(base.claim.kind)
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
        base_frozen=base.is_frozen,
        scope=base.scope,
        counting=len(evidence.rated),
        **rated,
    )


def _carried_errors(form: GradeForm) -> tuple[str, ...]:
    return form.carrying.rating().errors if form.carrying else ()


def _group_problems(form: GradeForm) -> list[Problem]:
    """What is wrong with each group of designs; the others' sentences name theirs."""
    found = []
    for group in form.groups:
        for code in group.rating().errors:
            field = f"groups.{group.designs}.{code.partition(':')[2]}"
            if code.startswith("upgrade_not_permitted"):
                field = f"groups.{group.designs}.override_why"
            found.append(Problem(field, which(group) + explain_error(code)))
    if sum(group.carries for group in form.groups) > 1:
        found.append(Problem("carries", "The verdict rests on one group of designs."))
    return found


def _lead_problems(base: EvidenceBase) -> Iterator[Problem]:
    """What the beginning of the sentence lacks, as a review without a year."""
    try:
        lead_of(base)
    except ValueError as error:
        yield Problem("sentence", str(error))


def _note_problems(evidence: Evidence, form: GradeForm) -> Iterator[Problem]:
    """What the grader's own words may not say, and at what length."""
    if len(form.note) > MOST_IN_A_NOTE:
        yield Problem(
            "note",
            f"The note has {len(form.note)} characters; at most {MOST_IN_A_NOTE} are "
            "printed. The explanation has room for the rest.",
        )
    for field in ("note", "explanation", "threshold"):
        yield from _overclaimed(field, f"The {field}", overclaims(getattr(form, field)))
    for field, what, text in _reasons(form):
        yield from _overclaimed(field, what, overclaims_as_reason(text))
        if text.strip() and not _A_WORD.search(text):
            yield Problem(field, f"{what} says nothing: write it in words.")
    certainty = form.certainty(method_for(evidence.claim.kind))
    surer = hedges_of_more(form.note, certainty)
    if surer:
        words = ", ".join(f"“{word}”" for word in surer)
        yield Problem(
            "note",
            f"The note says {words}, and the certainty is not moderate: say “may”.",
        )


def _overclaimed(field: str, what: str, refused: Sequence[str]) -> Iterator[Problem]:
    if refused:
        yield Problem(field, says_too_much(what, refused))


def _reasons(form: GradeForm) -> Iterator[tuple[str, str, str]]:
    """The reasons for levels and readings: where, what each is called, and the text."""
    for group in form.groups:
        of = f"groups.{group.designs}"
        yield f"{of}.override_why", "The reason for rating up", group.override_why
        for name, text in group.why.items():
            what = f"The reason for {name.replace('_', ' ')}"
            yield f"{of}.{name}", what, text
    for reading in form.readings:
        yield f"readings.{reading.item}", "The reason for a reading", reading.why
