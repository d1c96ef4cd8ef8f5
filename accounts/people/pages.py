"""People as others see them, and what editors may change of an account."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.actions import set_role
from accounts.models import User
from accounts.people.filters import PersonFilter
from accounts.people.forms import RoleForm
from accounts.people.rules import is_within
from accounts.permissions import Permission, Role, can, require
from core.list_pages import Order, facets, list_page
from core.pages import ask

ORDERS = (
    Order("name", "Name", "display_name"),
    Order("newest", "Newest", "-pk"),
)


def people(request):
    """Who works here; editors see who only reads, too."""
    rows = User.objects.seen_by(request.user)
    shown = list_page(
        request, rows, filterset=PersonFilter, orders=ORDERS, collection="people"
    )
    context = {
        "list": shown,
        "facets": facets(shown, rows, {"role": "Role"}, words={"role": Role}),
        "may_manage": can(request.user, Permission.MANAGE_PEOPLE),
    }
    return render(request, "accounts/people/people.html", context)


@never_cache
def person(request, person_id):
    """A person's public profile; for editors, what was done to the account."""
    return _page(request, _seen(request, person_id))


@login_required
@never_cache
@require_POST
def role(request, person_id):
    """Give a person another role."""
    require(request.user, Permission.MANAGE_PEOPLE)
    row = _seen(request, person_id)
    form = RoleForm(request.POST, by=request.user)
    refused = ask(request, form, set_role, user=row, done="The role is changed.")
    if refused is None:
        return redirect("person", row.pk)
    return _page(request, _seen(request, person_id), refused)


def _seen(request, person_id):
    return get_object_or_404(User.objects.seen_by(request.user), pk=person_id)


def _page(request, row, refused=None):
    """The page of a person; ``refused`` is the form of a role that came back."""
    manages = can(request.user, Permission.MANAGE_PEOPLE)
    seen = {"role": row.role, "revision": row.revision}
    changed = row.changes.select_related("by").order_by("-pk") if manages else []
    context = {
        "person": row,
        "is_own": row.pk == request.user.pk,
        "standing": row.interests.standing().order_by("kind", "pk"),
        "ended": row.interests.exclude(ended_on=None).order_by("-ended_on"),
        "manages": manages,
        "may_change": manages and is_within(request.user, row),
        "form": refused or RoleForm(initial=seen, by=request.user),
        "changes": changed,
    }
    status = 422 if refused else 200
    return render(request, "accounts/people/person.html", context, status=status)
