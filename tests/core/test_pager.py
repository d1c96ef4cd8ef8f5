"""A list is paged without repeating or skipping a row, in either direction."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.exceptions import FieldError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Length, NullIf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import BadQuery
from core.pager import capped_count, page_size, paginate
from studies.models import Study

WORDS = SearchQuery("bone & skin", config="footing")
SORTS = {
    "year": F("year"),  # often null, with many ties
    "created_at": F("created_at"),  # microseconds
    "label": F("label"),
    "sample": F("sample"),
    "length": NullIf(Length("title"), 0),  # an annotation, sometimes null
    "rank": SearchRank("search", WORDS, normalization=2),  # four-byte floats
    "share": models.ExpressionWrapper(
        F("sample_size") * 1.0 / 7, output_field=models.FloatField()
    ),
    "pk": F("pk"),
}
START = datetime(2026, 1, 1, tzinfo=UTC)
study_rows = st.lists(
    st.builds(
        Study,
        label=st.sampled_from(["Ábel 2020", "abel 2020", "Zet 2019", "Yel, 'x' 2"]),
        title=st.sampled_from(["", "bone", "bone skin", "skin and bone and bone skin"]),
        year=st.sampled_from([None, 1999, 2000, 2001]),
        sample_size=st.sampled_from([None, 1, 3, 10]),
        sample=st.booleans(),
        created_at=st.integers(0, 5).map(lambda n: START + timedelta(microseconds=n)),
    ),
    max_size=12,
)
sorts = st.sampled_from([sign + name for name in SORTS for sign in ("", "-")])


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def the_list(as_values):
    added = {name: key for name, key in SORTS.items() if name in _annotated}
    studies = Study.objects.annotate(**added)
    return studies.values("label") if as_values else studies


_annotated = ("length", "rank", "share")


def walk(queryset, order, size, *, back_from=None):
    """All pages from the first to the last, or from a cursor back to the first."""
    cursor, pages = back_from, []
    while True:
        page = paginate(queryset, order=order, cursor=cursor, size=size)
        pages.append(page)
        assert len(pages) < 50, "the pages never end"
        cursor = page.previous if back_from else page.next
        if not cursor:
            return pages


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=study_rows, order=sorts, size=st.integers(1, 5), as_values=st.booleans())
def test_pages_hold_every_row_once_in_order_both_ways(db, rows, order, size, as_values):
    with undone():
        Study.objects.bulk_create(rows)
        queryset = the_list(as_values).annotate(number=F("pk"))
        name, descending = order.removeprefix("-"), order.startswith("-")
        key, number = F(name), F("pk")
        sorting = (
            (key.desc(nulls_last=True), number.desc())
            if descending
            else (key.asc(nulls_last=True), number.asc())
        )
        all_rows = list(queryset.order_by(*sorting))
        forwards = walk(queryset, order, size)
        assert [row for page in forwards for row in page.rows] == all_rows
        assert all(len(page.rows) == size for page in forwards[:-1])
        assert forwards[0].previous is None
        if len(forwards) > 1:
            backwards = walk(queryset, order, size, back_from=forwards[-1].previous)
            earlier = [row for page in reversed(backwards) for row in page.rows]
            assert earlier == all_rows[: len(earlier)]
            assert len(earlier) + len(forwards[-1].rows) == len(all_rows)
            assert backwards[-1].previous is None


@pytest.fixture
def studies(db):
    return Study.objects.bulk_create(
        Study(label=f"Example {n}", year=2000 + n // 2 if n % 3 else None)
        for n in range(10)
    )


def test_a_page_costs_one_query_and_another_where_it_goes_on_among_the_nulls(
    studies, django_assert_num_queries
):
    with django_assert_num_queries(1):
        first = paginate(Study.objects.all(), order="year", size=4)
    with django_assert_num_queries(2):
        second = paginate(Study.objects.all(), order="year", cursor=first.next, size=4)
    with django_assert_num_queries(1):
        again = paginate(
            Study.objects.all(), order="year", cursor=second.previous, size=4
        )
    assert again.rows == first.rows


def test_rows_asked_for_as_values_stay_as_they_were_asked_for(studies):
    page = paginate(Study.objects.values("label"), order="year", size=3)
    assert all(set(row) == {"label"} for row in page.rows)


def test_filtered_rows_are_paged_within_the_filter(studies):
    late = Study.objects.filter(Q(year__gte=2002) | Q(year=None))
    labels = [row.label for page in walk(late, "-year", 3) for row in page.rows]
    assert sorted(labels) == sorted(late.values_list("label", flat=True))


def test_rows_that_come_and_go_neither_repeat_nor_skip_the_others(studies):
    first = paginate(Study.objects.all(), order="pk", size=4)
    Study.objects.filter(pk__in=[row.pk for row in first.rows[1:]]).delete()
    rest = paginate(Study.objects.all(), order="pk", cursor=first.next, size=10)
    assert [row.pk for row in rest.rows] == [study.pk for study in studies[4:]]


def test_going_back_where_nothing_is_left_starts_again(studies):
    first = paginate(Study.objects.all(), order="pk", size=4)
    second = paginate(Study.objects.all(), order="pk", cursor=first.next, size=4)
    Study.objects.filter(pk__in=[row.pk for row in first.rows]).delete()
    page = paginate(Study.objects.all(), order="pk", cursor=second.previous, size=4)
    assert [row.pk for row in page.rows] == [study.pk for study in studies[4:8]]


def test_an_empty_list_has_one_empty_page(db):
    page = paginate(Study.objects.all(), order="label")
    assert (page.rows, page.next, page.previous) == ([], None, None)


@pytest.mark.parametrize("cursor", ["x", "a:b", "W10:abc", ":", "\x00", "é" * 50])
def test_a_cursor_nobody_gave_out_is_refused(db, cursor):
    with pytest.raises(BadQuery, match="was not made for this list"):
        paginate(Study.objects.all(), order="year", cursor=cursor)


def test_a_cursor_of_another_order_is_refused(studies):
    page = paginate(Study.objects.all(), order="year", size=2)
    with pytest.raises(BadQuery, match="in this order"):
        paginate(Study.objects.all(), order="-year", cursor=page.next)


def test_a_cursor_is_opaque_and_short(studies):
    page = paginate(Study.objects.all(), order="-created_at", size=2)
    assert len(page.next) < 120
    assert "2026" not in page.next


def test_sorting_by_what_is_not_there_is_a_mistake_of_ours(db):
    with pytest.raises(FieldError):
        paginate(Study.objects.all(), order="colour")


@pytest.mark.parametrize(
    ("text", "size"), [("", 50), (None, 50), ("1", 1), ("200", 200)]
)
def test_a_page_size_is_read_from_the_address(text, size):
    assert page_size(text) == size


@pytest.mark.parametrize("text", ["0", "201", "-1", "many", "1.5", "9" * 9999])
def test_a_page_size_out_of_bounds_is_refused(text):
    with pytest.raises(BadQuery, match="from 1 to 200"):
        page_size(text)


def test_counting_stops_at_the_cap(studies, django_assert_num_queries):
    with django_assert_num_queries(2):
        exact = capped_count(Study.objects.order_by("label"), cap=10)
        capped = capped_count(Study.objects.values("label"), cap=9)
    assert (exact.n, exact.is_more, str(exact)) == (10, False, "10")
    assert (capped.n, capped.is_more, str(capped)) == (9, True, "more than 9")
