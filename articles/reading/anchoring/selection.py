"""What can be said of words that a person selected in an article."""

import re

from articles.reading.document import Mode
from articles.reading.sentences import sentence_spans
from articles.reading.suggesting.clauses import main_clause
from articles.reading.suggesting.rules import load_rules

_ASIDE = re.compile(r", (?:which|who|whose)\b[^,.;]{1,120},")
_SAID = (
    r"(?:say|claim|believe|swear|argue|insist|maintain|promise|think|boast)s?"
    r"|said|claimed|believed|swore|argued|insisted|promised|thought|report(?:s"
    r"|ed)? that"
)
_MORE = {  # beside the rules in modes.toml
    Mode.DENIES: re.compile(
        r"\b(?:nothing|nobody|no one|no (?:trials?|stud(?:y|ies)"
        r"|research)) (?:\w+ ){0,2}?"
        r"(?:suggests?|shows?|showed|shown|found|supports?|proves?|proved|proven|indicates?)\b"
        r"|\bnever (?:been )?"
        r"(?:worked|helped|shown|proven|proved|found|established|[a-z]{3,}ved|[a-z]{3,}ced)\b"
        r"|\b(?:hardly|scarcely|barely) (?:ever )?[a-z]{3,}(?:s|ed)\b"
        r"|\b(?:by no means|in no way|useless|worthless|powerless)\b"
        r"|\bof no (?:use|help|benefit|value)\b",
        re.IGNORECASE,
    ),
    Mode.ATTRIBUTES: re.compile(
        r"^\W*(?:(?:the|some|many|most|a few|its|their"
        r"|other) )?(?:[\w-]+ )?(?:herbalists?"
        r"|healers?|makers?|manufacturers?|sellers?|compan(?:y|ies)|proponents?|fans"
        r"|supporters?|advocates?|critics|sceptics|skeptics|users|women|men|people|patients"
        r"|parents|some|many|others|practitioners?|therapists?|naturopaths?|homeopaths?"
        r"|influencers?|brands?|labels?|leaflets?|websites?|adverts?|ads|advertisements?)"
        rf" (?:also |often |still |even )?(?:{_SAID})\b",
        re.IGNORECASE,
    ),
}


def mode_of(words: str, *, cited: bool) -> Mode:
    """Tell how a sentence puts its claim; only a cited one reports a named study."""
    main = _ASIDE.sub("", main_clause(words))
    for rule in load_rules("modes"):
        mode = Mode(rule.name)
        said = words if mode is Mode.REPORTS else main
        more = _MORE.get(mode)
        holds = rule.search(said) or (more and more.search(said))
        if holds and (mode is not Mode.REPORTS or cited):
            return mode
    return Mode.ASSERTS


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the white space at its ends.

    Raises ValueError, with a sentence, where it lies outside the text or is blank.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(
            f"The selection {start} to {end} does not lie in a text of {len(text):,} "
            "characters; start before end, both inside, was expected."
        )
    words = text[start:end]
    if not words.strip():
        raise ValueError("The selection holds no words.")
    return start + len(words) - len(words.lstrip()), end - len(words) + len(
        words.rstrip()
    )


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence, or the sentences, in which a span stands."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    spans = [
        span
        for span in sentence_spans(text, line_start, line_end, wrapped=False)
        if span[0] < end and start < span[1]
    ]
    if not spans:
        return start, end
    return min(start, spans[0][0]), max(end, spans[-1][1])
