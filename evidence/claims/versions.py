"""Versions of a claim: what its page printed when something took effect."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.utils import timezone

from accounts.models import User
from claims.models import Claim, ClaimVersion
from core.actions import action, save
from core.dataclass_json import to_json
from evidence.basis import BASIS_VERSION, Basis, basis_of
from evidence.facts import ClaimFacts, facts_of, version_facts
from evidence.judged import judged_by


@action
def make_version(*, claim: Claim, cause: str, by: User, why: str = "") -> ClaimVersion:
    """Keep what the claim's page prints from now on, this version in it too.

    The facts equal what ``claim_facts`` gives once the version is stored.
    """
    # Two that judge at once wait for each other here, so that numbers do not clash.
    Claim.objects.select_for_update().get(pk=claim.pk)
    (version,) = next_versions([claim.pk], cause=cause, by=by, why=why)
    return save(version)


def next_versions(
    claims: Collection[int], *, cause: str, by: User, why: str = ""
) -> Iterator[ClaimVersion]:
    """The version that each of some claims will get, not stored yet, in their order.

    Where ``cause`` is that a verdict was given, it keeps what that rests on.
    """
    rows = Claim.objects.for_facts().in_bulk(claims)
    judged = judged_by(rows)
    for facts in facts_of({id: rows[id] for id in claims}, judged):
        version = _next_version(facts, cause=cause, by=by, why=why)
        if cause in ClaimVersion.JUDGING:
            version.basis = to_json(basis_of(rows[facts.id], judged))
            version.basis_version = BASIS_VERSION
        elif cause == ClaimVersion.Cause.NEWER:
            version.basis = to_json(_newer_basis(rows[facts.id]))
            version.basis_version = BASIS_VERSION
        yield version


def _newer_basis(claim: Claim) -> Basis:
    """What a newer verdict on the claim, under a published one, rests on."""
    since = claim.as_judged_since()
    return basis_of(since, judged_by({since.pk: since}))


def _next_version(facts: ClaimFacts, *, cause: str, by: User, why: str) -> ClaimVersion:
    version = ClaimVersion(
        claim_id=facts.id,
        number=(facts.version or 0) + 1,
        cause=cause,
        why=why,
        by=by,
        created_at=timezone.now(),
        **_verdict_in(facts),
    )
    judgement = facts.judgement
    if cause in ClaimVersion.JUDGING:  # notes are of the basis judged on until now
        judgement = replace(judgement, basis_notes=())
    printed = replace(
        facts,
        version=version.number,
        judgement=judgement,
        history=(version_facts(version), *facts.history),
    )
    version.facts = to_json(printed)
    return version


def _verdict_in(facts: ClaimFacts) -> dict[str, Any]:
    columns = ("verdict", "certainty", "cant_say_because", "standing")
    return {name: getattr(facts.judgement, name) for name in columns}


def keep_withdrawals(claims: Collection[int]) -> int:
    """Make the version of each of some claims that was withdrawn without one.

    What stands below versions withdraws a claim whose last mention went; whoever did
    that, and why, is on the claim. Returns how many versions were made.
    """
    withdrawn = Claim.objects.filter(pk__in=claims, withdrawn_at__isnull=False)
    made = 0
    for claim in withdrawn.select_related("withdrawn_by").order_by("pk"):
        newest = claim.versions.order_by("-number").first()
        if newest and newest.cause != ClaimVersion.Cause.WITHDRAWAL:
            make_version(
                claim=claim,
                cause=ClaimVersion.Cause.WITHDRAWAL,
                by=claim.withdrawn_by,
                why=claim.withdrawn_reason,
            )
            made += 1
    return made


def judged_version(claim: Claim) -> ClaimVersion | None:
    """The version in which the claim's verdict took effect; None if never judged."""
    return _latest(claim, ClaimVersion.JUDGING)


def newer_version(claim: Claim) -> ClaimVersion | None:
    """The version that first carried the claim's newer verdict; None if it has none."""
    return _latest(claim, [ClaimVersion.Cause.NEWER]) if claim.newer_standing else None


def _latest(claim: Claim, causes: Iterable[str]) -> ClaimVersion | None:
    versions = ClaimVersion.objects.filter(claim=claim, cause__in=causes)
    return versions.order_by("-number").first()
