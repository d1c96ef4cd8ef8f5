"""Scores what the reader found in articles against what a careful person marked.

Usage: score_reading.py TRUTH.json DIRECTORY, where DIRECTORY holds, for each article
NAME.txt of the truth, NAME.json as ``manage.py audit_article NAME.txt --json`` printed
it. Prints a table and exits 1 when a figure lies below its floor, or a file is missing.

A claim is found when a suggestion shares at least half of the shorter of the two spans.
Recall is on the tier "core", precision on "core" and "acceptable" together, within the
part the truth covers. Where the truth calls a hedge weak either answer is right; a
claim's kind is right when it is the truth's type or secondary type.
"""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

FLOORS = {"recall": 0.90, "precision": 0.85, "hedging": 0.90, "kind": 0.70}
LINKED_WRONGLY_AT_MOST = 1


@dataclass
class Count:
    """How many were right, of how many."""

    right: int = 0
    total: int = 0

    def add(self, right):
        self.right += bool(right)
        self.total += 1

    @property
    def share(self):
        return self.right / self.total if self.total else 1.0

    def __str__(self):
        return f"{self.share:.3f} ({self.right}/{self.total})"


@dataclass
class Score:
    """The figures of one article, or of all together."""

    recall: Count = field(default_factory=Count)
    precision: Count = field(default_factory=Count)
    hedging: Count = field(default_factory=Count)
    kind: Count = field(default_factory=Count)
    citations: Count = field(default_factory=Count)
    citations_extra: int = 0
    linked_wrongly: int = 0
    remarks: list = field(default_factory=list)

    def include(self, other):
        for name in (*FLOORS, "citations"):
            mine, theirs = getattr(self, name), getattr(other, name)
            mine.right += theirs.right
            mine.total += theirs.total
        self.citations_extra += other.citations_extra
        self.linked_wrongly += other.linked_wrongly
        self.remarks += other.remarks


def overlaps(one, other):
    """Tell whether two spans share at least half of the shorter one."""
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    shorter = min(one["end"] - one["start"], other["end"] - other["start"])
    return shared > 0 and 2 * shared >= shorter


def spans_of(truth):
    """Yield the truth's claims with their ends, checking its own offsets."""
    for claim in truth["claims"]:
        yield {**claim, "end": claim["start"] + len(claim["text"])}


def score_article(truth, audit):
    """Compare one audit with one article's truth."""
    score = Score()
    first, last = truth.get("covers") or (0, len(audit["text"]))
    found = [c for c in audit["claims"] if first <= c["start"] and c["end"] <= last]
    claims = list(spans_of(truth))
    for claim in found:
        if claim["text"] != audit["text"][claim["start"] : claim["end"]]:
            score.remarks.append(f"not its slice: {claim['text']}")
        right = any(overlaps(claim, one) for one in claims)
        score.precision.add(right)
        if not right:
            score.remarks.append(f"no claim: {claim['text']}")
    for claim in claims:
        score_claim(score, claim, [c for c in found if overlaps(c, claim)], audit)
    score_citations(score, truth, audit)
    return score


def score_claim(score, claim, matches, audit):
    """Count one claim of the truth with the suggestions that meet it."""
    if claim["tier"] == "core":
        score.recall.add(matches)
        if not matches:
            score.remarks.append(f"missed: {claim['text']}")
    if not matches:
        return
    best = max(
        matches,
        key=lambda c: (
            min(c["end"], claim["end"])
            - max(c["start"], claim["start"])
            - abs(c["start"] - claim["start"])
        ),
    )
    hedging = claim["hedge_strength"] == "weak" or best["hedged"] == claim["hedged"]
    score.hedging.add(hedging)
    if not hedging:
        score.remarks.append(f"hedged {best['hedged']}: {claim['text']}")
    kind = best["kind"] in (claim["type"], claim["secondary_type"])
    score.kind.add(kind)
    if not kind:
        score.remarks.append(
            f"{best['kind']} ({best['also_kind']}) for {claim['type']}: {claim['text']}"
        )
    linked = sorted(name_of(audit["citations"][i]) for i in best["citations"])
    if linked != sorted(claim["cited_labels"]):
        score.linked_wrongly += 1
        score.remarks.append(f"linked to {linked}: {claim['text']}")


def name_of(citation):
    """A citation as the truth names it: first surname and year."""
    return f"{(citation['authors'] or ['?'])[0]} {citation['year']}"


def score_citations(score, truth, audit):
    """Count the truth's cited studies that the audit has, and those it adds."""
    expected = [study["key"] for study in truth["cited_studies"]]
    found = {name_of(citation) for citation in audit["citations"]}
    for key in expected:
        score.citations.add(key in found)
    score.citations_extra = len(found - set(expected))
    score.remarks += [f"citation not expected: {key}" for key in found - set(expected)]


def print_table(scores):
    """Print one line an article, the last one for all together."""
    titles = (*FLOORS, "citations", "extra", "linked wrongly")
    widths = [max(len(name) for name in scores), *(15 for _ in titles)]
    print("  ".join(t.ljust(w) for t, w in zip(("", *titles), widths, strict=True)))
    for name, score in scores.items():
        cells = [
            name,
            *(str(getattr(score, title)) for title in (*FLOORS, "citations")),
            str(score.citations_extra),
            str(score.linked_wrongly),
        ]
        print("  ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)))


def below_floor(score):
    """Say in sentences which figures lie below their floors."""
    for name, floor in FLOORS.items():
        if getattr(score, name).share < floor:
            yield f"{name} is {getattr(score, name)}, below {floor:.2f}"
    if score.citations.right < score.citations.total:
        yield f"citations found: {score.citations}"
    if score.citations_extra:
        yield f"{score.citations_extra} citations that the article does not make"
    if score.linked_wrongly > LINKED_WRONGLY_AT_MOST:
        yield f"{score.linked_wrongly} sentences linked to the wrong citations"


def main(truth_path, directory):
    """Score every article of the truth; return the exit code."""
    articles = json.loads(Path(truth_path).read_text(encoding="utf-8"))["articles"]
    scores, together = {}, Score()
    for truth in articles:
        path = Path(directory) / (Path(truth["file"]).stem + ".json")
        if not path.exists():
            print(f"{path} is missing: expected the audit of {truth['file']}")
            return 1
        audit = json.loads(path.read_text(encoding="utf-8"))
        scores[truth["file"]] = score_article(truth, audit)
        together.include(scores[truth["file"]])
    scores["all"] = together
    print_table(scores)
    for remark in together.remarks:
        print("-", remark)
    problems = list(below_floor(together))
    print(*problems, sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Usage: score_reading.py TRUTH.json DIRECTORY_OF_AUDITS")
    sys.exit(main(*sys.argv[1:]))
