"""Which record is screened next, and what its page shows."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from bibliography.models import ImportRecord, Reference
from evidence.models import EvidenceBase, ScreenedRecord
from evidence.screening.actions import last_of, step_size
from evidence.screening.marking import with_marks, words_of
from evidence.words import ScreeningDecision, ScreeningReason
from studies.designs import suggest_design
from studies.models import Study

REASONS = [
    (number, value, label)
    for number, (value, label) in enumerate(ScreeningReason.set_pairs(), start=1)
]


def next_after(base: EvidenceBase, pk: int | None) -> ScreenedRecord | None:
    """The next record that waits behind another; from the first on, behind the last."""
    waiting = loaded(base).awaiting()
    later = waiting.filter(pk__gt=pk).first() if pk else None
    return later or waiting.first()


def loaded(base: EvidenceBase) -> QuerySet[ScreenedRecord]:
    """A base's records with what their page shows of them."""
    return base.screened_records.select_related(
        "base__claim", "reference", "search", "study", "decided_by"
    )


def shown(
    base: EvidenceBase, record: ScreenedRecord | None, user: User
) -> dict[str, Any]:
    """What the page shows of a record, of those around it, and of the last step."""
    last = last_of(base, user)
    context = {
        "progress": progress(base),
        "last": last,
        "last_count": step_size(last) if last else 0,
        "reasons": REASONS,
        "record": record,
    }
    return {**context, **_of(base, record)} if record else context


def progress(base: EvidenceBase) -> dict[str, Any]:
    """How many records were decided, and how (one query)."""
    rows = base.screened_records.order_by().values_list("decision")
    counted = dict(rows.annotate(n=Count("pk")))
    n = {str(each): counted.get(each, 0) for each in ScreeningDecision}
    total = sum(n.values())
    return {**n, "total": total, "done": total - n["awaiting"]}


def _of(base: EvidenceBase, record: ScreenedRecord) -> dict[str, Any]:
    reference, words = record.reference, words_of(base)
    rows = Reference.objects.with_identifiers().with_retracted()
    told = rows.get(pk=reference.pk)
    return {
        "title": with_marks(reference.title, words),
        "abstract": with_marks(reference.abstract, words),
        "told": told,
        "brought_by": _brought_by(base, record),
        "studies": list(
            Study.objects.current().reported_by(reference.pk).order_by("pk")[:5]
        ),
        "hint": suggest_design(reference.title, reference.abstract),
        "words": words,
        "known_studies": list(_known_studies(base)),
    }


def _known_studies(base: EvidenceBase) -> QuerySet[Study]:
    """The studies that the base has already: a record may report one of them too."""
    candidates = base.items.exclude(result=None).values("result__study")
    taken_on = base.screened_records.exclude(study=None).values("study")
    known = Q(pk__in=candidates) | Q(pk__in=taken_on)
    rows = Study.objects.current().filter(known).with_names()
    return rows.order_by("label", "pk")[:200]


def _brought_by(base: EvidenceBase, record: ScreenedRecord) -> list[str]:
    """The sources whose searches brought a record, each once."""
    batches = ImportRecord.objects.filter(reference=record.reference_id)
    found = base.searches.filter(batch__in=batches.values("batch")).order_by("pk")
    named = dict.fromkeys(found.values_list("source", flat=True))
    return list(named) or [record.search.source]
