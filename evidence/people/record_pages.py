"""The page of one's own record, and its exports."""

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from core.api.csv import csv_answer
from core.errors import BadQuery
from evidence.people.record import COLUMNS, beginning_of, record_of

MOST_SHOWN = 20  # of each kind


@login_required
@never_cache
def record(request):
    """What one did here: a page, or with ``format`` all of it as JSON or CSV."""
    if "format" not in request.GET:
        kinds = beginning_of(request.user, MOST_SHOWN)
        return render(request, "evidence/people/record.html", {"kinds": kinds})
    if request.GET["format"] == "csv":
        rows = record_of(request.user)
        return csv_answer(rows, COLUMNS, "own-record", for_spreadsheets=True)
    if request.GET["format"] != "json":
        raise BadQuery("There is json and csv.", field="format")
    person = {"id": request.user.pk, "name": request.user.display_name}
    return JsonResponse({"person": person, "results": list(record_of(request.user))})
