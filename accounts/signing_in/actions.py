"""What is written while somebody signs in or tries to."""

from collections.abc import Callable

from accounts.models import User
from core.actions import action


@action
def send_reset_links(*, by: User, send: Callable[[], str], reason: str = "") -> str:
    """Put all mails of one request for a new password in line; ``send`` writes them."""
    return send()
