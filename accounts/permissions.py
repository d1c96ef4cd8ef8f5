"""Roles, permissions, and which role may do what: one table.

``can`` answers a page, ``require`` guards an action, and both read the table. A role
may do all that the role before it may, and what its own line adds.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Union

from django.conf import settings
from django.db.models import Model
from django.utils.module_loading import import_string

from core.errors import NotAllowed, Refused
from texts.words import Words

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

Visitor = Union["User", "AnonymousUser"]


class Role(Words):
    """What a person is here for."""

    READER = "reader"  # reads, also where reading needs a sign-in
    CONTRIBUTOR = "contributor"  # brings articles and reference lists in, comments
    CURATOR = "curator"  # puts in order what is there
    REVIEWER = "reviewer"  # judges evidence
    EDITOR = "editor"  # arranges the judging, publishes, invites people
    ADMIN = "admin", "administrator"  # looks after the site and its editors

    @property
    def rank(self) -> int:
        """How far up a role stands; of two, the higher may all that the other may."""
        return list(Role).index(self)


class Permission(StrEnum):
    """A kind of thing to do; its value completes the sentence "You may not …"."""

    FLAG = "flag what is wrong with a record"
    COMMENT = "comment on records"
    KEEP_ARTICLES = "keep articles"
    EDIT_ARTICLES = "edit articles"
    CURATE_CLAIMS = "curate claims"
    LINK_CITATIONS = "link citations to studies"
    IMPORT_REFERENCES = "import references"
    LOOK_UP_WORKS = "look up works in outside services"
    EDIT_STUDIES = "edit studies, outcomes and references"
    ENTER_RESULTS = "enter results"
    KEEP_QUEUE = "keep a queue of things to do"
    CHECK_RESULTS = "check results against their source"
    CHECK_SUPPORT = "judge what a citation supports"
    FREEZE_BASES = "freeze evidence bases"
    APPRAISE = "appraise studies"
    GRADE = "grade evidence"
    OPEN_ROUNDS = "open rounds and assign reviewers"
    SEE_ROUNDS = "see a round before it opens"
    MERGE = "merge records"
    WITHDRAW = "withdraw or reinstate records"
    PUBLISH = "publish verdicts and corrections"
    EXTEND_SEARCH = "say what searches find together"
    MANAGE_PEOPLE = "invite people, change their roles or close accounts"
    KEEP_SITE = "write what this site says of itself"
    MANAGE_ACCOUNTS = "manage accounts"


ADDED_BY_ROLE: dict[Role, frozenset[Permission]] = {
    Role.READER: frozenset({Permission.FLAG}),
    Role.CONTRIBUTOR: frozenset(
        {
            Permission.COMMENT,
            Permission.KEEP_ARTICLES,
            Permission.IMPORT_REFERENCES,  # and to answer what one's own import asks
        }
    ),
    Role.CURATOR: frozenset(
        {
            Permission.EDIT_ARTICLES,
            Permission.CURATE_CLAIMS,
            Permission.LINK_CITATIONS,
            Permission.LOOK_UP_WORKS,
            Permission.EDIT_STUDIES,
            Permission.ENTER_RESULTS,
            Permission.KEEP_QUEUE,
        }
    ),
    Role.REVIEWER: frozenset(
        {
            Permission.CHECK_RESULTS,
            Permission.CHECK_SUPPORT,
            Permission.FREEZE_BASES,
            Permission.APPRAISE,
            Permission.GRADE,
        }
    ),
    Role.EDITOR: frozenset(
        {
            Permission.OPEN_ROUNDS,
            Permission.SEE_ROUNDS,
            Permission.MERGE,
            Permission.WITHDRAW,
            Permission.PUBLISH,
            Permission.EXTEND_SEARCH,
            Permission.MANAGE_PEOPLE,
            Permission.KEEP_SITE,
        }
    ),
    Role.ADMIN: frozenset({Permission.MANAGE_ACCOUNTS}),
}


def permissions_of(role: Role) -> frozenset[Permission]:
    """All that a role may do: what its line of the table adds, and the lines above."""
    roles = list(ADDED_BY_ROLE)
    reached = roles[: roles.index(role) + 1]
    return frozenset().union(*(ADDED_BY_ROLE[each] for each in reached))


def roles_that_may(permission: Permission) -> list[Role]:
    """The roles that may do something, the least of them first."""
    return [role for role in Role if permission in permissions_of(role)]


def can(user: Visitor, permission: Permission) -> bool:
    """Whether a person, signed in or not, may do something."""
    if not (user.is_authenticated and user.is_active):
        return False
    return permission in permissions_of(Role(user.role))


def require(user: Visitor, permission: Permission) -> None:
    """Raise NotAllowed, with a sentence, unless the person may do something."""
    if can(user, permission):
        return
    if not user.is_authenticated:
        raise NotAllowed(f"Sign in to {permission}.")
    needed = next(role for role in Role if permission in permissions_of(role))
    raise NotAllowed(
        f"You may not {permission}: that needs the role {needed.label}, and "
        f"yours is {Role(user.role).label}."
    )


def refuse_kept_out(
    person: "User",
    *subjects: Model,
    noting: bool = True,
    acting: "User | None" = None,
) -> None:
    """Raise Refused where a conflict of interest keeps a person from judging something.

    ``KEPT_OUT_BY`` names the function that knows of them, on a floor above this one;
    ``noting`` false, where others could tell from it who is at work, keeps no others.
    Beside an action ``acting`` is who would act.
    """
    refuse = import_string(settings.KEPT_OUT_BY)
    for subject in subjects:
        refuse(person, subject, noting=noting, acting=acting)


def kept_out(person: "User", *subjects: Model) -> Refused | None:
    """What would be refused if a person began to judge something; nothing is kept."""
    try:
        refuse_kept_out(person, *subjects, noting=False, acting=person)
    except Refused as refusal:
        return refusal
    return None
