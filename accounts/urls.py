"""The addresses of the account pages and of one's jobs."""

from django.urls import path

from accounts import pages
from accounts.jobs import pages as jobs

urlpatterns = [
    path("accounts/sign-in/", pages.sign_in, name="sign_in"),
    path("accounts/sign-out/", pages.sign_out, name="sign_out"),
    path("accounts/password/", pages.password, name="password"),
    path("jobs/<int:job_id>/", jobs.job, name="job"),
    path("jobs/<int:job_id>/stop/", jobs.stop_job, name="stop-job"),
]
