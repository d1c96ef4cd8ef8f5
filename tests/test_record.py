"""The record of what Footing answers keeps words, and drops what changes by itself."""

from datetime import date

from tests.record.files import Record
from tests.record.forms import forms_of
from tests.record.render import lines_of, stable

PAGE = """<html><head><title>A page</title><meta name="description" content="Of it">
<script>let secret = 1</script></head><body><main><h1>Examplin</h1>
<p class="tone b">It <b class="flag">lowers</b> fever,
says <a href="/studies/1/">Example</a>.</p>
<form method="post" action="/claims/1/"><input type="hidden"
name="csrfmiddlewaretoken" value="TOKEN"><input name="text" value="Old" required>
<input name="year" type="number"><button name="do" value="save">Save</button>
<button name="do" value="drop">Drop</button></form></main></body></html>"""


def test_a_page_is_its_words_links_marks_and_fields():
    assert lines_of("text/html; charset=utf-8", PAGE) == [
        "title: A page",
        "meta description: Of it",
        "main",
        "Examplin",
        "[p .b.tone] It [b .flag] lowers fever, says [a href=/studies/1/] Example.",
        "[form action=/claims/1/ method=post]",
        "[input name=text value=Old required]",
        "[input name=year type=number]",
        "[button name=do value=save] Save",
        "[button name=do value=drop] Drop",
    ]


def test_json_is_a_value_a_line():
    assert lines_of("application/json", '{"b":1,"a":"é"}') == [
        "{",
        ' "b": 1,',
        ' "a": "é"',
        "}",
    ]


def test_times_hashes_tokens_and_today_are_masked_and_other_days_stay():
    said = (
        "on 2 Jan 2026, 14:03 UTC; 2026-01-02T10:00:00.12Z; 2025-12-12; "
        f"{'0f' * 32}; ?cursor=abc&size=5; %3Fcursor%3Dab%253Ac-d%26size%3D5; "
        "b5914104-3c4f-4963-90ed-d97a0aaf669f; 12 Jan 2026"
    )
    assert stable(said, date(2026, 1, 2)) == (
        "on TODAY, TIME; TIME; 2025-12-12; HASH; ?cursor=TOKEN&size=5; "
        "%3Fcursor%3DTOKEN%26size%3D5; UUID; 12 Jan 2026"
    )


def test_a_form_is_sent_with_each_button_and_its_blanks_filled_in():
    save, drop = forms_of("/claims/1/", PAGE)
    assert save.offered == (("text", "Old"), ("do", "save"))
    assert drop.offered == (("text", "Old"), ("do", "drop"))
    assert save.blank == (("year", "1"),)


def test_what_another_got_too_is_only_named(tmp_path):
    page = {"status": ["200"], "main": ["Words"]}
    signed_in = {**page, "header": ["Sign out"]}
    told = {"nobody": page, "reader": page, "editor": signed_in}
    record = Record(tmp_path)
    record.add("claims/N/", "GET /claims/1/", told)
    written = {
        file.stem: file.read_text().splitlines()
        for file in (tmp_path / "claims.N").iterdir()
    }
    assert written["nobody"][:3] == ["== GET /claims/1/", "-- status", "200"]
    assert written["reader"][1] == "as nobody"
    assert written["editor"][1:5] == [
        "-- status: as nobody",
        "-- main: as nobody",
        "-- header",
        "Sign out",
    ]
