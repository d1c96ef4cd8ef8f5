"""What lists of citations and cited works can be narrowed by."""

import django_filters as filters

from articles.models import Citation, CitedWork
from core.filters import IdFilter, WordsFilter


class CitationFilter(filters.FilterSet):
    """Narrows a list of citations."""

    article = IdFilter(label="In article")
    cited_work = IdFilter(label="Of cited work")
    claim = IdFilter(field_name="mentions__claim", distinct=True, label="Under claim")

    class Meta:
        model = Citation
        fields: list[str] = []


class CitedWorkFilter(filters.FilterSet):
    """Narrows a list of cited works."""

    q = filters.CharFilter(
        field_name="label", lookup_expr="icontains", label="Words", max_length=200
    )
    article = IdFilter(label="Cited by article")
    found = WordsFilter(choices=CitedWork.Found)
    decision = WordsFilter(choices=CitedWork.Decision)
    reference = IdFilter(label="Confirmed as reference")
    study = IdFilter(label="As study")

    class Meta:
        model = CitedWork
        fields: list[str] = []
