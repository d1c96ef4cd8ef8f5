"""Whether there is something to grade in a result: in Python and in SQL alike."""

import pytest
from django.db import connection

from studies.models import Result, Study
from studies.results.models import rated_sql
from tests import factories as make

pytestmark = pytest.mark.django_db

ONE_OF_EACH = [
    (design, provenance) for design in Study.Design for provenance in Result.Provenance
]


def test_python_and_sql_agree_on_what_is_rated():
    compiled_from = make.a_reference()
    for design, provenance in ONE_OF_EACH:
        make.a_result(
            study=make.a_study(design=design),
            provenance=provenance,
            compiled_from=compiled_from if provenance == "compiled" else None,
        )
    results = Result.objects.select_related("study")
    rated = {result.pk for result in results if result.is_rated}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.id FROM studies_result r JOIN studies_study s "
            f"ON s.id = r.study_id WHERE {rated_sql('r', 's')}"
        )
        assert {row[0] for row in cursor.fetchall()} == rated
    assert 0 < len(rated) < len(ONE_OF_EACH)


@pytest.mark.parametrize(
    ("provenance", "at_source"),
    [("primary", True), ("compiled", True), ("second_hand", False)],
)
def test_only_a_second_hand_result_was_not_read_at_its_source(provenance, at_source):
    assert Result(provenance=provenance).is_at_source == at_source
