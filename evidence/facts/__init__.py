"""What is printed of a claim, with the words it is printed with.

A claim's page, its versions, its API detail and its export are made from these facts
and from nothing else, so that they cannot disagree.
"""

from evidence.facts.claim import claim_facts, facts_of, many_claim_facts, version_facts
from evidence.facts.declared import FORMAT, ClaimFacts

__all__ = [
    "FORMAT",
    "ClaimFacts",
    "claim_facts",
    "facts_of",
    "many_claim_facts",
    "version_facts",
]
