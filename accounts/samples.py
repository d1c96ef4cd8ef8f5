"""The sample reviewers, so that a first visitor can try every role.

Their password is printed by ``make run``; ``accounts.coming_in`` says where it works.
On any database but the embedded one nobody can sign in as they.
"""

from dataclasses import dataclass

from django.conf import settings

from accounts.actions import create_user
from accounts.models import User
from accounts.permissions import Role

PASSWORD = "footing-sample"  # noqa: S105  printed on purpose; see above


@dataclass(frozen=True)
class SamplePerson:
    """Somebody made up, with a role."""

    username: str
    display_name: str
    role: Role


PEOPLE = (
    SamplePerson("curator", "Sample curator", Role.CURATOR),
    SamplePerson("reviewer-a", "Sample reviewer A", Role.REVIEWER),
    SamplePerson("reviewer-b", "Sample reviewer B", Role.REVIEWER),
    SamplePerson("editor", "Sample editor", Role.EDITOR),
)


def ensure_sample_people(*, by: User) -> dict[str, User]:
    """Make those of the sample people that are missing; return all by sign-in name."""
    names = [person.username for person in PEOPLE]
    there = {user.username: user for user in User.objects.filter(username__in=names)}
    for person in PEOPLE:
        if person.username not in there:
            there[person.username] = create_user(
                by=by,
                username=person.username,
                display_name=person.display_name,
                role=person.role,
                password=PASSWORD if settings.EMBEDDED else None,
                sample=True,
            )
    return there
