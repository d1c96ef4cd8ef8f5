"""What a list of mentions can be narrowed by."""

import django_filters as filters

from articles.models import Anchor, Mention
from articles.reading.document import SuggestedKind
from core.filters import IdFilter, WordsFilter, YesNoFilter


class MentionFilter(filters.FilterSet):
    """Narrows a list of mentions."""

    q = filters.CharFilter(
        field_name="proposed_text",
        lookup_expr="icontains",
        label="Words",
        max_length=400,
    )
    article = IdFilter(label="In article")
    claim = IdFilter(label="Of claim")
    status = WordsFilter(choices=Mention.Status)
    kind = WordsFilter(choices=SuggestedKind)
    state = WordsFilter(choices=Anchor.State)
    mode = WordsFilter(choices=Anchor.Mode)
    hedged = YesNoFilter(label="Hedged")
    cites = YesNoFilter(
        field_name="citation_links",
        lookup_expr="isnull",
        exclude=True,
        distinct=True,
        label="Cites something",
    )
    ask_again = YesNoFilter(label="Reworded since")

    class Meta:
        model = Mention
        fields: list[str] = []
