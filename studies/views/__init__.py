"""Lists of the research side; pages that also show claims live in evidence."""
