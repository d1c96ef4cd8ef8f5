"""The roof: no tables, only the checks of how the settings fit together."""

from django.apps import AppConfig

from config import checks  # noqa: F401  importing registers them


class ConfigConfig(AppConfig):
    """Settings, addresses and what starts Footing."""

    name = "config"
