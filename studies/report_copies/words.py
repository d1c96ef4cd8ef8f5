"""The kinds of files in which a report is kept."""

from texts.words import Words


class CopyKind(Words):
    """What a kept file is."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
