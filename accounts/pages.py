"""Signing in and out, and changing one's password."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import PasswordChangeForm
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts.access import always_open
from accounts.actions import change_password
from accounts.forms import SignInForm
from accounts.lockout import why_locked
from core.navigation import page_asked_for


@always_open
@sensitive_post_parameters("password")
@never_cache
def sign_in(request):
    """The sign-in page; leads back to the page that asked for it."""
    next_page = safe_next(request)
    if request.user.is_authenticated:
        return redirect(next_page)
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(next_page)
    context = {"form": form, "next": next_page}
    return render(request, "accounts/sign_in.html", context)


@always_open
@require_POST
def sign_out(request):
    """End the session."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


@login_required
@sensitive_post_parameters()
@never_cache
def password(request):
    """Change one's own password."""
    form = PasswordChangeForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = form.cleaned_data["new_password1"]
        change_password(by=request.user, user=request.user, password=new)
        update_session_auth_hash(request, request.user)
        messages.success(request, "Your password is changed.")
        return redirect("password")
    return render(request, "accounts/password.html", {"form": form})


def locked_out(request, _response, credentials):
    """Say that a name is locked out from this address, and for how long."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    context = {"reason": why_locked(request, credentials), "minutes": minutes}
    return render(request, "429.html", context, status=429)


def safe_next(request):
    """The page to go on to, if it is one of ours."""
    return page_asked_for(request) or resolve_url(settings.LOGIN_REDIRECT_URL)
