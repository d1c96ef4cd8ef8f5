"""What several pages do: ask an action, show forms again, hand out a file."""

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from core.errors import LostRace, Refused, StandsNoMore
from core.history_words import histories_in_words, history_in_words
from core.meanwhile import take_up
from core.navigation import page_asked_for
from core.nouns import noun_of
from core.numbers import whole_number


def current_row(rows, pk):
    """The row of a number among ``rows``; a 404 where there was none.

    Raises StandsNoMore where it was merged or withdrawn: the middleware leads on.
    """
    row = get_object_or_404(rows, pk=pk)
    if row.merged_into_id or row.is_withdrawn:
        raise StandsNoMore(row)
    return row


def perform(request, action, *, form=None, **given):
    """What an action returns for the person who asks; None where it refused.

    The refusal stands beside the form's field that it is about, so that the form comes
    back with all that was typed; without a form it is a message on the next page. Where
    somebody changed the row first, the form's ``meanwhile`` says who changed what.
    """
    try:
        return action(by=request.user, **given)
    except Refused as refusal:
        if form is None:
            messages.error(request, refusal.sentence)
        else:
            say_refused(form, refusal, given.get("revision"))
        return None


def say_refused(form, refusal, seen=None):
    """Put a refusal beside the form's field that it is about.

    ``seen`` is the revision that the form was filled in on: where somebody changed the
    row since, the form's ``meanwhile`` says who changed what.
    """
    if isinstance(refusal, LostRace) and refusal.current is not None and seen:
        form.meanwhile = take_up(form, refusal.current, seen)
    known = refusal.field if refusal.field in form.fields else None
    form.add_error(known, refusal.sentence)


def form_page(request, form, title, template="enter.html", **context):
    """A page that is one form; 422 where what was sent cannot be stored.

    ``back`` is the address and the name of what it is about; ``notes`` are sentences
    said before, ``button`` what is written on it. ``template`` extends ``enter.html``.
    """
    status = 422 if form.is_bound else 200
    context |= {"form": form, "title": title, "next": page_asked_for(request)}
    return render(request, template, context, status=status)


def history_page(
    request, row, title, back, within=(), template="history.html", **context
):
    """Every change of a row, newest first; ``back`` as of ``form_page``.

    ``within`` are the rows that belong to it: a heading, their model, the field that
    says what each is, and the one by which it names the row. ``template`` takes the
    place of ``history.html`` where a page tells more.
    """
    parts = []
    for heading, model, name, whose in within:
        field = model._meta.get_field(name)
        where = {whose: row} | ({f"{name}__isnull": False} if field.null else {})
        parts.append((heading, histories_in_words(model, name, **where)))
    context |= {"title": title, "back": back, "parts": parts}
    context["entries"] = history_in_words(row)
    return render(request, template, context)


# --- pages on which each of some rows has a form, sent with its number ---


def row_form(kind, row, sent=None):
    """The form of one row, an ``EditForm``; its fields' ids carry the row's number."""
    return kind(
        sent,
        instance=row,
        initial={"revision": row.revision},
        auto_id=f"{noun_of(row)}-{row.pk}-%s",
    )


def row_forms(kind, rows, refused=None):
    """A form for each row; ``refused`` stands, as it was sent, for its own row."""
    sent = getattr(refused, "instance", None)
    return [refused if row == sent else row_form(kind, row) for row in rows]


def sent_row(kind, rows, request):
    """The form that was sent, of the row among ``rows`` that it names; else a 404."""
    number = whole_number(request.POST.get("row")) or 0
    return row_form(kind, get_object_or_404(rows, pk=number), request.POST)


def take_step(request, steps, about, what):
    """Take the step that was sent: its form where it was refused, else None.

    ``steps`` are functions of the request and of what the page is ``about``, by the
    name that a button sends; another name is a 404 that says ``what`` has no such step.
    """
    step = steps.get(request.POST.get("do", ""))
    if step is None:
        raise Http404(f"There is nothing of that name to do with {what}.")
    return step(request, about)


def step_of_form(request):
    """The step that a form's button names; a form that keeps itself is only saved.

    With a draft htmx sends the name of whichever button has the focus, too.
    """
    return "save" if request.htmx else request.POST.get("do", "save")


def ask(request, form, action, *names, done, **given):
    """Ask an action with what a form says, all of it or the fields named.

    None where it did, which ``done`` says on the next page; else the form, refused.
    """
    if not form.is_valid():
        return form
    said = {name: form.cleaned_data[name] for name in names or form.cleaned_data}
    try:
        action(by=request.user, **given, **said)
    except Refused as refusal:
        say_refused(form, refusal, said.get("revision", given.get("revision")))
        return form
    messages.success(request, done)
    return None


# --- what stands no more, and files ---


def withdrawn(request, row, what, **context):
    """The page of something that was withdrawn: who, when and why."""
    context |= {
        "what": what,
        "by": row.withdrawn_by.display_name,
        "at": row.withdrawn_at,
        "reason": row.withdrawn_reason,
    }
    return render(request, "410.html", context, status=410)


def attachment(content, name, content_type, size=None):
    """An answer that is saved as a file; what is no text or bytes goes in pieces."""
    whole = isinstance(content, str | bytes)
    kind = HttpResponse if whole else StreamingHttpResponse
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": content_disposition_header(True, name),
    }
    if size is not None:
        headers["Content-Length"] = size
    return kind(content, content_type=content_type, headers=headers)
