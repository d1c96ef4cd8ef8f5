"""People say of themselves who they are and what they have an interest in."""

from datetime import date
from typing import TypedDict, Unpack

from django.utils import timezone

from accounts.models import Interest, User
from core.actions import action, expect_revision, save
from core.errors import NotAllowed, Refused
from texts.identifiers import normalise_orcid

MOST_INTERESTS = 100  # of one person that stand


class ProfileFields(TypedDict, total=False):
    """What people say of themselves; roles and addresses are for others to set."""

    display_name: str
    orcid: str
    affiliation: str


@action
def edit_profile(
    *,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Unpack[ProfileFields],
) -> User:
    """Change what one's own profile says; the ORCID iD in any of its spellings.

    Raises Refused where the iD's check digit is wrong.
    """
    user = User.objects.get(pk=by.pk)
    expect_revision(user, revision)
    said = {name: " ".join(value.split()) for name, value in changes.items()}
    if said.get("orcid"):
        said["orcid"] = checked_orcid(said["orcid"])
    return save(user, revision=user.revision + 1, **said)


def checked_orcid(value: str) -> str:
    """An ORCID iD in its one spelling. Raises Refused where it is none."""
    orcid = normalise_orcid(value)
    if orcid is None:
        raise Refused(
            "This is no ORCID iD: it has sixteen digits, the last of which is made of "
            "the others. Look for a slip.",
            field="orcid",
        )
    return orcid


@action
def declare_interest(
    *,
    by: User,
    kind: str,
    name: str,
    identifier: str = "",
    says: str = "",
    since: str = "",
    reason: str = "",
) -> Interest:
    """Declare an interest of one's own, dated now."""
    if by.interests.standing().count() >= MOST_INTERESTS:
        raise Refused(f"You declare {MOST_INTERESTS} interests; end one first.")
    return save(
        Interest(
            user=by,
            kind=kind,
            name=" ".join(name.split()),
            identifier=identifier.strip(),
            says=says.strip(),
            since=since.strip(),
        )
    )


@action
def end_interest(
    *, by: User, interest: Interest, ended_on: date | None = None, reason: str = ""
) -> Interest:
    """Say that an interest has ended; it stays on file, since judgements saw it."""
    if interest.user_id != by.pk:
        raise NotAllowed("This is somebody else's interest.")
    interest = Interest.objects.select_for_update().get(pk=interest.pk)
    if interest.ended_on:
        return interest
    return save(interest, ended_on=ended_on or timezone.now().date())
