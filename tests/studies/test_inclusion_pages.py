"""What a review includes is listed, matched to studies, and taken off on a page."""

import pytest

from studies.studies.actions import settle_inclusion
from tests import factories as make
from tests.html import shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("curator")]


@pytest.fixture
def review():
    return make.a_review()


def includes(review):
    return f"/studies/{review.pk}/includes/"


def settle(client, row, do, **typed):
    sent = {"row": row.pk, "revision": row.revision, "do": do}
    return client.post(includes(row.review), {**sent, **typed}, follow=True)


def listed(review):
    return list(review.inclusions.order_by("id").values_list("listed_as", flat=True))


def test_a_list_is_pasted_one_a_line_and_each_line_once(client, review):
    assert includes(review) in shown(client.get(f"/studies/{review.pk}/"))
    pasted = "Example 2001\r\n\r\n  Example  2002 \nExample 2001\n"
    client.post(includes(review), {"do": "paste", "listed": pasted})
    assert listed(review) == ["Example 2001", "Example 2002"]
    answer = client.post(
        includes(review),
        {"do": "paste", "listed": "Example 2003\nExample 2001"},
        follow=True,
    )
    assert "1 study is new on the list." in shown(answer)
    assert "3 studies listed: 0 matched, 0 not found, 3 nobody" in shown(answer)


def test_too_long_a_list_comes_back_as_pasted(client, review):
    pasted = "\n".join(f"Example {number}" for number in range(1001))
    answer = client.post(includes(review), {"do": "paste", "listed": pasted})
    assert answer.status_code == 422
    assert "at most 1000 go in at once" in shown(answer)
    assert "Example 1000" in shown(answer)


def test_the_studies_that_the_words_may_mean_are_offered_with_their_reports(
    client, review
):
    title = "Examplin for cough"
    report = make.a_reference(title=title)
    wanted = make.a_study(label="Example 2001", main_report=report)
    make.a_study(label="Other 2001")
    row = make.an_inclusion(review=review, listed_as="Example et al., 2001 [12]")
    page = shown(client.get(includes(review), {"row": row.pk}))
    assert f'name="study" value="{wanted.pk}"' in page
    assert title in page
    assert "Other 2001" not in page


def test_a_study_is_matched_not_found_and_left_open_again(client, review):
    study = make.a_study(label="Example 2001")
    row = make.an_inclusion(review=review, listed_as="Example 2001")
    assert "Choose the study." in shown(settle(client, row, "match"))
    assert "1 matched" in shown(settle(client, row, "match", study=study.pk))
    row.refresh_from_db()
    assert row.study == study
    assert "1 not found" in shown(settle(client, row, "not_found"))
    row.refresh_from_db()
    assert (row.study, row.state) == (None, "not_found")
    assert "1 nobody has looked for" in shown(settle(client, row, "open"))


def test_one_study_is_matched_once(client, review):
    study = make.a_study(label="Example 2001")
    make.an_inclusion(review=review, study=study)
    row = make.an_inclusion(review=review, listed_as="Example 2001")
    page = shown(client.get(includes(review), {"row": row.pk}))
    assert f'name="study" value="{study.pk}"' not in page
    answer = settle(client, row, "match", study=study.pk)
    assert "The review includes this study already." in shown(answer)


def test_a_match_made_meanwhile_is_not_written_over_unseen(client, review):
    row = make.an_inclusion(review=review, listed_as="Example 2001")
    seen = row.revision
    settle_inclusion(inclusion=row, found=False, by=make.an_editor())
    study = make.a_study(label="Example 2001").pk
    answer = settle(client, row, "match", study=study, revision=seen)
    assert f'value="{study}" checked' in shown(answer)
    assert "was changed meanwhile" in shown(answer)
    assert "<ins>not found</ins>" in shown(answer)
    row.refresh_from_db()
    assert row.state == "not_found"


def test_what_a_review_does_not_include_is_taken_off_with_a_reason(client, review):
    row = make.an_inclusion(review=review)
    assert "Say why it is taken off." in shown(settle(client, row, "remove"))
    settle(client, row, "remove", reason="It is excluded there.")
    assert not review.inclusions.exists()


def test_readers_list_nothing(client, review):
    client.force_login(make.a_reader())
    assert client.get(includes(review)).status_code == 403


def test_a_page_of_many_asks_no_more(client, review, django_assert_max_num_queries):
    for number in range(5):
        make.a_study(label=f"Example {number}", main_report=make.a_reference())
        make.an_inclusion(review=review, listed_as=f"Example {number}")
    row = review.inclusions.first()
    with django_assert_max_num_queries(11):
        client.get(includes(review), {"row": row.pk, "q": "Example"})
