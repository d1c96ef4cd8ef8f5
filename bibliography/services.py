"""The outside services as the settings name them, asked politely with one client."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from django.conf import settings

from bibliography.lookups import (
    Agencies,
    AnswerStore,
    Citation,
    Client,
    Crossref,
    NoStore,
    OpenAlex,
    PubMed,
)
from bibliography.lookups import agencies as agencies_lookup
from bibliography.lookups import crossref as crossref_lookup
from bibliography.lookups import openalex as openalex_lookup
from bibliography.lookups import pubmed as pubmed_lookup
from bibliography.lookups.fetching import Fetcher
from bibliography.lookups.http import PAUSES
from bibliography.records import LookupAnswer, LookupStatus

PUBMED = pubmed_lookup.SERVICE
CROSSREF = crossref_lookup.SERVICE
OPENALEX = openalex_lookup.SERVICE
AGENCIES = agencies_lookup.SERVICE
NAMES = (PUBMED, CROSSREF, OPENALEX)
# The schemes each service can be asked for, the surest first.
TAKES = {
    PUBMED: ("pmid", "doi", "pmcid"),
    CROSSREF: ("doi",),
    OPENALEX: ("doi", "pmid", "pmcid"),
}
# Whole searches: the format in which each one's records are kept.
SEARCHED = {PUBMED: "pubmed", OPENALEX: "csl"}
WITH_KEY = 0.1  # seconds between requests: NCBI lets who has a key ask 10 a second
PATIENCE = 2  # failures in a row, then a run asks a service no more

Service = PubMed | Crossref | OpenAlex
HeldUp = Callable[[str], None]


@dataclass
class Services:
    """The services for one run of a job or command.

    One that fails twice in a row is not asked again in this run, and answers from then
    on say so: an unreachable service costs a run seconds, not hours.
    ``unsearched`` names services whose searches cost what visitors may not spend;
    ``failures`` are each service's last ones in a row. ``agencies`` are asked for a DOI
    that Crossref does not have.
    """

    clients: Mapping[str, Service]
    agencies: Agencies | None = None
    failures: dict[str, list[LookupAnswer]] = field(default_factory=dict)
    unsearched: frozenset[str] = frozenset()  # asked for identifiers alone

    def by_identifiers(
        self,
        known: Mapping[str, str],
        *,
        besides: Collection[str] = (),
        only: Collection[str] = NAMES,
    ) -> Iterator[LookupAnswer]:
        """Each service's answer for the identifiers known, by scheme.

        A service that takes none of their schemes is not asked, nor those ``besides``,
        which were asked before, nor any that is not among ``only``. A DOI that Crossref
        does not have is asked of its registration agency.
        """
        for name, client in self.clients.items():
            scheme = next((s for s in TAKES[name] if known.get(s)), None)
            if not scheme or name in besides or name not in only:
                continue
            answer = self._ask(
                name,
                lambda client=client, scheme=scheme: client.by_identifier(
                    scheme, known[scheme]
                ),
            )
            yield answer
            lacks = answer.status is LookupStatus.NONE and name == CROSSREF
            if lacks and self.agencies:
                by_identifier = self.agencies.by_identifier
                yield self._ask(AGENCIES, partial(by_identifier, "doi", known["doi"]))

    def by_citation(
        self, citation: Citation, only: Collection[str] = NAMES
    ) -> Iterator[LookupAnswer]:
        """Each service's answer to a citation: candidates, or none.

        OpenAlex, whose searches are counted, comes last.
        """
        for name, client in self.clients.items():
            if name in only and name not in self.unsearched:
                yield self._ask(
                    name,
                    lambda client=client: client.by_citation(citation),
                )

    def notices_on(self, doi: str) -> LookupAnswer:
        """The notices that publishers deposited with Crossref about a DOI."""
        crossref = self.clients[CROSSREF]
        return self._ask(
            CROSSREF,
            lambda: crossref.notices_on(doi),
        )

    @property
    def requests(self) -> dict[str, int]:
        """How many requests went out to each service that was asked."""
        return dict(self._client.asked_times)

    def cost_in_words(self) -> list[str]:
        """The requests that went out, and what is left of OpenAlex's budget.

        OpenAlex alone grants so much a day; that it does not say how much is said.
        """
        if not self.requests:
            return ["Requests: none; kept answers were good enough."]
        told = ", ".join(f"{name} {n:,}" for name, n in self.requests.items())
        budget = self._client.budgets.get(OPENALEX)
        return [f"Requests: {told}.", *([f"OpenAlex: {budget}."] if budget else [])]

    @property
    def _client(self) -> Client:
        """The one client that all are asked with."""
        return next(iter(self.clients.values())).client

    @property
    def is_hopeless(self) -> bool:
        """Whether none of the services is asked any more."""
        return all(n in c.client.resting for n, c in self.clients.items())

    def _ask(self, name: str, ask: Callable[[], LookupAnswer]) -> LookupAnswer:
        """An answer; kept ones come also where the service itself is left alone."""
        failed = self.failures.setdefault(name, [])
        resting = self._client.resting
        answer = ask()
        if answer.status is not LookupStatus.FAILED:
            if failed and answer.asked_at >= failed[-1].asked_at:
                failed.clear()  # what was kept before does not show that it is back
        elif name not in resting:
            failed.append(answer)
            if len(failed) >= PATIENCE:
                resting[name] = answer.reason
        return answer


def make_client(
    kept: AnswerStore | None = None, held_up: HeldUp = lambda why: None
) -> Client:
    """The client that all services are asked with; ``kept`` are earlier answers."""
    return Client(
        held_up=held_up,
        contact=settings.CONTACT_EMAIL,
        kept=kept or NoStore(),
        pauses=PAUSES | ({PUBMED: WITH_KEY} if settings.NCBI_KEY else {}),
        secrets=(settings.OPENALEX_KEY, settings.NCBI_KEY),
    )


def pubmed(
    kept: AnswerStore | None = None, held_up: HeldUp = lambda why: None
) -> PubMed:
    """PubMed alone, at the base address of the settings."""
    return PubMed(make_client(kept, held_up), settings.PUBMED_URL, settings.NCBI_KEY)


def searched(
    name: str, kept: AnswerStore | None = None, held_up: HeldUp = lambda why: None
) -> PubMed | OpenAlex:
    """The service of a name, for whole searches: one of ``SEARCHED``."""
    if name == OPENALEX:
        key = settings.OPENALEX_KEY
        return OpenAlex(make_client(kept, held_up), settings.OPENALEX_URL, key)
    return pubmed(kept, held_up)


def services(
    kept: AnswerStore | None = None,
    *,
    unsearched: Iterable[str] = (),
    searches_once: bool = False,
    held_up: HeldUp = lambda why: None,
) -> Services:
    """The services at the base addresses of the settings.

    Those ``unsearched`` are asked for identifiers alone. ``searches_once``: one request
    is all that a search may cost, in place of narrower ones and then wider ones.
    ``held_up`` is told while one that does not answer is asked again.
    """
    client = make_client(kept, held_up)
    return Services(
        {
            PUBMED: PubMed(
                client,
                settings.PUBMED_URL,
                settings.NCBI_KEY,
                searches_once=searches_once,
            ),
            CROSSREF: Crossref(client, settings.CROSSREF_URL),
            OPENALEX: OpenAlex(
                client,
                settings.OPENALEX_URL,
                settings.OPENALEX_KEY,
                searches_once=searches_once,
            ),
        },
        Agencies(client, settings.DOI_URL),
        unsearched=frozenset(unsearched),
    )


def fetcher() -> Fetcher:
    """What fetches an article's address, within the limit for articles."""
    return Fetcher(
        user_agent=make_client().user_agent, largest=settings.ARTICLE_MAX_BYTES
    )
