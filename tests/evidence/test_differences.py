"""What reviewers of an opened round differ on is settled part by part."""

import pytest

from claims.models import Claim
from core.models import KeptForm
from evidence.grades.actions import submit_grade
from evidence.grades.rounds import call_round
from evidence.models import Grade
from tests import factories as make
from tests.html import shown
from tests.stories.acting import NO_CONCERN, WHY, a_base_of, a_form, a_trial

pytestmark = pytest.mark.django_db
MOST_QUERIES = 20
BIAS = "randomised-risk_of_bias"


@pytest.fixture
def base():
    claim = make.a_claim(asserts="lowers")
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())
    return a_base_of(claim, [trial])


def opened(base, *forms, **given):
    """A round on a base in which each form is handed in by a reviewer of its own."""
    people = [make.a_reviewer(), make.another_reviewer(), make.a_third_reviewer()]
    people = people[: len(forms)]
    round = call_round(
        claim=base.claim, base=base, reviewers=people, by=make.an_editor(), **given
    )
    for person, form in zip(people, forms, strict=True):
        submit_grade(round=round, form=form, by=person)
    round.refresh_from_db()
    return round


def two_ways(base):
    """Two forms that differ in one domain alone."""
    why = {**dict.fromkeys(NO_CONCERN, WHY), "risk_of_bias": "Not blind."}
    return a_form(base), a_form(base, levels={"risk_of_bias": 1}, why=why)


def address(round):
    return f"/claims/{round.claim_id}/rounds/{round.pk}/"


def test_only_what_differs_is_asked_and_the_rest_is_counted(client, base):
    round = opened(base, *two_ways(base))
    client.force_login(make.a_reviewer())
    page = shown(client.get(address(round)))
    assert "1 difference" in page
    assert "Not blind." in page
    assert page.count('class="difference"') == 1
    assert "Rev Madeup" in page
    assert "Vera Madeup" in page


def test_one_takes_the_right_and_accepts_what_they_agree_on(client, base):
    round = opened(base, *two_ways(base))
    client.force_login(make.another_reviewer())
    said = {"do": "submit", f"took-{BIAS}": "2", "accepted": "yes"}
    answer = client.post(address(round), said, follow=True)
    assert "is the claim’s verdict now" in shown(answer)
    claim = Claim.objects.get(pk=base.claim_id)
    assert (claim.standing, claim.certainty) == ("agreed", "moderate")
    consensus = Grade.objects.consensus().get()
    assert consensus.settled["picks"] == {BIAS: {"took": "2"}}
    assert consensus.groups.get().risk_of_bias_why == "Not blind."
    page = shown(client.get(address(round)))
    assert "Settled by Vera Madeup" in page.replace("</b>", "").replace("<b>", "")
    assert "✓ taken" in page
    assert 'name="took-' not in page


def test_the_claim_leads_to_what_each_said_alone_once_they_agree(client, base):
    round = opened(base, *two_ways(base))
    claim = f"/claims/{base.claim_id}/"
    client.force_login(make.a_reviewer())
    assert "said alone" not in shown(client.get(claim))
    client.post(address(round), {"do": "submit", f"took-{BIAS}": "2", "accepted": "y"})
    page = client.get(claim)
    assert "What each reviewer said alone" in shown(page)
    assert f'href="{claim}rounds/"' in page.content.decode()


def test_a_third_answer_is_stored_with_its_reason(client, base):
    round = opened(base, *two_ways(base))
    client.force_login(make.an_editor())
    said = {
        "do": "submit",
        "accepted": "yes",
        f"took-{BIAS}": "third",
        f"value-{BIAS}": "2",
        f"why-{BIAS}": "Nobody was blind.",
    }
    answer = client.post(address(round), said)
    assert answer.status_code == 422
    assert "say why it is none of those given" in shown(answer)
    assert "Nobody was blind." in shown(answer)
    client.post(address(round), said | {f"because-{BIAS}": "We read the protocol."})
    consensus = Grade.objects.consensus().get()
    assert consensus.groups.get().risk_of_bias == 2
    assert "We read the protocol." in str(consensus.settled)


def test_the_rules_check_a_consensus_like_any_grade(client, base):
    """What each may say alone does not always go together."""
    low = {"risk_of_bias": 2, "imprecision": 1}
    round = opened(base, a_form(base), a_form(base, levels=low, verdict="cant_say"))
    client.force_login(make.a_reviewer())
    said = {"do": "submit", "accepted": "yes", "took-verdict": "1"}
    said |= {f"took-{BIAS}": "2", "took-randomised-imprecision": "2"}
    answer = client.post(address(round), said)
    assert answer.status_code == 422
    assert "very low" in shown(answer).lower()
    assert not Grade.objects.consensus().exists()


def test_a_draft_is_kept_for_its_person_and_gone_once_it_is_handed_in(client, base):
    round = opened(base, *two_ways(base))
    client.force_login(make.a_reviewer())
    client.post(address(round), {"do": "save", f"because-{BIAS}": "Half a thought"})
    assert "Half a thought" in shown(client.get(address(round)))
    other = {"do": "save", "revision": "0", f"because-{BIAS}": "From another window"}
    answer = client.post(address(round), other)
    assert answer.status_code == 409
    assert "From another window" in shown(answer)
    client.force_login(make.another_reviewer())
    assert "Half a thought" not in shown(client.get(address(round)))
    client.force_login(make.a_reviewer())
    client.post(address(round), {"do": "submit", f"took-{BIAS}": "1", "accepted": "y"})
    assert Grade.objects.consensus().exists()
    assert not KeptForm.objects.exists()


def test_the_second_of_two_who_settle_learns_of_the_first(client, base):
    round = opened(base, *two_ways(base))
    said = {"do": "submit", "accepted": "yes", f"took-{BIAS}": "1"}
    client.force_login(make.a_reviewer())
    client.post(address(round), said)
    client.force_login(make.another_reviewer())
    answer = client.post(address(round), said | {f"took-{BIAS}": "2"})
    assert answer.status_code == 409
    assert "Rev Madeup settled this round meanwhile" in shown(answer)
    assert Grade.objects.consensus().get().certainty == "high"


def test_names_wait_until_the_round_is_settled_where_it_says_so(client, base):
    round = opened(base, *two_ways(base), names_hidden=True)
    client.force_login(make.a_reviewer())
    names = ("Rev Madeup", "Vera Madeup")
    everywhere = [address(round), "/agreement/", "/api/v1/agreement/"]
    everywhere += ["/api/v1/grades/", "/api/v1/grades/?format=csv"]

    def named():
        client.logout()
        told = ""
        for each in everywhere:
            answer = client.get(each)
            whole = answer.getvalue() if answer.streaming else answer.content
            told += whole.decode()
        return [name for name in names if name in told]

    assert named() == []
    client.force_login(make.a_reviewer())
    assert "Reviewer 2" in shown(client.get(address(round)))
    said = {"do": "submit", "accepted": "yes", f"took-{BIAS}": "1"}
    client.post(address(round), said)
    assert named() == list(names)


def test_three_reviewers_stand_side_by_side(client, base):
    left, right = two_ways(base)
    round = opened(base, left, right, right)
    client.force_login(make.a_third_reviewer())
    page = shown(client.get(address(round)))
    assert page.count(f'name="took-{BIAS}"') == 4
    client.post(address(round), {"do": "submit", f"took-{BIAS}": "3", "accepted": "y"})
    assert Grade.objects.consensus().get().certainty == "moderate"


def test_others_read_the_differences_and_settle_nothing(client, base):
    round = opened(base, *two_ways(base))
    client.force_login(make.a_third_reviewer())
    page = shown(client.get(address(round)))
    assert "Not blind." in page
    assert 'name="took-' not in page
    answer = client.post(address(round), {"do": "submit"})
    assert answer.status_code == 403
    client.logout()
    assert client.get(address(round)).status_code == 200


def test_before_a_round_opens_there_is_no_such_page(client, base):
    people = [make.a_reviewer(), make.another_reviewer()]
    editor = make.an_editor()
    round = call_round(claim=base.claim, base=base, reviewers=people, by=editor)
    submit_grade(round=round, form=a_form(base), by=people[0])
    for person in (*people, editor):
        client.force_login(person)
        assert client.get(address(round)).status_code == 404


@pytest.mark.parametrize("trials", [1, 5])
def test_the_page_asks_the_same_for_one_and_for_five_studies(
    client, trials, django_assert_max_num_queries
):
    outcome = make.an_outcome()
    base = a_base_of(
        make.a_claim(asserts="lowers"),
        [
            a_trial(f"Ex {n}", (100, 1000, 300 + n, 1000), outcome)
            for n in range(trials)
        ],
    )
    round = opened(base, *two_ways(base))
    client.force_login(make.a_reviewer())
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(address(round)).status_code == 200
