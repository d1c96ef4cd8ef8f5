"""A curator decides on an article's suggestions, one saved step after another."""

import re
from itertools import islice, product
from string import ascii_lowercase

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.articles.actions import import_article
from articles.curating.step_pages import PANELS
from articles.mentions.actions import edit_mention, reject_mention
from articles.models import Anchor, Citation, ResultSource
from claims.models import Claim
from studies.models import Outcome
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db
FEVER = """Examplin and made-up fever 🤒

Examplin significantly reduces made-up fever in adults, as a trial showed [1].
Common adverse effects of examplin may include mild headaches and nausea.
It 😀 rained [2] & <poured>.

References
1. Madeup A, Inventa B. Examplin for made-up fever. J Example. 2011;1:1-9.
2. Fictus C. Placebitol: a survey. J Example. 2013;2:10-19.
"""


@pytest.fixture
def curator(client):
    curator = make.a_curator()
    client.force_login(curator)
    return curator


@pytest.fixture
def article(curator):
    return import_article(data=FEVER.encode(), by=curator).article


@pytest.fixture
def mention(article):
    return article.mentions.order_by("pk").first()


def where(article):
    return f"/articles/{article.pk}/curate/"


def take(client, mention, step, follow=True, revision=None, **given):
    mention.refresh_from_db()
    given |= {"step": step, "revision": revision or mention.revision}
    address = f"{where(mention.article)}{mention.pk}/"
    answer = client.post(address, given, follow=follow)
    mention.refresh_from_db()
    return answer


def words_of(answer):
    return " ".join(answer.content.decode().split())


def test_the_page_shows_the_text_beside_its_suggestions(client, article):
    page = words_of(client.get(where(article)))
    assert page.count('class="c c-none') == 2
    assert page.count("to decide</span>") == 2
    assert "0 of 2 decided" in page
    assert "&lt;poured&gt;" in page
    assert "Every step is saved at once" in page


def test_accepting_makes_a_claim_and_goes_on_to_the_next(client, mention):
    answer = take(client, mention, "accept")
    assert mention.status == "accepted"
    assert mention.claim.text.startswith("Examplin significantly reduces")
    second = mention.article.mentions.order_by("pk").last()
    page = words_of(answer)
    assert answer.redirect_chain[0][0].endswith(f"&after={mention.pk}#chosen")
    assert f'id="mention-{second.pk}" tabindex="-1" data-mention="{second.pk}"' in page
    assert page.split(f'id="mention-{second.pk}"')[1][:300].count('aria-current="true"')
    assert re.search(r"Saved \d\d:\d\d: accepted “Examplin", page)
    assert "1 of 2 decided" in page


def test_a_rejected_suggestion_stays_in_sight_and_opens_again(client, mention):
    take(client, mention, "reject")
    assert mention.status == "rejected"
    page = words_of(client.get(where(mention.article)))
    assert "rejected</span>" in page and 'value="reopen"' in page
    take(client, mention, "reopen")
    assert mention.status == "suggested"


@pytest.mark.parametrize(
    ("show", "count"), [("all", 2), ("suggested", 1), ("accepted", 1), ("rejected", 0)]
)
def test_the_list_narrows_to_one_state(client, mention, show, count):
    take(client, mention, "accept")
    other = mention.article.mentions.exclude(pk=mention.pk).get()
    at = {"accepted": mention.pk, "suggested": other.pk}.get(show, other.pk)
    page = words_of(client.get(where(mention.article), {"show": show, "at": at}))
    assert page.count("curate-card is-") == max(count, 1)


def test_words_kind_and_hedging_are_edited(client, mention):
    form = client.get(where(mention.article), {"at": mention.pk, "do": "edit"})
    assert "The claim in plain words" in words_of(form)
    take(
        client,
        mention,
        "edit",
        proposed_text="Examplin lowers fever",
        kind="mechanism",
        mode="attributes",
        hedged="on",
    )
    assert (mention.proposed_text, mention.kind) == (
        "Examplin lowers fever",
        "mechanism",
    )
    place = mention.anchors.get()
    assert (place.mode, place.hedged) == ("attributes", True)


def test_one_passage_makes_several_claims(client, mention):
    take(client, mention, "split", parts="Examplin lowers fever\nExamplin is safe\n")
    texts = mention.article.mentions.order_by("pk").values_list(
        "proposed_text", flat=True
    )
    assert {"Examplin lowers fever", "Examplin is safe"} < set(texts)


def test_what_cannot_be_split_is_said_and_stays_typed(client, mention):
    answer = take(client, mention, "split", parts="Only one & no more")
    assert answer.status_code == 422
    page = words_of(answer)
    assert "Not saved. A split needs two parts" in page
    assert "Only one &amp; no more</textarea>" in page


def test_a_mention_joins_a_near_claim_or_one_that_is_searched(client, mention):
    near = make.a_claim(text="Examplin reduces made-up fever in adults")
    far = make.a_claim(text="Placebitol is blue")
    at = {"at": mention.pk, "do": "join"}
    page = words_of(client.get(where(mention.article), at))
    assert f'value="join:{near.pk}"' in page and "Placebitol is blue" not in page
    page = words_of(client.get(where(mention.article), at | {"q": "placebitol"}))
    assert f'value="join:{far.pk}"' in page
    take(client, mention, f"join:{near.pk}")
    assert (mention.status, mention.claim) == ("accepted", near)


def test_what_it_cites_is_taken_off_and_put_back(client, mention):
    citation = mention.citations.get()
    take(client, mention, f"uncite:{citation.pk}")
    assert not mention.citations.exists()
    page = words_of(
        client.get(where(mention.article), {"at": mention.pk, "do": "cite"})
    )
    assert "[1] (Madeup 2011)" in page
    take(client, mention, "cite", citation=citation.pk)
    assert mention.citations.get() == citation


def test_a_cited_work_is_linked_to_a_study(client, article):
    study = make.a_study(label="Madeup 2011", title="Examplin for made-up fever")
    work = article.cited_works.get(label="Madeup 2011")
    page = words_of(client.get(where(article), {"work": work.pk}))
    assert f'value="{study.pk}"' in page
    address = f"{where(article)}works/{work.pk}/"
    given = {"study": study.pk, "revision": work.revision}
    assert client.post(address, given).status_code == 302
    work.refresh_from_db()
    assert work.study == study
    stale = client.post(address, {"study": "", "revision": given["revision"]})
    assert stale.status_code == 409
    assert "changed it at" in words_of(stale)
    client.post(address, {"study": "", "revision": work.revision})
    work.refresh_from_db()
    assert work.study is None


def test_what_the_article_tells_of_a_study_is_kept_apart(client, mention):
    take(client, mention, "accept")
    study = mention.article.cited_works.get(label="Madeup 2011").study
    page = words_of(
        client.get(where(mention.article), {"at": mention.pk, "do": "tell"})
    )
    assert "Kept as second-hand" in page and "as a trial showed [1]." in page
    given = {"study": study.pk, "outcome": "made-up fever", "direction": "lower"}
    bad = take(client, mention, "tell", **given, quote="never said")
    assert bad.status_code == 422 and "quote is not in the article" in words_of(bad)
    assert "never said</textarea>" in words_of(bad)
    take(client, mention, "tell", **given, quote="reduces made-up fever")
    result = ResultSource.objects.get().result
    assert (result.provenance, result.direction) == ("second_hand", "lower")
    assert result.outcome == Outcome.objects.get(name="made-up fever")
    assert "Tells of Madeup 2011: made-up fever, lower" in words_of(
        client.get(where(mention.article))
    )


def test_a_reworded_mention_is_asked_again(client, mention, curator):
    take(client, mention, "accept")
    changed = FEVER.replace("significantly reduces", "greatly reduces")
    import_article(data=changed.encode(), article=mention.article, by=curator)
    page = words_of(client.get(where(mention.article)))
    assert "reworded since it was accepted: the same claim?" in page
    take(client, mention, "same")
    assert not mention.ask_again


def test_new_words_may_make_another_claim(client, mention, curator):
    take(client, mention, "accept")
    changed = FEVER.replace("significantly reduces", "greatly reduces")
    import_article(data=changed.encode(), article=mention.article, by=curator)
    page = words_of(take(client, mention, "other"))
    assert "suggestion of their own" in page
    assert mention.article.mentions.filter(status="suggested").count() == 2


# --- words marked by hand ---


def mark(client, article, step="claim", **given):
    given |= {"step": step, "version": 1}
    return client.post(f"{where(article)}mark/", given, follow=True)


def test_selected_words_become_a_claim(client, article):
    start = FEVER.index("It 😀 rained")
    mark(client, article, start=start, end=start + 11, kind="efficacy")
    new = article.mentions.get(origin="person")
    assert new.claim.text == "It 😀 rained"
    assert new.anchors.get().exact == "It 😀 rained"


def test_typed_words_are_found_whatever_their_spaces(client, article):
    mark(client, article, words="made-up   fever in\nadults", kind="efficacy")
    assert article.mentions.get(origin="person").claim.text == "made-up fever in adults"


def test_words_become_a_citation(client, article):
    mark(client, article, step="citation", words="as a trial showed")
    citation = Citation.objects.get(origin="person")
    assert citation.marker == "as a trial showed"
    assert citation.mentions.count() == 1


def test_a_citation_may_be_of_a_work_that_is_known(client, article):
    work = article.cited_works.get(label="Madeup 2011")
    mark(client, article, step="citation", words="as a trial showed", work=work.pk)
    assert Citation.objects.get(origin="person").cited_work == work
    strange = mark(client, article, step="citation", words="made-up", work=work.pk + 99)
    assert strange.status_code == 422


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Select or type the words to mark"),
        ("never said", "does not have these words"),
        ("made-up fever", "stand at 3 places"),
        ("It 😀 rained", "Say what kind of claim this is"),
    ],
)
def test_what_cannot_be_marked_is_said_and_stays_typed(
    client, article, words, sentence
):
    answer = mark(client, article, words=words)
    assert answer.status_code == 422
    page = words_of(answer)
    assert sentence in page
    assert f"{words}</textarea>" in page


def test_words_of_an_older_capture_are_not_marked(client, article, curator):
    import_article(data=("Oh. " + FEVER).encode(), article=article, by=curator)
    answer = mark(client, article, words="fever in adults", kind="efficacy")
    assert answer.status_code == 409
    assert "captured again meanwhile" in words_of(answer)


# --- undo ---


def test_undo_takes_back_my_last_step_also_after_signing_out(client, mention, curator):
    take(client, mention, "accept")
    client.logout()
    client.force_login(curator)
    page = words_of(client.get(where(mention.article)))
    assert "Accepted “Examplin significantly" in page
    answer = client.post(f"{where(mention.article)}undo/", follow=True)
    assert "undone: accepted “Examplin" in words_of(answer)
    assert f"at={mention.pk}#chosen" in answer.redirect_chain[0][0]
    mention.refresh_from_db()
    assert mention.status == "suggested"
    assert not Claim.objects.exists()


def test_undo_is_refused_where_somebody_built_on_the_step(client, mention):
    take(client, mention, "accept")
    edit_mention(mention=mention, hedged=True, by=make.a_reviewer())
    answer = client.post(f"{where(mention.article)}undo/")
    assert answer.status_code == 422
    assert "Rev Madeup built on this step since" in words_of(answer)


def test_one_step_is_undone_by_its_name(client, mention, article):
    take(client, mention, "reject")
    other = article.mentions.exclude(pk=mention.pk).get()
    take(client, other, "reject")
    page = client.get(where(article)).content.decode()
    steps = re.findall(r'name="step" value="([0-9]+)"', page)
    client.post(f"{where(article)}undo/", {"step": steps[1]})
    mention.refresh_from_db()
    other.refresh_from_db()
    assert (mention.status, other.status) == ("suggested", "rejected")


def test_there_may_be_nothing_to_undo(client, article):
    answer = client.post(f"{where(article)}undo/")
    assert "no step of yours left to undo" in words_of(answer)


# --- lost races, strangers, bad input ---


def test_who_lost_a_race_reads_who_changed_what_and_keeps_their_words(client, mention):
    seen = mention.revision
    reject_mention(mention=mention, by=make.a_reviewer())
    answer = take(client, mention, "split", revision=seen, parts="My one\nMy two")
    assert answer.status_code == 409
    page = words_of(answer)
    assert "Not saved. Rev Madeup changed it at" in page and "(rejected)" in page
    assert "My one My two</textarea>" in page


def test_a_step_nobody_knows_or_without_revision_is_refused(client, mention):
    assert "There is no step “fly”" in words_of(take(client, mention, "fly"))
    answer = client.post(f"{where(mention.article)}{mention.pk}/", {"step": "accept"})
    assert answer.status_code == 422
    assert "did not come whole" in words_of(answer)


def test_a_strange_address_shows_the_page_all_the_same(client, article):
    given = {"at": "x", "show": "no", "do": "fly", "work": "9" * 30, "after": "-1"}
    assert client.get(where(article), given).status_code == 200


def test_a_mention_of_another_article_is_not_found(client, article):
    other = make.a_mention()
    answer = client.post(f"{where(article)}{other.pk}/", {"step": "accept"})
    assert answer.status_code == 404


def test_who_is_not_signed_in_is_asked_to(client, article):
    client.logout()
    answer = client.get(where(article))
    assert answer.status_code == 302 and "sign-in" in answer.url
    assert client.post(f"{where(article)}undo/").status_code == 303


def test_a_reader_does_not_curate(client, mention):
    client.force_login(make.a_reader())
    assert client.get(where(mention.article)).status_code == 403
    assert take(client, mention, "accept").status_code == 403
    assert mention.status == "suggested"


# --- the fragment ---


def test_a_swapped_step_answers_with_the_same_fragment(client, mention):
    address = f"{where(mention.article)}{mention.pk}/"
    answer = client.post(
        address,
        {"step": "accept", "revision": mention.revision},
        headers={"HX-Request": "true"},
    )
    page = shown(answer)
    assert answer.status_code == 200
    assert page.startswith('<div id="curating"')
    assert (
        'id="saved" role="status" aria-live="polite" hx-swap-oob="true">Saved' in page
    )
    assert "1 of 2 decided" in words_of(answer)
    assert "<html" not in page


def an_article_of(sentences, curator):
    lines = [
        f"Examplin significantly reduces fever of kind {n} (Made{a}{b}p, 2001)."
        for n, (a, b) in enumerate(
            islice(product(ascii_lowercase, repeat=2), sentences)
        )
    ]
    text = "Examplin and its fevers\n\n" + "\n".join(lines)
    return import_article(data=text.encode(), by=curator).article


@pytest.mark.parametrize("place", [{}, {"do": "edit"}, {"do": "join"}])
def test_the_page_takes_as_many_queries_for_25_suggestions_as_for_5(
    client, curator, place
):
    counts = []
    for sentences in (5, 25):
        article = an_article_of(sentences, curator)
        first = article.mentions.order_by("pk").first()
        take(client, first, "accept")
        with CaptureQueriesContext(connection) as queries:
            client.get(where(article), place)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 18


def test_a_long_list_comes_in_parts_around_the_chosen_one(client, curator):
    article = an_article_of(120, curator)
    numbers = list(article.mentions.order_by("pk").values_list("pk", flat=True))
    page = words_of(client.get(where(article), {"at": numbers[60]}))
    assert page.count("curate-card is-") == 50
    assert f"at={numbers[49]}#chosen" in page and "Earlier, up to 50" in page
    assert f"at={numbers[100]}#chosen" in page and "Later, from 101" in page
    assert f'data-mention="{numbers[119]}"' in page, "the text is whole"
    page = words_of(client.get(where(article), {"at": numbers[119]}))
    assert page.count("curate-card is-") == 20 and "Later" not in page


def test_every_place_in_the_text_is_the_articles_own(client, curator):
    """What a browser counts from a block's start is the place in the article."""
    text = (
        "Fever\r\n\r\nExamplin reduces made-up fever in most of the adults who were "
        "given it every\r\nday for a 🤒 month & <others>, which was a long time.\r\n"
    )
    article = import_article(data=text.encode(), by=curator).article
    page = client.get(where(article)).content.decode()
    assert "every&#13;\nday for a 🤒 month &amp; &lt;others&gt;, which" in page
    assert 'data-start="9"' in page
    assert Anchor.objects.get().exact == text[9:].rstrip()


# --- what the article is ---


def test_the_facts_of_an_article_are_put_right(client, article):
    address = f"/articles/{article.pk}/edit/"
    assert "Sells or offers" in words_of(client.get(address))
    given = {
        "title": article.title,
        "outlet_name": "The Example Courier",
        "author": "A. Writer",
        "url": "",
        "published": "2020-05",
        "modified": "",
        "licence": "cc_by",
        "sells": "yes",
        "revision": article.revision,
    }
    assert client.post(address, given).status_code == 302
    article.refresh_from_db()
    assert (article.outlet.name, article.sells) == ("The Example Courier", "yes")
    answer = client.post(address, given | {"author": "B. Writer"})
    assert answer.status_code == 422
    assert "Cur Madeup changed it at" in words_of(answer)
    assert "B. Writer" in words_of(answer)
    answer = client.post(address, given | {"url": "nowhere"})
    assert answer.status_code == 422


def test_the_facts_are_for_those_who_keep_articles(client, article):
    address = f"/articles/{article.pk}/edit/"
    client.force_login(make.a_reader())
    assert client.get(address).status_code == 403
    client.logout()
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("panel", sorted(PANELS))
def test_a_step_that_asks_something_opens_at_a_mention_that_cites(
    client, curator, article, panel
):
    mention = article.mentions.exclude(citations=None).first()
    page = client.get(where(article), {"at": mention.pk, "do": panel})
    assert page.status_code == 200
    assert page.context["panel"].name == panel
