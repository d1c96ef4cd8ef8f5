"""Evidence bases: opened, filled, frozen, copied."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from claims.models import Claim
from core.actions import action, expect_revision, save
from core.dataclass_json import to_json
from core.errors import FieldProblem, Refused
from core.models import Merge
from evidence.bases.freezing import cant_say_of, judge_without_evidence
from evidence.bases.items import copy_item, lock_base, propose_again
from evidence.bases.question import asked_by, elements_of
from evidence.bases.ready import freezing_problems, problems_found, set_at
from evidence.basis import claim_basis
from evidence.claims.review import look_again
from evidence.facts.pooling import pooled_for
from evidence.facts.standing_on import evidence_items
from evidence.judged import ELEMENTS
from evidence.models import ClaimRound, EvidenceBase
from evidence.screening.copying import copy_screening
from evidence.searches.summary import own_words, searched
from studies.models import Study

# How a base says it was searched; whatever is copied from it keeps this.
SEARCH = (
    *("scope", "sources", "query", "searched_on", "eligible_designs"),
    *("records_found", "records_screened"),
    *("review", "review_searched_on", "review_search_unknown", "review_included"),
)


class BaseFields(TypedDict, total=False):
    """What can be said of a base until it is frozen: its search and its question."""

    population: str
    intervention: str
    comparator: str
    outcome: str
    eligible_designs: list[str]
    scope: str
    sources: str
    query: str
    searched_on: date | None
    records_found: int | None
    records_screened: int | None
    review: Study | None
    review_searched_on: date | None
    review_search_unknown: bool
    review_included: int | None
    marked_words: str


@action
def open_base(
    *,
    claim: Claim,
    scope: str,
    by: User,
    sources: str = "",
    query: str = "",
    searched_on: date | None = None,
    records_found: int | None = None,
    records_screened: int | None = None,
    review: Study | None = None,
    review_searched_on: date | None = None,
    review_search_unknown: bool = False,
    review_included: int | None = None,
    eligible_designs: Sequence[str] = (),
    marked_words: str = "",
    question: dict[str, str] | None = None,
    reason: str = "",
) -> EvidenceBase:
    """Begin an evidence base; its question is the claim's where none is given."""
    require(by, Permission.FREEZE_BASES)
    refuse_unjudgeable(claim)
    asked = elements_of(claim) | (question or {})
    return save(
        EvidenceBase(
            claim=claim,
            number=next_number(claim),
            scope=scope,
            sources=sources,
            query=query,
            searched_on=searched_on,
            records_found=records_found,
            records_screened=records_screened,
            review=review,
            review_searched_on=review_searched_on,
            review_search_unknown=review_search_unknown,
            review_included=review_included,
            eligible_designs=list(eligible_designs),
            marked_words=marked_words,
            by=by,
            **asked,
        )
    )


@action
def edit_base(
    *,
    base: EvidenceBase,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Unpack[BaseFields],
) -> EvidenceBase:
    """Change how a draft base says it was searched, or its question."""
    require(by, Permission.FREEZE_BASES)
    expect_revision(base, revision)
    return save(base, **changes)


@action
def mark_main_line(
    *,
    base: EvidenceBase,
    designs: str,
    line: str,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> EvidenceBase:
    """Mark the pooled line that decides for a group of designs, by its key.

    An empty key marks none. Refused for a line that the base does not have.
    """
    require(by, Permission.FREEZE_BASES)
    expect_revision(base, revision)
    lines = pooled_for(base.claim, base, evidence_items(base)).lines
    of_designs = {one.key for one in lines if one.designs == designs}
    if line and line not in of_designs:
        raise Refused("The base has no such pooled line now; look at them again.")
    kept = {one.key for one in lines} - of_designs
    marked = [key for key in base.main_lines if key in kept]
    return save(base, main_lines=[*marked, line] if line else marked)


@action
def freeze_base(
    *, base: EvidenceBase, by: User, reason: str = "", revision: int | None = None
) -> EvidenceBase:
    """Close a base for good, and its question and the claim's numbers with it.

    Refused with all at once that the question, the search or the candidates lack. Where
    the claim is judged by GRADE and nothing in the base counts, the verdict is can't
    say, with its reason, and a version keeps it. An earlier verdict needs review from
    now on: it rests on an earlier base.
    """
    require(by, Permission.FREEZE_BASES)
    expect_revision(base, revision)
    lock_base(base)
    if base.is_frozen:
        raise Refused("This evidence base is frozen already.")
    refuse_unjudgeable(base.claim)
    if ClaimRound.objects.filter(claim=base.claim, opened_at=None).exists():
        raise Refused(
            "This claim is being graded on an earlier base; freeze the new one when "
            "that round has opened."
        )
    lacks = [*freezing_problems(base), *problems_found(base)]
    if lacks:
        raise Refused(
            " ".join(one.sentence for one in lacks),
            problems=[FieldProblem(*one, set_at(base, one.field)) for one in lacks],
        )
    propose_again(base.claim)
    nothing = cant_say_of(base)
    save(
        base,
        frozen_at=timezone.now(),
        frozen_by=by,
        none_counts_why=nothing.why if nothing else "",
        claim_asked=to_json(claim_basis(base.claim)),
        **searched(base).columns,
        **asked_by(base),
        **base.claim.figures,
    )
    if nothing:
        judge_without_evidence(base=base, nothing=nothing, by=by)
    look_again(base.claim)
    return base


@action
def copy_base(
    *,
    base: EvidenceBase,
    by: User,
    made_for: Merge | None = None,
    reason: str = "",
    revision: int | None = None,
) -> EvidenceBase:
    """Begin the next base with the question, searches and items of an earlier one.

    Its screened records come along as they were decided: what the earlier base has
    seen is not asked again.

    ``made_for`` is the merge whose candidates it is to take.
    """
    require(by, Permission.FREEZE_BASES)
    expect_revision(base, revision)
    refuse_unjudgeable(base.claim)
    copy = save(
        EvidenceBase(
            claim=base.claim,
            number=next_number(base.claim),
            copied_from=base,
            made_for=made_for,
            by=by,
            main_lines=base.main_lines,
            marked_words=base.marked_words,
            **{name: getattr(base, name) for name in (*ELEMENTS, *SEARCH)}
            | own_words(base),
        )
    )
    for item in base.items.order_by("id"):
        copy_item(item=item, base=copy)
    copy_screening(base, copy)
    return copy


def next_number(claim: Claim) -> int:
    newest = EvidenceBase.objects.filter(claim=claim).order_by("-number").first()
    return newest.number + 1 if newest else 1


def refuse_unjudgeable(claim: Claim) -> None:
    """Raise Refused, saying why, where a claim is not judged by itself."""
    if claim.merged_into_id:
        raise Refused("This claim was merged; judge the one it was merged into.")
    if claim.is_withdrawn:
        raise Refused("This claim was withdrawn, so it is not judged.")
    if claim.compound:
        raise Refused("A compound claim is judged by its parts.")
    if claim.checkability != Claim.Checkability.CHECKABLE:
        raise Refused(
            f"This claim is not judged: {claim.get_checkability_display()}. If that is "
            "wrong, change whether it is checkable first."
        )
