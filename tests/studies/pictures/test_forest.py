"""A forest plot is drawn from the numbers as they are printed."""

from xml.etree import ElementTree

from studies.pictures.forest import ForestPlot, ForestRow, forest_plot


def test_a_plot_of_no_study_is_a_picture_all_the_same():
    plot = ForestPlot((), None, None, None, None, None, "RR", ratio=True)
    assert ElementTree.fromstring(forest_plot(plot)).get("role") == "img"


def test_names_of_studies_are_escaped():
    row = ForestRow("<b>Hart & al", 0.4, 0.2, 0.8, None)
    plot = ForestPlot((row,), None, None, None, None, None, "RR", ratio=True)
    assert "<b>" not in forest_plot(plot)
