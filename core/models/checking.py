"""A row's check constraints, asked of the database before it is stored.

Django asks for each by itself, in three statements: a row of twenty constraints was
sixty of them, and most of the time that a form took.
"""

from collections.abc import Collection

from django.core.exceptions import FieldError
from django.db import DEFAULT_DB_ALIAS, DatabaseError, models, transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.sql import Query
from django.db.models.sql.constants import SINGLE

Checks = list[models.CheckConstraint]


def is_check(constraint: models.BaseConstraint) -> bool:
    """Whether a constraint is a condition on one row's own values."""
    return isinstance(constraint, models.CheckConstraint)


def broken_checks(row: models.Model, exclude: Collection[str] | None = None) -> Checks:
    """The checks of its table that a row does not meet (one query).

    Those of fields in ``exclude`` are not asked, nor is anything that the database
    cannot work out, such as a number too large: it refuses that when it is stored.
    """
    asked = _Asked(row, exclude)
    checks = filter(is_check, row._meta.constraints)
    checks = [check for check in checks if asked.add(check)]
    answers = asked.answers() if checks else ()
    return [check for check, holds in zip(checks, answers, strict=True) if not holds]


class _Asked:
    """One question to the database: which conditions hold of a row's values."""

    def __init__(self, row: models.Model, exclude: Collection[str] | None) -> None:
        self.query = Query(None)
        self.count = 0
        values = row._get_field_expression_map(meta=row._meta, exclude=exclude)
        for name, value in values.items():
            if not hasattr(value, "resolve_expression"):
                value = models.Value(value)
            self.query.add_annotation(value, name, select=False)

    def add(self, check: models.CheckConstraint) -> bool:
        """Ask for a check too; False where it is of a field that is left out."""
        condition = Coalesce(
            Q(check.condition), True, output_field=models.BooleanField()
        )
        try:
            self.query.add_annotation(condition, f"check_{self.count}")
        except FieldError:
            return False
        self.count += 1
        return True

    def answers(self) -> list[bool]:
        """Whether each holds; True for all where the database cannot say."""
        try:
            with transaction.atomic():
                compiler = self.query.get_compiler(using=DEFAULT_DB_ALIAS)
                return list(compiler.execute_sql(SINGLE))
        except DatabaseError:
            return [True] * self.count
