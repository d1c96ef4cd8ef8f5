"""The list of references, and one entered by hand."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from accounts.permissions import Permission, can, require
from bibliography.formats import WRITERS
from bibliography.models import Reference
from bibliography.references.actions import add_reference
from bibliography.references.filters import HAVING, ReferenceFilter
from bibliography.references.forms import ReferenceForm
from core.list_pages import BEST_MATCH, Order, facets, having, list_page
from core.navigation import page_asked_for
from core.pages import form_page, perform
from texts.identifiers import normalise_doi

REFERENCE_ORDERS = (
    Order("added", "Newest here", "-pk"),
    Order("year", "Newest publication", "-year"),
    Order("title", "Title, A to Z", "title"),
)


def references(request):
    """All references, narrowed by type."""
    rows = Reference.objects.current()
    shown = list_page(
        request,
        rows.with_identifiers().with_retracted().defer("search"),
        filterset=ReferenceFilter,
        orders=REFERENCE_ORDERS,
        best=BEST_MATCH,
        collection="references",
    )
    context = {
        "list": shown,
        "facets": [
            *facets(shown, rows, {"type": "Type"}),
            having(shown, rows, "has", "Has", HAVING),
        ],
        "formats": WRITERS.values(),
        "may_import": can(request.user, Permission.IMPORT_REFERENCES),
    }
    return render(request, "bibliography/references/references.html", context)


@login_required
def new_reference(request):
    """Add a bibliographic record by hand."""
    require(request.user, Permission.EDIT_STUDIES)
    form = ReferenceForm(request.POST or None, initial=as_looked_for(request))
    if request.method == "POST" and form.is_valid():
        reference = perform(request, add_reference, form=form, **form.as_given())
        if reference:
            messages.success(request, f"Stored as record {reference.pk}.")
            return redirect(page_asked_for(request) or f"/references/{reference.pk}/")
    return form_page(request, form, "Add a reference")


def as_looked_for(request):
    """What is known of a record that was looked for in vain: its DOI or its title."""
    words = request.GET.get("q", "").strip()
    doi = normalise_doi(words)
    return {"doi": doi} if doi else {"title": words}
