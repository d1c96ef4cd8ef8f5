"""How an import works inside; ``studies.actions.imports`` is the door."""
