"""Damaged files: read as far as they go, refused in a sentence, never a crash."""

import time
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibliography import formats
from bibliography.formats.beginning import beginning_of
from bibliography.formats.source import Source
from bibliography.imports.importing.preview import SHOWN, preview_of
from bibliography.records import Problem, Record
from tests.bibliography.formats.reading import read
from tests.bibliography.formats.test_bibtex import ARTICLE
from tests.bibliography.formats.test_other_tagged import CIW, NBIB, OVID, REFER
from tests.bibliography.formats.test_ris import entry
from tests.bibliography.formats.test_tables import CSV
from tests.bibliography.formats.test_xml import JATS, ONE, PUBMED, endnote

FILES = {
    "ris": entry("AU  - Doe, A", "PY  - 2019/09//", "DO  - 10.5555/a") * 2,
    "nbib": NBIB,
    "ciw": CIW,
    "refer": REFER,
    "ovid": OVID,
    "bibtex": ARTICLE * 2,
    "endnote": endnote(ONE, ONE),
    "pubmed": PUBMED,
    "jats": JATS,
    "csl": '[{"title": "T", "author": [{"family": "F"}], "issued": {"raw": "2019"}}]',
    "csv": CSV,
    "ids": "10.5555/a\n123\nNCT00000000\n",
}
PIECES = [
    b"",
    b"\x00",
    b"\xff",
    b"\r",
    b"\n",
    b"<",
    b">",
    b"&",
    b"{",
    b"}",
    b'"',
    b",,",
    b"@",
]


@st.composite
def damaged(draw, name):
    """A file cut, and with some of its bytes replaced."""
    data = FILES[name].encode()
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        gone = draw(st.integers(0, 5))
        data = data[:at] + draw(st.sampled_from(PIECES)) + data[at + gone :]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


@pytest.mark.parametrize("name", list(FILES))
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_gives_records_problems_or_one_sentence(name, data):
    source = data.draw(damaged(name))
    try:
        items = list(formats.read(source, filename="damaged").records)
    except formats.FormatError as error:
        assert "\n" not in str(error)
        return
    assert all(isinstance(item, Record | Problem) for item in items)
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    assert all(item.raw for item in items)


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_read_or_refused(data):
    try:
        list(formats.read(data).records)
    except formats.FormatError as error:
        assert str(error)


def test_a_value_of_very_many_lines_is_joined_once():
    lines = "more of it\n" * 800_000
    (record,), problems = read(f"TY  - JOUR\nTI  - T\nAB  - First\n{lines}ER  - \n")
    assert not problems
    assert record.abstract.startswith("First more of it")
    assert record.raw.count("more of it") == 800_000


def endless(name):
    """A record of very many authors or letters, in a format, and one behind it."""
    authors, letters = range(100_001), "of skin " * 1_300_000
    lines = {
        "ris": [*(f"AU  - N{n}, A" for n in authors), "ER  - ", "", "TY  - JOUR"],
        "nbib": [*(f"AU  - N{n} A" for n in authors), "", "PMID- 2"],
        "bibtex": [f"abstract = {{{letters}}}", "}", "@article{k,"],
        "pubmed": [f"<Abstract>{letters}</Abstract></PubmedArticle><PubmedArticle>"],
        "csl": [f'{{"id":"1","title":"T","abstract":"{letters}"}},'],
        "csv": [f'T,"{letters}"'],
    }[name]
    begin = {
        "ris": "TY  - JOUR", "nbib": "PMID- 1", "bibtex": "@article{j,",
        "pubmed": "<PubmedArticleSet><PubmedArticle>", "csl": "[",
        "csv": "Title,Abstract",
    }[name]  # fmt: skip
    end = {
        "ris": "TI  - Whole\nER  - ", "nbib": "TI  - Whole", "bibtex": "title={Whole}}",
        "pubmed": "<MedlineCitation><PMID>2</PMID><Article><ArticleTitle>Whole"
        "</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
        "csl": '{"id":"2","title":"Whole"}]', "csv": "Whole,",
    }[name]  # fmt: skip
    return "\n".join([begin, *lines, end])


def test_a_record_without_end_is_told_and_the_next_one_read():
    wrong = []
    for name in ("ris", "nbib", "bibtex", "pubmed", "csl", "csv"):
        problem, record = formats.read(endless(name).encode(), name).records
        if not (isinstance(problem, Problem) and "longer than any" in problem.what):
            wrong.append((name, problem))
        if len(problem.raw) > 10_000 or record.title != "Whole":
            wrong.append((name, len(problem.raw), record.title))
    assert wrong == []


def test_a_line_without_end_comes_in_pieces_of_whole_letters():
    line = "é\u20ac\U0001f600x" * 600_000
    pieces = list(Source(line.encode()).lines(longest=1_000_000))
    assert len(pieces) > 3 and "".join(pieces) == line


def bomb(levels, times=9):
    """Strings of strings of strings, and an entry whose title is the last of them."""
    lines = ['@string{s0 = "made up "}']
    lines += [
        f"@string{{s{n} = {' # '.join([f's{n - 1}'] * times)}}}"
        for n in range(1, levels)
    ]
    return "\n".join([*lines, f"@article{{a, title = s{levels - 1}, year = 2012}}"])


def test_strings_that_grow_without_end_are_refused_in_a_sentence():
    for text in (bomb(9), bomb(12, 2) + bomb(20, 2), bomb(6, 40)):
        tracemalloc.start()
        began = time.process_time()
        with pytest.raises(
            formats.FormatError, match="grows beyond 100,000 characters, so"
        ):
            list(formats.read(text.encode(), "bibtex").records)
        assert time.process_time() - began < 1
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
        tracemalloc.stop()
    (record,) = formats.read(bomb(4).encode(), "bibtex").records
    assert len(record.title) > 5000


def doubled(seed, levels):
    """510 bytes: strings that double, put into as many fields as there is room for."""
    lines = [f'@string{{a0="{seed}"}}']
    lines += [f"@string{{a{n}=a{n - 1}#a{n - 1}}}" for n in range(1, levels)]
    text = "\n".join([*lines, "@article{k,", ""])
    for name in ("title", "author", "abstract", "note", *(f"x{n}" for n in range(60))):
        text += f"{name}=a{levels - 1},\n" if len(text) < 490 else ""
    return text + "}"


def test_the_preview_of_a_few_hundred_bytes_costs_little_whatever_they_are(tmp_path):
    seeds = ["made up ", r"\'e", r"\a ", "a and b ", "$x$", "<i>", "&amp;", "{", "a,b;"]
    dear, file = [], tmp_path / "few.bib"
    for text in [doubled(seed, levels) for seed in seeds for levels in (13, 16)]:
        tracemalloc.start()
        began = time.process_time()
        with suppress(formats.FormatError):
            file.write_text(text)
            preview_of(beginning_of(str(file), SHOWN), None)
        took, used = time.process_time() - began, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        if took > 1 or used > 50_000_000:
            dear.append((text, took, used))
    assert dear == []


def test_many_entries_that_put_in_much_are_refused_too():
    start = '@string{s = "' + "made up " * 10_000 + '"}\n'
    many = "".join(f"@misc{{k{n}, title = s}}\n" for n in range(400))
    with pytest.raises(formats.FormatError, match="ten times its length"):
        list(formats.read((start + many).encode(), "bibtex").records)
