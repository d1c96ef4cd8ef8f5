"""A check in a round is made from the keyboard, and keeps itself meanwhile."""

import pytest
from playwright.sync_api import expect

from articles.checks.judging import submit_check
from articles.checks.rounds import call_mention_round
from articles.models import MentionJudgement
from tests import factories as make
from tests.articles.test_checking_in_rounds import PARTLY, SUPPORTS
from tests.core.waiting import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_check_keeps_itself_and_is_settled_from_the_keyboard(page, sign_in, look_at):
    said = []
    page.on("pageerror", lambda problem: said.append(str(problem)))
    rev = make.a_reviewer()
    mention = make.a_mention(claim=make.a_claim())
    make.an_anchor(mention=mention)
    round = call_mention_round(
        mention=mention,
        citation=make.a_citation(mention=mention),
        reviewers=[rev, make.another_reviewer()],
        by=make.an_editor(),
    )
    submit_check(round=round, said=PARTLY, by=make.another_reviewer())
    sign_in(rev)
    own = f"/mention-rounds/{round.pk}/"
    rounds = f"/mentions/{mention.pk}/support/{round.citation_id}/rounds/"
    for width, scheme in ((1400, "dark"), (390, "light")):
        look_at([own, rounds, f"{own}check/"], width, scheme)
    page.locator("#id_answer").select_option("supports")
    page.locator("#id_place").fill("Page 3")
    own_place = round.assignments.filter(reviewer=rev, draft__place="Page 3")
    wait_until(own_place.exists)
    expect(page.locator("#check-saved")).to_contain_text("Saved")
    page.reload()
    expect(page.locator("#id_place")).to_have_value("Page 3")
    page.locator("#id_read").select_option("full_text")
    page.locator("#id_passage").fill(SUPPORTS["passage"])
    page.keyboard.press("Control+Enter")
    page.get_by_text("All checks are in and open").wait_for()
    for width, scheme in ((390, "dark"), (1400, "light")):
        look_at([own, f"{own}differences/"], width, scheme)
    for key in ("j", "]", "[", "[", "a", "Control+Enter"):
        page.keyboard.press(key)
    page.get_by_text("What you agreed on counts now").wait_for()
    agreed = MentionJudgement.objects.get(is_consensus=True)
    assert (agreed.answer, agreed.error) == ("supports", "minor")
    assert said == []
