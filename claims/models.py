"""The sentence, and what is said of it now."""

from claims.asks.models import Ask
from claims.claims.models import Claim, ClaimRelation, ClaimTopic
from claims.claims.queries import ClaimQuerySet
from claims.claims.search_models import ClaimSearch
from claims.versions.models import ClaimVersion, Correction

__all__ = [
    "Ask",
    "Claim",
    "ClaimQuerySet",
    "ClaimRelation",
    "ClaimSearch",
    "ClaimTopic",
    "ClaimVersion",
    "Correction",
]
