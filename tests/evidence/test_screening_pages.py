"""Screening on pages: one record at a time, several for a reason, and the list."""

import pytest

from evidence.bases.actions import copy_base, freeze_base
from evidence.models import ScreenedRecord
from evidence.screening.actions import leave_out_several
from tests import factories as make
from tests.evidence.searching import DAY, brought, ris, work
from tests.html import shown

pytestmark = pytest.mark.django_db
MOST_QUERIES = 24
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def base():
    claim = make.a_claim(population="adults", intervention="examplin", outcome="fever")
    return make.a_base(claim=claim, scope="targeted")


def address(base, what="screening/"):
    return f"/claims/{base.claim_id}/base/{what}"


def step(client, base, record, **said):
    sent = {"record": record.pk, "revision": record.revision, **said}
    return client.post(address(base), sent)


def test_a_record_is_shown_with_the_words_of_the_question_marked(
    client, base, reviewer
):
    brought(base, [work(1, AB="Adults with feverish ideas, and Fevers."), work(2)])
    page = shown(client.get(address(base)))
    assert "<mark>Examplin</mark> for made-up <mark>fever</mark>" in page
    assert "<mark>Adults</mark> with feverish ideas, and <mark>Fevers</mark>." in page
    assert "brought by Example Index" in page
    client.post(address(base), {"do": "words", "marked_words": "idea\nfever*"})
    page = shown(client.get(address(base)))
    assert "Adults with <mark>feverish</mark> <mark>ideas</mark>" in page


def test_each_step_leads_to_the_next_record_without_javascript(client, base, reviewer):
    brought(base, [work(n) for n in range(4)])
    rows = list(base.screened_records.order_by("pk"))
    answer = step(client, base, rows[0], do="take")
    assert answer["Location"] == f"{address(base)}?record={rows[1].pk}"
    page = shown(step(client, base, rows[1], because="design"))
    page = shown(client.get(address(base)))
    assert "<b>2</b> of 4 screened" in page
    assert "left out, not an eligible design." in page
    assert f'value="{rows[2].pk}"' in page
    page = shown(client.get(f"{address(base)}?after={rows[2].pk}"))
    assert f'value="{rows[3].pk}"' in page
    page = shown(client.get(f"{address(base)}?after={rows[3].pk}"))
    assert f'value="{rows[2].pk}"' in page  # what was skipped comes again
    client.post(address(base), {"do": "undo"})
    assert ScreenedRecord.objects.get(pk=rows[1].pk).decision == "awaiting"


def test_the_next_record_comes_as_a_part_of_the_page(
    client, base, reviewer, django_assert_max_num_queries
):
    brought(base, [work(n) for n in range(6)])
    first, second, *_ = base.screened_records.order_by("pk")
    sent = {"record": first.pk, "revision": 1, "because": "outcome"}
    with django_assert_max_num_queries(2 * MOST_QUERIES):
        answer = client.post(address(base), sent, **HTMX)
    page = shown(answer)
    assert page.startswith('<div id="screening"')
    assert f'name="record" value="{second.pk}"' in page
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address(base))


def test_a_record_is_taken_on_as_a_report_of_a_study_that_is_here(
    client, base, reviewer
):
    brought(base, [work(n) for n in range(3)])
    first, second, third = base.screened_records.order_by("pk")
    step(client, base, first, do="take")
    first.refresh_from_db()
    page = shown(client.get(address(base)))
    known = f"{first.study_id} · Madeup0 2001"
    assert f'<option value="{known}">' in page
    step(client, base, second, do="take", study_words=known)
    second.refresh_from_db()
    assert second.study == first.study
    assert sorted(each.role for each in first.study.reports.all()) == [
        "follow_up",
        "main",
    ]
    twin = make.a_study(label="Madeup0 2001")
    answer = step(client, base, third, do="take", study_words="Madeup0 2001")
    assert answer.status_code == 422
    told = shown(answer)
    assert "say which: " in told and f"{known} (Examplin" in told
    assert f"{twin.pk} · Madeup0 2001 (study {twin.pk})" in told
    assert 'value="Madeup0 2001"' in shown(answer)
    answer = step(client, base, third, do="take", study_words="Nobody 1900")
    assert "No study here fits “Nobody 1900”." in shown(answer)


def test_a_refused_step_keeps_what_was_typed(client, base, reviewer):
    brought(base, [work(1)])
    record = base.screened_records.get()
    said = {"because": "because", "in_words": "Of another century."}
    answer = step(client, base, record, **said)
    assert answer.status_code == 422
    assert "Say why the record is left out." in shown(answer)
    assert 'value="Of another century."' in shown(answer)
    answer = step(client, base, record, because="design", revision=7)
    assert "was changed meanwhile" in shown(answer)
    answer = client.post(address(base), {"do": "undo"})
    assert "You have decided on no record here" in shown(answer)
    assert step(client, base, record, do="dance").status_code == 422


def test_all_that_say_something_are_left_out_at_once(client, base, reviewer):
    brought(base, [work(1), work(2, TI="Examplin in mice"), work(3, PY=1950)])
    several = address(base, "screening/several/")
    assert "Left out so far" not in shown(client.get(several))
    said = {"q": "MICE examplin", "because": "design"}
    page = shown(client.get(several, said))
    assert "1 of the records that wait fit" in page
    assert "Examplin in mice" in page
    answer = client.post(several, {**said, "expected": "2"})
    assert "Other records wait by now" in shown(answer)
    client.post(several, {**said, "expected": "1"})
    client.post(several, {"before": "1960", "because": "population", "expected": "1"})
    assert base.screened_records.awaiting().count() == 1
    answer = client.get(several, {"because": "design"})
    assert (answer.status_code, "Say which records" in shown(answer)) == (422, True)
    assert "1 of the records" in shown(
        client.get(several, {"design": "not_stated", "because": "design"})
    )
    client.post(address(base, "screening/back/"), {"because": "design"})
    assert base.screened_records.awaiting().count() == 2


def test_the_list_has_its_twins(client, base, reviewer):
    brought(base, [work(1), work(2)])
    step(client, base, base.screened_records.first(), because="design")
    listed = address(base, "records/")
    page = shown(client.get(listed, {"reason": "design"}))
    assert "number 1" in page
    assert "number 2" not in page
    assert f'<form method="get" action="{listed}"' in page  # which sends the filters
    twin = f"/api/v1/screened-records/?reason=design&base={base.pk}"
    assert twin.replace("&", "&amp;") in page
    (row,) = client.get(twin).json()["results"]
    assert (row["decision"], row["reason"]) == ("left_out", "design")
    table = client.get(f"/screened-records.csv?base={base.pk}")
    assert b"".join(table.streaming_content).count(b"\n") == 3


def test_the_flow_is_shown_as_a_picture_a_table_and_a_file(client, base, reviewer):
    brought(base, [work(1), work(2), work(2)])
    step(client, base, base.screened_records.first(), because="not_obtained")
    page = shown(client.get(address(base, "")))
    for told in (
        "Records identified (n = 3)",
        "duplicates (n = 1)",
        "Reports not obtained (n = 1)",
        "still to be screened (n = 1)",
    ):
        assert page.count(told) > 1, told  # in the picture, and in the table
    assert "The counts do not add up" not in page
    picture = client.get(address(base, f"{base.number}/flow.svg"))
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"Records identified (n = 3)" in picture.content
    none = make.a_base()
    assert client.get(address(none, "1/flow.svg")).status_code == 404
    leave_out_several(
        base=base,
        records=[row.pk for row in base.screened_records.awaiting()],
        because="design",
        by=reviewer,
    )
    frozen = freeze_base(base=ready(base), by=reviewer)
    copy_base(base=frozen, by=reviewer)
    client.logout()
    listed = client.get(address(base, "records/"), {"base": frozen.pk})
    assert "2 records" in shown(listed)
    assert "Records identified (n = 3)" in shown(client.get(address(base, "")))


def ready(base):
    """A base whose question is set."""
    claim = base.claim
    claim.comparator, claim.asserts = "any", "lowers"
    claim.save()
    return base


def test_searches_are_made_on_their_page(client, base, reviewer):
    searches = address(base, "searches/")
    answer = client.post(searches, {"do": "run", "strategy": "examplin[tiab]"})
    assert answer["Location"] == searches
    page = shown(client.get(searches))
    assert "examplin[tiab]" in page
    assert "not searched yet" in page
    said = {
        "do": "bring",
        "source": "Example Index",
        "kind": "database",
        "strategy": "examplin",
        "searched_on": str(DAY),
        "text": "nothing that is a record",
    }
    answer = client.post(searches, said)
    assert answer.status_code == 422
    assert "nothing that is a record" in shown(answer)
    answer = client.post(searches, {**said, "text": ris(work(1)).decode()})
    assert answer.status_code == 302
    search = base.searches.get(source="Example Index")
    client.post(f"/searches/{search.pk}/", {"do": "remove"}, follow=True)
    assert base.searches.count() == 2  # it is at work
    search.job.__class__.objects.update(
        state="cancelled", finished_at=search.created_at
    )
    client.post(f"/searches/{search.pk}/", {"do": "remove"})
    assert base.searches.count() == 1


FIELDS = (
    "because do expected in_words marked_words q record revision source text".split()
)
STEPS = {"screening/": "take leave back undo words", "searches/": "run bring"}


def test_whatever_is_sent_to_an_open_base_gets_an_answer(client, base, reviewer):
    search = brought(base, [work(1)])
    record = base.screened_records.get()
    others = ["several/", "back/"]
    pages = [*STEPS, *(f"screening/{each}" for each in others), "records/", "freeze/"]
    for value in ("a\0b", "9" * 50, "²"):
        sent = dict.fromkeys([*FIELDS, "before", "design", "scope", "told"], value)
        asked = dict.fromkeys(("after", "record", "again", "cursor"), value)
        for page in pages:
            path = address(base, page)
            answers = [client.get(path, asked), client.post(path, sent)]
            for do in STEPS.get(page, "").split():
                said = {**sent, "do": do, "record": record.pk}
                answers.append(client.post(path, said))
            answers.append(client.post(f"/searches/{search.pk}/", sent))
            for answer in answers:
                assert answer.status_code < 500, (path, value)
