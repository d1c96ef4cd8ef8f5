"""Whether a study is retracted: the rule in Python and in SQL is one."""

import pytest

from evidence.judged import is_retracted, notices_on
from studies.models import Report, Study
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Report.Role)
@pytest.mark.parametrize("kind", ["retraction", "correction"])
def test_python_and_sql_agree_on_which_study_is_retracted(role, kind):
    report = make.a_report(role=role)
    make.a_notice(reference=report.reference, kind=kind)
    study = Study.objects.with_retracted().get(pk=report.study_id)
    notices = notices_on(studies={study.pk}, references=set()).of_study[study.pk]
    assert is_retracted(notices) == study.is_retracted
    assert study.is_retracted == (role == "main" and kind == "retraction")
