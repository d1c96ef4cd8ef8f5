"""Saved searches: kept by a person, marking what is new, followed by a feed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import etree

from accounts.models import User
from claims.models import Claim
from core.errors import NotAllowed
from evidence.models import SavedSearch
from evidence.saved_searches.actions import remove_saved_search
from tests import factories as make

pytestmark = pytest.mark.django_db

SAVED = "/saved-searches/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
# What an address that is pasted is saved as; None where it is none of a list here.
ADDRESSES = {
    "/claims/?q=fever&kind=harm": ("claims", "q=fever&kind=harm"),
    " /claims/?q=fever&cursor=xyz&order=text&size=5&format=json ": (
        "claims",
        "q=fever",
    ),
    "http://testserver/search/?q=Kim+2016": ("search", "q=Kim+2016"),
    "https://testserver/articles/": ("articles", ""),
    "/studies/?has=results&has=&q=": ("studies", "has=results"),
    "/references/?q=a%26b": ("references", "q=a%26b"),
    "/topics/?q=fever#x": ("topics", "q=fever"),
    "https://example.org/claims/?q=fever": None,
    "//example.org/claims/": None,
    "/claims/12/": None,
    "/": None,
    "fever": None,
    "javascript:alert(1)": None,
    "http://[/claims/": None,
    "/claims/?kind=made-up": None,
    "/claims/?topic=0": None,
    "/search/": None,
    "/search/?q=+": None,
    "/search/?q=-fever": None,
    "/claims/?q=" + "x" * 5000: None,
}


@pytest.fixture
def kim(client):
    person = make.a_reader()
    client.force_login(person)
    return person


def saved_by(person, **given):
    return make.a_saved_search(user=person, **given)


def long_ago(saved):
    day = datetime(2001, 1, 1, tzinfo=UTC)
    SavedSearch.objects.filter(pk=saved.pk).update(looked_at=day)


def new_on(page):
    return {each["one"].title: each["is_new"] for each in page.context["found"]}


def test_addresses_of_searches_and_lists_are_saved_and_no_others(client, kim):
    wrong = []
    for number, (address, expected) in enumerate(ADDRESSES.items()):
        sent = {"name": f"Number {number}", "address": address}
        answer = client.post(SAVED, sent)
        row = SavedSearch.objects.filter(user=kim, name=sent["name"]).first()
        kept = row and (row.searched, row.query)
        if kept != expected or answer.status_code != (302 if expected else 422):
            wrong.append((address[:60], kept, answer.status_code))
    assert not wrong
    assert client.get(SAVED).status_code == 200


def test_a_list_offers_to_be_saved_to_who_is_signed_in_alone(client):
    address = "/claims/?q=fever&kind=harm"
    assert "Save" not in client.get(address).content.decode()
    client.force_login(make.a_reader())
    page = client.get(address).content.decode()
    offered = (
        "/saved-searches/?at=%2Fclaims%2F%3Fq%3Dfever%26kind%3Dharm&amp;name=fever"
    )
    assert offered in page
    form = client.get(offered.replace("&amp;", "&")).content.decode()
    assert 'value="/claims/?q=fever&amp;kind=harm"' in form and 'value="fever"' in form


def test_what_came_since_is_new_until_a_person_says_they_have_seen_it(client, kim):
    saved = saved_by(kim)
    old = make.a_claim(text="Examplin is old")
    long_ago(saved)
    Claim.objects.filter(pk=old.pk).update(created_at=datetime(2000, 1, 1, tzinfo=UTC))
    make.a_claim(text="Examplin is new")
    make.a_claim(text="Placebin is new")
    assert "<b>1 new</b>" in client.get(SAVED).content.decode()
    page = client.get(f"{SAVED}{saved.pk}/")
    assert new_on(page) == {"Examplin is new": True, "Examplin is old": False}
    make.a_claim(text="Examplin came meanwhile")
    client.post(f"{SAVED}{saved.pk}/look/", {"until": page.context["until"]})
    assert new_on(client.get(f"{SAVED}{saved.pk}/")) == {
        "Examplin came meanwhile": True,
        "Examplin is new": False,
        "Examplin is old": False,
    }
    client.post(f"{SAVED}{saved.pk}/look/", {"until": page.context["until"]})
    assert "<b>1 new</b>" in client.get(SAVED).content.decode()
    client.post(f"{SAVED}{saved.pk}/look/")
    assert "nothing new" in client.get(SAVED).content.decode()


def test_a_moment_yet_to_come_is_not_seen_and_one_without_sense_is_none(client, kim):
    saved = saved_by(kim)
    for until in ("2999-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "soon", "\0"):
        client.post(f"{SAVED}{saved.pk}/look/", {"until": until})
        before = saved.looked_at
        saved = SavedSearch.objects.get()
        assert before <= saved.looked_at <= timezone.now(), until


def test_a_claim_that_gets_its_verdict_is_new_again(client, kim):
    saved = saved_by(kim, query="verdict=supported")
    claim = make.a_claim(text="Examplin works")
    Claim.objects.filter(pk=claim.pk).update(
        created_at=datetime(2000, 1, 1, tzinfo=UTC)
    )
    Claim.objects.filter(pk=claim.pk).update(
        verdict="supported",
        certainty="low",
        standing="draft",
        judged_at=timezone.now() + timedelta(seconds=1),
    )
    looked = client.get(f"{SAVED}{saved.pk}/")
    assert new_on(looked) == {"Examplin works": True}
    assert "judged" in looked.content.decode()


def test_reading_a_search_or_its_feed_changes_nothing_of_it(client, kim):
    saved = saved_by(kim)
    long_ago(saved)
    make.a_claim(text="Examplin is new")
    client.post(f"{SAVED}{saved.pk}/feed/", {"do": "make"})
    before = SavedSearch.objects.values().get()
    client.get(f"{SAVED}{saved.pk}/")
    client.get(f"{SAVED}{saved.pk}/", headers={"sec-purpose": "prefetch"})
    client.head(f"{SAVED}{saved.pk}/")
    client.get(feed_of(client, saved))
    assert SavedSearch.objects.values().get() == before
    client.post(f"{SAVED}{saved.pk}/look/")
    after = SavedSearch.objects.values().get()
    assert after.pop("looked_at") > before.pop("looked_at")
    assert after == before  # its revision too: who renames it meanwhile loses no race


def test_a_search_over_everything_finds_what_uses_what_it_names(client, kim):
    reference = make.a_reference(title="A made-up trial")
    make.an_identifier(reference=reference, scheme="doi", value="10.5555/kim")
    article = make.an_article(title="Smooth in a week")
    make.a_cited_work(article=article, reference=reference)
    saved = saved_by(kim, searched="search", query="q=10.5555%2Fkim")
    found = new_on(client.get(f"{SAVED}{saved.pk}/"))
    assert "Smooth in a week" in found


def test_a_person_sees_renames_and_removes_their_own_alone(client, kim):
    mine = saved_by(kim)
    other = saved_by(make.a_curator(), name="Not mine")
    assert "Not mine" not in client.get(SAVED).content.decode()
    for path in ("", "remove/", "feed/", "look/"):
        answer = client.post(f"{SAVED}{other.pk}/{path}", {"name": "x", "do": "make"})
        assert answer.status_code == 404
    with pytest.raises(NotAllowed):
        remove_saved_search(saved=other, by=kim)
    client.post(f"{SAVED}{mine.pk}/", {"name": " Fever   news "})
    assert SavedSearch.objects.get(pk=mine.pk).name == "Fever news"
    assert client.post(f"{SAVED}{mine.pk}/", {"name": " "}).status_code == 422
    client.post(f"{SAVED}{mine.pk}/remove/")
    assert [*SavedSearch.objects.all()] == [other]


def test_two_of_one_name_are_refused_with_what_was_typed(client, kim):
    saved_by(kim, name="Fever")
    answer = client.post(SAVED, {"name": "fever", "address": "/claims/?q=x"})
    assert answer.status_code == 422
    assert "You have a saved search of this name." in answer.content.decode()


# --- the feed ---


def feed_of(client, saved):
    if not SavedSearch.objects.get(pk=saved.pk).feed_key:
        client.post(f"{SAVED}{saved.pk}/feed/", {"do": "make"})
    page = client.get(f"{SAVED}{saved.pk}/")
    return page.context["feed"].removeprefix("http://testserver")


def entries(answer):
    return etree.fromstring(answer.content).findall("a:entry", ATOM)


def test_a_feed_is_atom_and_its_entries_are_the_newest_first(client, kim):
    saved = saved_by(kim, name="Fever & <more>")
    for text in ("Examplin <b>one</b> & two\x0b", "Examplin lowers", "Placebin lowers"):
        make.a_claim(text=text)
    answer = Client().get(feed_of(client, saved))
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    for needed in ("id", "title", "updated", "author/a:name"):
        assert root.find(f"a:{needed}", ATOM).text, needed
    assert root.find("a:title", ATOM).text == "Fever & <more> · Footing"
    assert root.find("a:link[@rel='self']", ATOM).get("href").endswith("/")
    titles = [entry.find("a:title", ATOM).text for entry in entries(answer)]
    assert titles == ["Examplin lowers", "Examplin <b>one</b> & two"]
    for entry in entries(answer):
        for needed in ("id", "title", "updated", "published", "summary"):
            assert entry.find(f"a:{needed}", ATOM).text, needed
        datetime.fromisoformat(entry.find("a:updated", ATOM).text)
        assert entry.find("a:id", ATOM).text.startswith("http://testserver/claims/")
    assert len({entry.find("a:id", ATOM).text for entry in entries(answer)}) == 2


def test_an_unchanged_feed_is_not_sent_again(client, kim):
    address = feed_of(client, saved_by(kim))
    first = Client().get(address)
    again = Client().get(address, headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)


def test_a_new_address_ends_the_old_and_a_revoked_one_leads_nowhere(client, kim):
    saved = saved_by(kim)
    first = feed_of(client, saved)
    assert SavedSearch.objects.get().feed_key not in (first, "")
    client.post(f"{SAVED}{saved.pk}/feed/", {"do": "make"})
    second = feed_of(client, saved)
    assert first != second
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    guessed = second[:-2] + ("A" if second[-2] != "A" else "B") + "/"
    assert Client().get(guessed).status_code == 404
    client.post(f"{SAVED}{saved.pk}/feed/", {"do": "revoke"})
    assert Client().get(second).status_code == 404


def test_where_reading_is_closed_a_feed_opens_as_its_person_does(client, kim, settings):
    address = feed_of(client, saved_by(kim))
    settings.READING = "signed-in"
    assert Client().get(address).status_code == 200
    assert Client().get("/claims/")["Location"].startswith("/accounts/sign-in/")
    settings.SECOND_FACTOR = [kim.role]
    assert Client().get(address).status_code == 404
    settings.SECOND_FACTOR = []
    User.objects.filter(pk=kim.pk).update(is_active=False)
    assert Client().get(address).status_code == 404


def test_a_search_that_has_no_sense_any_more_says_so(client, kim):
    saved = saved_by(kim, query="topic=99999")
    assert "finds nothing any more" in client.get(SAVED).content.decode()
    page = client.get(f"{SAVED}{saved.pk}/")
    assert "finds nothing any more" in page.content.decode()
    assert entries(Client().get(feed_of(client, saved))) == []
