"""What the pages of a round of any kind tell a person, and lets them do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.permissions import Permission, Visitor, can, kept_out
from accounts.round_forms import ReplacingForm, ReviewerForm
from accounts.rounds import Kind, may_know_progress
from core.errors import LostRace, NotAllowed, Refused
from core.forms import WhyForm
from core.models import AbstractRound
from core.pages import ask


@dataclass(frozen=True)
class Arranging:
    """How an editor arranges the places of one kind of round: its forms and actions."""

    reviewer: type[ReviewerForm]
    replacing: type[ReplacingForm]
    assign: Callable[..., Any]
    replace: Callable[..., Any]
    fewer: Callable[..., Any]
    call_off: Callable[..., Any]

    def forms(self, round: AbstractRound) -> dict[str, Any]:
        """The empty forms, by the step that each is sent for."""
        return {
            "assign": self.reviewer(auto_id="assign-%s"),
            "replace": self.replacing(round=round, auto_id="replace-%s"),
            "fewer": WhyForm(auto_id="fewer-%s"),
            "call_off": WhyForm(auto_id="off-%s"),
        }

    @property
    def steps(self) -> dict[str, Callable[[HttpRequest, AbstractRound], Any]]:
        """What takes each step; it returns the form where that was refused."""
        return {
            "assign": self._assign,
            "replace": self._replace,
            "fewer": self._fewer,
            "call_off": self._call_off,
        }

    def _assign(self, request: HttpRequest, round: AbstractRound) -> Any:
        form = self.reviewer(request.POST, auto_id="assign-%s")
        return ask(request, form, self.assign, done="The place is given.", round=round)

    def _replace(self, request: HttpRequest, round: AbstractRound) -> Any:
        form = self.replacing(request.POST, round=round, auto_id="replace-%s")
        done = "The place is taken away. What they had filled in stays theirs."
        return ask(request, form, self.replace, done=done, round=round)

    def _fewer(self, request: HttpRequest, round: AbstractRound) -> Any:
        form = WhyForm(request.POST, auto_id="fewer-%s")
        done = "The round does with one fewer."
        return ask(request, form, self.fewer, done=done, round=round)

    def _call_off(self, request: HttpRequest, round: AbstractRound) -> Any:
        form = WhyForm(request.POST, auto_id="off-%s")
        done = "The round is called off."
        return ask(request, form, self.call_off, done=done, round=round)


def kept_out_page(
    request: HttpRequest,
    subjects: Iterable[Model],
    title: str,
    back: tuple[str, str],
    *,
    give_back_at: str = "",
) -> HttpResponse | None:
    """The page for whom a conflict keeps from judging something; None for others.

    Said as the form is opened, and not once it is filled in. ``back`` is an address and
    the name of what is there; who has a place in a round gives it back at
    ``give_back_at``, so that the round does not wait for them.
    """
    refusal = kept_out(request.user, *subjects) if request.method == "GET" else None
    if refusal is None:
        return None
    context = {"title": title, "back": back, "refusal": refusal}
    context["give_back_at"] = give_back_at
    return render(request, "accounts/kept_out.html", context)


def waiting_round(
    kind: Kind, round: AbstractRound, user: Visitor, arranging: Arranging
) -> dict[str, Any]:
    """For ``_round_waits.html``: whom a round waits for, as far as they may know.

    The forms that arrange it come to whoever may.
    """
    told: dict[str, Any] = {"may_judge": can(user, arranging.replacing.to_judge)}
    if not may_know_progress(kind, round, user):
        return told
    places = kind.with_progress(round.assignments.all())
    told["places"] = list(places.select_related("reviewer").order_by("pk"))
    told["n"] = sum(place.is_in for place in told["places"])
    told["free"] = kind.free_places(round)
    if can(user, Permission.OPEN_ROUNDS):
        told |= arranging.forms(round)
    return told


def why_not_kept(kind: Kind, refusal: NotAllowed | Refused, desk: Any) -> str:
    """What a refusal to keep or hand in says, on the page of one's own place.

    What changed meanwhile is the draft: ``desk.place`` is it as it stands, so that the
    next try has seen it.
    """
    if isinstance(refusal, LostRace) and refusal.current is not None:
        desk.place = refusal.current
        return kind.changed_elsewhere
    return refusal.sentence
