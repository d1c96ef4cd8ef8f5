"""What the page of a waiting round of any kind tells a person, and lets them do."""

from typing import Any

from accounts.permissions import Permission, Visitor, can
from accounts.rounds import Kind, may_know_progress
from core.forms import WhyForm
from core.models import AbstractRound


def waiting_round(
    kind: Kind, round: AbstractRound, user: Visitor, replacing: type[Any]
) -> dict[str, Any]:
    """For ``_round_waits.html``: whom a round waits for, as far as they may know.

    ``replacing`` is the form that takes a place away; it comes to whoever may arrange.
    """
    told: dict[str, Any] = {"may_judge": can(user, replacing.to_judge)}
    if not may_know_progress(kind, round, user):
        return told
    places = kind.with_progress(round.assignments.all())
    told["places"] = list(places.select_related("reviewer").order_by("pk"))
    told["n"] = sum(place.is_in for place in told["places"])
    told["free"] = kind.free_places(round)
    if can(user, Permission.OPEN_ROUNDS):
        told["replace"] = replacing(round=round, auto_id="replace-%s")
        told["call_off"] = WhyForm(auto_id="off-%s")
    return told
