"""All that Footing says of one claim, as one plain, ordered, JSON-ready value.

The claim's page, its versions, its API detail and its export are made from it and from
nothing else, so that they cannot disagree.
"""

from evidence.snapshots.canonical import canonical_json, fingerprint_of
from evidence.snapshots.claim import claim_snapshot, claim_snapshots

__all__ = ["canonical_json", "claim_snapshot", "claim_snapshots", "fingerprint_of"]
