"""Word files made in a test: the few parts that a .docx must have."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    "{}</Types>"
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = {"Heading1": "heading 1", "Heading2": "heading 2", "Title": "Title"}


def word_file(*paragraphs, notes=()):
    """A .docx of paragraphs: words, or (style, words); "{1}" is a footnote's mark."""
    body = "".join(map(_paragraph, paragraphs))
    parts = {
        "[Content_Types].xml": TYPES.format(
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.'
            'main+xml"/>'
        ),
        "_rels/.rels": _relations(("1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(
            ("1", "styles", "styles.xml"), ("2", "footnotes", "footnotes.xml")
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body>'
        "</w:document>",
        "word/styles.xml": _styles(),
        "word/footnotes.xml": _notes(notes),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, words in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{words}')
    return packed.getvalue()


def _paragraph(given):
    style, words = given if isinstance(given, tuple) else ("", given)
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = []
    for number, part in enumerate(words.split("{")):
        mark, _, rest = part.partition("}") if number else ("", "", part)
        if mark:
            runs.append(f'<w:r><w:footnoteReference w:id="{mark}"/></w:r>')
        runs.append(f'<w:r><w:t xml:space="preserve">{rest}</w:t></w:r>')
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def _relations(*given):
    listed = "".join(
        f'<Relationship Id="rId{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in given
    )
    return f'<Relationships xmlns="{REL}">{listed}</Relationships>'


def _styles():
    listed = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        "</w:style>"
        for key, name in STYLES.items()
    )
    return f'<w:styles xmlns:w="{W}">{listed}</w:styles>'


def _notes(notes):
    listed = "".join(
        f'<w:footnote w:id="{key}">{_paragraph(words)}</w:footnote>'
        for key, words in enumerate(notes, 1)
    )
    return f'<w:footnotes xmlns:w="{W}">{listed}</w:footnotes>'
