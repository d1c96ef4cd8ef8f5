"""Imports of reference files: begun, watched, undone."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from bibliography.formats import READERS
from bibliography.imports.actions import (
    ANSWER_JOB,
    FILL_JOB,
    READ_JOB,
    REOPEN_JOB,
    begin_import,
    fill_import,
    read_as,
    set_encoding,
    set_mapping,
    start_import,
    undo_import,
)
from bibliography.imports.filters import ImportFilter
from bibliography.imports.forms import ImportForm, MappingForm
from bibliography.imports.importing.rejected import rejected_file
from bibliography.imports.importing.source import kept_pieces
from bibliography.models import ImportBatch
from core.errors import Refused
from core.jobs import cancel, label_of
from core.limits import turn, visitor_of
from core.list_pages import Order, list_page
from core.models import Job
from core.numbers import whole_number
from core.pages import attachment

ORDERS = (Order("newest", "Newest", "-pk"), Order("oldest", "Oldest", "pk"))
OPEN = (Job.State.QUEUED, Job.State.RUNNING, Job.State.WAITING)
# The counts of a page, each with the query that lists its records.
COUNTS = (
    ("read", "read", "read=true"),
    ("created", "created", "became=created"),
    ("matched", "matched", "became=matched"),
    ("asked", "asked", "became=asked"),
    ("left", "left out", "became=left"),
    ("rejected", "rejected", "became=rejected"),
    ("warnings", "with warnings", "warnings=true"),
    ("removed", "removed", "became=removed"),
    ("kept", "kept", "became=kept"),
)
ONLY_WHEN_UNDONE = ("removed", "kept")
ON_RECORDS = (FILL_JOB, ANSWER_JOB, REOPEN_JOB)  # of an import that is done


def loaded(request, import_id):
    """An import, for whoever may import; else a sentence why not."""
    require(request.user, Permission.IMPORT_REFERENCES)
    rows = ImportBatch.objects.select_related("job", "by", "undone_by")
    return get_object_or_404(rows, pk=import_id)


@login_required
def imports(request):
    """All imports, and the form that brings another file."""
    require(request.user, Permission.IMPORT_REFERENCES)
    sent = request.method == "POST"
    form = ImportForm(request.POST, request.FILES) if sent else ImportForm()
    if sent and form.is_valid():
        try:
            return _begun(request, form)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
    shown = list_page(
        request,
        ImportBatch.objects.select_related("by", "job").with_mine(request.user),
        filterset=ImportFilter,
        orders=ORDERS,
        collection="imports",
    )
    status = 422 if form.errors else 200
    context = {"list": shown, "form": form}
    return render(request, "bibliography/imports/imports.html", context, status=status)


def _begun(request, form):
    """Keep what was sent, and import it at once unless it is to be looked at first."""
    stream, name = form.source()
    with turn(visitor_of(request)):
        batch = start_import(
            data=stream,
            file_name=name,
            by=request.user,
            format=form.cleaned_data["format"] or "auto",
            at_once=request.POST.get("do") != "look",
        )
    return redirect("import", batch.pk)


@login_required
@never_cache
def import_page(request, import_id):
    """One import: what the file is, how far it is, what became of its records."""
    batch = loaded(request, import_id)
    context = page_context(batch)
    if request.htmx:
        answer = render(request, "bibliography/imports/_import_progress.html", context)
        if not context["is_open"]:
            answer["HX-Refresh"] = "true"
        return answer
    return render(request, "bibliography/imports/import.html", context)


def page_context(batch, mapping_form=None):
    """What an import's page shows."""
    job = batch.job
    is_open = bool(job and job.state in OPEN)
    waits = batch.state == ImportBatch.State.WAITING and not batch.job_id
    settled = not is_open and batch.state == ImportBatch.State.DONE
    return {
        "batch": batch,
        "job": job,
        "is_open": is_open,
        "doing": label_of(job.kind) if job else "",
        "has_failed": bool(job and job.state in ("failed", "cancelled")),
        "may_go_on": bool(job) and job.kind == READ_JOB and not settled,
        "may_undo": not is_open and batch.state in ("done", "running"),
        "format": READERS.get(batch.format),
        "formats": READERS.values(),
        "counts": counts_of(batch),
        "offers": batch.records.offering().count() if settled else 0,
        "filled": batch.records.filled().count() if settled else 0,
        "after": after(batch) if settled else {},
        "mapping_form": mapping_form or mapping_form_of(batch),
        "mapped": batch.preview.get("mapping", {}),
        "encodings": batch.preview.get("encodings", []) if waits else [],
        "earlier": ImportBatch.objects.same_file_before(batch).first(),
    }


def after(batch):
    """What the last job on its records came to, and whether that can be undone."""
    job = batch.job
    if not job or job.kind not in ON_RECORDS or job.state != Job.State.DONE:
        return {}
    answered = job.kind == ANSWER_JOB and batch.records.answered_by(job.pk).exists()
    return {"says": job.result.get("says", []), "may_take_back": answered}


def counts_of(batch):
    """Pairs of a count's label and number, each with the query behind its link."""
    running = batch.job.result.get("counts", {}) if batch.job else {}
    counts = batch.counts or running
    told = counts.get("removed") or counts.get("kept") or batch.undone_at
    return [
        {"label": label, "n": counts.get(key, 0), "query": query}
        for key, label, query in COUNTS
        if counts and (told or key not in ONLY_WHEN_UNDONE)
        if key != "left" or counts.get(key)
    ]


def _seen(request):
    """The state of an import that a form was filled in on."""
    return whole_number(request.POST.get("revision"))


def mapping_form_of(batch, data=None):
    """The form that maps a table's columns; None where there are none to map."""
    columns = batch.preview.get("columns")
    if batch.state != ImportBatch.State.WAITING or batch.job_id or not columns:
        return None
    return MappingForm(data, columns=columns, mapping=batch.preview["mapping"])


@login_required
@require_POST
def mapping(request, import_id):
    """Say which column holds which field; the first records show what it does."""
    batch = loaded(request, import_id)
    form = mapping_form_of(batch, request.POST)
    if form is None:
        raise Refused("Columns are mapped for tables, before they are imported.")
    if not form.is_valid():
        context = page_context(batch, form)
        return render(request, "bibliography/imports/import.html", context, status=422)
    seen = _seen(request)
    set_mapping(batch=batch, mapping=form.mapping(), by=request.user, revision=seen)
    return redirect("import", batch.pk)


@login_required
@require_POST
def encoding(request, import_id):
    """Say which encoding a file is in; the first records show what it does."""
    batch = loaded(request, import_id)
    wanted = request.POST.get("encoding", "")
    seen = _seen(request)
    set_encoding(batch=batch, encoding=wanted, by=request.user, revision=seen)
    return redirect("import", batch.pk)


@login_required
@require_POST
def again(request, import_id):
    """Look at a refused file again, as one of the format that a person names."""
    batch = loaded(request, import_id)
    wanted = request.POST.get("format", "")
    return redirect("import", read_as(batch=batch, format=wanted, by=request.user).pk)


@login_required
@require_POST
def begin(request, import_id):
    """Import a file that was looked at, or go on with one that stopped."""
    batch = loaded(request, import_id)
    begin_import(batch=batch, by=request.user, revision=_seen(request))
    return redirect("import", batch.pk)


@login_required
@require_POST
def fill(request, import_id):
    """Fill in what references lack and the matched records of an import say."""
    fill_import(batch=loaded(request, import_id), by=request.user)
    return redirect("import", import_id)


@login_required
@require_POST
def stop(request, import_id):
    """Stop what is being done; it can be gone on with, or undone."""
    batch = loaded(request, import_id)
    if batch.job:
        cancel(job=batch.job, by=request.user)
    return redirect("import", batch.pk)


@login_required
def undo(request, import_id):
    """Ask whether an import is to be undone, and have it undone."""
    batch = loaded(request, import_id)
    if request.method == "POST":
        undo_import(batch=batch, by=request.user, reason=request.POST.get("why", ""))
        messages.success(request, "It is being undone.")
        return redirect("import", batch.pk)
    return render(request, "bibliography/imports/import_undo.html", {"batch": batch})


@login_required
@require_GET
def file(request, import_id):
    """The file's own bytes."""
    batch = loaded(request, import_id)
    return attachment(
        kept_pieces(batch), batch.file_name, "application/octet-stream", batch.size
    )


@login_required
@require_GET
def rejected(request, import_id):
    """The records that could not be read, as a file to fix and import again."""
    batch = loaded(request, import_id)
    chosen = READERS.get(batch.format)
    extension = chosen.extension if chosen else ".txt"
    return attachment(
        rejected_file(batch),
        f"import-{batch.pk}-rejected{extension}",
        "text/plain; charset=utf-8",
    )
