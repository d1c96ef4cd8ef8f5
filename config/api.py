"""The API's addresses: its collections, its schema and the schema's page."""

from csp.decorators import csp_update
from django.http import Http404
from django.urls import include, path
from django.views.defaults import page_not_found
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import DefaultRouter

from accounts.jobs.api import JobViewSet
from articles.articles.api import ArticleViewSet
from articles.citations.api import CitationViewSet, CitedWorkViewSet
from articles.mentions.api import MentionViewSet
from bibliography.imports.api import ImportViewSet
from core.api.changes import ChangeViewSet
from core.api.problems import problem_answer
from evidence.bases.api import EvidenceBaseViewSet, EvidenceItemViewSet
from evidence.claims.api import ClaimViewSet
from evidence.grades.api import GradeViewSet
from evidence.notices.api import ReachingNoticeViewSet
from evidence.topics.api import TopicViewSet
from studies.references.api import ReferenceViewSet
from studies.results.api import OutcomeViewSet, ResultViewSet
from studies.studies.api import StudyViewSet

COLLECTIONS = {
    "articles": ArticleViewSet,
    "claims": ClaimViewSet,
    "mentions": MentionViewSet,
    "citations": CitationViewSet,
    "cited-works": CitedWorkViewSet,
    "evidence-bases": EvidenceBaseViewSet,
    "evidence-items": EvidenceItemViewSet,
    "grades": GradeViewSet,
    "notices": ReachingNoticeViewSet,
    "topics": TopicViewSet,
    "references": ReferenceViewSet,
    "studies": StudyViewSet,
    "outcomes": OutcomeViewSet,
    "results": ResultViewSet,
    "imports": ImportViewSet,
    "jobs": JobViewSet,
    "changes": ChangeViewSet,
}

router = DefaultRouter()
router.include_format_suffixes = False
for name, viewset in COLLECTIONS.items():
    router.register(name, viewset, basename=name)

# The documentation page's own scripts set styles on elements.
documentation = csp_update({"style-src": ["'unsafe-inline'"]})(
    SpectacularSwaggerSplitView.as_view(url_name="api-schema")
)


def table(request, collection):
    """A list as CSV for spreadsheets, narrowed as its page is: all of its rows."""
    if collection not in COLLECTIONS:
        raise Http404("There is no list of that name.")
    viewset = COLLECTIONS[collection]
    listed = viewset.as_view(
        {"get": "list"}, basename=collection, for_spreadsheets=True
    )
    return listed(request, format="csv")


def nothing_here(request, exception):
    """The page of an address that is none; a program gets a problem instead."""
    if not request.path.startswith("/api/v1/"):
        return page_not_found(request, exception)
    detail = "There is nothing at this address. /api/v1/ lists what there is."
    return problem_answer(404, detail)


urlpatterns = [
    path("v1/schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("v1/", include(router.urls)),
    path("docs/", documentation, name="api-docs"),
]
