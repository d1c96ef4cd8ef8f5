"""The research side's collections; none of them names a claim or an article.

Notices are served by evidence, which knows what they reach.
"""

from studies.api.imports import ImportViewSet
from studies.api.references import ReferenceViewSet
from studies.api.results import OutcomeViewSet, ResultViewSet
from studies.api.studies import StudyViewSet

COLLECTIONS = {
    "references": ReferenceViewSet,
    "studies": StudyViewSet,
    "outcomes": OutcomeViewSet,
    "results": ResultViewSet,
    "imports": ImportViewSet,
}
