"""When one person may check alone what several check or checked together."""

from articles.models import MentionRound
from core.errors import Refused


def round_at_it(asked: MentionRound) -> MentionRound | None:
    """The round that has the word on this; ``asked`` is one on the same, not stored.

    It waits for checks, or for what they agree on.
    """
    same = MentionRound.objects.of_same(asked).newest()
    return same.standing().unsettled().first()


def several_agreed(asked: MentionRound) -> bool:
    """Whether what counts on this is what several agreed on."""
    same = MentionRound.objects.of_same(asked)
    return same.filter(wanted__gt=1).still_counting().exists()


def refuse_beside_a_round(asked: MentionRound, reason: str) -> None:
    """Raise Refused where a round is at this, or agreed on it and no reason is said."""
    running = round_at_it(asked)
    if running is not None and running.is_open:
        raise Refused("All checks of a round are in; what they agree on decides this.")
    if running is not None:
        raise Refused(
            f"A round of {running.wanted} checks this; take a place in it, or wait."
        )
    if several_agreed(asked) and not reason.strip():
        raise Refused(
            "Several agreed on this: say why it is checked again.", field="reason"
        )
