"""Checking a reference list: anyone sees what came of it; nothing of it is stored."""

import json
from collections import Counter

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.access import open_to_all
from accounts.models import User
from articles.checking.look_jobs import MOST_LISTED, findings_of, look_for_list
from articles.checking.pages import add_refusal, in_turn, limited_to, look_of
from articles.kept_links.pages import keep_report
from articles.reference_lists.checked import as_facts, checked_entries
from articles.reference_lists.corrected import correctable, corrected
from articles.reference_lists.forms import ListForm
from articles.reference_lists.listed import read_sent
from articles.reference_lists.report import list_report
from articles.reference_lists.table import COLUMNS, rows_of
from bibliography.formats import write
from bibliography.references.export_pages import reference_file
from core.api.csv import csv_answer
from core.errors import Refused
from core.jobs import followed_by
from core.pages import attachment

MOST_ENTRIES = 2_000  # of a list on a page
WRITTEN = {"ris": "RIS", "bibtex": "BibTeX", "csl": "CSL-JSON"}


@open_to_all
@never_cache
def check_list(request):
    """Where a list is pasted or dropped; answers with what is found, as far as it is.

    What is sent for the first time is looked for at once.
    """
    form, works, refused = _sent(request)
    if works is None:
        return form_page(request, form)
    key = form.cleaned_data["look"]
    if not key and not refused:
        try:
            key = look_for_list(
                works=[work.stated for work in works],
                by=User.objects.system(),
                limited_to=limited_to(request),
            )
        except Refused as refusal:
            refused = refusal.sentence
    return list_page(request, form, works, key, refused)


@open_to_all
@never_cache
def download(request, kind):
    """What came of a list as CSV or JSON, all of its entries in their order."""
    if kind not in ("csv", "json"):
        raise Http404("A checked list can be had as csv or json.")
    form, works, _ = _sent(request)
    if works is None:
        return _sent_no_list(request, form)
    entries = sorted(_checked(form, works), key=lambda entry: entry.number)
    if kind == "csv":
        rows = map(rows_of, entries)
        return csv_answer(rows, COLUMNS, "checked-list", for_spreadsheets=True)
    facts = [as_facts(entry) for entry in entries]
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    return attachment(text, "checked-list.json", "application/json; charset=utf-8")


@open_to_all
@never_cache
def correct(request):
    """Every change of the corrected list, before it is downloaded."""
    form, works, _ = _sent(request)
    if works is None:
        return _sent_no_list(request, form)
    entries, taken = _checked(form, works), set(form.cleaned_data["take"])
    made = corrected(entries, taken)
    context = {
        "changes": made.changes,
        "unread": made.unread,
        "entries": len(entries),
        "taken": sorted(taken),
        "again": form.again(),
        "formats": WRITTEN,
    }
    return render(request, "articles/reference_lists/corrected.html", context)


@open_to_all
@never_cache
def correct_file(request, format):
    """The corrected list as a file for other programs."""
    if format not in WRITTEN:
        raise Http404("There is no such format of a corrected list.")
    form, works, _ = _sent(request)
    if works is None:
        return _sent_no_list(request, form)
    made = corrected(_checked(form, works), set(form.cleaned_data["take"]))
    return reference_file(write(made.records(format), format), format, "corrected-list")


@open_to_all
@never_cache
def keep(request):
    """Store what was found, and show the address and the key that deletes it, once."""
    form, works, _ = _sent(request)
    if works is None:
        return _sent_no_list(request, form)
    report = list_report(_checked(form, works), timezone.localdate())
    try:
        return keep_report(request, report, "check-list", form.again())
    except Refused as refusal:
        key = form.cleaned_data["look"]
        return list_page(request, form, works, key, refusal.sentence)


# --- what they share ---


def _sent(request):
    """The form, the works that it holds, None where there are none, and why."""
    if request.method != "POST":
        return ListForm(), None, ""
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return form, None, ""
    try:
        works = in_turn(
            request,
            form.cleaned_data["data"],
            lambda: read_sent(**form.as_read(), most=MOST_ENTRIES),
        )
    except Refused as refusal:
        add_refusal(request, form, refusal)
        return form, None, refusal.sentence
    return form, works, ""


def _sent_no_list(request, form):
    """The form with what is wrong; where nothing was sent, the way to it."""
    return form_page(request, form) if form.is_bound else redirect("check-list")


def _checked(form, works):
    findings = findings_of(followed_by(form.cleaned_data["look"]))
    return checked_entries(works, findings)


def list_page(request, form, works, key, refused=""):
    """What came of a list so far, the worst first."""
    job = followed_by(key)
    entries = _checked(form, works)
    report = list_report(entries, timezone.localdate())
    show = form.cleaned_data["show"]
    context = {
        "report": report,
        "shown": [one for one in report.entries if show in ("", one.state)],
        "show": show,
        "counts": Counter(one.state for one in report.entries),
        "correctable": {entry.number for entry in entries if correctable(entry)},
        "again": form.again() | {"look": key},
        "look": look_of(key, job) if job else None,
        "refused": refused,
        "most": MOST_LISTED,
    }
    status = 429 if refused else 200
    template = "articles/reference_lists/list.html"
    return render(request, template, context, status=status)


def form_page(request, form):
    """The form; with what was wrong, and what was typed, where it was refused."""
    status = 422 if form.is_bound else 200
    template = "articles/reference_lists/check_list.html"
    return render(request, template, {"form": form, "most": MOST_LISTED}, status=status)
