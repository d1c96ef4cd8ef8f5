"""Notices on references: one row each, however many sources tell of it."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Notice, NoticeSource, Reference
from bibliography.records import NoticeFound
from core.actions import action, expect_revision, save, unsaid
from core.withdrawing import withdraw


@action
def add_notice(
    *,
    reference: Reference,
    kind: str,
    source: str,
    by: User,
    dated: date | None = None,
    notice_doi: str = "",
    notice_pmid: str = "",
    says: str = "",
    address: str = "",
    seen_at: datetime | None = None,
    reason: str = "",
) -> Notice:
    """Record what one source says of a notice on a reference.

    A second source joins the notice that is there already and fills in what it did not
    say; where the two disagree the first one's word stays on the notice, and each
    source's own kind, date and words stay with the source.
    """
    require(by, Permission.EDIT_STUDIES)
    said = {
        "dated": dated,
        "notice_doi": notice_doi,
        "notice_pmid": notice_pmid,
        "says": says,
    }
    return _added(_held(reference), kind, said, (source, address, seen_at))


def _added(
    reference: Reference,
    kind: str,
    said: dict[str, Any],
    told: tuple[str, str, datetime | None],
) -> Notice:
    """The notice that a source told of, at an address and a time."""
    source, address, seen_at = told
    numbers = (said["notice_doi"], said["notice_pmid"])
    notice = same_notice(reference, kind, said["dated"], *numbers)
    if notice is None:
        notice = save(Notice(reference=reference, kind=kind, **said))
    else:
        new = unsaid(notice, said)
        notice = save(notice, **new) if new else notice
    _note_source(notice, source, address, seen_at, {"kind": str(kind), **said})
    return notice


@action
def note_found(
    *,
    reference: Reference,
    found: NoticeFound,
    seen_at: datetime,
    by: User,
    address: str = "",
    reason: str = "",
) -> Notice:
    """Record what a service tells of a notice; a date that is not a day stays words.

    One that a person took back stays so while the service says the same.
    """
    said = _said_by(found)
    reference = _held(reference)
    return _taken_back(reference, found.source, said) or add_notice(
        reference=reference,
        source=found.source,
        address=address,
        seen_at=seen_at,
        by=by,
        **said,
    )


@action
def note_in_file(
    *,
    reference: Reference,
    found: NoticeFound,
    address: str,
    seen_at: datetime,
    by: User,
    reason: str = "",
) -> Notice:
    """Record what an imported file tells of a notice; ``address`` is the import's.

    PubMed's own export is PubMed's word; any other file's is not confirmed.
    """
    require(by, Permission.IMPORT_REFERENCES)
    said = _said_by(found)
    reference = _held(reference)
    known = _taken_back(reference, found.source, said)
    kind = said.pop("kind")
    return known or _added(reference, kind, said, (found.source, address, seen_at))


def _said_by(found: NoticeFound) -> dict[str, Any]:
    """What a source says of a notice, as the columns of one."""
    dated = whole_day(found.dated)
    partial = found.dated if dated is None else ""
    return {
        "kind": str(found.kind),
        "dated": dated,
        "notice_doi": found.notice_doi or "",
        "notice_pmid": found.notice_pmid or "",
        "says": f"{found.says} ({partial})" if partial else found.says,
    }


def _held(reference: Reference) -> Reference:
    """The reference, or the one it was merged into, held until the action ends.

    So two who tell of one notice at once make one row, and on the work that stands.
    """
    rows = Reference.objects.select_for_update()
    row = rows.get(pk=reference.pk)
    while row.merged_into_id:
        row = rows.get(pk=row.merged_into_id)
    return row


def _taken_back(
    reference: Reference, source: str, said: dict[str, Any]
) -> Notice | None:
    """The notice that a source told in these very words, if it was withdrawn."""
    told = NoticeSource.objects.filter(
        notice__reference=reference,
        notice__withdrawn_at__isnull=False,
        source=source,
        says=_plain(said),
    )
    row = told.select_related("notice").order_by("-notice").first()
    return row.notice if row else None


def whole_day(stated: str) -> date | None:
    """The day of an ISO date; None where it names only a month or a year."""
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return None


def same_notice(
    reference: Reference,
    kind: str,
    dated: date | None,
    notice_doi: str = "",
    notice_pmid: str = "",
) -> Notice | None:
    """The standing notice that this is another word on, if there is one.

    The notice's own DOI or PubMed number decides. Without them a retraction, or its
    undoing, is the one there is: sources differ in the day they give it. Corrections
    and concerns may be many, and are one only on the same day.
    """
    standing = Notice.objects.filter(reference=reference, withdrawn_at=None)
    shared = Q()
    if notice_doi:
        shared |= Q(notice_doi=notice_doi)
    if notice_pmid:
        shared |= Q(notice_pmid=notice_pmid)
    if shared:
        named = standing.filter(shared).order_by("id").first()
        if named:
            return named
    unnamed = standing.filter(kind=kind)
    if notice_doi:
        unnamed = unnamed.filter(notice_doi="")
    if notice_pmid:
        unnamed = unnamed.filter(notice_pmid="")
    if kind in _MANY:
        return unnamed.filter(dated=dated).order_by("id").first()
    return next(
        (row for row in unnamed.order_by("-id") if not _undone_before(row, dated)), None
    )


_MANY = (Notice.Kind.CORRECTION, Notice.Kind.CONCERN)


def _undone_before(notice: Notice, dated: date | None) -> bool:
    """Whether the opposite happened between a notice and a later day."""
    if dated is None or notice.dated is None or notice.dated >= dated:
        return False
    between = Notice.objects.filter(
        reference=notice.reference_id,
        withdrawn_at=None,
        dated__gte=notice.dated,
        dated__lte=dated,
    )
    undoing = notice.kind == Notice.Kind.REINSTATEMENT
    opposite = Notice.Kind.RETRACTION if undoing else Notice.Kind.REINSTATEMENT
    return between.filter(kind=opposite).exists()


def _note_source(
    notice: Notice,
    source: str,
    address: str,
    seen_at: datetime | None,
    said: dict[str, Any],
) -> NoticeSource:
    """Keep a source's own words; the same source seen again later replaces them.

    What it said before that, as in an answer that was kept a while until somebody
    confirmed it, changes nothing.
    """
    known = NoticeSource.objects.filter(notice=notice, source=source).first()
    found = {
        "address": address,
        "seen_at": seen_at or timezone.now(),
        "says": _plain(said),
    }
    if known is None:
        return save(NoticeSource(notice=notice, source=source, **found))
    if found["seen_at"] < known.seen_at:
        return known
    return save(known, **found)


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    """What a source says, as JSON keeps it."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in said.items()
    }


@action
def withdraw_notice(
    *, notice: Notice, by: User, reason: str, revision: int | None = None
) -> Notice:
    """Take a notice back that was recorded in error, saying why."""
    require(by, Permission.WITHDRAW)
    expect_revision(notice, revision)
    return withdraw(row=notice, by=by, reason=reason)
