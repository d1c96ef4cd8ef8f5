"""Which verdicts need review, since what they rest on changed."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from accounts.models import User
from core.actions import action, save
from core.feed import read_feed
from core.jobs import JobRun
from core.models import Change
from evidence.actions.versions import JUDGING, judged_version
from evidence.claim_words import Verdict
from evidence.fingerprint import differences, evidence_now, evidence_of
from evidence.models import Claim, ClaimVersion, EvidenceBase, EvidenceItem
from evidence.snapshots.canonical import fingerprint_of
from studies.models import Notice, Report

READER = "needs_review"
AT_ONCE = 200  # claims in one action


@action
def review_claims(
    *, claims: Iterable[Claim], by: User, reason: str = ""
) -> list[Claim]:
    """Mark verdicts whose evidence changed, with the difference, and unmark others.

    The verdicts stay as they are, dated. Returns the claims whose mark changed.
    """
    return [claim for claim in claims if look_again(claim)]


def look_again(claim: Claim) -> bool:
    """Set whether a claim needs review and why; whether that changed anything.

    Only inside an action.
    """
    claim.refresh_from_db(fields=["needs_review", "needs_review_why", "verdict"])
    because = review_because(claim)
    if claim.needs_review == bool(because) and claim.needs_review_why == because:
        return False
    save(claim, needs_review=bool(because), needs_review_why=because)
    return True


def review_because(claim: Claim) -> str:
    """What changed since the claim was judged, in words; empty if nothing did."""
    if claim.verdict == Verdict.NOT_GRADED:
        return ""
    judged = judged_version(claim)
    if judged is None:
        return ""
    now = evidence_now(claim)
    if fingerprint_of(now) == judged.fingerprint:
        return ""
    return " ".join(differences(evidence_of(judged.snapshot), now))


# --- from the feed of changes ---


def run(job: JobRun) -> dict[str, int]:
    """Job kind ``needs_review``: read the feed on, and look at what it touched again.

    Idempotent; it resumes behind the last batch of changes it finished. Returns how
    many changes it read and how many claims' marks changed.
    """
    changed = 0

    def handle(changes: list[Change]) -> None:
        nonlocal changed
        touched = sorted(claims_touched(changes))
        for start in range(0, len(touched), AT_ONCE):
            some = Claim.objects.filter(pk__in=touched[start : start + AT_ONCE])
            why = "What it rests on changed."
            changed += len(review_claims(claims=some, by=job.by, reason=why))

    return {"read": read_feed(READER, handle), "changed": changed}


def claims_touched(changes: Collection[Change]) -> set[int]:
    """The judged claims whose evidence, or words, any of the changes may have changed.

    A notice touches the claims that rest on a study it reports, on what its reference
    compiles and on the passages quoted from it.
    """
    rows: dict[str, set[int]] = {}
    for change in changes:
        if change.operation != Change.Operation.INSERT or change.model in _MAY_BE_NEW:
            rows.setdefault(change.model, set()).add(change.row_id)
    claims = set(rows.get("evidence.claim", ()))
    bases = rows.get("evidence.evidencebase", set())
    claims.update(
        EvidenceBase.objects.filter(pk__in=bases).values_list("claim", flat=True)
    )
    frozen = EvidenceItem.objects.filter(base__frozen_at__isnull=False)
    for rests_on in _ways_to_items(rows):
        claims.update(frozen.filter(**rests_on).values_list("base__claim", flat=True))
    judged = ClaimVersion.objects.filter(claim__in=claims, cause__in=JUDGING)
    return set(judged.values_list("claim", flat=True))


# What is new to an item frozen before; a new result or claim is in no frozen base yet.
_MAY_BE_NEW = ("studies.notice", "studies.report")
_DIRECT = {
    "studies.result": "result__in",
    "studies.study": "result__study__in",
    "studies.outcome": "result__outcome__in",
    "evidence.passage": "passage__in",
}


def _ways_to_items(rows: dict[str, set[int]]) -> Iterator[dict[str, Any]]:
    """Filters that lead from changed rows to the items resting on them.

    One query for each: a filter that joins them with "or" would read every item.
    """
    for model in rows.keys() & _DIRECT.keys():
        yield {_DIRECT[model]: rows[model]}
    reports = Report.objects.filter(pk__in=rows.get("studies.report", ()))
    yield {"result__study__in": reports.values("study")}
    notices = Notice.objects.filter(pk__in=rows.get("studies.notice", ()))
    for path in _TO_REFERENCE:
        yield {path: notices.values("reference")}


_TO_REFERENCE = (
    "result__study__reports__reference__in",
    "result__compiled_from__in",
    "passage__reference__in",
)
