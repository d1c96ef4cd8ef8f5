"""Footing's settings: one file; what differs between machines is in the environment.

docs/operating.md says what each variable does. ``config.checks`` finds the mistakes
that show only in how settings fit together.
"""

import tomllib
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from config import environment as env
from config.database import databases
from config.mail import mail_server
from config.schema_names import ENUM_NAMES

BASE_DIR = Path(__file__).resolve().parent.parent
VERSION = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["project"]["version"]
VAR = BASE_DIR / env.text("FOOTING_VAR", "var")  # the embedded database, its secret

# The database: DATABASE_URL, else the embedded PostgreSQL, which a connection starts

DATABASE_URL = env.text("DATABASE_URL")
EMBEDDED = not DATABASE_URL
DATABASES = databases(DATABASE_URL, env.text("REPLICA_URL"), VAR / "pg")
DATABASE_ROUTERS = ["config.replica.ReplicaRouter"]
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
    "django_htmx",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "core",
    "accounts",
    "bibliography",
    "studies",
    "claims",
    "articles",
    "evidence",
    "config",
]
MIDDLEWARE = [
    "config.middleware.trust_proxies",
    "core.request_log.number_requests",
    "config.replica.ReplicaMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.refuse_device_features",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.caching.keep_out_of_caches",
    "accounts.tokens.entering.TokenMiddleware",
    "config.middleware.refuse_what_no_page_takes",
    "config.middleware.refuse_what_is_too_long",
    "config.long_forms.read_long_forms",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.middleware.RefusalMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",  # the last: it answers a locked-out sign-in
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

# What the header and the footer link to, where there is such a page

MAIN_MENU = (
    ("Claims", "/claims/"),
    ("Articles", "/articles/"),
    ("Studies", "/studies/"),
    ("References", "/references/"),
    ("Evidence map", "/map/"),
    ("Review", "/review/"),
)
# Under the name of who is signed in: groups of (label, path, the permission it takes).
PERSON_MENU = (
    (
        "Your work",
        (
            ("Your queue", "/review/", "COMMENT"),
            ("My decisions", "/review/decisions/", "COMMENT"),
            ("Sent back to you", "/review/sent-back/", "GRADE"),
            ("Imports", "/imports/", "IMPORT_REFERENCES"),
            ("Saved searches", "/saved-searches/", ""),
            ("My asks", "/asks/mine/", ""),
        ),
    ),
    (
        "Looking after",
        (
            ("What waits for editors", "/review/editors/", "PUBLISH"),
            ("What people ask for", "/asks/", "CURATE_CLAIMS"),
            ("Open comments", "/comments/?open=true", "CURATE_CLAIMS"),
            ("Flags", "/flags/?open=true", "CURATE_CLAIMS"),
            ("Conflicts of interest", "/review/conflicts/", "GRADE"),
            ("Without an owner", "/review/without-an-owner/", "OPEN_ROUNDS"),
            ("Instruments", "/instruments/", "APPRAISE"),
            ("People", "/people/", ""),
        ),
    ),
    (
        "Your account",
        (
            ("Profile", "/accounts/profile/", ""),
            ("Your record", "/accounts/record/", ""),
            ("Password", "/accounts/password/", ""),
            ("Second factor", "/accounts/second-factor/", ""),
            ("Where you are signed in", "/accounts/sessions/", ""),
            ("Tokens", "/accounts/tokens/", ""),
        ),
    ),
)
ABOUT_MENU = (
    ("About", "/about/"),
    ("Methods", "/about/methods/"),
    ("Corrections", "/about/corrections/"),
    ("Notices", "/notices/"),
    ("Agreement", "/agreement/"),
    ("API", "/api/docs/"),
)

# Language and time

LANGUAGE_CODE = "en"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

# Where it is reached. HTTPS is the one switch between a private copy on this machine
# and a site others use: it turns on the redirect, HSTS and cookies that never travel
# in clear.

HOST = env.listening("HOST")  # where make run listens
DEBUG = env.flag("DEBUG", default=False)
HTTPS = env.flag("HTTPS", default=not EMBEDDED)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", default=f"localhost,127.0.0.1,[::1],{HOST}")
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")
READING = env.choice("READING", ("open", "signed-in"))
SAMPLE = env.flag("SAMPLE", default=True)  # the sample evidence and its people
SECRET_KEY = env.secret("SECRET_KEY", keep_in=VAR / "secret-key" if EMBEDDED else None)

SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # see trust_proxies
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True  # forms and htmx carry the token themselves
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # sign-in names are unique, upper or lower case alike, by constraint
    "security.W005",  # other hosts of the domain are not Footing's to bind to HTTPS
    "security.W021",  # nor to enter in browsers' lists
]

# Who may come in. Five wrong passwords for one name from one address lock out the pair,
# thirty whatever the names the address.

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
PASSWORD_HASHERS = ["accounts.hashing.InTurnPasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
SECOND_FACTOR = env.words("SECOND_FACTOR")  # roles that cannot do without one
PASSWORD_RESET_TIMEOUT = 3600  # seconds that a link for a new password is good for
INVITATION_GOOD_FOR = timedelta(days=14)
ACCOUNT_ADAPTER = "accounts.signing_in.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignInForm",
    "reset_password": "accounts.forms.ResetForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up; see the adapter
ACCOUNT_EMAIL_VERIFICATION = "none"  # who makes an account knows the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_RATE_LIMITS = {
    "login": None,  # axes counts wrong passwords
    "login_failed": "5/300s/key",  # wrong codes of one person
}
MFA_ADAPTER = "accounts.signing_in.adapter.SecondFactorAdapter"
MFA_FORMS = {"activate_totp": "accounts.signing_in.forms.SetUpForm"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Footing"
MFA_TOTP_TOLERANCE = 1  # half a minute of a clock that is wrong, each way
AXES_HANDLER = "accounts.lockout.Handler"
AXES_FAILURE_LIMIT = 5
FAILURES_OF_AN_ADDRESS = 30  # over all names
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "accounts.lockout.name_tried"
AXES_CLIENT_IP_CALLABLE = "accounts.lockout.address_tried_from"
AXES_LOCKOUT_CALLABLE = "accounts.signing_in.pages.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# Mail: links for new passwords, and word of what was changed

EMAIL_URL = env.text("EMAIL_URL")
_MAIL = mail_server(EMAIL_URL)
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.starttls, _MAIL.tls
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = env.text("CONTACT_EMAIL", "footing@localhost")

# What may be sent in, in bytes; whoever hits a limit is told it

ARTICLE_MAX_BYTES = env.number("ARTICLE_MAX_BYTES", default=5_000_000)
DOCUMENT_MAX_BYTES = env.number("DOCUMENT_MAX_BYTES", default=50_000_000)  # PDF, Word
CHECK_MAX_BYTES = env.number("CHECK_MAX_BYTES", default=1_000_000)  # not signed in
ARTICLE_MAX_PARTS = env.number("ARTICLE_MAX_PARTS", default=5_000)  # of a kind
REFERENCES_MAX_BYTES = env.number("REFERENCES_MAX_BYTES", default=300_000_000)
HEAVY_FROM_BYTES = 20_000  # what is longer is read in a process of its own, and stopped
HEAVY_SECONDS = env.number("HEAVY_SECONDS", default=30)  # of computing
HEAVY_MEGABYTES = env.number("HEAVY_MEGABYTES", default=500)
HEAVY_AT_ONCE = env.number("HEAVY_AT_ONCE", default=1)  # in each web process
HEAVY_WAITING = 2  # more are sent away with a sentence
HEAVY_WAIT_SECONDS = 10
WARMED_MODULES = ["articles.reading.ready"]  # loaded beforehand, once it is served
ISOLATED_MODULES = ["config.apart", *WARMED_MODULES]
READ_AHEAD = 10_000_000  # bytes of a body; a longer one has a thread until it is whole
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * ARTICLE_MAX_BYTES  # a pasted article, encoded
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # the cells of the largest table of results

# What is drawn of facts is kept in the process that drew it: it goes with the code

CACHES = {
    "default": {  # allauth's: wrong codes, and codes used, are so for all processes
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    "drawn": {
        "BACKEND": "django.core.cache.backends.dummy.DummyCache"
        if DEBUG
        else "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": None,  # kept by its content, it never grows old
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

# Static files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # none is kept
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# What keeps a person from judging a claim or study: a function of both that may refuse.

KEPT_OUT_BY = "evidence.people.conflicts.refuse_conflict"

# Jobs: their kinds and the functions that do them. The queue is in the same database.

JOB_KINDS: dict[str, tuple[str, str]] = {  # the function, and what it is doing
    "import_references": (
        "bibliography.imports.importing.running.run",
        "Importing references",
    ),
    "undo_import": ("bibliography.imports.importing.undoing.run", "Undoing an import"),
    "fill_import": (
        "bibliography.imports.importing.filling.run",
        "Filling in what references lack",
    ),
    "answer_import": (
        "bibliography.imports.importing.answering.run",
        "Answering what an import asks",
    ),
    "reopen_answers": (
        "bibliography.imports.importing.reopening.run",
        "Asking records of an import again",
    ),
    "search_literature": (
        "evidence.searches.running.run",
        "Searching for an evidence base",
    ),
    "opened_comments": (
        "evidence.talk.opening.run",
        "Announcing comments of rounds that opened",
    ),
    "answered_imports": (
        "evidence.searches.answered.run",
        "Letting searches go on whose records were asked about",
    ),
    "needs_review": (
        "evidence.claims.review.run",
        "Looking which verdicts need review",
    ),
    "check_grades": ("evidence.grades.judging_again.run", "Judging grades again"),
    "find_twins": ("evidence.twins.finding.run", "Looking for what may be one"),
    "find_reports": (
        "evidence.studies.outside.run",
        "Looking for a report of a study",
    ),
    "find_works": ("articles.citations.finding_jobs.run", "Looking for cited works"),
    "check_references": (
        "bibliography.checks.checking.run",
        "Checking references for notices",
    ),
    "look_for_works_of_a_check": (
        "articles.checking.look_jobs.run_works",
        "Looking for cited works",
    ),
    "check_reference_list": (
        "articles.checking.look_jobs.run_works",
        "Checking a reference list",
    ),
    "look_for_reviews": (
        "articles.checking.look_jobs.run_reviews",
        "Looking for systematic reviews",
    ),
    "fetch_for_check": ("articles.checking.fetch_jobs.run", "Fetching an article"),
    "forget_visitors": (
        "articles.checking.forgetting.run",
        "Erasing what visitors asked for",
    ),
    "count_words": ("evidence.finding.spelling.run", "Counting the words of texts"),
    "fetch_article": ("articles.articles.fetching.run", "Fetching an article"),
    "send_mail": ("accounts.signing_in.mail.run", "Sending a mail"),
    "forget_answers": (
        "bibliography.checks.answers.run",
        "Forgetting old answers of services",
    ),
}
JOB_SCHEDULE: dict[str, timedelta] = {  # kinds that come round by themselves
    "needs_review": timedelta(seconds=10),
    "answered_imports": timedelta(seconds=10),
    "opened_comments": timedelta(seconds=10),
    "find_twins": timedelta(minutes=1),
    "check_references": timedelta(hours=1),  # each time a batch of those that are due
    "forget_answers": timedelta(hours=1),
    "check_grades": timedelta(days=1),
    "count_words": timedelta(days=1),
    "forget_visitors": timedelta(hours=1),
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Outside services, asked by jobs and commands alone

CROSSREF_URL = env.address("CROSSREF_URL", "https://api.crossref.org")
PUBMED_URL = env.address("PUBMED_URL", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils")
OPENALEX_URL = env.address("OPENALEX_URL", "https://api.openalex.org")
DOI_URL = env.address("DOI_URL", "https://doi.org")  # registration agencies
OPENALEX_KEY = env.text("OPENALEX_KEY")  # free; without one a few requests a day
NCBI_KEY = env.text("NCBI_KEY")  # ten requests a second in place of three
CONTACT_EMAIL = env.text("CONTACT_EMAIL")
REFERENCE_CHECK_EVERY = timedelta(days=env.number("REFERENCE_CHECK_DAYS", default=30))
REFERENCE_CHECK_BATCH = 50  # references in one run of the job
WORK_CHECK_EVERY = timedelta(days=90)
ANSWERS_GOOD_FOR = timedelta(hours=env.number("ANSWERS_GOOD_HOURS", default=24))
MISSING_GOOD_FOR = timedelta(hours=1)  # at most: that a number is not there yet

# The API. The first number is in its address; the second rises with what is added.

API_VERSION = "1.0"
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["core.api.parsing.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.tokens.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticatedOrReadOnly"
    ],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "core.api.problems.handle",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Footing",
    "DESCRIPTION": "What every claim stands on: articles, claims, studies, grades.",
    "VERSION": API_VERSION,
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PUBLIC": True,
    "ENUM_NAME_OVERRIDES": ENUM_NAMES,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "core.api.schema.add_problems",
    ],
}

# The log goes to standard error, a line an event; whatever runs Footing keeps it

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "core.request_log.OneLine",
            "format": "{asctime} {levelname} {request_id} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "WARNING").upper()},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        # Visitors write these at will: wrong hosts with a trace each, broken entries.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "bibtexparser": {"level": "CRITICAL"},
    },
}
