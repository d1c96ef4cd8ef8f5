"""The evidence as facts: the base, and every candidate with its numbers."""

from collections.abc import Collection, Iterable
from typing import Any

from bibliography.models import Notice, Reference
from bibliography.references.quoting import quote_in
from core.templatetags.footing import NOT_STATED, counted, number
from core.wording import day_words, iso, shown, shown_if_set
from evidence.facts.appraised import appraisal_facts
from evidence.facts.declared import (
    ArticleLink,
    BaseFacts,
    BaseQuestion,
    Directness,
    Disagreement,
    ItemFacts,
    NoticeFacts,
    Overlap,
    PassageFacts,
    Record,
    ResultFacts,
    StudyFacts,
    StudyLink,
    ToldBy,
)
from evidence.judged import (
    ELEMENTS,
    Items,
    Notices,
    bearing_of,
    designs_of,
    directness_of,
    is_retracted,
    items_of,
)
from evidence.models import EvidenceBase, EvidenceItem, Passage
from evidence.words import Bearing, OwnReport
from studies.designs import REVIEWS, Design
from studies.figures import (
    arms_in_words,
    comparison_in_words,
    computed_in_words,
    result_in_words,
    route_in_words,
)
from studies.models import Inclusion, Result, Study
from studies.results.consistency import findings_of, still_open
from studies.results.further import further_of

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
Included = dict[int, list[Inclusion]]


def base_facts(
    base: EvidenceBase,
    items: Collection[ItemFacts],
    listed: Included | None = None,
) -> BaseFacts:
    """How far was searched, and how many candidates counted.

    ``listed`` is what the included reviews list (``reviews_list``); read where it is
    not given.
    """
    if listed is None:
        listed = reviews_list(items)
    excluded, awaiting = _number_of(items, "excluded"), _number_of(items, "awaiting")
    return BaseFacts(
        id=base.pk,
        number=base.number,
        question=BaseQuestion(**{name: getattr(base, name) for name in ELEMENTS}),
        eligible_designs=tuple(base.eligible_designs),
        scope=base.scope,
        scope_words=shown(base, "scope"),
        sources=base.sources,
        query=base.query,
        searched_on=iso(base.searched_on),
        searched_on_words=day_words(base.searched_on),
        review=StudyLink(**_linked(base.review)) if base.review else None,
        frozen_at=iso(base.frozen_at),
        frozen_at_words=day_words(base.frozen_at),
        frozen_by=base.frozen_by.display_name if base.frozen_by else None,
        included=_number_of(items, "included"),
        excluded=excluded,
        awaiting=awaiting,
        left_out_words=_left_out_words(excluded, awaiting),
        overlap_unknown=tuple(overlap_unknown(items, listed)),
    )


def _number_of(items: Collection[ItemFacts], decision: str) -> int:
    return sum(item.decision == decision for item in items)


def _left_out_words(excluded: int, awaiting: int) -> str:
    """As "2 candidates left out, 1 awaiting"; empty where all are included."""
    if not excluded and not awaiting:
        return ""
    words = f"{counted(excluded, 'candidate')} left out"
    return f"{words}, {number(awaiting)} awaiting" if awaiting else words


def overlap_unknown(items: Iterable[ItemFacts], listed: Included) -> Iterable[Overlap]:
    """Included reviews whose own studies are not all known, so may count twice.

    ``listed`` is how many studies the review is known to include, ``unmatched`` those
    of which nobody knows which study they are; with none listed nothing is known.
    """
    for review, study in _included_reviews(items).items():
        rows = listed[review]
        unmatched = tuple(row.listed_as for row in rows if row.study_id is None)
        if unmatched or not rows:
            yield Overlap(study.label, study.address, len(rows), unmatched)


def reviews_list(items: Iterable[ItemFacts]) -> Included:
    """What each included review lists, by review (one query, none for no reviews)."""
    found: Included = {review: [] for review in _included_reviews(items)}
    if found:
        for row in Inclusion.objects.filter(review__in=found).order_by("id"):
            found[row.review_id].append(row)
    return found


def _included_reviews(items: Iterable[ItemFacts]) -> dict[int, StudyFacts]:
    return {
        item.study.id: item.study
        for item in items
        if item.decision == "included" and item.study and item.study.design in REVIEWS
    }


def _linked(study: Study) -> dict[str, Any]:
    return {
        "id": study.pk,
        "label": study.name,
        "year": study.year,
        "address": f"/studies/{study.pk}/",
    }


def evidence_items(base: EvidenceBase) -> tuple[ItemFacts, ...]:
    """Every candidate of the base as proposed, included ones first (two queries)."""
    return facts_of_items(items_of({base.pk: None}))[base.pk]


def facts_of_items(items: Items) -> dict[int, tuple[ItemFacts, ...]]:
    """The candidates of each base, as the rows were read, by base."""
    return {
        base: tuple(item_facts(row, items) for row in rows)
        for base, rows in items.of_base.items()
    }


def item_facts(item: EvidenceItem, items: Items) -> ItemFacts:
    """One candidate: what was decided, what it shows, and the thing itself."""
    bearing = bearing_of(item)
    result, notices = item.result, items.notices
    return ItemFacts(
        item=item.pk,
        decision=item.decision,
        reason=item.reason,
        reason_words=item.reason_words or shown_if_set(item, "reason"),
        bearing=bearing,
        bearing_words=_bearing_words(item, bearing),
        bearing_symbol=Bearing(bearing).symbol,
        bearing_why=item.bearing_why,
        bearing_confirmed=bool(item.confirmed),
        directness=Directness(**directness_of(item)),
        study=study_facts(result.study, notices, item.own_report) if result else None,
        result=result_facts(result, notices) if result else None,
        passage=passage_facts(item.passage, notices) if item.passage else None,
        appraisals=appraisal_facts(items.appraisals_of(result)) if result else (),
    )


def _bearing_words(item: EvidenceItem, bearing: str) -> str:
    """What a candidate shows; a passage is quoted, and nobody reads it as a result."""
    if bearing:
        return Bearing(bearing).label
    return "quoted" if item.passage_id else ""


def study_facts(study: Study, notices: Notices, own_report: str) -> StudyFacts:
    """A study in an evidence table; ``own_report`` is whether its report is on file."""
    standing = notices.of_study.get(study.pk, [])
    size = study.sample_size
    return StudyFacts(
        **_linked(study),
        design=study.design,
        design_words=shown(study, "design"),
        allocation=study.allocation,
        allocation_words=shown(study, "allocation"),
        status=study.status,
        status_words=shown(study, "status"),
        sample_size=size,
        sample_size_words=number(size) if size else "",
        is_retracted=is_retracted(standing),
        notices=tuple(_notice_facts(row, row.role == "main") for row in standing),
        sample=study.sample,
        report_words=OwnReport(own_report).label,
    )


def _notice_facts(notice: Notice, main_report: bool) -> NoticeFacts:
    return NoticeFacts(
        id=notice.pk,
        address=f"/notices/{notice.pk}/",
        kind=notice.kind,
        words=shown(notice, "kind"),
        dated=iso(notice.dated),
        main_report=main_report,
        is_confirmed=getattr(notice, "is_confirmed", True),
        not_confirmed=notice.not_confirmed,
    )


def result_facts(result: Result, notices: Notices) -> ResultFacts:
    """A result with its numbers, its words, and where it was read and by whom."""
    other = result.outcome.complement_of
    found = findings_of(result, result.study.design)
    return ResultFacts(
        id=result.pk,
        address=f"/studies/{result.study_id}/#result-{result.pk}",
        outcome=result.outcome.name,
        outcome_unit=result.outcome.unit,
        comparison=result.compared,
        time_point=result.time_words,
        subgroup=result.subgroup,
        p_value=result.p_value,
        **{name: getattr(result, name) for name in _WORDS},
        **{f"{name}_words": shown(result, name) for name in _WORDS},
        **{name: getattr(result, name) for name in NUMBERS},
        provenance_flag=_provenance_flag(result),
        in_words=result_in_words(result),
        pooled_studies=result.pooled_studies,
        designs=designs_of(result) or "",
        compiled_from=_record(result.compiled_from, notices),
        told_by=_told_by(result),
        quote=result.quote,
        place=result.place,
        withdrawn=result.withdrawn_reason,
        entered_by=result.entered_by.display_name,
        checked_by=result.checked_by.display_name if result.checked_by else None,
        checked_at=iso(result.checked_at),
        adjusted=result.adjusted,
        dose=result.dose,
        outcome_better=result.outcome.better,
        comparison_words=comparison_in_words(result) or NOT_STATED,
        arms_words=arms_in_words(result),
        pools_words=_pools_words(result),
        computed_words=computed_in_words(result),
        disputed_by=result.disputed_by.display_name if result.disputed_by else None,
        source_says=result.source_says,
        further=further_of(result),
        unanswered=still_open(found, result.answers),
        disagrees=tuple(
            # What does not agree in its numbers, with what was answered.
            Disagreement(
                str(one.check), one.sentence, result.answers.get(one.check, "")
            )
            for one in found
        ),
        evidence_route_words=route_in_words(result),
        complement_of=other.name if other else "",
    )


def _pools_words(result: Result) -> str:
    """What a review's estimate pools: it is graded as that, and not as a review."""
    k, design = result.pooled_studies, result.study.design
    if not k and design not in REVIEWS:
        return ""
    many = counted(k, "study,studies") if k else "studies, their number not stated"
    pooled = ", ".join(Design(each).label for each in result.pooled_designs)
    group = designs_of(result)
    words = f"pools {many} ({pooled or 'designs not stated'})"
    if group:
        words += f"; graded as {group.label}"
    if route := route_in_words(result):
        words += f"; {route}"
    return words


def _record(reference: Reference | None, notices: Notices) -> Record | None:
    if reference is None:
        return None
    standing = notices.of_reference.get(reference.pk, [])
    return Record(
        id=reference.pk,
        title=reference.title,
        year=reference.year,
        first_author=reference.first_author,
        address=f"/references/{reference.pk}/",
        notices=tuple(_notice_facts(row, row.role == "main") for row in standing),
    )


def _told_by(result: Result) -> ToldBy | None:
    """The article a second-hand result is known from."""
    source = getattr(result, "second_hand_source", None)
    if source is None:
        return None
    article = source.version.article
    link = ArticleLink(article.pk, article.title, f"/articles/{article.pk}/")
    return ToldBy(link, source.quote)


def _provenance_flag(result: Result) -> str:
    """What stands beside a result that was not read in its study's own report."""
    own = result.provenance == Result.Provenance.PRIMARY
    return "" if own else shown(result, "provenance")


def passage_facts(passage: Passage, notices: Notices) -> PassageFacts:
    """A quoted passage of a record."""
    return PassageFacts(
        id=passage.pk,
        quote=passage.quote,
        place=passage.place,
        read_on=passage.read_on.isoformat(),
        read_on_words=day_words(passage.read_on),
        jurisdiction=passage.jurisdiction,
        withdrawn=passage.withdrawn_reason,
        reference=_record(passage.reference, notices),
        found_words=quote_in(passage.quote, [passage.reference]).state.label,
    )
