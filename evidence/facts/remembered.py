"""Facts that take long to read and word, remembered while nothing in them changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.db.models.expressions import RawSQL

from articles.mentions.facts import Saying, mentions
from claims.models import Claim
from core.remembering import Remembered
from evidence.facts.claim import claim_facts
from evidence.facts.declared import ItemFacts
from evidence.facts.standing_on import facts_of_items
from evidence.judged import Items, items_of
from evidence.models import EvidenceBase


@dataclass(frozen=True)
class Told:
    """A claim's facts as JSON; whoever shows them shares them."""

    facts: Mapping[str, Any]

    @cached_property
    def digest(self) -> str:
        """Of all that is told: as long as it is the same, so are pictures of it."""
        return sha256(json.dumps(self.facts, check_circular=False).encode()).hexdigest()


@dataclass(frozen=True)
class Candidates:
    """All items of a base as proposed: as rows, which nobody may change, and facts."""

    items: Items
    facts: tuple[ItemFacts, ...]
    sayings: tuple[Saying, ...] = ()  # where the claim is made, where it is asked


_CLAIMS: Remembered[Told] = Remembered(Claim, most=32)
_BASES: Remembered[Candidates] = Remembered(EvidenceBase, most=32)


def state_of_facts(claim: int) -> RawSQL:
    """The state of what is told of a claim, to annotate the query that loads it."""
    return _CLAIMS.state(claim)


def told_of(claim: Claim) -> Told:
    """The facts of a claim loaded with ``for_facts()`` and its ``state_of_facts``.

    No query where they are remembered, else those of ``claim_facts``.
    """
    return _CLAIMS.get(
        claim.pk,
        lambda: Told(claim_facts(claim)),
        state=claim.state_of_facts,
        besides=[Claim.objects.for_facts().filter(pk=claim.pk)],
    )


def candidates_of(base: EvidenceBase) -> Candidates:
    """What a base has to choose from, and where its claim is made.

    One query where it is remembered, else five.
    """
    return _BASES.get(base.pk, lambda: _with_sayings(base))


def _with_sayings(base: EvidenceBase) -> Candidates:
    claim = base.claim_id
    return replace(candidates_now(base), sayings=mentions([claim])[claim])


def candidates_now(base: EvidenceBase) -> Candidates:
    """The same, read afresh: rows of one's own (three queries)."""
    items = items_of({base.pk: None})
    return Candidates(items, facts_of_items(items)[base.pk])
