"""Studies, their arms and reports, and what reviews include."""

from typing import TypedDict, Unpack

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Reference
from core.actions import action, expect_revision, save
from core.errors import Refused
from studies.models import Arm, Inclusion, Report, Study

MOST_LISTED = 1000  # studies that a review includes, taken in at once


class StudyDetails(TypedDict, total=False):
    """What can be stated of a study besides its label."""

    title: str
    year: int | None
    design: str
    design_words: str
    allocation: str
    consecutive: str
    population: str
    intervention: str
    comparator: str
    sample_size: int | None
    follow_up: str
    setting: str
    registration: str
    funding: str
    interests: str
    status: str


class StudyFields(StudyDetails, total=False):
    """What can be put right on a study."""

    label: str


class ArmFields(TypedDict, total=False):
    """What can be stated of an arm."""

    name: str
    description: str
    size: int | None


@action
def add_study(
    *, label: str, by: User, reason: str = "", **fields: Unpack[StudyDetails]
) -> Study:
    """Store a study; what is not given is unknown."""
    require(by, Permission.EDIT_STUDIES)
    return save(Study(label=label, **fields))


@action
def edit_study(
    *,
    study: Study,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Unpack[StudyFields],
) -> Study:
    """Change a study's fields; ``revision`` is the one the writer saw."""
    require(by, Permission.EDIT_STUDIES)
    expect_revision(study, revision)
    return save(study, **changes)


@action
def add_report(
    *,
    study: Study,
    reference: Reference,
    by: User,
    role: str = Report.Role.MAIN,
    reason: str = "",
) -> Report:
    """Say that a reference reports a study, and in which role."""
    require(by, Permission.EDIT_STUDIES)
    return save(Report(study=study, reference=reference, role=role))


@action
def edit_report(
    *,
    report: Report,
    role: str,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Report:
    """Say what a report is to its study instead."""
    require(by, Permission.EDIT_STUDIES)
    expect_revision(report, revision)
    return save(report, role=role)


@action
def remove_report(
    *, report: Report, by: User, reason: str, revision: int | None = None
) -> Study:
    """Take a report off a study that it does not report, saying why.

    The study's notices are those of the reports that are left.
    """
    require(by, Permission.EDIT_STUDIES)
    expect_revision(report, revision)
    return _taken_off(report, report.study, reason)


@action
def add_arm(
    *,
    study: Study,
    name: str,
    by: User,
    description: str = "",
    size: int | None = None,
    reason: str = "",
) -> Arm:
    """Add one group of people to a study."""
    require(by, Permission.EDIT_STUDIES)
    return save(Arm(study=study, name=name, description=description, size=size))


@action
def edit_arm(
    *,
    arm: Arm,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Unpack[ArmFields],
) -> Arm:
    """Change what is stated of an arm; it stays with its study."""
    require(by, Permission.EDIT_STUDIES)
    expect_revision(arm, revision)
    return save(arm, **changes)


@action
def remove_arm(
    *, arm: Arm, by: User, reason: str, revision: int | None = None
) -> Study:
    """Take an arm off the study that has none such, saying why."""
    require(by, Permission.EDIT_STUDIES)
    expect_revision(arm, revision)
    return _taken_off(arm, arm.study, reason)


@action
def include_study(
    *,
    review: Study,
    listed_as: str,
    by: User,
    study: Study | None = None,
    state: str | None = None,
    reason: str = "",
) -> Inclusion:
    """Say what a review includes, in its own words, and which study that is if known.

    Listing the same words again settles the earlier row: matched with ``study``, else
    as ``state`` says (listed, not found).
    """
    require(by, Permission.EDIT_STUDIES)
    settled = Inclusion.State.MATCHED if study else state or Inclusion.State.LISTED
    if settled == Inclusion.State.MATCHED and study is None:
        raise Refused("Which study is it? A matched inclusion names its study.")
    known = Inclusion.objects.filter(review=review, listed_as=listed_as).first()
    if known:
        return save(known, study=study, state=settled)
    return save(
        Inclusion(review=review, listed_as=listed_as, study=study, state=settled)
    )


@action
def include_studies(
    *, review: Study, listed: list[str], by: User, reason: str = ""
) -> list[Inclusion]:
    """Keep what a review lists, in its own words; returns those not listed before."""
    require(by, Permission.EDIT_STUDIES)
    if len(listed) > MOST_LISTED:
        raise Refused(
            f"These are {len(listed)} lines; at most {MOST_LISTED} go in at once.",
            field="listed",
        )
    known = set(review.inclusions.values_list("listed_as", flat=True))
    return [
        save(Inclusion(review=review, listed_as=words))
        for words in listed
        if words not in known
    ]


@action
def settle_inclusion(
    *,
    inclusion: Inclusion,
    by: User,
    study: Study | None = None,
    found: bool | None = None,
    reason: str = "",
    revision: int | None = None,
) -> Inclusion:
    """Say which study a review lists; that it was not found; or leave it open again.

    ``found`` is False where somebody looked in vain, and counts without a study alone.
    """
    require(by, Permission.EDIT_STUDIES)
    expect_revision(inclusion, revision)
    state = Inclusion.State.NOT_FOUND if found is False else Inclusion.State.LISTED
    state = Inclusion.State.MATCHED if study else state
    return save(inclusion, study=study, state=state)


@action
def remove_inclusion(
    *, inclusion: Inclusion, by: User, reason: str, revision: int | None = None
) -> Study:
    """Take off what the review does not include, saying why."""
    require(by, Permission.EDIT_STUDIES)
    expect_revision(inclusion, revision)
    return _taken_off(inclusion, inclusion.review, reason)


def _taken_off(row: Arm | Inclusion | Report, study: Study, reason: str) -> Study:
    """Remove a row of a study; its history keeps it."""
    if not reason.strip():
        raise Refused("Say why it is taken off.", field="reason")
    row.delete()
    return study
