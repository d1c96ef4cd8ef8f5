"""Articles in other languages, and about other things: said, and still read."""

from articles.reading import audit, read_article

GERMAN = """Moos gegen Knieschmerzen

Das Moos lindert die Schmerzen in den Knien, wie eine erfundene Studie gezeigt hat [1].
Es ist nicht bekannt, ob es auch bei Kindern wirkt, weil niemand danach gesucht hat. Die
Wirkung war klein, und sie hielt nur wenige Tage an (Xamplova, 2031).

Literatur

1. Xamplova A. Moos und Knie. J Examp. 2031;1:2-3.
"""
TEXTS = {
    "en": "Moss eases the pain of most people who never were, as two trials that were "
    "made up have found, but nobody has looked at what it does to children.",
    "de": GERMAN,
    "fr": "La mousse soulage la douleur des genoux, comme l’a montré une étude qui est "
    "inventée. On ne sait pas si elle agit chez les enfants, car on ne les a pas vus.",
    "es": "El musgo alivia el dolor de las rodillas, como mostró un ensayo que no se "
    "hizo, y no se sabe si actúa en los niños, porque nadie los ha seguido hasta hoy.",
    "it": "Il muschio allevia il dolore delle ginocchia, come ha mostrato uno studio "
    "che nessuno ha fatto, e non si sa se funziona anche nei bambini o negli anziani.",
    "nl": "Het mos verlicht de pijn in de knieën, zoals een verzonnen onderzoek liet "
    "zien, en het is niet bekend of het ook werkt bij kinderen of bij ouderen.",
    "ru": "Мох облегчает боль в коленях, как это показало одно придуманное нами "
    "исследование, и неизвестно, действует ли он на детей, потому что их не было.",
    "ja": "苔は膝の痛みを和らげると、作り話の研究は示した。"
    "子供に効くかどうかは誰も調べていない。",
    "zh": "一项虚构的研究显示苔藓可以缓解膝盖疼痛，但是没有人知道它对儿童是否有效。",
    "": "Moss.",
}


def test_the_language_of_an_article_is_told():
    told = {
        code: audit(read_article(text.encode()))["language"]
        for code, text in TEXTS.items()
    }
    assert told == {code: code or None for code in TEXTS}


def test_an_article_in_another_language_is_said_to_be_and_its_works_are_read():
    found = audit(read_article(GERMAN.encode()))
    assert found["remarks"] == [
        "This looks German; claims are suggested in English only."
    ]
    assert found["claims"] == []
    assert [work["authors"] for work in found["references"]] == [["Xamplova"]]
    assert {citation["marker"] for citation in found["citations"]} >= {"[1]"}


def test_a_page_that_is_wrong_about_its_language_is_read_as_it_is_written():
    page = (
        f"<html lang='de'><body><article><p>{TEXTS['en']}</p></article></body></html>"
    )
    assert audit(read_article(page.encode()))["language"] == "en"


STATUTE = (
    "The council met on the second day of the month to vote on the new road, the "
    "bridge and the price of parking in the old town. "
) * 8


def test_an_article_about_something_else_is_said_to_be():
    found = audit(read_article(STATUTE.encode()))
    assert found["remarks"] == ["This does not look like an article about health."]
    about = (
        STATUTE + "A doctor said that a patient of the hospital died of a fever. " * 4
    )
    assert audit(read_article(about.encode()))["remarks"] == []
