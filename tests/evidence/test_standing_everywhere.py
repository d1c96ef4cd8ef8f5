"""Wherever a verdict is printed, who stands behind it is printed beside it."""

import re

import pytest
from lxml import html

from claims.models import Claim
from claims.words import Method, Standing
from evidence.grades.actions import publish_verdict
from evidence.method import verdicts_of
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db

GIVEN = [verdict.label for verdict in verdicts_of(Method.GRADE)]
PRINTED = re.compile(rf"\b({'|'.join(map(re.escape, GIVEN))})\b", re.IGNORECASE)
STANDS = [standing.label for standing in Standing if standing]
ROWS = {"row", "wide"}
WORDS = "Examplin lowers fever in adults."


@pytest.fixture
def claims():
    """A claim of each standing, with a newer draft under the published one."""
    outcome = make.an_outcome(name="fever", better="lower")
    trials = [a_trial("Example 2001", (10, 100, 30, 100), outcome)]
    draft = make.a_claim(text=WORDS, asserts="lowers")
    draft = graded(draft, a_base_of(draft, trials), levels={"imprecision": 2})
    published = make.a_claim(text="Examplin lowers fever at night", asserts="lowers")
    published = graded(published, a_base_of(published, trials))
    publish_verdict(claim=published, by=make.an_editor())
    graded(published, published.bases.get(), levels={"imprecision": 1})
    by_rule = make.a_claim(text="Examplin lowers colds", asserts="lowers")
    a_base_of(by_rule)
    make.a_claim_relation(source=draft, target=published)
    return [Claim.objects.get(pk=each.pk) for each in (draft, published, by_rule)]


@pytest.fixture
def article(claims):
    """An article that makes all of them."""
    text = f"{WORDS} It lowers it at night. It lowers colds."
    article = make.an_article(licence="cc_by", title="An example")
    version = make.a_version(article=article, text=text)
    starts = [0, text.index("It lowers it"), text.index("It lowers colds")]
    for claim, start in zip(claims, starts, strict=True):
        mention = make.a_mention(article=article, claim=claim, status="accepted")
        end = text.index(".", start) + 1
        make.an_anchor(
            mention=mention,
            version=version,
            exact=text[start:end],
            start=start,
            end=end,
        )
    return article


def verdicts_alone(answer):
    """Each verdict in a page's main part without a standing beside it.

    What a form offers to choose from is no verdict on a claim.
    """
    (main,) = html.fromstring(answer.content.decode()).xpath("//main")
    found = []
    for piece in main.xpath(".//text()"):
        holder = piece.getparent() if piece.is_text else piece.getparent().getparent()
        if PRINTED.search(piece) and not _is_a_choice(holder):
            around = _around(holder).text_content()
            if not any(words.lower() in around.lower() for words in STANDS):
                found.append(" ".join(piece.split()))
    return found


def _is_a_choice(holder):
    choices = {"label", "option", "button"}
    return bool(choices & {each.tag for each in (holder, *holder.iterancestors())})


def _around(holder):
    """The row, card, box or entry that a piece of text is in, else its line."""
    within = [holder, *holder.iterancestors()]
    if entries := [each for each in within if each.tag == "li"]:
        return entries[-1]
    for each in within:
        if each.tag in ("article", "section") or set(each.classes) & ROWS:
            return each
    return next((each for each in within if "line" in each.classes), holder)


def verdicts_printed(answer):
    (main,) = html.fromstring(answer.content.decode()).xpath("//main")
    return PRINTED.findall(main.text_content())


def pages(claims, article):
    study = claims[0].bases.get().items.get().result.study
    reference = study.reports.get().reference
    notice = make.a_notice(reference=reference)
    yield from ("/", "/claims/", f"/articles/{article.pk}/")
    yield from (f"/studies/{study.pk}/", f"/references/{reference.pk}/")
    yield f"/notices/{notice.pk}/"
    for claim in claims:
        yield f"/claims/{claim.pk}/"
        yield f"/claims/{claim.pk}/history/"
        for version in claim.versions.all():
            yield f"/claims/{claim.pk}/v{version.number}/"


def test_a_visitor_meets_no_verdict_without_its_standing(client, claims, article):
    for address in pages(claims, article):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert verdicts_printed(answer), address
        assert verdicts_alone(answer) == [], address


def test_nor_does_whoever_checks_an_article(client, claims):
    answer = client.post("/articles/new/", {"text": f"{WORDS} Nobody doubts it."})
    assert verdicts_printed(answer)
    assert verdicts_alone(answer) == []


def test_nor_does_whoever_curates_or_judges(client, claims, article):
    client.force_login(make.an_editor())
    mention = claims[0].mentions.get()
    for address in (
        f"/articles/{article.pk}/curate/?show=all",
        f"/articles/{article.pk}/curate/?show=all&at={mention.pk}&do=join",
        f"/mentions/{mention.pk}/wording/",
        f"/claims/{claims[2].pk}/merge/?into={claims[0].pk}",
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert verdicts_printed(answer), address
        assert verdicts_alone(answer) == [], address


def test_a_withdrawn_claim_reads_withdrawn_where_an_article_makes_it(
    client, claims, article
):
    claim = claims[0]
    client.force_login(make.an_editor())
    client.post(f"/claims/{claim.pk}/withdraw/", {"reason": "Made twice."})
    client.logout()
    page = html.fromstring(client.get(f"/articles/{article.pk}/").content.decode())
    (card,) = page.xpath("//*[@id='card-1']")
    assert "withdrawn" in card.text_content()
    assert not PRINTED.search(card.text_content())


@pytest.mark.parametrize("address", ["/api/v1/claims/", "/api/v1/claims/{}/"])
def test_nor_does_a_program(client, claims, address):
    def walk(value):
        if isinstance(value, dict):
            if value.get("verdict", "not_graded") != "not_graded":
                yield value.get("standing") or value.get("standing_words")
            for each in value.values():
                yield from walk(each)
        elif isinstance(value, list):
            for each in value:
                yield from walk(each)

    for claim in claims:
        found = list(walk(client.get(address.format(claim.pk)).json()))
        assert found and all(found)


def test_what_is_less_certain_is_drawn_weaker(client, claims):
    page = client.get("/claims/").content.decode()
    assert 'class="v v-sup sure-high"' in page
    assert 'class="v v-sup sure-low"' in page
