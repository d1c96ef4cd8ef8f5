"""Every filter of every collection takes what makes sense, and refuses the rest."""

import django_filters as filters
import pytest

from articles.articles import pages as article_pages
from articles.models import Outlet
from bibliography.references import pages as reference_pages
from claims.models import Claim
from config.api import COLLECTIONS
from core.filters import YearsFilter, YesNoFilter
from core.list_pages import BEST_MATCH
from evidence.claims import pages as claim_pages
from studies.studies import pages as study_pages
from tests import factories as make
from tests.api.rows import ROWS

pytestmark = pytest.mark.django_db


def values_of(name, each):
    """Per parameter of a filter: values to take, and values to refuse."""
    match each:
        case YesNoFilter():
            return {name: (["true", "false"], ["maybe", "1"])}
        case YearsFilter():
            both = (["1999", "0"], ["x", "-1", "99999", "1.5"])
            return {f"{name}_min": both, f"{name}_max": both}
        case filters.DateFromToRangeFilter():
            both = (["2020-01-31"], ["soon", "2020-02-31", "2020"])
            return {f"{name}_after": both, f"{name}_before": both}
        case filters.ModelMultipleChoiceFilter():
            model = each.extra["queryset"].model
            row = make.an_outlet() if model is Outlet else make.a_topic()
            return {name: ([str(row.pk)], ["x", "0", "9" * 30])}
        case filters.MultipleChoiceFilter():
            choices = each.extra["choices"]
            taken = [value for value, _ in getattr(choices, "choices", choices)]
            return {name: ([taken], ["no such word"])}  # all of them at once
        case filters.NumberFilter():
            return {name: (["1", str(2**63 - 1)], ["x", "0", "1.5", "9" * 30])}
        case filters.IsoDateTimeFilter():
            return {name: (["2020-01-01T00:00:00Z", "2020-01-01"], ["yesterday"])}
        case filters.CharFilter():
            return {name: (["example", '"a" -b or', "%_"], ["x" * 1000, "a\0b"])}
    raise AssertionError(f"Nothing is known of {name}, a {type(each).__name__}.")


def parameters():
    for name, view in COLLECTIONS.items():
        for parameter, each in view.filterset_class.get_filters().items():
            yield pytest.param(name, parameter, each, id=f"{name}-{parameter}")


@pytest.fixture
def admin(client):
    client.force_login(make.an_admin())
    return client


@pytest.mark.parametrize(("name", "parameter", "each"), list(parameters()))
def test_a_filter_takes_sense_and_refuses_nonsense(admin, name, parameter, each):
    address = f"/api/v1/{name}/"
    for word, (taken, refused) in values_of(parameter, each).items():
        for value in taken:
            answer = admin.get(address, {word: value})
            assert answer.status_code == 200, (word, value, answer.json())
        for value in refused:
            answer = admin.get(address, {word: value})
            assert answer.status_code == 400, (word, value)
            assert answer["Content-Type"] == "application/problem+json"
            assert answer.json()["errors"]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_order_turns_round(admin, name):
    for _ in range(3):
        ROWS[name]()
    for word in COLLECTIONS[name].orders:
        told = [
            [
                row["id"]
                for row in admin.get(f"/api/v1/{name}/?order={way}{word}").json()[
                    "results"
                ]
            ]
            for way in ("", "-")
        ]
        assert sorted(told[0]) == sorted(told[1])
        assert len(told[0]) >= 3


def test_both_years_of_a_range_count(admin):
    for year in (1999, 2001, 2003, None):
        make.a_study(year=year)
    address = "/api/v1/studies/?year_min=2000&year_max=2001"
    assert [row["year"] for row in admin.get(address).json()["results"]] == [2001]


def test_a_no_is_not_an_unset_filter(admin):
    make.a_claim(sample=True)
    own = make.a_claim()
    told = admin.get("/api/v1/claims/?sample=false").json()["results"]
    assert [row["id"] for row in told] == [own.pk]


def test_words_bring_the_best_match_first(admin):
    weak = make.a_claim(text="Examplin, zinc and much else that is long", outcome="x")
    strong = make.a_claim(text="Zinc", population="zinc", outcome="zinc")
    told = admin.get("/api/v1/claims/?q=zinc").json()["results"]
    assert [row["id"] for row in told] == [strong.pk, weak.pk]
    newest = admin.get("/api/v1/claims/?q=zinc&order=-added").json()["results"]
    assert [row["id"] for row in newest] == [weak.pk, strong.pk]
    assert admin.get("/api/v1/claims/?order=best").status_code == 400


@pytest.mark.parametrize(
    ("collection", "orders", "best"),
    [
        ("claims", claim_pages.ORDERS, BEST_MATCH),
        ("articles", article_pages.ORDERS, BEST_MATCH),
        ("studies", study_pages.STUDY_ORDERS, BEST_MATCH),
        ("references", reference_pages.REFERENCE_ORDERS, BEST_MATCH),
    ],
)
def test_a_page_and_its_twin_sort_alike(collection, orders, best):
    view = COLLECTIONS[collection]
    assert list(view.orders.items()) == [(order.word, order.key) for order in orders]
    assert view.best == (best.key if best else "")


def test_a_claim_is_found_by_its_topic_and_its_article(admin):
    claim = make.a_claim()
    topic = make.a_claim_topic(claim=claim).topic
    mention = make.a_mention(claim=claim)
    make.a_claim()
    for query in (f"topic={topic.pk}", f"article={mention.article_id}"):
        (row,) = admin.get(f"/api/v1/claims/?{query}").json()["results"]
        assert row["id"] == claim.pk
        assert row["topics"] == [topic.name]
    assert Claim.objects.count() == 2
