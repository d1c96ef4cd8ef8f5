"""A verdict as claims and their versions keep it, and what holds of it there."""

from dataclasses import dataclass, fields
from datetime import datetime

from django.db import models
from django.db.models import Q

from claims.words import CantSay, Certainty, Standing, Verdict

MOST_IN_A_NOTE = 300  # characters


@dataclass(frozen=True)
class GivenVerdict:
    """A verdict that was given on a claim, and who stands behind it.

    ``judged_at`` is when its grade was handed in, or its base frozen where the verdict
    follows by rule: which tells the grade and the base it was given on. ``sentence`` is
    what a reader sees first, composed by rule; ``note`` is the reviewer's beside it.
    """

    verdict: str = Verdict.NOT_GRADED
    certainty: str = Certainty.NOT_GRADED
    cant_say_because: str = CantSay.NONE
    standing: str = Standing.NONE
    scope: str = ""
    judged_at: datetime | None = None
    sentence: str = ""
    note: str = ""

    @property
    def by_rule(self) -> bool:
        """Whether there was nothing to grade, whoever stands behind it since."""
        return (
            self.verdict == Verdict.CANT_SAY and self.certainty == Certainty.NOT_GRADED
        )


NO_VERDICT = GivenVerdict()
GIVEN = tuple(field.name for field in fields(GivenVerdict))


def verdict_holds(table: str, prefix: str = "") -> list[models.CheckConstraint]:
    """What holds of a row's verdict, the columns of which begin with ``prefix``."""

    def where(**columns: str) -> Q:
        return Q(**{f"{prefix}{name}": value for name, value in columns.items()})

    ungraded = where(verdict="not_graded", certainty="not_graded", standing="")
    cant_say = where(verdict="cant_say")
    return [
        models.CheckConstraint(
            name=f"claims_{table}_{prefix}very_low_cant_say",
            condition=~where(certainty="very_low") | cant_say,
            violation_error_message="Very low certainty is always can’t say.",
        ),
        models.CheckConstraint(
            name=f"claims_{table}_{prefix}cant_say_why",
            condition=cant_say & ~where(cant_say_because="")
            | ~cant_say & where(cant_say_because=""),
            violation_error_message="Can’t say keeps its reason.",
        ),
        models.CheckConstraint(
            name=f"claims_{table}_{prefix}verdict_stands",
            condition=ungraded | ~where(verdict="not_graded") & ~where(standing=""),
            violation_error_message=(
                "A verdict has a standing; what is not graded has neither a standing "
                "nor a certainty."
            ),
        ),
    ]
