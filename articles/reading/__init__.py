"""Reads an article: bytes in; text, sentences, citations and suggested claims out.

Plain Python, no network, nothing stored. ``read_article`` is the way in; ``audit`` puts
a reading into the structure that ``audit_article --json`` prints. ``read_list`` reads
a reference list alone, by the same parser.
"""

from dataclasses import replace

from articles.reading.audit import audit
from articles.reading.citing.citations import find_citations
from articles.reading.document import Reading
from articles.reading.documents import read_document, read_list
from articles.reading.languages import ENGLISH
from articles.reading.remarks import language_in, remarks_on
from articles.reading.sentences import split_sentences
from articles.reading.suggesting.suggestions import suggest

__all__ = ["audit", "read_article", "read_list"]


def read_article(data: bytes, form: str | None = None, filename: str = "") -> Reading:
    """Read an article from its bytes.

    ``form`` is "text", "markdown", "html", "jats", "docx" or "pdf"; None looks at the
    bytes and at the file's name. Every offset of the reading counts code points of
    ``reading.document.text``. Raises UnreadableArticle with one sentence that says what
    was wrong and what was expected. Claims are suggested in English only; citations and
    references are read in any language.
    """
    document = read_document(data, form, filename)
    language = language_in(document)
    document = replace(document, language=language)
    sentences = split_sentences(document)
    references, citations = find_citations(document, sentences)
    is_english = language[:2].lower() in ("", ENGLISH)
    suggestions = suggest(document, sentences, citations) if is_english else ()
    remarks = remarks_on(document)
    return Reading(document, sentences, references, citations, suggestions, remarks)
