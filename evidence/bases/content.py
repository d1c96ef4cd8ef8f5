"""What the page of an evidence base shows: candidates, decisions, what would follow."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import Claim, ClaimTopic
from claims.words import CantSay, Method, Standing, Verdict
from evidence.bases.counting import without_report
from evidence.bases.freezing import cant_say_of, in_words
from evidence.bases.proposing import bearing_of
from evidence.bases.question import asked_by
from evidence.bases.ready import freezing_problems, set_at
from evidence.facts.declared import BaseFacts, ItemFacts
from evidence.facts.pooling import deciding_line, lines_that_speak, pooled_for
from evidence.facts.standing_on import base_facts, facts_of_items
from evidence.judged import items_of
from evidence.method import GRADE_METHODS, lacks_reports, method_for
from evidence.models import EvidenceBase, EvidenceItem, Passage
from evidence.searches.content import searching_context
from evidence.searches.summary import searched
from evidence.words import Bearing, Decision
from studies.designs import PRECLINICAL, DesignGroup, speaks_of_animals
from studies.figures import result_in_words, which_in_words
from studies.models import Result, Study, StudyTopic, name_of

MOST = 40  # candidates offered at once, of each kind


def draft_of(claim: Claim) -> EvidenceBase | None:
    """The claim's base that is not frozen yet."""
    return claim.bases.filter(frozen_at=None).select_related("review").first()


def newest_of(claim: Claim, *, frozen: bool = False) -> EvidenceBase | None:
    """The claim's newest base: of all, or of those that are frozen."""
    rows = claim.bases.select_related("review", "frozen_by").order_by("-number")
    return (rows.frozen() if frozen else rows).first()


def frozen_numbers(claim: Claim) -> QuerySet[EvidenceBase, int]:
    """The numbers of a claim's frozen bases, the newest first."""
    rows = claim.bases.frozen().order_by("-number")
    return rows.values_list("number", flat=True)


def base_context(base: EvidenceBase) -> dict[str, Any]:
    """A base with its candidates by what was decided of them."""
    read = items_of({base.pk: None})
    items = facts_of_items(read)[base.pk]
    revisions = {row.pk: row.revision for row in read.of_base[base.pk]}
    told = [{**vars(item), "revision": revisions[item.item]} for item in items]
    return {
        "base": base_facts(base, items),
        "decided": [
            (decision, [item for item in told if item["decision"] == decision])
            for decision in Decision
        ],
        "reasons": EvidenceItem.Reason.set_pairs(),
        "several_lines": list(several_lines(base, items)),
        **searching_context(base),
    }


def several_lines(
    base: EvidenceBase, items: Collection[ItemFacts]
) -> Iterator[dict[str, Any]]:
    """The groups of designs with several pooled lines, of which one may be main."""
    pooling = pooled_for(base.claim, base, items)
    for designs in DesignGroup:
        lines = lines_that_speak(pooling, designs, base.claim)
        if len(lines) > 1:
            speaks = deciding_line(pooling, designs, base.claim)
            yield {"designs": designs, "lines": lines, "speaks": speaks}


# --- candidates ---


def offered(base: EvidenceBase, words: str) -> list[dict[str, Any]]:
    """Candidates not in the base yet, in groups, each with what it would show."""
    claim = base.claim
    groups = [
        ("Results of what was taken on from the searches", _taken_on(base)),
        ("Results of studies that the claim’s articles cite", _cited(claim)),
        ("Results of the same outcome", _same_outcome(claim)),
        ("Results of studies of the same intervention", _same_intervention(base)),
        ("Results of studies under the claim’s topics", _same_topic(claim)),
    ]
    if words:
        groups.insert(0, (f"Results found for “{words}”", _searched(words)))
    seen = set(base.items.exclude(result=None).values_list("result", flat=True))
    told = []
    for label, found in groups:
        rows = list(_loaded(found).exclude(pk__in=seen)[:MOST])
        seen |= {row.pk for row in rows}
        told.append({"label": label, "results": [_facts(claim, row) for row in rows]})
    return told


def passages(base: EvidenceBase, words: str) -> list[Passage]:
    """Passages not in the base yet: those found for words, else the newest."""
    rows = Passage.objects.current().select_related("reference")
    rows = rows.exclude(items__base=base)
    if words:
        rows = rows.filter(
            Q(quote__icontains=words) | Q(reference__title__icontains=words)
        )
    return list(rows.order_by("-pk")[: MOST if words else 5])


def without_results(base: EvidenceBase) -> QuerySet[Study]:
    """Studies cited, or taken on, of which nobody has entered a result."""
    told = Result.objects.current().filter(study=OuterRef("pk"))
    cited = Q(pk__in=_cited_studies(base.claim).values("pk"))
    taken_on = base.screened_records.exclude(study=None).values("study")
    meant = Study.objects.current().filter(cited | Q(pk__in=taken_on))
    meant = meant.exclude(Exists(told)).with_names()
    return meant.order_by("label", "pk")[:20]


def _cited_studies(claim: Claim) -> QuerySet[Study]:
    return (
        Study.objects.current()
        .filter(cited_works__citations__mention_links__mention__claim=claim)
        .distinct()
    )


def _cited(claim: Claim) -> QuerySet[Result]:
    return Result.objects.filter(study__in=_cited_studies(claim).values("pk"))


def _same_outcome(claim: Claim) -> QuerySet[Result]:
    same = Q(outcome=claim.outcome_measured_id) if claim.outcome_measured_id else Q()
    if claim.outcome.strip():
        same |= Q(outcome__name__iexact=claim.outcome.strip())
    return Result.objects.filter(same) if same else Result.objects.none()


def _taken_on(base: EvidenceBase) -> QuerySet[Result]:
    studies = base.screened_records.exclude(study=None)
    return Result.objects.filter(study__in=studies.values("study"))


def _same_intervention(base: EvidenceBase) -> QuerySet[Result]:
    words = asked_by(base)["intervention"].strip()
    if not words:
        return Result.objects.none()
    studies = Study.objects.current().matching(words)
    return Result.objects.filter(study__in=studies.values("pk"))


def _same_topic(claim: Claim) -> QuerySet[Result]:
    topics = ClaimTopic.objects.filter(claim=claim).values("topic")
    filed = StudyTopic.objects.filter(topic__in=topics)
    return Result.objects.filter(study__in=filed.values("study"))


def _searched(words: str) -> QuerySet[Result]:
    studies = Study.objects.current().matching(words).values("pk")
    return Result.objects.filter(
        Q(study__in=studies)
        | Q(study__label__icontains=words)
        | Q(outcome__name__icontains=words)
    )


def _loaded(rows: QuerySet[Result]) -> QuerySet[Result]:
    return (
        rows.filter(withdrawn_at=None, merged_into=None, study__withdrawn_at=None)
        .select_related("study", "outcome", "arm_1", "arm_2", "compiled_from")
        .select_related("entered_by")
        .annotate(study_name=name_of("study"))
        .order_by("study__year", "study__label", "pk")
    )


def _facts(claim: Claim, result: Result) -> dict[str, Any]:
    bearing, why = bearing_of(claim, result)
    return {
        "result": result,
        "which": which_in_words(result),
        "in_words": result_in_words(result),
        "bearing_words": Bearing(bearing).label if bearing else "",
        "why": why,
    }


# --- what freezing it now would do ---


class Lack(NamedTuple):
    """What keeps a base from being frozen, and where that is set."""

    sentence: str
    href: str


def lacks(base: EvidenceBase) -> list[Lack]:
    """All that keeps a base from being frozen, each linked to its field."""
    return [
        Lack(problem.sentence, set_at(base, problem.field))
        for problem in freezing_problems(base)
    ]


def what_follows(
    base: EvidenceBase, candidates: Collection[EvidenceItem]
) -> Iterator[str]:
    """Sentences on what happens when the base is frozen as it is."""
    method = method_for(base.claim.kind)
    if method in GRADE_METHODS:
        yield from _for_grading(base, candidates)
    elif method == Method.SEARCH_CHECK:
        said = searched(base).columns
        yield (
            "The claim can be checked against this search."
            if said["query"] and said["searched_on"]
            else "A search check needs the words of the search and its day: without "
            "them the claim cannot be checked."
        )
    elif not base.items.filter(decision="included", passage__isnull=False).exists():
        yield "No passage of a record is included: the claim can only read can’t say."
    if _replaced_by_rule(base, candidates):
        return
    if base.claim.standing:
        yield "The verdict there is stays, and needs review: it rests on another base."
    else:
        yield f"Until it is judged, the claim reads: {Verdict.NOT_GRADED.label}."


def cant_be_graded(base: EvidenceBase, candidates: Collection[EvidenceItem]) -> bool:
    """Whether there is nothing to judge once the base is frozen."""
    return cant_say_of(base, candidates) is not None


def _replaced_by_rule(base: EvidenceBase, candidates: Collection[EvidenceItem]) -> bool:
    """Whether freezing puts can't say in the place of the claim's verdict."""
    if base.claim.standing == Standing.PUBLISHED:
        return False
    return cant_say_of(base, candidates) is not None


def asks(facts: BaseFacts, candidates: Collection[EvidenceItem]) -> Iterator[str]:
    """What a person looks at again before freezing; none of it keeps from freezing."""
    if unread := without_report(candidates):
        yield lacks_reports([study.label for study in unread])
    yield from _of_animals(candidates)
    for told in facts.overlap_unknown:
        yield f"It is not known which studies {told.review} counts: overlap unknown."


def _of_animals(candidates: Collection[EvidenceItem]) -> Iterator[str]:
    """Asks of included studies that are entered as of people, and name animals."""
    included = [one for one in candidates if one.decision == Decision.INCLUDED]
    studies = {one.result.study for one in included if one.result}
    for study in sorted(studies, key=lambda study: study.label):
        if study.design in PRECLINICAL:
            continue
        if speaks_of_animals(study.title, study.population):
            yield (
                f"{study.label} is entered as a study of people "
                f"({study.get_design_display()}), and names animals: check its design."
            )


def _for_grading(
    base: EvidenceBase, candidates: Collection[EvidenceItem]
) -> Iterator[str]:
    nothing = cant_say_of(base, candidates)
    if nothing is None:
        yield "There are results that count: the claim can be graded."
    else:
        published = base.claim.standing == Standing.PUBLISHED
        where = ", as a draft under the published verdict" if published else ""
        why = CantSay(nothing.because).label
        yield f"The claim will read can’t say{where}. {in_words(nothing)}"
        yield f"The reason beside it will read: {why}."
    if base.scope == EvidenceBase.Scope.CITED_ONLY:
        yield (
            "From cited works only, a grade is provisional and says so, and "
            "publication bias is not assessed."
        )
