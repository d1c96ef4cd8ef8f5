"""Each form in which texts cite, beside neighbours that cite nothing."""

import pytest

from articles.reading import audit, read_article

LIST = "\n\nReferences\n\n" + "\n".join(
    f"{n}. {name} A. Work {n} of several. J Examp. 20{n:02d};1:1-9."
    for n, name in enumerate(
        ["Amber", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse"], 1
    )
)
DATED = """

References

Lindt D. (2001). A work of one. Example Journal, 1, 1–2.
Mosser J. A work to come. Example Journal. In press.
Moor, K. (n.d.). A work without a day. Example Journal.
World Example Organization. Report on moss. Nowhere: WEO; 2006.
Pasque, R. (2001). A work printed again. Example Press.
"""


def facts(text, form="text"):
    return audit(read_article(text.encode(), form))


def cited(text, ending=""):
    found = facts(f"A title of its own\n\n{text}{ending}")
    return [(c["kind"], c["marker"], c["label"]) for c in found["citations"]]


def numbers(text, ending=LIST):
    found = cited(text, ending)
    assert {kind for kind, _, _ in found} <= {"number"}
    return [(marker, int(label)) for _, marker, label in found]


@pytest.mark.parametrize(
    ("text", "marker", "wanted"),
    [
        ("Moss eases pain [2]–[4].", "[2]–[4]", [2, 3, 4]),
        ("Moss eases pain [2] - [4].", "[2] - [4]", [2, 3, 4]),
        ("Moss eases pain [1 to 3].", "[1 to 3]", [1, 2, 3]),
        ("Moss eases pain [1, 4 through 6].", "[1, 4 through 6]", [1, 4, 5, 6]),
        ("Moss eases pain [1−3].", "[1−3]", [1, 2, 3]),
        ("Moss eases pain [1 and 3].", "[1 and 3]", [1, 3]),
        ("Moss eases pain [1, 2, and 3].", "[1, 2, and 3]", [1, 2, 3]),
        ("Moss eases pain [1, p. 5].", "[1, p. 5]", [1]),
        ("Moss eases pain [1, pp. 5–9].", "[1, pp. 5–9]", [1]),
        ("Moss eases pain [2: fig. 3].", "[2: fig. 3]", [2]),
        ("Moss eases pain [ref. 1].", "[ref. 1]", [1]),
        ("Moss eases pain [refs 1, 2].", "[refs 1, 2]", [1, 2]),
        ("Moss eases pain [see 3].", "[see 3]", [3]),
        ("Moss eases pain [cited in 3].", "[cited in 3]", [3]),
        ("Moss eases pain [#2].", "[#2]", [2]),
        ("Moss eases pain 【1】.", "【1】", [1]),
        ("Moss eases pain 【3†source】.", "【3†source】", [3]),
        ("Moss eases pain ［２］.", "［２］", [2]),
        ("Moss eases pain[4].", "[4]", [4]),
        ("Moss eases pain [12].", "[12]", [12]),
        ("Moss eases pain [nos. 2, 3].", "[nos. 2, 3]", [2, 3]),
        ("Moss eases pain [2 (p. 14)].", "[2 (p. 14)]", [2]),
        ("Moss eases pain [reviewed in 4].", "[reviewed in 4]", [4]),
        ("Moss eases pain [but see 4].", "[but see 4]", [4]),
        ("Moss eases pain [4; see also 5].", "[4; see also 5]", [4, 5]),
        ("Moss eases pain [4,].", "[4,]", [4]),
        ("Moss eases pain (ref. 2).", "(ref. 2)", [2]),
        ("Moss eases pain (see refs 1 and 2).", "(see refs 1 and 2)", [1, 2]),
        ("Moss eases pain [7a].", "[7a]", [7]),
        ("Moss eases pain [5a,b, 7].", "[5a,b, 7]", [5, 7]),
        ("Moss eases pain [see 7 for a review].", "[see 7 for a review]", [7]),
        (r"Moss eases pain \[3, 4\].", r"\[3, 4\]", [3, 4]),
        ("Moss eases pain [[3]](#ref3).", "[[3]](#ref3)", [3]),
        ("Moss eases pain [3](#ref3).", "[3](#ref3)", [3]),
        ("Moss eases pain.³·⁴", "³·⁴", [3, 4]),
        ("Moss eases pain<sup>[3](#ref3)</sup>.", "<sup>[3](#ref3)</sup>", [3]),
        ("Moss eases pain ^3,4^.", "^3,4^", [3, 4]),
        ("Moss eases pain$^{3}$.", "$^{3}$", [3]),
    ],
)
def test_numbers_in_brackets_are_read_in_every_form(text, marker, wanted):
    assert numbers(text) == [(marker, number) for number in wanted]


@pytest.mark.parametrize(
    "text",
    [
        "It said so [sic] of the pain [in 2011] and later [emphasis added].",
        "Pain fell (median 4 [2-7] points) within a week.",
        "Pain fell (95% CI [1, 5]) within a week.",
        "People aged [18-65] took part.",
        "The range [1, 7] was kept.",
        "Pain [citation needed] fell [note].",
        "Pain fell in [2011].",
        "The score was n = [5] in all.",
        "The mean was 3.5 [2 to 5] points.",
        "The interval [2;6] holds it.",
        "Median 4 [2-7] points were lost.",
        "Most had grade [3] tumours.",
        "Preferred (refer to page 2) by some.",
        "It fell (see 2 of them), as was seen [in 4 of 7].",
        "It was bought [4 of 7] and sold [see note].",
        "It took 3.5 [1–9] days, and 4.0 [2–7] mg was given.",
        "Flat [2b] is let, and ten acres² or 3 mol² of it.",
        "It opens at seven [7 for lunch].",
    ],
)
def test_brackets_that_hold_something_else_cite_nothing(text):
    assert cited(text, LIST) == []


def test_numbers_without_a_list_are_works_whose_reference_is_not_given():
    found = facts("A title\n\nMoss eases pain [1]. It calms [2,3]. Sleep came[4].")
    assert [c["label"] for c in found["citations"]] == ["1", "2", "3", "4"]
    assert [work["label"] for work in found["references"]] == ["1", "2", "3", "4"]
    assert {c["reference"] for c in found["citations"]} == {0, 1, 2, 3}


def test_a_text_without_a_title_cites_from_its_first_line_on():
    said = "Moss eases pain [1]. It helps sleep [2].\n\nMoss calms skin [3] [4]."
    assert [c["label"] for c in facts(said)["citations"]] == ["1", "2", "3", "4"]
    assert len(facts("Moss eases pain [1].\n\nMoss calms skin.")["citations"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Set a[i] to a[1] and then a[2] to zero.",
        "Let x[0] be one; x[1] follows.",
        "Swap A[1] and B[2] to begin.",
        "Steps\n\n[1] Take the moss.\n\n[2] Boil the moss.",
        "He swallowed [12] pills that day.",
        "There are two aims (1) to heal and (2) to please.",
        "Take tea (2) or broth.",
        "Write row[1] = moss and row[2] = fern.",
        "The pain fell by 7 [7] and by 5 [9] points, and so on.",
        "It happened in [2011] and [2012].",
        "Step [1] is to rinse. In step [2] you boil it. Step [3] follows.",
        "See Figure [1] and Figure [2].",
        "As Table [2] shows, it fell.",
        "Option [1] is to wait and option [2] is to act.",
        "Press key [3] now. Press button [1].",
        "Level [2] is hard.",
        "Answer [1] is wrong, answer [2] is right.",
        "Method [1] is slow; method [2] is fast.",
        "Tip [1]: sleep more.",
        "Part [1] of this series told of moss.",
    ],
)
def test_without_a_list_brackets_used_otherwise_cite_nothing(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Moss eases pain¹ and helps sleep².", [("¹", 1), ("²", 2)]),
        ("Moss eases pain.¹ It helps sleep.²,³",
         [("¹", 1), ("²,³", 2), ("²,³", 3)]),
        ("Moss lowers risk.1 It calms skin.2 It helps.",
         [("1", 1), ("2", 2)]),
        ("Moss eases pain ¹ and aids sleep.¹ ²",
         [("¹", 1), ("¹ ²", 1), ("¹ ²", 2)]),
        ("Moss eases pain.⁽¹⁾ It aids sleep.¹˒²",
         [("⁽¹⁾", 1), ("¹˒²", 1), ("¹˒²", 2)]),
    ],
)  # fmt: skip
def test_raised_and_glued_numbers_point_to_the_list(text, wanted):
    three = "\n".join(LIST.split("\n")[:7])
    assert numbers(text, three) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The spread was X² = 3.4 and Tau² = 0.1 with I² of 5%.",
        "They gave ¹⁸F and ¹³¹I to all.",
        "An area of 3 m² or 4 cm² or 10³ mm³ was seen.",
        "It held 10⁶ cells and Ca²⁺ and SO₄²⁻.",
        "With R² of 0.4, η² of 0.1 and chi² of 2.",
        "The law E = mc² is old.",
        "A weight of 25 kg/m² was common.",
        "With tau² and Chi² both low, p² fell.",
        "They took [^18F]FDG scans of all.",
        "The 2ⁿ rule and x³ hold.",
        "Zn²⁺ and Mg²⁺ were given.",
        "Take about ¹⁄₂ cup, with ¹⁸F or of ³He.",
        "A Tau ² of 3, 4 kg/m ² and an area in cm ² were seen.",
    ],
)
@pytest.mark.parametrize("ending", ["", LIST], ids=["no list", "list"])
def test_raised_statistics_units_and_isotopes_cite_nothing(text, ending):
    assert cited(text, ending) == []


@pytest.mark.parametrize(
    "text",
    [
        "The last step [1].", "The table [1] lists it.", "Studies [1] agreed.",
        "It worked in phase 3 [1].", "It is the best option [1].",
        "It was due in part [1].", "It fell within days [1].",
        "The trial in question [1].", "One method [1] failed.",
        "It grew by all methods [1].",
    ],
)  # fmt: skip
def test_a_number_behind_a_word_that_it_does_not_count_is_a_citation(text):
    assert [label for _, _, label in cited(text)] == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "Pain ended within two days.5,6 It came back.", "It lasted six weeks.5,6",
        "It was seen in studies.5,6 Later not.", "It held in many models.5,6",
        "It fell by 5%.5,6 Later not.", "It fell (by half).5,6 Later not.",
        "It was “safe”.5,6 Later not.", "It was “safe.”5,6 Later not.",
        "It fell in groups,5,6 and rose.", "It held for all types;5,6 it rose.",
    ],
)  # fmt: skip
def test_a_glued_number_behind_the_end_of_a_clause_counts_nothing(text):
    found = numbers(f"Moss lowers risk.1,2 It calms.3,4 {text}")
    assert found[4:] == [("5,6", 5), ("5,6", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "See Fig.5 here.", "See Table.5 here.", "No.5 won.", "Read vol.5 of it.",
        "Some approx.5 people came.", "Take version1.5 of it.", "Take vitamin B6.",
        "It held 5.6 mg.", "Type2 came, and group5 too.", "A ratio of 1:5 was kept.",
    ],
)  # fmt: skip
def test_a_glued_number_that_counts_something_cites_nothing(text):
    assert len(numbers(f"Moss lowers risk.1,2 It calms.3,4 {text}")) == 4


def test_glued_numbers_without_a_list_cite_nothing():
    assert cited("Moss lowers risk.1 It calms skin.2 It helps.") == []


@pytest.mark.parametrize(
    ("text", "marker", "label"),
    [
        ("Moss helps (Wongbird 2012).", "Wongbird 2012", "Wongbird 2012"),
        ("Moss helps (see Wongbird 2012, p. 3).", "Wongbird 2012", "Wongbird 2012"),
        ("Moss helps (e.g., Wongbird 2012).", "Wongbird 2012", "Wongbird 2012"),
        ("Moss helps (Mosser, in press).", "Mosser, in press", "Mosser, no date"),
        ("Moss helps (Moor, n.d.).", "Moor, n.d.", "Moor, no date"),
        ("Moss helps (World Example Organization [WEO], 2006).",
         "World Example Organization [WEO], 2006", "World Example Organization 2006"),
        ("Moss helps (Pasque, 1999/2001).", "Pasque, 1999/2001", "Pasque 2001"),
        ("Moss helps (Pasque, ２００１).", "Pasque, ２００１", "Pasque 2001"),
        ("Moss helps （Pasque，2001）.", "Pasque，2001", "Pasque 2001"),
        ("Moss helps (Lindt\u00a02001).", "Lindt\u00a02001", "Lindt 2001"),
        ("Moss helps (cf. Lindt 2001).", "Lindt 2001", "Lindt 2001"),
        ("Lindt 2001 found that moss helps.", "Lindt 2001", "Lindt 2001"),
        ("Ferner (in press) agrees.", "Ferner (in press)", "Ferner, no date"),
        ("Moss helps (Wongbird 2012; Lindt 2001).", "Wongbird 2012", "Wongbird 2012"),
        ("Moss helps (Wongbird 2012, Lindt 2001).", "Lindt 2001", "Lindt 2001"),
        ("Wongbird’s (2012) small trial saw less pain.", "Wongbird’s (2012)",
         "Wongbird 2012"),
        ("Less pain was seen in Wongbird’s 2012 trial.", "Wongbird’s 2012",
         "Wongbird 2012"),
        ("Wongbird (2012) and Lindt (2001) saw less pain.", "Wongbird (2012)",
         "Wongbird 2012"),
        ("Moss helps (Ferner, to appear).", "Ferner, to appear", "Ferner, no date"),
        ("Moss helps (Ferner, under review).", "Ferner, under review",
         "Ferner, no date"),
        ("Moss helps (Moor, no date).", "Moor, no date", "Moor, no date"),
        ("Moss helps (Wongbird & al. 2012).", "Wongbird & al. 2012",
         "Wongbird 2012"),
        ("Moss helps (Lindt D, 2001).", "Lindt D, 2001", "Lindt 2001"),
        ("Moss helps (Lindt Jr., 2001).", "Lindt Jr., 2001", "Lindt 2001"),
        ("Moss helps (Lindt et al., Example J 2001).",
         "Lindt et al., Example J 2001", "Lindt 2001"),
        ("Moss helps (Lindt et al., July 2001).", "Lindt et al., July 2001",
         "Lindt 2001"),
        ("Moss helps (Lindt et al ; 2001).", "Lindt et al ; 2001", "Lindt 2001"),
        ("Moss helps (Lindt et alii, 2001).", "Lindt et alii, 2001", "Lindt 2001"),
        ("Moss helps (Lindt i in., 2001).", "Lindt i in., 2001", "Lindt 2001"),
        ("Moss helps (Lindt u. a., 2001).", "Lindt u. a., 2001", "Lindt 2001"),
        ("Moss helps (Lindt y cols., 2001).", "Lindt y cols., 2001", "Lindt 2001"),
        ("Moss helps (王等，2001).", "王等，2001", "王 2001"),
        ("Moss helps {Lindt, 2001 #12}.", "Lindt, 2001", "Lindt 2001"),
        ("Moss helps (but see Lindt 2001).", "Lindt 2001", "Lindt 2001"),
        ("Moss helps (in mice: Lindt 2001).", "Lindt 2001", "Lindt 2001"),
        ("Moss helps (Ferner, unpublished).", "Ferner, unpublished",
         "Ferner, no date"),
        ("Moss helps, as Lindt has shown (2001).", "Lindt has shown (2001)",
         "Lindt 2001"),
        ("Lindt, in 2001, found that moss helps.", "Lindt, in 2001,", "Lindt 2001"),
        ("Lindt and Roe found in their 2031 trial that moss helps.",
         "Lindt and Roe found in their 2031", "Lindt 2031"),
        ("Lindt’s landmark 2001 paper showed that moss helps.",
         "Lindt’s landmark 2001", "Lindt 2001"),
        ("Moss helps (Lindt D, Example J 2031; 12(3): 44-9).",
         "Lindt D, Example J 2031; 12(3): 44-9", "Lindt 2031"),
    ],
)  # fmt: skip
def test_authors_and_years_are_read_in_every_form(text, marker, label):
    assert ("author-year", marker, label) in cited(text, DATED)


@pytest.mark.parametrize(
    "text",
    [
        "The herb Mossa longa (Linnaeus, 1753) is old.",
        "The herb Mossa vulgaris Linnaeus, 1753 is old.",
        "A fly, Mosca minor (Fabricius 1794), bites.",
        "The fair (Summer 2012) was long.",
        "The games (Sydney 2000) were long.",
        "It grew (March 2012) and fell (Spring 2013).",
        "The index (Version 2012) was used.",
        "It grew (see Table 2012) and fell (e.g. in Rome 2012).",
        "The vote (Brexit 2016) was close.",
        "He lived long (1901/1902) in town.",
        "It stands in the press (n.d.) of the day.",
        "A picture of moss. Photo (Mossley, 2012).",
        "Image credit (Ferner Images 2012).",
        "The healers spoke of it (Budapest, 2019) at length.",
        "It was drawn in Lisbon (Portugal, 2016).",
        "She sold moss there (Leeds, 2017).",
        "It was asked of many (Lagos, Nigeria, 2015).",
        "It grew in London and Paris 2012.",
        "The congress (Mossley, 2019) was loud.",
        "The Moss Declaration (Mossley, 1978) said so.",
        "The outbreak (Mossley, 2014) ended.",
        "It rained (San Francisco, 2019) all day.",
        "It was hard (Pandemic 2020), and dear (Christmas 2012).",
        "Cars were called back (Toyota, 2012), and one was sold (Volvo 2009).",
        "The film (Disney, 2012) and a picture (Getty, 2016) showed moss.",
        "Mosstan’s 2016 survey, Scotland’s 2016 trial, Monday’s 2019 paper.",
        "Arsenic found in a 2031 survey of wells, researchers, in 2031, found.",
        "Moss (unpublished) grows. The models (StataCorp, 2017) and storm (Ada 2005).",
        "Sales, in 2031, rose (Vitamin D, 2019; Hepatitis B, 2020).",
        "Open (Mon 9; 12: 30) till the match (May 2031; 3: 15 pm).",
    ],
)
def test_species_seasons_and_places_are_no_authors(text):
    assert cited(text) == []


def test_a_place_is_an_author_where_it_has_others_beside_it_or_an_entry():
    texts = ["(London et al., 2019)", "(Paris & Ferner, 2019)", "London et al. (2019)"]
    assert all(len(cited(f"Moss helps {text}.")) == 1 for text in texts)
    listed = "\n\nReferences\n\nVienna K. (2011). A work. Example Journal, 1, 1–2."
    assert cited("Moss helps (Vienna, 2011).", listed)
    assert not cited("Moss helps (Vienna, 2012).", listed)


def test_a_marker_that_contradicts_every_entry_is_tied_to_none():
    found = facts(f"A title\n\nMoss helps (Lindt and Panter 2001).{DATED}")
    (citation,) = found["citations"]
    assert citation["authors"] == ["Lindt", "Panter"]
    assert citation["reference"] == len(found["references"]) - 1
    assert found["references"][0]["authors"] == ["Lindt"]


@pytest.mark.parametrize(
    ("words", "identifier", "value"),
    [
        ("[a trial](https://pubmed.ncbi.nlm.nih.gov/98765041/)", "pmid", "98765041"),
        ("[a trial](https://doi.org/10.5555/mud.51)", "doi", "10.5555/mud.51"),
        ("[a trial](https://dx.doi.org/10.5555%2Fmud.51)", "doi", "10.5555/mud.51"),
        ("[a trial](http://www.ncbi.nlm.nih.gov/pubmed/98765041)", "pmid", "98765041"),
        ("<https://doi.org/10.5555/mud.51>", "doi", "10.5555/mud.51"),
        ("https://pubmed.ncbi.nlm.nih.gov/98765041", "pmid", "98765041"),
        ("[a trial](https://www.nejm.org/doi/full/10.5555/mud51)", "doi",
         "10.5555/mud51"),
        ("[a trial](https://clinicaltrials.gov/study/NCT98765432)", "label",
         "NCT98765432"),
        ("[a trial](https://pubmed.gov/98765041)", "pmid", "98765041"),
        ("www.ncbi.nlm.nih.gov/pubmed/98765041", "pmid", "98765041"),
        ("pubmed.ncbi.nlm.nih.gov/98765041", "pmid", "98765041"),
        ("[a trial](https://pubmed.ncbi.nlm.nih.gov/?term=98765041)", "pmid",
         "98765041"),
        ("[a trial](https://osf.io/preprints/psyarxiv/ab9cd)", "label",
         "osf.io/preprints/psyarxiv/ab9cd"),
        ("[a trial](https://hdl.handle.net/9999/12345)", "label",
         "hdl.handle.net/9999/12345"),
        ("[a trial](https://arxiv.org/pdf/9912.98765v2)", "label", "arXiv:9912.98765"),
        ("[a trial](https://www.crd.york.ac.uk/prospero/display_record.php?RecordID=98765)",
         "label", "crd.york.ac.uk/prospero/display_record.php?RecordID=98765"),
        ("[a trial](https://www.anzctr.org.au/Trial/Registration/TrialReview.aspx?id=98765)",
         "label", "anzctr.org.au/Trial/Registration/TrialReview.aspx?id=98765"),
        ("[a trial](https://pmc.ncbi.nlm.nih.gov/articles/PMC9876501/)", "label",
         "PMC9876501"),
        ("[a trial](https://www.nature.com/articles/s99999-021-0 'Moss')", "label",
         "nature.com/articles/s99999-021-0"),
        ("[a trial](https://press.example/article/S9876-5432(31)00001-X/fulltext)",
         "label", "press.example/article/S9876-5432(31)00001-X/fulltext"),
        ("[a trial](https://moss.example/content/12/3/e004)", "label",
         "moss.example/content/12/3/e004"),
        ("[a trial](https://moss.example/index.php/mud/article/view/51)", "label",
         "moss.example/index.php/mud/article/view/51"),
        ("[a trial](https://www.scielo.org.mx/scielo.php?pid=S98765432)", "label",
         "scielo.org.mx/scielo.php?pid=S98765432"),
        ("[a trial][moss]", "doi", "10.5555/mud.77"),
    ],
)  # fmt: skip
def test_a_link_to_a_work_is_a_citation(words, identifier, value):
    text = (
        f"Moss eases pain, as {words} shows.\n\n[moss]: https://doi.org/10.5555/mud.77"
    )
    found = facts(f"A title\n\n{text}")
    (citation,) = found["citations"]
    work = found["references"][citation["reference"]]
    assert citation["kind"] == "link"
    assert work[identifier] == value
    assert work["url"]
    assert found["text"][citation["start"] : citation["end"]] == citation["marker"]


@pytest.mark.parametrize(
    "words",
    [
        "[our shop](https://example.org/shop)",
        "[PubMed](https://pubmed.ncbi.nlm.nih.gov/)",
        "[a search](https://pubmed.ncbi.nlm.nih.gov/?term=moss)",
        "[the journal](https://www.nature.com/)",
        "[the registry](https://www.crd.york.ac.uk/prospero/)",
        "[the registry](https://www.anzctr.org.au/Faq.aspx)",
        "[the archive](https://arxiv.org/list/q-bio)",
        "[PubMed](https://pubmed.gov/)",
        "[help](https://www.ncbi.nlm.nih.gov/home/about/)",
        "![a trial](https://example.org/moss.png)",
        "[the registry](https://clinicaltrials.gov/)",
        "[a video](https://video.example/watch?v=98765041)",
        "www.moss.example/buy/98765041",
        "[a search](https://pubmed.ncbi.nlm.nih.gov/?term=98765041+moss)",
        "[the health body](https://www.who.int/)",
        "[page 10](https://example.org/10.html)",
        "[a story](https://news.example/article/98765041)",
        "[a story](https://news.example/content/2031/moss-and-knees)",
        "[a story](https://news.example/articles/2031/11/30/moss)",
    ],
)
def test_a_link_to_anything_else_is_none(words):
    assert cited(f"Moss eases pain, as {words} shows.") == []


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("doi:10.5555/mud.51", "doi", "10.5555/mud.51"),
        ("DOI 10.5555/mud.51", "doi", "10.5555/mud.51"),
        ("10.5555/mud.51", "doi", "10.5555/mud.51"),
        ("doi.org/10.5555/mud.51", "doi", "10.5555/mud.51"),
        ("PMID 98765041", "pmid", "98765041"),
        ("PMID: 98765041", "pmid", "98765041"),
        ("PMCID: PMC9876501", "label", "PMC9876501"),
        ("NCT98765432", "label", "NCT98765432"),
        ("arXiv: 9912.98765", "label", "arXiv:9912.98765"),
        ("arXiv 9912.98765", "label", "arXiv:9912.98765"),
        ("medRxiv 2031.01.02.99999999", "label", "medRxiv 2031.01.02.99999999"),
        ("CD099999", "label", "CD099999"),
        ("jRCT1099999999", "label", "jRCT1099999999"),
        ("EU CT 2099-599999-12-00", "label", "EUCT 2099-599999-12-00"),
        ("ISBN 978-1-4028-9462-6", "label", "ISBN 9781402894626"),
        ("ISRCTN98765432", "label", "ISRCTN98765432"),
        ("EudraCT 2099-012345-12", "label", "EudraCT 2099-012345-12"),
        ("ACTRN98765432109876", "label", "ACTRN98765432109876"),
    ],
)
def test_an_identifier_in_the_words_is_a_citation(words, field, value):
    found = facts(f"A title\n\nMoss eases pain ({words}).")
    (citation,) = found["citations"]
    assert (citation["kind"], citation["marker"]) == ("identifier", words)
    assert found["references"][citation["reference"]][field] == value


@pytest.mark.parametrize(
    "words",
    [
        "phone 98765041", "order no. 98765041", "10.5 of 55", "ratio 10.5555",
        "PMC", "NCT123", "PubMed 2", "IP 10.1234.5.6", "IL-98765041", "version 10.1/2",
    ],
)  # fmt: skip
def test_other_numbers_are_no_identifiers(words):
    assert cited(f"Moss eases pain ({words}).") == []


def test_an_identifier_finds_its_entry_and_goes_with_its_author():
    listed = "\n\nReferences\n\n1. Amber A. Moss. J Ex. 2001;1:1. doi:10.5555/mud.1\n"
    found = facts(f"A title\n\nMoss helps (doi:10.5555/mud.1).{listed}")
    assert [c["reference"] for c in found["citations"]] == [0]
    found = facts("A title\n\nMoss helps (Amber 2001, PMID: 98765041).")
    (citation,) = found["citations"]
    assert (citation["kind"], citation["pmid"]) == ("author-year", "98765041")
    found = facts("A title\n\nMoss helps (PMID: 98765041; doi:10.5555/mud.1).")
    (work,) = found["references"]
    assert (work["pmid"], work["doi"]) == ("98765041", "10.5555/mud.1")


def page(body):
    return facts(
        "<html><body><article><h1>Moss and knees</h1><p>Some words stand here, so that "
        "this page is long enough to be read as an article by whatever looks for one."
        f"</p>{body}</article></body></html>",
        "html",
    )


def test_the_links_of_a_page_are_citations():
    found = page(
        '<p>A <a href="https://pubmed.ncbi.nlm.nih.gov/98765041/">study of 2017</a> '
        'found that moss eases pain, a <a href="https://doi.org/10.5555/mud.51">later '
        'trial</a> agreed, and <a href="https://example.org/shop">our shop</a> sells '
        'it (<a href="/pubmed/98765042">1</a>).</p>'
    )
    markers = [(c["kind"], c["marker"], c["label"]) for c in found["citations"]]
    assert markers == [
        ("link", "study of 2017", "PMID 98765041"),
        ("link", "later trial", "doi:10.5555/mud.51"),
        ("link", "1", "PMID 98765042"),
    ]


def test_raised_numbers_of_a_page_without_a_list_are_citations():
    found = page(
        "<p>Moss eases pain<sup>1</sup> on 3 m<sup>2</sup> and sleep."
        "<sup>2,3</sup> It was seen<sup>1</sup>–<sup>3</sup> often.</p>"
    )
    assert [c["label"] for c in found["citations"]] == ["1", "2", "3", "1", "2", "3"]


def test_raised_numbers_that_touch_are_several():
    found = page(
        "<p>Moss eases pain.<sup>1</sup><sup>2</sup> It grew on 3 m<sup>2</sup>"
        "<sup>3</sup> of x<sup>1</sup><sup>2</sup>, and helps<sup>3</sup> "
        "<sup>4</sup>.</p>"
    )
    assert [c["label"] for c in found["citations"]] == ["1", "2", "3", "4"]
    assert "m²˒³ of x¹˒²" in found["text"]
    with_gaps = page("<p>Moss helps.<sup>3</sup><sup>7</sup></p>")
    assert [c["label"] for c in with_gaps["citations"]] == ["3", "7"]


def test_a_part_of_a_page_need_not_begin_its_raised_numbers_at_one():
    for words, labels in (
        ("Moss eases pain.<sup>3</sup>", ["3"]),
        ("Moss eases pain in adults<sup>12</sup>.", ["12"]),
        ('Moss eases pain<sup><a href="#fn7">7</a></sup> and more.', ["7"]),
        ("Moss eases pain.<sup>3,4</sup> It is cheap.<sup>6</sup>", ["3", "4", "6"]),
        ("It grew on 3 m<sup>2</sup>, on 5 km<sup>2</sup>.", []),
        ("A field of ten square metre<sup>2</sup>.", []),
        ("The statistic was tau<sup>2</sup>, and omega<sup>2</sup>.", []),
        ("There were 10<sup>6</sup>, all told.", []),
        ("On the 4<sup>th</sup> day.", []),
        ("Moss calms the gut<sup>7-9</sup>.", ["7", "8", "9"]),
        ("Moss calms the gut<sup>(7)</sup>.", ["7"]),
        ("Moss calms the gut<sup>7,</sup><sup>9</sup>.", ["7", "9"]),
        ("Moss calms the gut<sup>ref 7</sup>.", ["7"]),
        ("Moss eases some pain<sup>7</sup> and helps sleep<sup>8</sup>.", ["7", "8"]),
        ("There were 20 acres<sup>7</sup> and 3 mol<sup>(2)</sup> of it.", []),
    ):
        found = page(f"<p>{words}</p>")["citations"]
        assert [each["label"] for each in found] == labels, words
    plain = facts("Moss and knees\n\nMoss eases pain.³ It is cheap.")
    assert [each["label"] for each in plain["citations"]] == ["3"]


def test_numbers_linked_to_a_list_that_is_missing_are_citations():
    found = page(
        '<p>Moss eases pain <a href="#ref-1">1</a> and sleep [<a href="#CR2">2</a>].'
        ' It is sold in packs of <a href="#packs">3</a>.'
        '<sup><a href="#bib3">3</a></sup></p>'
    )
    assert [c["marker"] for c in found["citations"]] == ["[1]", "[2]", "[3]"]


@pytest.mark.parametrize(
    ("sentence", "marker"),
    [
        ("A 2031 study in the Lancet by Ada Mossley found that moss eases pain.",
         "A 2031 study in the Lancet by Ada Mossley"),
        ("Moss eases pain, says a trial published in the Journal of Made-up Moss.",
         "a trial published in the Journal of Made-up Moss"),
        ("Researchers at a moss farm reported in JAMA that it eases pain.",
         "Researchers at a moss farm reported in JAMA"),
        ("The fear began with a 2031 study published by Ada Mossley, a surgeon.",
         "a 2031 study published by Ada Mossley"),
        ("A trial led by Dr. Ada Mossley at Moss University found moss helps.",
         "A trial led by Dr. Ada Mossley"),
        ("Mossley and colleagues found that moss eases pain.",
         "Mossley and colleagues"),
        ("A meta-analysis in the British Journal of Moss Studies agrees.",
         "A meta-analysis in the British Journal of Moss Studies"),
        ("A 2031 Cochrane review found that moss eases pain.",
         "A 2031 Cochrane review"),
        ("Moss eases pain, a study published last year in Moss Letters found.",
         "study published last year in Moss Letters"),
        ("A 2031 report by the Institute of Moss says that moss eases pain.",
         "2031 report by the Institute of Moss"),
        ("A review in BMC Moss Medicine found that moss eases pain.",
         "A review in BMC Moss Medicine"),
        ("A Harvard study found that moss eases pain.", "A Harvard study"),
        ("A large Mossley University trial found that moss eases pain.",
         "A large Mossley University trial"),
        ("Moss eased pain in the MOSSY trial of knees.", "the MOSSY trial"),
        ("In the FERN-2 study moss eased pain.", "the FERN-2 study"),
        ("The Nowhere Heart Study found that moss eases pain.",
         "The Nowhere Heart Study"),
        ("A 2031 review in Moss Medicine Reviews found less pain.",
         "A 2031 review in Moss Medicine Reviews"),
        ("As Mossley and Ferner reported in the Journal of Moss, it eases pain.",
         "Mossley and Ferner reported in the Journal of Moss"),
        ("A 2031 trial in the journal Moss found less pain.",
         "A 2031 trial in the journal Moss"),
        ("Doctors reported in the journal “Ferns” that moss eases pain.",
         "Doctors reported in the journal “Ferns"),
        ("A team from Mossley found that moss eases pain.", "A team from Mossley"),
        ("Last week researchers in Mosstan reported that moss eases pain.",
         "researchers in Mosstan"),
        ("Researchers in Mosstan reported that moss eases pain.",
         "Researchers in Mosstan"),
        ("Scientists at the University of Mossley have now shown that moss helps.",
         "Scientists at the University of Mossley"),
        ("A team of nurses and doctors from Fernham, Mosstan, compared moss with"
         " fern.", "A team of nurses and doctors from Fernham, Mosstan"),
        ("Dermatologists in the US recently found fewer warts after moss.",
         "Dermatologists in the US"),
        ("A Lancet paper found that moss eases pain.", "A Lancet paper"),
        ("In this week’s issue of JAMA, doctors say that moss eases pain.",
         "In this week’s issue of JAMA"),
        ("In the Journal of Moss, Lindt reported that moss eases pain.",
         "In the Journal of Moss, Lindt reported"),
        ("The Lancet published a trial in 2031 that found less pain with moss.",
         "The Lancet published a trial"),
        ("The findings, which appear in The Lancet, suggest moss eases pain.",
         "findings, which appear in The Lancet"),
        ("A piece in Moss Today said so. An article in Moss Today (12 May 2031) said"
         " moss eases pain.", "An article in Moss Today (12 May 2031)"),
        ("Moss eases pain (Lindt et al.).", "Lindt et al"),
        ("A trial from Mossley General Hospital found that moss eases pain.",
         "A trial from Mossley General Hospital"),
        ("A Stanford-led trial found that moss eases pain.", "A Stanford-led trial"),
        ("A team led by Ada Mossley found that moss eases pain.",
         "A team led by Ada Mossley"),
        ("Mossley’s group found that moss eases pain.", "Mossley’s group found"),
        ("A meta-analysis by Mossley and Ferner found that moss eases pain.",
         "A meta-analysis by Mossley and Ferner"),
        ("The Moss Biobank study found that moss eases pain.",
         "The Moss Biobank study"),
        ("The Institute of Moss reported in 2031 that moss eases pain.",
         "The Institute of Moss reported in 2031"),
        ("The 2031 guideline of the Mossley Society says moss eases pain.",
         "2031 guideline of the Mossley Society"),
        ("A Cochrane analysis of 12 trials found that moss eases pain.",
         "A Cochrane analysis"),
        ("In MOSSY-2, moss eased pain.", "In MOSSY-2"),
        ("Moss eases pain (Source: Journal of Moss, May 2031).",
         "Journal of Moss, May 2031"),
        ("Moss eases pain (J Moss 2031;377:1-9).", "J Moss 2031;377:1-9"),
        ("A group of scientists in Mossley, led by a botanist, discovered why moss"
         " eases pain.", "A group of scientists in Mossley"),
    ],
)  # fmt: skip
def test_a_study_named_by_journal_or_author_is_a_citation(sentence, marker):
    ((kind, words, _),) = cited(sentence)
    assert (kind, words) == ("named-study", marker)


@pytest.mark.parametrize(
    "sentence",
    [
        "A 2031 trial of 40 people found that moss eases pain.",
        "Several studies found that moss eases pain.",
        "A study in mice showed that moss eases pain.",
        "The study was published in China in 2031.",
        "A review published in May found that moss eases pain.",
        "This article was medically reviewed by Ada Mossley.",
        "A trial funded by Mosco Pharma Company found that moss eases pain.",
        "A study of Chinese Women found that moss eases pain.",
        "Friends and colleagues of hers like moss.",
        "A report by Moss News says that moss eases pain.",
        "She liked the review by Ada Mossley.",
        "The nature of pain in science is a matter of study.",
        "An overview of Cochrane reviews found little.",
        "Researchers in Journal Square sell moss.",
        "She wrote in her food journal that moss eases pain.",
        "A Chinese study found that moss eases pain.",
        "The HIV trial of that year was small.",
        "A PRP study is under way.",
        "An MRI study of knees showed moss.",
        "The COVID-19 trial ended early.",
        "A Phase III trial of moss is planned.",
        "The Study Group met in town.",
        "Harvard is old, and so is the study of moss.",
        "Patients at a Mossley University hospital like moss.",
        "The trial was run by the FDA.",
        "Patients from Mossley found it hard to keep off moss.",
        "The group from Mossley reported less pain with moss.",
        "Doctors in Mossley found it hard to get moss for the skin.",
        "Nurses in Mosstan reported feeling less pain with moss.",
        "A team from Mossley won the match in spite of their pain.",
        "Researchers in May reported that moss eases pain.",
        "Researchers in Alzheimer’s disease found that moss eases pain.",
        "Researchers in Mosstan are looking for people with pain.",
        "Doctors in Mosstan recommend moss for pain.",
        "Researchers from several countries found that moss eases pain.",
        "Scientists in HIV have shown that moss eases pain.",
        "Doctors at Mossley Hospital found a way to live with pain.",
        "Data appear in Table 2, and results appear in May.",
        "The Phase III trial of moss eased pain.",
        "The Vitamin D study of moss showed less pain.",
        "In COVID-19, moss eases pain.",
        "A team led by example, and her group found a bus.",
        "Mossley’s team won in 2031, and moss eased the pain.",
        "The Lancet surgical knife cuts, and the Nature trail is long.",
        "Moss eases pain (source: none).",
    ],
)
def test_a_study_without_a_name_is_none(sentence):
    assert cited(sentence) == []


def test_the_label_of_a_named_study_ends_with_a_word():
    ((_, marker, label),) = cited(
        "A study of 4,000 moss growers of several invented counties, that was"
        " published in the International Journal of Bryology, found that moss"
        " eases pain."
    )
    assert label.endswith(" …")
    assert marker.startswith(f"{label[:-2]} ") or marker.startswith(f"{label[:-2]},")


def test_the_sentences_after_a_named_study_speak_of_it():
    found = facts(
        "A title\n\nThe fear began with a 2031 study published by Ada Mossley, a "
        "surgeon. The article said that moss causes warts. The paper was withdrawn.\n\n"
        "Moss is green. Ferns are green too. The study of moss is old."
    )
    markers = [(c["marker"], c["label"]) for c in found["citations"]]
    assert markers == [
        ("a 2031 study published by Ada Mossley", "Mossley 2031"),
        ("The article", "Mossley 2031"),
        ("The paper", "Mossley 2031"),
    ]
    assert len(found["references"]) == 1


FOOTNOTED = """# Moss and knees

Moss eases pain in most knees.[^shang] It calms the skin[^2] of some.[^why]

Some moss is green.

[^shang]: Shangley A. A trial of moss. J Examp. 2031;1:1-9.
[^2]: https://doi.org/10.5555/mud.51
    A line set in.
[^why]: That is, of those who were asked.

It helps sleep as well, some say.[^none]
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Moss eases pain [@shang2031].", ["shang2031"]),
        ("Moss eases pain [@shang2031; see also @fern:29, p. 4].",
         ["shang2031", "fern:29"]),
        ("Moss eases pain [see -@shang2031].", ["shang2031"]),
        ("As @shang2031 found, moss eases pain [@fern].", ["shang2031", "fern"]),
        ("Moss eases pain, says @shang_moss.", []),
        ("Moss eases pain [write to moss@shang2031.example].", []),
        (r"Moss eases pain~\\cite{shang2031,fern}.", ["shang2031", "fern"]),
        (r"Moss eases pain \\citep[p. 4]{fern}, it is \\cited{no}.", ["fern"]),
        ("Moss eases pain [@shang2031](https://example.org).", []),
        ("Moss eases pain (see moss@fern2031.example).", []),
    ],
)  # fmt: skip
def test_the_keys_of_pandoc_are_citations_and_names_of_people_are_not(text, wanted):
    assert [label for _, _, label in cited(text)] == wanted


def test_the_footnotes_of_markdown_are_joined_to_their_marks():
    found = facts(FOOTNOTED)
    assert [(c["kind"], c["marker"], c["label"]) for c in found["citations"]] == [
        ("footnote", "[^shang]", "shang"),
        ("footnote", "[^2]", "2"),
        ("footnote", "[^none]", "none"),
    ]
    assert [work["label"] for work in found["references"]] == ["shang", "2", "none"]
    assert found["references"][0]["authors"] == ["Shangley"]
    assert found["references"][1]["doi"] == "10.5555/mud.51"
    covered = [found["text"][slice(*c["covers"])] for c in found["citations"]]
    assert covered[0] == "Moss eases pain in most knees.[^shang]"
    assert found["text"] == FOOTNOTED


def test_a_mark_points_to_the_line_below_that_it_begins():
    found = facts(
        "A title\n\nMoss eases pain.* It is green.†\n\n* Shangley A. A trial of moss. "
        "J Examp. 2031;1:1-9.\n† Terms apply.\n"
    )
    assert [(c["marker"], c["label"]) for c in found["citations"]] == [("*", "*")]
    (work,) = found["references"]
    assert (work["authors"], work["title"]) == (["Shangley"], "A trial of moss")
    bullets = facts(
        "A title\n\nMoss* is green.\n\n* Moss A. Ferns. 2031.\n* Fern B. 2031."
    )
    assert bullets["citations"] == []


def test_a_paragraph_that_ends_in_a_footnote_mark_is_no_heading():
    found = facts("# A title\n\nMoss reduces pain in adults.[^x]\n\nMore.\n")
    assert [claim["text"] for claim in found["claims"]] == [
        "Moss reduces pain in adults.[^x]"
    ]


def test_a_note_within_the_text_of_markdown_is_the_work_it_names():
    found = facts(
        "# A title\n\nMoss eases pain.^[Shangley A. A trial of moss. J Examp. 2031;1:"
        "1-9.] It is green.^[As is fern.]\n"
    )
    assert [(c["kind"], c["label"]) for c in found["citations"]] == [
        ("footnote", "Shangley 2031")
    ]
    (work,) = found["references"]
    assert (work["authors"], work["title"]) == (["Shangley"], "A trial of moss")


def labels_of(attributes, *items):
    page_list = "".join(
        f"<li{own}>{name} A. Work of {name}. J Examp. 2031;1:1-9.</li>"
        for name, own in items
    )
    found = page(
        f"<p>Moss eases pain.</p><h2>References</h2><ol{attributes}>{page_list}</ol>"
    )
    return [work["label"] for work in found["references"]]


def test_ordered_lists_are_numbered_as_the_page_shows_them():
    three = [("Amber", ""), ("Birch", ""), ("Cedar", "")]
    assert labels_of(" reversed", *three) == ["3", "2", "1"]
    assert labels_of(' reversed start="9"', *three) == ["9", "8", "7"]
    assert labels_of(' start="4"', *three) == ["4", "5", "6"]
    own = [("Amber", ""), ("Birch", ' value="7"'), ("Cedar", "")]
    assert labels_of("", *own) == ["1", "7", "8"]


def journal(body, *refs):
    listed = "".join(refs) or "".join(
        f'<ref id="B{n}"><label>{n}</label><mixed-citation>{name} A. Work of {name}. J '
        f"Examp. 203{n};1:1-9.</mixed-citation></ref>"
        for n, name in enumerate(["Amber", "Birch", "Cedar", "Elder"], 1)
    )
    found = facts(
        "<article><front><article-meta><title-group><article-title>Moss</article-title>"
        f"</title-group></article-meta></front><body><p>{body}</p></body><back>"
        f"<ref-list>{listed}</ref-list></back></article>",
        "jats",
    )
    return found, [(c["marker"], c["reference"]) for c in found["citations"]]


@pytest.mark.parametrize(
    ("body", "marker", "wanted"),
    [
        ('Moss <xref ref-type="bibr" rid="B2">[2]</xref>–<xref ref-type="bibr" '
         'rid="B4">[4]</xref>.', "[2]–[4]", [1, 2, 3]),
        ('Moss <xref ref-type="bibr" rid="B1 B3">1-3</xref>.', "1-3", [0, 1, 2]),
        ('Moss <xref ref-type="bibr" rid="B1 B3">1,3</xref>.', "1,3", [0, 2]),
        ('Moss <xref ref-type="bibr" rid="B3"/>.', "[3]", [2]),
        ('Moss<sup><xref ref-type="bibr" rid="B1">1</xref></sup>–<sup><xref '
         'ref-type="bibr" rid="B3">3</xref></sup>.', "[1]–[3]", [0, 1, 2]),
    ],
)  # fmt: skip
def test_linked_ranges_of_a_journal_cite_what_lies_between(body, marker, wanted):
    assert journal(body)[1] == [(marker, index) for index in wanted]


def test_two_works_of_one_number_are_both_cited_and_a_note_is_none():
    two = (
        '<ref id="B1"><label>1</label><mixed-citation>Amber A. Moss. J Ex. 2031;1:1.'
        "</mixed-citation><mixed-citation>Birch B. Fern. J Ex. 2032;1:1."
        "</mixed-citation></ref>"
    )
    note = '<ref id="N2"><label>2</label><note><p>As said to us.</p></note></ref>'
    found, markers = journal(
        'Moss <xref ref-type="bibr" rid="B1">[1]</xref> helps '
        '<xref ref-type="bibr" rid="N2">[2]</xref> knees.',
        two,
        note,
    )
    assert markers == [("[1]", 0), ("[1]", 1)]
    assert [work["authors"] for work in found["references"]] == [["Amber"], ["Birch"]]


def test_a_link_whose_words_name_a_work_is_that_work():
    found = facts("A title\n\nMoss helps ([Kimber 2031](https://doi.org/10.5555/x.1)).")
    (work,) = found["references"]
    assert (work["label"], work["year"], work["doi"]) == (
        "Kimber 2031", 2031, "10.5555/x.1",
    )  # fmt: skip


def test_a_sentence_with_a_source_is_not_said_to_have_none():
    found = facts(
        "A title\n\nMoss reduces pain in adults [1]. Moss reduces fever in children.\n"
    )
    flags = [[flag["rule"] for flag in claim["flags"]] for claim in found["claims"]]
    assert ["cites-nothing" in rules for rules in flags] == [False, True]
    (why,) = [
        flag["why"]
        for flag in found["claims"][1]["flags"]
        if flag["rule"] == "cites-nothing"
    ]
    assert why == "worth checking: no source recognised"
