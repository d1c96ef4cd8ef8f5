"""A time and the arms tell two results of a study apart, where both state them."""

import pytest
from django.db import IntegrityError, transaction

from evidence.bases.items import add_item
from tests import factories as make

pytestmark = pytest.mark.django_db
WEEKS = {"time_unit": "weeks"}


def two(study, one, other):
    """Two results of a study, as the pages and as the database take them in a base."""
    outcome = make.an_outcome()
    results = [
        make.a_result(study=study, outcome=outcome, **each) for each in (one, other)
    ]
    base = make.a_base()
    decided = [
        add_item(base=base, result=row, decision="included", by=make.a_reviewer())
        for row in results
    ]
    return {item.decision for item in decided}, freezes(results)


def freezes(results):
    try:
        with transaction.atomic():
            make.a_frozen_base(results=results)
    except IntegrityError:
        return False
    return True


def test_times_and_arms_tell_results_apart_in_python_and_in_sql():
    study = make.a_study()
    low, high, none = (make.an_arm(study=study, name=f"Arm {n}") for n in range(3))
    twelve = {"time_value": 12.0, **WEEKS}
    cases = [
        ("twice", {}, {}, False),
        ("two times", twelve, {"time_value": 24.0, **WEEKS}, True),
        ("two units", twelve, {"time_value": 12.0, "time_unit": "days"}, True),
        ("one time unsaid", twelve, {}, False),
        (
            "two arms",
            {"arm_1": low, "arm_2": none},
            {"arm_1": high, "arm_2": none},
            True,
        ),
        ("arms unsaid", {"arm_1": low, "arm_2": none}, {}, False),
    ]
    found = [
        (what, *two(study, one, other), apart) for what, one, other, apart in cases
    ]
    wrong = [
        each
        for each in found
        if (each[1] == {"included"}, each[2]) != (each[3], each[3])
    ]
    assert wrong == []
