"""The forest plots of a claim as files: SVG always, PNG where it can be drawn."""

import pytest
from django.utils import timezone

from evidence.facts.plots import line_plots
from studies.pictures import png
from tests import factories as make
from tests.evidence.facts import kept
from tests.evidence.facts.rendering import page_of

pytestmark = pytest.mark.django_db
POOLED = kept.FORMAT_1 / "pooled.json"


@pytest.fixture
def version():
    return make.a_claim_version(facts=kept.read(POOLED))


@pytest.fixture
def without_png(monkeypatch):
    """A machine on which the optional package is not installed."""
    monkeypatch.setattr(png, "resvg_py", None)
    png.draws_png.cache_clear()
    yield
    png.draws_png.cache_clear()


def file_of(version, name):
    return f"/claims/{version.claim_id}/v{version.number}/plots/{name}"


def test_a_plot_is_had_as_svg(client, version):
    answer = client.get(file_of(version, "1.svg"))
    assert answer["Content-Type"] == "image/svg+xml"
    assert 'plot-1.svg"' in answer["Content-Disposition"]
    assert answer.content.startswith(b"<svg")


def test_a_plot_is_had_as_png(client, version):
    answer = client.get(file_of(version, "1.png"))
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_the_plots_of_a_claim_as_it_stands_are_had_too(client):
    claim = make.a_claim()
    assert client.get(f"/claims/{claim.pk}/plots/1.svg").status_code == 404


@pytest.mark.parametrize("number", [0, 3, 10**17])
def test_there_are_no_more_files_than_plots(client, version, number):
    assert client.get(file_of(version, f"{number}.svg")).status_code == 404


def test_no_plot_favours_a_comparator_that_is_left_open():
    facts = kept.read(POOLED)
    facts["question"]["comparator"] = "any"
    facts["pooled"][0].update(better="lower", comparison="")
    svg = line_plots(facts)[0].svg
    assert "favours the comparator" in svg
    assert "favours any" not in svg


def test_each_plot_names_its_files(client):
    page = page_of(client, kept.read(POOLED))
    for name in ("1.svg", "1.png", "2.svg", "2.png"):
        assert f'plots/{name}" download' in " ".join(page.split())


def test_without_the_package_no_png_is_offered_and_none_is_an_error(
    client, without_png, version
):
    page = page_of(client, kept.read(POOLED))
    assert "plots/1.svg" in page
    assert "plots/1.png" not in page
    answer = client.get(file_of(version, "1.png"))
    assert answer.status_code == 404


def test_a_machine_without_fonts_offers_no_png(monkeypatch, without_png):
    class Fontless:
        @staticmethod
        def svg_to_bytes(**given):
            return b"the same whatever is written"

    monkeypatch.setattr(png, "resvg_py", Fontless)
    assert not png.draws_png()


def test_a_plot_too_long_to_be_read_is_no_png():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 900000"></svg>'
    assert png.png_of(svg) is None


def test_a_withdrawn_claim_shows_its_plots_no_more(client):
    curator = make.a_curator()
    claim = make.a_claim(
        withdrawn_by=curator, withdrawn_at=timezone.now(), withdrawn_reason="Made up."
    )
    assert client.get(f"/claims/{claim.pk}/plots/1.svg").status_code == 410
