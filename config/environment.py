"""Typed readers of environment variables; a wrong value is answered by a sentence."""

import os
import secrets
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import SimpleLazyObject

Network = IPv4Network | IPv6Network
TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """A variable's text; an empty variable counts as unset."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """A yes-or-no variable."""
    value = text(name, str(default)).lower()
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name} is {value!r}: expected true or false.")


def number(name: str, default: int) -> int:
    """A variable that holds a whole number, 0 or more."""
    value = text(name, str(default))
    if value.isdecimal():
        return int(value)
    raise ImproperlyConfigured(f"{name} is {value!r}: expected a whole number.")


def words(name: str, default: str = "") -> list[str]:
    """A variable that holds a list, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def networks(name: str) -> list[Network]:
    """A variable that lists addresses or networks, such as 10.0.0.0/8."""
    try:
        return [ip_network(word) for word in words(name)]
    except ValueError as problem:
        raise ImproperlyConfigured(
            f"{name} cannot be read ({problem}): expected addresses or networks, "
            "separated by commas, such as 10.0.0.0/8."
        ) from None


def listening(name: str) -> str:
    """A variable that holds an address to listen on; this machine's own if unset."""
    value = text(name, "127.0.0.1")
    try:
        return str(ip_address("127.0.0.1" if value == "localhost" else value))
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} is {value!r}: expected an address to listen on, such as 127.0.0.1 "
            "for this machine alone, or 0.0.0.0 for all of its networks."
        ) from None


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """A variable that holds one of a few words; the first is the default."""
    value = text(name, allowed[0])
    if value in allowed:
        return value
    expected = " or ".join(allowed)
    raise ImproperlyConfigured(f"{name} is {value!r}: expected {expected}.")


def address(name: str, default: str) -> str:
    """A variable that holds a web address; kept without its last slash."""
    value = text(name, default)
    if value.startswith(("http://", "https://")):
        return value.rstrip("/")
    raise ImproperlyConfigured(
        f"{name} is {value!r}: expected an address such as {default}"
    )


def secret(name: str, keep_in: Path | None) -> str:
    """A secret; where it may be generated, it is kept in a file of its owner's.

    ``keep_in`` is that file, or None where the secret has to be given. The file is
    made when the secret is first used: what signs nothing leaves nothing behind.
    """
    given = text(name)
    if given:
        return given
    if keep_in is None:
        raise ImproperlyConfigured(
            f"{name} is not set: with a DATABASE_URL it has to be given, at least 50 "
            "random characters that are the same for every process."
        )
    return SimpleLazyObject(lambda: kept_secret(name, keep_in))


def kept_secret(name: str, file: Path) -> str:
    """The secret in a file, or a sentence why there is none to be had."""
    try:
        return secret_in(file)
    except OSError as problem:
        raise ImproperlyConfigured(
            f"{name} is not set and none could be kept in {file} "
            f"({problem.strerror}): set it, or make that file readable."
        ) from None


def secret_in(file: Path) -> str:
    """The secret in a file; made on the first call, whoever else calls meanwhile."""
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        with open(draft, "x", opener=private) as output:
            output.write(secrets.token_urlsafe(50))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass  # another process was first: its secret counts
        finally:
            draft.unlink()
    return file.read_text().strip()


def private(path: str, flags: int) -> int:
    """Open a file that its owner alone may read and write."""
    return os.open(path, flags, 0o600)
