"""Whether a reference is retracted: the rule in Python and in SQL is one."""

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bibliography.models import Notice, Reference
from bibliography.notices.models import Noted, retraction_stands
from studies.models import Study
from tests import factories as make

pytestmark = pytest.mark.django_db

DAYS = st.sampled_from([None, "2020-01-01", "2020-01-02", "2020-01-03"])
NOTICES = st.lists(
    st.tuples(st.sampled_from(list(Notice.Kind)), DAYS, st.booleans()),
    max_size=5,
    unique_by=lambda notice: notice[:2],
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(notices=NOTICES)
def test_python_and_sql_agree_on_what_is_retracted(notices):
    reference = make.a_reference()
    study = make.a_study(main_report=reference)
    for kind, dated, withdrawn in notices:
        row = make.a_notice(reference=reference, kind=kind, dated=dated)
        if withdrawn:
            _taken_back(row)
    standing = Notice.objects.filter(reference=reference, withdrawn_at=None)
    said = retraction_stands(Noted(n.pk, n.kind, n.dated) for n in standing)
    assert Reference.objects.with_retracted().get(pk=reference.pk).is_retracted == said
    assert Reference.objects.retracted().filter(pk=reference.pk).exists() == said
    assert Study.objects.with_retracted().get(pk=study.pk).is_retracted == said


def test_a_retracted_follow_up_does_not_retract_the_study():
    study = make.a_study(main_report=make.a_reference())
    follow_up = make.a_report(study=study, role="follow_up").reference
    make.a_notice(reference=follow_up, kind="retraction")
    assert not Study.objects.with_retracted().get(pk=study.pk).is_retracted


def _taken_back(notice):
    Notice.objects.filter(pk=notice.pk).update(
        withdrawn_at=timezone.now(),
        withdrawn_by=make.an_editor(),
        withdrawn_reason="recorded in error",
    )
