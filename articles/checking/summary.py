"""Says in plain sentences what reading an article came to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

NOT_LOOKED_FOR = "not looked for"  # the state of a cited work nobody asked about
_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True)
class Counts:
    """What is counted of an article's sentences and of the works it cites.

    ``works`` are those that sentences rest on, by what is known of each, and ``known``
    the claims known here, by their verdict and its standing; both in words.
    """

    sentences: int
    citing: int
    unnamed: int
    works: Counter[str]
    harms: int
    known: Counter[str]
    folded: int


def summary(counts: Counts) -> list[str]:
    """What the page says first: how many sentences, resting on what, known or not."""
    if not counts.sentences:
        return ["No sentence in it looks like something that can be checked."]
    can = _sentence([f"{_many(counts.sentences, 'sentence')} can be checked"])
    without = counts.sentences - counts.citing - counts.unnamed
    parts = [
        _resting(counts) if counts.citing else "",
        _plural(counts.unnamed, "names", "name") + " studies without saying which"
        if counts.unnamed
        else "",
        f"for {_number(without)} no source is recognised" if without else "",
    ]
    sentences = [can, _sentence([part for part in parts if part])]
    if counts.harms:
        harms = _plural(counts.harms, "speaks", "speak")
        sentences.append(_sentence([f"{harms} of harm or safety"]))
    sentences.append(_known(counts.known))
    if counts.folded:
        sentences.append(
            _sentence(
                [
                    f"{_plural(counts.folded, 'is', 'are')} folded: definitions and "
                    "calls for more research"
                ]
            )
        )
    return sentences


def _resting(counts: Counts) -> str:
    works = counts.works.total()
    rest = f"{_plural(counts.citing, 'rests', 'rest')} on {_many(works, 'work')}"
    if set(counts.works) == {NOT_LOOKED_FOR}:
        return (
            f"{rest}, none looked for yet" if works > 1 else f"{rest}, not looked for"
        )
    states = ", ".join(f"{n} {state}" for state, n in counts.works.most_common())
    return f"{rest} ({states})"


def _known(known: Counter[str]) -> str:
    if not known:
        return "None of them is known here."
    total = known.total()
    verdicts = ", ".join(
        f"{_number(n)} {words[:1].lower()}{words[1:]}"
        for words, n in known.most_common()
    )
    noun = "claim is" if total == 1 else "claims are"
    return _sentence([f"{_number(total)} {noun} known here: {verdicts}"])


def _sentence(parts: Sequence[str]) -> str:
    joined = "; ".join(parts)
    return f"{joined[:1].upper()}{joined[1:]}." if joined else ""


def _plural(count: int, one: str, many: str) -> str:
    return f"{_number(count)} {one if count == 1 else many}"


def _many(count: int, noun: str) -> str:
    return f"{_number(count)} {noun}{'' if count == 1 else 's'}"


def _number(count: int) -> str:
    """Up to twelve in letters, as prose has it."""
    return _SMALL[count] if count < len(_SMALL) else f"{count:,}"
