"""Asking for a review of a sentence, and what becomes of it."""

import hashlib
from collections.abc import Iterable

from accounts.models import User
from claims.models import Ask, Claim
from core.actions import action, save
from core.errors import Refused
from texts.titles import normalise_title

MOST_CHARACTERS = 1000  # of a sentence
MOST_ASKS = 50  # of one person that are open at once


@action
def ask_for_review(*, sentence: str, question: str, by: User, reason: str = "") -> Ask:
    """Ask for a review of a sentence, once a person; ``question`` are its terms.

    Nothing else of the text it stands in is stored. Where a claim was made of the
    sentence already, the ask is the claim's.
    """
    sentence = " ".join(sentence.split())
    if len(sentence) > MOST_CHARACTERS:
        raise Refused(f"A sentence of at most {MOST_CHARACTERS:,} characters, please.")
    if by.asks.filter(claim=None).count() >= MOST_ASKS:
        raise Refused(f"You have {MOST_ASKS} open asks; take one back first.")
    key = key_of(sentence)
    known = Claim.objects.current().filter(asks__sentence_sha256=key).first()
    if known and by.asks.filter(claim=known).exists():
        raise Refused("You have asked for a review of this claim.")
    return save(
        Ask(
            by=by,
            sentence=sentence,
            sentence_sha256=key,
            question=" ".join(question.split())[:300],
            claim=known,
        )
    )


@action
def take_back_ask(*, ask: Ask, by: User, reason: str = "") -> None:
    """Take one's own ask back."""
    if ask.by_id != by.pk:
        raise Refused("This is somebody else’s ask.")
    ask.delete()


@action
def move_asks(
    *, claim: Claim, sentences: Iterable[str], by: User, reason: str = ""
) -> int:
    """Make what was asked for of some sentences the claim's; how many asks moved.

    Who asked for two of its sentences has asked for the claim once.
    """
    keys = [key_of(sentence) for sentence in sentences if sentence.strip()]
    have = set(claim.asks.values_list("by", flat=True))
    moved = 0
    for ask in Ask.objects.filter(claim=None, sentence_sha256__in=keys).order_by("pk"):
        if ask.by_id in have:
            ask.delete()
        else:
            save(ask, claim=claim)
            have.add(ask.by_id)
            moved += 1
    return moved


def key_of(sentence: str) -> str:
    """What two asks of one sentence share: a hash of its words."""
    return hashlib.sha256(normalise_title(sentence).encode()).hexdigest()
