"""What a second person finds not the same as its source is listed, and settled."""

import pytest

from studies.models import Result
from studies.results.actions import dispute_result, withdraw_result
from tests import factories as make
from tests.html import as_sent, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def disputed():
    """Two results that a reviewer disputes, one of each of two people."""
    rows = []
    for label, by in (("Kim 2016", make.a_curator()), ("Lee 2017", make.an_editor())):
        row = make.a_result(study=make.a_study(label=label), entered_by=by)
        said = {"source_says": f"{label}: 0.52", "by": make.a_reviewer()}
        rows.append(dispute_result(result=row, **said))
    return rows


def listed(client):
    return shown(client.get("/results/disputes/"))


def test_both_people_see_what_is_to_be_settled_and_how_much(client, disputed):
    for person in (make.a_curator(), make.a_reviewer()):
        client.force_login(person)
        assert "Results to settle (2)" in shown(client.get("/studies/"))
        page = listed(client)
        for said in ("Kim 2016", "Lee 2017", "RR 0.50", "“Kim 2016: 0.52”", "<b>2</b>"):
            assert said in page
        assert ("1 of them entered by you" in page) == (person == make.a_curator())


def test_it_stands_as_entered_and_the_list_says_why(client, disputed, reviewer):
    row = disputed[0]
    address = f"/results/{row.pk}/settle/"
    form = client.get(address)
    assert "Kim 2016: 0.52" in shown(form)
    assert "“Why” is missing." in shown(client.post(address, as_sent(form, reason="")))
    client.post(address, as_sent(form, reason="Table 3 is of another outcome."))
    row.refresh_from_db()
    assert (row.checked_by, row.disputed_by) == (reviewer, None)
    page = listed(client)
    assert "<b>1</b>" in page
    assert "<b>stands as entered</b>, by Rev Madeup" in page
    assert "Table 3 is of another outcome." in page
    assert client.get(address).status_code == 404


def test_put_right_it_is_settled_too(client, disputed, curator):
    row = disputed[0]
    address = f"/results/{row.pk}/edit/"
    sent = as_sent(client.get(address), place="Table 3", reason="As the source says.")
    client.post(address, sent)
    assert Result.objects.disputed().count() == 1
    page = listed(client)
    assert "<b>put right</b>" in page
    assert "As the source says." in page


def test_whoever_entered_it_cannot_say_that_it_stands(client, disputed, editor):
    own = disputed[1]
    assert f"/results/{own.pk}/settle/" not in listed(client)
    form = client.get(f"/results/{own.pk}/settle/")
    answer = client.post(f"/results/{own.pk}/settle/", as_sent(form, reason="It is."))
    assert "Another person than the one who entered" in shown(answer)


def test_what_was_withdrawn_waits_for_nobody(client, disputed, curator):
    withdraw_result(result=disputed[0], by=curator, reason="Entered twice.")
    assert "Kim 2016" not in listed(client)
    client.force_login(make.a_reader())
    assert client.get("/results/disputes/").status_code == 403


def test_the_list_asks_as_often_for_five_as_for_one(
    client, disputed, curator, django_assert_num_queries
):
    for _ in range(3):
        row = make.a_result(study=make.a_study())
        dispute_result(result=row, source_says="0.4", by=make.a_reviewer())
    with django_assert_num_queries(8):
        listed(client)
