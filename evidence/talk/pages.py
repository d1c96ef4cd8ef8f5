"""Pages of talk: a record's threads, open comments, and flags."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, can, require
from core.list_pages import Order, facets, list_page
from core.numbers import whole_number
from core.pages import form_page, history_page, perform, withdrawn
from evidence.models import Comment
from evidence.talk.actions import (
    add_comment,
    edit_comment,
    flag_record,
    reinstate_comment,
    reopen_thread,
    resolve_flag,
    resolve_thread,
    withdraw_comment,
)
from evidence.talk.filters import CommentFilter, FlagFilter
from evidence.talk.forms import (
    CommentForm,
    EditCommentForm,
    FlagForm,
    ResolveFlagForm,
)
from evidence.talk.models import LONGEST_PART
from evidence.talk.queries import flags_seen_by, talk_around, threads_on
from evidence.talk.records import find_record, records_of
from evidence.talk.words import About

ORDERS = (Order("newest", "Newest", "-pk"),)


# --- the talk on one record ---


def talk(request, about, row_id):
    """The threads on a record: read by all, written by who may comment.

    ``?part=`` names the part of a round that a new comment is about.
    """
    record = _record(request, about, row_id)
    if about == About.COMMENT:
        return redirect(record.address)
    part = request.GET.get("part", "")[:LONGEST_PART]
    form, answered = CommentForm(auto_id="new-%s", initial={"part": part}), None
    if request.method == "POST":
        require(request.user, Permission.COMMENT)
        answered = _answered(request, record)
        form = CommentForm(request.POST, auto_id="new-%s")
        if form.is_valid() and (said := _say(request, record, form, answered)):
            return redirect(f"{record.talk}#comment-{said.pk}")
    context = {
        "record": record,
        "threads": threads_on(record, request.user),
        "around": talk_around(record, request.user),
        "form": form,
        "answered": answered,
        "may_comment": can(request.user, Permission.COMMENT),
        "may_withdraw": can(request.user, Permission.WITHDRAW),
    }
    status = 422 if form.is_bound else 200
    return render(request, "evidence/talk/talk.html", context, status=status)


def _record(request, about, row_id):
    record = find_record(about, row_id, request.user)
    if record is None:
        raise Http404("There is no such record to talk about.")
    return record


def _answered(request, record):
    """The comment that is answered; None where a thread begins."""
    if not request.POST.get("parent"):
        return None
    rows = Comment.objects.of(request.user).on(record.about, record.id)
    number = whole_number(request.POST["parent"]) or 0
    return get_object_or_404(rows.filter(parent=None), pk=number)


def _say(request, record, form, answered):
    given = {"about": record.about, "row_id": record.id, "parent": answered}
    return perform(request, add_comment, form=form, **given, **form.cleaned_data)


# --- one comment ---


@login_required
def edit(request, comment_id):
    """Word one's own comment otherwise."""
    comment = _comment(request, comment_id)
    require(request.user, Permission.COMMENT)
    if comment.is_withdrawn:
        return withdrawn(request, comment, "This comment")
    seen = {"revision": comment.revision}
    form = EditCommentForm(request.POST or None, instance=comment, initial=seen)
    if request.method == "POST" and form.is_valid():
        stored = _comment(request, comment_id)  # the form has written on the other
        given = {"comment": stored, **form.cleaned_data}
        if perform(request, edit_comment, form=form, **given):
            return redirect(_place(stored))
    return form_page(request, form, "Edit your comment", back=_back(request, comment))


@require_POST
def step(request, comment_id):
    """Resolve a thread, open it again, take a comment back or let it stand again."""
    comment = _comment(request, comment_id)
    steps = {
        "resolve": resolve_thread,
        "reopen": reopen_thread,
        "withdraw": withdraw_comment,
        "reinstate": reinstate_comment,
    }
    do = request.POST.get("do", "")
    if do not in steps:
        raise Http404("There is nothing of that name to do with a comment.")
    perform(
        request,
        steps[do],
        comment=comment,
        reason=request.POST.get("reason", "")[:2000],
        revision=whole_number(request.POST.get("revision")),
    )
    return redirect(_place(comment))


def history(request, comment_id):
    """How a comment read before; of a withdrawn one, for editors alone."""
    comment = _comment(request, comment_id)
    if comment.is_withdrawn and not can(request.user, Permission.WITHDRAW):
        return withdrawn(request, comment, "This comment")
    return history_page(request, comment, "A comment", _back(request, comment))


def _comment(request, comment_id):
    rows = Comment.objects.of(request.user).select_related("withdrawn_by")
    return get_object_or_404(rows, pk=comment_id)


def _place(comment):
    return f"/talk/{comment.about}/{comment.row_id}/#comment-{comment.pk}"


def _back(request, comment):
    record = find_record(comment.about, comment.row_id, request.user)
    return _place(comment), f"Talk · {record.name}" if record else "Talk"


# --- all of it ---


def comments(request):
    """Comments of all records, narrowed by whether they are open, and by whose."""
    rows = Comment.objects.of(request.user).current()
    shown = list_page(
        request,
        rows.select_related("by", "parent", "resolved_by"),
        filterset=CommentFilter,
        orders=ORDERS,
        collection="comments",
    )
    context = {
        "list": shown,
        "facets": facets(shown, rows, {"about": "About"}),
        "records": _records(request, shown),
    }
    return render(request, "evidence/talk/comments.html", context)


def _records(request, shown):
    """The records that the rows of a page are about, by row."""
    rows = shown.page.rows
    known = records_of([(row.about, row.row_id) for row in rows], request.user)
    return {row.pk: known.get((row.about, row.row_id)) for row in rows}


# --- flags ---


@login_required
def flags(request):
    """Flags: all, for those who mend records; else one's own."""
    rows = flags_seen_by(request.user)
    shown = list_page(
        request,
        rows.select_related("by", "resolved_by"),
        filterset=FlagFilter,
        orders=ORDERS,
        collection="flags",
    )
    context = {
        "list": shown,
        "facets": facets(shown, rows, {"kind": "What is wrong", "about": "About"}),
        "records": _records(request, shown),
        "may_resolve": can(request.user, Permission.CURATE_CLAIMS),
    }
    return render(request, "evidence/talk/flags.html", context)


@login_required
def flag(request, about, row_id):
    """Say that something is wrong with a record."""
    record = _record(request, about, row_id)
    form = FlagForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"about": about, "row_id": row_id, **form.cleaned_data}
        if perform(request, flag_record, form=form, **given):
            messages.success(
                request, "Flagged. Those who mend records see it; so do you, below."
            )
            return redirect("flags")
    notes = [f"{record.called}: {record.name}", "What is done about it is told you."]
    back = (record.address, record.called)
    context = {"back": back, "notes": notes, "button": "Flag it"}
    return form_page(request, form, "What is wrong?", **context)


@login_required
def resolve(request, flag_id):
    """Say what was done about a flag."""
    require(request.user, Permission.CURATE_CLAIMS)
    row = get_object_or_404(flags_seen_by(request.user), pk=flag_id)
    seen = {"revision": row.revision}
    form = ResolveFlagForm(request.POST or None, initial=seen)
    sent = request.method == "POST" and form.is_valid()
    if sent and perform(
        request, resolve_flag, form=form, flag=row, **form.cleaned_data
    ):
        return redirect("flags")
    notes = [f"{row.get_kind_display().capitalize()}: {row.text}"]
    return form_page(
        request, form, "What was done?", back=("/flags/", "Flags"), notes=notes
    )
