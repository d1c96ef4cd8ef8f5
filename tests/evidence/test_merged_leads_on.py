"""A page about a row that was merged leads to the same page of what it is now."""

import pytest
from django.urls import reverse
from django.utils import timezone

from core.nouns import noun_of
from tests import factories as make

pytestmark = pytest.mark.django_db

WITHDRAWN = {"withdrawn_at": timezone.now(), "withdrawn_reason": "Made up twice."}
PAGES = {
    make.a_claim: (
        "/claims/{}/send-back/",
        "/claims/{}/correct/",
        "/claims/{}/rounds/",
        "/claims/{}/reply/",
    ),
    make.a_reference: ("/review/conflicts/is-it-yours/{}/",),
    make.a_study: (
        "/studies/{}/appraise/",
        "/studies/{}/appraise/1/",
        "/studies/{}/appraisals/1/",
        "/studies/{}/appraisals/1/differences/",
    ),
}


def test_every_page_leads_on_from_what_was_merged_and_to_what_was_withdrawn(
    client, editor
):
    wrong = []
    for build, pages in PAGES.items():
        merged, other, gone = build(), build(), build()
        rows = type(merged).objects
        rows.filter(pk=merged.pk).update(merged_into=other)
        rows.filter(pk=gone.pk).update(**WITHDRAWN, withdrawn_by=editor)
        for page in pages:
            for row, there in (
                (merged, page.format(other.pk)),
                (gone, reverse(noun_of(gone), args=[gone.pk])),
            ):
                answer = client.get(page.format(row.pk))
                if answer.headers.get("Location") != there:
                    wrong.append(
                        (page, answer.status_code, answer.headers.get("Location"))
                    )
            if client.get(page.format(10**9)).status_code != 404:
                wrong.append((page, "of none"))
    assert wrong == []
