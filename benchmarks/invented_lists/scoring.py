"""What of an entry was read right: a field counts where the entry states it."""

import re
from dataclasses import dataclass, field

from articles.reading import read_list
from articles.reading.lists.names import fold
from benchmarks.invented_lists.layouts import LAYOUTS, layouts_of
from benchmarks.invented_lists.styles import written
from texts.titles import plain_text

FIELDS = ("authors", "year", "title", "container", "volume", "pages", "doi")


@dataclass
class Score:
    """Fields stated and read right, entries, and what went wrong."""

    stated: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    entries: int = 0
    whole: int = 0  # entries whose every stated field is right
    wrong: list[tuple[str, str, str, str]] = field(default_factory=list)

    def __add__(self, other):
        return Score(
            {name: self.stated[name] + other.stated[name] for name in FIELDS},
            {name: self.right[name] + other.right[name] for name in FIELDS},
            self.entries + other.entries,
            self.whole + other.whole,
            self.wrong + other.wrong,
        )

    @property
    def share(self):
        return self.whole / max(1, self.entries)


def score(style, works, most=99):
    """Write the works in a style, in its layouts, at most so many, and read them."""
    pairs = written(style, works)
    total = Score()
    for layout in layouts_of(style)[:most]:
        given = LAYOUTS[layout]([entry for _, entry in pairs])
        form = "html" if given.startswith("<!DOCTYPE") else "text"
        read = read_list(given.encode(), form)
        total += compared(pairs, read, f"{style}, {layout}")
    return total


def compared(pairs, read, where):
    """Compare entries with their works; a list cut wrongly has none right."""
    total = Score(entries=len(pairs))
    if len(read) != len(pairs):
        total.wrong.append((where, "entries", str(len(read)), str(len(pairs))))
        for item, raw in pairs:
            for name in stated(item, raw):
                total.stated[name] += 1
        return total
    for (item, raw), entry in zip(pairs, read, strict=True):
        good = True
        for name, fits in stated(item, raw).items():
            value = told(entry, name)
            total.stated[name] += 1
            total.right[name] += fits(value)
            good = good and fits(value)
            if not fits(value):
                total.wrong.append((where, name, str(value), entry.raw))
        total.whole += good
    return total


def told(entry, name):
    return getattr(entry, name)


def stated(item, raw):
    """The fields an entry states, each with what tells whether it was read right."""
    words = re.sub(r"https?://\S+|10\.5555/\S+", "", plain_text(raw))
    families = [
        one.get("literal")
        or f"{one.get('non-dropping-particle', '')} {one['family']}".strip()
        for one in item["author"]
    ]
    bare = {fold(name): fold(name.rpartition(" ")[2]) for name in families}
    listed = [name for name, last in bare.items() if last in fold(words)]
    cut = re.search(r"\bet al|…|\. \. \.", words)
    listed = listed if not cut else _before_al(families, words)
    title = fold(item["title"])
    names = [item.get("container-title"), item.get("container-title-short")]
    where = {fold(name) for name in names if name and fold(name) in fold(words)}
    tests = {
        "authors": lambda value: [fold(name) for name in value] == listed,
        "year": lambda value: value == item["issued"]["date-parts"][0][0],
        "title": lambda value: fold(value) == title,
    }
    if where and item["type"] != "webpage":
        tests["container"] = lambda value: fold(value) in where
    if where and re.search(rf"\b{item.get('volume', 'none')}\b", words):
        tests["volume"] = lambda value: value == item["volume"]
    if item.get("page") and re.search(rf"\b{item['page'].split('-')[0]}\b", words):
        tests["pages"] = lambda value: _same_pages(value, item["page"])
    if item["type"] in ("book", "thesis", "report"):
        tests["container"] = lambda value: value == ""
    if item.get("DOI") and item["DOI"].lower() in raw.lower():
        tests["doi"] = lambda value: value.lower() == item["DOI"].lower()
    if str(item["issued"]["date-parts"][0][0]) not in words:
        tests.pop("year")
    if title not in fold(words):
        tests.pop("title")
    return tests


def _before_al(families, words):
    head = re.split(r"\bet al|…|\. \. \.", words)[0]
    return [fold(name) for name in families if fold(name) in fold(head)]


def _same_pages(value, pages):
    first, _, last = pages.partition("-")
    got_first, _, got_last = re.sub(r"[–—‐−]", "-", value).partition("-")
    return got_first == first and (not got_last or last.endswith(got_last))
