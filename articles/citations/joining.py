"""Two cited studies turn out to be one."""

from collections.abc import Iterator

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action
from core.errors import Refused
from core.merging import Move, merge
from core.models import Merge
from studies.models import Report, Study


@action
def join_cited_studies(*, study: Study, into: Study, by: User, reason: str) -> Merge:
    """Say that two studies are one: what two articles each describe as "Kim 2016".

    Cited works, results, reports, arms, inclusions and topics move to ``into``; what
    ``into`` has already stays behind. ``core.merging.undo_merge`` takes it back.
    """
    require(by, Permission.MERGE)
    if not reason.strip():
        raise Refused("Say why the two studies are one.", field="reason")
    return merge(
        merged=study, into=into, by=by, reason=reason, moves=list(_moves(study, into))
    )


def _moves(study: Study, into: Study) -> Iterator[Move]:
    for rows in (study.cited_works, study.results):
        yield from ((row, "study", into) for row in rows.order_by("pk"))
    yield from _report_moves(study, into)
    for rows, name in (
        ("arms", "name"),
        ("included_in", "review"),
        ("topic_links", "topic"),
    ):
        there = set(getattr(into, rows).values_list(name, flat=True))
        for row in getattr(study, rows).exclude(**{f"{name}__in": there}):
            yield row, "study", into
    listed = set(into.inclusions.values_list("listed_as", flat=True))
    for row in study.inclusions.exclude(listed_as__in=listed):
        yield row, "review", into


def _report_moves(study: Study, into: Study) -> Iterator[Move]:
    """A study has one main report: the other's becomes a follow-up."""
    there = set(into.reports.values_list("reference", flat=True))
    has_main = into.reports.filter(role=Report.Role.MAIN).exists()
    for report in study.reports.exclude(reference__in=there).order_by("pk"):
        yield report, "study", into
        if has_main and report.role == Report.Role.MAIN:
            yield report, "role", Report.Role.FOLLOW_UP
