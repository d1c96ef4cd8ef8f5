"""Anyone checks an article, and nothing of it is stored until it is kept."""

import re
from base64 import urlsafe_b64encode

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.checking import audit
from articles.checking import content as checked_article
from articles.models import Article, ArticleVersion
from claims.claims import known
from core.limits import turn
from tests import factories as make

pytestmark = pytest.mark.django_db
NEW, KEEP = "/articles/new/", "/articles/keep/"
FEVER = """Examplin and made-up fever

Examplin significantly reduces made-up fever in adults, as a trial showed [1].
Common adverse effects of examplin may include mild headaches and nausea.

References
1. Madeup A, Inventa B. Examplin for made-up fever. J Example. 2011;1:1-9. \
doi:10.5555/fever.1
"""
PAGE = b"""<html><body><article><h1>Examplin</h1>
<p>Examplin significantly reduces made-up fever in most adults.</p></article></body>
</html>"""


def a_file(data=None, name="fever.txt"):
    return SimpleUploadedFile(name, FEVER.encode() if data is None else data)


def rows():
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def page_of(answer):
    return " ".join(answer.content.decode().split())


def test_a_pasted_text_gets_its_audit(client):
    page = page_of(client.post(NEW, {"text": FEVER}))
    assert "Nothing was stored" in page
    assert "Two sentences can be checked." in page
    assert "One rests on one work, not looked for; for one no source" in page
    assert "One speaks of harm or safety." in page
    assert "The article reports a named study." in page
    assert "The article asserts, with a hedge." in page
    assert 'Cites <a href="#work-1">Madeup 2011</a>: not looked for.' in page
    assert "DOI 10.5555/fever.1" in page
    assert '<a class="c" href="#card-1" id="claim-1">Examplin significantly' in page


def test_a_visitor_s_article_has_a_smaller_limit(client, settings):
    settings.CHECK_MAX_BYTES = 100
    answer = client.post(NEW, {"text": FEVER})
    assert answer.status_code == 422
    assert "at most 100 are read for somebody who has not signed in" in page_of(answer)
    client.force_login(make.a_reader())
    assert client.post(NEW, {"text": FEVER}).status_code == 200


def test_articles_are_read_in_turn_and_what_was_sent_stays(client, settings):
    settings.HEAVY_WAIT_SECONDS = 0
    with turn("192.0.2.1"):
        answer = client.post(NEW, {"text": FEVER})
        assert answer.status_code == 503
        assert "Send this again in a minute" in page_of(answer)
        assert "Examplin and made-up fever" in page_of(answer)
        answer = client.post(NEW, {"file": a_file(FEVER.encode(), "fever.txt")})
        assert "What you sent is still in this form" in page_of(answer)
        client.force_login(make.a_reader())
        assert client.post(NEW, {"text": FEVER}).status_code == 503
    form = answer.context["form"]
    sent_again = {name: form[name].value() for name in ("source", "source_name")}
    answer = client.post(NEW, sent_again)
    assert answer.status_code == 200
    assert "Examplin and made-up fever" in page_of(answer)


def test_a_page_holds_so_many_sentences_and_works(client, monkeypatch):
    monkeypatch.setattr(checked_article, "MOST_SHOWN", 1)
    page = page_of(client.post(NEW, {"text": FEVER}))
    assert "The first 1 sentences that look like claims are shown" in page
    assert 'id="claim-1"' in page and 'id="claim-2"' not in page


def test_a_sentence_of_a_page_is_shown_whole_once(client):
    endless = "Fever and bruises lower mortality by 12% and " * 400 + "(Xample 2016)."
    page = client.post("/articles/new/", {"text": endless}).content.decode()
    assert "Most worth checking" in page
    assert page.count("and bruises") < 400 + 2 * 2000 / 45


def test_a_long_article_is_read_and_drawn_apart_and_in_turn(
    client, settings, monkeypatch
):
    make.a_claim(text="Examplin lowers made-up fever in adults")
    known_work = make.a_reference(doi="10.5555/fever.1", title="Examplin for fever")
    make.a_notice(reference=known_work, kind="retraction")
    monkeypatch.setattr(checked_article, "PATIENCE", 60_000)
    client.force_login(make.a_reader())
    token = re.compile(r'(csrfmiddlewaretoken" value=")[^"]+')
    here = token.sub(r"\1", page_of(client.post(NEW, {"text": FEVER})))
    settings.HEAVY_FROM_BYTES, settings.HEAVY_SECONDS = 10, 300  # it gives way
    apart = token.sub(r"\1", page_of(client.post(NEW, {"text": FEVER})))
    assert apart == here
    assert "Known here: <a" in here and "Madeup 2011 was retracted." in here
    monkeypatch.setattr(audit, "known_here", lambda asked: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        client.post(NEW, {"text": FEVER})
    settings.HEAVY_SECONDS = 0
    answer = client.post(NEW, {"text": FEVER})
    assert answer.status_code == 422
    assert "so it was stopped" in page_of(answer)


@pytest.mark.parametrize(
    ("data", "name"), [(FEVER.encode(), "fever.txt"), (PAGE, "fever.html")]
)
def test_a_file_gets_its_audit(client, data, name):
    page = page_of(client.post(NEW, {"file": a_file(data, name)}))
    assert "Examplin significantly reduces made-up fever" in page


def test_checking_stores_no_row_at_all(client):
    client.force_login(make.a_curator())
    before = rows()
    assert client.post(NEW, {"text": FEVER}).status_code == 200
    assert client.post(NEW, {"file": a_file()}).status_code == 200
    assert rows() == before


def test_a_title_made_from_the_first_sentence_is_marked(client):
    page = page_of(
        client.post(NEW, {"text": "Examplin lowers made-up fever. It does."})
    )
    assert "made from its first sentence" in page


def test_a_known_claim_is_shown_with_its_verdict(client, monkeypatch):
    monkeypatch.setattr(checked_article, "PATIENCE", 60_000)
    make.a_claim(text="Examplin lowers made-up fever in adults")
    make.a_claim(text="Examplin does not lower made-up fever in adults")
    make.a_claim(text="Placebitol is blue")
    page = page_of(client.post(NEW, {"text": FEVER}))
    assert "One claim is known here: one not graded." in page
    assert page.count("Known here: <a") == 1
    assert page.count("Near it, but one denies what the other says") == 1


def test_a_slow_store_delays_no_audit(client, monkeypatch):
    monkeypatch.setattr(checked_article, "PATIENCE", 1)
    slow = "SELECT 1, pg_sleep(1), %s::int[], %s::text[], %s::text[], %s"
    monkeypatch.setattr(known, "_BROUGHT_UP", slow)
    make.a_claim()
    page = page_of(client.post(NEW, {"text": FEVER}))
    assert "were not compared" in page
    assert "sentences can be checked" in page


def test_a_cited_work_known_here_is_named_with_its_claims(client):
    known_work = make.a_reference(doi="10.5555/fever.1", title="Examplin for fever")
    make.a_notice(reference=known_work, kind="retraction")
    mention = make.a_mention(claim=make.a_claim(text="It warms."))
    cited = make.a_cited_work(article=mention.article, reference=known_work)
    make.a_citation(mention=mention, cited_work=cited)
    page = page_of(client.post(NEW, {"text": FEVER}))
    assert "Madeup 2011 is known here: <a" in page
    assert "Examplin for fever</a>" in page
    assert "It warms." in page
    assert "Madeup 2011 was retracted." in page


def test_surname_and_year_alone_are_said_to_be_no_proof(client):
    make.a_study(label="Madeup 2011", title="On something else " * 10_000)
    page = page_of(client.post(NEW, {"text": FEVER}))
    assert 0 < page.count("On something else") < 200  # as far as anybody reads
    assert "A Madeup 2011 is known here, by name and year alone" in page
    assert "It may be another work" in page


@pytest.mark.parametrize("sentences", [5, 50])
def test_a_check_takes_few_queries_however_long(
    client, django_assert_max_num_queries, sentences
):
    text = "\n".join(f"Examplin lowers fever of kind {n}." for n in range(sentences))
    with django_assert_max_num_queries(7):
        client.post(NEW, {"text": text})


BAD = {
    "nothing": ({}, "Paste a text here, or choose a file below."),
    "white space": ({"text": "  \n "}, "Paste a text here"),
    "an empty file": ({"file": b""}, "The file is empty"),
    "a picture": ({"file": b"\x89PNG\r\n\x1a\n" + bytes(50)}, "PNG"),
    "two things": ({"text": FEVER, "file": b"More."}, "one of the two was expected"),
    "no JATS": ({"text": FEVER, "form": "jats"}, "not XML"),
    "no form": ({"text": FEVER, "form": "rtf"}, "rtf is not one of the available"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_said_and_the_text_stays(client, name):
    given, words = BAD[name]
    if "file" in given:
        given = given | {"file": a_file(given["file"], "x")}
    answer = client.post(NEW, given)
    assert answer.status_code == 422
    assert words in page_of(answer)
    if given.get("text", "").strip():
        assert "as a trial showed [1]." in page_of(answer)


def test_a_file_beyond_the_limit_is_refused_in_a_sentence(client, settings):
    settings.ARTICLE_MAX_BYTES = 100
    page = page_of(client.post(NEW, {"file": a_file()}))
    assert "at most 100 are read" in page
    page = page_of(client.post(NEW, {"text": FEVER}))
    assert "at most 100 are read" in page


def test_checking_needs_the_forms_token(client):
    client.handler.enforce_csrf_checks = True
    assert client.post(NEW, {"text": FEVER}).status_code == 403


def test_where_reading_is_closed_so_is_checking(client, settings):
    settings.READING = "signed-in"
    assert client.post(NEW, {"text": FEVER}).status_code == 303


def hidden(page, name):
    return page.split(f'name="{name}" value="')[1].split('"')[0]


@pytest.mark.parametrize("given", ["text", "file"])
def test_what_was_checked_is_kept_byte_by_byte(client, given):
    client.force_login(make.a_curator())
    sent = {"text": FEVER.replace("\n", "\r\n")} if given == "text" else {}
    page = client.post(NEW, sent or {"file": a_file()}).content.decode()
    again = {name: hidden(page, name) for name in ("source", "source_name", "form")}
    answer = client.post(KEEP, again | {"url": "https://example.org/fever"})
    article = Article.objects.get()
    assert answer.url == f"/articles/{article.pk}/curate/"
    assert article.url == "https://example.org/fever"
    version = ArticleVersion.objects.get()
    assert bytes(version.source).decode() == FEVER
    assert version.source_name == ("" if given == "text" else "fever.txt")


def test_an_article_is_kept_right_away(client):
    client.force_login(make.a_curator())
    assert client.post(KEEP, {"file": a_file()}).status_code == 302
    assert Article.objects.get().mentions.count() == 2


def test_a_bad_address_is_said_and_the_text_stays(client):
    client.force_login(make.a_curator())
    answer = client.post(KEEP, {"text": FEVER, "url": "nowhere"})
    assert answer.status_code == 422
    assert "as a trial showed [1]." in page_of(answer)
    source = urlsafe_b64encode(FEVER.encode()).decode()
    answer = client.post(KEEP, {"source": source, "url": "nowhere"})
    assert source in page_of(answer)
    answer = client.post(KEEP, {"source": "%%%a"})
    assert answer.status_code == 422
    assert not Article.objects.exists()


def test_keeping_needs_a_curator(client):
    assert client.post(KEEP, {"text": FEVER}).status_code == 303
    client.force_login(make.a_reader())
    assert client.post(KEEP, {"text": FEVER}).status_code == 403
    assert "Keep and curate" not in page_of(client.post(NEW, {"text": FEVER}))
    assert not Article.objects.exists()
