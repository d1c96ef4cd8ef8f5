"""The plots of a claim's page show what its table says."""

import re

import pytest

from evidence.facts.plots import line_plots
from tests.evidence.facts import kept
from tests.evidence.facts.claims import CLAIMS
from tests.evidence.facts.rendering import page_of, printed

pytestmark = pytest.mark.django_db
FILES = kept.files(kept.FORMAT_1)
NUMBERS = re.compile(r"[−\d][^<>]* (?:\(.* )?to [^<>]*")  # an interval, as printed


def facts_of(name):
    return kept.read(FILES[name])


def texts(plot):
    return re.findall(r"<text[^>]*>([^<]*)</text>", plot.svg)


@pytest.mark.parametrize("name", FILES)
def test_each_pooled_line_with_figures_has_a_plot(client, name):
    facts = facts_of(name)
    lines = [line for line in facts["pooled"] if line["estimate"] is not None]
    assert page_of(client, facts).count('<figure class="forest"') == len(lines)


@pytest.mark.parametrize("name", ["pooled", "retracted", "conflicting"])
def test_its_numbers_stand_in_the_table(client, name):
    facts = facts_of(name)
    table = printed(client, facts)
    found = [
        number
        for plot in line_plots(facts)
        for text in texts(plot)
        for number in NUMBERS.findall(text)
    ]
    assert len(found) > len(facts["pooled"])
    assert [number for number in found if number not in table] == []


def test_each_study_stands_in_the_plot_of_its_own_line():
    facts = facts_of("pooled")
    randomised, other = line_plots(facts)
    assert "Example 1948" in texts(randomised)
    assert "Example 1971" not in texts(randomised)
    assert "Example 1971" in texts(other)


def test_squares_are_of_the_weights_that_the_version_holds():
    facts = facts_of("pooled")
    plot, _ = line_plots(facts)
    weights = plot.line["weights"].values()
    squares = re.findall(r'class="forest-square"[^>]* width="([\d.]+)"', plot.svg)
    areas = [float(s) ** 2 / w for s, w in zip(squares, weights, strict=True)]
    assert max(areas) / min(areas) < 1.02


def test_a_retracted_study_is_crossed_out():
    (plot,) = line_plots(facts_of("retracted"))
    struck = re.findall(r'line-through">([^<]*)<', plot.svg)
    assert plot.line["left_out"][0] in struck
    assert "retracted" in texts(plot)


def test_a_line_without_figures_has_no_plot():
    facts = facts_of("pooled")
    for line in facts["pooled"]:
        line.update(estimate=None, ci_low=None, ci_high=None)
    assert line_plots(facts) == []


def test_what_has_no_numbers_to_pool_has_a_row_that_says_so():
    facts = facts_of("retracted")
    (line,) = facts["pooled"]
    line["left_out"], line["without_numbers"] = [], line["left_out"]
    (plot,) = line_plots(facts)
    assert "without numbers to pool" in " ".join(texts(plot))


def test_no_side_is_favoured_where_the_facts_do_not_say_which_is_better():
    plots = [plot for name in CLAIMS for plot in line_plots(facts_of(name))]
    silent = [plot for plot in plots if not plot.line.get("better")]
    assert len(silent) > 1
    assert all("favours" not in plot.svg for plot in silent)


def test_drawing_asks_the_database_nothing(django_assert_num_queries):
    facts = facts_of("pooled")
    with django_assert_num_queries(0):
        assert line_plots(facts)


def test_a_claim_as_it_stands_has_the_same_plots_as_its_newest_version(client):
    claim = CLAIMS["retracted"]()
    now = client.get(f"/claims/{claim.pk}/").content.decode()
    newest = claim.versions.latest("number").number
    then = client.get(f"/claims/{claim.pk}/v{newest}/").content.decode()
    svg = re.compile("<svg.*?</svg>", re.DOTALL)
    plots = [each for each in svg.findall(then) if "forest-plot" in each]
    assert plots
    assert plots == [each for each in svg.findall(now) if "forest-plot" in each]
