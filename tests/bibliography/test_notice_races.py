"""Notices that services tell again, and on what was merged meanwhile."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bibliography.models import Notice
from bibliography.notices.actions import note_found, withdraw_notice
from bibliography.records import NoticeFound, NoticeKind
from bibliography.references.merging import merge_references
from tests.factories import a_curator, a_reference, an_editor

pytestmark = pytest.mark.django_db
TOLD = NoticeFound(
    NoticeKind.RETRACTION, "Crossref", dated="2020-02-03", says="Retraction"
)


def told(reference, found=TOLD):
    now = datetime.now(UTC)
    return note_found(reference=reference, found=found, seen_at=now, by=a_curator())


def test_a_notice_taken_back_stays_so_while_its_source_says_the_same():
    reference = a_reference()
    withdraw_notice(notice=told(reference), by=an_editor(), reason="Another work's.")
    assert told(reference).is_withdrawn
    assert not Notice.objects.current().exists()


@pytest.mark.parametrize(
    "news", [{"source": "PubMed"}, {"dated": "2021-01-01"}, {"says": "Removal"}]
)
def test_what_is_news_after_a_notice_was_taken_back_is_a_notice(news):
    reference = a_reference()
    withdraw_notice(notice=told(reference), by=an_editor(), reason="Another work's.")
    told(reference, replace(TOLD, **news))
    assert Notice.objects.current().count() == 1


def test_a_notice_on_a_reference_merged_meanwhile_is_on_the_one_that_stands():
    merged, into = a_reference(), a_reference()
    merge_references(merged=merged, into=into, by=an_editor(), reason="The same.")
    assert told(merged).reference == into
