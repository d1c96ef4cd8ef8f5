"""A reviewer grades a claim on its page, and everything typed is kept."""

import re

import pytest

from claims.models import Claim
from evidence.grades.actions import submit_grade
from evidence.grades.rounds import call_round
from evidence.models import ClaimAssignment, ClaimRound, Grade
from tests import factories as make
from tests.html import shown
from tests.stories.acting import a_base_of, a_form, a_trial, cites

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
DOMAINS = ("risk_of_bias", "inconsistency", "indirectness", "imprecision")


@pytest.fixture
def base():
    return a_base_of(make.a_claim(asserts="lowers"), some_trials(2))


def some_trials(count):
    outcome = make.an_outcome()
    return [
        a_trial(f"Example {2000 + number}", (100, 1000, 300 + number, 1000), outcome)
        for number in range(count)
    ]


def address(base):
    return f"/claims/{base.claim_id}/grade/"


def filled(base, **changes):
    """All fields of a form that can be handed in: high certainty, supported."""
    said = {
        "do": "submit",
        "target": "any_effect",
        "verdict": "supported",
        "randomised-start": "rct",
        "randomised-publication_bias": "not_assessed",
        **{f"randomised-{domain}": "0" for domain in DOMAINS},
        **{f"randomised-{domain}-why": "As it is made up." for domain in DOMAINS},
        **{f"item-{item.pk}-bearing": "supports" for item in base.items.all()},
    }
    return {**said, **changes}


def test_the_form_opens_on_the_evidence_and_writes_nothing(client, base, reviewer):
    page = shown(client.get(address(base)))
    assert "100/1,000 against 300/1,000" in page
    assert "2 randomised, pooled" in page
    assert "4 domains to judge" in page
    assert "It follows once all domains are judged and a verdict is chosen." in page
    assert not ClaimRound.objects.exists()


@pytest.mark.parametrize("trials", [1, 6])
def test_the_page_asks_the_same_for_one_and_for_six_studies(
    client, reviewer, trials, django_assert_max_num_queries
):
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(cites(claim, make.a_study()), some_trials(trials))
    for _ in range(3):  # what is remembered of it is kept the second time
        with django_assert_max_num_queries(MOST_QUERIES):
            client.get(address(base))
    with django_assert_max_num_queries(72):
        client.post(address(base), filled(base))


def test_a_grade_handed_in_is_the_verdict_as_a_draft(client, base, reviewer):
    answer = client.post(address(base), filled(base), follow=True)
    claim = Claim.objects.get(pk=base.claim_id)
    assert (claim.verdict, claim.certainty) == ("supported", "high")
    assert claim.standing == "draft"
    assert "as a draft by one reviewer" in shown(answer)
    assert "one reviewer, not agreed" in shown(answer)


def test_every_problem_is_said_beside_its_field_and_what_was_typed_stays(
    client, base, reviewer
):
    typed = {"do": "submit", "randomised-imprecision": "1", "explanation": "Typed on."}
    answer = client.post(address(base), typed)
    page = shown(answer)
    assert answer.status_code == 422
    assert "Choose a verdict." in page
    assert "Say what the certainty is of" in page
    assert page.count("Inconsistency was not judged") == 2  # above, and beside it
    assert "Imprecision moved the certainty: write a sentence why." in page
    assert page.count("say what it shows of the claim") == 4
    assert "Typed on." in page
    assert not Grade.unfiltered.exists()


def test_each_problem_leads_to_its_field(client, base, reviewer):
    answer = client.post(address(base), {"do": "submit"})
    page = answer.content.decode()
    anchors = re.findall(r'<a href="#([\w-]+)">[^<]+\.</a>', page)
    assert {"row-verdict", "row-target", "row-randomised-imprecision"} <= set(anchors)
    assert [page.count(f'id="{anchor}"') for anchor in anchors] == [1] * len(anchors)


def test_a_draft_is_kept_and_comes_back(client, base, reviewer):
    saved = filled(base, do="save", explanation="Half a thought")
    answer = client.post(address(base), saved, headers={"HX-Request": "true"})
    assert "Saved " in shown(answer)
    assert "High = High" in shown(answer)
    assert "Half a thought" in shown(client.get(address(base)))
    assert Claim.objects.get(pk=base.claim_id).verdict == "not_graded"


def test_a_draft_kept_while_the_button_has_the_focus_hands_nothing_in(
    client, base, reviewer
):
    sent = filled(base, do="submit")
    answer = client.post(address(base), sent, headers={"HX-Request": "true"})
    assert "Saved " in shown(answer)
    assert Claim.objects.get(pk=base.claim_id).verdict == "not_graded"


def test_nobody_else_sees_a_draft(client, base, reviewer):
    client.post(address(base), filled(base, do="save", explanation="Half a thought"))
    client.force_login(make.another_reviewer())
    page = shown(client.get(address(base)))
    assert "Half a thought" not in page
    assert "Others are grading this claim now" in page


def test_the_sum_follows_the_levels(client, base, reviewer):
    said = filled(base, do="save")
    said |= {"randomised-inconsistency": "2", "randomised-inconsistency-why": "Spread."}
    answer = client.post(address(base), said, headers={"HX-Request": "true"})
    assert "High −2 = Low" in shown(answer)


def test_the_sentence_follows_what_is_judged(client, reviewer):
    claim = make.a_claim(
        asserts="lowers", intervention="examplin", outcome="made-up fever"
    )
    base = a_base_of(claim, some_trials(2))
    for certain, level in (("results in", "0"), ("probably results in", "1")):
        said = filled(base, do="save", **{"randomised-imprecision": level})
        page = shown(client.post(address(base), said, headers={"HX-Request": "true"}))
        assert f"examplin {certain} a reduction in the risk of made-up fever" in page


def test_before_all_is_judged_no_sentence_follows(client, base, reviewer):
    said = filled(base, do="save", **{"randomised-imprecision": ""})
    answer = client.post(address(base), said, headers={"HX-Request": "true"})
    assert "It follows once all domains are judged" in shown(answer)


def test_a_draft_of_an_earlier_form_still_opens(client, base, reviewer):
    client.post(address(base), filled(base, do="save", explanation="Half a thought"))
    place = ClaimAssignment.objects.get(round__base=base)
    place.draft = {**place.draft, "sentence": "As it was typed then."}
    place.save()
    page = shown(client.get(address(base)))
    assert "Half a thought" in page
    assert "As it was typed then" not in page


def test_a_second_window_does_not_write_over_the_first(client, base, reviewer):
    client.post(address(base), filled(base, do="save", revision="0"))
    stale = filled(base, do="submit", revision="0", explanation="The other window")
    answer = client.post(address(base), stale)
    assert answer.status_code == 409
    assert "in another window" in shown(answer)
    assert "The other window" in shown(answer)
    assert not Grade.unfiltered.exists()


def test_starting_over_frees_the_claim(client, base, reviewer):
    client.post(address(base), filled(base, do="save"))
    client.post(address(base), {"do": "start_over"})
    assert not ClaimRound.objects.exists()


def test_very_low_certainty_is_only_cant_say(client, base, reviewer):
    low = {
        "randomised-risk_of_bias": "2",
        "randomised-risk_of_bias-why": "Open label.",
        "randomised-imprecision": "2",
        "randomised-imprecision-why": "Few events.",
    }
    answer = client.post(address(base), filled(base, **low))
    assert "With very low certainty the verdict is can’t say" in shown(answer)
    client.post(address(base), filled(base, **low, verdict="cant_say"))
    claim = Claim.objects.get(pk=base.claim_id)
    assert (claim.verdict, claim.certainty) == ("cant_say", "very_low")
    assert claim.cant_say_because == "too_uncertain"
    (grade,) = Grade.objects.all()
    assert grade.leaning == "supported"


def test_from_cited_works_only_publication_bias_is_not_assessed(client, reviewer):
    (trial,) = some_trials(1)
    claim = cites(make.a_claim(asserts="lowers"), trial)
    base = a_base_of(claim, [trial], scope="cited_only")
    page = shown(client.get(address(base)))
    assert "undetected" not in page
    assert "not assessed" in page


def test_evidence_that_is_not_randomised_may_be_rated_up(client, reviewer):
    cohort = a_trial("Example 1990", (10, 100, 30, 100), make.an_outcome(), **COHORT)
    page = shown(
        client.get(address(a_base_of(make.a_claim(asserts="lowers"), [cohort])))
    )
    assert "judged with ROBINS-I" not in page  # nobody has appraised it here
    assert "Large effect" in page
    assert "not for randomised trials" not in page


COHORT = {"design": "cohort", "allocation": "none"}


def test_each_group_of_designs_is_graded_apart(client, reviewer):
    outcome = make.an_outcome()
    studies = [
        a_trial("Example 1990", (10, 100, 30, 100), outcome, **COHORT),
        a_trial("Example 2001", (10, 100, 30, 100), outcome),
    ]
    base = a_base_of(make.a_claim(asserts="lowers"), studies)
    other = {
        "other-start": "nrs",
        "other-publication_bias": "not_assessed",
        **{f"other-{domain}": "0" for domain in DOMAINS},
        **{f"other-{domain}-why": "As it is made up." for domain in DOMAINS},
    }
    asked = client.post(address(base), filled(base, **other, carries="other"))
    assert "designs of lower certainty than others here have" in shown(asked)
    silent = {f"{of}-imprecision-why": "" for of in ("randomised", "other")}
    asked = shown(client.post(address(base), filled(base, **other | silent)))
    for group in ("", "Not randomised: "):
        assert f">{group}Imprecision: " in asked  # each says which it is of
    because = {"carries": "other", "explanation": "It is of the claim’s own people."}
    client.post(address(base), filled(base, **other, **because))
    claim = Claim.objects.get(pk=base.claim_id)
    assert claim.certainty == "low"


def test_a_regulatory_claim_shows_its_own_words_and_no_domains(client, reviewer):
    claim = make.a_claim(
        kind="regulatory", asserts="exists", jurisdiction="Exampleland"
    )
    base = a_base_of(claim, passages=[make.a_passage(jurisdiction="Exampleland")])
    page = shown(client.get(address(base)))
    assert "confirmed" in page
    assert "Risk of bias" not in page
    said = {"do": "submit", "verdict": "not_confirmed"}
    client.post(address(base), said)
    assert Claim.objects.get(pk=claim.pk).verdict == "not_confirmed"


def test_in_a_round_of_two_the_other_stays_unseen(client, base):
    both = [make.a_reviewer(), make.another_reviewer()]
    round = call_round(claim=base.claim, base=base, reviewers=both, by=make.an_editor())
    client.force_login(both[0])
    assert "can’t see the others until all are in" in shown(client.get(address(base)))
    client.post(address(base), filled(base))
    assert "Your grade is in" in shown(client.get(address(base)))
    assert Claim.objects.get(pk=base.claim_id).verdict == "not_graded"
    submit_grade(round=round, form=a_form(base), by=both[1])
    round.refresh_from_db()
    assert round.is_open


def test_nothing_read_at_its_source_is_nothing_to_grade(client, reviewer):
    told = make.a_second_hand_result()
    base = a_base_of(make.a_claim(asserts="lowers"), results=[told])
    assert "Nobody here has read the studies themselves" in shown(
        client.get(address(base))
    )


def test_a_claim_without_a_base_sends_to_what_counts(client, reviewer):
    claim = make.a_claim()
    page = shown(client.get(f"/claims/{claim.pk}/grade/"))
    assert f"/claims/{claim.pk}/base/" in page


def test_visitors_sign_in_first(client, base):
    answer = client.get(address(base))
    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/sign-in/")


def test_a_curator_does_not_grade(client, base):
    client.force_login(make.a_curator())
    answer = client.get(address(base))
    assert answer.status_code == 403
    assert "grade evidence" in shown(answer)


def test_words_nobody_knows_count_as_not_filled_in(client, base, reviewer):
    bad = filled(base, verdict="perhaps", target="moon", **{"randomised-start": "sky"})
    bad |= {"randomised-imprecision": "nine"}
    answer = client.post(address(base), bad)
    assert answer.status_code == 422
    assert "Choose a verdict." in shown(answer)
    assert client.post(address(base), {"do": "explode"}).status_code == 404


def test_an_editor_publishes_and_a_reviewer_does_not(client, base, reviewer):
    client.post(address(base), filled(base))
    publish = f"/claims/{base.claim_id}/publish/"
    assert client.post(publish).status_code == 403
    client.force_login(make.an_editor())
    client.post(publish)
    assert Claim.objects.get(pk=base.claim_id).standing == "published"
    assert "published already" in shown(client.get(publish))
