"""How reference lists of invented works are read, style by style.

Each style is written and read again in every layout it comes in; an entry is right
where each field that it states was read as the work has it. Readers were tuned on one
half of the works; the other was held out.
"""

import sys

from benchmarks.invented_lists.scoring import FIELDS, Score, score
from benchmarks.invented_lists.styles import STYLES
from benchmarks.invented_lists.works import HELD, TUNED

GOAL, WORST = 0.97, 0.80


def main() -> None:
    """Print the share of entries that are right, by style and by field."""
    if "-v" in sys.argv:
        wanted = [name for name in STYLES if name in sys.argv] or STYLES
        for style in wanted:
            for line in score(style, TUNED).wrong:
                print(" | ".join(line))
        return
    print(f"{'style':<20} tuned on  held out   (goal {GOAL:.2f}, worst {WORST:.2f})")
    totals = Score(), Score()
    for style in STYLES:
        both = score(style, TUNED), score(style, HELD)
        totals = totals[0] + both[0], totals[1] + both[1]
        print(f"{style:<20}    {both[0].share:.3f}     {both[1].share:.3f}")
    print(f"{'all entries':<20}    {totals[0].share:.3f}     {totals[1].share:.3f}")
    for name in FIELDS:
        shares = [one.right[name] / max(1, one.stated[name]) for one in totals]
        print(f"  {name:<18}    {shares[0]:.3f}     {shares[1]:.3f}")


if __name__ == "__main__":
    main()
