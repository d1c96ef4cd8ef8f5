"""A DOI's registration agency, and the record that it hands out.

Crossref is one of several agencies: a DOI it does not have may be DataCite's, mEDRA's
or another's. Source: DOI Handbook, "Which RA?" and "Content negotiation".
"""

from dataclasses import dataclass, replace
from urllib.parse import quote

from bibliography.formats import csl
from bibliography.formats.source import Source
from bibliography.lookups.http import Answer, Client, LookupFailed
from bibliography.lookups.question import Found, answered_for, found_in, the_one_in
from bibliography.records import LookupAnswer, Record
from texts.identifiers import normalise_doi

SERVICE = "doi.org"
CSL_JSON = "application/vnd.citationstyles.csl+json"


@dataclass(frozen=True, slots=True)
class Agencies:
    """The registration agencies, asked by way of doi.org.

    ``…/ra/<doi>`` follows the base address, and ``…/<doi>`` leads to the record.
    """

    client: Client
    base: str

    def by_identifier(self, scheme: str, value: str) -> LookupAnswer:
        """The work of a DOI, by its agency's name where that is known.

        "Nothing found" means that no agency registered the DOI. One whose record
        cannot be read is a failure that names the agency.
        """
        doi = normalise_doi(value) or value
        agency = ""

        def ask() -> Found:
            nonlocal agency
            if scheme != "doi":
                raise LookupFailed(f"doi.org cannot be asked for a {scheme.upper()}.")
            address = f"{self.base.rstrip('/')}/ra/{quote(doi, safe='/')}"
            told, agency = self.client.get(SERVICE, address, read=_agency)
            return self._record(doi, agency) if agency else told

        answer = answered_for(("doi", doi), SERVICE, self.client.now(), ask)
        return replace(answer, service=agency) if agency else answer

    def _record(self, doi: str, agency: str) -> Found:
        """The record of a DOI. Raises ``LookupFailed`` where none can be read."""
        address = f"{self.base.rstrip('/')}/{quote(doi, safe='/')}"
        try:
            return self.client.get(SERVICE, address, read=_one_record, accept=CSL_JSON)
        except LookupFailed as failure:
            raise LookupFailed(
                f"The DOI is registered with {agency}; its record can’t be read here "
                f"yet. {failure}"
            ) from failure


def _agency(answer: Answer) -> tuple[Found, str]:
    """Who registered the DOI; "" where nobody did. Raises ``LookupFailed``."""
    if not answer.found:
        return found_in(answer), ""
    told = answer.items()
    if len(told) != 1 or not {"RA", "status"} & told[0].keys():
        raise LookupFailed("doi.org did not say who registered the DOI.")
    return found_in(answer), str(told[0].get("RA") or "")[:40]


def _one_record(answer: Answer) -> Found:
    if not answer.found:
        raise LookupFailed("There is none.")
    answer.json()  # raises for what is no object
    try:
        read = list(csl.read(Source(answer.content)))
    except ValueError as error:
        raise LookupFailed(str(error)) from error
    return the_one_in(
        answer, found_in(answer, (r for r in read if isinstance(r, Record)))
    )
