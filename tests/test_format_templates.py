"""Formatting a template breaks its long lines and changes nothing that is seen."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.template import Context, Engine
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from bin.format_templates import WIDTH, formatted

PATHS = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
LONG = "words " * 30
BLOCKS = {"br", "div", "li", "p", "pre", "ul"}
KEPT = {"pre", "textarea"}


class Seen(HTMLParser):
    """HTML as a browser shows it: white space collapsed, none at a block's edge."""

    def __init__(self, html):
        super().__init__()
        self.text, self.kept = "", False
        self.feed(html)
        self.close()
        self.text = re.sub(r"\s*\|\s*", "|", re.sub(r"\s+", " ", self.text))

    def handle_starttag(self, tag, attrs):
        self.kept = tag in KEPT
        self.tag(tag, f"<{tag} {dict(attrs)!r}>".replace(" ", "_"), after=True)

    def handle_endtag(self, tag):
        self.kept = False
        self.tag(tag, f"</{tag}>", after=False)

    def tag(self, tag, text, after):
        if tag in BLOCKS:
            self.text += f"|{text}|"
        elif tag == "button":
            self.text += f"{text}|" if after else f"|{text}"
        elif "hidden" not in text:
            self.text += text

    def handle_data(self, data):
        self.text += re.sub(r"\s", "_", data) if self.kept else data


def seen(source, **context):
    """What is seen of a template in the middle of a sentence."""
    html = Engine().from_string(source).render(Context(context))
    return Seen(f"before{html}behind").text


def nested(inside):
    parts = st.lists(inside, max_size=5).map("".join)
    return st.one_of(
        parts,
        parts.map("<p>{}</p>".format),
        parts.map("<ul><li>{0}</li><li>{0}</li></ul>".format),
        parts.map("<b>{}</b>".format),
        parts.map("<button>{}</button>".format),
        parts.map(
            '<a href="/a b/"{{% if yes %}} title="c  d"{{% endif %}}>{}</a>'.format
        ),
        parts.map('<div class="{{% if yes %}}a b{{% endif %}}" id="c">{}</div>'.format),
        parts.map("{{% if yes %}}{}{{% endif %}}".format),
        parts.map("{{% with a=yes %}}{}{{% endwith %}}".format),
        parts.map("{{% for each in some %}}{}{{% endfor %}}".format),
        st.tuples(parts, parts, parts).map(
            lambda three: (
                "{{% if yes %}}{}{{% elif no %}}{}{{% else %}}{}{{% endif %}}".format(
                    *three
                )
            )
        ),
        st.tuples(parts, parts).map(
            lambda two: (
                "{{% for each in some %}}{}{{% empty %}}{}{{% endfor %}}".format(*two)
            )
        ),
    )


LEAVES = [
    " ",
    "\n  ",
    "word",
    ", ",
    "(a quite long word-that-is-longer-than-others)",
    "{{ yes }}",
    "{# a note #}",
    "{% comment %}what is said of it {% endcomment %}",
    '<input type="hidden" name="a" value="b  c">',
    "<br>",
    "<pre>a  b {{ yes }}\n</pre>",
    "<textarea> a b </textarea>",
    "{% csrf_token %}",
    "{% firstof yes no as either %}",
]
TEMPLATES = st.recursive(st.sampled_from(LEAVES), nested, max_leaves=40)


@trying(max_examples=400, deadline=None)
@given(TEMPLATES, st.booleans(), st.booleans(), st.integers(0, 2))
def test_what_is_seen_stays_the_same(source, yes, no, times):
    context = {"yes": yes, "no": no, "some": range(times)}
    assert seen(formatted(source), **context) == seen(source, **context)


@trying(deadline=None)
@given(TEMPLATES)
def test_formatting_twice_changes_nothing_more(source):
    assert formatted(formatted(source)) == formatted(source)


@trying(deadline=None)
@given(TEMPLATES)
def test_nothing_but_white_space_is_changed(source):
    assert without_space(formatted(source)) == without_space(source)


def without_space(text):
    return "".join(text.split())


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_template_keeps_every_character_that_is_not_white_space(path):
    source = path.read_text()
    assert without_space(formatted(source)) == without_space(source)


def test_a_line_that_fits_stays_as_it_was_written():
    source = "<p>  <b>a</b> </p><p>b</p>\n      <p>c</p>\n"
    assert formatted(source) == source


def test_a_long_line_is_broken_at_its_outermost_places_first():
    source = f'  <div class="a"><p>{LONG}</p><p>short and whole</p></div>'
    lines = formatted(source).split("\n")
    assert lines[0] == '  <div class="a">'
    assert lines[1] == "    <p>"
    assert lines[-3:] == ["    </p>", "    <p>short and whole</p>", "  </div>"]
    assert max(map(len, lines)) <= WIDTH


def test_words_that_touch_a_condition_stay_touching_it():
    source = f"<p>{LONG}last{{% if yes %}}, {LONG}{{% endif %}}.</p>"
    assert "last{% if yes %}," in formatted(source)
    assert "last.|</p>" in seen(formatted(source), yes=False)


def test_an_element_whose_characters_are_counted_stays_whole():
    source = f'<p data-start="7">{LONG}</p>'
    assert LONG in formatted(source)


def test_a_tag_of_django_stays_on_one_line():
    tag = f'{{% include "a.html" with text="{LONG}" %}}'
    assert tag in formatted(f"<p>{tag} {LONG}</p>")
