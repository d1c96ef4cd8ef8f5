"""Asking the public services: PubMed, Crossref, OpenAlex, and any article's address.

Plain clients: base addresses, contact, session and clock are arguments; what they hand
back are the records of ``bibliography.records``. Whatever fails comes back as an answer
with a sentence, never as an exception of a library.
"""

from bibliography.lookups.agencies import Agencies
from bibliography.lookups.crossref import Crossref
from bibliography.lookups.http import Answer, AnswerStore, Client, LookupFailed, NoStore
from bibliography.lookups.openalex import OpenAlex
from bibliography.lookups.pubmed import PubMed
from bibliography.lookups.question import Citation
from bibliography.lookups.searching import SearchAnswer

__all__ = [
    "Agencies",
    "Answer",
    "AnswerStore",
    "Citation",
    "Client",
    "Crossref",
    "LookupFailed",
    "NoStore",
    "OpenAlex",
    "PubMed",
    "SearchAnswer",
]
