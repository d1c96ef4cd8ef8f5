"""Neighbours of the sixty searches, over the same store."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import Claim
from tests import factories as make
from tests.evidence.finding.test_searches import Store

pytestmark = pytest.mark.django_db
NEIGHBOURS = tomllib.loads(Path(__file__).with_name("neighbours.toml").read_text())


def test_neighbours_of_the_searches_find_what_they_must():
    store, wrong = Store(), []
    for search in NEIGHBOURS["search"]:
        typed = re.sub(
            r"\{(.+?)\}", lambda key: str(store.rows[key[1]].pk), search["q"]
        )
        found = store.found(typed)
        if missed := set(search.get("find", ())) - set(found):
            wrong.append(f"{search['q']} misses {missed}, finds {found}")
        if false := set(search.get("not", ())) & set(found):
            wrong.append(f"{search['q']} finds {false}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("typed", ["🙂-ginger*", "©🙂/gin*", "🙂*", "ginger-🙂*"])
def test_a_sign_beside_the_beginning_of_a_word_is_no_part_of_it(typed):
    make.a_claim(text="Ginger lowers fever.")
    assert Claim.objects.matching(typed).count() == ("gin" in typed)


PIECES = (
    "ginger plasma* -hair NEAR NEAR/3 NEAR/99999 NOT AND or author: year:2016 title:x "
    "year:2016-1990 “ \" ( ) <-> & | ! :* ' \\ ß α 糖尿病 🙂 \u202e vitamin A IL 6 --"
).split()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=9), apart=st.sampled_from(" \0")
)
def test_whatever_is_typed_is_some_search(db, pieces, apart):
    assert Claim.objects.matching(apart.join(pieces)).count() == 0
