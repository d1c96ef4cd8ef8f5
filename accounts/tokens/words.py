"""How far a token reaches."""

from texts.words import Words


class Scope(Words):
    """What a program may do with a token; never more than its person may."""

    READ = "read", "read only"
    WRITE = "write", "read and write"
