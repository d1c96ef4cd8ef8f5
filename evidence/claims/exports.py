"""All claims as a stream, a lot at a time: each one's facts, or its row of the list."""

import json
from collections.abc import Iterator
from typing import Any

from claims.models import Claim
from core.api.shapes import Shape
from evidence.claims.queries import claims_with_evidence
from evidence.facts import many_claim_facts

AT_ONCE = 2000


def claims_as_ndjson() -> Iterator[str]:
    """One line of JSON for each claim that stands, by id: its facts.

    The ids come from a cursor on the server, the facts a lot at a time.
    """
    ids = Claim.objects.current().order_by("pk").values_list("pk", flat=True)
    encode = json.JSONEncoder(
        ensure_ascii=False, separators=(",", ":"), check_circular=False
    ).encode
    for facts in many_claim_facts(ids.iterator(chunk_size=AT_ONCE)):
        yield encode(facts) + "\n"


def claims_as_rows(shape: Shape) -> Iterator[dict[str, Any]]:
    """The row of each claim that stands, by id, in the shape its list has."""
    claims = (
        claims_with_evidence().current().for_lists().with_topic_names().order_by("pk")
    )
    for row in shape.columns(claims).iterator(chunk_size=AT_ONCE):
        yield shape.fill(row)
