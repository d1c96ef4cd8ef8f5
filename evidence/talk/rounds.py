"""Which closed rounds a remark on a record may give something away of."""

from collections.abc import Mapping
from functools import reduce
from operator import or_

from django.db.models import Q

from accounts.models import User
from evidence.talk.models import ROUNDS
from evidence.talk.words import About

# The ways from a round to the records that its judges have before them, by the column
# of a remark that keeps rounds of that kind.
WAYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "claim_rounds": {
        About.CLAIM: ("claim",),
        About.CLAIM_ROUND: ("pk",),
        About.STUDY_ROUND: ("base__items__result__study__rounds",),
        About.BASE: ("base",),
        About.MENTION: ("claim__mentions",),
        About.MENTION_ROUND: ("claim__mentions__rounds",),
        About.CITATION_SUPPORT: ("claim__mentions__supports",),
        About.ARTICLE: ("claim__mentions__article",),
        About.CITED_WORK: ("claim__mentions__citations__cited_work",),
        About.RESULT: ("base__items__result",),
        About.STUDY: ("base__items__result__study",),
        About.OUTCOME: ("base__items__result__outcome",),
        About.REFERENCE: (
            "base__items__passage__reference",
            "base__items__result__compiled_from",
            "base__items__result__study__reports__reference",
        ),
    },
    "study_rounds": {
        About.STUDY_ROUND: ("pk",),
        About.STUDY: ("study",),
        About.RESULT: ("result", "study__results"),
        About.OUTCOME: ("result__outcome", "study__results__outcome"),
        About.REFERENCE: ("study__reports__reference",),
        About.CITED_WORK: ("study__cited_works",),
        About.MENTION: ("study__cited_works__citations__mentions",),
        About.MENTION_ROUND: ("study__cited_works__citations__rounds",),
        About.CITATION_SUPPORT: ("study__cited_works__citations__supports",),
        About.ARTICLE: ("study__cited_works__article",),
        About.BASE: ("study__results__items__base",),
        About.CLAIM: ("study__results__items__base__claim",),
        About.CLAIM_ROUND: ("study__results__items__base__rounds",),
    },
    "mention_rounds": {
        About.MENTION_ROUND: ("pk",),
        About.MENTION: ("mention",),
        About.CITATION_SUPPORT: ("mention__supports",),
        About.ARTICLE: ("mention__article",),
        About.CITED_WORK: ("citation__cited_work",),
        About.REFERENCE: ("citation__cited_work__reference",),
        About.STUDY: ("citation__cited_work__study",),
        About.STUDY_ROUND: ("citation__cited_work__study__rounds",),
        About.CLAIM: ("mention__claim",),
        About.CLAIM_ROUND: ("mention__claim__rounds",),
        About.BASE: ("mention__claim__bases",),
    },
}


def judged_by(user: User, about: str, row_id: int) -> dict[str, list[int]]:
    """The closed rounds a person judges in that a record belongs to, by their column.

    A remark on it may tell how they judge, so it waits until those rounds open. What
    they judge alone nobody else is blind to: there is no round to wait for.
    """
    found: dict[str, list[int]] = {}
    for column, kind in ROUNDS.items():
        ways = WAYS[column].get(about, ())
        if not ways:
            found[column] = []
            continue
        rounds = kind._default_manager.running().filter(
            reduce(or_, (Q(**{way: row_id}) for way in ways)),
            assignments__reviewer=user.pk,
            wanted__gt=1,
        )
        ids = rounds.order_by("pk").values_list("pk", flat=True).distinct()
        found[column] = list(ids)
    return found
