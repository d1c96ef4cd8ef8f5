"""The basis of a verdict, read from rows."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from django.db.models import Model

from bibliography.models import Notice
from claims.models import Claim
from core.dataclass_json import field_types
from evidence.basis.declared import (
    COMPUTED,
    AppraisalBasis,
    BaseBasis,
    Basis,
    ClaimBasis,
    FiguresBasis,
    JudgementBasis,
    NoticeBasis,
    OutcomeBasis,
    PassageBasis,
    ReadingBasis,
    ReferenceBasis,
    ResultBasis,
    StudyBasis,
    appraised_as,
)
from evidence.judged import (
    Items,
    Judged,
    Notices,
    bearing_of,
    designs_of,
    directness_of,
    is_retracted,
)
from evidence.models import EvidenceItem
from studies.appraisals.agreed import Agreed
from studies.models import Result
from studies.results.consistency import unanswered

T = TypeVar("T")


def basis_of(claim: Claim, judged: Judged) -> Basis:
    """What a verdict on the claim rests on, from the rows it is judged by."""
    base = judged.bases.get(claim.pk)
    items = [item for item in judged.items_of(claim.pk) if item.decision == "included"]
    results = {item.result_id: item for item in items if item.result_id}
    passages = {item.passage_id: item for item in items if item.passage_id}
    rows = [item.result for item in results.values()]
    studies = {row.study_id: row.study for row in rows}
    notices = judged.items.notices
    return Basis(
        claim=claim_basis(claim),
        base=_with_figures(BaseBasis, base) if base else None,
        results=tuple(map(_result, _in_order(results))),
        passages=tuple(map(_passage, _in_order(passages))),
        studies=tuple(_study(row, notices) for row in _in_order(studies)),
        references=_references(results.values(), passages.values(), notices),
        outcomes=tuple(
            _copied(OutcomeBasis, row)
            for row in _in_order({row.outcome_id: row.outcome for row in rows})
        ),
        computed=COMPUTED,
        appraisals=_appraisals(rows, judged.items),
    )


def claim_basis(claim: Claim) -> ClaimBasis:
    """The claim's words and its question, as they are compared."""
    return _with_figures(ClaimBasis, claim)


def _with_figures(declared: type[T], row: Model) -> T:
    return _copied(declared, row, figures=_copied(FiguresBasis, row))


def _in_order(rows: dict[int, T]) -> Iterable[T]:
    return (rows[id] for id in sorted(rows))


def _result(item: EvidenceItem) -> ResultBasis:
    result = item.result
    return _copied(
        ResultBasis,
        result,
        designs=designs_of(result) or "",
        read_at_source=result.is_at_source,
        unanswered=unanswered(result, result.study.design),
        reading=_reading(item),
    )


def _passage(item: EvidenceItem) -> PassageBasis:
    return _copied(PassageBasis, item.passage, reading=_reading(item))


def _reading(item: EvidenceItem) -> ReadingBasis:
    matches = {f"{name}_match": word for name, word in directness_of(item).items()}
    return ReadingBasis(bearing=bearing_of(item), **matches)


def _study(study: Any, notices: Notices) -> StudyBasis:
    standing = notices.of_study.get(study.pk, [])
    return _copied(
        StudyBasis,
        study,
        retracted=is_retracted(standing),
        notices=_notices(standing),
    )


def _references(
    results: Iterable[EvidenceItem], passages: Iterable[EvidenceItem], notices: Notices
) -> tuple[ReferenceBasis, ...]:
    compiled = {item.result.compiled_from_id for item in results} - {None}
    quoted = {item.passage.reference_id for item in passages}
    return tuple(
        ReferenceBasis(id, _notices(notices.of_reference.get(id, [])))
        for id in sorted(compiled | quoted)
    )


def _appraisals(results: Iterable[Result], items: Items) -> tuple[AppraisalBasis, ...]:
    agreed = {one.id: one for row in results for one in items.appraisals_of(row)}
    return tuple(sorted(map(_appraisal, agreed.values()), key=appraised_as))


def _appraisal(agreed: Agreed) -> AppraisalBasis:
    answers = agreed.answers if agreed.is_by_item else {}
    return AppraisalBasis(
        study=agreed.study,
        result=agreed.result,
        instrument=agreed.tool.key,
        version=agreed.tool.version,
        variant=agreed.variant,
        overall=agreed.overall,
        judgements=_judged(agreed.by_domain),
        answers=_judged(answers),
    )


def _judged(words: Mapping[str, str]) -> tuple[JudgementBasis, ...]:
    return tuple(JudgementBasis(of, words[of]) for of in sorted(words) if words[of])


def _notices(rows: Iterable[Notice]) -> tuple[NoticeBasis, ...]:
    kinds = {row.pk: row.kind for row in rows}
    return tuple(NoticeBasis(id, kinds[id]) for id in sorted(kinds))


def _copied(declared: type[T], row: Model, **given: Any) -> T:
    """The declaration filled with the row's columns of the same names."""
    columns = _columns(declared, type(row))
    values = {name: _plain(getattr(row, column)) for name, column in columns.items()}
    return declared(**values, **given)


@cache
def _columns(declared: type, model: type[Model]) -> dict[str, str]:
    """Where a row holds each field's value; a foreign key's is the id."""
    own = {field.name: field.attname for field in model._meta.concrete_fields}
    return {name: own[name] for name in field_types(declared) if name in own}


def _plain(value: Any) -> Any:
    """A column's value as a basis holds it: a day as ISO text, a list as a tuple."""
    if isinstance(value, list):
        return tuple(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
