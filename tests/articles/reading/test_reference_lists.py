"""Whole reference lists: by style, in the forms that files and pages give them."""

from articles.reading import audit, read_article, read_list
from articles.reading.document import Author
from benchmarks.invented_lists.scoring import score
from benchmarks.invented_lists.styles import STYLES
from benchmarks.invented_lists.works import HELD

POOLED, WORST = 0.97, 0.80  # of entries, those whose every stated field is right
LAYOUTS = 3  # of each style, in this test


def test_lists_of_every_style_are_read_whole():
    scores = {style: score(style, HELD, LAYOUTS) for style in STYLES}
    poor = {style: one.share for style, one in scores.items() if one.share < WORST}
    assert len(scores) >= 12
    assert not poor
    whole = sum(one.whole for one in scores.values())
    assert whole >= POOLED * sum(one.entries for one in scores.values())


FULL = (
    "12. van Quist C, Xamplova AB, et al. Drops for dry eyes: a trial. J Examp. 2016;"
    "12(3):144-51. doi:10.5555/je.144. PMID: 99000001. PMCID: PMC9900001. Available "
    "from: https://example.org/je/144"
)


def test_an_entry_holds_all_that_it_states_and_nothing_else():
    (entry,) = read_list(FULL.encode())
    assert entry.people == (Author("van Quist", "C"), Author("Xamplova", "AB"))
    assert entry.et_al
    assert (entry.label, entry.year, entry.title) == (
        "12", 2016, "Drops for dry eyes: a trial",
    )  # fmt: skip
    assert (entry.container, entry.volume, entry.issue) == ("J Examp", "12", "3")
    assert (entry.pages, entry.page) == ("144-51", "144")
    assert (entry.doi, entry.pmid, entry.pmcid) == (
        "10.5555/je.144", "99000001", "PMC9900001",
    )  # fmt: skip
    assert (entry.isbn, entry.url) == ("", "https://example.org/je/144")
    assert entry.raw == FULL


def test_a_chapter_is_a_part_of_its_book_and_a_book_of_none():
    chapter, book = read_list(
        b"1. Xamplova A. Why eyes are dry. In: Roe C, editor. A book of examples. 2nd "
        b"ed. Nowhere: Made-up Press; 2011. p. 12-34.\n"
        b"2. Inventa B. A handbook of nothing. 3rd ed. Nowhere: Made-up Press; 2001. "
        b"ISBN 978-0-00-000000-2."
    )
    assert (chapter.container, chapter.journal, chapter.pages) == (
        "A book of examples", "", "12-34",
    )  # fmt: skip
    assert (book.title, book.container) == ("A handbook of nothing", "")
    assert book.isbn == "978-0-00-000000-2"


WORDS = {
    "one mark of a journal after In": (
        "Xamplova, A. “Drops.” In: Journal of Examples 12.3 (2016), pp. 144–151.",
        (["Xamplova"], "Drops", "Journal of Examples", "12"),
    ),
    "APA without a volume": (
        "Xamplova, A. (2016). Drops for eyes. Journal of Examples. "
        "https://doi.org/10.5555/je.1",
        (["Xamplova"], "Drops for eyes", "Journal of Examples", ""),
    ),
    "a title with commas": (
        "Xamplova A. Tea, moss, and rest: what helps? J Examp. 2016;1:2.",
        (["Xamplova"], "Tea, moss, and rest: what helps?", "J Examp", "1"),
    ),
    "an author of one name": (
        "Suhartini, & Roe, C. (2016). On names. Journal of Examples, 1, 2–3.",
        (["Suhartini", "Roe"], "On names", "Journal of Examples", "1"),
    ),
    "an institution first": (
        "Institute of Examples, Roe C. On moss. J Examp. 2016;1:2.",
        (["Institute of Examples", "Roe"], "On moss", "J Examp", "1"),
    ),
    "a title of initials": (
        "Roe C, Doe D. U.S. trends in moss. J Examp. 2016;1:2-9.",
        (["Roe", "Doe"], "U.S. trends in moss", "J Examp", "1"),
    ),
    "a title of short words": (
        "Roe C. In vitro and in vivo: moss. J Examp. 2016;1:2-9.",
        (["Roe"], "In vitro and in vivo: moss", "J Examp", "1"),
    ),
    "thousands": (
        "Roe C. Moss in 1,200 people. J Examp. 2016;1:2-9.",
        (["Roe"], "Moss in 1,200 people", "J Examp", "1"),
    ),
    "given names": (
        "Ada B. Xamplova and Cor van Quist. 2016. Moss heals. In Papers of the Third "
        "Meeting on Moss, pages 7–9, Nowhere.",
        (["Xamplova", "van Quist"], "Moss heals",
         "Papers of the Third Meeting on Moss", ""),
    ),
    "a title of two names": (
        "Roe C. Green Tea and Black Coffee. J Examp. 2016;1:2-9.",
        (["Roe"], "Green Tea and Black Coffee", "J Examp", "1"),
    ),
    "a title of names after commas": (
        "Roe C. Tea, Coffee and Moss. J Examp. 2016;1:2-9.",
        (["Roe"], "Tea, Coffee and Moss", "J Examp", "1"),
    ),
    "a title of one name": (
        "Roe, C. (2016). Ada Moss. Journal of Examples, 1, 2–9.",
        (["Roe"], "Ada Moss", "Journal of Examples", "1"),
    ),
    "no authors, quoted": (
        "“How moss heals.” Journal of Examples, vol. 3, 2016, pp. 7–9.",
        ([], "How moss heals", "Journal of Examples", "3"),
    ),
}  # fmt: skip


def test_odd_entries_are_read_as_they_are_meant():
    read = {name: read_list(raw.encode())[0] for name, (raw, _) in WORDS.items()}
    got = {
        name: (list(entry.authors), entry.title, entry.container, entry.volume)
        for name, entry in read.items()
    }
    assert got == {name: wanted for name, (_, wanted) in WORDS.items()}


def test_the_audit_and_the_list_alone_read_the_same():
    listed = "1. Roe C. Moss heals. J Examp. 2016;1:2.\n2. Doe D. Fern. J Ex. 2017;3:4."
    article = f"Of moss\n\nMoss heals [1] and ferns do [2].\n\nReferences\n\n{listed}"
    found = audit(read_article(article.encode()))["references"]
    alone = read_list(listed.encode())
    assert [work["authors"] for work in found] == [list(one.authors) for one in alone]
    assert [work["title"] for work in found] == [one.title for one in alone]
