"""What holds of every row that repeats a verdict: claims and their versions."""

from django.db import models
from django.db.models import Q


def verdict_holds(table: str) -> list[models.CheckConstraint]:
    """What holds of every row that repeats a verdict: claims and their versions."""
    ungraded = Q(verdict="not_graded", certainty="not_graded", standing="")
    return [
        models.CheckConstraint(
            name=f"claims_{table}_very_low_cant_say",
            condition=~Q(certainty="very_low") | Q(verdict="cant_say"),
            violation_error_message="Very low certainty is always can’t say.",
        ),
        models.CheckConstraint(
            name=f"claims_{table}_cant_say_why",
            condition=Q(verdict="cant_say") & ~Q(cant_say_because="")
            | ~Q(verdict="cant_say") & Q(cant_say_because=""),
            violation_error_message="Can’t say keeps its reason.",
        ),
        models.CheckConstraint(
            name=f"claims_{table}_verdict_stands",
            condition=ungraded | ~Q(verdict="not_graded") & ~Q(standing=""),
            violation_error_message=(
                "A verdict has a standing; what is not graded has neither a standing "
                "nor a certainty."
            ),
        ),
    ]
