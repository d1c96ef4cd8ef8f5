"""The research side's collections; none of them names a claim or an article."""

from studies.api.imports import ImportViewSet
from studies.api.notices import NoticeViewSet
from studies.api.references import ReferenceViewSet
from studies.api.results import OutcomeViewSet, ResultViewSet
from studies.api.studies import StudyViewSet

COLLECTIONS = {
    "references": ReferenceViewSet,
    "notices": NoticeViewSet,
    "studies": StudyViewSet,
    "outcomes": OutcomeViewSet,
    "results": ResultViewSet,
    "imports": ImportViewSet,
}
