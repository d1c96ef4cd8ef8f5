"""The addresses of the account pages, of one's tokens and one's jobs.

Those of signing in carry the names by which django-allauth finds them.
"""

from django.urls import include, path, re_path

from accounts.invitations import pages as invitations
from accounts.jobs import pages as jobs
from accounts.people import pages as people
from accounts.profiles import pages as profiles
from accounts.signing_in import pages
from accounts.tokens import pages as tokens

signing_in = [
    path("sign-in/", pages.sign_in, name="account_login"),
    path("sign-in/code/", pages.enter_code, name="mfa_authenticate"),
    path("sign-out/", pages.sign_out, name="account_logout"),
    path("closed/", pages.inactive, name="account_inactive"),
    path("password/", pages.password, name="account_change_password"),
    path("password/first/", pages.first_password, name="account_set_password"),
    path("password/reset/", pages.ask_for_reset, name="account_reset_password"),
    path(
        "password/reset/sent/",
        pages.reset_asked_for,
        name="account_reset_password_done",
    ),
    path(
        "password/reset/done/",
        pages.reset_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        pages.reset,
        name="account_reset_password_from_key",
    ),
    path("confirm/", pages.confirm_password, name="account_reauthenticate"),
    path("confirm/code/", pages.confirm_code, name="mfa_reauthenticate"),
    path("sessions/", pages.where_signed_in, name="usersessions_list"),
]
second_factor = [
    path("", pages.factor, name="mfa_index"),
    path("set-up/", pages.set_up, name="mfa_activate_totp"),
    path("take-off/", pages.take_off, name="mfa_deactivate_totp"),
    path("codes/", pages.codes, name="mfa_view_recovery_codes"),
    path("codes/new/", pages.new_codes, name="mfa_generate_recovery_codes"),
    path("codes/text/", pages.codes_as_text, name="mfa_download_recovery_codes"),
]
urlpatterns = [
    path("accounts/", include(signing_in)),
    path("accounts/second-factor/", include(second_factor)),
    path("accounts/tokens/", tokens.tokens, name="tokens"),
    path("accounts/tokens/<int:token_id>/", tokens.token, name="token"),
    path("accounts/tokens/<int:token_id>/revoke/", tokens.revoke, name="revoke-token"),
    path("accounts/invitations/", invitations.invitations, name="invitations"),
    path(
        "accounts/invitations/<int:invitation_id>/revoke/",
        invitations.revoke,
        name="revoke-invitation",
    ),
    path(
        "accounts/invitations/by-link/<str:key>/",
        invitations.accept,
        name="accept-invitation",
    ),
    path("accounts/profile/", profiles.profile, name="profile"),
    path("accounts/profile/interests/", profiles.interests, name="interests"),
    path(
        "accounts/profile/interests/<int:interest_id>/end/",
        profiles.end,
        name="end-interest",
    ),
    path("people/", people.people, name="people"),
    path("people/<int:person_id>/", people.person, name="person"),
    path("people/<int:person_id>/role/", people.role, name="set-role"),
    path("jobs/<int:job_id>/", jobs.job, name="job"),
    path("jobs/<int:job_id>/stop/", jobs.stop_job, name="stop-job"),
]
