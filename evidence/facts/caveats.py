"""What must be said beside a verdict, whatever it is."""

from collections.abc import Collection, Iterator

from claims.models import Claim
from claims.words import ClaimKind, Scope
from core.wording import day_words
from evidence.facts.declared import GroupFacts, ItemFacts
from evidence.models import EvidenceBase
from evidence.words import Apart, Domain

_OF_KIND = {
    ClaimKind.MECHANISM: "A mechanism is not an effect in patients.",
    ClaimKind.RECOMMENDATION: "A recommendation is no evidence of effect.",
}
_BY_RECORDS = frozenset(
    (
        *(ClaimKind.REGULATORY, ClaimKind.DEFINITION),
        *(ClaimKind.RECOMMENDATION, ClaimKind.PRACTICAL),
    )
)
_OF_APART = {
    Apart.PASSAGE: "Quoted passages are shown, not graded.",
    Apart.NOT_RATED: "Qualitative evidence and opinion are shown, not graded.",
    Apart.PRECLINICAL: "Studies in animals or in the laboratory are shown apart.",
    Apart.SECOND_HAND: "What only a citing article reports is shown apart, not graded.",
}


def caveats(
    claim: Claim,
    base: EvidenceBase | None,
    groups: Collection[GroupFacts],
    items: Collection[ItemFacts],
) -> tuple[str, ...]:
    """The caveats of a judged claim, the gravest first; none where nobody judged.

    The group that carries the verdict says itself how far its bias was appraised.
    """
    if not claim.standing:
        return ()
    return (
        *_of_search(base, "records" if claim.kind in _BY_RECORDS else "studies"),
        *_of_grade(groups),
        *_of_items(items),
        *([_OF_KIND[claim.kind]] if claim.kind in _OF_KIND else ()),
    )


def _of_search(base: EvidenceBase | None, sought: str) -> Iterator[str]:
    """How far evidence was looked for, and until when."""
    if base is None:
        return
    if base.scope == Scope.CITED_ONLY:
        yield "Provisional: only the works that articles cite were looked at."
    elif base.searched_on is None:
        yield f"Nobody searched for newer or other {sought}."
    else:
        yield f"Searched on {day_words(base.searched_on)}: later {sought} are missing."


def _of_grade(groups: Collection[GroupFacts]) -> Iterator[str]:
    """What was not looked into when certainty was rated."""
    if not groups:
        return
    domains = [domain for group in groups for domain in group.domains]
    carrying = (group for group in groups if group.carries)
    for domain in (domain for group in carrying for domain in group.domains):
        if domain.name == Domain.RISK_OF_BIAS and domain.caveat:
            yield f"Risk of bias: {domain.caveat}."
    unassessed = {domain.name for domain in domains if domain.levels is None}
    if Domain.PUBLICATION_BIAS in unassessed:
        yield "Publication bias: not assessed."


def _of_items(items: Collection[ItemFacts]) -> Iterator[str]:
    """What is shown without being graded, and what a network estimate is."""
    included = [item for item in items if item.decision == "included"]
    apart = {item.apart for item in included}
    yield from (words for code, words in _OF_APART.items() if code in apart)
    networks = [
        item.result.evidence_route_words
        for item in included
        if item.result and item.result.evidence_route_words and not item.apart
    ]
    if networks:
        routes = {words.removeprefix("network estimate, ") for words in networks}
        yield (
            "A network estimate is graded as the studies it pools; here it is "
            f"{', and '.join(sorted(routes))}."
        )
