"""Records are cut out of XML whether or not they are closed, each on its own."""

from bibliography.formats.source import Source
from bibliography.formats.xmlrecords import entries


def test_elements_on_one_line_end_where_they_close_or_the_next_begins():
    line = b"<r>1</r> <r>2 <r>3</r></r> <r>4\n5</r><r>6"
    found = [entry.raw_lines[0] for entry in entries(Source(line), "r")]
    assert found == ["<r>1</r>", "<r>2 ", "<r>3</r>", "<r>4\n5</r>", "<r>6"]
