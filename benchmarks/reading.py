"""Reading an article of 3,000 words."""

import time

from articles.reading import audit, read_article

GOAL = 1.0
WORDS = 3000
PARAGRAPH = (
    "Examplin lowers made-up fever in adults (Example et al., 2001). In a randomised "
    "trial of {n} people it may reduce the number of bad days by a third [{m}]. "
    "Nobody has looked at children so far, and the effect could be smaller there. "
    "Example and Madeup (2010) saw no difference in sleep, which is surprising.\n\n"
)


def article():
    """A plain text of 3,000 words with citations and a list of what it cites."""
    parts = ["Examplin against made-up fever\n\n"]
    words = 0
    while words < WORDS:
        parts.append(PARAGRAPH.format(n=100 + len(parts), m=len(parts)))
        words += len(parts[-1].split())
    parts.append("References\n\n")
    parts += [
        f"{n}. Example E, Madeup M. A trial of examplin, {n}. J Ex. 2001;{n}:1-9.\n"
        for n in range(1, len(parts))
    ]
    return "".join(parts).encode()


def main():
    data = article()
    read_article(data)  # the sentence model is loaded once a process
    times = []
    for _ in range(3):
        start = time.perf_counter()
        facts = audit(read_article(data))
        times.append(time.perf_counter() - start)
    print(
        f"{facts['words']:,} words, {len(facts['claims'])} claims, "
        f"{len(facts['citations'])} citations: {min(times):.2f} s "
        f"(goal: at most {GOAL:.0f} s)"
    )


if __name__ == "__main__":
    main()
