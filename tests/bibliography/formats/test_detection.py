"""Telling formats, and refusing in one sentence what is none."""

import json

import pytest

from bibliography import formats
from tests.bibliography.formats.reading import only, read
from texts.names import Name

SAMPLES = {
    "ris": "TY  - JOUR\nTI  - t\nER  - \n",
    "nbib": "PMID- 1\nTI  - t\n",
    "bibtex": "% made by hand\n@article{a, title={t}}\n",
    "ciw": "FN x\nVR 1.0\nPT J\nTI t\nER\nEF\n",
    "endnote": "<xml><records><record><titles><title>t</title></titles></record></records></xml>",  # noqa: E501
    "pubmed": "<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>",
    "jats": "<article><front/><back><ref-list><ref/></ref-list></back></article>",
    "refer": "%0 Journal Article\n%T t\n%D 2019\n",
    "csl": '[{"title": "t"}]',
    "csv": "Title;Year\nt;2019\n",
    "ids": "10.5555/a\n10.5555/b\n",
    "ovid": "<1>\nTitle\n  t\n",
}


@pytest.mark.parametrize("name", list(formats.READERS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_format_is_told_by_its_content(name, encoding):
    assert formats.detect(SAMPLES[name].encode(encoding), "any.txt") == name


@pytest.mark.parametrize("name", list(formats.READERS))
@pytest.mark.parametrize("other", list(formats.READERS))
def test_a_file_in_another_format_than_said_is_refused(name, other):
    if name == other or {name, other} == {"csl", "bibtex"}:
        return
    try:
        read(SAMPLES[other], name)
    except formats.FormatError as error:
        assert str(error).count(".") >= 1
        assert "does not look like" in str(error)
    else:  # a file may well look like two formats
        assert formats.READERS[name].looks_like(SAMPLES[other])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "“x” is empty."),
        (b"\xef\xbb\xbf \n", "“x” is empty."),
        (b"%PDF-1.7 ...", "“x” is a PDF, not a reference file."),
        (b"PK\x03\x04...", "“x” is a zip archive or an Office document, not"),
        (bytes(range(0, 25)) * 9, "“x” is no text file."),
        (b"Dear reader,\nthis is a letter.\n", "“x” is in none of the formats"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "“x” is XML or HTML, but"),
    ],
)
def test_what_is_no_reference_file_is_refused_in_a_sentence(data, sentence):
    with pytest.raises(formats.FormatError, match="^" + sentence.replace("“", ".")):
        formats.read(data, filename="x")


def test_an_unknown_format_is_named():
    with pytest.raises(formats.FormatError, match="“word” is no format"):
        formats.read(b"x", format="word")
    with pytest.raises(formats.FormatError, match="cannot be written as “jats”"):
        formats.write([], "jats")


def test_a_reading_says_format_and_encoding():
    reading = formats.read(SAMPLES["ris"].encode("utf-8-sig"))
    assert (reading.format.name, reading.encoding) == ("ris", "utf-8-sig")


def test_a_reading_says_how_far_it_is(monkeypatch):
    monkeypatch.setattr("bibliography.formats.source.CHUNK", 100)
    reading = formats.read(memoryview(SAMPLES["ris"].encode() * 40))
    assert reading.progress == 0.0
    next(reading.records)
    assert 0.0 < reading.progress < 0.5
    assert len(list(reading.records)) == 39
    assert reading.progress == 1.0


# --- CSL-JSON ---


def test_csl_items_in_every_wrapping():
    item = {
        "type": "chapter",
        "title": "T",
        "author": [{"family": "Acker", "non-dropping-particle": "van", "given": "B"}],
        "issued": {"date-parts": [["2019", 9]]},
        "DOI": "10.5555/A",
    }
    for text in (
        json.dumps([item]),
        json.dumps({"items": [item]}),
        json.dumps(item),
        json.dumps(item) + "\n",
    ):
        record = only(text, "csl")
        assert record.authors == (Name("van Acker", "B"),)
        assert (record.date, record.doi) == ("2019-09", "10.5555/a")


def test_a_csl_item_that_is_no_object_is_kept():
    records, (problem,) = read('[{"title": "T"}, 7]', "csl")
    assert len(records) == 1
    assert (problem.number, problem.raw) == (2, "7")


def test_json_nested_without_end_is_refused():
    with pytest.raises(formats.FormatError, match="nested too deeply"):
        read("[" + '{"a":' * 100_000, "csl")


def test_broken_json_is_refused_with_its_place():
    with pytest.raises(formats.FormatError, match="line 1, column 12"):
        read('[{"title": T"}]', "csl")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"Rar!\x1a\x07\x00", "is a RAR archive"),
        (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive"),
        (b"SQLite format 3\x00" + bytes(90), "is a database"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "is a picture"),
        (b"<!DOCTYPE html><html><p>Sign in</p></html>", "is XML or HTML"),
    ],
)
def test_what_is_no_reference_file_is_called_by_its_name(data, what):
    with pytest.raises(formats.FormatError, match=what):
        read(data)


def test_a_file_of_no_record_is_refused():
    with pytest.raises(formats.FormatError, match="PubMed XML, but holds no"):
        read("<PubmedArticleSet></PubmedArticleSet>")


def test_a_set_of_bare_medline_citations_is_read():
    citation = "<MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T{0}"
    citation += "</ArticleTitle></Article></MedlineCitation>"
    text = "".join(map(citation.format, "ab"))
    records, _ = read(f"<MedlineCitationSet>{text}</MedlineCitationSet>")
    assert [record.title for record in records] == ["Ta", "Tb"]
