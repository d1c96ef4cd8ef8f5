"""How many citation marks of labelled texts are seen, and who is wrongly accused.

``python -m benchmarks.citing FOLDER`` reads ``labels.json`` of the folder, in which a
careful reader marked each text's claims: what they say, the marks in them, and whether
they cite a study.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from articles.reading import read_article
from articles.reading.document import Reading


@dataclass
class Score:
    """Counts of one text, or of several together."""

    marks: int = 0  # marks that the reader saw
    seen: int = 0  # of them, those a citation stands on
    said: int = 0  # citations in labelled sentences
    right: int = 0  # of them, those in a sentence that cites
    citing: int = 0  # sentences that cite
    linked: int = 0  # of them, those a citation covers
    accused: int = 0  # of them, those called "cites nothing"
    bare: int = 0  # suggested sentences that cite nothing
    told: int = 0  # of them, those that say so

    def __add__(self, other: "Score") -> "Score":
        mine, others = vars(self), vars(other)
        return Score(**{name: mine[name] + others[name] for name in mine})

    def __str__(self) -> str:
        return (
            f"marks seen {self.seen}/{self.marks}, said that are {self.right}/"
            f"{self.said}, citing sentences linked {self.linked}/{self.citing}, "
            f"wrongly accused {self.accused}, rightly {self.told}/{self.bare}"
        )


def score(reading: Reading, claims: list[dict]) -> Score:
    """Score one reading against the claims that a reader marked."""
    text, out = reading.document.text, Score()
    for claim in claims:
        start = text.find(claim["text"].strip("- "))
        end = start + len(claim["text"].strip("- "))
        if start < 0:
            out += Score(marks=len(claim["markers"]), citing=claim["cites_study"])
            continue
        inside = [c for c in reading.citations if start <= c.start < end]
        spans = {(c.start, c.end) for c in inside}
        marks = [text.find(mark, start, end) for mark in claim["markers"]]
        over = [
            c for c in reading.citations if c.covers[0] < end and start < c.covers[1]
        ]
        flagged = any(
            flag.rule == "cites-nothing"
            for one in reading.suggestions
            if one.start < end and start < one.end
            for flag in one.flags
        )
        suggested = any(s.start < end and start < s.end for s in reading.suggestions)
        cites = claim["cites_study"]
        out += Score(
            marks=len(marks),
            seen=sum(any(a <= at < b for a, b in spans) for at in marks),
            said=len(spans),
            right=len(spans) if cites else 0,
            citing=cites,
            linked=bool(cites and over),
            accused=bool(cites and flagged),
            bare=bool(not cites and suggested),
            told=bool(not cites and flagged),
        )
    return out


def main() -> None:
    """Print the score of each text, and of all."""
    if len(sys.argv) < 2:
        print("No folder of labelled texts was named: nothing to score.")
        return
    folder, total = Path(sys.argv[1]), Score()
    for article in json.loads((folder / "labels.json").read_bytes())["articles"]:
        path = folder / article["file"]
        own = score(
            read_article(path.read_bytes(), filename=path.name), article["claims"]
        )
        print(f"{path.name}: {own}")
        total += own
    print(f"together: {total}")


if __name__ == "__main__":
    main()
