"""Where editors invite people, and where those make their account."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts.access import always_open
from accounts.invitations.actions import (
    OPENS_NOTHING,
    accept_invitation,
    invitation_of,
    invite,
    revoke_invitation,
)
from accounts.invitations.forms import AcceptingForm, InvitationForm
from accounts.invitations.mail import link_to, teller
from accounts.models import Invitation, User
from accounts.permissions import Permission, require
from core.errors import Refused
from core.numbers import whole_number
from core.pages import perform, say_refused

MOST_SHOWN = 100


@login_required
@never_cache
def invitations(request):
    """Who was invited, and the form that invites; a link is shown this once."""
    require(request.user, Permission.MANAGE_PEOPLE)
    form = InvitationForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        tell = teller(request, form.cleaned_data)
        made = perform(request, invite, form=form, tell=tell, **form.cleaned_data)
        if made:
            fresh = InvitationForm(by=request.user)
            return _page(request, fresh, made=made, status=201)
    return _page(request, form, status=422 if form.is_bound else 200)


def _page(request, form, *, made=None, status):
    rows = Invitation.objects.select_related("invited_by", "account", "revoked_by")
    context = {
        "form": form,
        "made": made and made.invitation,
        "link": link_to(request, made.secret)
        if made and not made.invitation.mailed
        else "",
        "standing": rows.standing().order_by("-pk")[:MOST_SHOWN],
        "past": rows.exclude(pk__in=Invitation.objects.standing()).order_by("-pk")[
            :MOST_SHOWN
        ],
        "now": timezone.now(),
    }
    return render(
        request, "accounts/invitations/invitations.html", context, status=status
    )


@login_required
@require_POST
def revoke(request, invitation_id):
    """Let an invitation's link open nothing any more."""
    require(request.user, Permission.MANAGE_PEOPLE)
    row = get_object_or_404(Invitation, pk=invitation_id)
    seen = whole_number(request.POST.get("revision"))
    if perform(request, revoke_invitation, invitation=row, revision=seen):
        messages.success(request, f"The invitation of {row} opens nothing any more.")
    return redirect("invitations")


@always_open
@never_cache
@sensitive_post_parameters("password")
def accept(request, key):
    """Whoever was sent the link chooses a sign-in name and a password, and is in."""
    found = invitation_of(key)
    if found is None:
        return _nothing(request)
    if request.user.is_authenticated:
        context = {"invitation": found}
        return render(
            request, "accounts/invitations/signed_in.html", context, status=409
        )
    if request.method != "POST":
        form = AcceptingForm(initial={"display_name": found.display_name})
        return _form(request, form, found)
    form = AcceptingForm(request.POST)
    if not form.is_valid():
        return _form(request, form, found, 422)
    given = {**form.cleaned_data, "secret": key}
    try:
        user = accept_invitation(by=User.objects.system(), **given)
    except Refused as refusal:
        if refusal.sentence == OPENS_NOTHING:
            return _nothing(request)
        say_refused(form, refusal)
        return _form(request, form, found, 422)
    messages.success(request, f"Welcome, {user}. Your account is made.")
    entering = Login(user=user, redirect_url=reverse("profile"))
    return perform_password_login(request, {"username": user.username}, entering)


def _form(request, form, found, status=200):
    context = {"form": form, "invitation": found}
    return render(request, "accounts/invitations/accept.html", context, status=status)


def _nothing(request):
    context = {"sentence": OPENS_NOTHING}
    return render(request, "accounts/invitations/nothing.html", context, status=410)
