"""Chooses the database: the one DATABASE_URL names, else the embedded PostgreSQL."""

from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

EXAMPLE = "postgresql://name:password@host:5432/footing"
SCHEMES = ("postgres", "postgresql")
STAYS_OPEN = 600  # seconds a connection is kept for the next request


def databases(url: str, replica_url: str, embedded_home: Path) -> dict[str, dict]:
    """Django's DATABASES for what the environment says.

    Nothing is started here: the embedded server is, by the first connection.
    Raises ImproperlyConfigured with a sentence where an address cannot be read.
    """
    if replica_url and not url:
        raise ImproperlyConfigured("REPLICA_URL is set and DATABASE_URL is not.")
    if not url:
        return {"default": embedded(embedded_home)}
    chosen = {"default": server("DATABASE_URL", url)}
    if replica_url:
        chosen["replica"] = replica(replica_url)
    return chosen


def embedded(home: Path) -> dict:
    """The settings of the embedded server whose data live in ``home``."""
    return {
        "ENGINE": "embedded_postgres.backend",
        "NAME": "postgres",
        "EMBEDDED_HOME": home,
        "EMBEDDED_DURABLE": True,
        "CONN_MAX_AGE": STAYS_OPEN,
        "CONN_HEALTH_CHECKS": True,
    }


def server(name: str, url: str) -> dict:
    """The settings for one database address; its query becomes libpq's options."""
    parts = split(name, url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": STAYS_OPEN,
        "CONN_HEALTH_CHECKS": True,
    }


def replica(url: str) -> dict:
    """The settings of a replica: nothing is written to it, and it is not waited for."""
    chosen = server("REPLICA_URL", url)
    given = chosen["OPTIONS"]
    read_only = f"{given.get('options', '')} -c default_transaction_read_only=on"
    chosen["OPTIONS"] = {
        "connect_timeout": "3",  # seconds
        "application_name": "footing-replica",
        **given,
        "options": read_only.strip(),
    }
    return {**chosen, "TEST": {"MIRROR": "default"}}


def split(name: str, url: str) -> SplitResult:
    """The parts of a database address, or a sentence without its password."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  reading it checks it
    except ValueError as problem:
        raise ImproperlyConfigured(
            f"{name} cannot be read ({problem}): expected {EXAMPLE}"
        ) from None
    if parts.scheme not in SCHEMES:
        raise ImproperlyConfigured(
            f"{name} names the scheme {parts.scheme!r}: expected {EXAMPLE}"
        )
    if not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} names no database: expected {EXAMPLE}")
    return parts
