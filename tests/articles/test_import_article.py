"""An article comes in, and comes in again."""

from itertools import islice, product
from string import ascii_lowercase
from threading import Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from articles.articles.actions import (
    add_outlet,
    edit_article,
    import_article,
    withdraw_article,
)
from articles.citations.cited import store_works
from articles.mentions.capture import one_line
from articles.models import (
    Anchor,
    Article,
    ArticleVersion,
    Citation,
    CitedWork,
    Mention,
    MentionCitation,
)
from articles.reading import read_article
from articles.reading.suggesting.rules import VERSION
from core.errors import NotAllowed, Refused
from tests import factories as make

pytestmark = pytest.mark.django_db

FEVER = """Examplin and made-up fever

Examplin significantly reduces made-up fever in adults, as a trial showed [1].
Common adverse effects of examplin may include mild headaches and nausea.
More randomised controlled trials of examplin are needed [2].

References
1. Madeup A, Inventa B. Examplin for made-up fever. J Example. 2011;1:1-9. \
doi:10.5555/fever.1
2. Fictus C. Placebitol: a survey. J Example. 2013;2:10-19.
"""
SAFETY = "Common adverse effects of examplin may include mild headaches and nausea.\n"
PAGE = """<html><head><title>Examplin</title><meta name="author" content="A. Writer">
<meta property="article:published_time" content="2020-02-03"></head><body><article>
<h1>Examplin and fever</h1>
<p onclick="steal()">Examplin significantly reduces made-up fever in most adults.</p>
<p>Examplin may cause mild headaches in some patients.</p>
<script>steal()</script></article></body></html>"""


def bring(text=FEVER, **given):
    data = text.encode() if isinstance(text, str) else text
    given.setdefault("by", make.a_curator())
    return import_article(data=data, **given)


def an_article_of(sentences):
    """A text with that many sentences that look like claims, each with its source."""
    lines = [
        f"Examplin significantly reduces made-up fever of kind {n} (Made{a}{b}p, 2001)."
        for n, (a, b) in enumerate(
            islice(product(ascii_lowercase, repeat=2), sentences)
        )
    ]
    return "Examplin and its fevers\n\n" + "\n".join(lines)


def words_of(anchor):
    return anchor.version.text[anchor.start : anchor.end]


def test_an_article_comes_in_with_its_text_and_its_bytes():
    done = bring(filename="fever.txt")
    assert (done.is_new_article, done.is_new_version) == (True, True)
    assert done.article.title == "Examplin and made-up fever"
    version = done.version
    assert (version.number, version.form, version.source_name) == (
        1,
        "text",
        "fever.txt",
    )
    assert version.text == FEVER == bytes(version.source).decode()
    assert version.words == len(FEVER.split())
    assert [version.text[s:e] for _, s, e, _ in version.blocks][0] == done.article.title


def test_its_suggestions_are_mentions_with_their_places():
    article = bring().article
    mentions = article.mentions.order_by("pk")
    assert [one.kind for one in mentions] == ["efficacy", "safety", "evidence-state"]
    assert {one.rules_version for one in mentions} == {VERSION}
    assert {one.status for one in mentions} == {"suggested"}
    anchors = Anchor.objects.filter(mention__isnull=False).order_by("start")
    assert [one.mention for one in anchors] == list(mentions)
    assert [words_of(one) for one in anchors] == [one.exact for one in anchors]
    assert [one.hedged for one in anchors] == [False, True, False]
    assert [one.mode for one in anchors] == ["reports", "asserts", "asserts"]


def test_its_citations_point_to_works_that_nobody_looked_for():
    article = bring().article
    first, second = article.cited_works.order_by("pk")
    assert (first.label, first.doi, first.year) == (
        "Madeup 2011",
        "10.5555/fever.1",
        2011,
    )
    assert (second.label, second.authors) == ("Fictus 2013", ["Fictus"])
    assert {first.found, second.found} == {CitedWork.Found.NOT_CHECKED}
    assert {first.decision, second.decision} == {CitedWork.Decision.NONE}
    assert first.study is None
    assert [one.number for one in first.entries.all()] == [1]
    links = MentionCitation.objects.order_by("mention")
    assert [one.citation.cited_work.label for one in links] == [
        "Madeup 2011",
        "Fictus 2013",
    ]


def test_a_number_without_an_entry_is_a_work_that_cannot_be_looked_for():
    version = make.a_version()
    reading = read_article(b"Moss helps knees [1]. It also helps elbows [1].")
    one, same = store_works(version, reading, is_first=True)
    assert one == same
    assert (one.label, one.found) == ("1, reference not given", "not_checkable")


def test_html_is_stored_safe_with_what_it_says_of_itself():
    done = bring(PAGE, url="https://example.org/examplin")
    assert done.version.form == "html"
    assert "steal" not in done.version.html + done.version.text
    assert done.article.author == "A. Writer"
    assert done.article.published == "2020-02-03"


def test_the_same_text_again_is_nothing_new():
    first, again = bring(), bring()
    assert again.article == first.article
    assert again.version == first.version
    assert (again.is_new_article, again.is_new_version) == (False, False)
    assert Mention.objects.count() == 3


def test_the_same_address_is_the_same_article():
    first = bring(url="https://Example.org/fever#top")
    again = bring(FEVER + "\nIt rained.", url="https://example.org/fever")
    assert again.article == first.article
    assert (again.is_new_article, again.is_new_version) == (False, True)
    assert again.version.number == 2


def test_one_text_at_two_addresses_is_two_articles_of_one_text():
    first = bring(url="https://example.org/fever").article
    copy = bring(url="https://example.com/copied").article
    copied_again = bring(url="https://example.net/copied").article
    assert copy != first
    assert {copy.same_text_as, copied_again.same_text_as} == {first}


def test_a_near_copy_is_found_by_its_words_and_another_text_is_not():
    long = "\n".join(
        f"On day {n} the fever of ward {n} was written down." for n in range(90)
    )
    first = bring(FEVER + long).article
    near = bring(FEVER.replace("mild", "slight") + long).article
    other = bring(an_article_of(20)).article
    assert near.same_text_as == first
    assert other.same_text_as is None


def test_a_named_article_learns_its_address():
    first = bring().article
    again = bring(article=first, url="https://example.org/fever").article
    assert again.url == "https://example.org/fever"
    with pytest.raises(Refused, match="has the address https://example.org/fever, not"):
        bring(article=first, url="https://example.org/other")


def test_an_address_that_another_article_has_is_refused():
    first = bring().article
    bring(PAGE, url="https://example.org/fever")
    with pytest.raises(Refused, match="An article of this address is stored already"):
        bring(article=first, url="https://example.org/fever")


def test_a_new_capture_follows_the_title_until_a_person_edits_it():
    first = bring(PAGE, url="https://example.org/fever").article
    again = bring(PAGE.replace("and fever", "and fevers"), url=first.url).article
    assert again.title == "Examplin and fevers"
    edit_article(article=again, title="My title", by=make.a_curator())
    third = bring(PAGE.replace("and fever", "or fevers"), url=first.url).article
    assert third.title == "My title"


BAD = {
    "nothing": (b"", {}, "The file is empty"),
    "blank": (b" \n\n ", {}, "text|empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), {}, "PNG"),
    "bytes of no text": (bytes(range(256)) * 10, {}, "."),
    "no PDF": (FEVER.encode(), {"form": "pdf"}, "no PDF"),
    "an unknown form": (FEVER.encode(), {"form": "rtf"}, "rtf"),
    "no JATS": (FEVER.encode(), {"form": "jats"}, "not XML"),
    "no HTML": (FEVER.encode(), {"form": "html"}, "no HTML tag"),
    "another XML": (b"<?xml version='1.0'?><feed><a/></feed>", {}, "<feed>"),
    "a page without text": (
        b"<html><body><script>x</script></body></html>",
        {},
        "text",
    ),
    "no address": (FEVER.encode(), {"url": "fever"}, "no web address"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_refused_in_a_sentence(name):
    data, given, words = BAD[name]
    with pytest.raises(Refused, match=words) as refused:
        bring(data, **given)
    assert refused.value.sentence.endswith((".", "!"))
    assert "\n" not in refused.value.sentence
    assert not Article.objects.exists()


def test_limits_say_what_they_are(settings):
    settings.ARTICLE_MAX_PARTS = 2
    with pytest.raises(Refused, match="3 sentences that look like claims; at most 2"):
        bring()
    settings.ARTICLE_MAX_BYTES = 100
    with pytest.raises(Refused, match=f"{len(FEVER)} bytes; at most 100"):
        bring()


@given(data=st.binary(max_size=200))
def test_any_bytes_are_kept_or_refused(data):
    try:
        done = bring(data)
    except Refused as refused:
        assert refused.sentence
    else:
        assert bytes(done.version.source) == data or not done.is_new_version


def test_a_reader_keeps_no_articles():
    with pytest.raises(NotAllowed):
        bring(by=make.a_reader())


def test_importing_takes_as_many_queries_for_50_suggestions_as_for_5():
    make.a_curator()
    counts = []
    for number, sentences in enumerate((5, 50)):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            article = bring(
                an_article_of(sentences), url=f"https://example.org/{number}"
            )
        assert article.article.mentions.count() == sentences
        assert article.article.citations.count() == sentences
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20


def test_capturing_again_takes_as_many_queries_for_50_mentions_as_for_5():
    make.a_curator()
    counts = []
    for number, sentences in enumerate((5, 50)):
        url = f"https://example.org/{number}"
        bring(an_article_of(sentences), url=url)
        changed = an_article_of(sentences).replace("significantly", "strongly")
        with CaptureQueriesContext(connection) as queries:
            bring(changed.replace("of kind 1 ", "of sort 1 "), url=url)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30


def test_an_article_is_described_and_an_outlet_found_again():
    article, curator = bring().article, make.a_curator()
    seen = article.revision
    outlet = add_outlet(name=" The Example  Courier", by=curator)
    assert add_outlet(name="the example courier", by=curator) == outlet
    edited = edit_article(
        article=article,
        outlet_name="The Example Courier",
        licence="cc_by",
        sells="yes",
        author="",
        by=curator,
        revision=seen,
    )
    assert (edited.outlet, edited.licence, edited.sells) == (outlet, "cc_by", "yes")
    assert edited.text_is_public
    with pytest.raises(Refused, match="changed meanwhile"):
        edit_article(article=article, sells="no", by=curator, revision=seen)
    with pytest.raises(Refused, match="(?i)licence"):
        edit_article(article=article, licence="mine", by=curator)


def test_a_withdrawn_article_takes_no_new_version():
    article = bring(url="https://example.org/fever").article
    with pytest.raises(NotAllowed):
        withdraw_article(article=article, by=make.a_curator(), reason="spam")
    withdraw_article(article=article, by=make.an_editor(), reason="It is spam.")
    with pytest.raises(Refused, match="withdrawn on .*It is spam"):
        bring(FEVER + "More.", url="https://example.org/fever")
    assert ArticleVersion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("url", [None, "https://example.org/fever"])
def test_the_same_article_twice_at_once_is_stored_once(url):
    curator = make.a_curator()
    done = []

    def import_it():
        try:
            done.append(bring(url=url, by=curator))
        finally:
            connection.close()

    both = [Thread(target=import_it) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(one.is_new_article for one in done) == [False, True]
    assert Article.objects.count() == ArticleVersion.objects.count() == 1


# --- captured again ---


def again(article, text):
    return bring(text, article=article).version


def state_of(mention, version):
    return mention.anchors.get(version=version).state


def the(article, kind):
    return article.mentions.get(kind=kind)


def test_unchanged_sentences_stay_and_new_ones_bring_suggestions():
    article = bring().article
    added = "Examplin is better than placebitol for made-up fever.\n\nReferences"
    version = again(article, FEVER.replace("References", added))
    assert article.mentions.count() == 4
    new = article.mentions.get(kind="comparison")
    assert [one.version for one in new.anchors.all()] == [version]
    assert {state_of(one, version) for one in article.mentions.exclude(pk=new.pk)} == {
        "same"
    }
    assert article.cited_works.count() == 2
    assert Citation.objects.count() == 2


def test_a_reworded_suggestion_takes_the_new_words():
    article = bring().article
    version = again(article, FEVER.replace("mild headaches", "severe headaches"))
    safety = the(article, "safety")
    assert state_of(safety, version) == "reworded"
    assert "severe" in safety.proposed_text
    assert article.mentions.count() == 3


def test_a_sentence_that_is_gone_is_gone_once_and_can_come_back():
    article = bring().article
    safety = the(article, "safety")
    less = FEVER.replace(SAFETY, "")
    second = again(article, less)
    third = again(article, less + "\nIt rained.")
    assert state_of(safety, second) == "gone"
    assert not safety.anchors.filter(version=third).exists()
    fourth = again(article, FEVER + "\nIt rained again.")
    assert state_of(safety, fourth) in ("same", "moved")
    assert article.mentions.count() == 3


@pytest.mark.parametrize(
    "changed",
    [
        FEVER + "\nIt rained.",
        FEVER.replace("include mild headaches", "include slight headaches"),
        FEVER.replace(SAFETY, "").replace(
            "\n\nReferences",
            f"\n{SAFETY.replace(' and ', ' or ')}\nReferences",
        ),
    ],
    ids=["as it was", "reworded", "moved and reworded"],
)
def test_a_rejected_suggestion_does_not_come_back(changed):
    article = bring().article
    safety = the(article, "safety")
    make_rejected(safety)
    version = again(article, changed)
    assert article.mentions.count() == 3
    assert article.mentions.get(pk=safety.pk).status == "rejected"
    assert state_of(safety, version) != "gone"


def test_a_rejected_sentence_that_was_gone_does_not_come_back():
    article = bring().article
    make_rejected(the(article, "safety"))
    again(
        article,
        FEVER.replace(SAFETY, ""),
    )
    again(article, FEVER + "\nIt rained.")
    assert article.mentions.count() == 3


def make_rejected(mention):
    from_now = make.a_mention(status="rejected")
    Mention.objects.filter(pk=mention.pk).update(
        status="rejected",
        decided_by=from_now.decided_by,
        decided_at=from_now.decided_at,
    )


def test_cited_works_keep_their_rows_when_the_list_is_renumbered():
    article = bring().article
    madeup, fictus = article.cited_works.order_by("pk")
    renumbered = FEVER.replace("[1]", "[x]").replace("[2]", "[1]").replace("[x]", "[2]")
    head, tail = renumbered.split("References\n")
    first, second, _ = tail.split("\n", 2)
    renumbered = f"{head}References\n1{second[1:]}\n2{first[1:]}\n"
    version = again(article, renumbered)
    assert article.cited_works.count() == 2
    assert [one.number for one in madeup.entries.order_by("version")] == [1, 2]
    assert [one.number for one in fictus.entries.order_by("version")] == [2, 1]
    efficacy = the(article, "efficacy")
    assert efficacy.citations.filter(cited_work=madeup).exists()
    places = Anchor.objects.filter(version=version, citation__cited_work=madeup)
    assert [words_of(one) for one in places] == ["[2]"]


def test_a_known_work_learns_what_a_later_capture_states():
    claim = "Examplin significantly reduces made-up fever (Madeup et al., 2011)."
    text = f"Examplin\n\n{claim}"
    article = bring(text).article
    listed = (
        "\n\nReferences\nMadeup, A., & Inventa, B. (2011). Examplin for made-up fever. \
Journal of Examples, 1, 1-9. https://doi.org/10.5555/fever.1\n"
    )
    again(article, text + listed)
    work = article.cited_works.get()
    assert work.title == "Examplin for made-up fever"
    assert work.doi == "10.5555/fever.1"
    assert work.authors == ["Madeup", "Inventa"]
    assert work.label == "Madeup 2011"


def test_proposed_words_are_on_one_line():
    assert one_line(" Examplin\n lowers\tfever ") == "Examplin lowers fever"
