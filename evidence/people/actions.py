"""Conflicts are answered, let through and ruled; accounts close with what they hold."""

from accounts.actions import close_account as close
from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Reference
from claims.models import Claim
from core.actions import action, expect_revision, save
from core.errors import NotAllowed, Refused
from evidence.models import Authorship, ConflictRecord, ConflictSetting
from evidence.people.conflicts import about, conflicts_of, record
from evidence.people.ownerless import Ownerless, left_without_an_owner
from evidence.people.words import ConflictEffect, ConflictOutcome, ConflictRule
from studies.models import Study


@action
def close_account(
    *, by: User, user: User, reason: str, revision: int | None = None
) -> list[Ownerless]:
    """Close an account, and hand back what of theirs has no owner from now on.

    As far as whoever closes it may know, who may judge in a round of theirs.
    Their places in rounds that have not opened are on offer; what they drafted and
    handed in stays theirs. Where nobody is left to settle a difference, an editor is:
    both stand in the list of what has no owner, from this step on.
    """
    before = {each.key for each in left_without_an_owner(by)}
    close(by=by, user=user, reason=reason, revision=revision)
    return [each for each in left_without_an_owner(by) if each.key not in before]


@action
def answer_authorship(
    *, by: User, reference: Reference, is_own: bool, reason: str = ""
) -> Authorship:
    """Say whether one wrote a work whose author has one's name; kept, asked once.

    One may say otherwise later that it is one's own; that it is not stays said.
    """
    known = Authorship.objects.filter(user=by, reference=reference).first()
    if known is None:
        return save(Authorship(user=by, reference=reference, is_own=is_own))
    if known.is_own and not is_own:
        raise Refused("You said that this is yours; an editor can let you judge it.")
    return save(known, is_own=is_own)


@action
def ask_to_judge(*, by: User, subject: Claim | Study, reason: str) -> ConflictRecord:
    """Ask the editors to let one judge what conflicts keep one from, saying why.

    Each rule that keeps one out is kept with these words, once; the first is returned.
    """
    require(by, Permission.CHECK_RESULTS)
    blocking = [each.conflict for each in conflicts_of(by, subject) if each.blocks]
    if not blocking:
        raise Refused("Nothing keeps you from judging this.")
    if not reason.strip():
        raise Refused("Say why an editor might let it through.", field="reason")
    asked = ConflictRecord.objects.filter(
        user=by, by=by, outcome=ConflictOutcome.REFUSED, **about(subject)
    )
    known = set(asked.exclude(reason="").values_list("rule", flat=True))
    if not (new := [each for each in blocking if each.rule not in known]):
        raise Refused("You asked already; an editor decides.")
    refused, words = ConflictOutcome.REFUSED, reason.strip()
    first, *_ = [
        record(by, subject, each.rule, refused, each.because, words) for each in new
    ]
    return first


@action
def override_conflict(
    *, conflict: ConflictRecord, by: User, reason: str
) -> ConflictRecord:
    """Let somebody judge in spite of a conflict that kept them out, saying why.

    By an editor, not for themselves.
    """
    require(by, Permission.OPEN_ROUNDS)
    if conflict.user_id == by.pk:
        raise NotAllowed("Another editor decides on a conflict of your own.")
    if conflict.outcome != ConflictOutcome.REFUSED:
        raise Refused("This conflict keeps nobody out.")
    if not reason.strip():
        raise Refused("Say why it is let through.", field="reason")
    User.objects.select_for_update(no_key=True).get(pk=conflict.user_id)  # one by one
    same = {"user": conflict.user, "claim": conflict.claim, "study": conflict.study}
    overrides = ConflictRecord.objects.overrides()
    if overrides.filter(rule=conflict.rule, **same).exists():
        raise Refused("It was let through already.")
    return record(
        conflict.user,
        conflict.claim or conflict.study,
        ConflictRule(conflict.rule),
        ConflictOutcome.OVERRIDDEN,
        conflict.because,
        reason.strip(),
    )


@action
def set_conflict_effect(
    *,
    rule: ConflictRule,
    effect: ConflictEffect,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> ConflictSetting:
    """Say what a rule does on this site; what was decided before stays decided.

    ``revision`` is that of what was said before, as one saw it; 0 where nothing was.
    """
    require(by, Permission.OPEN_ROUNDS)
    known = ConflictSetting.objects.filter(rule=rule).first()
    if known is None:
        return save(ConflictSetting(rule=rule, effect=effect))
    expect_revision(known, revision)
    return save(known, effect=effect)
