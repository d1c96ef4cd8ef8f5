"""Fills a store with made-up claims and all they stand on, to try it at size.

A prototype of a lot of claims is written first, as any rows are: under all constraints
and triggers, and with versions that the product itself makes. It is read back as text
and taken back. Then the lot is copied with COPY as often as wanted, each copy with ids,
words and days of its own. So a copy obeys the rules because the prototype did, and its
stored JSON is the product's own, whatever that comes to be.

Copies are written with ``session_replication_role = replica``: neither triggers nor the
checks of foreign keys run for them, which would take ten times as long. All other
constraints hold as ever. Therefore

- every foreign key of the synthetic tables is checked at the end, a column at a time;
- the feed of changes and the history tell nothing of synthetic rows. Like the rows of a
  backup that was restored they are what there was before the first change: readers of
  the feed need not go through twenty million of them. Their revision is 1.

Each copy is one transaction, so that a load that is stopped leaves whole lots behind.
"""

from benchmarks.synthetic.copying import load_synthetic

__all__ = ["load_synthetic"]
