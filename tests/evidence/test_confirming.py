"""What others will see is said before it is done, and asked once."""

import pytest

from claims.models import Claim
from evidence.bases.actions import open_base
from evidence.grades.actions import publish_verdict
from tests import factories as make
from tests.evidence.facts.rendering import words_of
from tests.html import shown
from tests.stories.acting import ASKED, a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    """A claim that one reviewer graded."""
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome(name="fever"))
    base = a_base_of(make.a_claim(asserts="lowers"), [trial])
    return graded(base.claim, base)


def address(claim, step):
    return f"/claims/{claim.pk}/{step}/"


def stored(claim):
    return Claim.objects.get(pk=claim.pk)


def in_main(page):
    return page.partition("<main")[2].partition("</main")[0]


STEPS = ["publish", "take-back", "withdraw"]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_says_what_follows_and_what_is_public(client, claim, editor, step):
    page = in_main(shown(client.get(address(claim, step))))
    assert "What happens" in page and "What everybody can see then" in page
    assert page.count("<form") == 1 and page.count("<button") == 1
    assert stored(claim).standing == "draft" and not stored(claim).is_withdrawn


@pytest.mark.parametrize("step", STEPS)
def test_its_button_does_it_without_asking_again(client, claim, editor, step):
    answer = client.post(address(claim, step), {"reason": "It was checked."})
    assert answer.url == f"/claims/{claim.pk}/"
    newest = claim.versions.latest("number")
    assert newest.why == "It was checked."


@pytest.mark.parametrize("step", ["take-back", "withdraw"])
def test_without_a_reason_nothing_is_done(client, claim, editor, step):
    answer = client.post(address(claim, step), {"reason": " "})
    assert answer.status_code == 422
    assert "“Why” is missing." in shown(answer)
    assert claim.versions.count() == 1


@pytest.mark.parametrize("step", STEPS)
def test_what_changed_meanwhile_is_not_decided_unseen(client, claim, editor, step):
    seen = {"reason": "As I saw it.", "revision": claim.revision}
    Claim.objects.filter(pk=claim.pk).update(sample=True)
    answer = client.post(address(claim, step), seen)
    assert answer.status_code == 422
    assert "was changed meanwhile" in shown(answer)
    assert "As I saw it." in shown(answer)
    assert claim.versions.count() == 1


def test_publishing_shows_what_would_be_published(client, claim, editor):
    page = in_main(shown(client.get(address(claim, "publish"))))
    assert "Supported" in page and "Rev Madeup" in page
    assert "How certainty was judged" in page
    publish_verdict(claim=claim, by=editor)
    graded(claim, claim.bases.get(), verdict="supported", levels={"imprecision": 1})
    page = in_main(shown(client.get(address(claim, "publish"))))
    assert "Moderate" in page.partition("What happens")[0]
    assert "Example 2001" in page
    place = "It takes the place of the published verdict: supported, certainty high"
    assert place in page


def test_freezing_says_what_will_be_public(client, claim):
    person = make.a_reviewer()
    client.force_login(person)
    fresh = make.a_claim(asserts="lowers", **ASKED)
    base = open_base(claim=fresh, scope="other_known", by=person)
    page = in_main(shown(client.get(address(fresh, "base"))))
    assert f'href="/claims/{fresh.pk}/base/freeze/"' in page
    page = in_main(shown(client.get(address(fresh, "base/freeze"))))
    assert "What everybody can see then" in page and page.count("<button") == 1
    assert "The claim will read can’t say." in page
    base.refresh_from_db()
    assert not base.is_frozen
    client.post(address(fresh, "base/freeze"))
    base.refresh_from_db()
    assert base.is_frozen


def test_a_step_that_cannot_be_taken_has_no_button(client, editor):
    claim = make.a_claim()
    for step in ("publish", "take-back"):
        page = in_main(shown(client.get(address(claim, step))))
        assert "no verdict" in page and "<button" not in page


@pytest.mark.parametrize("step", ["publish", "withdraw", "reinstate"])
def test_others_are_not_asked(client, claim, step):
    assert client.get(address(claim, step)).status_code == 302
    client.force_login(make.another_reviewer())
    assert client.get(address(claim, step)).status_code == 403


def test_a_claim_is_reinstated_from_where_it_stood(client, claim, editor):
    assert client.get(address(claim, "reinstate")).status_code == 404
    client.post(address(claim, "withdraw"), {"reason": "Made twice."})
    gone = shown(client.get(f"/claims/{claim.pk}/"))
    assert f'href="/claims/{claim.pk}/reinstate/"' in gone
    client.logout()
    assert "/reinstate/" not in shown(client.get(f"/claims/{claim.pk}/"))
    client.force_login(editor)
    client.post(address(claim, "reinstate"), {"reason": "It is another claim."})
    assert client.get(f"/claims/{claim.pk}/").status_code == 200


def test_the_claims_page_offers_each_what_they_may_do(client, claim):
    def offered(person):
        client.force_login(person)
        return shown(client.get(f"/claims/{claim.pk}/"))

    assert "/publish/" in offered(make.an_editor())
    assert "/take-back/" in offered(make.a_reviewer())
    others = offered(make.another_reviewer())
    assert "/take-back/" not in others and "/publish/" not in others


# --- versions ---


def test_a_version_says_whether_it_is_the_newest(client, claim, editor):
    first = f"/claims/{claim.pk}/v1/"
    assert "This is the newest version." in shown(client.get(first))
    words = words_of(shown(client.get(first)))
    publish_verdict(claim=claim, by=editor)
    graded(claim, claim.bases.get(), verdict="supported")
    page = shown(client.get(first))
    assert "Superseded by" in page and f'href="/claims/{claim.pk}/v2/"' in page
    assert "The newest is" in page and f'href="/claims/{claim.pk}/v3/"' in page
    assert words_of(page) == words
    for links in (f"/claims/{claim.pk}/", f"/claims/{claim.pk}/history/"):
        page = shown(client.get(links))
        assert page.count("superseded") == 2 and page.count("the newest") == 1


def test_a_version_of_a_merged_claim_leads_to_the_other(client, claim):
    other = make.a_claim(text="The same in other words")
    Claim.objects.filter(pk=claim.pk).update(merged_into=other)
    page = shown(client.get(f"/claims/{claim.pk}/v1/"))
    assert "This claim was merged into" in page
    assert f'href="/claims/{other.pk}/"' in page
