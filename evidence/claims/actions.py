"""Claims: worded, related, merged, withdrawn; each makes a version."""

from collections.abc import Collection, Iterable
from typing import Any, Unpack

from accounts.models import User
from accounts.permissions import Permission, require
from claims.claims.actions import Question, set_topics
from claims.models import Claim, ClaimRelation, ClaimVersion
from claims.words import Standing, Verdict
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.merging import merge, undo_merge
from core.models import Merge
from core.nouns import noun_of
from core.withdrawing import expect_current, restore, withdraw
from evidence.bases.items import propose_again
from evidence.bases.question import (
    asked_by,
    elements_of,
    question_about,
    take_question,
)
from evidence.claims.moves import bring_candidates, moves, take_candidates_back
from evidence.claims.review import look_again
from evidence.claims.verdicts import take_back_verdict
from evidence.claims.versions import make_version
from evidence.method import (
    doses_beyond,
    more_than_asked,
    of_others,
    says_otherwise,
    time_beyond,
    too_much_to_affirm,
    unnamed,
)
from evidence.models import ClaimRound


class QuestionAndKind(Question, total=False):
    """A claim's question, and of which kind it is."""

    kind: str


class ClaimChanges(QuestionAndKind, total=False):
    """All that is edited of a claim at once.

    ``topics`` are all of them, by name; ``part_of`` all claims that it is a part of.
    """

    text: str
    topics: Iterable[str]
    part_of: Iterable[Claim]


_STAYS = {
    "kind": "its kind stays: it decides what a claim is judged by",
    "compound": "it is no compound of parts, which are judged each by itself",
    "checkability": "it is checkable; withdraw it if it should not be judged",
}


@action
def edit_claim(
    *,
    claim: Claim,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Unpack[ClaimChanges],
) -> Claim:
    """Change what a claim says, what it is of and what it is filed under.

    And which claims it is a part of. Each is a change by itself, kept as
    ``reword_claim``, ``set_question``, ``set_topics`` and ``relate_claims`` keep it,
    and made only where it differs. Refused as they are, and for other words without a
    reason.
    """
    require(by, Permission.CURATE_CLAIMS)
    expect_revision(claim, revision)
    text = changes.pop("text", claim.text).strip()
    topics, wholes = changes.pop("topics", None), changes.pop("part_of", None)
    if text != claim.text:
        if not reason.strip():
            raise Refused("Say why it is put in other words.", field="reason")
        reword_claim(claim=claim, text=text, by=by, reason=reason)
    asked = {
        name: value for name, value in changes.items() if value != getattr(claim, name)
    }
    if asked:
        set_question(claim=claim, by=by, reason=reason, **asked)
    if topics is not None:
        set_topics(claim=claim, names=topics, by=by, reason=reason)
    if wholes is not None:
        _set_wholes(claim, list(wholes), by)
    return claim


def _set_wholes(claim: Claim, wholes: Collection[Claim], by: User) -> None:
    """Let a claim be a part of these and of no others."""
    kind = ClaimRelation.Kind.PART_OF
    there = {each.target_id: each for each in claim.relations.filter(kind=kind)}
    for pk in there.keys() - {whole.pk for whole in wholes}:
        unrelate_claims(relation=there[pk], by=by)
    for whole in wholes:
        if whole.pk not in there:
            relate_claims(source=claim, target=whole, kind=kind, by=by)


@action
def reword_claim(
    *, claim: Claim, text: str, by: User, reason: str, revision: int | None = None
) -> Claim:
    """Put a claim in other words; the words before stay readable as a version.

    A verdict stays with the claim and is marked for review. Words that it could not be
    given beside are refused.
    """
    require(by, Permission.CURATE_CLAIMS)
    expect_revision(claim, revision)
    _refuse_while_graded(claim)
    words = text.strip()
    if words == claim.text:
        raise Refused("These are the words it has.", field="text")
    _refuse_beside_verdict(claim, words)
    _keep_as_it_was(claim, by)
    save(claim, text=words)
    look_again(claim)
    make_version(claim=claim, cause=ClaimVersion.Cause.WORDING, by=by, why=reason)
    return claim


@action
def set_question(
    *,
    claim: Claim,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Unpack[QuestionAndKind],
) -> Claim:
    """Say what a claim is of: its kind, PICO, what it asserts, whether it is checkable.

    An open base takes the question, and what its candidates show is proposed anew. On a
    claim that was judged this is a change of wording: a version is kept and the verdict
    is marked for review. What it is judged by does not change under a verdict.
    """
    require(by, Permission.CURATE_CLAIMS)
    expect_revision(claim, revision)
    _refuse_while_graded(claim)
    _unsay_by_rule(claim, by, changes)
    judged = claim.verdict != Verdict.NOT_GRADED
    for name, words in _STAYS.items():
        if judged and changes.get(name, getattr(claim, name)) != getattr(claim, name):
            raise Refused(f"This claim has a verdict, so {words}.", field=name)
    if judged:
        _keep_as_it_was(claim, by)
    asked = elements_of(claim)
    save(claim, **changes)
    take_question(claim, asked)
    propose_again(claim)
    if judged:
        look_again(claim)
        make_version(claim=claim, cause=ClaimVersion.Cause.WORDING, by=by, why=reason)
    return claim


def _unsay_by_rule(claim: Claim, by: User, changes: QuestionAndKind) -> None:
    """Take back what only a rule answered, where it would be judged otherwise now.

    Nobody has judged such a claim, so its kind can still be put right.
    """
    moved = any(
        changes.get(each, getattr(claim, each)) != getattr(claim, each)
        for each in _STAYS
    )
    if moved and claim.standing == Standing.RULE:
        why = "What it is judged by was changed, so the answer by rule does not hold."
        take_back_verdict(claim=claim, by=by, reason=why)


@action
def relate_claims(
    *,
    source: Claim,
    target: Claim,
    kind: str,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> ClaimRelation:
    """Say how one claim stands to another; a whole with parts becomes compound."""
    require(by, Permission.CURATE_CLAIMS)
    expect_revision(source, revision)
    expect_current(source, target)
    if kind == ClaimRelation.Kind.PART_OF and not target.compound:
        set_question(claim=target, compound=True, by=by)
    return save(ClaimRelation(source=source, target=target, kind=kind))


@action
def unrelate_claims(
    *,
    relation: ClaimRelation,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> None:
    """Take a relation between two claims back; ``revision`` is its source's."""
    require(by, Permission.CURATE_CLAIMS)
    expect_revision(relation.source, revision)
    relation.delete()


@action
def withdraw_claim(
    *, claim: Claim, by: User, reason: str, revision: int | None = None
) -> Claim:
    """Take a claim back, saying why; its versions stay readable."""
    require(by, Permission.WITHDRAW)
    expect_revision(claim, revision)
    _refuse_while_graded(claim)
    _keep_as_it_was(claim, by)
    withdraw(row=claim, by=by, reason=reason)
    make_version(claim=claim, cause=ClaimVersion.Cause.WITHDRAWAL, by=by, why=reason)
    return claim


@action
def reinstate_claim(
    *, claim: Claim, by: User, reason: str, revision: int | None = None
) -> Claim:
    """Let a withdrawn claim stand again, saying why, with the verdict that it had.

    What changed meanwhile marks that for review. The versions keep that it was
    withdrawn, by whom and why.
    """
    require(by, Permission.WITHDRAW)
    expect_revision(claim, revision)
    if not reason.strip():
        raise Refused("Say why it stands again.", field="reason")
    restore(row=claim, by=by, reason=reason)
    look_again(claim)
    make_version(claim=claim, cause=ClaimVersion.Cause.REINSTATED, by=by, why=reason)
    return claim


@action
def merge_claims(
    *, merged: Claim, into: Claim, by: User, reason: str, revision: int | None = None
) -> Merge:
    """Make one claim of two that say the same.

    Mentions, topics and relations move; bases, rounds and versions stay with the
    merged claim, and its candidates arrive as awaiting in the other's draft base.
    Both claims keep a version. Refused while either is being graded.
    """
    require(by, Permission.MERGE)
    expect_revision(merged, revision)
    if merged.kind != into.kind:
        raise Refused(
            f"The two are of different kinds: {merged.get_kind_display()} and "
            f"{into.get_kind_display()}."
        )
    for claim in (merged, into):
        _refuse_while_graded(claim)
        _keep_as_it_was(claim, by)
    record = merge(
        merged=merged, into=into, by=by, reason=reason, moves=moves(merged, into)
    )
    bring_candidates(record, merged, into, by)
    _keep_both(merged, into, by, reason)
    return record


@action
def unmerge_claims(*, merge: Merge, by: User, reason: str) -> Merge:
    """Take a merge of two claims back: newest first, while what moved is unchanged.

    Candidates that it brought go, unless somebody decided on them since.
    """
    require(by, Permission.MERGE)
    if merge.model != noun_of(Claim):
        raise Refused("This is no merge of claims.")
    merged, into = (Claim.objects.get(pk=pk) for pk in (merge.merged_id, merge.into_id))
    _refuse_while_graded(into)
    undone = undo_merge(merge=merge, by=by, reason=reason)
    take_candidates_back(undone)
    merged.refresh_from_db()
    _keep_both(merged, into, by, f"The merge was undone: {reason}")
    return undone


def _keep_both(merged: Claim, into: Claim, by: User, why: str) -> None:
    for claim in (merged, into):
        make_version(claim=claim, cause=ClaimVersion.Cause.MERGE, by=by, why=why)


def _refuse_while_graded(claim: Claim) -> None:
    if ClaimRound.objects.filter(claim=claim, opened_at=None).exists():
        raise Refused(
            "This claim is being graded; its reviewers judge it as it is worded now."
        )


def _refuse_beside_verdict(claim: Claim, words: str) -> None:
    """Refuse words that say more, or something else, than the verdict was given on."""
    if claim.verdict == Verdict.NOT_GRADED:
        return
    for problem in too_much_to_affirm(words, claim.verdict):
        raise Refused(problem.sentence, field="text")
    base = claim.bases.order_by("-number").first()
    asked = question_about(claim, asked_by(base) if base else elements_of(claim))
    was = {**asked, "subgroup": claim.subgroup, "dose": claim.dose}
    now = {**was, "text": words}
    if said := says_otherwise(now):
        raise Refused(
            f"“{said}” is not what the claim was judged for: make it a claim of its "
            "own.",
            field="text",
        )
    begun = more_than_asked(was, claim.verdict, "")
    for problem in more_than_asked(now, claim.verdict, ""):
        if problem not in begun:
            raise Refused(problem.sentence, field="text")
    _refuse_what_was_not_judged(was, now)
    if left_out := set(unnamed(now)).difference(unnamed(was)):
        names = " and ".join(f"“{name}”" for name in sorted(left_out))
        raise Refused(
            f"The claim was judged for {names}, which these words don’t name: make "
            "them a claim of its own.",
            field="text",
        )


def _refuse_what_was_not_judged(was: dict[str, Any], now: dict[str, Any]) -> None:
    """Refuse words of people, a time or a dose that a verdict was not given on."""
    was_of, now_of = (
        {*of_others(each), time_beyond(each), *doses_beyond(each)}
        for each in (was, now)
    )
    of = now_of - was_of - {""}
    if of:
        raise Refused(
            f"The claim was not judged of {' and '.join(sorted(of))}: make these words "
            "a claim of its own.",
            field="text",
        )


def _keep_as_it_was(claim: Claim, by: User) -> None:
    """Make the first version of a claim that never had one, before it changes."""
    if not ClaimVersion.objects.filter(claim=claim).exists():
        make_version(
            claim=claim,
            cause=ClaimVersion.Cause.WORDING,
            by=by,
            why="As it was first worded.",
        )
