"""The addresses of the account pages, of one's tokens and one's jobs."""

from django.urls import path

from accounts import pages
from accounts.jobs import pages as jobs
from accounts.tokens import pages as tokens

urlpatterns = [
    path("accounts/sign-in/", pages.sign_in, name="sign_in"),
    path("accounts/sign-out/", pages.sign_out, name="sign_out"),
    path("accounts/password/", pages.password, name="password"),
    path("accounts/tokens/", tokens.tokens, name="tokens"),
    path("accounts/tokens/<int:token_id>/", tokens.token, name="token"),
    path("accounts/tokens/<int:token_id>/revoke/", tokens.revoke, name="revoke-token"),
    path("jobs/<int:job_id>/", jobs.job, name="job"),
    path("jobs/<int:job_id>/stop/", jobs.stop_job, name="stop-job"),
]
