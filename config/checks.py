"""Mistakes that show only in how settings fit together, each with its remedy."""

from importlib.util import find_spec

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.utils.module_loading import import_string

from accounts.permissions import Role

LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


@register(Tags.database)
def check_driver(app_configs, **_):
    """psycopg 3 must not be importable: Django would silently prefer it."""
    if find_spec("psycopg") is None:
        return []
    return [
        Error(
            "The package psycopg is installed, and Django would use it for psycopg2.",
            hint="Remove it: pip uninstall psycopg",
            id="config.E001",
        )
    ]


@register
def check_job_kinds(app_configs, **_):
    """Every kind of job names a function that exists."""
    return [
        Error(
            f"JOB_KINDS gives {kind!r} to {path!r}, which cannot be imported.",
            id="config.E002",
        )
        for kind, (path, _) in settings.JOB_KINDS.items()
        if not is_importable(path)
    ]


@register
def check_second_factor(app_configs, **_):
    """Only roles that exist can be made to need a second factor."""
    unknown = sorted(set(settings.SECOND_FACTOR) - {role.value for role in Role})
    if not unknown:
        return []
    return [
        Error(
            f"SECOND_FACTOR names {', '.join(unknown)}, which are no roles.",
            hint=f"Roles are {', '.join(Role)}.",
            id="config.E003",
        )
    ]


def is_importable(path: str) -> bool:
    """Whether a dotted path leads to something."""
    try:
        import_string(path)
    except ImportError:
        return False
    return True


@register(Tags.security, deploy=True)
def check_deployment(app_configs, **_):
    """What a site that others use needs, beyond Django's own checks."""
    found = []
    if settings.EMBEDDED:
        found.append(
            Warning(
                "The database is the embedded one, which serves this machine alone.",
                hint="Set DATABASE_URL.",
                id="config.W001",
            )
        )
    if set(settings.ALLOWED_HOSTS) <= LOOPBACK:
        found.append(
            Warning(
                "ALLOWED_HOSTS names this machine alone: nobody else gets an answer.",
                hint="Set ALLOWED_HOSTS to the names the site is reached by.",
                id="config.W002",
            )
        )
    if not settings.CONTACT_EMAIL:
        found.append(
            Warning(
                "CONTACT_EMAIL is not set; the services that are asked for references "
                "want to know whom to write to.",
                hint="Set CONTACT_EMAIL to an address that somebody reads.",
                id="config.W003",
            )
        )
    return found
