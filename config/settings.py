"""Footing's settings: one file. What differs between machines is an environment variable.

docs/operating.md says what each variable does. ``config.checks`` finds the mistakes that
show only in how settings fit together.
"""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from config import environment as env
from config.database import databases

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

# The database: DATABASE_URL, else the embedded PostgreSQL, which a connection starts

DATABASE_URL = env.text("DATABASE_URL")
EMBEDDED = not DATABASE_URL
DATABASES = databases(DATABASE_URL, env.text("REPLICA_URL"), VAR / "pg")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What is installed

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "core",
    "accounts",
    "studies",
    "evidence",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Language and time

LANGUAGE_CODE = "en"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

# Who may come in

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # sign-in names are unique, upper or lower case alike, by constraint
]
SECRET_KEY = env.secret("SECRET_KEY", keep_in=VAR / "secret-key" if EMBEDDED else None)
DEBUG = env.flag("DEBUG", default=False)

STATIC_URL = "static/"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Jobs: kinds and the functions that do them (core.jobs)

JOB_KINDS: dict[str, str] = {}
