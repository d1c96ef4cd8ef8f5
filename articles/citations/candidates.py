"""Confirming a candidate: the one step by which a found record becomes a match."""

from accounts.models import User
from accounts.permissions import Permission, require
from articles.citations.actions import confirm_cited_work
from articles.citations.finding import keep_notices
from articles.citations.looked_up import Candidate, looked_up
from articles.models import CitedWork, Step
from articles.steps.recording import step
from bibliography.models import Reference
from bibliography.references.actions import add_reference
from core.actions import action, expect_revision
from core.errors import Refused


@action
@step(Step.Kind.CONFIRMED)
def confirm_candidate(
    *,
    cited_work: CitedWork,
    candidate: str,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> CitedWork:
    """Say that a candidate is the cited work; ``candidate`` is its ``key``.

    The record becomes a reference, unless one that is kept here carries an identifier
    of it; the notices it came with are kept too. Raises Refused where the candidate is
    no longer among those found.
    """
    require(by, Permission.LINK_CITATIONS)
    expect_revision(cited_work, revision)
    found = looked_up(cited_work).candidates
    chosen = next((one for one in found if one.key == candidate), None)
    if chosen is None:
        raise Refused(
            "This candidate is not among those of the last search any more; look "
            "again at those that are."
        )
    reference = reference_of(chosen) or add_reference(
        record=chosen.record,
        identifiers=sorted(chosen.identifiers - set(chosen.record.identifiers)),
        by=by,
    )
    keep_notices(reference, chosen, by)
    return confirm_cited_work(
        cited_work=cited_work, reference=reference, by=by, revision=revision
    )


def reference_of(candidate: Candidate) -> Reference | None:
    """The reference kept here that a candidate is: by number, else by identifier."""
    current = Reference.objects.current()
    if candidate.reference:
        known = current.filter(pk=candidate.reference).first()
        if known:
            return known
    return current.known_as(candidate.identifiers, candidate.record.type)
