"""What a list of people can be narrowed by."""

import django_filters as filters

from accounts.models import User
from accounts.permissions import Role
from core.filters import WordsFilter, YesNoFilter


class PersonFilter(filters.FilterSet):
    """Narrows a list of people."""

    q = filters.CharFilter(
        field_name="display_name", lookup_expr="icontains", label="Name", max_length=150
    )
    role = WordsFilter(choices=Role)
    open = YesNoFilter(field_name="is_active", label="May sign in")

    class Meta:
        model = User
        fields: list[str] = []
