"""Who may come in, and what they may do."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    """People, their roles, and signing in."""

    name = "accounts"

    def ready(self) -> None:
        """Have the system account wherever the tables were made or emptied."""
        post_migrate.connect(ensure_system_account, sender=self)


def ensure_system_account(sender: AppConfig, using: str, **_: Any) -> None:
    """Make the account that commands and jobs act as, unless it is there."""
    sender.get_model("User").objects.using(using).get_or_create(
        is_system=True,
        defaults={
            "username": "system",
            "display_name": "Footing itself",
            "role": "admin",
            "password": "!",  # no password matches: nobody signs in as it
        },
    )
