"""What stands beside an article's claims: what of their evidence was known then."""

from collections.abc import Iterable

from django.db.models import Q

from bibliography.formats.fields import read_date
from bibliography.models import Reference
from bibliography.records import RecordType
from claims.models import Claim
from claims.words import Verdict
from evidence.articles.known_then import KnownThen, Published, counts, known_then
from evidence.facts.declared import ItemFacts
from evidence.facts.picking import Asked
from evidence.facts.standing_on import facts_of_items
from evidence.judged import judged_by
from evidence.method import GRADE_METHODS, method_for
from studies.words import ReportRole
from texts.dates import PartialDate

_OF_RESULTS = frozenset({ReportRole.MAIN, ReportRole.FOLLOW_UP})
_COLUMNS = (
    *("pk", "type", "issued", "year"),
    *("reports__study", "reports__role"),
)


def known_beside(
    claims: Iterable[Claim], then: PartialDate | None
) -> dict[int, KnownThen]:
    """What was known of each claim by the day of an article that makes it, by claim.

    Only of graded claims that something counts for; of none where the day is not
    known. Four queries, however many claims there are.
    """
    graded = {
        claim.pk: claim
        for claim in claims
        if claim.verdict != Verdict.NOT_GRADED and not claim.given.by_rule
    }
    if then is None or not graded:
        return {}
    judged = judged_by(graded)
    items = facts_of_items(judged.items)
    dates = published([item for rows in items.values() for item in rows])
    found = {
        id: known_then(
            items[judged.bases[id].pk],
            then,
            dates,
            rated=method_for(claim.kind) in GRADE_METHODS,
            asked=Asked.by(claim),
        )
        for id, claim in graded.items()
        if id in judged.bases
    }
    return {id: known for id, known in found.items() if known.studies}


def published(items: Iterable[ItemFacts]) -> Published:
    """When the studies that may count were published, by what is known (one query).

    A page of a register tells of results where no other report does; a registration
    or a protocol came before them.
    """
    counting = [item for item in items if counts(item, rated=False)]
    studies = {item.study.id for item in counting}
    sources = {
        item.result.compiled_from.id for item in counting if item.result.compiled_from
    }
    rows = Reference.objects.filter(
        Q(reports__study__in=studies) | Q(pk__in=sources)
    ).values_list(*_COLUMNS)
    reports: dict[int, list[PartialDate | None]] = {}
    registered: dict[int, list[PartialDate | None]] = {}
    references: dict[int, PartialDate | None] = {}
    for reference, type, issued, year, study, role in rows if studies else ():
        stated = PartialDate.of(read_date(issued) or str(year or ""))
        references[reference] = stated
        if role in _OF_RESULTS and type != RecordType.REGISTRATION:
            reports.setdefault(study, []).append(stated)
        elif role == ReportRole.REGISTRATION and type == RecordType.REGISTER_PAGE:
            registered.setdefault(study, []).append(stated)
    return Published({**registered, **reports}, references)
