"""A claim's snapshot: its words, its judgement, and what each stands on."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from evidence.models import Claim, ClaimRelation, ClaimVersion, Standing, Topic
from evidence.snapshots.judging import current_base, current_grade, groups, judgement
from evidence.snapshots.mentioning import mentions
from evidence.snapshots.pooling import pooled
from evidence.snapshots.standing_on import base_facts, evidence_items


def claim_snapshot(claim: Claim) -> dict[str, Any]:
    """What Footing says of a claim now, in eleven queries whatever the claim's size."""
    topics = Topic.objects.filter(claims=OuterRef("pk")).order_by("name")
    claim = (
        Claim.objects.select_related("withdrawn_by")
        .annotate(topic_names=ArraySubquery(topics.values("name")))
        .get(pk=claim.pk)
    )
    grade = None if claim.standing == Standing.RULE else current_grade(claim)
    base = grade.round.base if grade else current_base(claim)
    items = evidence_items(base, grade) if base else []
    said = mentions(claim)
    versions = history(claim)
    return {
        **words(claim),
        "version": versions[0]["version"] if versions else None,
        "judgement": judgement(claim, grade),
        "base": base_facts(base, items) if base else None,
        "groups": groups(grade) if grade else [],
        "evidence": items,
        "pooled": pooled(items),
        "mentions": said,
        "relations": relations(claim),
        "history": versions,
        "counts": counts(said, items),
    }


def words(claim: Claim) -> dict[str, Any]:
    """The claim itself and what may be asked of it."""
    return {
        "id": claim.pk,
        "address": f"/claims/{claim.pk}/",
        "text": claim.text,
        "kind": claim.kind,
        "kind_words": claim.get_kind_display(),
        "question": question(claim),
        "checkability": claim.checkability,
        "checkability_words": claim.get_checkability_display(),
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
    words = str(claim.get_asserts_display())
    return f"denies: {words}" if claim.negated else words


def withdrawal(claim: Claim) -> dict[str, Any] | None:
    if not claim.withdrawn_at:
        return None
    return {
        "at": claim.withdrawn_at.isoformat(),
        "by": claim.withdrawn_by.display_name,
        "why": claim.withdrawn_reason,
    }


def relations(claim: Claim) -> list[dict[str, Any]]:
    """Other claims it is related to, in both directions, each read from this one."""
    backwards = {
        ClaimRelation.Kind.NARROWER_THAN: "broader than",
        ClaimRelation.Kind.PART_OF: "has the part",
    }
    rows = ClaimRelation.objects.touching(claim)
    return [
        {
            "kind": row.kind,
            "words": row.get_kind_display()
            if row.source_id == claim.pk
            else backwards.get(row.kind, row.get_kind_display()),
            "claim": brief(row.target if row.source_id == claim.pk else row.source),
        }
        for row in rows
    ]


def brief(claim: Claim) -> dict[str, Any]:
    """A claim in another claim's list."""
    return {
        "id": claim.pk,
        "address": f"/claims/{claim.pk}/",
        "text": claim.text,
        "verdict": claim.verdict,
        "verdict_words": claim.get_verdict_display(),
    }


def history(claim: Claim) -> list[dict[str, Any]]:
    """Its versions, newest first."""
    rows = ClaimVersion.objects.filter(claim=claim).order_by("-number")
    return [version_facts(row) for row in rows.select_related("by").defer("snapshot")]


def version_facts(version: ClaimVersion) -> dict[str, Any]:
    """One version in a claim's history."""
    return {
        "version": version.number,
        "address": f"/claims/{version.claim_id}/v{version.number}/",
        "cause_words": version.get_cause_display(),
        "why": version.why,
        "verdict": version.verdict,
        "verdict_words": version.get_verdict_display(),
        "certainty": version.certainty,
        "certainty_words": version.get_certainty_display(),
        "standing_words": version.get_standing_display() if version.standing else "",
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
