"""What a service says of how much it may still be asked.

OpenAlex, "Authentication & rate limits": X-RateLimit-Limit, -Remaining and -Reset, the
last in seconds. What a service does not send is not known, and not guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,9})?", re.A)
_AN_INSTANT = 1e9  # seconds from now are fewer, seconds since 1970 are more


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a service grants, how much is left, and in how many seconds anew.

    Numbers are in the service's own unit; None is not stated.
    """

    limit: float | None = None
    remaining: float | None = None
    resets_in: float | None = None

    def __str__(self) -> str:
        """In words, as far as it is known."""
        if self.remaining is None:
            return "budget unknown"
        of = f" of {self.limit:,g}" if self.limit is not None else ""
        return f"{self.remaining:,g}{of} left{self._anew}"

    @property
    def _anew(self) -> str:
        if self.resets_in is None:
            return ""
        hours, minutes = divmod(round(self.resets_in / 60), 60)
        return (
            f", anew in {hours} h {minutes} min"
            if hours
            else f", anew in {minutes} min"
        )


def read_budget(headers: Mapping[str, str], now: float) -> Budget:
    """The budget that an answer's headers state; ``now`` in seconds since 1970."""
    reset = headers.get("X-RateLimit-Reset", "").strip()
    seconds = _number(reset)
    if seconds is None and reset:
        seconds = _until(reset, now)
    elif seconds is not None and seconds > _AN_INSTANT:
        seconds = max(0.0, seconds - now)
    return Budget(
        _number(headers.get("X-RateLimit-Limit", "")),
        _number(headers.get("X-RateLimit-Remaining", "")),
        seconds,
    )


def _number(stated: str) -> float | None:
    """A number; None where it is none, as of a list of several windows."""
    found = _NUMBER.fullmatch(stated.strip())
    return float(found[0]) if found else None


def _until(stated: str, now: float) -> float | None:
    """Seconds until an instant in ISO 8601."""
    try:
        at = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return max(0.0, (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() - now)
