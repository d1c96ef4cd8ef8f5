"""The pages of signing in: django-allauth's views, as far as they are wanted here."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.usersessions import views as sessions
from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.access import always_open, without_second_factor
from accounts.lockout import why_locked


def sends_mail():
    """Whether this site can send mail at all."""
    return bool(settings.EMAIL_URL)


# Before one is signed in.
sign_in = always_open(account.login)
inactive = always_open(account.account_inactive)
enter_code = always_open(second_factor.authenticate)
ask_for_reset = always_open(
    account.PasswordResetView.as_view(extra_context={"sends_mail": sends_mail})
)
reset_asked_for = always_open(account.password_reset_done)
reset = always_open(account.password_reset_from_key)
reset_done = always_open(account.password_reset_from_key_done)

# Whoever is signed in, also while a second factor is still to be set up.
sign_out = always_open(require_POST(account.logout))
password = without_second_factor(account.password_change)
first_password = without_second_factor(account.password_set)
confirm_password = without_second_factor(account.reauthenticate)
confirm_code = without_second_factor(second_factor.reauthenticate)
factor = without_second_factor(second_factor.index)
set_up = without_second_factor(totp.activate_totp)
take_off = without_second_factor(totp.deactivate_totp)
codes = without_second_factor(recovery_codes.view_recovery_codes)
new_codes = without_second_factor(recovery_codes.generate_recovery_codes)
codes_as_text = without_second_factor(recovery_codes.download_recovery_codes)
where_signed_in = without_second_factor(sessions.list_usersessions)


def locked_out(request, _response, credentials):
    """Say that a name is locked out from this address, and for how long."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    context = {"reason": why_locked(request, credentials), "minutes": minutes}
    return render(request, "429.html", context, status=429)
