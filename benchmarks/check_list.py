"""Of faulty entries of a reference list, how many are flagged, and of right ones.

600 entries of invented works, half of them wrong in 14 ways, are written in the styles
of journals and in the formats of reference managers, read again, and looked for at fake
services. BENCH_ENTRIES says otherwise how many; ``-v`` prints what went wrong.
"""

import os
import random
import sys
from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone

from articles.checking.looking import look_for
from articles.reference_lists.checked import checked_entries
from articles.reference_lists.listed import read_listed
from articles.words import ListState
from benchmarks._store import store
from benchmarks.faulty_lists.faults import FAULTS, fits, honest
from benchmarks.faulty_lists.library import Library
from benchmarks.faulty_lists.works import works
from benchmarks.faulty_lists.written import FORMS, written
from bibliography import services as lookups
from bibliography.lookups import Client
from tests.fakes.services import running

ENTRIES = int(os.environ.get("BENCH_ENTRIES", 600))
FLAGGED, FALSE, IDENTIFIER, FIELD, REQUESTS = 0.95, 0.02, 0.98, 0.90, 4
SEEN = {ListState.CONFLICT, ListState.DIFFERS, ListState.NOT_FOUND}


@dataclass
class Tally:
    """Entries of one kind: flagged, with the right field named."""

    entries: int = 0
    flagged: int = 0
    right: int = 0
    states: Counter = field(default_factory=Counter)


def entries_of(count, seed=7):
    """Entries with their kind of fault and the fields that are wrong."""
    chance = random.Random(seed)
    known = works(count + 200, seed)
    made, kinds = [], list(FAULTS)
    pool = iter(known)
    while len(made) < count:
        kind = kinds[len(made) // 2 % len(kinds)] if len(made) % 2 else "right"
        work = next((one for one in pool if kind == "right" or fits(kind, one)), None)
        if work is None:
            pool = iter(known)
            continue
        other = chance.choice([one for one in known if one.journal != work.journal])
        if kind == "right":
            made.append((kind, honest(work, chance), set()))
        else:
            made.append((kind, *FAULTS[kind](work, other, chance)))
    return known, made


def checked(made, library):
    """Each entry with its kind and what checking found, form by form."""
    client = Client(pauses={}, sleep=lambda seconds: None)
    lookups.make_client = lambda kept=None: client
    asked = lookups.services(searches_once=True)
    for at, form in enumerate(FORMS):
        own = made[at :: len(FORMS)]
        data, name = written([entry for _, entry, _ in own], form)
        listed = read_listed(data, None, name)
        if len(listed) != len(own):
            sys.exit(f"{form}: {len(listed)} entries were read of {len(own)}.")
        found = {w.number: look_for(w.stated, asked, timezone.now()) for w in listed}
        for entry in checked_entries(listed, found):
            yield form, own[entry.number - 1], entry


def main() -> None:
    """Print what was flagged by kind of fault, false alarms and requests."""
    known, made = entries_of(ENTRIES)
    tallies, total = {}, Counter()
    with store(0), running(Library(listed=known)) as library:
        settings.PUBMED_URL = f"{library.base}/eutils"
        settings.CROSSREF_URL = f"{library.base}/crossref"
        settings.OPENALEX_URL = f"{library.base}/openalex"
        settings.DOI_URL = f"{library.base}/doi"
        for form, (kind, _, wrong), entry in checked(made, library):
            tally = tallies.setdefault(kind, Tally())
            flagged = entry.state in SEEN
            named = set(entry.nearest.disagrees if entry.nearest else ())
            right = (
                bool(named & wrong) or not (wrong or named - wrong) or kind == "absent"
            )
            tally.entries += 1
            tally.flagged += flagged
            tally.right += flagged and right
            tally.states[str(entry.state)] += 1
            if "-v" in sys.argv and (flagged != (kind != "right") or not right):
                raw = " ".join(entry.work.raw.split())
                print(f"{kind} | {form} | {entry.words} | {raw}")
        total["requests"] = len(library.asked)
    report(tallies, total["requests"] / len(made))


def report(tallies, requests):
    """Print a line for each kind and one for each goal."""
    print(f"{'kind':<24} entries flagged  field  states")
    for kind, one in tallies.items():
        states = ", ".join(f"{n} {name}" for name, n in one.states.most_common())
        flagged, right = one.flagged / one.entries, one.right / max(1, one.flagged)
        print(f"{kind:<24} {one.entries:>7}   {flagged:.3f}  {right:.3f}  {states}")
    real = tallies.pop("right")
    faulty = sum(one.entries for one in tallies.values())
    flagged = sum(one.flagged for one in tallies.values())
    right = sum(one.right for one in tallies.values())
    another = tallies["another’s identifier"]
    print(f"faults flagged          {flagged / faulty:.3f} (goal {FLAGGED})")
    print(f"right ones flagged      {real.flagged / real.entries:.3f} (goal ≤ {FALSE})")
    told = another.states["conflict"] / another.entries
    print(f"another’s identifier    {told:.3f} (goal {IDENTIFIER})")
    print(f"the right field named   {right / max(1, flagged):.3f} (goal {FIELD})")
    print(f"requests a reference    {requests:.2f} (goal ≤ {REQUESTS})")


if __name__ == "__main__":
    main()
