"""The page on which two that look alike are told apart."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from core.pages import perform
from evidence.models import Twins
from evidence.twins.actions import tell_apart


@require_POST
def apart(request, twins_id):
    """Say that two which look alike are two, and why."""
    row = get_object_or_404(Twins, pk=twins_id)
    reason = request.POST.get("reason", "")
    if perform(request, tell_apart, twins=row, reason=reason):
        messages.success(request, "They stay two, and are not asked about again.")
    return redirect("editors-list", "twins")
