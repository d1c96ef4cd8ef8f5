"""Keeping a report's file for the people of its study's rounds, and removing it."""

from hashlib import sha256

from accounts.models import User
from accounts.permissions import Permission, can, require
from bibliography.models import Reference
from core.actions import action, save
from core.errors import NotAllowed, Refused
from core.withdrawing import expect_current
from studies.models import Report, ReportCopy, Study, StudyAssignment
from studies.report_copies.files import kind_of
from studies.report_copies.models import MOST_BYTES


@action
def keep_report_copy(
    *,
    study: Study,
    reference: Reference,
    name: str,
    data: bytes,
    by: User,
    reason: str = "",
) -> ReportCopy:
    """Keep a PDF or Word file of one of a study's reports.

    By a person of one of the study's rounds or an editor. Its own bytes say what it is.
    """
    refuse_to_keep(study, by)
    expect_current(study, reference)
    if not Report.objects.filter(study=study, reference=reference).exists():
        raise Refused("This is no report of the study.", field="reference")
    if len(data) > MOST_BYTES:
        raise Refused(too_large(len(data)), field="file")
    kind = kind_of(data)
    if kind is None:
        raise Refused(
            f"“{name}” is neither a PDF nor a Word file (.docx), whatever it is "
            "called.",
            field="file",
        )
    return save(
        ReportCopy(
            reference=reference,
            kind=kind,
            name=name,
            size=len(data),
            sha256=sha256(data).hexdigest(),
            data=data,
            by=by,
        )
    )


def too_large(size: int) -> str:
    """Why a file of so many bytes is not kept."""
    return f"The file has {size:,} bytes; at most {MOST_BYTES:,} are kept."


def refuse_to_keep(study: Study, by: User) -> None:
    """Raise NotAllowed unless they appraise a study, or did, or are an editor."""
    require(by, Permission.APPRAISE)
    if not may_keep(study, by):
        raise NotAllowed(
            "Files of reports are kept by and for the people of a study’s rounds."
        )


def may_keep(study: Study, by: User) -> bool:
    """Whether a person is of a study's rounds, or an editor."""
    if can(by, Permission.SEE_ROUNDS):
        return True
    places = StudyAssignment.objects.standing().filter(round__study=study)
    return can(by, Permission.APPRAISE) and places.filter(reviewer=by.pk).exists()


@action
def remove_report_copy(*, copy: ReportCopy, by: User, reason: str = "") -> None:
    """Remove a kept file for good: by whoever kept it, or an editor."""
    require(by, Permission.APPRAISE)
    if copy.by_id != by.pk and not can(by, Permission.SEE_ROUNDS):
        raise NotAllowed("Whoever kept this file removes it, or an editor.")
    copy.delete()
