"""Talk, flags, histories and a claim as of a day, on every screen, without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.actions import action, save
from evidence.facts import claim_facts
from evidence.models import Comment
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "Adults with made-up fever who took examplin every day for twelve weeks at home"


@action
def reword(*, claim, by, reason=""):
    return save(claim, population=LONG.replace("twelve", "sixteen"))


@pytest.fixture
def claim():
    """A claim with a version of yesterday, talk and a flag, changed since."""
    claim = make.a_claim(population=LONG)
    make.a_claim_version(
        claim=claim,
        facts={**claim_facts(claim), "version": 1},
        created_at=timezone.now() - timedelta(days=1),
    )
    reword(claim=claim, by=make.a_curator(), reason="Misread.")
    thread = make.a_comment(
        row_id=claim.pk, text="See https://example.org/a/" + 90 * "b"
    )
    make.a_comment(row_id=claim.pk, parent=thread, by=make.a_reviewer())
    make.a_flag(row_id=claim.pk)
    return claim


def test_talk_and_histories_are_readable(look_at, sign_in, claim):
    sign_in(make.an_editor())
    article = make.an_article(outlet=make.an_outlet())
    mention = make.a_mention(claim=claim, article=article)
    make.an_anchor(mention=mention)
    today = timezone.now().date()
    talk = f"/talk/claim/{claim.pk}/"
    pages = [
        *(talk, f"{talk}flag/", "/comments/?open=true", "/flags/"),
        *(f"/claims/{claim.pk}/history/", f"/claims/{claim.pk}/?as_of={today}"),
        *(f"/claims/{claim.pk}/?as_of=2001-01-01", f"/articles/{article.pk}/"),
        *("/outlets/", f"/outlets/{article.outlet_id}/"),
    ]
    look_at(pages)


def test_a_thread_is_begun_answered_and_resolved_without_scripts(
    without_scripts, claim
):
    page = without_scripts(make.a_reviewer())
    page.goto(f"/claims/{claim.pk}/")
    page.get_by_role("link", name="Talk (2)").click()
    page.get_by_label("Comment").fill("Which dose?")
    page.get_by_role("button", name="Say it").click()
    begun = Comment.objects.get(text="Which dose?")
    thread = page.locator(f"#thread-{begun.pk}")
    thread.locator("summary").click()
    thread.get_by_label("Your answer").fill("Five milligrams.")
    thread.get_by_role("button", name="Answer").click()
    assert Comment.objects.get(parent=begun).text == "Five milligrams."
    thread.locator("summary").click()
    thread.get_by_role("button", name="Nothing is left to do").click()
    begun.refresh_from_db()
    assert begun.resolved_by == make.a_reviewer()
