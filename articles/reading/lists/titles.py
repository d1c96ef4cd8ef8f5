"""The title of an entry, behind its authors and the year that follows them."""

import re

from articles.reading.lists.names import UPPER
from texts.late_patterns import compile_late

EDITORS = re.compile(r"\(?(?:eds?|editors?|hrsg)\b\.?\)?[.,:;]?\s*", re.IGNORECASE)
QUOTED = re.compile(
    r"[\s,.:;]*(?:“((?:[^“”]|“[^“”]{1,80}”){3,500})”|\"([^\"]{3,500})\"|‘(.{3,400}?)’(?!\w)"
    r"|«\s?([^»]{3,500}?)\s?»)"
)
TITLE_END = compile_late(
    rf"(?<!\b[{UPPER}])(?<!\b[Vv]s)(?<!\be\.g)(?<!\bi\.e)(?<!\bSt)(?<!\bDr)(?<!\bspp)"
    rf"(?<!\bsp)(?<!\bvar)(?<!\bsubsp)(?<!\bNo)(?<!\bcf)(?<!\bca)"
    rf"[.](?=\s+(?!(?:and|of|in|for|with)\b))|[?!](?=\s+[{UPPER}\"“])"
    rf"|(?<=\b[{UPPER}])\.(?=\s+[{UPPER}][\w]+\s(?:[{UPPER}]|\d|\()"
    rf"|\s+[{UPPER}][\w ]{{2,30}}(?:,\s[A-Z]{{2}})?:\s[{UPPER}])"
)
ELSEVIER_TAIL = re.compile(
    rf",\s+(?=[{UPPER}][\w&.:\- ]{{1,70}}?,?\s"
    r"(?:(?:vol\.?\s)?\d{1,4}(?:[–-]\d{1,4})?\s?(?:\(|,)|\((?:19|20)\d\d\)))"
)
PLACE_ONLY = re.compile(  # a journal with its volume, where no title is given
    r"[\w.&: \-]{2,70}?,?\s(?:\d{1,4}[,:]?\s)?"
    r"(?:\((?:19|20)\d\d\)|(?:19|20)\d\d(?=[,;:]\s?\w?\d))(?:[,;:]\s?\w?\d.{0,40})?$"
    r"|[\w.&: \-]{2,60}?,?\s\d{1,4}\s?(?:[(:]|,(?!\d{3}\b))\s?\w?\d.{0,40}$"
    r"|\d[\d\W]*$|pp?\.\s?\d"
)
JOURNAL_NEXT = re.compile(rf"[{UPPER}][^.]{{1,120}}")


def find_title(words: str, *, is_led: bool) -> str:
    """Return the title that words begin with; ``is_led``: authors stand before them."""
    quoted = QUOTED.match(words) or (None if is_led else QUOTED.search(words))
    if quoted and not _quotes_a_part(words, quoted):
        return trimmed(next(filter(None, quoted.groups())))
    rest = words.lstrip(" .,:;)–—-")
    rest = EDITORS.sub("", rest, count=1) if EDITORS.match(rest) else rest
    end = _title_end(rest)
    title = rest[:end]
    tail = ELSEVIER_TAIL.search(rest)
    if tail and 15 < tail.start() < end:
        title = rest[: tail.start()]
    title = trimmed(re.split(r"\s(?:In|in):\s|\.\s(?:In|in)\s", title)[0])
    return "" if PLACE_ONLY.match(title) else title


def _quotes_a_part(body: str, quoted: re.Match[str]) -> bool:
    """Say whether a title only begins with a quotation: "Song of life": a trial."""
    if re.match(r"\s?:|[a-z]", body[quoted.end() :]):
        return True
    ends = body[quoted.end() - 2] in ".,?!"
    return not ends and re.match(r"\s[a-z]", body[quoted.end() :]) is not None


def _title_end(rest: str) -> int:
    """Find where a title ends: before its journal, behind a subtitle of its own."""
    end = TITLE_END.search(rest)
    while end and _is_abbreviated(rest[: end.start() + 1]):
        end = TITLE_END.search(rest, end.end())
    if end is None:
        return len(rest)
    following = TITLE_END.search(rest, end.end() + 1)
    if following is None:
        return end.end()
    between = rest[end.end() : following.start()].strip()
    words = between.split()
    low = sum(word[0].islower() for word in words)
    is_subtitle = len(words) > 3 and low * 5 >= len(words) * 2 and ":" not in between
    asks = rest[end.start()] in "?!" or words[:1] in (["A"], ["An"], ["The"])
    if asks and is_subtitle and JOURNAL_NEXT.match(rest[following.end() :].lstrip()):
        return following.end()
    return end.end()


def _is_abbreviated(title: str) -> bool:
    """Say whether a title seems cut at a short word rather than at its end."""
    return len(title) < 5 and len(title.split()) < 2


def trimmed(title: str) -> str:
    """A title without its quotation marks, stops, and words such as [Internet]."""
    title = re.sub(
        r"\s*\[(?:Internet|Online|Article|Abstract|Review|Electronic|serial|e-?book)"
        r"[^\]]{0,30}\]",
        "",
        title,
        flags=re.IGNORECASE,
    )
    return title.strip(" .,;:“”\"'").strip()
