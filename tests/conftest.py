"""What every test run sets up: its own database server, its own databases, no network.

Several runs may go on at once: each names its databases for its process. A browser test
asks for the fixture ``page``; without a browser asked for (``--with-browser``) it is
skipped.
"""

import os

from django.conf import settings
from django.db import connections

from config.embedded import cluster

RUN = os.environ.setdefault("FOOTING_TEST_RUN", str(os.getpid()))  # xdist inherits it


def pytest_configure(config):
    """Change the settings that differ in a test, before anything reads them."""
    default = settings.DATABASES["default"]
    if settings.EMBEDDED:
        default["EMBEDDED_HOME"] = settings.VAR / "pg-test"
        default["EMBEDDED_DURABLE"] = False
    default["TEST"]["NAME"] = f"footing_test_{RUN}"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_unconfigure(config):
    """Leave the server; the last of the workers stops it."""
    connections.close_all()
    if settings.EMBEDDED:
        cluster(settings.VAR / "pg-test", durable=False).release()
