"""Sentences end where a reader would end them, and spans stay inside their blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.document import Block, BlockKind, Document
from articles.reading.sentences import sentence_spans, split_sentences


def sentences_of(text):
    return [text[a:b] for a, b in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It smoothed the scars.2", "Later they came back."],
        ["Pain fell by half.[5]", "Sleep did not change."],
        ["Pain fell by half. [5]", "Sleep did not change."],
        ["Pain fell by half.[2–4,7]", "Sleep did not change."],
        ["Pain fell by half.¹²", "Sleep did not change."],
        ["Pain fell by half.(5)", "Sleep did not change."],
        ["The dose rose to 2.5 mg.", "Nobody fell ill."],
        ["The U.S. Bureau of Examples approved it.", "The gel sold well."],
        ["It was first sold in the U.S.", "The gel sold well."],
        ["Exampleson et al. [2] tested the gel.", "It was blue."],
        ["Exampleson et al. (2019) tested the gel.", "It was blue."],
        ["Some oils, e.g. Exemplol, smell (Fig. 2).", "Others do not."],
        ["Older people need more vitamin D.", "It is made in the skin."],
        ["It comes in eggs and fish.", "Your body can make some."],
        ["Forty nurses had sore knees.", "Pain fell in most of them."],
        ["Pain fell by 12%.", "Copper oil did nothing."],
        ["Take a dose of approx. Two drops are enough."],
        ["Is it safe?", "Nobody knows!", "Ask."],
    ],
)
def test_text_is_split_where_its_sentences_end(sentences):
    assert sentences_of(" ".join(sentences)) == sentences


def test_lines_broken_at_a_fixed_width_are_one_sentence():
    text = (
        "The ointment was rubbed into the sore knees of forty\npatient people. It hurt."
    )
    assert sentences_of(text) == [text[:68], "It hurt."]


def test_a_bullet_is_no_part_of_the_sentence():
    assert sentences_of("- Edema: an excess of fluid.") == [
        "Edema: an excess of fluid."
    ]


def test_headings_and_reference_entries_give_no_sentences():
    text = "A title\nA heading\nOne sentence. Another.\nExampleson A. A book. 2019."
    kinds = (
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.REFERENCE,
    )
    blocks, start = [], 0
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    found = split_sentences(Document(text, "A title", False, tuple(blocks)))
    assert [text[s.start : s.end] for s in found] == ["One sentence.", "Another."]
    assert {s.block for s in found} == {2}


@given(st.text(alphabet="aA b.!?[5]²(\n\t-–al", max_size=200))
def test_spans_are_in_order_apart_and_cover_every_word(text):
    spans = list(sentence_spans(text, 0, len(text)))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in zip(spans, spans[1:], strict=False))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
    inside = {i for a, b in spans for i in range(a, b)}
    lost = [c for i, c in enumerate(text) if i not in inside and c.isalpha()]
    assert lost == []
