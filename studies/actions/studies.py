"""Studies, their arms and reports, and what reviews include."""

from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, expect_revision, save
from core.errors import Refused
from studies.models import Arm, Inclusion, Reference, Report, Study


@action
def add_study(*, label: str, by: User, reason: str = "", **fields: Any) -> Study:
    """Store a study; ``fields`` are the model's, and what is not given is unknown."""
    require(by, Permission.EDIT_STUDIES)
    return save(Study(label=label, **fields))


@action
def edit_study(
    *,
    study: Study,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Any,
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
