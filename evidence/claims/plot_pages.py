"""The forest plots of a claim as files, to print and to put in a text."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from claims.models import Claim, ClaimVersion
from core.pages import attachment
from evidence.claims.withdrawing_pages import elsewhere
from evidence.facts import claim_facts
from evidence.facts.plots import line_plots
from studies.pictures.png import png_of

NO_PLOT = "This claim has no forest plot of that number."
NO_PNG = (
    "This plot cannot be had as PNG here: it is too large, or what draws it is not "
    "installed. It is there as SVG."
)


def plot(request, claim_id, plot, kind):
    """One plot of a claim as it stands."""
    row = get_object_or_404(Claim.objects.select_related("withdrawn_by"), pk=claim_id)
    if answer := elsewhere(request, row, f"{kind}-plot", plot=plot):
        return answer
    return _file(claim_facts(row), plot, kind, f"claim-{claim_id}")


def version_plot(request, claim_id, number, plot, kind):
    """One plot of a claim as it stood at one version, from that version alone."""
    version = get_object_or_404(ClaimVersion, claim=claim_id, number=number)
    return _file(version.facts, plot, kind, f"claim-{claim_id}-v{number}")


def _file(facts, plot, kind, name):
    plots = line_plots(facts)
    if not 1 <= plot <= len(plots):
        raise Http404(NO_PLOT)
    svg = str(plots[plot - 1].svg)
    if kind == "png":
        content, is_a = png_of(svg), "image/png"
    else:
        content, is_a = svg, "image/svg+xml"
    if content is None:
        raise Http404(NO_PNG)
    return attachment(content, f"{name}-plot-{plot}.{kind}", is_a)
