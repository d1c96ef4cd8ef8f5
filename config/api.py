"""The API's addresses: its collections, its schema and the schema's page."""

from django.http import Http404
from django.urls import include, path
from django.views.defaults import page_not_found
from rest_framework.routers import DefaultRouter, SimpleRouter

from accounts.invitations.api import InvitationViewSet
from accounts.jobs.api import JobViewSet
from articles.articles.api import ArticleViewSet
from articles.checks.rounds_api import MentionRoundViewSet
from articles.citations.api import CitationViewSet, CitedWorkViewSet
from articles.mentions.api import MentionViewSet
from articles.outlets.api import OutletViewSet
from articles.reference_lists.api import ListCheckViewSet
from articles.replies.api import ReplyViewSet
from bibliography.imports.api import ImportViewSet
from config.api_docs import SchemaView, api_docs
from core.api.changes import ChangeViewSet
from core.api.problems import problem_answer
from evidence.about.api import RuleViewSet, SiteTextViewSet
from evidence.agreement.api import AgreementViewSet
from evidence.bases.api import EvidenceBaseViewSet, EvidenceItemViewSet
from evidence.claims.table.api import ClaimTableViewSet
from evidence.corrections.api import CorrectionViewSet
from evidence.editing.api import COLLECTIONS as EDITING
from evidence.finding.api import SearchViewSet
from evidence.grades.api import GradeViewSet
from evidence.grades.drafts_api import GradeDraftViewSet
from evidence.grades.rounds_api import RoundViewSet
from evidence.notices.api import ReachingNoticeViewSet
from evidence.people.api import (
    ConflictViewSet,
    HeldPersonViewSet,
    OwnerlessViewSet,
)
from evidence.queue.api import QueueViewSet
from evidence.references.api import UsedReferenceViewSet
from evidence.saved_searches.api import SavedSearchViewSet
from evidence.screening.api import ScreenedRecordViewSet
from evidence.studies.api import JoinedStudyViewSet
from evidence.talk.api import CommentViewSet, FlagViewSet
from evidence.topics.api import TopicViewSet
from studies.appraisals.api import AppraisalViewSet, StudyRoundViewSet
from studies.appraisals.drafts_api import AppraisalDraftViewSet
from studies.appraisals.instruments_api import InstrumentViewSet
from studies.results.api import OutcomeViewSet
from studies.studies.api import ArmViewSet
from studies.studies.parts_api import InclusionViewSet, ReportViewSet
from studies.tables.api import ResultTableViewSet

GROUPS = {
    "What is said": {
        "articles": ArticleViewSet,
        "outlets": OutletViewSet,
        "mentions": MentionViewSet,
        "mention-rounds": MentionRoundViewSet,
        "citations": CitationViewSet,
        "cited-works": CitedWorkViewSet,
        "claims": ClaimTableViewSet,
        "replies": ReplyViewSet,
        "topics": TopicViewSet,
    },
    "What was found out": {
        "references": UsedReferenceViewSet,
        "notices": ReachingNoticeViewSet,
        "studies": JoinedStudyViewSet,
        "arms": ArmViewSet,
        "reports": ReportViewSet,
        "inclusions": InclusionViewSet,
        "outcomes": OutcomeViewSet,
        "results": ResultTableViewSet,
        "appraisals": AppraisalViewSet,
        "study-rounds": StudyRoundViewSet,
    },
    "What it stands on": {
        "evidence-bases": EvidenceBaseViewSet,
        "evidence-items": EvidenceItemViewSet,
        "screened-records": ScreenedRecordViewSet,
        "grades": GradeViewSet,
        "rounds": RoundViewSet,
        "corrections": CorrectionViewSet,
    },
    "Who works here": {
        "people": HeldPersonViewSet,
        "invitations": InvitationViewSet,
        "conflicts": ConflictViewSet,
    },
    "What goes on": {
        "comments": CommentViewSet,
        "flags": FlagViewSet,
        "imports": ImportViewSet,
        "list-checks": ListCheckViewSet,
        "jobs": JobViewSet,
        "changes": ChangeViewSet,
        "site-texts": SiteTextViewSet,
    },
}
COLLECTIONS = {name: each for group in GROUPS.values() for name, each in group.items()}
TABLES = COLLECTIONS | EDITING | {"search": SearchViewSet, "review": QueueViewSet}
# A person's alone: the first inside a collection.
OWN = {
    "grades/drafts": GradeDraftViewSet,
    "appraisals/drafts": AppraisalDraftViewSet,
    "review": QueueViewSet,
    "saved-searches": SavedSearchViewSet,
}

# What is reckoned from collections and has no rows of its own.
RECKONED = {
    "search": SearchViewSet,
    "agreement": AgreementViewSet,
    "without-an-owner": OwnerlessViewSet,
    "rules": RuleViewSet,
    "instruments": InstrumentViewSet,
}

own = SimpleRouter()
for name, viewset in (OWN | RECKONED | EDITING).items():
    own.register(name, viewset, basename=name.replace("/", "-"))

router = DefaultRouter()
router.include_format_suffixes = False
for name, viewset in COLLECTIONS.items():
    router.register(name, viewset, basename=name)


def table(request, collection):
    """A list as CSV for spreadsheets, narrowed as its page is: all of its rows."""
    if collection not in TABLES:
        raise Http404("There is no list of that name.")
    viewset = TABLES[collection]
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
    path("v1/schema/", SchemaView.as_view(), name="api-schema"),
    path("v1/", include(own.urls)),
    path("v1/", include(router.urls)),
    path(
        "docs/",
        api_docs,
        {
            "groups": GROUPS
            | {
                "What is reckoned": RECKONED,
                "What is yours alone": {
                    "review": QueueViewSet,
                    "saved-searches": SavedSearchViewSet,
                },
                "What waits for editors": EDITING,
            }
        },
        name="api-docs",
    ),
]
