"""What a site says of itself: its keeper's texts, corrections, outlets' replies."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from evidence.about.models import SiteText
from evidence.about.words import Part
from evidence.grades.actions import correct
from tests import factories as make
from tests.api.programs import Program
from tests.html import shown
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
NOT_YET = "Not filled in yet by this site’s keeper."
TEXT = "Write to desk@example.org.\n\n<b>Or</b> see https://example.org/contact."


@pytest.fixture
def claim():
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome(name="fever"))
    base = a_base_of(make.a_claim(asserts="lowers"), [trial])
    return graded(base.claim, base)


def test_until_its_keeper_fills_it_in_a_site_says_so_of_every_part(client):
    page = shown(client.get("/about/"))
    assert page.count(NOT_YET) == len(Part)
    assert "Write it" not in page
    assert 'href="/about/"' in client.get("/").content.decode()


def test_an_editor_fills_a_part_in_and_its_history_stays(client, editor):
    address = "/about/texts/contact/write/"
    assert client.post(address, {"text": TEXT, "seen": 0}).status_code == 302
    page = shown(client.get("/about/"))
    assert page.count(NOT_YET) == len(Part) - 1
    assert "&lt;b&gt;Or&lt;/b&gt;" in client.get("/about/").content.decode()
    assert 'href="https://example.org/contact"' in page
    assert "Edi Madeup" in page
    late = client.post(address, {"text": "Later.", "seen": 0})
    assert late.status_code == 422
    assert "written anew meanwhile" in shown(late) and "Later." in shown(late)
    stands = SiteText.objects.get()
    assert client.post(address, {"text": "", "seen": stands.pk}).status_code == 302
    assert shown(client.get("/about/")).count(NOT_YET) == len(Part)
    history = shown(client.get("/about/texts/contact/"))
    assert "desk@example.org" in history and "Taken back." in history
    assert client.get("/about/texts/nothing/").status_code == 404
    client.force_login(make.a_reviewer())
    assert client.post(address, {"text": "Mine."}).status_code == 403


def test_a_program_fills_a_part_in_and_reads_what_stands():
    editor = Program(make.an_editor())
    said = {"part": "licence", "text": "CC BY 4.0"}
    assert editor.post("/site-texts/", said).status_code == 201
    assert editor.post("/site-texts/", said).status_code == 422
    assert editor.post("/site-texts/", {**said, "text": "CC0"}).status_code == 201
    (stands,) = editor.get("/site-texts/?newest=true").json()["results"]
    assert (stands["part"], stands["text"]) == ("licence", "CC0")
    assert Program(make.a_reviewer()).post("/site-texts/", said).status_code == 403


def test_a_correction_is_filed_on_its_page_and_read_everywhere(client, editor, claim):
    address = f"/claims/{claim.pk}/correct/"
    said = {"corrects": 1, "what": "The dose was wrong.", "why": "It was misread."}
    refused = client.post(address, {**said, "why": ""})
    assert refused.status_code == 422 and "The dose was wrong." in shown(refused)
    assert client.post(address, {**said, "revision": 99}).status_code == 422
    assert client.post(address, said).status_code == 302
    client.logout()
    for page in ("/about/", "/about/corrections/", f"/claims/{claim.pk}/"):
        text = shown(client.get(page))
        assert "The dose was wrong." in text and "It was misread." in text, page
        assert f'href="/claims/{claim.pk}/v1/"' in text
    wrong, right = (shown(client.get(f"/claims/{claim.pk}/v{n}/")) for n in (1, 2))
    assert "Corrected on" in wrong and "The dose was wrong." in wrong
    assert "Corrected on" not in right
    feed = client.get("/about/corrections.atom")
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert "The dose was wrong." in feed.content.decode()
    assert f"/claims/{claim.pk}/v2/" in feed.content.decode()


def test_the_feed_holds_whatever_was_typed(client, claim):
    correct(claim=claim, corrects=1, what="A\x0bdose.", why="So.", by=make.an_editor())
    assert "Adose. So." in client.get("/about/corrections.atom").content.decode()


def test_corrections_take_as_many_queries_however_many_there_are(
    client, claim, django_assert_max_num_queries
):
    for _ in range(5):
        correct(claim=claim, corrects=1, what="So.", why="So.", by=make.an_editor())
    for address in ("/about/", "/about/corrections/", "/about/corrections.atom"):
        with django_assert_max_num_queries(3):
            client.get(address)
    with django_assert_max_num_queries(12):
        client.get(f"/claims/{claim.pk}/")


def test_an_outlets_reply_stands_on_the_claim_and_on_the_article(client, editor, claim):
    article = make.an_article(outlet=make.an_outlet(), licence="cc_by")
    version = make.a_version(article=article)
    mention = make.a_mention(article=article, claim=claim)
    make.an_anchor(version=version, mention=mention)
    today = timezone.now().date()
    said = {
        "article": article.pk,
        "text": "We have changed the sentence.",
        "source": "Letter of the chief editor",
        "received_on": today.isoformat(),
    }
    address = f"/claims/{claim.pk}/reply/"
    wrong = {
        "source": {"source": ""},
        "text": {"text": ""},
        "a day to come": {"received_on": (today + timedelta(days=9)).isoformat()},
        "another outlet": {"outlet_name": "The Other Courier"},
        "nobody’s": {"article": ""},
        "another article": {"article": make.an_article().pk},
    }
    for what, change in wrong.items():
        assert client.post(address, {**said, **change}).status_code == 422, what
    assert client.post(address, said).status_code == 302
    client.logout()
    for page in (f"/claims/{claim.pk}/", f"/articles/{article.pk}/"):
        text = shown(client.get(page))
        assert "We have changed the sentence." in text, page
        assert "The Example Courier" in text and "Letter of the chief editor" in text
    client.force_login(editor)
    reply = claim.replies.get()
    client.post(f"/replies/{reply.pk}/take-back/", {"reason": "Not theirs."})
    assert "We have changed" not in shown(client.get(f"/claims/{claim.pk}/"))


def test_a_program_prints_a_reply(claim):
    said = {
        "claim": claim.pk,
        "outlet_name": "The Example Courier",
        "text": "We stand by it.",
        "source": "https://example.org/reply",
        "received_on": str(date(2026, 1, 2)),
    }
    assert Program(make.a_reviewer()).post("/replies/", said).status_code == 403
    editor = Program(make.an_editor())
    assert editor.post("/replies/", {**said, "outlet_name": ""}).status_code == 422
    made = editor.post("/replies/", said)
    assert made.status_code == 201
    assert made.json()["outlet_name"] == "The Example Courier"
    gone = editor.post(f"/replies/{made.json()['id']}/withdraw/", {"reason": "Error."})
    assert gone.status_code == 204
