"""Reading an article of 3,000 words, and a megabyte of text in each form."""

import time

from articles.reading import audit, read_article
from articles.reading.documents import read_document

GOAL = 1.0
MEGABYTE_GOAL = 3.0  # of a processor, the libraries' own time in it
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


def megabyte(form):
    """A megabyte of paragraphs as text, or as a page."""
    number = 1_000_000 // len(PARAGRAPH)
    text = "".join(PARAGRAPH.format(n=n, m=3) for n in range(number))
    if form != "html":
        return text.encode()
    parts = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    page = f"<html><body><article><h1>Examplin</h1>{parts}</article></body></html>"
    return page.encode()


def read_megabytes():
    """Print the processor's time for a megabyte in each form."""
    for form in ("text", "markdown", "html"):
        data = megabyte(form)
        start = time.process_time()
        read_document(data, form)
        document = time.process_time() - start
        start = time.process_time()
        read_article(data, form)
        whole = time.process_time() - start
        print(
            f"1 MB as {form}: {document:.2f} s to its text, {whole:.2f} s to its "
            f"claims (goal: at most {MEGABYTE_GOAL:.0f} s)"
        )


def main():
    data = article()
    read_article(data)  # the sentence model is loaded once a process
    times = []
    for _ in range(3):
        start = time.perf_counter()
        facts = audit(read_article(data))
        times.append(time.perf_counter() - start)
    read_megabytes()
    print(
        f"{facts['words']:,} words, {len(facts['claims'])} claims, "
        f"{len(facts['citations'])} citations: {min(times):.2f} s "
        f"(goal: at most {GOAL:.0f} s)"
    )


if __name__ == "__main__":
    main()
