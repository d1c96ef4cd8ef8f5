"""What waits for a person: the reviewer's queue, what they skipped and decided."""
