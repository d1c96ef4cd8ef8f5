"""Text of any form is read, none of it lost.

How the time grows with the text is measured by ``benchmarks/reading_growth.py``.
"""

import pytest

from benchmarks.reading_growth import SHAPES, read

SIZE = 6_000  # characters


@pytest.mark.parametrize("name", SHAPES)
def test_a_text_of_this_form_is_read(name):
    text = SHAPES[name](SIZE)
    found = read(text).text
    assert len(found) > SIZE / 8
    assert "moss" in found.lower() or name.startswith(("one letter", "lines of one"))
