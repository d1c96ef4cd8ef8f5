"""Everything of one kind as a stream: read a batch at a time, never held whole."""

from evidence.exports.claims import claims_as_ndjson, claims_as_rows

__all__ = ["claims_as_ndjson", "claims_as_rows"]
