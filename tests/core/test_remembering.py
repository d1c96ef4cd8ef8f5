"""What is remembered stands as long as what it was made of does, and no longer."""

import pytest
from django.db.models import F

from claims.models import Claim
from core.remembering import Remembered
from tests import factories as make

pytestmark = pytest.mark.django_db


class Texts:
    """The texts of all claims, remembered; ``made`` is how often they were read."""

    def __init__(self, most=2):
        self.remembered = Remembered(Claim, most=most)
        self.made = 0

    def get(self, key="all", **more):
        def read():
            self.made += 1
            return list(Claim.objects.order_by("pk").values_list("text", flat=True))

        return self.remembered.get(key, read, **more)


def test_a_value_is_kept_when_made_twice_and_read_by_one_query_from_then_on(
    django_assert_num_queries,
):
    make.a_claim(text="Examplin lowers signs.")
    texts = Texts()
    with django_assert_num_queries(1 + 2):
        assert texts.get() == texts.get() == ["Examplin lowers signs."]
    with django_assert_num_queries(1):
        assert texts.get() == ["Examplin lowers signs."]
    assert texts.made == 2


def test_what_is_changed_added_or_deleted_is_made_anew():
    claim, texts = make.a_claim(text="One"), Texts()
    for _ in range(3):
        texts.get()
    Claim.objects.filter(pk=claim.pk).update(text="Two")
    assert texts.get() == ["Two"]
    other = make.a_claim(text="Three")
    assert texts.get() == ["Two", "Three"]
    Claim.objects.filter(pk=other.pk).update(text=F("text"), outcome="signs")
    made = texts.made
    assert texts.get() == texts.get() == ["Two", "Three"]
    assert texts.made == made  # of what is not read nothing depends on it


def test_what_changes_while_a_value_is_made_is_not_missed():
    claim, texts = make.a_claim(text="One"), Texts()
    texts.get()
    state = Claim.objects.values_list(texts.remembered.state("all"), flat=True)[0]
    Claim.objects.filter(pk=claim.pk).update(text="Two")
    assert texts.get(state=state) == ["Two"]  # kept beside the state of "One"
    Claim.objects.filter(pk=claim.pk).update(text="Three")
    assert texts.get() == ["Three"]


def test_the_state_is_read_with_a_row_of_which_a_value_is_made(
    django_assert_num_queries,
):
    claim, remembered = make.a_claim(text="One"), Remembered(Claim, most=2)

    def text():
        rows = Claim.objects.annotate(state=remembered.state("text"))
        row = rows.get(pk=claim.pk)
        given = {"state": row.state, "besides": [Claim.objects.filter(pk=row.pk)]}
        return remembered.get("text", lambda: [row.text], **given)

    first = text(), text()
    with django_assert_num_queries(1):
        assert text() is first[1]
    Claim.objects.filter(pk=claim.pk).update(text="Two")
    assert text() == ["Two"]


def test_the_last_are_kept_and_what_writes_never_is():
    make.a_claim()
    texts = Texts(most=1)
    for key in ("a", "a", "b", "a", "a"):
        texts.get(key)
    assert texts.made == 5
    texts.get("a")
    assert texts.made == 5

    def write():
        return Claim.objects.update(outcome="signs")

    remembered = Remembered(Claim, most=1)
    assert [remembered.get("w", write) for _ in range(3)] == [1, 1, 1]
