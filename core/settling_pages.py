"""The page on which what several reviewers judged is settled, whatever they judge."""

from abc import ABC, abstractmethod
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from core.comparing import Settling, rows_of, settling_in, settling_of
from core.errors import LostRace, NotAllowed, Refused, goes_through
from core.keeping import keep_form, kept_form
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pages import step_of_form


class SettlingPage(ABC):
    """One request for the differences of an opened round; subclasses name the rest.

    ``shown`` has the ``round``, its ``parts``, whose they are in ``raters``, the
    ``consensus`` once there is one, and ``why`` some answers are none of those given.
    ``template`` is the page, ``outcome`` what prints what the settling comes to.
    """

    template: str
    outcome: str
    done: str

    def __init__(self, request: Any, shown: Any) -> None:
        self.request = request
        self.shown = shown

    # --- what each kind says for itself ---

    @abstractmethod
    def refuse_to_settle(self) -> None:
        """Raise NotAllowed or Refused unless this person may settle the round."""

    @abstractmethod
    def problems(self, settling: Settling) -> list[tuple[str, str]]:
        """What is wrong with a settling that is whole: part by name, and sentence."""

    @abstractmethod
    def submit(self, settling: Settling, **kept: Any) -> None:
        """Hand it in; the action takes ``by``, ``settled`` and ``reason``."""

    @abstractmethod
    def head(self) -> dict[str, Any]:
        """What the page prints above the differences."""

    @abstractmethod
    def comes_to(self, settling: Settling) -> dict[str, Any]:
        """What the settling comes to so far."""

    @property
    @abstractmethod
    def afterwards(self) -> str:
        """The address of the page that follows the handing in."""

    # --- what all share ---

    def respond(self) -> Any:
        """The answer to the request."""
        shown = self.shown
        if self.request.method == "POST":
            return self._step()
        if shown.consensus:
            return self._page(settling_of(shown.parts, shown.consensus.settled))
        mine = self.may_settle
        kept = kept_form(shown.round, self.request.user) if mine else None
        return self._page(settling_of(shown.parts, kept.said if kept else {}), kept)

    @cached_property
    def may_settle(self) -> bool:
        """Whether the page has a form for this person."""
        if self.shown.consensus or not self.request.user.is_authenticated:
            return False
        return goes_through(self.refuse_to_settle)

    def _step(self) -> Any:
        steps = {"save": self._save, "submit": self._submit}
        do = step_of_form(self.request)
        if do not in steps:
            raise Http404("There is nothing of that name to do with a round.")
        if not self.request.user.is_authenticated:
            raise NotAllowed("Sign in to settle a round.")
        self.refuse_to_settle()
        return steps[do](settling_in(self.shown.parts, self.request.POST))

    def _save(self, settling: Settling) -> Any:
        """Keep the draft; the page goes on where it is."""
        kept, not_saved = None, ""
        try:
            kept = keep_form(
                row=self.shown.round,
                said=settling.as_json(),
                by=self.request.user,
                revision=whole_number(self.request.POST.get("revision")),
            )
        except LostRace as lost:
            kept, not_saved = lost.current, lost.sentence
        if self.request.htmx:
            context = self._outcome(settling, kept, not_saved)
            return render(self.request, "_settling.html", context)
        if not_saved:
            return self._page(settling, kept, [("", not_saved)], 409)
        messages.success(self.request, "Your draft is saved. Nobody else sees it.")
        return redirect(self.request.path)

    def _submit(self, settling: Settling) -> Any:
        """Hand in what they agreed on, or show all that is wrong with it."""
        problems = list(settling.problems()) or self.problems(settling)
        if problems:
            return self._page(settling, problems=problems, status=422)
        try:
            self.submit(
                settling,
                by=self.request.user,
                settled=settling.as_json(),
                reason=self.shown.why(settling),
            )
        except Refused as refusal:
            status = 409 if isinstance(refusal, LostRace) else 422
            problems = [("", refusal.sentence)]
            return self._page(settling, problems=problems, status=status)
        messages.success(self.request, self.done)
        return redirect(page_asked_for(self.request) or self.afterwards)

    def _page(
        self,
        settling: Settling,
        kept: Any = None,
        problems: list[tuple[str, str]] | None = None,
        status: int = 200,
    ) -> Any:
        shown, agreed = self.shown, self.shown.consensus
        differing, agreeing = rows_of(settling, shown.raters, problems or [])
        context = {
            **self.head(),
            "round": shown.round,
            "raters": shown.raters,
            "differing": differing,
            "agreeing": agreeing,
            "problems": problems or [],
            "settled_by": agreed and agreed.reviewer,
            "settled_at": agreed and agreed.submitted_at,
            **self._outcome(settling, kept),
        }
        return render(self.request, self.template, context, status=status)

    def _outcome(
        self, settling: Settling, kept: Any = None, not_saved: str = ""
    ) -> dict[str, Any]:
        """What the settling comes to so far, and how far it is kept."""
        seen = whole_number(self.request.POST.get("revision")) or 0
        was_saved = kept is not None and self.request.method == "POST"
        return {
            **self.comes_to(settling),
            "settling": settling,
            "may_settle": self.may_settle,
            "outcome": self.outcome,
            # of the draft that the page was made of; 0 where there was none
            "revision": kept.revision if kept else seen,
            "saved_at": kept.kept_at if was_saved else None,
            "not_saved": not_saved,
        }
