"""The evidence in a snapshot: the base, and every candidate with its numbers."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, F, FilteredRelation, Q, Value, When

from evidence.models import EvidenceBase, EvidenceItem, Grade, Passage
from evidence.snapshots.numbers import result_in_words
from evidence.snapshots.words import shown
from evidence.words import Bearing
from studies.designs import REVIEWS
from studies.models import Inclusion, Notice, Result, Study
from studies.models.reference import Noted, retraction_stands

DECISIONS = ("included", "excluded", "awaiting")
ELEMENTS = ("population", "intervention", "comparator", "outcome")
_IN_ORDER = Case(
    When(decision="included", then=Value(0)),
    When(decision="awaiting", then=Value(1)),
    default=Value(2),
)
NUMBERS = (
    "estimate",
    "ci_low",
    "ci_high",
    "ci_level",
    "events_1",
    "total_1",
    "mean_1",
    "sd_1",
    "events_2",
    "total_2",
    "mean_2",
    "sd_2",
)
_WORDS = (
    "metric",
    "contrast",
    "analysis_set",
    "measured",
    "direction",
    "provenance",
)
_RECORD = ("title", "year", "first_author")
_READ = {  # what is read of each row; the rest, an article's bytes too, stays behind
    "": (
        *("base", "decision", "reason", "reason_words", "bearing", "bearing_why"),
        *(f"{name}_match" for name in ELEMENTS),
    ),
    "result__": (
        *("comparison", "time_point", "subgroup", "p_value", *_WORDS, *NUMBERS),
        *("pooled_studies", "quote", "place", "withdrawn_reason", "checked_at"),
    ),
    "result__study__": (
        *("label", "year", "design", "allocation", "status", "sample_size", "sample"),
    ),
    "result__outcome__": ("name", "unit"),
    "result__compiled_from__": _RECORD,
    "result__entered_by__": ("display_name",),
    "result__checked_by__": ("display_name",),
    "result__second_hand_source__": ("quote", "version__article__title"),
    "passage__": ("quote", "place", "read_on", "jurisdiction", "withdrawn_reason"),
    "passage__reference__": _RECORD,
}
_ITEMS = (  # slow to build: once
    EvidenceItem.objects.select_related(
        "result__study",
        "result__outcome",
        "result__compiled_from",
        "result__entered_by",
        "result__checked_by",
        "result__second_hand_source__version__article",
        "passage__reference",
    )
    .only(*(f"{path}{name}" for path, names in _READ.items() for name in names))
    .order_by(_IN_ORDER, "result__study__year", "result__study__label", "id")
)
NO_GRADE = 0  # no row's id: an empty list of ids would take the items with it
Included = dict[int, list[Inclusion]]


def base_facts(
    base: EvidenceBase, items: list[dict], listed: Included | None = None
) -> dict[str, Any]:
    """How far was searched, and how many candidates counted.

    ``listed`` is what the included reviews list (``reviews_list``); read where it is
    not given.
    """
    if listed is None:
        listed = reviews_list(items)
    tally = {
        decision: sum(item["decision"] == decision for item in items)
        for decision in DECISIONS
    }
    return {
        "id": base.pk,
        "number": base.number,
        "question": {element: getattr(base, element) for element in ELEMENTS},
        "eligible_designs": list(base.eligible_designs),
        "scope": base.scope,
        "scope_words": shown(base, "scope"),
        "sources": base.sources,
        "query": base.query,
        "searched_on": base.searched_on.isoformat() if base.searched_on else None,
        "review": _linked_study(base.review) if base.review else None,
        "frozen_at": base.frozen_at.isoformat() if base.frozen_at else None,
        "frozen_by": base.frozen_by.display_name if base.frozen_by else None,
        **tally,
        "overlap_unknown": overlap_unknown(items, listed),
    }


def overlap_unknown(items: list[dict], listed: Included) -> list[dict[str, Any]]:
    """Included reviews whose own studies are not all known, so may count twice.

    ``listed`` is how many studies the review is known to include, ``unmatched`` those
    of which nobody knows which study they are; with none listed nothing is known.
    """
    told = []
    for review, study in _included_reviews(items).items():
        rows = listed[review]
        unmatched = [row.listed_as for row in rows if row.study_id is None]
        if unmatched or not rows:
            told.append(
                {
                    "review": study["label"],
                    "address": study["address"],
                    "listed": len(rows),
                    "unmatched": unmatched,
                }
            )
    return told


def reviews_list(items: Iterable[dict]) -> Included:
    """What each included review lists, by review (one query, none for no reviews)."""
    found: Included = {review: [] for review in _included_reviews(items)}
    if found:
        for row in Inclusion.objects.filter(review__in=found).order_by("id"):
            found[row.review_id].append(row)
    return found


def _included_reviews(items: Iterable[dict]) -> dict[int, dict[str, Any]]:
    return {
        item["study"]["id"]: item["study"]
        for item in items
        if item["decision"] == "included"
        and item["study"]
        and item["study"]["design"] in REVIEWS
    }


def _linked_study(study: Study) -> dict[str, Any]:
    return {
        "id": study.pk,
        "label": study.label,
        "year": study.year,
        "address": f"/studies/{study.pk}/",
    }


class NoticesFound(NamedTuple):
    """Standing notices by study (on any of its reports) and by reference."""

    of_study: dict[int, list[dict[str, Any]]]
    of_reference: dict[int, list[dict[str, Any]]]


def evidence_items(base: EvidenceBase, grade: Grade | None) -> list[dict[str, Any]]:
    """Every candidate of the base, included ones first, as the grade reads them."""
    return items_of({base.pk: grade.pk if grade else None})[base.pk]


def items_of(graded: dict[int, int | None]) -> dict[int, list[dict[str, Any]]]:
    """The candidates of each base, as the grade given for it reads them, by base.

    Two queries for all bases, none for no bases.
    """
    found: dict[int, list[dict[str, Any]]] = {base: [] for base in graded}
    rows = list(_rows(graded)) if graded else []
    notices = _notices_of(rows)
    for row in rows:
        found[row.base_id].append(item_facts(row, notices))
    return found


def _notices_of(rows: list[EvidenceItem]) -> NoticesFound:
    results = [row.result for row in rows if row.result_id]
    passages = [row.passage for row in rows if row.passage_id]
    return notices_on(
        studies={result.study_id for result in results},
        references={
            *(result.compiled_from_id for result in results if result.compiled_from_id),
            *(passage.reference_id for passage in passages),
        },
    )


def _rows(graded: dict[int, int | None]) -> Any:
    # A grade reads items of its own base alone, so that the bases do not mix.
    grades = [grade for grade in graded.values() if grade] or [NO_GRADE]
    return _ITEMS.filter(base__in=graded).annotate(
        read=FilteredRelation("readings", condition=Q(readings__grade__in=grades)),
        confirmed=F("read__bearing"),
        **{f"confirmed_{name}": F(f"read__{name}_match") for name in ELEMENTS},
    )


def notices_on(*, studies: set[int], references: set[int]) -> NoticesFound:
    """The standing notices on studies' reports and on references, oldest first."""
    rows = (
        Notice.objects.filter(
            Q(reference__reports__study__in=studies) | Q(reference__in=references),
            withdrawn_at=None,
        )
        .annotate(
            study=F("reference__reports__study"), role=F("reference__reports__role")
        )
        .order_by(F("dated").asc(nulls_last=True), "id", "role")
    )
    found = NoticesFound({}, {})
    for row in rows if studies or references else ():
        if row.study in studies:
            found.of_study.setdefault(row.study, []).append(_notice_facts(row))
        named = found.of_reference.setdefault(row.reference_id, [])
        if all(told["id"] != row.pk for told in named):
            named.append(_notice_facts(row))
    return found


def _notice_facts(notice: Notice) -> dict[str, Any]:
    return {
        "id": notice.pk,
        "kind": notice.kind,
        "words": shown(notice, "kind"),
        "dated": notice.dated.isoformat() if notice.dated else None,
        "main_report": notice.role == "main",
    }


def is_retracted(notices: list[dict[str, Any]]) -> bool:
    """Whether a study's main report is retracted, and stands so."""
    return retraction_stands(noted(each for each in notices if each["main_report"]))


def noted(notices: Iterable[dict[str, Any]]) -> Iterator[Noted]:
    """What of some notices' facts decides whether their publication is retracted."""
    for each in notices:
        dated = date.fromisoformat(each["dated"]) if each["dated"] else None
        yield Noted(each["id"], each["kind"], dated)


def item_facts(item: EvidenceItem, notices: NoticesFound) -> dict[str, Any]:
    """One candidate: what was decided, what it shows, and the thing itself."""
    bearing = item.confirmed or item.bearing
    result = item.result
    return {
        "item": item.pk,
        "decision": item.decision,
        "reason": item.reason,
        "reason_words": item.reason_words
        or (shown(item, "reason") if item.reason else ""),
        "bearing": bearing,
        "bearing_words": Bearing(bearing).label if bearing else "",
        "bearing_why": item.bearing_why,
        "bearing_confirmed": bool(item.confirmed),
        "directness": {
            name: getattr(item, f"confirmed_{name}") or getattr(item, f"{name}_match")
            for name in ELEMENTS
        },
        "study": study_facts(result.study, notices) if result else None,
        "result": result_facts(result, notices) if result else None,
        "passage": passage_facts(item.passage, notices) if item.passage else None,
    }


def study_facts(study: Study, notices: NoticesFound) -> dict[str, Any]:
    """A study in an evidence table."""
    told = notices.of_study.get(study.pk, [])
    return {
        **_linked_study(study),
        "design": study.design,
        "design_words": shown(study, "design"),
        "allocation": study.allocation,
        "allocation_words": shown(study, "allocation"),
        "status": study.status,
        "status_words": shown(study, "status"),
        "sample_size": study.sample_size,
        "is_retracted": is_retracted(told),
        "notices": told,
        "sample": study.sample,
    }


def result_facts(result: Result, notices: NoticesFound) -> dict[str, Any]:
    """A result with its numbers, its words, and where it was read and by whom."""
    worded = {name: getattr(result, name) for name in _WORDS}
    worded |= {f"{name}_words": shown(result, name) for name in _WORDS}
    return {
        "id": result.pk,
        "address": f"/studies/{result.study_id}/#result-{result.pk}",
        "outcome": result.outcome.name,
        "outcome_unit": result.outcome.unit,
        "comparison": result.comparison,
        "time_point": result.time_point,
        "subgroup": result.subgroup,
        "p_value": result.p_value,
        **worded,
        **{name: getattr(result, name) for name in NUMBERS},
        "in_words": result_in_words(result),
        "pooled_studies": result.pooled_studies,
        "compiled_from": _reference(result.compiled_from, notices),
        "told_by": _told_by(result),
        "quote": result.quote,
        "place": result.place,
        "withdrawn": result.withdrawn_reason,
        "entered_by": result.entered_by.display_name,
        "checked_by": result.checked_by.display_name if result.checked_by else None,
        "checked_at": result.checked_at.isoformat() if result.checked_at else None,
    }


def _reference(reference: Any, notices: NoticesFound) -> dict[str, Any] | None:
    if reference is None:
        return None
    return {
        "id": reference.pk,
        "title": reference.title,
        "year": reference.year,
        "first_author": reference.first_author,
        "address": f"/references/{reference.pk}/",
        "notices": notices.of_reference.get(reference.pk, []),
    }


def _told_by(result: Result) -> dict[str, Any] | None:
    """The article a second-hand result is known from."""
    source = getattr(result, "second_hand_source", None)
    if source is None:
        return None
    article = source.version.article
    return {
        "article": {
            "id": article.pk,
            "title": article.title,
            "address": f"/articles/{article.pk}/",
        },
        "quote": source.quote,
    }


def passage_facts(passage: Passage, notices: NoticesFound) -> dict[str, Any]:
    """A quoted passage of a record."""
    return {
        "id": passage.pk,
        "quote": passage.quote,
        "place": passage.place,
        "read_on": passage.read_on.isoformat(),
        "jurisdiction": passage.jurisdiction,
        "withdrawn": passage.withdrawn_reason,
        "reference": _reference(passage.reference, notices),
    }
