"""What programs are told of a round of any kind, each asker what is for them."""

from typing import Any

from rest_framework import serializers

from accounts.permissions import Permission, Visitor
from accounts.rounds import Kind, how_many_are_in, places_on_offer
from core.models import AbstractRound

FOR_THE_ASKER = ["handed_in", "free", "place"]


class ForTheAskerSerializer(serializers.Serializer):
    """What the asker may know of a round; null is not for them to know.

    ``handed_in`` is how many judgements are in, ``free`` how many places are on offer,
    ``place`` whether the asker has one.
    """

    handed_in = serializers.SerializerMethodField()
    free = serializers.SerializerMethodField()
    place = serializers.SerializerMethodField()

    def get_handed_in(self, row) -> int | None:
        return row["handed_in"]

    def get_free(self, row) -> int | None:
        return row["free"]

    def get_place(self, row) -> bool:
        return row["place"]


def for_the_asker(
    kind: Kind, round: AbstractRound, user: Visitor, to_judge: Permission
) -> dict[str, Any]:
    """The values of those members, by name."""
    own = round.assignments.standing().filter(reviewer=user.pk)
    return {
        "handed_in": how_many_are_in(kind, round, user),
        "free": places_on_offer(kind, round, user, to_judge),
        "place": own.exists(),
    }
