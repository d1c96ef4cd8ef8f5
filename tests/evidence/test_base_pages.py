"""What counts for a claim is said, decided and frozen on one page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Claim
from core.errors import Refused
from evidence.bases.actions import copy_base, edit_base, freeze_base, open_base
from evidence.bases.items import add_item, add_items, add_passage, decide_item
from evidence.claims.actions import set_question
from evidence.models import EvidenceBase, EvidenceItem
from studies.models import Result
from studies.results.actions import withdraw_result
from tests import factories as make
from tests.evidence.pooling import a_study_of, counts
from tests.html import links_of, shown
from tests.stories.acting import ASKED, a_trial, cites

pytestmark = pytest.mark.django_db
MOST_QUERIES = 24  # two for short forms and spellings of what candidates are found by


@pytest.fixture
def claim():
    return make.a_claim(**{**ASKED, "asserts": "lowers", "outcome": "fever"})


def address(claim, what=""):
    return f"/claims/{claim.pk}/base/{what}"


def an_open_base(client, claim, **how):
    client.post(address(claim), {"scope": "other_known", **how})
    return EvidenceBase.objects.get(claim=claim, frozen_at=None)


def a_result(label="Example 2001", counts=(10, 100, 30, 100), **outcome):
    outcome = make.an_outcome(**{"name": "Fever", "better": "lower", **outcome})
    return a_trial(label, counts, outcome).results.get()


def test_a_base_is_opened_with_how_far_was_searched(client, claim, reviewer):
    page = shown(client.get(address(claim)))
    assert "Open the evidence base" in page
    base = an_open_base(client, claim, sources="PubMed", searched_on="2026-11-01")
    assert (base.number, base.sources) == (1, "PubMed")
    assert base.outcome == "fever"


@pytest.mark.parametrize("days", [0, 1])
def test_what_was_searched_today_is_kept_wherever_today_has_begun(client, claim, days):
    client.force_login(make.a_reviewer())
    day = timezone.now().date() + timedelta(days=days)
    assert an_open_base(client, claim, searched_on=day).searched_on == day


def test_nobody_has_searched_on_a_day_to_come(client, claim, reviewer):
    said = {"scope": "other_known", "searched_on": "2099-01-01"}
    answer = client.post(address(claim), said)
    assert answer.status_code == 422
    assert "1 Jan 2099 is still to come." in shown(answer)
    assert not EvidenceBase.objects.exists()
    with pytest.raises(Refused, match="1 Jan 2099 is still to come"):
        open_base(claim=claim, by=reviewer, **said)
    base = an_open_base(client, claim)
    with pytest.raises(Refused, match="still to come"):
        edit_base(base=base, by=reviewer, searched_on="2099-01-01")


def test_a_base_is_not_frozen_while_a_candidate_is_undecided(client, claim, reviewer):
    base = an_open_base(client, claim)
    trials = [a_result(f"Example {year}") for year in range(2001, 2008)]
    record = make.a_passage(reference=make.a_reference(title="The register"))
    add_items(base=base, candidates=[record, *trials], by=reviewer)
    page = shown(client.get(address(claim)))
    assert "Nobody has decided yet on The register; Example 2001;" in page
    answer = client.post(address(claim, "freeze/"), follow=True)
    assert "Example 2004 and 3 more: include each or leave it out." in shown(answer)
    assert Claim.objects.get(pk=claim.pk).verdict == "not_graded"
    for item in base.items.all():
        left_out = {"decision": "excluded", "exclude_because": "population"}
        decide_item(item=item, by=reviewer, **left_out)
    client.post(address(claim, "freeze/"))
    base.refresh_from_db()
    assert base.is_frozen


def test_nobody_has_read_a_record_on_a_day_to_come(claim, reviewer):
    with pytest.raises(Refused, match="1 Jan 2099 is still to come"):
        add_passage(
            reference=make.a_reference(),
            quote="Not approved.",
            place="Section 1",
            read_on="2099-01-01",
            by=reviewer,
        )


def test_a_review_is_named_by_its_name(client, claim, reviewer):
    review = make.a_review()
    twin = make.a_review()
    answer = client.post(address(claim), {"scope": "review", "review": "Nobody 1900"})
    assert answer.status_code == 422
    assert "No review here fits “Nobody 1900”." in shown(answer)
    answer = client.post(address(claim), {"scope": "review", "review": "Reviewer 2010"})
    assert f'value="{twin.pk} · Reviewer 2010 (study {twin.pk})"' in shown(answer)
    client.post(address(claim), {"scope": "review", "review": f"{review.pk} · x"})
    assert EvidenceBase.objects.get().review == review


def test_results_of_the_same_outcome_and_of_cited_studies_are_offered(
    client, claim, reviewer
):
    base = an_open_base(client, claim)
    same, other = a_result(), a_result("Example 1999", name="Cough")
    cited = a_result("Example 1990", name="Rash")
    mention = make.a_mention(claim=claim)
    work = make.a_cited_work(article=mention.article, study=cited.study)
    make.a_citation(mention=mention, cited_work=work)
    page = shown(client.get(address(claim)))
    assert "Example 2001" in page
    assert "Example 1990" in page
    assert "Example 1999" not in page
    assert "Example 1999" in shown(client.get(address(claim) + "?q=cough"))
    client.post(address(claim, "add/"), {"result": same.pk, "decision": "included"})
    item = base.items.get()
    assert (item.decision, item.bearing) == ("included", "supports")
    assert other.items.count() == 0


def test_results_of_one_study_and_outcome_are_told_apart(client, claim, reviewer):
    an_open_base(client, claim)
    of_women = {"subgroup": "women", "dose": "10 mg", "analysis_set": "per_protocol"}
    of_women |= {"comparison": "A against B", "time_point": "12 weeks"}
    result = a_result()
    Result.objects.filter(pk=result.pk).update(**of_women, time_value=None)
    told = "Fever, 12 weeks, A against B, in women, 10 mg, per protocol"
    assert told in shown(client.get(address(claim)))
    said = {"result": result.pk, "decision": "included"}
    client.post(address(claim, "add/"), said)
    assert told in shown(client.get(address(claim)))
    study = shown(client.get(f"/studies/{result.study_id}/"))
    assert "in women, 10 mg, per protocol" in study


def test_the_same_result_from_another_source_is_left_out_and_said(
    client, claim, reviewer
):
    base = an_open_base(client, claim)
    primary = a_result()
    compiled = make.a_compiled_result(
        study=primary.study, outcome=primary.outcome, contrast="between_arms"
    )
    client.post(address(claim, "add/"), {"result": primary.pk, "decision": "included"})
    answer = client.post(
        address(claim, "add/"),
        {"result": compiled.pk, "decision": "included"},
        follow=True,
    )
    assert "same result, other source" in shown(answer)
    assert base.items.get(result=compiled).decision == "excluded"


def test_a_candidate_is_left_out_for_a_reason_and_put_back(client, claim, reviewer):
    base = an_open_base(client, claim)
    client.post(address(claim, "add/"), {"result": a_result().pk})
    item = base.items.get()
    assert item.decision == "awaiting"
    client.post(
        f"/items/{item.pk}/",
        {"decision": "excluded", "reason": "population", "revision": item.revision},
    )
    item.refresh_from_db()
    assert (item.decision, item.reason) == ("excluded", "population")
    assert "Left out: other people." in shown(client.get(address(claim)))
    client.post(f"/items/{item.pk}/", {"decision": "included"})
    item.refresh_from_db()
    assert (item.decision, item.reason) == ("included", "")


def test_whoever_decides_on_an_older_state_is_told(client, claim, reviewer):
    base = an_open_base(client, claim)
    client.post(address(claim, "add/"), {"result": a_result().pk})
    item = base.items.get()
    seen = item.revision
    client.post(f"/items/{item.pk}/", {"decision": "included", "revision": seen})
    answer = client.post(
        f"/items/{item.pk}/",
        {"decision": "awaiting", "revision": seen},
        follow=True,
    )
    assert "was changed meanwhile" in shown(answer)
    assert EvidenceItem.objects.get().decision == "included"


def test_before_freezing_the_page_says_what_will_follow(client, claim, reviewer):
    told = make.a_second_hand_result()
    cites(claim, told.study)
    an_open_base(client, claim, scope="cited_only")
    client.post(address(claim, "add/"), {"result": told.pk, "decision": "included"})
    page = shown(client.get(address(claim)))
    assert (
        "The claim will read can’t say. Nobody here has read the studies themselves"
        in page
    )
    client.post(address(claim, "freeze/"))
    claim = Claim.objects.get(pk=claim.pk)
    assert (claim.verdict, claim.standing) == ("cant_say", "rule")


def test_a_searched_base_is_not_frozen_without_its_search(client, claim, reviewer):
    base = an_open_base(client, claim, scope="targeted")
    answer = shown(client.post(address(claim, "freeze/"), follow=True))
    for sentence, field in (
        ("A targeted search says where", "id_sources"),
        ("A targeted search has words", "id_query"),
        ("A targeted search has a day", "id_searched_on"),
    ):
        assert sentence in answer
        assert f'href="/claims/{claim.pk}/base/#{field}"' in answer
        assert f'id="{field}"' in answer
    base.refresh_from_db()
    assert not base.is_frozen


def test_all_that_a_question_lacks_is_said_at_once_and_linked(client, reviewer):
    claim = make.a_claim(kind="association", asserts="")
    base = an_open_base(client, claim)
    with pytest.raises(Refused, match="Factor: not set") as refused:
        freeze_base(base=base, by=reviewer)
    page = shown(client.get(address(claim)))
    assert "Freeze this base" not in page
    client.force_login(make.a_curator())
    form = shown(client.get(f"/claims/{claim.pk}/edit/"))
    for name, label in (
        ("population", "Population"),
        ("intervention", "Factor"),
        ("outcome", "Outcome"),
    ):
        assert f"{label}: not set" in refused.value.sentence
        assert f'href="/claims/{claim.pk}/base/#id_{name}"' in page
        assert f'id="id_{name}"' in page
    assert "What the claim says of the outcome: not set" in refused.value.sentence
    assert f'href="/claims/{claim.pk}/edit/#question-asserts"' in page
    assert 'id="question-asserts"' in form
    assert "Compared with" not in form + page


def test_candidates_come_from_the_same_intervention_and_topics(client, claim, reviewer):
    claim.intervention = "examplin"
    claim.save()
    an_open_base(client, claim)
    alike = make.a_study(label="Alike 2001", intervention="Examplin twice a day")
    make.a_result(study=alike, outcome=make.an_outcome(name="Itching"))
    topic = make.a_claim_topic(claim=claim).topic
    filed = make.a_study_topic(topic=topic, study=make.a_study(label="Filed 2002"))
    make.a_result(study=filed.study, outcome=make.an_outcome(name="Sleep"))
    make.a_result(
        study=make.a_study(label="Other 2003"), outcome=make.an_outcome(name="Thirst")
    )
    page = shown(client.get(address(claim)))
    same, _, under = page.partition("Results of studies under the claim’s topics")
    assert "<b>Alike 2001</b>" in same.partition("of the same intervention")[2]
    assert "<b>Filed 2002</b>" in under
    assert "Other 2003" not in page


def test_an_open_base_takes_the_question_of_its_claim(client, claim, reviewer):
    base = an_open_base(client, claim)
    own = {"comparator": "another dummy", "outcome": base.outcome}
    client.post(address(claim), {"scope": "other_known", **own})
    set_question(claim=claim, by=reviewer, outcome="high fever", comparator="nothing")
    base.refresh_from_db()
    assert (base.outcome, base.comparator) == ("high fever", "another dummy")
    assert "The claim says: nothing" in shown(client.get(address(claim)))
    freeze_base(base=base, by=reviewer)
    set_question(claim=claim, by=reviewer, outcome="fever", reason="As it was.")
    base.refresh_from_db()
    assert base.outcome == "high fever"


def test_saving_and_freezing_is_one_way_and_loses_nothing(client, claim, reviewer):
    base = an_open_base(client, claim)
    said = {"scope": "targeted", "query": "examplin", "then": "freeze"}
    answer = client.post(address(claim), {**said, "searched_on": "yesterday"})
    assert (answer.status_code, "examplin" in shown(answer)) == (422, True)
    answer = client.post(address(claim), {**said, "revision": base.revision})
    assert answer["Location"] == address(claim, "freeze/")
    page = shown(client.get(answer["Location"]))
    assert "A targeted search says where" in page
    late = {**said, "revision": base.revision, "query": "my words"}
    answer = client.post(address(claim), late)
    assert answer.status_code == 422
    assert "was changed meanwhile" in shown(answer)
    assert "my words" in shown(answer)


def test_what_freezing_does_is_said_again_where_it_changed(client, claim, reviewer):
    base = an_open_base(client, claim)
    page = client.get(address(claim, "freeze/"))
    told = page.context["form"]["told"].value()
    add_items(base=base, candidates=[a_result()], decision="included", by=reviewer)
    answer = client.post(address(claim, "freeze/"), {"told": told})
    assert "What freezing does has changed" in shown(answer)
    base.refresh_from_db()
    assert not base.is_frozen
    told = answer.context["form"]["told"].value()
    client.post(address(claim, "freeze/"), {"told": told})
    base.refresh_from_db()
    assert base.is_frozen


def test_what_the_claim_will_read_is_what_it_reads(client, claim, reviewer):
    an_open_base(client, claim)
    told = client.get(address(claim, "freeze/")).context["step"].follows
    client.post(address(claim, "freeze/"))
    page = shown(client.get(f"/claims/{claim.pk}/"))
    sentence = told[0].removeprefix("The claim will read can’t say. ")
    assert sentence in page
    assert told[1].removeprefix("The reason beside it will read: ")[:-1] in page


def test_the_claim_says_how_old_its_search_is(client, claim):
    today = timezone.now().date()
    for days, words in (
        (0, "today"),
        (1, "yesterday"),
        (40, "1 month ago"),
        (427, "14 months ago"),
        (800, "2 years ago"),
    ):
        other = make.a_claim()
        make.a_frozen_base(claim=other, searched_on=today - timedelta(days=days))
        page = shown(client.get(f"/claims/{other.pk}/"))
        assert f"Searched {words}: what was published since is not in it." in page
    assert "Searched" not in shown(client.get(f"/claims/{claim.pk}/"))


@pytest.mark.parametrize("who", ["nobody", "reader"])
def test_a_frozen_base_is_readable_by_everybody(client, claim, who):
    reviewer = make.a_reviewer()
    if who == "reader":
        client.force_login(make.a_reader())
    own = open_base(
        claim=claim,
        scope="targeted",
        sources="PubMed",
        query="examplin[ti]",
        searched_on="2026-01-05",
        by=reviewer,
    )
    assert client.get(address(claim)).status_code in (302, 403)
    freeze_base(base=own, by=reviewer)
    copy_base(base=own, by=reviewer)
    page = shown(client.get(address(claim)))
    for words in ("examplin[ti]", "frozen", "5 Jan 2026", "It was frozen without any"):
        assert words in page
    assert "No candidates yet" not in page  # whom would it ask to add any?
    assert "<button" not in page.split("<main")[1].split("</main>")[0]
    assert "examplin[ti]" in shown(client.get(address(claim, "1/")))
    assert client.get(address(claim, "2/")).status_code == 302
    assert client.post(address(claim), {"scope": "targeted"}).status_code in (303, 403)


def test_a_frozen_base_is_copied_to_a_new_version(client, claim, reviewer):
    base = an_open_base(client, claim)
    client.post(
        address(claim, "add/"), {"result": a_result().pk, "decision": "included"}
    )
    client.post(address(claim, "freeze/"))
    assert "This base is frozen" in shown(client.get(address(claim)))
    client.post(address(claim, "copy/"))
    copy = EvidenceBase.objects.get(claim=claim, frozen_at=None)
    assert (copy.number, copy.copied_from) == (2, base)
    assert copy.items.get().decision == "included"


def test_a_copy_keeps_how_it_was_searched(claim, reviewer):
    search = {
        "sources": "PubMed; Embase",
        "query": "examplin",
        "searched_on": "2026-01-05",
        "records_found": 40,
        "records_screened": 38,
    }
    base = open_base(claim=claim, scope="systematic", by=reviewer, **search)
    freeze_base(base=base, by=reviewer)
    copy = copy_base(base=base, by=reviewer)
    copy.refresh_from_db()
    assert str(copy.searched_on) == search.pop("searched_on")
    assert {name: getattr(copy, name) for name in search} == search


def test_a_record_is_quoted_into_the_base(client, reviewer):
    claim = make.a_claim(kind="regulatory", asserts="exists")
    base = an_open_base(client, claim)
    record = make.a_reference(type="register_page", title="An example register")
    said = {"quote": "Not approved.", "place": "Part 2", "read_on": "2026-11-20"}
    answer = client.post(address(claim, "passage/"), {**said, "reference": "Nothing"})
    assert answer.status_code == 422
    assert "Not approved." in shown(answer)
    client.post(address(claim, "passage/"), {**said, "reference": str(record.pk)})
    assert base.items.get().passage.quote == "Not approved."


@pytest.mark.parametrize("trials", [1, 5])
def test_the_page_asks_the_same_for_one_and_for_five_candidates(
    client, claim, reviewer, trials, django_assert_max_num_queries
):
    an_open_base(client, claim)
    outcome = make.an_outcome(name="Fever")
    for number in range(trials):
        trial = a_trial(f"Example {2000 + number}", (1, 100, 3, 100), outcome)
        client.post(
            address(claim, "add/"),
            {"result": trial.results.get().pk, "decision": "included"},
        )
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address(claim))


def test_nothing_chosen_nothing_added(client, claim, reviewer):
    an_open_base(client, claim)
    answer = client.post(address(claim, "add/"), {}, follow=True)
    assert "Choose at least one candidate" in shown(answer)


def test_visitors_sign_in_and_curators_may_not(client, claim):
    assert client.get(address(claim)).status_code == 302
    assert client.post(address(claim, "freeze/")).status_code == 303
    client.force_login(make.a_curator())
    assert client.get(address(claim)).status_code == 403
    assert client.post(address(claim, "add/")).status_code == 403


def test_a_claim_that_is_not_judged_has_no_base(client, reviewer):
    claim = make.a_claim(checkability="opinion")
    answer = client.get(address(claim))
    assert answer.status_code == 422
    assert "not judged" in shown(answer)


def test_a_candidate_that_is_refused_keeps_none_of_the_others_away():
    base = make.a_base()
    stands, gone = make.a_result(), make.a_result()
    withdraw_result(result=gone, by=make.an_editor(), reason="Misread.")
    added = add_items(base=base, candidates=[gone, stands], by=make.a_reviewer())
    assert [item.result for item in added.items] == [stands]
    assert added.refused == ["This was withdrawn, so it is no candidate."]


@pytest.mark.parametrize(("kind", "offered"), [("regulatory", True), ("effect", False)])
def test_a_base_with_something_to_judge_leads_on_to_judging_it(client, kind, offered):
    client.force_login(make.a_reviewer())
    claim = make.a_claim(**{**ASKED, "kind": kind, "jurisdiction": "Exampleland"})
    an_open_base(client, claim)
    page = shown(client.get(address(claim, "freeze/")))
    assert "Freeze this base" in page
    assert ("Freeze and grade" in page) is offered


def test_what_is_missing_is_linked_to_where_it_is_entered(client, claim, reviewer):
    outcome = make.an_outcome(name=claim.outcome)
    study = a_study_of("Example 2031", outcome, counts(4, 100, 9, 100))
    base = an_open_base(client, claim)
    page = client.get(address(claim))
    (paste,) = (link for link in links_of(page) if link.startswith("/results/table/"))
    typed = client.get(paste)
    assert f'name="outcome" value="{claim.outcome}"' in shown(typed)
    add_item(base=base, result=study.results.get(), decision="included", by=reviewer)
    for path in ("", "freeze/"):
        asked = client.get(address(claim, path))
        assert "no report is on file: Example 2031" in shown(asked)
        assert f"/studies/{study.pk}/reports/" in links_of(asked)
