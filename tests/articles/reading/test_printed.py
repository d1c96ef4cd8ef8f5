"""PDF and Word files, and text pasted from a PDF: their words, mended."""

import io
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from articles.reading import audit, read_article, read_list
from articles.reading.decoding import UnreadableArticle
from articles.reading.document import BlockKind
from articles.reading.documents import read_document
from articles.reading.mending.pasted import mend_pasted
from articles.reading.pdf.flow import read_paragraphs
from articles.reading.pdf.pages import PageLine
from benchmarks.printed_pdfs import GOAL, HEAD, share_in_order
from tests.articles.reading.word_file import word_file

PRINTED = sorted((Path(__file__).parent / "printed").glob("*.pdf"))


def test_the_words_of_printed_pdfs_come_back_in_order_without_heads():
    assert len(PRINTED) == 3
    for path in PRINTED:
        found = audit(read_article(path.read_bytes(), filename=path.name))
        words = json.loads(path.with_suffix(".json").read_bytes())["words"]
        assert share_in_order(words, found["text"]) >= GOAL, path.name
        assert HEAD not in found["text"]
        assert "Page 1 of" not in found["text"]
        assert found["title"] == "A look at moss and other made-up remedies"
        assert [work["label"] for work in found["references"][:8]] == list("12345678")
        for claim in found["claims"]:
            assert claim["text"] == found["text"][claim["start"] : claim["end"]]


def test_headings_and_tables_of_a_pdf_are_no_running_text():
    document = read_document(PRINTED[1].read_bytes())
    kinds = {
        document.text[block.start : block.end]: block.kind for block in document.blocks
    }
    headings = [words for words, kind in kinds.items() if kind is BlockKind.HEADING]
    assert sum(words.startswith("Part ") for words in headings) == 3


def pdf(pages=1, password=None, owner=None):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password is not None:
        writer.encrypt(password, owner, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_what_is_no_readable_pdf_is_refused_with_a_sentence_at_once():
    printed = PRINTED[0].read_bytes()
    given = {
        "has no text": pdf(),
        "501 pages": pdf(501),
        "encrypted": pdf(password="made up"),
        "at most 50,000,000": b"%PDF-1.7" + bytes(50_000_001),
        "broken": printed[: len(printed) // 2],
        "cannot be read": b"%PDF-1.7 nothing of the kind",
    }
    for said, data in given.items():
        start = time.process_time()
        with pytest.raises(UnreadableArticle, match=said) as refusal:
            read_document(data)
        assert str(refusal.value).endswith(".")
        assert time.process_time() - start < 3


def test_a_file_that_is_no_word_file_is_refused_with_a_sentence():
    for said, data in {
        "broken": b"PK\x03\x04rest",
        "no text": word_file(),
        "no PDF": b"Plain words.",
    }.items():
        form = "pdf" if said == "no PDF" else None
        with pytest.raises(UnreadableArticle, match=said) as refusal:
            read_document(data, form)
        assert str(refusal.value).endswith(".")


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200), st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04"]))
def test_any_bytes_behind_a_signature_are_read_or_refused(rest, signature):
    try:
        read_document(signature + rest)
    except UnreadableArticle as refusal:
        assert str(refusal)


WORD = word_file(
    ("Title", "Of moss and knees"),
    ("Heading1", "What moss does"),
    "Moss reduces pain in adults.{1} It lowers fever in children [1].",
    ("Heading1", "References"),
    "1. Xamplova A. Moss heals. J Examp. 2016;12:3-9. doi:10.5555/je.3",
    "2. Inventa B. Ferns do not. J Examp. 2017;13:4-8.",
    notes=["Roe C. A note on moss. J Examp. 2018;1:2-3."],
)


def test_a_word_file_keeps_its_title_headings_notes_and_list():
    found = audit(read_article(WORD, filename="moss.docx"))
    assert (found["title"], found["title_made"]) == ("Of moss and knees", False)
    claims = [claim["text"] for claim in found["claims"]]
    assert any(text.startswith("Moss reduces pain in adults.") for text in claims)
    titles = [work["title"] for work in found["references"]]
    assert titles[:2] == ["Moss heals", "Ferns do not"]
    assert "A note on moss" in titles
    assert all(claim["citations"] for claim in found["claims"])


def test_the_notes_of_a_word_file_without_a_list_are_its_works():
    file = word_file(
        ("Title", "Of moss and knees"),
        "Moss reduces pain in adults.{1} It lowers fever in children.{2}",
        notes=["Roe C. A note on moss. J Examp. 2018;1:2-3.", "See the leaflet."],
    )
    found = audit(read_article(file, filename="moss.docx"))
    assert [work["year"] for work in found["references"]] == [2018, None]
    assert [one["reference"] for one in found["citations"]] == [0, 1]


def test_a_mark_that_a_printed_line_begins_with_belongs_to_the_sentence_before():
    def printed(*lines):
        rows = [
            PageLine(words, 70, 70 + 5 * len(words), 700 - 14 * place, 11, False, 1)
            for place, words in enumerate(lines)
        ]
        return [one.text for one in read_paragraphs([rows])[0]]

    cited = printed(
        "Moss eases pain in the knees of most people who walk a lot, says a",
        "seller of moss from a town in the hills that has never been found.",
        "[2] Nobody knows whether it lasts, or why it works in some of them",
        "and not in others, who walk as much and eat and sleep as well too.",
    )
    assert len(cited) == 1
    listed = printed(
        "Moss eases pain in the knees of most people who walk a lot, says a",
        "seller of moss from a town in the hills that has never been found.",
        "[1] Fernley B, Oakes C. Moss in the knee. J Invented Moss. 2029;4:",
        "[2] Oakes C. Who pays for moss, and why. J Invented Med. 2030;7:4.",
        "[3] The leaflet of the moss trade. J Invented Trade. 2031;1:12-19.",
    )
    assert [words[:3] for words in listed[1:]] == ["[1]", "[2]", "[3]"]


def test_an_entry_with_a_hanging_indent_begins_where_a_line_stands_out_again():
    lines = (
        (
            50,
            "Fernley, Ada, and Bo Oakes. “Moss in the knees of walkers and dolls.”",
        ),
        (
            72,
            "Journal of Invented Moss, vol. 4, no. 2, 2029, pp. 12–19, annex 4.",
        ),
        (
            50,
            "Oakes, Bo. “Who pays for moss and why so.” Invented Medicine, vol. 33,",
        ),
        (72, "2030, pp. 7-12."),
    )
    rows = [
        PageLine(words, x, x + 5 * len(words), 700 - 14 * place, 11, False, 1)
        for place, (x, words) in enumerate(lines)
    ]
    found = [one.text for one in read_paragraphs([rows])[0]]
    assert [words.split(",")[0] for words in found] == ["Fernley", "Oakes"]


def test_a_word_file_of_nothing_but_a_list_is_a_list():
    entries = (
        "Fernley B, Oakes C. Moss in the knee. J Invented Moss. 2029;4:12-19.",
        "Oakes C. Who pays for moss. J Invented Med. 2030;7:4.",
    )
    for above in ((), ("References",), (("Heading1", "References"),)):
        read = read_list(word_file(*above, *entries), filename="list.docx")
        assert [one.raw for one in read] == list(entries), above
    page = "".join(f"<p>{words}</p>" for words in entries)
    assert len(read_list(f"<html><body>{page}</body></html>".encode())) == 2


def test_a_list_is_read_out_of_a_manuscript_of_any_form():
    for data in (WORD, PRINTED[0].read_bytes()):
        first = read_list(data)[0]
        assert (first.authors[0], first.journal, first.volume) == (
            "Xamplova", "J Examp", "12",
        )  # fmt: skip


PASTED = """\
Of moss and fern: what the ﬁrst trials say

Moss eases pain in most people who never were, and two invented trials of long-
term care found the diﬀerence to be of impor-
tance in all of the statues that were studied in
the north of nowhere. Nobody has looked at the
                Journal of Examples 2031
                          17
children of fiction so far, although a third trial
of older dolls is under way. It will end when the
money does, which is thought to be in a year, and
its authors expect no effect of fern on the knees
of readers. Fern calms the skin of those who had
been told that it would, but so did broth, and it
                Journal of Examples 2031
                          18
did so at half of the price.
"""


def test_text_pasted_from_a_pdf_is_mended():
    mended = mend_pasted(PASTED)
    words = " ".join(mended.split())
    assert "Journal of Examples" not in words
    assert "Nobody has looked at the children of fiction so far" in words
    assert "two invented trials of long-term care found the difference" in words
    assert "of importance in all of the statues" in words
    assert "the first trials say" in words
    assert "broth, and it did so at half of the price." in words
    assert read_document(PASTED.encode()).text == mended


ROWS = (
    ("Moss eases pain in most people who never",
     "the trials. They were given broth on each"),
    ("were, and two invented trials found the",
     "of the days, and slept as well as before."),
    ("difference to be small. Nobody has looked",
     "The authors expect no effect on the knees"),
    ("at children so far, although a third one",
     "of readers, and none was ever found there"),
    ("is under way in the north of nowhere, and",
     "by anyone who looked. Fog from the north"),
    ("it will end when the money does, which is",
     "does little for the well-known statues of"),
    ("thought to be within a year of its start.",
     "the old town, and nothing for the dolls."),
    ("Fern is green, and so are most of the old",
     "So the panel wrote in its first report on"),
    ("statues that were studied in the first of",
     "remedies that nobody makes or sells."),
)  # fmt: skip
COLUMNS = "\n".join(f"{left:<44}    {right}" for left, right in ROWS)


def test_columns_side_by_side_are_read_one_after_the_other():
    words = " ".join(mend_pasted(COLUMNS).split())
    assert "in most people who never were, and two invented trials found the" in words
    assert "studied in the first of the trials. They were given broth" in words
    assert words.endswith("remedies that nobody makes or sells.")


NO_PAGES = (
    "A title\n\nOne paragraph of plain words in one long line, as editors write.",
    "\n".join(f"- item {n} of a list of things that were bought" for n in range(20)),
    "\n".join(f"{n}. Xamplova A. Work {n}. J Examp. 20{n}:1-9." for n in range(10, 30)),
    "\n\n".join(["Moss", "It eases pain in most people who never were."] * 8),
    "\n".join(["Words of a poem that has no hyphen at all", ""] * 12),
    "Q\n" * 40,
    "\n".join(f"{n}" for n in range(40)),
    "name      dose      effect\n" * 3 + "A text of its own follows the table.\n",
    "A wrapped text whose one well-\nknown hyphen is its own, and which is\n"
    + "otherwise broken at a width like letters of old.\n" * 10,
    "",
)


@pytest.mark.parametrize("text", NO_PAGES)
def test_text_that_was_no_page_is_not_touched(text):
    assert mend_pasted(text) == text


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab -ﬁ\f1.", max_size=50), max_size=30))
def test_any_lines_are_mended_without_a_fault(lines):
    mended = mend_pasted("\n".join(lines))
    assert len(mended.split()) <= len("\n".join(lines).split()) + 1
