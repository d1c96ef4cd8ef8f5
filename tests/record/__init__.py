"""A record of what Footing answers: every address, as every role, on one fixed store.

``python -m tests.record FOLDER`` writes it; two records, made before and after a change
that should not be seen from outside, are compared by ``diff -r``.
"""
