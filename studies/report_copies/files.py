"""Which kind a file is by its own bytes, whatever it is called. Plain Python."""

import zipfile
from io import BytesIO

from studies.report_copies.words import CopyKind

_HEADER_WITHIN = 1024  # bytes: some PDFs have a few others before they begin
_MAIN_PART = "word/document.xml"


def kind_of(data: bytes) -> CopyKind | None:
    """PDF or Word; None for bytes that are neither."""
    if b"%PDF-" in data[:_HEADER_WITHIN]:
        return CopyKind.PDF
    if data.startswith(b"PK\x03\x04") and _is_word(data):
        return CopyKind.DOCX
    return None


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return _MAIN_PART in packed.NameToInfo
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
