"""Claims are suggested where evidence could speak, and with their reasons."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading import audit, read_article
from articles.reading.document import Mode, SuggestedKind

ARTICLE = """Does exemplol help sore knees?

Exemplol is a cream made from the bark of the example tree.
Have you ever woken up with sore knees?
This article explores what is known about exemplol.
In clinical trials, people who used exemplol reported less pain.
Exemplol blocks the receptors that carry pain signals to the brain.
You should talk to your doctor before you use it.

Study 1: Madeupson et al., 2018 — Exemplol in nurses
This trial enrolled forty nurses. Pain fell more with exemplol than with a plain cream.
No serious side effects occurred.

What is missing
Larger trials are needed to learn the best dose.
The agency has not approved exemplol for children.
"""


def read(text):
    return read_article(text.encode(), "text")


def suggested(text):
    reading = read(text)
    return {
        reading.document.text[one.start : one.end]: one for one in reading.suggestions
    }


def test_claims_are_found_and_the_rest_is_left_out():
    assert list(suggested(ARTICLE)) == [
        "Exemplol is a cream made from the bark of the example tree.",
        "In clinical trials, people who used exemplol reported less pain.",
        "Exemplol blocks the receptors that carry pain signals to the brain.",
        "Pain fell more with exemplol than with a plain cream.",
        "No serious side effects occurred.",
        "Larger trials are needed to learn the best dose.",
        "The agency has not approved exemplol for children.",
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Exemplol reduced pain in nurses within a week.", SuggestedKind.EFFICACY),
        ("Exemplol binds a receptor on nerve cells.", SuggestedKind.MECHANISM),
        ("The rash is caused by a small mite.", SuggestedKind.MECHANISM),
        ("Exemplol can cause nausea and dizziness.", SuggestedKind.SAFETY),
        ("Exemplol works better than a plain cream.", SuggestedKind.COMPARISON),
        ("Evidence for exemplol is still limited.", SuggestedKind.EVIDENCE_STATE),
        ("The agency approved exemplol in 2020.", SuggestedKind.REGULATORY),
        ("Gout is a painful form of arthritis.", SuggestedKind.DEFINITION),
    ],
)
def test_a_suggestion_has_its_kind(sentence, kind):
    (found,) = suggested(f"A heading\n\n{sentence}\n").values()
    assert kind in (found.kind, found.also_kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "Could exemplol reduce your pain?",
        "This post looks at how exemplol reduces pain.",
        "Talk to your doctor before you use exemplol for pain.",
        "Avoid exemplol if your skin is sore.",
        "Exemplol has gained popularity in the last few years.",
        "Pain was measured on a scale from 0 to 10.",
        "The aim of this study was to see whether exemplol reduces pain.",
        "Ethical questions play a part as well.",
        "Book an appointment at our clinic for effective relief.",
        "Doctors remain hopeful about the benefits it may bring.",
    ],
)
def test_questions_signposts_advice_and_set_ups_are_no_claims(sentence):
    assert suggested(f"A heading\n\nExemplol sells well here. {sentence}\n") == {}


def test_a_claim_beside_advice_is_still_found():
    sentence = (
        "The agency approved the patch for adults, and you should ask your pharmacist."
    )
    assert sentence in suggested(f"A heading\n\n{sentence}\n")


def test_sections_on_methods_and_money_give_no_claims():
    claim = "Exemplol reduced pain by 12% compared with a plain cream."
    text = (
        f"Exemplol in nurses\n\nMethods\n\n{claim}\n\nResults\n\n{claim}\n\n"
        f"Funding\n\n{claim}\n"
    )
    (found,) = read(text).suggestions
    assert found.start == text.index(claim, text.index("Results"))


def test_labels_in_an_abstract_part_its_sections():
    text = (
        "Background: Exemplol may reduce pain. Methods: We asked whether exemplol "
        "reduces pain. Results: Pain fell by 12% compared with a plain cream.\n"
    )
    assert [found.split(":")[0] for found in suggested(text)] == [
        "Background",
        "Results",
    ]


def test_a_study_heading_gives_its_sentences_their_citation():
    found = suggested(ARTICLE)
    reading = read(ARTICLE)
    (citation,) = reading.citations
    assert (citation.authors, citation.year) == (("Madeupson",), 2018)
    cited = [text for text, one in found.items() if one.citations]
    assert cited == [
        "Pain fell more with exemplol than with a plain cream.",
        "No serious side effects occurred.",
    ]


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Exemplol reduces pain.", Mode.ASSERTS),
        ("Exemplol does not reduce pain.", Mode.DENIES),
        ("Contrary to popular belief, exemplol does not reduce pain.", Mode.DENIES),
        ("Despite the hype, exemplol does not reduce pain.", Mode.DENIES),
        ("According to Dr. Madeupson, exemplol reduces pain.", Mode.ATTRIBUTES),
        (
            "Madeupson et al. (2018) found that exemplol reduced pain.",
            Mode.REPORTS,
        ),
    ],
)
def test_a_suggestion_says_how_the_article_puts_it(sentence, mode):
    (found,) = suggested(f"A heading\n\nHere is one view. {sentence}\n").values()
    assert found.mode is mode


def test_what_cites_nothing_says_so():
    found = suggested(ARTICLE)
    trials = found["In clinical trials, people who used exemplol reported less pain."]
    assert {"cites-nothing", "unnamed-studies"} <= {f.rule for f in trials.flags}
    cited = found["No serious side effects occurred."]
    assert {flag.rule for flag in cited.flags} == {"absolute"}


WORDS = st.sampled_from(
    ["exemplol", "pain", "may", "not", "reduces", "studies show", "that", "the cream"]
    + ["is", "safe", "than", "better", "[1]", "(Madeupson, 2018)", "and,", "cells"]
    + ["you should", ".", ".", "?", ":", "\n", "\n\n", "é", "🔬", "cause"]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=80))
def test_every_claim_is_its_slice_and_every_flag_has_a_reason(words):
    text = " ".join(words)
    found = audit(read(f"A heading\n\n{text}\n"))
    for claim in found["claims"]:
        assert claim["text"] == found["text"][claim["start"] : claim["end"]] != ""
        assert claim["kind"] in set(SuggestedKind)
        assert claim["also_kind"] != claim["kind"]
        assert claim["mode"] in {mode.label for mode in Mode}
        assert all(f["why"].startswith("worth checking: ") for f in claim["flags"])
        assert all(0 <= i < len(found["citations"]) for i in claim["citations"])
    starts = [claim["start"] for claim in found["claims"]]
    assert starts == sorted(set(starts))


def test_an_audit_has_the_shape_that_others_rely_on():
    found = audit(read(ARTICLE))
    assert list(found) == [
        "title",
        "title_made",
        "text",
        "words",
        "language",
        "remarks",
        "claims",
        "citations",
        "references",
    ]
    assert found["text"] == ARTICLE
    assert found["words"] == len(ARTICLE.split())
    claim = found["claims"][0]
    assert list(claim) == [
        "text",
        "start",
        "end",
        "kind",
        "also_kind",
        "mode",
        "hedged",
        "citations",
        "flags",
    ]
    (citation,) = found["citations"]
    assert citation["marker"] == ARTICLE[citation["start"] : citation["end"]]
    assert found["references"][citation["reference"]]["year"] == 2018
