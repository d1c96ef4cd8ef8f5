"""The shared pieces of pages, as a browser or a screen reader meets them."""

import re
from datetime import date
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.template.loader import render_to_string
from django.urls import path

from accounts.models import User
from core import navigation

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
ERRORS = ("400", "403", "403_csrf", "404", "410", "429", "500")


def nothing(request):
    """A view that is only ever looked up."""


urlpatterns = [path("claims/", nothing), path("about/methods/", nothing)]


@pytest.fixture(autouse=True)
def few_pages(settings):
    """A site of two pages: most of what the menus may name does not exist."""
    settings.ROOT_URLCONF = __name__


def piece(name, request=None, **context):
    """The words and tags of one component, white space evened out."""
    html = render_to_string(f"_components/_{name}.html", context, request)
    return re.sub(r"\s+", " ", html).strip()


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_no_request(name):
    html = render_to_string(f"{name}.html")
    assert "<h1>" in html and html.count("<main") == 1


def test_no_template_carries_its_own_style_or_script():
    for file in TEMPLATES.rglob("*.html"):
        text = file.read_text(encoding="utf8")
        assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?! src=)", text), file


def test_the_menu_names_only_pages_that_exist(settings):
    labels = [link.label for link in navigation.links(settings.MAIN_MENU, "/claims/7/")]
    assert labels == ["Claims"]
    assert navigation.address("/articles/") == ""


@pytest.mark.parametrize(
    ("here", "current"),
    [("/claims/", "page"), ("/claims/7/", "true"), ("/", "")],
)
def test_the_menu_says_where_one_is(here, current, settings):
    (link,) = navigation.links(settings.MAIN_MENU, here)
    assert link.current == current


def test_a_verdict_is_read_as_its_word():
    html = piece(
        "verdict",
        verdict="cant_say",
        reason="too uncertain",
        leaning="towards yes",
    )
    assert '<span aria-hidden="true">?</span>Can’t say' in html
    assert "too uncertain, towards yes" in html


def test_certainty_shows_its_word_first_and_links_to_what_it_means():
    html = piece("certainty", certainty="low")
    assert 'href="/about/methods/#certainty"' in html
    assert '<b>Low</b> <i aria-hidden="true">⊕⊕◯◯</i>' in html


def test_where_nothing_was_rated_no_certainty_is_shown():
    assert piece("certainty", certainty="not_applicable") == ""


@pytest.fixture
def request_for(rf):
    """A function that makes a visitor's request for an address."""

    def make(address, **query):
        request = rf.get(address, query)
        request.user = AnonymousUser()
        return request

    return make


def test_the_pager_keeps_the_filters(request_for):
    request = request_for("/claims/", q="skin", cursor="old")
    html = piece("pager", request=request, next_cursor="new")
    assert 'href="?q=skin&amp;cursor=new"' in html
    assert "Previous" not in html


def test_one_page_needs_no_pager(request_for):
    assert piece("pager", request=request_for("/claims/")) == ""


class ExampleForm(forms.Form):
    """One field of each drawing."""

    title = forms.CharField(help_text="As the article gives it.")
    target = forms.ChoiceField(choices=[("a", "Any")], widget=forms.RadioSelect)
    sells = forms.BooleanField(required=False)


def test_a_field_ties_its_help_and_error_to_its_input():
    html = piece("field", field=ExampleForm({})["title"])
    tied = re.search(r'<input[^>]*aria-describedby="([^"]+)"', html)[1].split()
    assert tied == ["id_title_helptext", "id_title_error"]
    assert all(f'id="{each}"' in html for each in tied)
    assert '<label for="id_title">' in html


def test_a_segmented_choice_is_made_of_real_radio_buttons():
    html = piece("field", field=ExampleForm()["target"], segmented=True)
    assert "<legend>Target</legend>" in html
    assert '<input type="radio" name="target"' in html


def test_a_verdict_bar_says_the_same_in_words():
    html = piece(
        "verdict_bar",
        counts=[
            ("supported", "draft", 1),
            ("conflicting", "agreed", 0),
            ("not_graded", "", 7),
        ],
    )
    assert html.count("<rect") == 2
    assert "1 supported, one reviewer, not agreed" in html and "7 not graded" in html


def test_a_notice_names_its_kind_date_and_source():
    html = piece(
        "notice", kind="retraction", on=date(2026, 11, 12), source="Example Index"
    )
    assert "Retraction</strong> · 12 Nov 2026 · according to Example Index" in html


def test_progress_counts_and_shows_an_error_in_place_of_the_bar():
    job = {"label": "Import", "done": 412, "total": 1000, "unit": "record"}
    assert "412 of 1,000 records" in piece("progress", **job)
    failed = piece("progress", **job, error="Line 3: expected a tag.")
    assert "<progress" not in failed and "Line 3: expected a tag." in failed


def test_what_people_wrote_is_escaped_everywhere():
    bad = "<b>x</b>"
    pieces = [
        piece("verdict", verdict="supported", label=bad, reason=bad),
        piece("flag", word=bad, why=bad),
        piece("callout", title=bad, text=bad),
        piece("empty", title=bad, text=bad),
        piece("search", q=bad, action="/claims/"),
    ]
    assert not [html for html in pieces if bad in html]


def test_a_page_names_its_parts():
    page = engines["django"].from_string(
        '{% extends "base.html" %}{% block title %}Claims{% endblock %}'
    )
    html = page.render({})
    assert "<title>Claims · Footing</title>" in html
    assert '<a class="skip" href="#main">' in html
    assert 'role="status" aria-live="polite"' in html


def signed_in_header(request_for, settings):
    """The header as a signed-in visitor of the real site gets it."""
    settings.ROOT_URLCONF = "config.urls"
    request = request_for("/")
    request.user = User(username="reviewer", pk=1)
    return render_to_string("_header.html", {}, request)


def test_one_signs_out_by_a_form_that_posts(request_for, settings):
    html = signed_in_header(request_for, settings)
    assert "<summary>reviewer</summary>" in html
    assert '<form method="post" action="/accounts/sign-out/">' in html
    assert "csrfmiddlewaretoken" in html


def test_a_visitor_is_offered_to_sign_in_and_comes_back(request_for, settings):
    settings.ROOT_URLCONF = "config.urls"
    html = render_to_string("_header.html", {}, request_for("/x/", page="2"))
    assert 'href="/accounts/sign-in/?next=/x/%3Fpage%3D2"' in html


@pytest.mark.parametrize(("here", "kept"), [("/search/", True), ("/studies/", False)])
def test_the_header_keeps_the_words_of_a_search_of_everything_alone(
    request_for, settings, here, kept
):
    settings.ROOT_URLCONF = "config.urls"
    html = render_to_string("_header.html", {}, request_for(here, q='skin "x" & y'))
    assert ('value="skin &quot;x&quot; &amp; y"' in html) is kept
