"""One letter is a difference, and nothing is asked that is in no doubt."""

import dataclasses

from bibliography.lookups import Citation
from bibliography.matching import Overall, Same, Says, compare, same_title, same_work
from bibliography.matching.titles import one_letter_note
from bibliography.matching.works import what_agrees
from bibliography.records import Identifier, Record, RecordType
from texts.names import Name

# Words of which one letter, or two, make another; each in a title of its own.
LETTERS = """
meditation medication|macronutrient micronutrient|symptomatic asymptomatic
dysphagia dysphasia|infection injection|abduction adduction|inulin insulin
perineal peroneal|ileum ilium|cecal fecal|mucous mucus|palpation palpitation
ablation oblation|aural oral|arterial atrial|bacteremia bacteriemia|callus callous
causal casual
colonic clonic|confirmation conformation|dilation dilution
elicit illicit|hyphema hypema|intubation incubation
lactase lactose|sucrase sucrose|maltase maltose|menorrhea amenorrhea
metatarsal metacarpal|myelitis myositis|neural neutral
optic otic|palsy pulsy|parenteral parental|typical atypical|septic aseptic
prostate prostrate|radical radial|rational national|resection rejection
serum sebum|stature statute|tenia tinea|thymus thalamus|trial trail|ureteral urethral
vesical vesicle|viral vital|wound would|phosphate phosphite|sulfate sulfite
nitrate nitrite
chlorate chloride|calcitonin calcitriol|estradiol estriol|amylase amylose
"""
WORDS = """
fluoxetine duloxetine|prednisone prednisolone|hydralazine hydroxyzine|men women
clonidine clonazepam|hypertension hypotension|vinblastine vincristine|adults children
quinine quinidine|preoperative postoperative|cisplatin carboplatin|with without
"""
ALSO_ONE = [
    ("Ageing of the skin in diabetic rats", "Aging of the skin in diabetic rat"),
    ("Treatment of haemorrhage", "Treatmnet of hemorrhage"),
    ("Accommodation of the eye", "Accomodation of the eye"),
    ("Vitamin D versus placebo", "Vitamin D vs. placebo"),
    ("Micro-needling for scars", "Microneedling for scars"),
    ("Labelled water in two trials", "Labeled water in 2 trials"),
]


def pairs(words):
    for pair in words.strip().replace("\n", "|").split("|"):
        one, other = pair.split()
        yield (
            f"{one.capitalize()} in chronic pain of adults: a randomised trial",
            f"{other.capitalize()} in chronic pain of adults: a randomised trial",
        )


def record(title, **said):
    standard = {
        "title": title, "authors": (Name("Marlowe", "Ada"),), "year": 2012,
        "journal": "Journal of examples", "volume": "3", "pages": "12-15",
        "type": RecordType.ARTICLE,
    }  # fmt: skip
    return Record(**{**standard, **said})


def named(scheme="doi", value="10.5555/a"):
    return (Identifier(scheme, value),)


CITED = Citation(("Marlowe",), 2012, journal="J Examples", volume="3", page="12")


def test_one_letter_or_one_word_is_another_title():
    wrong = []
    for a, b in (*pairs(LETTERS), *pairs(WORDS)):
        cited = dataclasses.replace(CITED, title=a)
        for sure in (False, True):
            compared = compare(cited, record(b), is_identified=sure)
            title = next(f for f in compared.fields if f.field == "title")
            if title.says is Says.AGREES or compared.overall is Overall.AGREES:
                wrong.append((a, b, sure))
        if same_title(a, b) or same_title(b, a):
            wrong.append((a, b))
        same = same_work(record(a, identifiers=named()), record(b, identifiers=named()))
        if same is not Same.ASK or same_work(record(a), record(b)) is Same.SAME:
            wrong.append((a, b, same))
    assert wrong == []


def test_one_letter_is_shown_as_that():
    a, b = "Infection after hip replacement", "Injection after hip replacement"
    assert one_letter_note(a, b) == "one letter differs: “infection”, “injection”"
    compared = compare(dataclasses.replace(CITED, title=a), record(b))
    fields = {f["field"]: f for f in compared.as_json()["fields"]}
    assert fields["title"]["note"].startswith("one letter differs")
    assert fields["title"]["says"] == "disagrees" and "note" not in fields["year"]
    assert one_letter_note(a, "Infection before hip replacement") == ""
    assert "one letter differs" in what_agrees(record(a), record(b))


def test_spelling_and_mistyping_make_no_other_title():
    assert [pair for pair in ALSO_ONE if not same_title(*pair)] == []


TITLE = "A made-up trial of creams for ageing skin"


def test_what_agrees_in_all_that_places_a_work_is_not_asked():
    assert same_work(record(TITLE), record(TITLE.upper())) is Same.SAME
    one = named()
    assert same_work(record(TITLE, identifiers=one), record(TITLE)) is Same.SAME
    asked = [
        record(TITLE, identifiers=named(value="10.5555/b")),
        *(record(TITLE, **{name: ""}) for name in ("volume", "pages")),
        *(record(TITLE, year=year) for year in (None, 2013)),
        record(TITLE, volume="4"),
        record(TITLE, pages="99"),
        record(TITLE, authors=()),
        record(TITLE, journal="Letters on snails"),
        record(TITLE, pages="S12-S15"),
    ]
    mine = record(TITLE, identifiers=one)
    assert {same_work(mine, other) for other in asked} == {Same.CANDIDATE}
    editorial = record("Editorial")
    assert same_work(editorial, editorial) is Same.CANDIDATE
    other = record(TITLE, identifiers=named("pmid", "2"))
    assert same_work(record(TITLE, identifiers=named("pmid", "1")), other) is Same.OTHER


def test_a_question_says_what_agrees():
    a = record(TITLE, identifiers=named(), year=2013)
    b = record(TITLE, identifiers=named(value="10.5555/b"), pages="")
    assert what_agrees(a, b) == (
        "Agree: title, first author, journal, volume; differ: year, DOI."
    )


def test_an_equal_address_settles_a_web_page():
    page = named("url", "https://example.org/a")
    a = record("Creams for skin", type=RecordType.WEB_PAGE, identifiers=page, year=2012)
    same = dataclasses.replace(a, year=2020, authors=())
    assert same_work(a, same) is Same.SAME
    assert same_work(a, dataclasses.replace(a, title="")) is Same.SAME
    assert same_work(a, dataclasses.replace(a, title="Of snails")) is Same.ASK
    article = dataclasses.replace(a, type=RecordType.ARTICLE, title="Of snails")
    assert same_work(article, dataclasses.replace(article, title="X")) is Same.OTHER
