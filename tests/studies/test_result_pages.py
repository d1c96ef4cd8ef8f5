"""A result is put right, disputed by a second person, and withdrawn on its page."""

import pytest

from studies.models import Outcome, Result
from studies.results.actions import edit_result, withdraw_result
from tests import factories as make
from tests.api.programs import Program
from tests.html import as_sent, shown
from tests.stories.acting import a_base_of

pytestmark = pytest.mark.django_db

COUNTS = {"events_1": 4, "total_1": 123, "events_2": 11, "total_2": 139}


@pytest.fixture
def result():
    outcome = make.an_outcome(name="Made-up fever", better="lower")
    return make.a_result(
        outcome=outcome, estimate=None, ci_low=None, ci_high=None, **COUNTS
    )


def page_of(client, result):
    return shown(client.get(f"/studies/{result.study_id}/"))


def edit(result):
    return f"/results/{result.pk}/edit/"


def dispute(client, result, says="5/123, in Table 3"):
    client.force_login(make.a_reviewer())
    address = f"/results/{result.pk}/dispute/"
    sent = as_sent(client.get(address), source_says=says)
    return client.post(address, sent, follow=True)


# --- put right ---


def test_a_result_is_put_right_with_a_reason(client, curator, result):
    assert f'href="{edit(result)}"' in page_of(client, result)
    sent = as_sent(client.get(edit(result)), events_1=5, p_value="0.1", adjusted="no")
    refused = client.post(edit(result), sent)
    assert refused.status_code == 422
    assert 'value="5"' in shown(refused)
    client.post(edit(result), {**sent, "reason": "Misread."})
    result.refresh_from_db()
    assert (result.events_1, result.p_value, result.adjusted) == (5, "0.1", "no")
    history = shown(client.get(f"/results/{result.pk}/history/"))
    assert "<del>4</del> <ins>5</ins>" in history
    assert "Misread." in history


def test_what_was_checked_is_to_be_checked_again(client, curator):
    result = make.a_result(
        checked_by=make.a_reviewer(),
        checked_at="2026-01-05T00:00Z",
        **dict.fromkeys(("estimate", "ci_low", "ci_high")),
        **COUNTS,
    )
    page = client.get(edit(result))
    assert "what changes is to be checked again" in shown(page)
    client.post(edit(result), as_sent(page, events_1=5, reason="Misread."))
    assert "not checked by a second person" in page_of(client, result)


def test_a_result_moves_to_a_known_outcome_alone(client, curator, result):
    sent = as_sent(client.get(edit(result)), outcome="made-up  cough", reason="Wrong.")
    answer = client.post(edit(result), sent)
    assert "No outcome here is called “made-up cough”." in shown(answer)
    assert Outcome.objects.count() == 1
    cough = make.an_outcome(name="Made-up cough")
    client.post(edit(result), sent)
    result.refresh_from_db()
    assert result.outcome == cough


def test_numbers_that_do_not_fit_come_back_as_typed(client, curator, result):
    sent = as_sent(client.get(edit(result)), events_1=500, reason="Misread.")
    answer = client.post(edit(result), sent)
    assert answer.status_code == 422
    assert 'value="500"' in shown(answer)


def test_who_comes_second_is_shown_what_the_first_changed(client, curator, result):
    page = client.get(edit(result))
    edit_result(result=result, events_1=6, by=make.an_editor(), reason="Table 3")
    answer = client.post(edit(result), as_sent(page, total_1=124, reason="Misread."))
    words = shown(answer)
    assert "was changed meanwhile" in words
    assert "Table 3" in words
    assert "<del>4</del> <ins>6</ins>" in words
    client.post(edit(result), as_sent(answer))
    result.refresh_from_db()
    assert (result.events_1, result.total_1) == (6, 124)


def test_a_second_hand_result_stays_second_hand(client, curator):
    result = make.a_second_hand_result(place="", quote="")
    sent = as_sent(client.get(edit(result)), direction="higher", reason="Misread.")
    client.post(edit(result), sent)
    result.refresh_from_db()
    assert (result.direction, result.provenance) == ("higher", "second_hand")


# --- the second person ---


def test_what_the_source_says_stands_beside_what_was_entered(client, result):
    answer = shown(dispute(client, result))
    for words in (
        "4/123 against 11/139",
        "not the same as the source",
        "5/123, in Table",
    ):
        assert words in answer
    client.force_login(make.a_curator())
    assert "“5/123, in Table 3”" in page_of(client, result)
    assert "“5/123, in Table 3”" in shown(client.get(edit(result)))


def test_nobody_disputes_their_own(client, result):
    own = make.a_result(study=result.study, entered_by=make.a_reviewer())
    answer = dispute(client, own)
    assert answer.status_code == 422
    assert "Whoever entered a result corrects it" in shown(answer)
    assert f"/results/{own.pk}/dispute/" not in page_of(client, own)


def test_a_difference_says_what_the_source_says(client, result):
    assert "“What the source says” is missing." in shown(dispute(client, result, " "))
    result.refresh_from_db()
    assert result.disputed_by is None


def test_a_dispute_takes_the_place_of_an_agreement_and_back(client, result):
    client.force_login(make.a_reviewer())
    client.post(f"/results/{result.pk}/check/")
    dispute(client, result)
    result.refresh_from_db()
    assert (result.checked_by, result.disputed_by) == (None, make.a_reviewer())
    client.post(f"/results/{result.pk}/check/")
    result.refresh_from_db()
    assert (result.checked_by, result.source_says) == (make.a_reviewer(), "")


def test_a_correction_settles_a_dispute_and_history_keeps_it(client, result):
    dispute(client, result)
    client.force_login(make.a_curator())
    sent = as_sent(client.get(edit(result)), events_1=5, reason="Table 3 is right.")
    client.post(edit(result), sent)
    assert "not the same as the source" not in page_of(client, result)
    history = shown(client.get(f"/results/{result.pk}/history/"))
    assert "<del>5/123, in Table 3</del>" in history


def test_a_claims_page_says_that_a_result_is_not_the_same_as_its_source(client, result):
    claim = make.a_claim(asserts="lowers")
    a_base_of(claim, results=[result])
    dispute(client, result)
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert "not the same as the source" in page
    assert "says Rev Madeup: “5/123, in Table 3”" in page


# --- withdrawn ---


def test_a_result_is_withdrawn_with_a_reason_and_stays_on_record(
    client, curator, result
):
    address = f"/results/{result.pk}/withdraw/"
    assert address in page_of(client, result)
    page = client.get(address)
    assert "marked for review" in shown(page)
    assert client.post(address, as_sent(page)).status_code == 422
    answer = client.post(address, as_sent(page, reason="Entered twice."), follow=True)
    assert "No results yet" in shown(answer)
    assert "by Cur Madeup: Entered twice." in shown(answer)
    assert "Entered twice." in shown(client.get(f"/results/{result.pk}/history/"))
    assert client.get(edit(result)).status_code == 404


def test_another_persons_result_is_withdrawn_by_an_editor(client, result):
    address = f"/results/{result.pk}/withdraw/"
    client.force_login(make.a_reviewer())
    assert client.get(address).status_code == 403
    assert address not in page_of(client, result)
    client.force_login(make.an_editor())
    assert client.get(address).status_code == 200


# --- as printed ---


def test_a_printed_interval_is_shown_as_printed_and_the_computed_beside(client):
    result = make.a_result(estimate=0.4, ci_low=0.1234, ci_high=1.3, **COUNTS)
    page = page_of(client, result)
    assert "RR 0.4000 (0.1234 to 1.3000)" in page
    assert "computed from the counts: RR 0.41 (0.13 to 1.26)" in page


def test_an_interval_off_the_middle_is_kept(client):
    result = make.a_result(metric="md", estimate=2, ci_low=1, ci_high=4)
    page = page_of(client, result)
    assert "MD 2.00 (1.00 to 4.00)" in page
    assert "computed with its interval symmetric: MD 2.00 (0.50 to 3.50)" in page


def test_nothing_is_said_twice(client):
    result = make.a_result(metric="md", estimate=2, ci_low=1, ci_high=3)
    assert "computed" not in page_of(client, result)


def test_deviations_are_shown_as_entered(client):
    means = {"mean_1": 10.25, "sd_1": 3.1, "total_1": 50, "mean_2": 8, "sd_2": 2.925}
    result = make.a_result(
        metric="md", estimate=None, ci_low=None, ci_high=None, total_2=52, **means
    )
    assert "10.25 (SD 3.10) against 8.00 (SD 2.925)" in page_of(client, result)


# --- outcomes ---


def test_an_outcome_is_put_right_for_all_its_results(client, curator, result):
    make.a_result(study=result.study, outcome=result.outcome)
    make.a_result(outcome=result.outcome)
    address = f"/outcomes/{result.outcome_id}/edit/"
    assert address in page_of(client, result)
    page = client.get(f"{address}?next=/studies/{result.study_id}/")
    assert "the outcome of 3 results in 2 studies" in shown(page)
    typed = {"unit": "days", "better": "higher", "importance": "patient"}
    answer = client.post(
        address, as_sent(page, next=f"/studies/{result.study_id}/", **typed)
    )
    assert answer.url == f"/studies/{result.study_id}/"
    outcome = Outcome.objects.get()
    assert (outcome.unit, outcome.better, outcome.importance) == tuple(typed.values())
    history = shown(client.get(f"/outcomes/{outcome.pk}/history/"))
    assert "<del>lower</del> <ins>higher</ins>" in history


def test_a_result_that_was_withdrawn_is_reinstated_with_a_reason(
    client, curator, result
):
    own = f"/results/{result.pk}/"
    withdraw_result(result=result, by=make.an_editor(), reason="Counted twice.")
    client.force_login(make.a_reviewer())
    assert f"{own}reinstate/" not in shown(client.get(own))
    assert client.get(f"{own}reinstate/").status_code == 403
    client.force_login(make.an_editor())
    gone = client.get(own)
    assert gone.status_code == 410
    assert f'href="{own}reinstate/"' in shown(gone)
    assert f'href="{own}history/"' in shown(gone)
    assert f'href="{own}reinstate/"' in page_of(client, result)
    form = client.get(f"{own}reinstate/")
    assert client.post(f"{own}reinstate/", as_sent(form)).status_code == 422
    client.post(f"{own}reinstate/", as_sent(form, reason="Once, in two tables."))
    assert client.get(own).status_code == 200
    assert client.get(f"{own}reinstate/").status_code == 404
    assert "Once, in two tables." in shown(client.get(f"{own}history/"))
    program = Program(make.an_editor())
    assert program.post(f"{own}withdraw/", {"reason": "Again."}).status_code == 204
    stands = program.post(f"{own}reinstate/", {"reason": "No."}).json()
    assert (stands["id"], Result.objects.current().get().pk) == (result.pk, result.pk)
