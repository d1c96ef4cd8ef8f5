"""The question of a base: its own words, else the claim's; it closes with them."""

from typing import Any

from claims.models import Claim
from core.actions import save
from evidence.judged import ELEMENTS
from evidence.models import EvidenceBase


def asked_by(base: EvidenceBase) -> dict[str, str]:
    """The elements that a base asks for: its own, else the claim's."""
    return {name: getattr(base, name) or getattr(base.claim, name) for name in ELEMENTS}


def elements_of(claim: Claim) -> dict[str, str]:
    """The elements of a claim's question, as they stand."""
    return {name: getattr(claim, name) for name in ELEMENTS}


def question_about(claim: Claim, elements: dict[str, str]) -> dict[str, Any]:
    """A claim's whole question as the method reads it, with these elements."""
    rest = ("kind", "text", "asserts", "negated", "jurisdiction", "time_frame")
    return {
        **{name: getattr(claim, name) for name in rest},
        **claim.figures,
        **elements,
    }


def take_question(claim: Claim, before: dict[str, str]) -> None:
    """Let the claim's open base ask what the claim asks now, where it asked the same.

    ``before`` are the elements as they were. Only inside an action.
    """
    base = EvidenceBase.objects.filter(claim=claim, frozen_at=None).first()
    if base is None:
        return
    taken: dict[str, Any] = {
        name: words
        for name, words in elements_of(claim).items()
        if words != before[name] and getattr(base, name) in ("", before[name])
    }
    if taken:
        save(base, **taken)
