"""The list of studies, and one entered by hand."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from accounts.permissions import Permission, can, require
from core.list_pages import BEST_MATCH, Order, facets, having, list_page
from core.pages import form_page, perform
from studies.models import Result, Study
from studies.studies.actions import add_study
from studies.studies.filters import HAVING, StudyFilter
from studies.studies.forms import StudyForm

STUDY_ORDERS = (
    Order("label", "Name, A to Z", "label"),
    Order("year", "Newest study", "-year"),
    Order("added", "Newest here", "-pk"),
)


def studies(request):
    """All studies, narrowed by design, allocation and status."""
    rows = Study.objects.current()
    shown = list_page(
        request,
        rows.with_retracted().with_counts().with_names(),
        filterset=StudyFilter,
        orders=STUDY_ORDERS,
        best=BEST_MATCH,
        collection="studies",
    )
    labels = {"design": "Design", "allocation": "Allocation", "status": "Status"}
    context = {
        "list": shown,
        "facets": [
            *facets(shown, rows, labels),
            having(shown, rows, "has", "Has", HAVING),
        ],
    }
    if can(request.user, Permission.ENTER_RESULTS):
        context["to_settle"] = Result.objects.disputed().count()
    return render(request, "studies/studies/studies.html", context)


@login_required
def new_study(request):
    """Add a study by hand."""
    require(request.user, Permission.EDIT_STUDIES)
    form = StudyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        study = perform(request, add_study, form=form, **form.cleaned_data)
        if study:
            messages.success(request, "The study is stored; enter its results next.")
            return redirect(f"/studies/{study.pk}/")
    return form_page(request, form, "Add a study")
