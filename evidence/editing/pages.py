"""The editors' page: what waits for them, counted, and each list by itself."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render

from accounts.permissions import Permission, require
from core.list_pages import list_page, uncounted
from core.pager import capped_count, paginate
from evidence.editing.api import LISTS

FIRST = 3  # rows of each list on the editors' page


@login_required
def editors(request):
    """What waits for editors: how much of each kind, and the first of it."""
    require(request.user, Permission.PUBLISH)
    lists = [_first(name, view(), request.user) for name, view in LISTS.items()]
    return render(request, "evidence/editing/editors.html", {"lists": lists})


def _first(name, view, user):
    """A list's heading, how many rows it has, and the first of them."""
    view.action = "list"
    rows = view.rows_for(user)
    first = paginate(view.list_rows(rows), order=view.sorts[0].key, size=FIRST)
    return {
        "name": name,
        "title": view.title,
        "about": view.about,
        "count": capped_count(rows),
        "rows": view.present(first.rows),
        "row_template": f"evidence/editing/_{view.row}.html",
    }


@login_required
def work_list(request, name):
    """One list of what waits, narrowed and sorted as the address says."""
    require(request.user, Permission.PUBLISH)
    if name not in LISTS:
        raise Http404("Nothing of that name waits for editors.")
    view = LISTS[name]()
    view.action = "list"
    shown = list_page(
        request,
        view.list_rows(view.rows_for(request.user)),
        filterset=view.filterset_class,
        orders=view.sorts,
        collection=f"editing-{name}",
    )
    context = {
        "list": shown,
        "title": view.title,
        "about": view.about,
        "nouns": view.nouns,
        "facets": uncounted(shown, view.narrowed_by),
        "rows": view.present(shown.page.rows),
        "row_template": f"evidence/editing/_{view.row}.html",
    }
    return render(request, "evidence/editing/list.html", context)
