"""Text of any form is read, in one piece.

How the time grows with the text is measured by ``benchmarks/reading_growth.py``.
"""

import pytest

from benchmarks.reading_growth import SHAPES, read

SIZE = 6_000  # characters


@pytest.mark.parametrize("name", SHAPES)
def test_a_text_of_this_form_is_read(name):
    text = SHAPES[name](SIZE)
    assert read(text).text.strip()
