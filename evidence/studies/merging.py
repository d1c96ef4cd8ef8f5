"""Two studies that are one investigation: joined, and taken apart again."""

from collections.abc import Iterable, Iterator
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, expect_revision, unsaid
from core.errors import Refused
from core.merging import Move, following, merge, undo_merge
from core.models import Merge
from core.nouns import noun_of
from core.referring import relations_to
from evidence.models import EvidenceBase, EvidenceItem, ScreenedRecord
from studies.models import Arm, Inclusion, Report, Result, Study
from studies.results.actions import ResultFields
from studies.studies.actions import ArmFields, StudyDetails
from texts.words import YesNo

STUDY = noun_of(Study)
OWN = tuple(  # what a person enters on a study's own pages
    model._meta.get_field(name)
    for model, name in (
        (Arm, "study"),
        (Report, "study"),
        (Result, "study"),
        (Inclusion, "review"),
    )
)
_OPEN: dict[type, dict[str, None]] = {  # what froze keeps the rows it froze with
    EvidenceBase: {"frozen_at": None},
    ScreenedRecord: {"base__frozen_at": None},
}
_OF_DESIGN = {"design", "design_words", "allocation", "consecutive"}
# Of one result entered twice the words that were quoted, and their place, may differ.
_SAYS = tuple(
    Result._meta.get_field(name).attname
    for name in sorted(ResultFields.__annotations__)
    if name not in ("arm_1", "arm_2", "quote", "place", "answers")
)


@action
def merge_studies(
    *, merged: Study, into: Study, by: User, reason: str, revision: int | None = None
) -> Merge:
    """Make one study of two records of one investigation, such as two "Kim 2016".

    What stands on ``merged`` goes to ``into``, which keeps what it says and takes from
    the other what it leaves open. Arms of one name, results that say the same and
    reports by one reference are one afterwards. Frozen bases keep their results;
    verdicts are marked for review where what they rest on differs.

    Raises Refused where one of the two no longer stands, where one is a review that
    includes the other, or where no reason is given.
    """
    require(by, Permission.MERGE)
    expect_revision(merged, revision)
    if not reason.strip():
        raise Refused("Say why the two are one study.", field="reason")
    return merge(
        merged=merged,
        into=into,
        by=by,
        reason=reason,
        moves=_moves(merged, into),
        gathers=OWN,
    )


@action
def unmerge_studies(*, merge: Merge, by: User, reason: str) -> Merge:
    """Take a merge of two studies back, the newest first: all stands as before.

    Raises Refused, naming it, where something that moved was changed since, or where
    a result, an arm, a report or an inclusion came that may be of either.
    """
    require(by, Permission.MERGE)
    if merge.model != STUDY:
        raise Refused("This is no merge of studies.")
    return undo_merge(merge=merge, by=by, reason=reason)


def _moves(merged: Study, into: Study) -> Iterator[Move]:
    yield from _left_open(into, merged, _details(merged, into))
    arms = _arms_of_one_name(merged, into)
    for arm in merged.arms.order_by("pk"):
        yield from _arm_moves(arm, into, arms.get(arm.pk))
    yield from _result_moves(merged, into, arms)
    yield from _report_moves(merged, into)
    yield from _inclusion_moves(merged, into)
    for field in relations_to(Study):
        if field not in OWN and field.model is not Study:
            rows = field.model._base_manager.filter(**{field.name: merged})
            for row in rows.filter(**_OPEN.get(field.model, {})).order_by("pk"):
                yield from following(field, row, into)


def _details(merged: Study, into: Study) -> Iterable[str]:
    """What may be taken over: of another design nothing that goes with a design."""
    names = StudyDetails.__annotations__.keys()
    designs = {merged.design, into.design} - {Study.Design.NOT_STATED}
    return names - _OF_DESIGN if len(designs) > 1 else names


def _left_open(row: Any, other: Any, names: Iterable[str]) -> Iterator[Move]:
    """What a row leaves open and the other says of the same."""
    here = {name: _stated(getattr(row, name)) for name in names}
    there = {name: _stated(getattr(other, name)) for name in names}
    for name, value in unsaid(here, there).items():
        yield row, name, value


def _stated(value: Any) -> Any:
    return None if value in ("", YesNo.NOT_STATED) else value


# --- arms ---


def _arms_of_one_name(merged: Study, into: Study) -> dict[int, Arm]:
    """By the merged study's arm that of the same name, however it is capitalised."""
    there = {arm.name.casefold(): arm for arm in into.arms.order_by("-pk")}
    return {
        arm.pk: there.pop(arm.name.casefold())
        for arm in merged.arms.order_by("pk")
        if arm.name.casefold() in there
    }


def _arm_moves(arm: Arm, into: Study, same: Arm | None) -> Iterator[Move]:
    if same is None:
        yield arm, "study", into
    else:
        yield arm, "merged_into", same
        yield from _left_open(same, arm, ArmFields.__annotations__)


# --- results ---


def _result_moves(merged: Study, into: Study, arms: dict[int, Arm]) -> Iterator[Move]:
    """Results, each naming the arms there; of two that say the same one stays.

    That is the one that was checked, else the survivor's.
    """
    there = {_what_it_says(row, {}): row for row in _may_be_one(into)}
    for row in merged.results.order_by("pk"):
        yield row, "study", into
        for name in ("arm_1", "arm_2"):
            if same := arms.get(getattr(row, f"{name}_id")):
                yield row, name, same
    for row in _may_be_one(merged):
        double = there.pop(_what_it_says(row, arms), None)
        if double:
            stays = row if row.checked_by_id and not double.checked_by_id else double
            goes = double if stays is row else row
            yield goes, "merged_into", stays
            yield from _candidate_moves(goes, stays)


def _may_be_one(study: Study) -> Iterator[Result]:
    """Results that another may repeat.

    What an article tells is that article's alone, and one that is not the same as its
    source waits for a person.
    """
    rows = study.results.current().filter(disputed_by=None)
    return rows.filter(provenance__in=Result.Provenance.at_source()).order_by("pk")


def _what_it_says(row: Result, arms: dict[int, Arm]) -> tuple:
    """What makes two results one: all that they state, their arms as they merge."""
    ids = (row.arm_1_id, row.arm_2_id)
    groups = tuple(arms[id].pk if id in arms else id for id in ids)
    said = (getattr(row, name) for name in _SAYS)
    return groups + tuple(tuple(v) if isinstance(v, list) else v for v in said)


def _candidate_moves(goes: Result, stays: Result) -> Iterator[Move]:
    """Bases that are open have the one that stays for a candidate."""
    field = EvidenceItem._meta.get_field("result")
    for item in goes.items.filter(base__frozen_at=None).order_by("pk"):
        yield from following(field, item, stays)


# --- reports, and what reviews include ---


def _report_moves(merged: Study, into: Study) -> Iterator[Move]:
    """A study has one main report: the other's becomes a follow-up."""
    there = {report.reference_id: report for report in into.reports.all()}
    has_main = any(each.role == Report.Role.MAIN for each in there.values())
    for report in merged.reports.order_by("pk"):
        is_main = report.role == Report.Role.MAIN
        if same := there.get(report.reference_id):
            if is_main and not has_main:
                yield same, "role", Report.Role.MAIN
            continue
        yield report, "study", into
        if is_main and has_main:
            yield report, "role", Report.Role.FOLLOW_UP


def _inclusion_moves(merged: Study, into: Study) -> Iterator[Move]:
    """What a review lists, once; as the study that one of the two matched it with."""
    there = {row.listed_as: row for row in into.inclusions.all()}
    matched = {row.study_id for row in there.values() if row.study_id}
    for row in merged.inclusions.order_by("pk"):
        same = there.get(row.listed_as)
        if row.study_id in matched:
            continue
        if same is None:
            yield row, "review", into
        elif row.study_id and not same.study_id:
            yield same, "study", row.study
            yield same, "state", Inclusion.State.MATCHED
