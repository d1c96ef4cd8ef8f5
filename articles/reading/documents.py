"""The way in: an article's bytes become a Document."""

from articles.reading.decoding import decode
from articles.reading.document import Document
from articles.reading.forms import HTML, JATS, detect_form, require_form
from articles.reading.html.article import read_html
from articles.reading.jats.article import read_jats
from articles.reading.plain.article import read_plain


def read_document(data: bytes, form: str | None = None, filename: str = "") -> Document:
    """Read an article from its bytes.

    ``form`` is "text", "html" or "jats"; None looks at the bytes and at the file's
    name. Raises UnreadableArticle, whose message says in a sentence what was wrong and
    what was expected.
    """
    text = decode(data)
    if form is None:
        form = detect_form(text, filename)
    else:
        require_form(text, form)
    if form == JATS:
        return read_jats(text)
    if form == HTML:
        return read_html(text)
    return read_plain(text)
