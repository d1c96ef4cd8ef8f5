"""What a list of invitations can be narrowed by."""

import django_filters as filters
from django.db.models import Q, QuerySet

from accounts.models import Invitation
from accounts.permissions import Role
from core.filters import WordsFilter, YesNoFilter


class InvitationFilter(filters.FilterSet):
    """Narrows a list of invitations."""

    role = WordsFilter(choices=Role)
    standing = YesNoFilter(method="by_standing", label="Neither used nor revoked")

    class Meta:
        model = Invitation
        fields: list[str] = []

    def by_standing(self, queryset: QuerySet, name: str, is_standing: bool) -> QuerySet:
        standing = Q(pk__in=Invitation.objects.standing())
        return queryset.filter(standing if is_standing else ~standing)
