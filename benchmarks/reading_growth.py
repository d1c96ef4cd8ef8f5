"""Reading texts of many forms: how much more time four times the text takes."""

import time

from articles.reading.documents import read_document

SIZES = 60_000, 240_000  # characters
FASTEST = 0.05  # seconds under which a clock tells nothing
LINEAR = 9  # a quadratic reader takes sixteen times as long
SAID = "Moss eases the pain of adults (Kim 2031). "
ENTRY = "Kim A, Roe B. Work {} of many. J Ex. 2031;{}:1-9."


def page(inner):
    return f"<html><body><article><h1>Of moss</h1>{inner}</article></body></html>"


def repeated(piece, size):
    return piece * (size // len(piece))


def entries(mark, size, between):
    made = (mark.format(ENTRY.format(n, n)) for n in range(size // 55))
    return between.join(made)


SHAPES = {
    "paragraphs": lambda size: page(repeated(f"<p>{SAID}</p>", size)),
    "breaks": lambda size: page(f"<p>{repeated(SAID + '<br>', size)}</p>"),
    "spans": lambda size: page(f"<p>{repeated('<span>moss </span>', size)}</p>"),
    "marks": lambda size: page(f"<p>{repeated('moss<sup>1</sup> ', size)}</p>"),
    "marks in a row": lambda size: page(f"<p>moss{repeated('<sup>1</sup>', size)}</p>"),
    "lists in lists": lambda size: page(f"{repeated('<ul><li>moss', size)}"),
    "links": lambda size: page(
        f"<p>{repeated('<a href=https://doi.org/10.5555/x>moss</a> ', size)}</p>"
    ),
    "blocks in blocks": lambda size: page(
        f"{'<div>' * 100}{repeated(f'<p>{SAID}</p>', size)}{'</div>' * 100}"
    ),
    "a list of works": lambda size: page(
        f"<h2>References</h2><ol>{entries('<li>{}</li>', size, '')}</ol>"
    ),
    "text": lambda size: repeated(f"{SAID}\n\n", size),
    "one line": lambda size: repeated(SAID, size),
    "one letter": lambda size: "a" * size,
    "lines of one letter": lambda size: "a\n" * (size // 2),
    "a numbered list": lambda size: "References\n\n" + entries("1. {}", size, "\n"),
    "a list without numbers": lambda size: "References\n\n" + entries("{}", size, "\n"),
    "headings": lambda size: repeated("Notes\n\nKim A. Moss 2031.\n\n", size),
    "a pasted page": lambda size: repeated(
        "Moss eases pain in most people who never were and im-\nportant dolls\n", size
    ),
}


def read(text):
    """The document of a text of one of these forms."""
    return read_document(text.encode(), "html" if text.startswith("<html>") else "text")


def seconds(text):
    """Processor time to read a text."""
    start = time.process_time()
    read(text)
    return time.process_time() - start


def main():
    little, much = SIZES
    read(page("<p>The models are loaded once a process.</p>"))
    for name, shape in SHAPES.items():
        short, long = seconds(shape(little)), seconds(shape(much))
        times = long / max(FASTEST, short)
        print(
            f"{name}: {little // 1000} kB {short:.2f} s, {much // 1000} kB "
            f"{long:.2f} s, {times:.1f} times (goal: at most {LINEAR})"
        )


if __name__ == "__main__":
    main()
