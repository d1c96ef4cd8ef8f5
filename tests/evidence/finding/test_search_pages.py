"""The page and the API of the one search."""

import csv
import io
from string import ascii_lowercase as LETTERS

import pytest

from core import best_found
from core.models import Change, SearchWord, ShortForm
from evidence.finding.spelling import count_words
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db


def search(client, typed, **asked):
    return client.get("/api/v1/search/", {"q": typed, **asked}).json()


def titles(answer):
    return [hit["title"] for hit in answer["results"]]


def test_things_of_every_kind_are_found_together_and_marked(client):
    topic = make.a_topic(name="Made-up fever")
    claim = make.a_claim(text="Examplin lowers made-up fever")
    make.a_claim_topic(claim=claim, topic=topic)
    make.a_study(label="Kim 2001", title="A fever in winter")
    make.a_reference(title="A trial in fever")
    make.an_article(title="What to do with a fever")
    answer = search(client, "fevers")
    assert {hit["kind"] for hit in answer["results"]} == {
        "claim",
        "topic",
        "study",
        "reference",
        "article",
    }
    assert {group["count"] for group in answer["groups"]} == {1}
    marked = [
        piece["words"].lower()
        for hit in answer["results"]
        for piece in hit["marked"]
        if piece["marked"]
    ]
    assert marked == ["fever"] * 5
    page = client.get("/search/", {"q": "fevers"}).content.decode()
    assert page.count("<mark") >= 5
    for group in answer["groups"]:  # each whole list is one press away
        assert len(client.get(group["list"]).json()["results"]) == 1
    rows = csv.DictReader(
        io.StringIO(client.get("/search.csv?q=fevers").getvalue().decode("utf-8-sig"))
    )
    assert [row["title"] for row in rows] == titles(answer)


def test_a_title_is_shown_as_far_as_anybody_reads(client):
    make.a_study(label="Fever 2001", title="fever " * 1_000)
    page = client.get("/search/", {"q": "fevers"}).content.decode()
    assert page.count("<mark") < 200


def test_of_too_many_to_rank_the_best_of_some_are_shown_and_all_below_that(
    client, monkeypatch
):
    monkeypatch.setattr(best_found, "CAP", 3)
    monkeypatch.setattr(best_found, "_RANKED", 2)
    lengths = []
    for length in (40, 30, 20, 10):
        make.a_claim(text="Examplin" + " helps" * (length - 1))
        answer = search(client, "examplin")
        lengths.append([len(title.split()) for title in titles(answer)])
    assert lengths[:3] == [[40], [30, 40], [20, 30, 40]]
    assert len(lengths[3]) == 2
    (group,) = answer["groups"]
    assert (group["count"], group["is_more"]) == (3, True)


def test_a_closed_article_is_found_and_its_text_not_shown(client):
    for licence in ("all_rights", "cc_by"):
        article = make.an_article(title=f"An article, {licence}", licence=licence)
        make.a_version(article=article, text="Nobody quotes the buckwheat paragraph.")
    answer = search(client, "buckwheat")
    shown = {hit["title"]: bool(hit["snippet"]) for hit in answer["results"]}
    assert shown == {"An article, all_rights": False, "An article, cc_by": True}
    page = client.get("/search/", {"q": "buckwheat"}).content.decode()
    assert page.count("paragraph") == 1


def test_a_misspelt_word_is_asked_about_also_where_words_were_counted(client):
    make.a_claim(text="Vitamin D prevents fractures")
    for _ in range(2):
        assert search(client, "vitmain D")["did_you_mean"] == "vitamin D"
        count_words(by=make.an_editor())
    assert search(client, "vitamin")["did_you_mean"] == ""
    assert search(client, "vitamins fracture")["did_you_mean"] == ""
    assert search(client, "qqqqqqq")["did_you_mean"] == ""
    assert search(client, "vitamin-fractrues")["did_you_mean"] == "vitamin-fractures"
    assert search(client, "preventsfractures")["did_you_mean"] == "prevents fractures"
    assert search(client, "preventsqqqq")["did_you_mean"] == ""
    page = shown(client.get("/search/?q=vitmain"))
    assert 'Did you mean <a href="?q=vitamin"><strong>vitamin</strong></a>?' in page


def test_a_short_form_that_nothing_explains_is_asked_about(client, editor):
    make.a_claim(text="Cold-water bathing of the feet eases pain")
    make.a_topic(name="Cold water bathing")
    meant = {
        "CWB": "cold-water bathing",
        "pain CWB": "pain cold-water bathing",
        "CBF": "",
        "cwb": "",
        "BF": "bathing of the feet",
        "WBX": "",
    }
    for typed, wanted in meant.items():
        found = search(client, typed)["did_you_mean"].replace(
            "cold water", "cold-water"
        )
        assert found == wanted, typed
    page = shown(client.get("/search/?q=CWB"))
    assert "a short form written out" in page
    said = {"short": "CWB", "long": "made-up baths", "source": "A made-up book"}
    client.post("/search/short-forms/", said)
    assert search(client, "CWB")["did_you_mean"] == ""


def test_the_nearest_of_very_many_words_is_meant_also_as_it_sounds(client):
    words = {f"vitr{one}{other}ous": 3 for one in LETTERS for other in LETTERS}
    words |= {"vitamin": 400, "diarrhoea": 9, "bisphosphonates": 9, "vitmain": 1}
    words |= {"prion": 1, "prior": 40, "fracture": 90, "fraction": 1}
    SearchWord.objects.bulk_create(
        SearchWord(word=word, count=count) for word, count in words.items()
    )
    make.a_claim(text="Vitmain D is misspelt once")
    meant = {
        "Vitmain E": "Vitamin E",  # in one row, and beside it in hundreds
        "VITAMNI": "VITAMIN",
        "diarea": "diarrhoea",
        "bisfosfonates": "bisphosphonates",
        "prion": "",
        "fraction": "",
    }
    assert {typed: search(client, typed)["did_you_mean"] for typed in meant} == meant


def test_an_unknown_identifier_and_nothing_found_say_so(client):
    page = shown(client.get("/search/?q=10.5555/nothing"))
    assert "Nothing here has the address or number DOI 10.5555/nothing" in page
    assert "Nothing found" in page


def test_what_is_withdrawn_or_merged_is_not_found_and_leaves_no_words(client):
    claim = make.a_claim(text="Examplin lowers made-up fever")
    assert titles(search(client, "examplin"))
    claim.merged_into = make.a_claim(text="Something else")
    claim.save()
    assert not titles(search(client, "examplin"))


def test_search_rows_are_in_no_feed(client):
    make.a_claim()
    assert not Change.objects.filter(model__contains="search").exists()


@pytest.mark.parametrize(
    "asked", ["q=", "", "q=x&size=0", "q=x&kind=nothing", "q=x&other=1", "q=%00"]
)
def test_a_search_that_makes_no_sense_is_refused_with_a_sentence(client, asked):
    answer = client.get(f"/api/v1/search/?{asked}")
    assert answer.status_code in (200, 400)
    assert client.get(f"/search/?{asked}").status_code == 200


def test_an_editor_says_what_is_found_together_and_takes_it_back(client, editor):
    make.a_claim(text="Made-up cold therapy lowers fever")
    assert not titles(search(client, "MCT"))
    said = {"short": "MCT", "long": "made-up cold therapy", "source": "A made-up book"}
    answer = client.post("/search/short-forms/", {**said, "source": ""})
    assert answer.status_code == 422
    client.post("/search/short-forms/", said)
    assert titles(search(client, "MCT")) == ["Made-up cold therapy lowers fever"]
    assert not titles(search(client, '"MCT"'))
    assert "A made-up book" in client.get("/search/short-forms/?q=mct").content.decode()
    (form,) = ShortForm.objects.exclude(by=None)
    client.post(f"/search/short-forms/{form.pk}/drop/")
    assert not titles(search(client, "MCT"))


def test_only_an_editor_says_what_is_found_together(client, reviewer):
    said = {"short": "MCT", "long": "made-up cold therapy", "source": "A made-up book"}
    assert client.post("/search/short-forms/", said).status_code == 403
    assert not ShortForm.objects.exists()
