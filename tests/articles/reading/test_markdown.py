"""Of Markdown what is said is read, and code, comments and tags are not."""

from hypothesis import given
from hypothesis import strategies as st

from articles.reading import read_article
from articles.reading.plain.markup import without_markup

SAID = "Moss lowers fever in adults."
HEAD = f"# Of moss\n\n{SAID}\n\n"
UNSAID = {
    "fenced code": "```python\n# Moss cures pain [2]\nprint('Moss cures colds.')\n```",
    "fenced by tildes": "~~~\nMoss cures pain.\n\nMoss cures colds.\n~~~~",
    "a fence in a fence": "````\n```\nMoss cures pain.\n```\nMoss cures colds.\n````",
    "a fence in an item": "- first\n\n  ```\n  Moss cures pain.\n  ```",
    "a fence that never ends": "```\nMoss cures pain.",
    "code set in": "    Moss cures pain.\n\n    Moss cures colds.",
    "code set in by a tab": "\tMoss cures pain.",
    "a comment": "<!-- Moss cures pain. -->",
    "a comment of lines": "<!--\nMoss cures pain.\n\nMoss cures colds.\n-->",
    "a script": "<script>\nvar moss = 'Moss cures pain.';\n</script>",
    "a style": "<style>.moss { content: 'Moss cures pain.' }</style>",
    "a table": "| Herb | Effect |\n|---|---|\n| Moss | cures pain in 12% |",
    "a picture": "![Moss cures pain](moss.jpg)",
}
SAID_TOO = {
    "an item set in": ("- first\n\n    Moss eases pain.", "Moss eases pain."),
    "a line set in below another": (
        "Of old:\n    Moss eases pain.",
        "Moss eases pain.",
    ),
    "words in HTML": ("<div>\n<p>Moss eases pain.</p>\n</div>", "Moss eases pain."),
    "words behind a break": ("Fern is old.<br/>Moss eases pain.", "Moss eases pain."),
    "words in tags": ("<b>Moss</b> eases pain.", "Moss</b> eases pain."),
    "code within words": ("Moss eases `pain`.", "Moss eases `pain`."),
    "less than": ("Moss eased pain (p <0.05 and n> 3).", "p <0.05 and n> 3"),
    "words behind a fence": ("```\nx\n```\nMoss eases pain.", "Moss eases pain."),
}


def suggested(text):
    reading = read_article(text.encode(), filename="moss.md")
    return [reading.document.text[one.start : one.end] for one in reading.suggestions]


def test_what_is_no_words_is_not_suggested():
    read = {name: suggested(f"{HEAD}{words}\n") for name, words in UNSAID.items()}
    assert {name: found for name, found in read.items() if found != [SAID]} == {}


def test_what_is_words_is_suggested_wherever_it_stands():
    read = {
        name: suggested(f"{HEAD}{words}\n") for name, (words, _) in SAID_TOO.items()
    }
    assert {
        name: found
        for name, found in read.items()
        if not any(SAID_TOO[name][1] in one for one in found)
    } == {}


def test_front_matter_gives_the_title_and_no_claims():
    for mark, title in (("---", "title: Of moss"), ("+++", 'title = "Of moss"')):
        text = f"{mark}\n{title}\nabout: Moss cures pain.\n{mark}\n\n{SAID}\n"
        assert suggested(text) == [SAID]
        assert read_article(text.encode(), filename="m.md").document.title == "Of moss"


def test_code_cites_nothing_and_a_raised_number_does():
    text = f"{HEAD}Moss eases pain.<sup>1</sup>\n\n```\nfern[2]\n```\n\n"
    text += "## References\n\n1. Kim A. Of moss. J Examp. 2031;1:1-9.\n"
    reading = read_article(text.encode(), filename="moss.md")
    assert [one.marker for one in reading.citations] == ["<sup>1</sup>"]
    assert reading.citations[0].reference == 0


@given(st.lists(st.sampled_from(["```", "~~~", "\n", "    ", "<!--", "-->", "<br>"])))
def test_every_word_keeps_its_place(parts):
    text = "moss ".join(parts)
    read = without_markup(text)
    assert len(read) == len(text)
    assert all(new in (old, " ", "\n") for old, new in zip(text, read, strict=True))
