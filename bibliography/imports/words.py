"""The words of an import of references and of its records."""

from texts.words import Words


class ImportState(Words):
    """How far an import has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"  # not what it says it is
    UNDONE = "undone"


class Became(Words):
    """What became of a record of an import."""

    CREATED = "created"
    MATCHED = "matched"  # the store had it
    ASKED = "asked"  # a person decides between candidates
    LEFT = "left", "left out"  # a person does not want it
    REJECTED = "rejected"  # could not be read
    REMOVED = "removed"  # created, then undone
    KEPT = "kept"  # created, and kept on undo since others build on it


class Step(Words):
    """What was done about a record of an import."""

    SAME = "same", "joined to a reference"
    NEW = "new", "kept as a new work"
    LEFT = "left", "left out"
    REOPENED = "reopened", "asked again"
    FILLED = "filled", "filled in what was missing"
    EMPTIED = "emptied", "took out again what was filled in"
