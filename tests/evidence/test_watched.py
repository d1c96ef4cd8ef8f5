"""Every column that verdicts may rest on is compared, or is not and for a reason."""

from datetime import date

import pytest

from bibliography.models import Reference
from claims.models import Claim
from evidence.basis import basis_of
from evidence.basis.watched import NOT_BASIS, WATCHED
from evidence.judged import to_judge
from evidence.models import EvidenceBase, EvidenceItem, Passage
from studies.models import Arm, Outcome, Result, Study
from tests import factories as make

TABLES = [pytest.param(table, id=table.label) for table in WATCHED]
ROWS = {  # how a row of each table is reached from what a claim is judged by
    Claim: lambda claim, judged: claim,
    EvidenceBase: lambda claim, judged: judged.bases[claim.pk],
    EvidenceItem: lambda claim, judged: judged.items_of(claim.pk)[0],
    Result: lambda claim, judged: judged.items_of(claim.pk)[0].result,
    Study: lambda claim, judged: judged.items_of(claim.pk)[0].result.study,
    Outcome: lambda claim, judged: judged.items_of(claim.pk)[0].result.outcome,
    Passage: lambda claim, judged: judged.items_of(claim.pk)[1].passage,
}
OTHERS = {
    Arm: make.an_arm,
    Study: make.a_study,
    Outcome: make.an_outcome,
    Reference: lambda: make.a_reference(title="Another record"),
}
COMPARED = [
    pytest.param(table, id=table.label)
    for table in WATCHED
    if table.declared and table.model in ROWS
]


@pytest.mark.parametrize("table", TABLES)
def test_each_column_is_in_the_basis_or_not_with_a_reason(table):
    columns = {field.name for field in table.model._meta.concrete_fields}
    assert columns == table.in_basis | table.not_basis.keys()
    assert not table.in_basis & table.not_basis.keys()
    assert all(NOT_BASIS[table.model].values())


@pytest.mark.parametrize("table", TABLES)
def test_what_decides_is_a_column(table):
    assert set(table.decides) <= table.in_basis


@pytest.fixture
def claim(db):
    result = make.a_compiled_result(study=make.a_study(design="cohort"))
    passage = make.a_passage()
    return make.a_frozen_base(results=[result], passages=[passage]).claim


@pytest.mark.parametrize("table", COMPARED)
def test_another_value_is_another_basis(claim, table):
    claim = Claim.objects.get(pk=claim.pk)
    judged = to_judge({claim.pk: claim})
    then = basis_of(claim, judged)
    row = ROWS[table.model](claim, judged)
    compared = table.in_basis - set(table.decides)
    for field in table.model._meta.concrete_fields:
        if field.name in compared and not field.primary_key:
            value = getattr(row, field.name)
            setattr(row, field.name, another(field, value))
            assert basis_of(claim, judged) != then, field
            setattr(row, field.name, value)
    assert basis_of(claim, judged) == then


def another(field, value):
    """A value of a column that is not the one it has."""
    if field.is_relation:
        return OTHERS[field.related_model]()
    if field.choices:
        return next(code for code, _ in field.flatchoices if code and code != value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, list):
        return [*value, "rct"]
    if isinstance(value, date) or field.get_internal_type() == "DateField":
        return date(2001, 1, 1)
    return f"{value} otherwise" if isinstance(value, str) else (value or 0) + 1
