"""What is done with comments and flags: said, mended, taken back, resolved."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.limits import Limit, account, use
from core.withdrawing import expect_current, restore, withdraw
from evidence.models import Comment, Flag
from evidence.talk.models import MOST_CHARACTERS
from evidence.talk.records import expect_record
from evidence.talk.rounds import judged_by
from evidence.talk.words import About

COMMENTS = Limit("comments", "comments", 60, timedelta(hours=1))
FLAGS = Limit("flags", "flags", 20, timedelta(hours=1))


@action
def add_comment(
    *,
    about: str,
    row_id: int,
    text: str,
    by: User,
    part: str = "",
    parent: Comment | None = None,
    reason: str = "",
) -> Comment:
    """Comment on a record, or on a ``part`` of it, or answer a comment on it.

    Raises Refused where there is no such record for the person, where what is answered
    no longer stands, or where they wrote very much lately.
    """
    require(by, Permission.COMMENT)
    if about == About.COMMENT:
        raise Refused("A comment is answered, not commented on.", field="about")
    expect_record(about, row_id, by)
    rounds = judged_by(by, about, row_id)
    if parent is not None:
        expect_current(parent)
        rounds = {
            name: sorted({*ids, *getattr(parent, name)}) for name, ids in rounds.items()
        }
    use(COMMENTS, account(by))
    return save(
        Comment(
            about=about,
            row_id=row_id,
            text=_words(text),
            part=part.strip(),
            parent=parent,
            by=by,
            **rounds,
        )
    )


@action
def edit_comment(
    *,
    comment: Comment,
    text: str,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Comment:
    """Word one's own comment otherwise; history keeps how it read before.

    Refused where it is public and its writer judges in a closed round on its record:
    what others read already cannot wait for the round.
    """
    _expect_own(comment, by)
    expect_current(comment)
    _expect_to_wait(comment, by)
    expect_revision(comment, revision)
    return save(comment, text=_words(text), edited_at=timezone.now())


@action
def withdraw_comment(
    *, comment: Comment, by: User, reason: str = "", revision: int | None = None
) -> Comment:
    """Take a comment back: its writer, or an editor who says why."""
    if comment.by_id != by.pk:
        require(by, Permission.WITHDRAW)
    else:
        reason = reason.strip() or "taken back by its writer"
    expect_revision(comment, revision)
    return withdraw(row=comment, by=by, reason=reason)


@action
def reinstate_comment(
    *, comment: Comment, by: User, reason: str = "", revision: int | None = None
) -> Comment:
    """Let a comment stand again: who took back their own, or an editor who says why.

    Refused to who judges in a closed round on its record: others would read it.
    """
    if not comment.by_id == comment.withdrawn_by_id == by.pk:
        require(by, Permission.WITHDRAW)
        if not reason.strip():
            raise Refused("Say why it stands again.", field="reason")
    _expect_to_wait(comment, by)
    expect_revision(comment, revision)
    return restore(row=comment, by=by, reason=reason)


@action
def resolve_thread(
    *, comment: Comment, by: User, reason: str = "", revision: int | None = None
) -> Comment:
    """Say that nothing is left to do about a comment and what was answered to it."""
    require(by, Permission.COMMENT)
    _expect_thread(comment)
    expect_revision(comment, revision)
    if comment.resolved_at:
        raise Refused(f"{comment.resolved_by} has resolved this.")
    return save(comment, resolved_at=timezone.now(), resolved_by=by)


@action
def reopen_thread(
    *, comment: Comment, by: User, reason: str = "", revision: int | None = None
) -> Comment:
    """Say that something is left to do about it after all."""
    require(by, Permission.COMMENT)
    _expect_thread(comment)
    expect_revision(comment, revision)
    if not comment.resolved_at:
        raise Refused("This is open.")
    return save(comment, resolved_at=None, resolved_by=None)


@action
def flag_record(
    *, about: str, row_id: int, kind: str, text: str, by: User, reason: str = ""
) -> Flag:
    """Say that something is wrong with a record, for those who mend records."""
    require(by, Permission.FLAG)
    expect_record(about, row_id, by)
    judged = (about, row_id)
    if about == About.COMMENT:
        comment = Comment.objects.of(by).get(pk=row_id)
        judged = (comment.about, comment.row_id)
    use(FLAGS, account(by))
    rounds = judged_by(by, *judged)
    flag = Flag(
        about=about, row_id=row_id, kind=kind, text=_words(text), by=by, **rounds
    )
    return save(flag)


@action
def resolve_flag(
    *,
    flag: Flag,
    resolution: str,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Flag:
    """Say what was done about a flag; the flag stays."""
    require(by, Permission.CURATE_CLAIMS)
    expect_revision(flag, revision)
    if flag.resolved_at:
        raise Refused(f"{flag.resolved_by} has seen to this: {flag.resolution}")
    if not resolution.strip():
        raise Refused("Say what was done about it.", field="resolution")
    return save(
        flag,
        resolution=resolution.strip(),
        resolved_at=timezone.now(),
        resolved_by=by,
    )


def _words(text: str) -> str:
    """What was written, its line ends all alike."""
    words = "\n".join(text.strip().splitlines())
    if not words:
        raise Refused("Nothing is written yet.", field="text")
    if len(words) > MOST_CHARACTERS:
        raise Refused(
            f"At most {MOST_CHARACTERS:,} characters, please; these are "
            f"{len(words):,}.",
            field="text",
        )
    return words


def _expect_own(comment: Comment, by: Any) -> None:
    require(by, Permission.COMMENT)
    if comment.by_id != by.pk:
        raise Refused("Only who wrote a comment words it otherwise.")


def _expect_to_wait(comment: Comment, by: Any) -> None:
    """Raise Refused where a comment is public and a closed round of theirs is on it."""
    rounds = judged_by(by, comment.about, comment.row_id)
    if any(set(ids) - set(getattr(comment, name)) for name, ids in rounds.items()):
        raise Refused(
            "You judge in a round on this that has not opened, and others read this "
            "comment already: write a new one, which waits until the round opens."
        )


def _expect_thread(comment: Comment) -> None:
    expect_current(comment)
    if comment.parent_id:
        raise Refused("A whole thread is resolved: its first comment.")
