"""The evidence app."""

from importlib import import_module

from django.apps import AppConfig
from django.db.migrations.operations import RunSQL
from django.db.migrations.operations.base import Operation


class EvidenceConfig(AppConfig):
    name = "evidence"
    last_operations_on = ("articles",)  # whose tables they need, beside its own

    def last_operations(self) -> list[Operation]:
        """What its first migration ends with: on tables of several floors."""
        row_sql = import_module("evidence.finding.row_sql")
        return [RunSQL(row_sql.make(), row_sql.drop())]
