"""References and their identifiers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Identifier, Reference
from bibliography.records import (
    REGISTRIES,
    Record,
    RecordType,
    name_as_json,
    name_from_json,
    names_document,
)
from bibliography.records import Identifier as RecordIdentifier
from core.actions import action, expect_revision, save, unsaid
from core.errors import Refused
from core.models import ShortForm
from core.withdrawing import expect_current, restore, withdraw
from texts.titles import normalise_title


class ReferenceFields(TypedDict, total=False):
    """What can be stated of a reference, and put right on it."""

    type: str
    title: str
    authors: list[dict[str, str]]
    year: int | None
    issued: str
    container: str
    volume: str
    issue: str
    pages: str
    publisher: str
    abstract: str
    language: str
    url: str
    keywords: list[str]
    captured_on: date | None


@action
def add_reference(
    *,
    by: User,
    record: Record | None = None,
    identifiers: Iterable[tuple[str, str]] = (),
    reason: str = "",
    **fields: Unpack[ReferenceFields],
) -> Reference:
    """Store a bibliographic record, from a ``Record``, from fields, or from both.

    Fields given win over the record's. What names the book that holds a chapter is
    kept unaccepted. An identifier accepted for another reference is refused; nothing
    is overwritten.
    """
    require(by, Permission.EDIT_STUDIES)
    said = {**(fields_of(record) if record else {}), **fields}
    said = {**_keys_of(said), **said}
    reference = save(Reference(**said))
    _read_short_forms(reference)
    given = [*(record.identifiers if record else ()), *identifiers]
    for scheme, value in dict.fromkeys(tuple(pair) for pair in given):
        add_identifier(
            reference=reference,
            scheme=scheme,
            value=value,
            accepted=_is_its_own(reference, scheme, value),
            by=by,
        )
    return reference


@action
def add_identifier(
    *,
    reference: Reference,
    scheme: str,
    value: str,
    by: User,
    accepted: bool = True,
    raw: str = "",
    reason: str = "",
) -> Identifier:
    """Give a reference an identifier; accepted where it names this very document."""
    require(by, Permission.EDIT_STUDIES)
    return save(
        Identifier(
            reference=reference,
            scheme=scheme,
            value=value,
            raw=raw,
            accepted=accepted,
        )
    )


@action
def accept_identifier(
    *,
    identifier: Identifier,
    accepted: bool,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Identifier:
    """Say whether an identifier names this very document.

    One accepted for another reference is refused.
    """
    require(by, Permission.EDIT_STUDIES)
    expect_revision(identifier, revision)
    return save(identifier, accepted=accepted)


@action
def remove_identifier(
    *, identifier: Identifier, by: User, reason: str, revision: int | None = None
) -> Reference:
    """Take an identifier off a reference that it does not name, saying why.

    Its history keeps it. Raises Refused without a reason.
    """
    require(by, Permission.EDIT_STUDIES)
    expect_revision(identifier, revision)
    if not reason.strip():
        raise Refused("Say why it is no identifier of this reference.", field="reason")
    reference = identifier.reference
    identifier.delete()
    return reference


@action
def edit_reference(
    *,
    reference: Reference,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Unpack[ReferenceFields],
) -> Reference:
    """Change a reference's fields; its identifiers have actions of their own."""
    require(by, Permission.EDIT_STUDIES)
    expect_revision(reference, revision)
    expect_current(reference)
    save(reference, **{**_keys_of(changes), **changes})
    if "abstract" in changes:
        _read_short_forms(reference)
    return reference


def _read_short_forms(reference: Reference) -> None:
    """Keep what its abstract explains, for searching."""
    ShortForm.objects.read_in("reference", {reference.pk: reference.abstract})


@action
def withdraw_reference(
    *, reference: Reference, by: User, reason: str, revision: int | None = None
) -> Reference:
    """Take a reference back, saying why; it says so at its address, and whatever
    names it goes on naming it.
    """
    require(by, Permission.WITHDRAW)
    expect_revision(reference, revision)
    return withdraw(row=reference, by=by, reason=reason)


@action
def reinstate_reference(
    *, reference: Reference, by: User, reason: str, revision: int | None = None
) -> Reference:
    """Let a withdrawn reference stand again, saying why."""
    require(by, Permission.WITHDRAW)
    expect_revision(reference, revision)
    return restore(row=reference, by=by, reason=reason)


def _keys_of(said: Mapping[str, Any]) -> dict[str, str]:
    """What a reference is matched by, as its title and authors give it."""
    keys = {}
    if "title" in said:
        keys["title_key"] = normalise_title(said["title"])
    if "authors" in said:
        names = [name_from_json(name) for name in said["authors"]]
        keys["first_author"] = names[0].family[:200] if names else ""
    return keys


@action
def fill_reference(
    *, reference: Reference, record: Record, by: User, reason: str = ""
) -> Reference:
    """Take over from a record what the reference does not say yet, and nothing else."""
    require(by, Permission.EDIT_STUDIES)
    said = unsaid_of(vars(reference), fields_of(record))
    if said:
        save(reference, **said)
    if "abstract" in said:
        _read_short_forms(reference)
    return reference


def unsaid_of(stands: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of a reference whose columns have nothing in yet.

    The type "other" says nothing.
    """
    found, other = unsaid(stands, said), Reference.Type.OTHER
    if stands["type"] == other and said.get("type", other) != other:
        found["type"] = said["type"]
    return found


def nothing_in(column: str) -> Any:
    """What a reference's column holds while nothing is said in it."""
    if column == "type":
        return str(Reference.Type.OTHER)
    return Reference._meta.get_field(column).get_default()


def _is_its_own(reference: Reference, scheme: str, value: str) -> bool:
    """Whether an identifier names the document and not what holds it.

    A chapter's DOI that the book, or another of its chapters, has already is theirs.
    """
    if not names_document(scheme, reference.type):
        return False
    if reference.type != Reference.Type.CHAPTER:
        return True
    taken = Identifier.objects.filter(scheme=scheme, value=value, accepted=True)
    return not taken.exclude(reference=reference).exists()


def fields_of(record: Record) -> Mapping[str, Any]:
    """A record's values under the names of the Reference's columns."""
    first = record.authors[0].family if record.authors else ""
    return {
        "type": str(record.type),
        "title": record.title,
        "authors": [name_as_json(name) for name in record.authors],
        "first_author": first[:200],
        "year": record.year,
        "issued": record.date[:40],
        "container": record.journal,
        "volume": record.volume[:60],
        "issue": record.issue[:60],
        "pages": record.pages[:80],
        "publisher": record.publisher,
        "abstract": record.abstract,
        "language": record.language[:40],
        "url": record.url,
        "keywords": list(record.keywords),
        "title_key": normalise_title(record.title),
    }


def record_from(reference: Reference) -> Record:
    """A reference as a record, to compare it with what services answer.

    Only accepted identifiers are its own, and the registration of a trial that it
    reports is told with them; ``with_identifiers`` saves a query.
    """
    return Record(
        type=RecordType(reference.type),
        title=reference.title,
        authors=tuple(name_from_json(name) for name in reference.authors),
        year=reference.year,
        date=reference.issued,
        journal=reference.container,
        volume=reference.volume,
        issue=reference.issue,
        pages=reference.pages,
        publisher=reference.publisher,
        abstract=reference.abstract,
        language=reference.language,
        url=reference.url,
        keywords=tuple(reference.keywords),
        identifiers=tuple(
            RecordIdentifier(row.scheme, row.value)
            for row in reference.identifiers.all()
            if row.accepted or row.scheme in REGISTRIES
        ),
    )
