"""Which column of a table holds which field, told by the columns' heads.

The heads are those of the exports of PubMed, Embase, Scopus, Web of Science, Cochrane,
Dimensions, Lens, OpenAlex, IEEE, Springer, ProQuest, EBSCO, ClinicalTrials.gov,
Covidence, Rayyan, Zotero, ASReview and Publish or Perish; the plainest are known in
German, French, Spanish, Portuguese and Italian too.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

# The heads that mean a field, folded to letters and digits, the surest first; two
# letters are the tags of Web of Science's tables.
COLUMNS: dict[str, tuple[str, ...]] = {
    "title": (
        "title",
        "articletitle",
        "documenttitle",
        "primarytitle",
        "itemtitle",
        "papertitle",
        "studytitle",
        "scientifictitle",
        "publictitle",
        "displayname",
        "ti",
        "t1",
        "publicationtitle",
        "titel",
        "titre",
        "titulo",
        "titolo",
    ),
    "authors": (
        "authorfullnames",
        "authorsfull",
        "af",
        "authors",
        "author",
        "authornames",
        "authorlist",
        "authornamesfull",
        "authorshipsauthordisplayname",
        "authorshipsrawauthorname",
        "creators",
        "creator",
        "firstauthors",
        "au",
        "firstauthor",
        "autoren",
        "verfasser",
        "auteurs",
        "autores",
        "autori",
    ),
    "editors": ("editors", "bookeditors", "editor", "be"),
    "year": ("year", "publicationyear", "pubyear", "yearpublished", "publishedyear")
    + ("yearofpublication", "py", "yr")
    + ("jahr", "erscheinungsjahr", "annee", "ano", "anno"),
    "month": ("month", "publishedmonth", "publicationmonth"),
    "day": ("day",),
    "date": (
        "date",
        "publicationdate",
        "pubdate",
        "datepublished",
        "dateofpublication",
        "publisheddate",
        "issued",
        "coverdate",
        "publicationdateprint",
        "publicationdateonline",
        "dateregistration",
        "pd",
    ),
    "journal": (
        "journal",
        "journaltitle",
        "journalname",
        "fulljournaltitle",
        "sourcetitle",
        "journalbook",
        "containertitle",
        "secondarytitle",
        "pubtitle",
        "publicationname",
        "primarylocationsourcedisplayname",
        "hostvenuedisplayname",
        "sourcedisplayname",
        "publicationtitle",
        "anthologytitle",
        "booktitle",
        "publication",
        "venue",
        "so",
        "source",
        "journalabbreviation",
        "abbreviatedsourcetitle",
        "ji",
        "zeitschrift",
        "revue",
        "revista",
        "rivista",
    ),
    "volume": ("volume", "vol", "journalvolume", "bibliovolume", "vl")
    + ("band", "jahrgang", "volumen"),
    "issue": ("issue", "issuenumber", "journalissue", "biblioissue", "number", "is")
    + ("heft", "numero", "fascicolo"),
    "pages": ("pages", "page", "pagerange", "pagination", "pagenumbers", "ps")
    + ("seiten", "paginas", "pagine"),
    "first page": ("startpage", "pagestart", "firstpage", "beginningpage")
    + ("bibliofirstpage", "bp"),
    "last page": ("endpage", "pageend", "lastpage", "endingpage", "bibliolastpage")
    + ("ep",),
    "article number": ("articlenumber", "artno", "articleno", "elocation", "ar"),
    "publisher": ("publisher", "publishername", "pu"),
    "abstract": ("abstract", "notesabstract", "abstractnote", "abstracttext")
    + ("summary", "briefsummary", "ab")
    + ("zusammenfassung", "kurzfassung", "resume", "resumen", "resumo", "riassunto"),
    "language": ("language", "languageoforiginaldocument", "languages", "la"),
    "url": (
        "url",
        "link",
        "urls",
        "weblink",
        "webaddress",
        "articleurl",
        "documenturl",
        "studyurl",
        "permalink",
        "plink",
        "sourceurls",
        "externalurl",
        "fulltexturl",
        "fulltextlink",
        "openurllink",
        "openurl",
        "dimensionsurl",
    ),
    "keywords": (
        "keywords",
        "authorkeywords",
        "manualtags",
        "subjects",
        "subjectterms",
        "keyword",
        "de",
        "meshterms",
        "indexkeywords",
        "tags",
    ),
    "doi": ("doi", "dois", "itemdoi", "articledoi", "doilink", "doiurl", "di")
    + ("bookdoi",),
    "pmid": ("pmid", "pubmedid", "medlinepmid", "medlineid", "idspmid", "pubmed")
    + ("pm",),
    "pmcid": ("pmcid", "pmc", "pubmedcentralid", "idspmcid"),
    "nct": ("nct", "nctnumber", "nctid", "trialid", "clinicaltrialnumbers")
    + ("ctgovid", "clinicaltrialsgovid", "clinicaltrialsgov", "trialnumber")
    + ("trialregistration", "trialregistrationnumber", "registrationnumber")
    + ("registrynumber", "registration", "registrationid"),
    "isrctn": ("isrctn", "isrctnnumber", "isrctnid"),
    "arxiv": ("arxiv", "arxivid", "arxivnumber", "eprint"),
    "openalex": ("openalex", "openalexid", "idsopenalex", "openalexworkid"),
    "ut": ("ut",),  # Web of Science's number, PubMed's where it begins so
    "issn": ("issn", "issns", "printissn", "eissn", "sn"),
    "isbn": ("isbn", "isbns", "bn"),
    "type": (
        "itemtype",
        "documenttype",
        "dt",
        "typeofreference",
        "referencetype",
        "entrytype",
        "contenttype",
        "publicationtype",
        "doctype",
        "type",
        "pt",
    ),
    "notes": ("notes", "note", "extra"),
    "retracted": ("isretracted",),
    "citation": ("citation",),  # PubMed's: journal, date, volume, issue and pages
    "identifiers": ("identifiers",),
    # Whatever says by itself what it is: OpenAlex's address, "NCT01234567".
    "id": ("id", "ids", "identifier", "workid", "paperid", "articleid", "recordid"),
}
# The columns that are named in free words too: "Study DOI", "pubmed_no".
_NUMBERS = ("doi", "pmid", "pmcid", "isrctn", "arxiv", "openalex", "nct")
_CALLED = {"pmid": {"pmid", "pubmed", "medline"}, "pmcid": {"pmcid", "pmc"}}
_BESIDE_NUMBERS = frozenset(
    "accession article code crossref id identifier item link main ncbi nlm no number"
    " original paper primary publication record ref reference s study the trial uid"
    " url value work".split()
)


def guess_mapping(heads: Iterable[str]) -> dict[str, str]:
    """Which column holds which field, as {field: head}.

    A column holds one field: "Publication Title" is the journal beside "Title", and
    the title where it stands alone.
    """
    by_name: dict[str, str] = {}
    for head in heads:
        by_name.setdefault(_folded(head), head)
    mapping: dict[str, str] = {}
    for field, names in COLUMNS.items():
        found = next((name for name in names if name in by_name), None)
        if found:
            mapping[field] = by_name.pop(found)
    for field in _NUMBERS:
        said = (name for name, head in by_name.items() if _is_named(head, field))
        found = None if field in mapping else next(said, None)
        if found:
            mapping[field] = by_name.pop(found)
    return mapping


def _is_named(head: str, field: str) -> bool:
    """Whether a head names a number and says nothing else: not "DOI of preprint"."""
    head = head.replace("PubMed", "pubmed")
    words = re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", head).lower())
    names = _CALLED.get(field, {field})
    return bool(names & {*words}) and {*words} <= names | _BESIDE_NUMBERS


# Whose further columns say the same: a book's DOI or title is not its chapter's.
_SAID_TWICE = ("authors", "editors", "abstract", "keywords", "issn", "isbn", "url")


def spares(heads: Sequence[str]) -> dict[str, list[int]]:
    """The further columns that mean a mapped field, as {field: places}, surest first.

    Scopus has "Author full names" and "Authors", and fills now this one, now that.
    """
    mapping = guess_mapping(heads)
    used = set(mapping.values())
    free: dict[str, int] = {}
    for at, head in enumerate(heads):
        if head not in used:
            free.setdefault(_folded(head), at)
    found = {
        field: [free.pop(name) for name in COLUMNS[field] if name in free]
        for field in _SAID_TWICE
        if field in mapping
    }
    return {field: places for field, places in found.items() if places}


def unused(heads: Sequence[str], mapping: Mapping[str, str] | None = None) -> list[str]:
    """The columns that no field is read from, under a mapping or the guessed one."""
    used = set((mapping or guess_mapping(heads)).values())
    if not mapping:
        used |= {heads[at] for places in spares(heads).values() for at in places}
    return [head for head in heads if head and head not in used]


def _folded(head: str) -> str:
    plain = unicodedata.normalize("NFKD", head.lower())  # "Année" is "annee"
    return re.sub(r"[^a-z0-9]", "", plain)


SAYS_WHICH_WORK = frozenset(
    "title doi pmid pmcid nct isrctn arxiv openalex isbn url".split()
)


def are_heads(cells: Iterable[str]) -> bool:
    """Whether a row names the fields of works."""
    fields = set(guess_mapping(cells)) - {"id"}
    return bool(SAYS_WHICH_WORK & fields) or len(fields) >= 3


def says_number(cells: Iterable[str]) -> bool:
    """Whether a row names a column of identifiers."""
    return not guess_mapping(cells).keys().isdisjoint(_NUMBERS)


def is_head(cell: str) -> bool:
    """Whether a cell names a field."""
    return bool(guess_mapping([cell]))
