"""The page on which a person makes, names, scopes and revokes tokens."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.models import Token
from accounts.tokens.actions import change_token, make_token, revoke_token
from accounts.tokens.forms import NewTokenForm, TokenForm
from core.pages import perform


@login_required
@never_cache
def tokens(request):
    """One's tokens; making one shows its secret, this once."""
    form = NewTokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = perform(request, make_token, form=form, **form.cleaned_data)
        if made:
            return _page(request, NewTokenForm(), made=made, status=201)
    return _page(request, form, status=422 if form.is_bound else 200)


@login_required
@never_cache
@require_POST
def token(request, token_id):
    """Give one's token another name, or let it do more or less."""
    mine = Token.objects.standing().filter(user=request.user)
    row = get_object_or_404(mine, pk=token_id)
    form = TokenForm(request.POST, instance=row, auto_id=_ids(row))
    if form.is_valid():
        stored = Token.objects.get(pk=row.pk)  # the form has written on the other
        if perform(request, change_token, form=form, token=stored, **form.cleaned_data):
            messages.success(request, "Stored.")
            return redirect("tokens")
    return _page(request, NewTokenForm(), refused=form, status=422)


@login_required
@require_POST
def revoke(request, token_id):
    """Let one's token open nothing any more."""
    row = get_object_or_404(Token, pk=token_id, user=request.user)
    if perform(request, revoke_token, token=row):
        messages.success(request, f"“{row}” opens nothing any more.")
    return redirect("tokens")


def _page(request, form, *, made=None, refused=None, status):
    """All of a person's tokens; ``refused`` is the form of one that came back."""
    mine = Token.objects.filter(user=request.user)
    shown = {refused.instance.pk: refused} if refused else {}
    context = {
        "form": form,
        "made": made,
        "tokens": [
            {"row": row, "form": shown.get(row.pk) or _form_of(row)}
            for row in mine.standing().order_by("-pk")
        ],
        "revoked": mine.exclude(revoked_at=None).order_by("-revoked_at"),
        "today": timezone.now().date(),
    }
    return render(request, "accounts/tokens/tokens.html", context, status=status)


def _form_of(row):
    seen = {"revision": row.revision}
    return TokenForm(instance=row, initial=seen, auto_id=_ids(row))


def _ids(row):
    """The fields' ids, other than those of any other token's form."""
    return f"token-{row.pk}-%s"
