"""Services on loopback that answer in the shape of PubMed, Crossref and OpenAlex.

The works are made up. A mode makes the service misbehave: slow, broken JSON, too many
requests, another work's record, a missing one. Where the environment variable
FOOTING_RECORDED names a folder of real answers, those are served too, by their name.
"""

import json
import os
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from zlib import crc32

RECORDED = os.environ.get("FOOTING_RECORDED")


@dataclass
class Work:
    """A made-up work, as every fake service knows it."""

    doi: str
    pmid: str
    title: str
    authors: tuple[tuple[str, str], ...]
    year: int
    journal: str = "Journal of Examples"
    abstract: str = ""
    notices: tuple[tuple[str, str, str], ...] = ()  # (kind, notice DOI, date)
    retracted: bool = False
    relations: tuple[tuple[str, str], ...] = ()  # (Crossref's word, DOI)
    short: str = ""  # the journal's name as ISO 4 cuts it
    volume: str = "1"
    pages: str = ""
    online: int = 0  # the year of the electronic version
    type: str = "journal-article"  # Crossref's word


@dataclass
class Services:
    """The fake services: what they know, how they behave, what they were asked."""

    works: list[Work] = field(default_factory=list)
    elsewhere: list[Work] = field(default_factory=list)  # another agency's
    mode: str = ""  # "", slow, broken, busy, missing, error, lying, large
    busy_times: int = 1  # requests turned away before one is answered
    retry_after: str = "7"
    seconds: float = 5.0  # how slow
    timeout: float = 2.0  # seconds the lookups' client waits for an answer
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    answer: Callable[[BaseHTTPRequestHandler], None] | None = None  # in place of all
    agencies: dict[str, str] = field(default_factory=dict)  # DOI: who registered it
    budget: dict[str, str] = field(default_factory=dict)  # headers that OpenAlex sends
    largest: int = 20_000_000  # bytes of an answer that the lookups' client takes
    port: int = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def by_doi(self, doi):
        return next((w for w in self.works if w.doi.lower() == doi.lower()), None)

    def by_pmid(self, pmid):
        return next((w for w in self.works if w.pmid == pmid), None)

    def matching(self, text):
        """Works one of whose authors or title words is asked for."""
        text = text.lower()
        return [w for w in self.works if any(a.lower() in text for a, _ in w.authors)]


@contextmanager
def running(services):
    """Serve on a free loopback port until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(services))
    services.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield services
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(services):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            services.asked.append(unquote(self.path))
            services.agents.append(self.headers.get("User-Agent", ""))
            if services.answer:
                with suppress(OSError):  # the client had enough
                    services.answer(self)
                return
            status, kind, body, headers = _behave(services, self.path)
            try:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the client lost patience, as it should

        def log_message(self, *args):
            pass

    return Handler


def _behave(services, path):
    """(status, content type, body, further headers) for one request."""
    if services.mode == "slow":
        time.sleep(services.seconds)
    if services.mode == "busy" and len(services.asked) <= services.busy_times:
        return 429, "text/plain", b"slow down", {"Retry-After": services.retry_after}
    if services.mode == "error":
        return 500, "text/plain", b"oops", {}
    if services.mode == "missing":
        return 404, "text/plain", b"Resource not found.", {}
    if services.mode == "broken":
        return 200, "application/json", b'{"status": "ok", "message": {"DOI": ', {}
    if services.mode == "page":
        return 200, "text/html", b"<!doctype html><p>Back in a minute</p>", {}
    if services.mode == "shapeless":
        return 200, "application/json", b'{"message": {}, "results": null}', {}
    if services.mode == "large":
        return 200, "application/json", b" " * 200_000, {}
    parts = urlsplit(path)
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    status, kind, body = _answer(services, unquote(parts.path), query)
    headers = services.budget if parts.path.startswith("/openalex") else {}
    return status, kind, body.encode(), headers


def _registered(services, path):
    """What doi.org says of a DOI: who registered it, and that agency's record."""
    doi = path.removeprefix("/doi/ra/").removeprefix("/doi/").lower()
    agency = services.agencies.get(doi)
    if path.startswith("/doi/ra/"):
        told = {"RA": agency} if agency else {"status": "DOI does not exist"}
        return 200, "application/json", json.dumps([{"DOI": doi, **told}])
    work = next((w for w in services.elsewhere if w.doi.lower() == doi), None)
    if work is None:
        return 406, "text/plain", "Not acceptable"
    return 200, "application/vnd.citationstyles.csl+json", json.dumps(csl(work))


def _answer(services, path, query):
    if path.startswith("/doi/"):
        return _registered(services, path)
    if path.endswith("/esearch.fcgi"):
        return 200, "text/xml", esearch(_searched(services, query.get("term", "")))
    if path.endswith("/efetch.fcgi"):
        found = [services.by_pmid(p) for p in query.get("id", "").split(",")]
        return 200, "text/xml", efetch(_or_lies(services, [w for w in found if w]))
    key = path.partition("/works")[2].strip("/")
    openalex = path.startswith("/openalex")
    if not key:
        asked = " ".join([*query.values()])
        if openalex and "cursor" in query:
            return _searched_page(services.matching(asked), query)
        if openalex and (ids := query.get("filter", "").partition("openalex:")[2]):
            works = {
                openalex_work(w)["id"].rpartition("/")[2]: w for w in services.works
            }
            found = [works[one] for one in ids.split("|") if one in works]
            return _list(openalex, found, asked)
        return _list(openalex, services.matching(asked), asked)
    recorded = _recorded(openalex, key)
    if recorded:
        return 200, "application/json", recorded
    if key.startswith("pmid:"):
        work = services.by_pmid(key.removeprefix("pmid:"))
    else:
        work = services.by_doi(key.removeprefix("https://doi.org/"))
    found = _or_lies(services, [work] if work else [])
    if not found:
        return 404, "text/plain", "Resource not found."
    if openalex:
        return 200, "application/json", json.dumps(openalex_work(found[0]))
    envelope = {"status": "ok", "message-type": "work", "message": crossref(found[0])}
    return 200, "application/json", json.dumps(envelope)


def _or_lies(services, works):
    """The last work in place of the one that was asked for, where told to lie."""
    return services.works[-1:] if services.mode == "lying" else works


def _searched(services, term):
    exact = [w for w in services.works if f'"{w.doi.lower()}"[aid]' in term.lower()]
    return exact or services.matching(term)


def _searched_page(works, query):
    """A page of a search's numbers; its cursor is where the next one begins."""
    at, most = int(query["cursor"].strip("*") or 0), int(query["per-page"])
    page = [{"id": openalex_work(work)["id"]} for work in works[at : at + most]]
    meta = {"count": len(works), "next_cursor": str(at + most) if page else None}
    return 200, "application/json", json.dumps({"meta": meta, "results": page})


def _list(openalex, works, asked):
    if openalex:
        results = [openalex_work(w) for w in works]
        body = {"meta": {"count": len(works)}, "results": results}
    else:
        if "updates:" in asked:
            works = []
        items = [crossref(w) for w in works]
        body = {
            "status": "ok",
            "message": {"total-results": len(items), "items": items},
        }
    return 200, "application/json", json.dumps(body)


def _recorded(openalex, key):
    """A real answer, where a folder of them is named."""
    name = key.rsplit("/", 1)[-1].removeprefix("journal.")
    service = "openalex" if openalex else "crossref"
    for path in Path(RECORDED).glob(f"{service}-work-*{name}.json") if RECORDED else ():
        return path.read_text()
    return None


# --- the services' shapes ---


def crossref(work):
    """A work as Crossref's REST API gives it."""
    return {
        "DOI": work.doi,
        "type": work.type,
        "title": [work.title],
        "container-title": [work.journal],
        **({"short-container-title": [work.short]} if work.short else {}),
        **({"volume": work.volume, "page": work.pages} if work.pages else {}),
        "author": [
            {
                "family": family,
                "given": given,
                "sequence": "first" if not at else "additional",
            }
            for at, (family, given) in enumerate(work.authors)
        ],
        "issued": {"date-parts": [[work.online or work.year]]},
        "published-print": {"date-parts": [[work.year]]},
        "ISSN": ["1234-5678"],
        "URL": f"https://doi.org/{work.doi}",
        **({"abstract": f"<jats:p>{work.abstract}</jats:p>"} if work.abstract else {}),
        "updated-by": [
            {
                "DOI": doi,
                "type": kind,
                "label": kind.capitalize(),
                "source": "publisher",
                "updated": {"date-parts": [[int(part) for part in date.split("-")]]},
            }
            for kind, doi, date in work.notices
        ],
        "relation": {
            word: [{"id-type": "doi", "id": doi, "asserted-by": "subject"}]
            for word, doi in work.relations
        },
    }


def csl(work):
    """A work as another registration agency gives it."""
    return {
        "type": "dataset",
        "DOI": work.doi,
        "title": work.title,
        "publisher": work.journal,
        "author": [
            {"family": family, "given": given} for family, given in work.authors
        ],
        "issued": {"date-parts": [[work.year]]},
    }


def openalex_work(work):
    """A work as OpenAlex gives it."""
    placed = {}
    for at, word in enumerate(work.abstract.split()):
        placed.setdefault(word, []).append(at)
    return {
        "id": f"https://openalex.org/W{work.pmid or crc32(work.doi.encode())}",
        "doi": f"https://doi.org/{work.doi}",
        "title": work.title,
        "publication_year": work.online or work.year,
        "publication_date": f"{work.online or work.year}-01-01",
        "ids": {"pmid": f"https://pubmed.ncbi.nlm.nih.gov/{work.pmid}"}
        if work.pmid
        else {},
        "type": "preprint" if work.type == "posted-content" else "article",
        "is_retracted": work.retracted,
        "authorships": [
            {"raw_author_name": f"{given} {family}", "author": {"display_name": family}}
            for family, given in work.authors
        ],
        "primary_location": {
            "landing_page_url": f"https://doi.org/{work.doi}",
            "source": {"display_name": work.journal, "issn_l": "1234-5678"},
        },
        "biblio": _biblio(work),
        "abstract_inverted_index": placed or None,
    }


def _biblio(work):
    first, _, last = (work.pages or "1-9").partition("-")
    return {
        "volume": work.volume,
        "issue": None,
        "first_page": first,
        "last_page": last or first,
    }


def esearch(works):
    """An answer of NCBI's esearch."""
    works = [work for work in works if work.pmid]
    ids = "".join(f"<Id>{work.pmid}</Id>\n" for work in works)
    return (
        '<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eSearchResult PUBLIC'
        ' "-//NLM//DTD esearch 20060628//EN" "https://example.org/esearch.dtd">\n'
        f"<eSearchResult><Count>{len(works)}</Count><IdList>{ids}</IdList></eSearchResult>"
    )


_LINKS = {
    "retraction": "RetractionIn",
    "correction": "ErratumIn",
    "expression_of_concern": "ExpressionOfConcernIn",
}


def efetch(works):
    """An answer of NCBI's efetch."""
    articles = "".join(map(pubmed_article, works))
    return (
        '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD'
        ' PubMedArticle//EN" "https://example.org/pubmed.dtd">\n'
        f"<PubmedArticleSet>{articles}</PubmedArticleSet>"
    )


def pubmed_article(work):
    """A work as a PubmedArticle element."""
    authors = "".join(
        f"<Author><LastName>{family}</LastName><ForeName>{given}</ForeName></Author>"
        for family, given in work.authors
    )
    links = "".join(
        f'<CommentsCorrections RefType="{_LINKS[kind]}"><RefSource>J Examples.'
        f" {date};1:2. doi: {doi}</RefSource><PMID>99999999</PMID>"
        "</CommentsCorrections>"
        for kind, doi, date in work.notices
    )
    abstract = f"<Abstract><AbstractText>{work.abstract}</AbstractText></Abstract>"
    retracted = "<PublicationType>Retracted Publication</PublicationType>"
    pages = f"<Pagination><MedlinePgn>{work.pages}</MedlinePgn></Pagination>"
    return f"""<PubmedArticle><MedlineCitation><PMID Version="1">{work.pmid}</PMID>
<Article><Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>{work.volume}</Volume><PubDate>
<Year>{work.year}</Year><Month>Mar</Month></PubDate></JournalIssue>
<Title>{work.journal}</Title><ISOAbbreviation>{work.short}</ISOAbbreviation></Journal>
<ArticleTitle>{work.title}</ArticleTitle>
{abstract if work.abstract else ""}<AuthorList>{authors}</AuthorList>
{pages if work.pages else ""}
<PublicationTypeList><PublicationType>Journal Article</PublicationType>
{retracted if work.retracted else ""}</PublicationTypeList></Article>
<CommentsCorrectionsList>{links}</CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">{work.doi}</ArticleId>
</ArticleIdList></PubmedData></PubmedArticle>"""
