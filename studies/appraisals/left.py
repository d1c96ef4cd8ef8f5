"""What somebody goes on typing whose place in a round was taken away."""

from collections.abc import Mapping
from typing import Any

from accounts.models import User
from core.actions import action, save
from studies.models import StudyAssignment, StudyRound


@action
def keep_appraisal_for_oneself(
    *, round: StudyRound, draft: Mapping[str, Any], by: User, reason: str = ""
) -> StudyAssignment:
    """Keep a form for whoever has the place no more: theirs where they take one."""
    left = round.assignments.filter(reviewer=by).exclude(left_at=None)
    return save(left.get(), draft=dict(draft))
