"""Twenty PDFs of known text, printed by Chromium: how many words come back in order.

One and two columns, running heads and page numbers, notes at a page's foot, soft
hyphens, justified and hyphenated lines, tables, ligatures, several faces and sizes.
"""

import itertools
import json
import random
import shutil
import sys
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from playwright.sync_api import sync_playwright

from articles.reading import audit, read_article

GOAL = 0.97
HEAD = "Journal of Examples 2031, vol. 12"
SUBJECTS = """Moss/The fern/An invented tea/Fog from the north/Office dust
A made-up salve/Broth of no bones/The snail of nowhere""".replace("\n", "/").split("/")
VERBS = """eases pain in/calms the skin of/lowers the fever of/may prevent falls among
does little for/was tried, without effect, in/reduces coughing in
is no cure for""".replace("\n", "/").split("/")
OBJECTS = """affluent dolls/most people who never were/children of fiction
older adults with sore knees/the first official panel/well-known statues
nurses on long-term leave/readers of fairy tales""".replace("\n", "/").split("/")
TAILS = ("", " [1]", ", as two invented trials found [2, 3]", " (Xamplova 2031)",
         ", although nobody has looked so far", "; the difference was small",
         " within three weeks of treatment")  # fmt: skip


@dataclass(frozen=True)
class Printed:
    """How one PDF is set, and the words that it must give back."""

    columns: int
    heads: bool
    justified: bool
    notes: bool
    table: bool
    face: str
    size: int
    seed: int
    parts: int = 7


def settings():
    """Twenty ways to set a text; every feature with and without the others."""
    faces = itertools.cycle(["serif", "sans-serif", "Georgia", "Liberation Serif"])
    for number in range(20):
        yield Printed(
            columns=1 + number % 2,
            heads=number % 4 != 3,
            justified=number % 3 != 0,
            notes=number % 5 == 1,
            table=number % 4 == 2,
            face=next(faces),
            size=(9, 10, 11, 12)[number // 5],
            seed=number,
        )


def sentences(chance, count):
    """Sentences that say nothing of the world, always the same for a seed."""
    return [
        f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"
        f"{chance.choice(TAILS)}."
        for _ in range(count)
    ]


def soft(words, chance):
    """Words with soft hyphens in the long ones, as sites put them."""
    return " ".join(
        f"{one[:4]}&shy;{one[4:]}" if len(one) > 8 and chance.random() < 0.5 else one
        for one in words.split()
    )


def written(how):
    """The page that is printed, and its words in the order of reading."""
    chance = random.Random(how.seed)
    words, body, notes = ["A look at moss and other made-up remedies"], [], []
    for part in range(1, how.parts + 1):
        heading = f"Part {part}: {chance.choice(SUBJECTS).lower()} and its limits"
        body.append(f"<h2>{heading}</h2>")
        words.append(heading)
        for _ in range(chance.randint(2, 4)):
            said = " ".join(sentences(chance, chance.randint(3, 7)))
            body.append(f"<p>{soft(said, chance)}</p>")
            words.append(said)
        listed = sentences(chance, 3)
        body.append("<ul>" + "".join(f"<li>{one}</li>" for one in listed) + "</ul>")
        words += listed
        if how.table and part == 3:
            rows = [["Group", "Number", "Score"], ["Moss", "40", "2.1"],
                    ["Fern", "41", "3.4"]]  # fmt: skip
            cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
            body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells))
            body.append("</table>")
            words += [" ".join(row) for row in rows]
    if how.notes:
        said = "1 Made-up figures; see the table of contents of no book."
        notes.append(f'<div class="note">{said}</div>')
    listed = [
        f"Xamplova A, Inventa B. Work {number} on moss and knees. J Examp. 2031;12:"
        f"{number}-{number + 8}. doi:10.5555/je.{number}"
        for number in range(1, 9)
    ]
    body.append("<h2>References</h2><ol>")
    body.append("".join(f"<li>{one}</li>" for one in listed) + "</ol>")
    words += ["References", *(f"{n}. {one}" for n, one in enumerate(listed, 1))]
    return page(how, body, notes), " ".join(words)


def page(how, body, notes):
    """The whole page with its style."""
    style = (
        f"body{{font:{how.size}pt {how.face};position:relative}} h1{{font-size:2em}}"
        f".text{{column-count:{how.columns};column-gap:8mm}} li{{margin:2pt}}"
        ".note{font-size:.8em;position:absolute;top:235mm}"
    )
    if how.justified:
        style += "p,li{text-align:justify;hyphens:auto}"
    return (
        f"<html lang=en><head><title>print</title><style>{style}</style></head><body>"
        f"<h1>A look at moss and other made-up remedies</h1>{''.join(notes)}"
        f"<div class=text>{''.join(body)}</div></body></html>"
    )


def print_all(browser, ways):
    """Yield how each PDF is set, its bytes and its words."""
    sheet = browser.new_page()
    for how in ways:
        html, words = written(how)
        sheet.set_content(html)
        small = "font-size:8px;width:100%;text-align:center"
        marks = {
            "header_template": f"<div style='{small}'>{HEAD}</div>",
            "footer_template": f"<div style='{small}'>Page <span class=pageNumber>"
            "</span> of <span class=totalPages></span></div>",
        }
        data = sheet.pdf(
            format="A4",
            display_header_footer=how.heads,
            margin={"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"},
            **(marks if how.heads else {}),
        )
        yield how, data, words


def share_in_order(words, text):
    """The share of the words that a text has in their order."""
    wanted, found = words.split(), text.replace("|", " ").split()
    same = SequenceMatcher(None, wanted, found, autojunk=False)
    return sum(block.size for block in same.get_matching_blocks()) / len(wanted)


def is_furniture(claim):
    """Whether a claim has words of a head or a foot in it."""
    return HEAD.split(",")[0] in claim["text"] or " of 3" in claim["text"]


def keep(folder, ways):
    """Print some PDFs and keep them with their words."""
    with sync_playwright() as play:
        browser = play.chromium.launch(**launched())
        for how, data, words in print_all(browser, ways):
            name = f"printed-{how.seed}"
            (folder / f"{name}.pdf").write_bytes(data)
            (folder / f"{name}.json").write_text(json.dumps({"words": words}))
        browser.close()


def launched():
    """How the machine's own Chromium is started."""
    return {
        "executable_path": shutil.which("chromium") or shutil.which("google-chrome"),
        "args": ["--no-sandbox"],
    }


def main():
    """Print the share of words in order for each PDF."""
    if len(sys.argv) > 2 and sys.argv[1] == "keep":
        ways = list(settings())
        short = [replace(ways[number], parts=3) for number in (1, 2, 6)]
        keep(Path(sys.argv[2]), short)
        return
    shares, furniture = [], 0
    with sync_playwright() as play:
        browser = play.chromium.launch(**launched())
        for how, data, words in print_all(browser, settings()):
            found = audit(read_article(data))
            share = share_in_order(words, found["text"])
            wrong = sum(map(is_furniture, found["claims"]))
            print(f"{how}: {share:.3f}, {len(found['references'])} references")
            shares.append(share)
            furniture += wrong
        browser.close()
    print(
        f"{len(shares)} PDFs: {sum(shares) / len(shares):.3f} of the words in order, "
        f"at worst {min(shares):.3f} (goal {GOAL:.2f}); {furniture} claims of heads"
    )


if __name__ == "__main__":
    main()
