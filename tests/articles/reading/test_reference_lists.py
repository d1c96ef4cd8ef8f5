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
    "a group among authors": (
        "Roe, C.; Doe, D.; The MOSS Group. Moss heals. J. Examp. 2016, 12, b144.",
        (["Roe", "Doe", "The MOSS Group"], "Moss heals", "J. Examp", "12"),
    ),
    "a group written for": (
        "Roe C, Doe D; for the MOSS Group. Moss heals. J Examp. 2016;12:144.",
        (["Roe", "Doe"], "Moss heals", "J Examp", "12"),
    ),
    "a body before a comma": (
        "Institute of Examples, Advice on moss, J. Examp. 12 (2016) 144.",
        (["Institute of Examples"], "Advice on moss", "J. Examp", "12"),
    ),
    "a body of letters": (
        "WHO. Moss and health [Internet]. 2016 [cited 2020 May 3]. Available from: "
        "https://example.org/moss",
        (["WHO"], "Moss and health", "", ""),
    ),
    "an initial in the middle": (
        "Ada N. Xamplova. 2016. Moss heals. Journal of Examples, 12(3):144–151.",
        (["Xamplova"], "Moss heals", "Journal of Examples", "12"),
    ),
    "initials in the middle of a note": (
        "Ada P. N. Xamplova, “Moss heals,” Journal of Examples 12 (2016): 144.",
        (["Xamplova"], "Moss heals", "Journal of Examples", "12"),
    ),
    "an initial before et al.": (
        "Xamplova, Ada O., et al. “Moss heals.” Journal of Examples, vol. 12, 2016, "
        "pp. 144-51.",
        (["Xamplova"], "Moss heals", "Journal of Examples", "12"),
    ),
    "short given and family names": (
        "Qi Wu. 2016. Moss heals. Journal of Examples, 12(3):144–151.",
        (["Wu"], "Moss heals", "Journal of Examples", "12"),
    ),
    "a particle in capitals": (
        "Ada De Quist and Cor Van der Roe, “Moss heals,” Journal of Examples 12, no. "
        "5 (2016): 144.",
        (["De Quist", "Van der Roe"], "Moss heals", "Journal of Examples", "12"),
    ),
    "names without cases": (
        "Xamplova K, 例 文. Moss heals. J Examp. 2016;12:144.",
        (["Xamplova", "例"], "Moss heals", "J Examp", "12"),
    ),
    "one name leads initials": (
        "Suhartini, D. P. Roe, and Dewinta, “Moss heals,” J. Examp., vol. 12, p. 1, "
        "2016.",
        (["Suhartini", "Roe", "Dewinta"], "Moss heals", "J. Examp", "12"),
    ),
    "one name alone": (
        "Suhartini. 2016. Moss heals. J. Examp. 12: 144-151.",
        (["Suhartini"], "Moss heals", "J. Examp", "12"),
    ),
    "a leading title with a full stop in it": (
        "Moss vs. fern in nobody. van Quist C, Roe D. J Examp. 2016;12(3):144-151.",
        (["van Quist", "Roe"], "Moss vs. fern in nobody", "J Examp", "12"),
    ),
    "an issue without a volume": (
        "Roe, C. and Doe, D. (2016) ‘Moss heals’, Journal of Examples, (3), p. ME144.",
        (["Roe", "Doe"], "Moss heals", "Journal of Examples", ""),
    ),
    "an article's number alone": (
        "Roe, C. & Doe, D. Moss heals. J. Examp. Rev. ME000144 (2016).",
        (["Roe", "Doe"], "Moss heals", "J. Examp. Rev", ""),
    ),
    "a preprint posted": (
        "Roe C, Doe D. Moss heals. Preprint. Posted online March 2, 2020. bioRxiv. "
        "doi:10.5555/2020.04",
        (["Roe", "Doe"], "Moss heals", "bioRxiv", ""),
    ),
    "a preprint behind a comma": (
        "C. Roe, D. Doe, Moss heals between seasons, medRxiv (2020). "
        "https://doi.org/10.5555/2020.04",
        (["Roe", "Doe"], "Moss heals between seasons", "medRxiv", ""),
    ),
    "a meeting named with its year": (
        "Ada Roe and Cor Doe. 2019. Moss heals. In Proceedings of MOSS-FERN 2019, "
        "pages 7–9.",
        (["Roe", "Doe"], "Moss heals", "Proceedings of MOSS-FERN 2019", ""),
    ),
    "editors written out": (
        "Ada B. Roe and Cor D. Doe. 2008. Moss heals. In Eve P. T. Quist and Una "
        "Wren, editors, A handbook of moss, pages 7–9. Made-up Press, Nowhere.",
        (["Roe", "Doe"], "Moss heals", "A handbook of moss", ""),
    ),
    "a thesis behind a comma": (
        "C. Roe, Moss on long journeys, PhD Thesis, University of Nowhere, 2017.",
        (["Roe"], "Moss on long journeys", "", ""),
    ),
    "a book and its page": (
        "Ada R. Roe and Cor L. Doe, Moss: the bare facts (Nowhere: Fern House, 2014), "
        "45.",
        (["Roe", "Doe"], "Moss: the bare facts", "", ""),
    ),
    "a body with an and in it": (
        "Council for Moss and Fern Excellence. Moss heals. Nowhere: CMFE; 2020.",
        (["Council for Moss and Fern Excellence"], "Moss heals", "", ""),
    ),
    "a body and a person": (
        "Council for Moss and Pia Roe. 2016. Moss heals. Journal of Examples, "
        "12(3):144–151.",
        (["Council for Moss", "Roe"], "Moss heals", "Journal of Examples", "12"),
    ),
    "a body and others": (
        "MOSS Study Group et al., “Moss heals,” Journal of Examples 12 (2016): 144.",
        (["MOSS Study Group"], "Moss heals", "Journal of Examples", "12"),
    ),
    "people of one name alone": (
        "Dewinta; Prasetia. Moss heals. J. Examp. 2016, 12, 144–151.",
        (["Dewinta", "Prasetia"], "Moss heals", "J. Examp", "12"),
    ),
    "people of one name before a quotation": (
        "Dewinta, and Prasetia. “Moss heals.” Journal of Examples, vol. 12, 2016, "
        "pp. 144-51.",
        (["Dewinta", "Prasetia"], "Moss heals", "Journal of Examples", "12"),
    ),
    "one name last before a colon": (
        "Dewinta, Roe A, Prasetia: Moss heals. J Examp 2016, 12(3):144–151.",
        (["Dewinta", "Roe", "Prasetia"], "Moss heals", "J Examp", "12"),
    ),
    "a saint's name": (
        "I. Roe, C. St. Doe, and S. Quist, “Moss heals,” J. Examp., vol. 12, p. 1, "
        "2016.",
        (["Roe", "St. Doe", "Quist"], "Moss heals", "J. Examp", "12"),
    ),
    "a title that begins like a particle": (
        "Roe, G., Di Quist, M. & De Doe, P. La cura del muschio. J. Examp. 12, 144 "
        "(2016).",
        (["Roe", "Di Quist", "De Doe"], "La cura del muschio", "J. Examp", "12"),
    ),
    "a quotation in a quoted title": (
        "Ada Roe, “Be wary of “quick” moss,” Journal of Examples 12 (2016): 144.",
        (["Roe"], "Be wary of “quick” moss", "Journal of Examples", "12"),
    ),
    "a question in the French way": (
        "La mousse est-elle bonne ? Roe C, Doe D. J Examp. 2016;12(3):144-151.",
        (["Roe", "Doe"], "La mousse est-elle bonne ?", "J Examp", "12"),
    ),
    "an issue behind a full stop": (
        'Xamplova, Ada, et al. "Moss heals." Journal of Examples 12.3 (2016): 144-51.',
        (["Xamplova"], "Moss heals", "Journal of Examples", "12"),
    ),
    "a place with its state": (
        "Institute of Moss. Intakes of vitamin D. Erewhon, DC: Made-up Press; 2011.",
        (["Institute of Moss"], "Intakes of vitamin D", "", ""),
    ),
    "a state's stops in the name of a body": (
        "[1] U.S. Department of Moss, “Moss heals,” J. Examp., vol. 3, pp. 1–9, 2016.",
        (["U.S. Department of Moss"], "Moss heals", "J. Examp", "3"),
    ),
    "a state's stops before a book": (
        "U.S. Department of Moss, Moss for all, Made-up Press, Nowhere, 2016.",
        (["U.S. Department of Moss"], "Moss for all", "", ""),
    ),
    "an initial last in a book's author": (
        "Xamplova, Ada N. Moss in use. 2016. University of Nowhere, PhD dissertation.",
        (["Xamplova"], "Moss in use", "", ""),
    ),
    "an initial before a given name": (
        "Quist, R. Barnaby. 2007. Moss science: the facts. Nowhere: Made-up Press.",
        (["Quist"], "Moss science: the facts", "", ""),
    ),
    "an initial in the middle of a note on a book": (
        "Ada N. Xamplova, Moss for all (Nowhere: Fern House, 1991), 45.",
        (["Xamplova"], "Moss for all", "", ""),
    ),
    "two nouns begin the title": (
        "N. Roe, T. Doe, A. Quist, Konjac and blood fats, J. Examp. 44 (1998) 6.",
        (["Roe", "Doe", "Quist"], "Konjac and blood fats", "J. Examp", "44"),
    ),
    "an issue of five digits": (
        'Roe, Ada, et al. "Moss heals." Journal of Examples 393.10170 (2019): 434-45.',
        (["Roe"], "Moss heals", "Journal of Examples", "393"),
    ),
    "findings of a meeting": (
        "Roe C, Doe D. Moss heals. In: Findings of the Society for Moss: FERN 2021. "
        "2021. p. 34-9.",
        (["Roe", "Doe"], "Moss heals", "Findings of the Society for Moss: FERN 2021",
         ""),
    ),
}  # fmt: skip


def test_odd_entries_are_read_as_they_are_meant():
    read = {name: read_list(raw.encode())[0] for name, (raw, _) in WORDS.items()}
    got = {
        name: (list(entry.authors), entry.title, entry.container, entry.volume)
        for name, entry in read.items()
    }
    assert got == {name: wanted for name, (_, wanted) in WORDS.items()}


HARD_NAMES = {
    "Roe, M. d. C., da Doe, J. P. d., & Fern, B.": "Roe, da Doe, Fern",
    "Roe, M. del C., & Fern, B. de la C.": "Roe, Fern",
    "Roe, M.d.C. and Doe, A.": "Roe, Doe",
    "Roe MdC, Doe JPd, Fern M del C": "Roe, Doe, Fern",
    "M. d. C. Roe and A. Doe y Fern": "Roe, Doe y Fern",
    "Doe y Fern A, Musgo i Falguera B": "Doe y Fern, Musgo i Falguera",
    "Musgo e Feto, J. and Roe, B.": "Musgo e Feto, Roe",
    "Roe, J. y Doe, M.": "Roe, Doe",
    "J. Roe y M. Doe": "Roe, Doe",
    "von Fern, Karl, and Ana Doe y Roe": "von Fern, Doe y Roe",
    "Musgo Roble, José Luis, et al": "Musgo Roble",
    "Musgo Roble, María del Carmen, and Tom Fern": "Musgo Roble, Fern",
    "Tom Fern, Ana Musgo, and Bo Roe": "Fern, Musgo, Roe",
    "Abu Fern, Omar, and Ada Roe": "Abu Fern, Roe",
    "St. Fern, Ambrose, et al": "St. Fern",
    "Roe, Jane R, et al": "Roe",
    "Roe, Jane R": "Roe",
    "Fern, Jane, Wei-Min Roe, and M. Doe": "Fern, Roe, Doe",
    "Ó Fern, Pádraig, and Jane van der Roe": "Ó Fern, van der Roe",
    "Roe, Jane, Pádraig Ó Fern, and Máire Ní Musgo": "Roe, Ó Fern, Ní Musgo",
    "J. Ó Fern and P. Roe": "Ó Fern, Roe",
    "ROE, Ada; ST. FERN, Wendy; DOE, Li": "ROE, ST. FERN, DOE",
    "王小明, 李娜, 张伟": "王, 李, 张",
    "欧阳修, 李娜": "欧阳, 李",
    "王, 小明, & 李, 娜": "王, 李",
    "김민수, 이영희": "김, 이",
    "李娜, 王伟": "李, 王",
    "李娜, 王伟, 张小明": "李, 王, 张",
    "佐藤, 太郎": "佐藤",
    "佐藤太郎, 鈴木花子": "佐藤, 鈴木",
}


def test_hard_names_are_read_as_their_people_write_them():
    said = {
        names: f"{names}. “Moss heals.” Journal of Examples 12, no. 3 (2016): 144–151."
        for names in HARD_NAMES
    }
    got = {names: read_list(raw.encode())[0].authors for names, raw in said.items()}
    assert {names: ", ".join(read) for names, read in got.items()} == HARD_NAMES


def test_what_a_work_is_by_the_chinese_standard_is_no_part_of_its_title():
    listed = (
        "[1] Roe J, Doe B. Moss for sleep[J]. Examp Rev, 2007, 33(6): 1-9.\n"
        "[2] Roe A. Moss and [C]carbon [J/OL]. Examp Rev, 2012, 3(1): 2-9."
    )
    titles = [entry.title for entry in read_list(listed.encode())]
    assert titles == ["Moss for sleep", "Moss and [C]carbon"]


def test_a_gap_before_the_last_author_leaves_authors_out():
    for gap in (". . . ", "... & ", "… "):
        said = f"Marsh, T., Dunn, P., {gap}Zell, W. (2017). Many hands. Examp. Rev., 1."
        (entry,) = read_list(said.encode())
        assert (entry.authors, entry.et_al) == (("Marsh", "Dunn", "Zell"), True)


def test_a_broken_line_that_begins_with_a_number_is_no_entry():
    listed = (
        "1. Roe U. Moss heals [Internet]. 2018 [cited 2024 Jan\n"
        "5]. Available from: https://example.org/moss\n"
        "2. Doe C. Ferns heal. J Examp. 2010;1:2.\n"
        "3. Doe C. Lichens heal. J Examp. 2011;1:\n"
        "5. Epub 2010.\n"
        "4. Doe C. Nothing heals. J Examp. 2012;1:2."
    )
    titles = [entry.title for entry in read_list(listed.encode())]
    assert titles == ["Moss heals", "Ferns heal", "Lichens heal", "Nothing heals"]


def test_the_audit_and_the_list_alone_read_the_same():
    listed = "1. Roe C. Moss heals. J Examp. 2016;1:2.\n2. Doe D. Fern. J Ex. 2017;3:4."
    article = f"Of moss\n\nMoss heals [1] and ferns do [2].\n\nReferences\n\n{listed}"
    found = audit(read_article(article.encode()))["references"]
    alone = read_list(listed.encode())
    assert [work["authors"] for work in found] == [list(one.authors) for one in alone]
    assert [work["title"] for work in found] == [one.title for one in alone]


def test_a_press_and_its_town_are_no_words_of_a_title():
    entries = read_list(
        b"References\n\nA.B. Mossley, Guidance on moss, Moss Press, Nowhere, 2020.\n"
        b"C.D. Fernby, The free press, fern and moss, Moss Publishing, Nowhere, 2021.\n"
    )
    titles = [entry.title for entry in entries]
    assert titles == ["Guidance on moss", "The free press, fern and moss"]
    entries = read_list(
        b"References\n\nMossley, A. (2011) A guide to moss, Nowhere: Moss Press.\n"
        b"Fernby, C. (2012) Ferns, Mosstan: a history of both, Nowhere: Fern Books.\n"
    )
    titles = [entry.title for entry in entries]
    assert titles == ["A guide to moss", "Ferns, Mosstan: a history of both"]


def test_a_year_in_brackets_behind_a_title_is_no_part_of_it():
    (entry,) = read_list(
        b"References\n\nRoe B et al. Moss and knees (2031), J Examp.\n"
    )
    assert (entry.title, entry.year) == ("Moss and knees", 2031)


def test_lines_of_markdown_in_bold_and_italics_are_parts_of_an_entry():
    entries = read_list(
        b"## References\n\n1. **Moss heals the knees of adults**  \nD Roe-Quist  \n"
        b"*Made-up Moss* (2016-03-05) https://doi.org/10.5555/mud.1\n\n"
        b"2. **A report on moss**  \nInstitute of Moss  \n*Moss Press* (2020)\n"
    )
    assert [(list(one.authors), one.title) for one in entries] == [
        (["Roe-Quist"], "Moss heals the knees of adults"),
        (["Institute of Moss"], "A report on moss"),
    ]
