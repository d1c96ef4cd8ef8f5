"""How a list of one's saved searches is narrowed."""

from django_filters import FilterSet

from core.filters import WordsFilter
from evidence.saved_searches.models import SavedSearch, SearchedList


class SavedSearchFilter(FilterSet):
    """Narrows a list of saved searches."""

    searched = WordsFilter(choices=SearchedList, label="In the list")

    class Meta:
        model = SavedSearch
        fields: list[str] = []
