"""Finding: one search over everything, and what narrows a list."""
