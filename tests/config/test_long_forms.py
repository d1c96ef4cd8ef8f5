"""Long forms, taken apart before Django would."""

import random

import pytest
from django.http import QueryDict

from config.long_forms import Unreadable, form_of

PARTS = [b"a", b"=", b"&", b"+", b"%41", b"%c3%A9", b"%C3", b"%0d%0a", b"\r\n", b"\n"]
PARTS += [b" ", b"_", b"%3D", b"%26", b"%25", b"%2541", b"=3D", b"%00", b";", b"%ff"]
PARTS += [b"\xc3\xa9", b"\xff", b"%F0%9F%98", b"%f0%9f%98%80", b"\t", b"%5b%2B"]


def test_a_form_comes_out_as_django_reads_it():
    choose = random.Random(7)
    for _ in range(5000):
        body = b"".join(choose.choices(PARTS, k=choose.randrange(12)))
        expected = QueryDict(body, encoding="utf-8")
        assert list(form_of(body).lists()) == list(expected.lists()), body


@pytest.mark.parametrize("body", [b"a=100% of", b"%", b"a=%4", b"a=%zz&b=1", b"%%41=1"])
def test_a_form_that_no_browser_sends_is_not_guessed_at(body):
    with pytest.raises(Unreadable, match="a % stands in it for itself"):
        form_of(body)


@pytest.mark.django_db
def test_a_long_form_is_read_or_refused_in_a_sentence(client, settings):
    settings.HEAVY_FROM_BYTES, settings.CHECK_MAX_BYTES = 10, 5
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3

    def post(body):
        sent = {"content_type": "application/x-www-form-urlencoded"}
        return client.post("/articles/new/", body, **sent).content.decode()

    assert "[Xample] 50 %" in post("text=%5BXample%5D+50+%25&form=text")
    assert "a % stands in it for itself" in post("text=Xample et al. 50 %")
    assert "has 4 fields; at most 3 are read" in post("text=1&a=23&b=45&c=67")
