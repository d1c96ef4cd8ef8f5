"""When one person may check alone what several check or checked together."""

from django.db.models import Max, Sum

from articles.models import CitationSupport, Mention, MentionRound, WordingCheck
from core.errors import LostRace, Refused
from core.numbers import state_number


def state_of(mention: Mention) -> int:
    """Which state a check is made of: the mention, its verdict, and what counts on it.

    Another number for another state; four small queries at most.
    """
    verdict = mention.claim and mention.claim.versions.aggregate(Max("number"))
    answers = [
        model.objects.filter(mention=mention).aggregate(Sum("revision"))
        for model in (CitationSupport, WordingCheck)
    ]
    return state_number(mention.revision, mention.claim_id, verdict, answers)


def refuse_unseen(mention: Mention, state: int | None) -> None:
    """Raise LostRace where a mention's state is another than the one that was seen.

    Of two who check at once one waits here. Only inside an action.
    """
    locked = Mention.objects.select_for_update().get(pk=mention.pk)
    if state not in (None, state_of(locked)):
        raise LostRace(
            "The words, their verdict or what counts on them changed meanwhile; look "
            "at that first.",
            current=mention,
        )


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
