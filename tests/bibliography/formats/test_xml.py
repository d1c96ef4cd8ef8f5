"""EndNote, PubMed and JATS: XML with and without surprises."""

import pytest

from bibliography.records import Identifier, RecordType
from tests.bibliography.formats.reading import only, read
from texts.names import Name


def styled(text):
    return f'<style face="normal" font="default" size="100%">{text}</style>'


def endnote(*records):
    return f'<?xml version="1.0" encoding="UTF-8"?><xml><records>{"".join(records)}</records></xml>'  # noqa: E501


ONE = (
    '<record><database name="x.enl">x.enl</database><source-app name="EndNote"'
    ' version="20.1">EndNote</source-app><ref-type name="Journal Article">17</ref-type>'
    f"<contributors><authors><author>{styled('Smith, John A.')}</author>"
    "<author>The Example Group,</author></authors></contributors>"
    f"<titles><title>{styled('Made ')}{styled('<i>up</i>'.replace('<i>', '').replace('</i>', ''))}</title>"  # noqa: E501
    "<secondary-title>Journal of Examples</secondary-title></titles>"
    "<periodical><full-title>Journal of Examples</full-title></periodical>"
    "<pages>349-69</pages><volume>3</volume><number>2</number><keywords>"
    f"<keyword>{styled('one')}</keyword><keyword>two</keyword></keywords>"
    "<dates><year>2019</year><pub-dates><date>Sep 1</date></pub-dates></dates>"
    "<isbn>1234-5678 (Print)&#xD;9999-9994 (Electronic)</isbn>"
    "<accession-num>90000001</accession-num><abstract>It was &lt;tried&gt;.</abstract>"
    "<notes>First&#xD;Second</notes><urls><related-urls><url>https://example.org/1"
    "</url></related-urls></urls><electronic-resource-num>10.5555/ABC"
    "</electronic-resource-num><remote-database-name>PubMed</remote-database-name>"
    "</record>"
)


def test_endnote_values_stand_bare_or_in_several_styles():
    record = only(endnote(ONE))
    assert record.type is RecordType.ARTICLE
    assert record.title == "Made up"
    assert record.authors == (
        Name("Smith", "John A."),
        Name("The Example Group", is_group=True),
    )
    assert (record.journal, record.date) == ("Journal of Examples", "2019-09-01")
    assert record.keywords == ("one", "two")
    assert record.identifiers == (
        Identifier("doi", "10.5555/abc"),
        Identifier("pmid", "90000001"),
        Identifier("issn", "1234-5678"),
        Identifier("issn", "9999-9994"),
    )
    assert record.url == "https://example.org/1"


def test_mendeleys_type_number_0_is_read_by_its_name():
    record = only(endnote(ONE.replace(">17<", ">0<")))
    assert record.type is RecordType.ARTICLE


def test_an_accession_number_of_another_database_is_no_pubmed_number():
    assert only(endnote(ONE.replace("PubMed", "Embase"))).pmid is None


def test_one_broken_record_leaves_the_others():
    broken = "<record><titles><title>Broken</titl></record>"
    records, (problem,) = read(endnote(ONE, broken, ONE))
    assert len(records) == 2
    assert problem.number == 2
    assert problem.raw == broken
    assert problem.expected == "well-formed XML"


def test_what_xml_forbids_is_taken_out_with_a_warning():
    record = only(endnote(ONE.replace("Made ", "M&nbsp;&amp; A & B \x0b&#x1F;")))
    assert record.title == "M & A & B up"
    assert "forbids" in record.warnings[0]


def test_a_file_that_breaks_off_keeps_the_last_record_raw():
    records, (problem,) = read(endnote(ONE, ONE)[:-200])
    assert len(records) == 1
    assert problem.number == 2
    assert problem.raw.startswith("<record>")


def test_entities_of_a_document_type_are_not_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}"><!ENTITY l "lol">]>'
    text = doctype + endnote(ONE.replace("Made ", "Made &e;&l; "))
    record = only(text)
    assert "SECRET" not in record.raw + record.title
    assert "lol" not in record.title


PUBMED = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://x.example/x">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">90000001</PMID>
<Article><Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>3</Volume><Issue>2</Issue>
<PubDate><MedlineDate>2019 Sep-Oct</MedlineDate></PubDate></JournalIssue>
<Title>Journal of examples</Title></Journal>
<ArticleTitle>Effect of H<sub>2</sub>O on <i>E. coli</i>.</ArticleTitle>
<Pagination><MedlinePgn>349-69</MedlinePgn></Pagination>
<ELocationID EIdType="doi">10.5555/ABC</ELocationID>
<Abstract><AbstractText Label="AIM">To try.</AbstractText><AbstractText>Tried.
</AbstractText></Abstract><AuthorList><Author><LastName>van Acker</LastName>
<ForeName>Bert</ForeName><Initials>B</Initials><Suffix>Jr</Suffix></Author><Author>
<CollectiveName>EndoReCo</CollectiveName></Author></AuthorList><Language>eng</Language>
<DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName>
<AccessionNumberList><AccessionNumber>NCT00000000</AccessionNumber>
</AccessionNumberList></DataBank></DataBankList><PublicationTypeList>
<PublicationType>Practice Guideline</PublicationType></PublicationTypeList></Article>
</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pmc">PMC0000001
</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList>
<ArticleId IdType="doi">10.5555/cited</ArticleId></ArticleIdList></Reference>
</ReferenceList></PubmedData></PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>90000002</PMID><Book><Publisher>
<PublisherName>Example Press</PublisherName></Publisher><BookTitle>The Book</BookTitle>
<PubDate><Year>2001</Year></PubDate></Book><ArticleTitle>A chapter</ArticleTitle>
</BookDocument></PubmedBookArticle></PubmedArticleSet>"""


def test_pubmed_articles_and_chapters():
    article, chapter = read(PUBMED)[0]
    assert article.title == "Effect of H2O on E. coli."
    assert article.authors == (
        Name("van Acker", "Bert", "Jr"),
        Name("EndoReCo", is_group=True),
    )
    assert article.type is RecordType.GUIDELINE
    assert article.date == "2019-09"
    assert article.abstract == "AIM: To try.\nTried."
    assert article.identifiers == (
        Identifier("doi", "10.5555/abc"),
        Identifier("pmid", "90000001"),
        Identifier("pmcid", "PMC0000001"),
        Identifier("nct", "NCT00000000"),
        Identifier("issn", "1234-5678"),
    )
    assert (chapter.type, chapter.title) == (RecordType.CHAPTER, "A chapter")
    assert (chapter.journal, chapter.year) == ("The Book", 2001)


JATS = """<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "x.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta/></front><back>
<ref-list><ref id="r1"><label>1</label><element-citation publication-type="journal">
<person-group person-group-type="author"><name><surname>van Acker</surname>
<given-names>B</given-names></name><collab>EndoReCo</collab><etal/></person-group>
<article-title>An <italic>old</italic> trial</article-title><source>J Ex</source>
<year>2001</year><volume>3</volume><fpage>1</fpage><lpage>9</lpage>
<pub-id pub-id-type="doi">10.5555/ABC</pub-id><pub-id pub-id-type="pmid">123</pub-id>
</element-citation></ref>
<ref id="r2"><mixed-citation publication-type="book"><string-name>
<surname>Doe</surname>, <given-names>A.</given-names></string-name>
(<year>1999</year>). <source>The Book</source>.
<publisher-name>Example Press</publisher-name>.
<ext-link ext-link-type="uri" xlink:href="https://example.org/b">here</ext-link>
</mixed-citation></ref>
<ref id="r3"><note>See text.</note></ref><ref id="r4"><mixed-citation>Doe A. A title of
1812. J Ex. 2001;3:1-9. doi: 10.5555/Printed. PMID: 45</mixed-citation></ref></ref-list>
</back></article>"""


def test_references_of_a_jats_article():
    (article, book, printed), (problem,) = read(JATS)
    assert article.title == "An old trial"
    assert article.authors == (Name("van Acker", "B"), Name("EndoReCo", is_group=True))
    assert (article.journal, article.year, article.pages) == ("J Ex", 2001, "1-9")
    assert (article.doi, article.pmid) == ("10.5555/abc", "123")
    assert (book.type, book.title, book.year) == (RecordType.BOOK, "The Book", 1999)
    assert book.authors == (Name("Doe", "A."),)
    assert book.url == "https://example.org/b"
    assert problem.number == 3
    assert "no citation" in problem.what
    assert (printed.doi, printed.pmid, printed.year) == ("10.5555/printed", "45", 2001)
    assert "No title was found." in printed.warnings
    assert printed.notes[0].startswith("Doe A. A title")


def references(*refs):
    return f"<article><back><ref-list>{''.join(refs)}</ref-list></back></article>"


MARKED = (
    "<ref><{0} publication-type='journal'><name><surname>Doe</surname>"
    "<given-names>A</given-names></name><article-title>One</article-title>"
    "<source>J Ex</source><year>2019a</year><fpage>1</fpage><lpage>9</lpage>"
    "</{0}></ref>"
)


@pytest.mark.parametrize("tag", ["element-citation", "nlm-citation", "citation"])
def test_a_marked_reference_has_no_printed_words(tag):
    record = only(references(MARKED.format(tag)))
    assert (record.title, record.year, record.pages) == ("One", 2019, "1-9")
    assert record.notes == ()


def test_a_reference_given_twice_counts_once():
    twice = (
        "<ref><citation-alternatives><element-citation><article-title>One"
        "</article-title></element-citation><mixed-citation>Doe A. One."
        "</mixed-citation></citation-alternatives></ref>"
    )
    assert only(references(twice)).title == "One"


def test_several_citations_of_one_reference_are_several_records():
    several = (
        "<ref><mixed-citation><string-name><surname>Doe</surname><given-names>A"
        "</given-names></string-name><article-title>One</article-title>, <year>2001"
        "</year></mixed-citation><mixed-citation>Roe B. Two, unmarked. 2002."
        "</mixed-citation></ref>"
    )
    (one, two), problems = read(references(several))
    assert problems == []
    assert one.notes == ("Doe A One, 2001",)
    assert (two.title, two.year) == ("Roe B. Two, unmarked. 2002.", 2002)
    assert "stand as the title" in two.warnings[0]


def test_endnote_records_of_other_programs_lack_some_levels():
    record = only(
        "<xml><record><ref-type>17</ref-type><contributors><author>Doe, A</author>"
        "</contributors><titles><title>T</title></titles><year>2001</year></record></xml>"
    )
    assert (record.authors, record.year) == ((Name("Doe", "A"),), 2001)
