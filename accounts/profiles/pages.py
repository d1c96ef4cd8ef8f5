"""One's own profile: who one is, and what one has an interest in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.models import Interest, User
from accounts.profiles.actions import declare_interest, edit_profile, end_interest
from accounts.profiles.forms import InterestForm, ProfileForm
from core.pages import perform


@login_required
@never_cache
def profile(request):
    """What one's profile says, to be changed."""
    user = User.objects.get(pk=request.user.pk)  # the form writes on it
    form = ProfileForm(
        request.POST or None, instance=user, initial={"revision": user.revision}
    )
    if form.is_valid() and perform(
        request, edit_profile, form=form, **form.cleaned_data
    ):
        messages.success(request, "Stored.")
        return redirect("profile")
    return _page(request, form, InterestForm())


@login_required
@never_cache
@require_POST
def interests(request):
    """Declare one interest more."""
    form = InterestForm(request.POST)
    if form.is_valid():
        made = perform(request, declare_interest, form=form, **form.cleaned_data)
        if made:
            messages.success(request, f"Declared: {made}.")
            return redirect("profile")
    seen = {"revision": request.user.revision}
    return _page(request, ProfileForm(instance=request.user, initial=seen), form)


@login_required
@require_POST
def end(request, interest_id):
    """Say that an interest has ended."""
    row = get_object_or_404(Interest, pk=interest_id, user=request.user)
    if perform(request, end_interest, interest=row):
        messages.success(request, f"Ended: {row}.")
    return redirect("profile")


def _page(request, form, interest):
    mine = request.user.interests.order_by("-pk")
    context = {
        "form": form,
        "interest": interest,
        "standing": mine.standing(),
        "ended": mine.exclude(ended_on=None),
    }
    status = 422 if form.is_bound or interest.is_bound else 200
    return render(request, "accounts/profiles/profile.html", context, status=status)
