"""A base is frozen with every candidate decided, though one was being added then."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from core.errors import Refused
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item, decide_item
from evidence.models import EvidenceBase
from tests import factories as make
from tests.stories.acting import ASKED, a_trial

pytestmark = pytest.mark.django_db(transaction=True)
COUNTS = (10, 200, 30, 200)


@pytest.fixture
def trials():
    outcome = make.an_outcome(name="fever", better="lower")
    return [a_trial(f"Example {year}", COUNTS, outcome) for year in (2001, 2002)]


@pytest.fixture
def base(trials):
    reviewer = make.a_reviewer()
    claim = make.a_claim(**{**ASKED, "asserts": "lowers"})
    base = open_base(claim=claim, scope="other_known", by=reviewer)
    result = trials[0].results.get()
    add_item(base=base, result=result, decision="included", by=reviewer)
    return base


def freeze_while(base, write):
    """Freeze a base in the midst of somebody's write; whether it could be."""
    written = Event()

    def somebody():
        try:
            with transaction.atomic():
                write()
                written.set()
                Event().wait(0.5)  # the freezing has begun by then
        finally:
            written.set()
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(somebody)
        assert written.wait(20)
        try:
            freeze_base(base=EvidenceBase.objects.get(pk=base.pk), by=base.by)
        except Refused as refused:
            return refused.sentence
    return ""


def test_a_candidate_added_meanwhile_is_decided_first(base, trials):
    def add():
        own = EvidenceBase.objects.get(pk=base.pk)
        add_item(base=own, result=trials[1].results.get(), by=base.by)

    assert "Nobody has decided yet on Example 2002" in freeze_while(base, add)
    assert not EvidenceBase.objects.get(pk=base.pk).is_frozen


def test_a_candidate_put_back_meanwhile_is_decided_first(base):
    def put_back():
        decide_item(item=base.items.get(), decision="awaiting", by=base.by)

    assert "Nobody has decided yet on Example 2001" in freeze_while(base, put_back)


def test_what_nobody_writes_to_is_frozen(base):
    assert freeze_while(base, lambda: None) == ""
    assert EvidenceBase.objects.get(pk=base.pk).is_frozen
