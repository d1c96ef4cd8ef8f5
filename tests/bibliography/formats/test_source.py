"""Encodings and line ends: nothing is dropped, and lines end where they end."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibliography.formats.source import Source

TEXT = "TI  - Größe “x”\nAU  - Müller"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_lines(data, encoding):
    source = Source(data)
    assert source.encoding == encoding
    assert list(source.lines()) == TEXT.split("\n")
    assert source.head() == TEXT
    assert list(Source(io.BytesIO(data)).lines()) == TEXT.split("\n")


def test_a_file_of_two_encodings_is_read_line_by_line():
    data = "é\n".encode() + "é\n".encode("cp1252") + b"\x81"
    assert list(Source(data).lines()) == ["é", "é", "\x81"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\r"])
def test_lines_end_at_lf_cr_lf_and_cr(end):
    lines = [line for line in Source(f"a{end}b{end}c".encode()).lines() if line]
    assert lines == ["a", "b", "c"]


def test_lines_do_not_end_at_other_separators():
    text = "a\u2028b\u0085c\x0bd\x0ce\u00a0f"
    assert list(Source(text.encode()).lines()) == [text]


def test_a_line_end_between_two_pieces_of_the_file_counts_once(monkeypatch):
    monkeypatch.setattr("bibliography.formats.source.CHUNK", 2)
    assert list(Source(b"a\r\nb\r\nc").lines()) == ["a", "b", "c"]
    assert list(Source("é\r\nü".encode("utf-16")).lines()) == ["é", "ü"]


def test_a_line_that_is_too_long_is_cut_and_the_next_is_whole(monkeypatch):
    monkeypatch.setattr("bibliography.formats.source.CHUNK", 4)
    data = "éé" * 20 + "\nnext\n" + "x" * 30
    lines = list(Source(data.encode()).lines(6, cut=True))
    assert len(lines) == 3 and lines[1] == "next"
    assert data.startswith(lines[0]) and 0 < len(lines[0]) < 10
    assert "".join(Source(data.encode()).lines(6)) == data.replace("\n", "")


@given(st.binary(max_size=60))
def test_no_byte_stops_the_reading(data):
    list(Source(data).lines())
