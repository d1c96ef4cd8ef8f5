"""Checking and curating as people do it: by keyboard, by selecting, at any width."""

import pytest

from articles.articles.actions import import_article
from articles.models import Citation, Mention
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)
FEVER = """Examplin 🤒 and made-up fever

Examplin significantly reduces made-up fever in adults, as a trial showed [1].
Common adverse effects of examplin may include mild headaches and nausea.
More randomised controlled trials of examplin are needed [2].

Its 😀 makers & their friends sing in every ward.

References
1. Madeup A, Inventa B. Examplin for made-up fever. J Example. 2011;1:1-9.
2. Fictus C. Placebitol: a survey. J Example. 2013;2:10-19.
"""


@pytest.fixture
def complaints(page):
    """What the browser's console says: a broken policy, a script that failed."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda problem: said.append(str(problem)))
    return said


@pytest.fixture
def curator(sign_in):
    curator = make.a_curator()
    sign_in(curator)
    return curator


@pytest.fixture
def article(curator):
    return import_article(data=FEVER.encode(), by=curator).article


def saved(page, words):
    page.locator("#saved", has_text=words).wait_for()


def texts(article, status):
    rows = article.mentions.filter(status=status).order_by("pk")
    return list(rows.values_list("proposed_text", flat=True))


# --- checking ---


def test_a_pasted_text_is_audited(page, complaints):
    page.goto("/articles/new/")
    page.get_by_label("Paste its text").fill(FEVER)
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_text("Nothing was stored.").wait_for()
    page.locator(".annotated a[href='#card-2']").click()
    assert page.locator("#card-2:target").is_visible()
    assert not complaints


def test_a_dropped_file_is_read_at_once(page, complaints):
    page.goto("/articles/new/")
    page.evaluate(
        """text => {
            const files = new DataTransfer();
            files.items.add(new File([text], "fever.txt", { type: "text/plain" }));
            const drop = { dataTransfer: files, bubbles: true, cancelable: true };
            const form = document.querySelector("form[data-drop]");
            form.dispatchEvent(new DragEvent("dragover", drop));
            form.dispatchEvent(new DragEvent("drop", drop));
        }""",
        FEVER,
    )
    page.get_by_text("Nothing was stored.").wait_for()
    assert not complaints


def test_what_was_checked_is_kept_and_curated(page, curator, complaints):
    page.goto("/articles/new/")
    page.get_by_label("Paste its text").fill(FEVER)
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_role("button", name="Keep and curate").click()
    page.get_by_text("0 of 3 decided").wait_for()
    assert not complaints


def test_checking_is_accessible(page, looks_well, curator, complaints):
    page.goto("/articles/new/")
    looks_well()
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_text("Paste a text here").wait_for()
    looks_well()
    page.get_by_label("Paste its text").fill(FEVER)
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_text("Nothing was stored.").wait_for()
    looks_well()
    assert not [said for said in complaints if "422" not in said]


# --- curating ---


def test_an_article_is_curated_from_the_keyboard_alone(page, article, complaints):
    page.goto(f"/articles/{article.pk}/curate/")
    page.keyboard.press("a")
    saved(page, "accepted “Examplin significantly")
    page.locator("article[aria-label^='2:']:focus").wait_for()
    page.get_by_text("1 of 3 decided").wait_for()
    page.keyboard.press("x")
    saved(page, "rejected “Common adverse")
    page.keyboard.press("u")
    saved(page, "undone: rejected “Common adverse")
    page.keyboard.press("e")
    page.locator("textarea[name=proposed_text]:focus").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("Examplin may cause headaches")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    saved(page, "edited “Examplin may cause headaches")
    page.keyboard.press("s")
    page.locator("textarea[name=parts]:focus").wait_for()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("Examplin may cause nausea")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    saved(page, "split into 2 claims")
    page.keyboard.press("a")
    saved(page, "accepted “Examplin may cause headaches")
    page.keyboard.press("a")
    saved(page, "accepted “Examplin may cause nausea")
    page.keyboard.press("m")
    page.get_by_text("No claim is near").wait_for()
    page.keyboard.press("Escape")
    page.locator("article[aria-label^='4:']:focus").wait_for()
    page.keyboard.press("x")
    page.get_by_text("4 of 4 decided").wait_for()
    assert texts(article, Mention.Status.REJECTED) == [
        "More randomised controlled trials of examplin are needed [2]."
    ]
    assert texts(article, Mention.Status.ACCEPTED)[1:] == [
        "Examplin may cause headaches",
        "Examplin may cause nausea",
    ]
    assert not complaints


def test_keys_that_come_at_once_are_all_answered(page, article, complaints):
    page.goto(f"/articles/{article.pk}/curate/")
    for key in "axa":  # the next before the one before is saved
        page.keyboard.press(key)
    page.get_by_text("3 of 3 decided").wait_for()
    assert len(texts(article, Mention.Status.ACCEPTED)) == 2
    assert len(texts(article, Mention.Status.REJECTED)) == 1
    for key in "uu":
        page.keyboard.press(key)
    page.get_by_text("1 of 3 decided").wait_for()
    assert not complaints


def test_keys_move_and_are_listed(page, article):
    page.goto(f"/articles/{article.pk}/curate/")
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.locator("article[aria-label^='3:']:focus").wait_for()
    page.keyboard.press("k")
    page.locator("article[aria-label^='2:']:focus").wait_for()
    assert page.locator("#text .on").inner_text().startswith("Common adverse")
    page.reload()
    page.locator("article.on[aria-label^='2:']").wait_for()
    page.keyboard.press("?")
    page.get_by_text("join to a claim that is known").wait_for()
    page.keyboard.press("a")
    assert not article.mentions.exclude(status="suggested").exists()


SELECT = """words => {
    const walker = document.createTreeWalker(
        document.getElementById("text"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        getSelection().setBaseAndExtent(node, at, node, at + words.length);
        return;
    }
}"""


def test_selected_words_are_marked_as_a_claim(page, article, complaints):
    page.goto(f"/articles/{article.pk}/curate/")
    page.evaluate(SELECT, "sing in every ward")
    toolbar = page.get_by_role("toolbar", name="Mark the selected words")
    toolbar.get_by_label("Kind").select_option("efficacy")
    toolbar.get_by_role("button", name="Mark as claim").click()
    saved(page, "marked “sing in every ward” as a claim")
    mention = article.mentions.get(origin="person")
    assert mention.anchors.get().exact == "sing in every ward"
    assert not complaints


def test_words_beside_numbers_and_emoji_are_counted_right(page, article, complaints):
    page.goto(f"/articles/{article.pk}/curate/")
    page.evaluate(SELECT, "makers & their friends")
    page.get_by_role("button", name="Mark as citation").first.click()
    saved(page, "marked “makers & their friends” as a citation")
    assert Citation.objects.get(origin="person").marker == "makers & their friends"
    page.evaluate(SELECT, "as a trial showed")
    page.get_by_role("button", name="Mark as citation").first.click()
    saved(page, "marked “as a trial showed” as a citation")
    page.evaluate(SELECT, "trials of examplin")
    page.get_by_role("button", name="Mark as citation").first.click()
    saved(page, "marked “trials of examplin” as a citation")
    assert not complaints


def test_words_not_sent_outlive_a_reload(page, article):
    address = f"/articles/{article.pk}/curate/"
    page.goto(address)
    page.keyboard.press("s")
    page.locator("textarea[name=parts]:focus").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("Half a thought")
    mention = article.mentions.order_by("pk").first()
    page.goto(f"{address}?at={mention.pk}&do=split")
    assert page.locator("textarea[name=parts]").input_value() == "Half a thought"


def test_a_lost_race_is_said_and_what_was_typed_stays(page, article):
    page.goto(f"/articles/{article.pk}/curate/")
    page.keyboard.press("s")
    page.locator("textarea[name=parts]").fill("My one\nMy two")
    mention = article.mentions.order_by("pk").first()
    Mention.objects.filter(pk=mention.pk).update(hedged_note="") if False else None
    page.evaluate("document.querySelector('.on [name=revision]').value = 999")
    page.get_by_role("button", name="Split", exact=True).click()
    saved(page, "Not saved.")
    assert page.locator("textarea[name=parts]").input_value() == "My one\nMy two"


def test_curating_is_accessible(page, looks_well, look_at, article, complaints):
    address = f"/articles/{article.pk}/curate/"
    page.goto(address)
    looks_well()
    page.keyboard.press("a")
    saved(page, "accepted")
    page.keyboard.press("x")
    saved(page, "rejected")
    looks_well()
    first = article.mentions.order_by("pk").first()
    work = article.cited_works.first()
    look_at(
        f"{address}?at={first.pk}&do={opened}&work={work.pk}"
        for opened in ("edit", "join", "cite", "tell")
    )
    page.goto(address)
    page.evaluate(SELECT, "sing in every ward")
    page.locator("#toolbar").wait_for()
    looks_well()
    look_at([f"/articles/{article.pk}/edit/"])
    assert not complaints


def test_the_chosen_card_is_in_sight_however_long_the_list(page, curator):
    lines = [f"Examplin significantly reduces fever of kind {n}." for n in range(40)]
    text = "Examplin and its fevers\n\n" + "\n".join(lines)
    article = import_article(data=text.encode(), by=curator).article
    page.set_viewport_size({"width": 1400, "height": 800})
    at = article.mentions.order_by("pk")[30].pk
    page.goto(f"/articles/{article.pk}/curate/?at={at}")
    page.keyboard.press("a")
    saved(page, "accepted")
    card = page.locator("article[aria-label^='32:']")
    page.locator("article[aria-label^='32:']:focus").wait_for()
    box = card.bounding_box()
    assert 0 < box["y"] < box["y"] + box["height"] < 800
    words = page.locator("#text .on").bounding_box()
    assert 0 < words["y"] < 800
