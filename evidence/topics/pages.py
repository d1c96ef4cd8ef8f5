"""Pages of topics: the list, and what is filed under one."""

from django.shortcuts import get_object_or_404, redirect, render

from core.list_pages import BEST_MATCH, Order, list_page, without
from core.pages import withdrawn
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from evidence.topics.api import TopicFilter
from evidence.topics.overview import overview
from evidence.topics.queries import topics_with_counts
from studies.models import Topic

TOPIC_ORDERS = (
    Order("name", "Name, A to Z", "name"),
    Order("newest", "Newest topic", "-pk"),
)
CLAIM_ORDERS = (
    Order("newest", "Newest verdict", "-judged_at"),
    Order("text", "Wording, A to Z", "wording"),
)


def topics(request):
    """All topics, with how much is filed under each."""
    shown = list_page(
        request,
        topics_with_counts().current().with_counts(),
        filterset=TopicFilter,
        orders=TOPIC_ORDERS,
        best=BEST_MATCH,
        collection="topics",
    )
    return render(request, "evidence/topics/topics.html", {"list": shown})


def topic(request, topic_id):
    """One topic: its claims as a table, its studies, and what nobody has looked at."""
    row = get_object_or_404(Topic.objects.select_related("withdrawn_by"), pk=topic_id)
    if row.merged_into_id:
        return redirect("topic", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The topic “{row}”")
    filed = claims_with_evidence().current().filed_under([row])
    shown = list_page(
        request,
        filed.for_lists().defer("search"),
        filterset=ClaimFilter,
        orders=CLAIM_ORDERS,
        collection="claims",
    )
    asked = without(request.GET, "cursor")
    asked["topic"] = row.pk
    context = {
        "topic": row,
        "list": shown,
        "overview": overview(row),
        "overview_json": f"/api/v1/topics/{row.pk}/overview/",
        "asked": asked.urlencode(),
    }
    return render(request, "evidence/topics/topic.html", context)
