"""The tables that verdicts rest on: each column is in the basis, or is not and why.

From the same declaration comes whose changes lead to which claims.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Model, QuerySet

from bibliography.models import Notice, NoticeSource, Reference
from claims.claims.verdict import GIVEN
from claims.models import Claim, ClaimVersion
from core.dataclass_json import field_types
from core.models import Change
from core.nouns import noun_of
from evidence.basis.declared import (
    BaseBasis,
    ClaimBasis,
    FiguresBasis,
    JudgementBasis,
    NoticeBasis,
    OutcomeBasis,
    PassageBasis,
    ReadingBasis,
    ReferenceBasis,
    ResultBasis,
    StudyBasis,
)
from evidence.models import EvidenceBase, EvidenceItem, ItemReading, Passage
from studies.models import (
    Appraisal,
    Judgement,
    Outcome,
    Report,
    Result,
    Study,
    StudyRound,
)


@dataclass(frozen=True)
class Watched:
    """A table, what of it is compared, and the way from it to the claims.

    ``declared`` has columns in the basis by their names, and ``part`` those of a part
    of it; ``decides`` are columns in it
    by what they decide: which rows count, or a rule's answer. ``paths`` lead from an
    evidence item to the table's rows; without any its changes lead nowhere.
    ``new_rows`` says whether a new row may bear on what was frozen before.
    """

    model: type[Model]
    declared: type | None = None
    part: type | None = None
    decides: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    new_rows: bool = False
    not_basis: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_basis(self) -> set[str]:
        """The columns that are compared."""
        parts = filter(None, (self.declared, self.part))
        named = {name for each in parts for name in field_types(each)}
        columns = {column.name for column in self.model._meta.concrete_fields}
        return columns & {*named, *self.decides}

    @property
    def label(self) -> str:
        """What the feed of changes calls the table."""
        return noun_of(self.model)


_ROW = {
    "revision": "counts the row's changes",
    "created_at": "a timestamp",
}
_ID = {"id": "of no row of its own in the basis"}
_WITHDRAWN = {
    "withdrawn_at": "a timestamp; the reason says that it was withdrawn",
    "withdrawn_by": "who wrote it changes nothing of what it says",
}
_NAMES = "names the row; its id tells which one it is"
_STAYS = "a frozen base keeps the rows it was frozen with"
_ELSEWHERE = "what stands on it moves with a merge, and is compared itself"
_SAMPLE = "marks the sample evidence"
_PREDICTED = "optional, and no rule of a verdict reads it"
_UNUSED = "described for readers; neither pooling nor a rule uses it"
_DISPUTED = "what a second person read does not change it until it is corrected"
_WHO = "who wrote it changes nothing of what it says"
_VERDICT = "the verdict itself, not what it rests on"
_NEWER = "of what stands under a published verdict, and changes nothing of that"

WATCHED = (
    Watched(
        Claim,
        ClaimBasis,
        FiguresBasis,
        decides=("id", "judged_at"),
        not_basis={
            **_ROW,
            **_WITHDRAWN,
            "withdrawn_reason": "a withdrawn claim is not reviewed",
            "merged_into": "a merged claim is not reviewed",
            "outcome_measured": "files the outcome; the question has its words",
            "checkability": "says whether it can be judged, not what of it",
            "compound": "a compound claim has no verdict",
            "added_by": _WHO,
            "sample": _SAMPLE,
            "verdict": _VERDICT,
            "certainty": _VERDICT,
            "cant_say_because": _VERDICT,
            "standing": _VERDICT,
            "scope": "repeats the base's",
            "sentence": _VERDICT,
            "note": _VERDICT,
            **{f"newer_{name}": _NEWER for name in GIVEN},
            "needs_review": "what comparing came to",
            "needs_review_why": "what comparing came to",
            "search": "made from the other columns",
        },
    ),
    Watched(
        EvidenceBase,
        BaseBasis,
        FiguresBasis,
        decides=("claim", "frozen_at"),
        not_basis={
            **_ROW,
            "by": _WHO,
            "copied_from": "where it began; what it holds is compared",
            "frozen_by": _WHO,
            "made_for": "what it was made for; what it holds is compared",
            "marked_words": "help whoever screens, and decide nothing",
            "none_counts_why": "explains what its items come to, which are compared",
            "claim_asked": "the claim's question as it was; the claim's is compared",
            "main_lines": "closes with the base, and what is graded is compared",
        },
    ),
    Watched(
        EvidenceItem,
        ReadingBasis,
        decides=("base", "result", "passage", "decision"),
        paths=("pk",),
        not_basis={
            "brought_by": "how it came to be a candidate, not what it shows",
            **_ROW,
            **_ID,
            "reason": "of what is left out",
            "reason_words": "of what is left out",
            "bearing_why": "explains what is proposed",
        },
    ),
    Watched(
        ItemReading,
        ReadingBasis,
        decides=("grade", "item"),
        paths=("readings",),
        not_basis={
            **_ROW,
            **_ID,
            "reading_why": "explains what is read",
        },
    ),
    Watched(
        Result,
        ResultBasis,
        decides=("printed", "answers"),
        paths=("result",),
        not_basis={
            **_ROW,
            **_WITHDRAWN,
            "merged_into": _STAYS,
            "entered_by": _WHO,
            "checked_by": "who checked a number does not change it",
            "checked_at": "a timestamp",
            **dict.fromkeys(("disputed_by", "disputed_at", "source_says"), _DISPUTED),
            "sample": _SAMPLE,
        },
    ),
    Watched(
        Study,
        StudyBasis,
        decides=("merged_into",),
        paths=("result__study",),
        not_basis={
            **_ROW,
            **_WITHDRAWN,
            "withdrawn_reason": "its results and its notices stay as they are",
            "label": _NAMES,
            "title": _NAMES,
            "year": _NAMES,
            "registration": _NAMES,
            "described_in": _NAMES,
            "design_words": "the source's words for the design",
            "population": _UNUSED,
            "intervention": _UNUSED,
            "comparator": _UNUSED,
            "sample_size": _UNUSED,
            "follow_up": _UNUSED,
            "setting": _UNUSED,
            "funding": _UNUSED,
            "interests": _UNUSED,
            "status": _UNUSED,
            "sample": _SAMPLE,
            "search": "made from the other columns",
        },
    ),
    Watched(  # which round's word holds
        StudyRound,
        decides=("study", "result", "instrument", "version", "variant", "wanted"),
        paths=("result__study__rounds",),
        not_basis={
            **_ROW,
            **_ID,
            "called_by": _WHO,
            "opened_at": "a timestamp; only what is open is read at all",
            "why": "explains why it is appraised anew",
            "names_hidden": "who judged changes nothing of what was judged",
        },
    ),
    Watched(  # a closed round's never shows, here or in the feed
        Appraisal,
        decides=("round", "is_consensus", "answers", "overall", "submitted_at"),
        paths=("result__study__rounds__appraisals",),
        new_rows=True,
        not_basis={
            **_ROW,
            **_ID,
            "reviewer": _WHO,
            "notes": "explains the answers",
            "overall_proposed": "what a rule proposed; what was accepted is compared",
            "overall_why": "explains the judgement",
            "overall_direction": _PREDICTED,
            "settled": "whose words were taken; what they say is compared",
        },
    ),
    Watched(
        Judgement,
        JudgementBasis,
        decides=("appraisal", "domain"),
        paths=("result__study__rounds__appraisals__judgements",),
        new_rows=True,
        not_basis={
            **_ROW,
            **_ID,
            "proposed": "what a rule proposed; what was accepted is compared",
            "why": "explains the judgement",
            "support": "explains the judgement",
            "direction": _PREDICTED,
        },
    ),
    Watched(
        Outcome,
        OutcomeBasis,
        decides=("merged_into",),
        paths=("result__outcome",),
        not_basis={
            **_ROW,
            **_WITHDRAWN,
            "withdrawn_reason": "its results stay as they are",
            "definition": _UNUSED,
            "measures": _UNUSED,
            "importance": "asks for a reason at the most, and decides nothing",
            "sample": _SAMPLE,
        },
    ),
    Watched(
        Report,
        decides=("study", "reference", "role"),
        paths=("result__study__reports",),
        new_rows=True,
        not_basis={**_ROW, **_ID},
    ),
    Watched(
        Notice,
        NoticeBasis,
        decides=("reference", "dated", "withdrawn_at"),
        paths=(
            "result__study__reports__reference__notices",
            "result__compiled_from__notices",
            "passage__reference__notices",
        ),
        new_rows=True,
        not_basis={
            **_ROW,
            "withdrawn_by": _WHO,
            "withdrawn_reason": "that it was withdrawn is compared",
            "merged_into": _ELSEWHERE,
            "notice_doi": _NAMES,
            "notice_pmid": _NAMES,
            "says": "explains the notice",
            "sample": _SAMPLE,
        },
    ),
    Watched(  # who tells of a notice decides whether it counts
        NoticeSource,
        decides=("notice", "source"),
        paths=(
            "result__study__reports__reference__notices__sources",
            "result__compiled_from__notices__sources",
            "passage__reference__notices__sources",
        ),
        new_rows=True,
        not_basis={
            **_ROW,
            **_ID,
            "address": "where it was read",
            "seen_at": "a timestamp",
            "says": "its own words; what counts of them is the notice's",
        },
    ),
    Watched(
        Passage,
        PassageBasis,
        paths=("passage",),
        not_basis={
            **_ROW,
            **_WITHDRAWN,
            "merged_into": _STAYS,
            "sample": _SAMPLE,
        },
    ),
    Watched(  # its notices are compared, and watched themselves
        Reference,
        ReferenceBasis,
        not_basis={
            **_ROW,
            **_WITHDRAWN,
            "withdrawn_reason": "what was read in it stays as it is",
            "merged_into": _ELSEWHERE,
            "sample": _SAMPLE,
            "captured_on": "a passage has the day it was read",
            "search": "made from the other columns",
            **dict.fromkeys(
                (
                    *("type", "title", "authors", "first_author", "year", "issued"),
                    *("container", "volume", "issue", "pages", "publisher"),
                    *("abstract", "language", "url", "keywords", "title_key"),
                ),
                _NAMES,
            ),
        },
    ),
)
NOT_BASIS = {table.model: table.not_basis for table in WATCHED}


def claims_touched(changes: Collection[Change]) -> set[int]:
    """The judged claims whose basis any of the changes may have changed."""
    claims: set[int] = set()
    for rows in _rows_resting_on(changes):
        claims.update(rows)
    judged = ClaimVersion.objects.filter(
        claim__in=claims, cause__in=ClaimVersion.JUDGING
    )
    return set(judged.values_list("claim", flat=True))


def _rows_resting_on(changes: Iterable[Change]) -> Iterator[QuerySet]:
    """The ids of claims, by each way that leads from the changed rows to some.

    One query for each: a filter that joins them with "or" would read every item.
    """
    changed = _changed_rows(changes)
    yield Claim.objects.filter(pk__in=changed[Claim]).values_list("pk", flat=True)
    bases = EvidenceBase.objects.filter(pk__in=changed[EvidenceBase])
    yield bases.values_list("claim", flat=True)
    frozen = EvidenceItem.objects.filter(base__frozen_at__isnull=False)
    for table in WATCHED:
        for path in table.paths if changed[table.model] else ():
            items = frozen.filter(**{f"{path}__in": changed[table.model]})
            yield items.values_list("base__claim", flat=True)


def _changed_rows(changes: Iterable[Change]) -> dict[type[Model], set[int]]:
    """The rows of watched tables that changed, by table."""
    tables = {table.label: table for table in WATCHED}
    changed: dict[type[Model], set[int]] = {table.model: set() for table in WATCHED}
    for change in changes:
        table = tables.get(change.model)
        is_new = change.operation == Change.Operation.INSERT
        if table and (table.new_rows or not is_new):
            changed[table.model].add(change.row_id)
    return changed
