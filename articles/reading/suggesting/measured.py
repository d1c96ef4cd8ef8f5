"""How well the rules suggest claims, as measured on texts that a reader had marked.

``measured.json`` is written by ``python -m benchmarks.suggesting --keep NAME=FOLDER``:
figures, the day and the rules' version, and no word of the texts.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from articles.reading.suggesting.learnt import FILE as WEIGHTS

FILE = Path(__file__).parent / "measured.json"
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Measured:
    """One set of texts, and what share of what was right (0 to 1; None: not known)."""

    name: str
    texts: int
    marked: int  # sentences that the reader marked as claims
    day: str  # ISO date
    version: str  # of the rules
    shares: dict[str, float | None]  # by figure: "recall", "precision", …


def measured() -> tuple[Measured, ...]:
    """Return every set of texts the rules were measured on, those of today's first."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Measured(**one) for one in kept["sets"])


def rules_digest() -> str:
    """Return the fingerprint of the rules that were measured last."""
    return json.loads(FILE.read_text(encoding="utf-8"))["rules"]


def keep(sets: Iterable[Measured], earlier: Iterable[Measured]) -> None:
    """Write what was measured with the rules as they are now, before ``earlier``."""
    rows = [asdict(one) for one in (*sets, *earlier)]
    for row in rows:
        shares = row["shares"].items()
        row["shares"] = {name: share and round(share, 3) for name, share in shares}
    kept = {"rules": digest_of_rules(), "sets": rows}
    FILE.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


def digest_of_rules() -> str:
    """Return a fingerprint of rules and weights: have they changed since measured?"""
    parts = [path.read_bytes() for path in sorted((_FOLDER / "rules").glob("*.toml"))]
    parts.append(WEIGHTS.read_bytes())
    return sha256(b"\0".join(parts)).hexdigest()[:16]
