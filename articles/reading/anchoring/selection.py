"""What can be said of words that a person selected in an article."""

from articles.reading.document import Mode
from articles.reading.sentences import sentence_spans
from articles.reading.suggesting.clauses import main_clause
from articles.reading.suggesting.rules import load_rules


def mode_of(words: str, *, cited: bool) -> Mode:
    """Tell how a sentence puts its claim; only a cited one reports a named study."""
    main = main_clause(words)
    for rule in load_rules("modes"):
        mode = Mode(rule.name)
        said = words if mode is Mode.REPORTS else main
        if (mode is not Mode.REPORTS or cited) and rule.search(said):
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
