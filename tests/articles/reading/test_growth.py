"""Reading takes time in proportion to what is read, whatever its form."""

import time

from articles.reading.documents import read_document

SAID = "Moss eases the pain of adults (Kim 2031). "
ENTRY = "Kim A, Roe B. Work {} of many. J Ex. 2031;{}:1-9."
LITTLE, MUCH = 60_000, 240_000  # characters
FASTEST = 0.05  # seconds under which a clock tells nothing
# Four times the text may take this much more time; quadratic would be sixteen
LINEAR = 9


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


def seconds(text):
    start = time.process_time()
    read_document(text.encode(), "html" if text.startswith("<html>") else "text")
    return time.process_time() - start


def test_four_times_the_text_takes_no_more_than_its_share_of_time():
    seconds(page("<p>The models are loaded once a process.</p>"))
    grown = {
        name: seconds(make(MUCH)) / max(FASTEST, seconds(make(LITTLE)))
        for name, make in SHAPES.items()
    }
    assert {name: times for name, times in grown.items() if times > LINEAR} == {}
