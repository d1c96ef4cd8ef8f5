"""Which work a web address or an identifier leads to, where it leads to one."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from articles.reading.lists.identifiers import find_doi, find_pmid
from texts.identifiers import normalise_doi
from texts.late_patterns import compile_late

LONGEST = 500  # characters of an address that are looked at
PMC = re.compile(r"(?<![A-Za-z])PMC ?(\d{4,9})(?!\d)", re.IGNORECASE)
PUBMED_PATHS = re.compile(  # also relative, as on PubMed's and journals' own pages
    r"^/(?:m/)?pubmed/(\d{4,9})(?!\d)|//(?:www\.)?pubmed\.gov/(\d{4,9})(?!\d)|elink\.fcgi\?(?:[^#]*&)?id=(\d{4,9})(?!\d)"
    r"|pubmed[^?#]*\?(?:[^#]*&)?term=(\d{7,8})(?:\[\w+\])?(?![\w+%])"
    r"|query\.fcgi\?(?:[^#]*&)?list_uids=(\d{4,9})(?!\d)|/abstract/med/(\d{4,9})(?!\d)"
    r"|/article/med/(\d{4,9})(?!\d)",
    re.IGNORECASE,
)
TRIAL = re.compile(
    r"(?<![A-Za-z0-9])(?:NCT[ -]?\d{8}|ISRCTN[ -]?\d{8}|ACTRN[ -]?\d{14}p?"
    r"|DRKS[ -]?\d{8}|ChiCTR[-A-Z]{0,9}\d{8,12}|UMIN[ -]?\d{9}|JPRN-\w{6,20}"
    r"|CTRI/\d{4}/\d{2,3}/\d{5,6}|IRCT\d{10,20}(?:N\d{1,3})?|KCT\d{7}|TCTR\d{11}"
    r"|PACTR\d{15,16}|RBR-\w{6}|NTR[ -]?\d{3,5}|NL-OMON\d{3,6}|CRD ?420\d{8,9}"
    r"|jRCTs?\d{9,10}|SLCTR/\d{4}/\d{3}|HKUCTR-\d{2,5}"
    r"|EU[ -]?CT(?: (?:number|no\.?))?:? ?20\d\d-5\d{5}-\d{2}-\d{2}"
    r"|EudraCT(?: (?:number|no\.?))?:? ?\d{4}-\d{6}-\d{2}|EUCTR\d{4}-\d{6}-\d{2})(?!\w)"
)
ARXIV = re.compile(
    r"\barxiv(?:\.org/(?:abs|pdf)/|\s?:?\s?)(\d{4}\.\d{4,5})(?!\d)", re.IGNORECASE
)
PREPRINT = re.compile(  # "medRxiv 2031.01.02.99999999", as its own pages write it
    r"\b(med|bio)rxiv\s?:?\s?(\d{4}\.\d\d\.\d\d\.\d{6,8})(?!\d)", re.IGNORECASE
)
COCHRANE = re.compile(r"(?<![A-Za-z0-9/.])CD0\d{5}(?!\d)")  # of a Cochrane review
# Where a journal, an archive or a registry has a page for each work.
WORK_PAGES = compile_late(
    r"(?:^|\.)(?:"
    r"thelancet\.com/(?:journals|article)/.*\d"
    r"|nejm\.org/doi/|bmj\.com/(?:content|lookup/doi)/.*\d|bmj\.com/\S*/bmj\.\w?\d"
    r"|jamanetwork\.com/journals/.*/(?:full)?articles?[-/]?.*\d"
    r"|nature\.com/articles/\w|sciencedirect\.com/science/article/"
    r"|cell\.com/.*(?:fulltext|abstract)|karger\.com/article"
    r"|cochranelibrary\.com/.*\d|cochrane\.org/(?:evidence/)?CD\d{6}"
    r"|europepmc\.org/(?:article|abstract)|semanticscholar\.org/paper/"
    r"|jstor\.org/stable/|researchgate\.net/publication/\d"
    r"|osf\.io/preprints/(?:\w+/)?\w{5}|hdl\.handle\.net/\d+(?:\.\d+)*/\w"
    r"|zenodo\.org/records?/\d|researchsquare\.com/article/rs-\d"
    r"|preprints\.org/manuscript/\d"
    r"|(?:med|bio)rxiv\.org/content/|arxiv\.org/(?:abs|pdf)/[\w-]+/\d|ssrn\.com/\S*\d{5}"
    r"|academic\.oup\.com/.*/(?:article|advance-article)|lww\.com/.*\d"
    r"|mdpi\.com/\d{4}-\d{3}[\dXx]/\d|frontiersin\.org/(?:journals/.*/)?articles/"
    r"|plos\.org/.*article|biomedcentral\.com/articles/|elifesciences\.org/articles/"
    r"|peerj\.com/articles/|f1000research\.com/articles/|jci\.org/articles/"
    r"|hindawi\.com/journals/.*/\d|dovepress\.com/.*(?:article|-A)|scielo(?:\.\w+){1,3}/.*\d"
    r"|jstage\.jst\.go\.jp/article/.*\d"
    r"|link\.springer\.com/(?:article|chapter)/|ncbi\.nlm\.nih\.gov/books/NBK\d"
    r"|crd\.york\.ac\.uk/prospero/\S*RecordID=\d|anzctr\.org\.au/\S*\bid=\d"
    r"|clinicaltrialsregister\.eu/ctr-search/trial/\d|euclinicaltrials\.eu/\S*\d{4}-\d{6}"
    r"|chictr\.org\.cn/\S*(?:proj|id)=\d|ctri\.nic\.in/\S*trialid=\d"
    r"|[\w.-]*journals?\.[a-z]{2,4}/.*(?:articles?|abstract|full|content|view|doi)/.*\d"
    r"|[\w.-]*(?:journals?|annals)[\w-]*\.(?:org|com|net)/.*(?:articles?|abstract|full"
    r"|content|view|doi)/.*\d"
    # paths that journals have wherever they are: by PII, volume and issue, number
    r"|[\w.-]+/(?:[^?#]*/)?(?:articles?|pii|fulltext)/(?:pii/)?"
    r"[SB]?\d{4}-?\d{3}[\dX](?:\(\d\d\)\d{5}|\d{7})-?[\dX]"
    r"|[\w.-]+/(?:[^?#]*/)?content/(?:\w+/)?\d{1,4}/(?:\d{1,3}|Suppl_\d)/[a-z]{0,3}\d+"
    r"|[\w.-]+/(?:[^?#]*/)?articles?/(?:view|download)/\d"
    # health authorities: a page below the front
    r"|(?:who\.int|cdc\.gov|fda\.gov|nih\.gov|ema\.europa\.eu|nice\.org\.uk|nhs\.uk"
    r"|ecdc\.europa\.eu|uspreventiveservicestaskforce\.org|gov\.uk)/[^?#]*[\w-]{5,}/?"
    r"[^?#]*[\w-]{5,}"
    r")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Address:
    """What an address or identifier says of the work it leads to."""

    label: str
    doi: str = ""
    pmid: str = ""
    other: str = ""  # a PMC, arXiv or registry number
    url: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What the work can be found by again, the best first."""
        keys = identifier_keys(self.doi, self.pmid)
        keys += [self.other.casefold()] if self.other else []
        return tuple(keys) or (_place(self.url),)


def identifier_keys(doi: str, pmid: str) -> list[str]:
    """Return what a work can be found by of its identifiers, the best first."""
    keys = [f"doi:{doi.casefold()}"] if doi else []
    return [*keys, f"pmid:{pmid}"] if pmid else keys


def identify(address: str) -> Address | None:
    """Return the work a web address leads to; None for any other page.

    Front pages, searches and pages about a site are no works.
    """
    address = unquote(address.strip())[:LONGEST]
    url = address if address.startswith(("http://", "https://", "//")) else ""
    if doi := _doi(address):
        return Address(f"doi:{doi}", doi=doi, url=url)
    if pmid := _pmid(address):
        return Address(f"PMID {pmid}", pmid=pmid, url=url)
    pmc = PMC.search(address) if "/" in address else None
    if pmc:
        return Address(f"PMC{pmc[1]}", other=f"PMC{pmc[1]}", url=url)
    trial = TRIAL.search(address)
    if trial:
        number = trial_number(trial[0])
        return Address(number, other=number, url=url)
    archived = ARXIV.search(address)
    if archived:
        return Address(f"arXiv:{archived[1]}", other=f"arXiv:{archived[1]}", url=url)
    if url and WORK_PAGES.search(_place(url)):
        return Address(_place(url), url=url)
    return None


def trial_number(words: str) -> str:
    """Return a registry's number in one spelling: "NCT 01234567" without its blank."""
    number = re.sub(r"^EudraCT\D*|^EUCTR", "EudraCT ", words)
    number = re.sub(r"^EU[ -]?CT(?!R)\D*", "EUCT ", number)
    return number if number.startswith(("EU", "Eu")) else number.replace(" ", "")


def _doi(address: str) -> str:
    if "10." not in address:
        return ""
    found = find_doi(address)
    return (normalise_doi(address) or normalise_doi(found) or "") if found else ""


def _pmid(address: str) -> str:
    found = PUBMED_PATHS.search(address)
    if found:
        return next(filter(None, found.groups()))
    return find_pmid(address) if "/" in address else ""


def _place(url: str) -> str:
    """Return an address's host and path, as a page is told from others."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query and "id=" in parts.query.lower() else ""
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{query}"
