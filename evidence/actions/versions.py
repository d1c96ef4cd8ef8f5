"""Versions of a claim: what its page printed when something took effect."""

from typing import Any

from django.utils import timezone

from accounts.models import User
from core.actions import action, save
from evidence.actions.wording import supersede_wording
from evidence.fingerprint import evidence_of
from evidence.models import Claim, ClaimVersion
from evidence.snapshots import claim_snapshot, fingerprint_of
from evidence.snapshots.claim import version_facts

JUDGING = (ClaimVersion.Cause.VERDICT, ClaimVersion.Cause.FREEZING)


@action
def make_version(*, claim: Claim, cause: str, by: User, why: str = "") -> ClaimVersion:
    """Keep what the claim's page prints from now on, this version in it too.

    The snapshot equals what ``claim_snapshot`` gives once the version is stored.
    """
    # Two that judge at once wait for each other here, so that numbers do not clash.
    Claim.objects.select_for_update().get(pk=claim.pk)
    version = next_version(claim_snapshot(claim), cause=cause, by=by, why=why)
    return save(version)


def next_version(
    snapshot: dict[str, Any], *, cause: str, by: User, why: str = ""
) -> ClaimVersion:
    """The version that a snapshot will be, not stored yet: itself in its history."""
    version = ClaimVersion(
        claim_id=snapshot["id"],
        number=(snapshot["version"] or 0) + 1,
        cause=cause,
        why=why,
        by=by,
        created_at=timezone.now(),
        fingerprint=fingerprint_of(evidence_of(snapshot)) if snapshot["base"] else "",
        **_verdict_in(snapshot),
    )
    version.snapshot = {
        **snapshot,
        "version": version.number,
        "history": [version_facts(version), *snapshot["history"]],
    }
    return version


def _verdict_in(snapshot: dict[str, Any]) -> dict[str, str]:
    columns = ("verdict", "certainty", "cant_say_because", "standing")
    return {name: snapshot["judgement"][name] for name in columns}


def judged_version(claim: Claim) -> ClaimVersion | None:
    """The version in which the claim's verdict took effect; None if never judged."""
    return (
        ClaimVersion.objects.filter(claim=claim, cause__in=JUDGING)
        .order_by("-number")
        .first()
    )


@action
def take_verdict(
    *,
    claim: Claim,
    cause: str,
    by: User,
    verdict: str,
    certainty: str,
    standing: str,
    scope: str,
    cant_say_because: str = "",
    why: str = "",
) -> ClaimVersion:
    """Set the claim's verdict columns and keep the version, both or neither.

    Whether mentions' words fit is asked again.
    """
    save(
        claim,
        verdict=verdict,
        certainty=certainty,
        cant_say_because=cant_say_because,
        standing=standing,
        scope=scope,
        judged_at=timezone.now(),
        needs_review=False,
        needs_review_why="",
    )
    supersede_wording(claim)
    return make_version(claim=claim, cause=cause, by=by, why=why)
