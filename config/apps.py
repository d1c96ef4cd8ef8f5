"""The roof: no tables, only the checks of how the settings fit together."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from config import checks  # noqa: F401  importing registers them
from config.layout import refuse_earlier_layout


class ConfigConfig(AppConfig):
    """Settings, addresses and what starts Footing."""

    name = "config"

    def ready(self) -> None:
        """Have each new connection looked at before it is used."""
        connection_created.connect(refuse_earlier_layout)
