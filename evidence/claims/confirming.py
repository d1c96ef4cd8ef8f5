"""A step that others will see: the page that says what follows, and asks once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from claims.models import Claim
from core.forms import Form
from core.pages import perform
from studies.models import Study


class StepForm(Form):
    """Why the step is taken, and which state of the claim the person saw."""

    reason = forms.CharField(label="Why", max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, request: HttpRequest, claim: Claim, *, optional: bool = False
    ) -> None:
        asked = request.POST if request.method == "POST" else None
        super().__init__(asked, initial={"revision": claim.revision})
        self.fields["reason"].required = not optional


@dataclass(frozen=True)
class Step:
    """What is asked: its title, what follows from it, and what of it is public.

    ``refused`` says why it cannot be taken now, ``without_report`` are studies whose
    reports are to be attached first. ``facts`` are those of the claim as it will read,
    shown above; ``back`` is where "Not now" leads; ``then`` are the value
    and the words of a second button, which takes the step and goes on.
    """

    title: str
    button: str
    follows: list[str]
    public: list[str]
    refused: str = ""
    without_report: Sequence[Study] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    back: str = ""
    then: tuple[str, str] | tuple[()] = ()


def taken(
    request: HttpRequest,
    claim: Claim,
    form: StepForm,
    action: Callable[..., Any],
    done: str,
) -> HttpResponse | None:
    """Take the step where it was confirmed, and lead to the claim with ``done``.

    None where nobody confirmed it yet, or it was refused: the form says why.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    if not perform(request, action, form=form, claim=claim, **form.cleaned_data):
        return None
    messages.success(request, done)
    return redirect("claim", claim.pk)


def ask_once(
    request: HttpRequest, claim: Claim, step: Step, form: StepForm | None = None
) -> HttpResponse:
    """The page on which a person takes the step; 422 where it was refused just now."""
    context = {
        "asked_of": claim,
        "step": step,
        "form": form,
        "claim": step.facts,
        "back": step.back or f"/claims/{claim.pk}/",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "evidence/claims/claim_confirm.html", context, status=status)
