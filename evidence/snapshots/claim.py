"""A claim's snapshot: its words, its judgement, and what each stands on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from evidence.claim_words import Standing
from evidence.models import Claim, ClaimRelation, ClaimVersion, EvidenceBase, Grade
from evidence.snapshots.judging import (
    current_bases,
    current_grades,
    groups,
    judgement,
)
from evidence.snapshots.mentioning import mentions
from evidence.snapshots.pooling import pooled
from evidence.snapshots.standing_on import base_facts, items_of, reviews_list
from evidence.snapshots.words import shown
from studies.models import Inclusion

AT_ONCE = 500
_OF_RELATION = ("kind", "source__text", "source__verdict") + (
    "target__text",
    "target__verdict",
)
BACKWARDS = {
    ClaimRelation.Kind.NARROWER_THAN: "broader than",
    ClaimRelation.Kind.PART_OF: "has the part",
}


def claim_snapshot(claim: Claim) -> dict[str, Any]:
    """What Footing says of a claim now, in ten queries whatever the claim's size.

    A claim that was loaded with ``for_snapshot()`` is not read again: nine.
    """
    if hasattr(claim, "topic_names"):
        return next(_snapshots({claim.pk: claim}))
    return next(claim_snapshots([claim.pk]))


def claim_snapshots(claims: Iterable[int]) -> Iterator[dict[str, Any]]:
    """The snapshots of many claims, given by id, in that order.

    Read ``AT_ONCE`` claims at a time, as many queries for all of them as for one.
    """
    waiting = iter(claims)
    while chunk := list(islice(waiting, AT_ONCE)):
        found = Claim.objects.for_snapshot().in_bulk(chunk)
        yield from _snapshots({id: found[id] for id in chunk})


def _snapshots(claims: dict[int, Claim]) -> Iterator[dict[str, Any]]:
    ids = list(claims)
    judged = _judged(claims)
    said, told, versions = mentions(ids), relations(ids), history(ids)
    for id in ids:
        items = judged.items_of(id)
        yield {
            **words(claims[id]),
            "version": versions[id][0]["version"] if versions[id] else None,
            **judged.facts(claims[id]),
            "evidence": items,
            "pooled": pooled(items),
            "mentions": said[id],
            "relations": told[id],
            "history": versions[id],
            "counts": counts(said[id], items),
        }


@dataclass(frozen=True)
class _Judged:
    """What some claims are judged by: grades and bases by claim, the rest by those."""

    grades: dict[int, Grade]
    bases: dict[int, EvidenceBase]
    items: dict[int, list[dict[str, Any]]]
    listed: dict[int, list[Inclusion]]
    groups: dict[int, list[dict[str, Any]]]

    def items_of(self, claim: int) -> list[dict[str, Any]]:
        base = self.bases.get(claim)
        return self.items[base.pk] if base else []

    def facts(self, claim: Claim) -> dict[str, Any]:
        """The judgement of one claim, and the base it stands on."""
        grade, base = self.grades.get(claim.pk), self.bases.get(claim.pk)
        items = self.items_of(claim.pk)
        return {
            "judgement": judgement(claim, grade),
            "base": base_facts(base, items, self.listed) if base else None,
            "groups": self.groups[grade.pk] if grade else [],
        }


def _judged(claims: dict[int, Claim]) -> _Judged:
    """Read what claims are judged by: at most six queries."""
    by_rule = {id for id, claim in claims.items() if claim.standing == Standing.RULE}
    grades = current_grades(claims.keys() - by_rule)
    bases = current_bases(claims.keys() - grades.keys())
    bases |= {id: grade.round.base for id, grade in grades.items()}
    read = {claim: grade.pk for claim, grade in grades.items()}
    items = items_of({base.pk: read.get(claim) for claim, base in bases.items()})
    return _Judged(
        grades=grades,
        bases=bases,
        items=items,
        listed=reviews_list(chain.from_iterable(items.values())),
        groups=groups(read.values()),
    )


def words(claim: Claim) -> dict[str, Any]:
    """The claim itself and what may be asked of it."""
    return {
        "id": claim.pk,
        "address": f"/claims/{claim.pk}/",
        "text": claim.text,
        "kind": claim.kind,
        "kind_words": shown(claim, "kind"),
        "question": question(claim),
        "checkability": claim.checkability,
        "checkability_words": shown(claim, "checkability"),
        "compound": claim.compound,
        "sample": claim.sample,
        "topics": list(claim.topic_names),
        "withdrawn": withdrawal(claim),
        "merged_into": claim.merged_into_id,
    }


def question(claim: Claim) -> dict[str, Any]:
    """What the claim says of whom, compared with what (PICO and what it asserts)."""
    plain = (
        "population",
        "intervention",
        "comparator",
        "outcome",
        "asserts",
        "negated",
        "size",
        "dose",
        "time_frame",
        "subgroup",
        "margin",
        "jurisdiction",
    )
    return {
        **{field: getattr(claim, field) for field in plain},
        "asserts_words": asserts_words(claim),
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
    }


def asserts_words(claim: Claim) -> str:
    """As "does not: raises"; empty where nobody has set it."""
    if not claim.asserts:
        return ""
    words = shown(claim, "asserts")
    return f"denies: {words}" if claim.negated else words


def withdrawal(claim: Claim) -> dict[str, Any] | None:
    if not claim.withdrawn_at:
        return None
    return {
        "at": claim.withdrawn_at.isoformat(),
        "by": claim.withdrawn_by.display_name,
        "why": claim.withdrawn_reason,
    }


def relations(claims: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    """Other claims each is related to, in both directions, each read from its own."""
    found: dict[int, list[dict[str, Any]]] = {claim: [] for claim in claims}
    for row in ClaimRelation.objects.touching(claims).only(*_OF_RELATION):
        if row.source_id in found:
            found[row.source_id].append(_relation(row, shown(row, "kind"), row.target))
        if row.target_id in found:
            backwards = BACKWARDS.get(row.kind, shown(row, "kind"))
            found[row.target_id].append(_relation(row, backwards, row.source))
    return found


def _relation(row: ClaimRelation, words: str, other: Claim) -> dict[str, Any]:
    return {"kind": row.kind, "words": words, "claim": brief(other)}


def brief(claim: Claim) -> dict[str, Any]:
    """A claim in another claim's list."""
    return {
        "id": claim.pk,
        "address": f"/claims/{claim.pk}/",
        "text": claim.text,
        "verdict": claim.verdict,
        "verdict_words": shown(claim, "verdict"),
    }


def history(claims: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    """The versions of each claim, newest first, by claim."""
    found: dict[int, list[dict[str, Any]]] = {claim: [] for claim in claims}
    rows = ClaimVersion.objects.filter(claim__in=claims).order_by("-number")
    for row in rows.select_related("by").defer("snapshot"):
        found[row.claim_id].append(version_facts(row))
    return found


def version_facts(version: ClaimVersion) -> dict[str, Any]:
    """One version in a claim's history."""
    return {
        "version": version.number,
        "address": f"/claims/{version.claim_id}/v{version.number}/",
        "cause_words": shown(version, "cause"),
        "why": version.why,
        "verdict": version.verdict,
        "verdict_words": shown(version, "verdict"),
        "certainty": version.certainty,
        "certainty_words": shown(version, "certainty"),
        "standing_words": shown(version, "standing") if version.standing else "",
        "at": version.created_at.isoformat(),
        "by": version.by.display_name,
    }


def counts(said: list[dict], items: list[dict]) -> dict[str, int | None]:
    """How many articles say it, and how many studies and people were counted in.

    People are None where any included study's number is not stated: a sum over the
    known ones would claim more than is known.
    """
    here = [mention for mention in said if mention["state"] != "gone"]
    included = [
        item["study"]
        for item in items
        if item["study"] and item["decision"] == "included"
    ]
    sizes = {study["id"]: study["sample_size"] for study in included}
    return {
        "mentions": len(here),
        "articles": len({mention["article"]["id"] for mention in here}),
        "distinct_texts": len({mention["article"]["text_of"] for mention in here}),
        "studies": len(sizes),
        "people": None if None in sizes.values() else sum(sizes.values()),
    }
