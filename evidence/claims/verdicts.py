"""A claim's verdict: given, put in the place of the one before, taken back.

Whoever calls these has asked who may. A published verdict stays until the next is
published; what is judged meanwhile stands under it.
"""

from dataclasses import replace
from typing import Any

from accounts.models import User
from articles.checks.wording import supersede_wording
from claims.claims.verdict import NO_VERDICT, GivenVerdict
from claims.models import Claim, ClaimVersion
from claims.words import Standing
from core.actions import action, save
from core.errors import Refused
from evidence.claims.versions import make_version, newer_version, next_versions


@action
def take_verdict(
    *, claim: Claim, cause: str, given: GivenVerdict, by: User, why: str = ""
) -> ClaimVersion:
    """Give a claim a verdict and keep the version, both or neither.

    Under a published one it stands as the newer; otherwise it is the claim's own, and
    whether mentions' words fit is asked again.
    """
    lock(claim)
    if claim.standing == Standing.PUBLISHED:
        save(claim, **_newer(given))
        cause = ClaimVersion.Cause.NEWER
    else:
        _put(claim, given)
    return make_version(claim=claim, cause=cause, by=by, why=why)


@action
def publish_newer(*, claim: Claim, by: User, why: str = "") -> ClaimVersion:
    """Put a claim's newer verdict, published, in the place of the one there is.

    What it rests on is what it was given on.
    """
    given_in = newer_version(claim)
    if given_in is None:
        raise Refused("Nothing was judged since the verdict was published.")
    _put(claim, replace(claim.as_judged_since().given, standing=Standing.PUBLISHED))
    cause = ClaimVersion.Cause.VERDICT
    (version,) = next_versions([claim.pk], cause=cause, by=by, why=why)
    version.basis, version.basis_version = given_in.basis, given_in.basis_version
    return save(version)


@action
def take_back_verdict(*, claim: Claim, by: User, reason: str) -> ClaimVersion:
    """Take a claim's latest verdict away.

    That is the newer one where one stands under a published one, which then stays as it
    is; else the claim's own, and the claim is not graded from then on.
    """
    if claim.newer_standing:
        save(claim, **_newer(NO_VERDICT))
    else:
        _put(claim, NO_VERDICT)
    cause = ClaimVersion.Cause.TAKEN_BACK
    return make_version(claim=claim, cause=cause, by=by, why=reason)


def lock(claim: Claim) -> None:
    """Bring a claim up to date, and let others who judge or publish it wait."""
    claim.refresh_from_db(from_queryset=Claim.objects.select_for_update())


def _put(claim: Claim, given: GivenVerdict) -> None:
    """Make a verdict the claim's own; a newer one, and the mark for review, go."""
    unmarked = {"needs_review": False, "needs_review_why": ""}
    save(claim, **vars(given), **_newer(NO_VERDICT), **unmarked)
    supersede_wording(claim)


def _newer(given: GivenVerdict) -> dict[str, Any]:
    return {f"newer_{name}": value for name, value in vars(given).items()}
