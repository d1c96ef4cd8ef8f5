"""How an import works inside; ``bibliography.imports.actions`` is the door."""
