"""A record's history as a person reads it: words, names with links, places changed."""

import pytest

from core.actions import action, save
from tests import factories as make
from tests.html import links_of, shown

pytestmark = pytest.mark.django_db
LONG = "Adults with made-up fever who took examplin every day for twelve weeks at home"


@action
def alter(*, row, changes, by, reason=""):
    return save(row, **changes)


def changed(row, **changes):
    alter(row=row, changes=changes, by=make.a_curator(), reason="Misread.")
    return row


def history(client, path):
    answer = client.get(f"{path}history/")
    assert answer.status_code == 200, path
    return answer


def test_every_kind_of_record_tells_its_changes_in_words(client):
    mention = make.a_mention(claim=make.a_claim())
    support = make.a_citation_support(
        mention=mention, citation=make.a_citation(mention=mention)
    )
    result = make.a_result()
    base = make.a_frozen_base()
    work = support.citation.cited_work
    rows = [
        (mention.claim, f"/claims/{mention.claim_id}/", {"kind": "harm"}, "harm"),
        (result.study, f"/studies/{result.study_id}/", {"status": "ongoing"}, ""),
        (result, f"/results/{result.pk}/", {"adjusted": "no"}, "no"),
        (result.outcome, f"/outcomes/{result.outcome_id}/", {"unit": "mm"}, "mm"),
        (work.article, f"/articles/{work.article_id}/", {"licence": "cc_by"}, ""),
        (mention, f"/mentions/{mention.pk}/", {"also_kind": "safety"}, "safety"),
        (work, f"/cited-works/{work.pk}/", {"label": "Sample 2001"}, "Sample 2001"),
    ]
    for row, path, changes, words in rows:
        changed(row, **changes)
        page = shown(history(client, path))
        (name, value) = next(iter(changes.items()))
        words = words or dict(row._meta.get_field(name).flatchoices)[value]
        assert f"<ins>{words}</ins>" in page, path
        assert "Misread." in page, path
        assert "Cur Madeup" in page, path
    assert "Results" in shown(
        history(client, f"/claims/{base.claim_id}/base/{base.number}/")
    )
    changed(support, place="Table 2")
    page = shown(history(client, f"/mentions/{mention.pk}/"))
    assert "Does the study say this?" in page
    assert "Table 2" in page


def test_a_row_that_is_named_is_named_as_it_is_called_with_a_link(client):
    work = make.a_cited_work()
    study = make.a_study(label="Example 2001")
    changed(work, study=study)
    answer = history(client, f"/cited-works/{work.pk}/")
    assert ">Example 2001</a></ins>" in shown(answer)
    assert f"/studies/{study.pk}/" in links_of(answer)
    result = changed(make.a_result(), entered_by=make.a_reviewer())
    assert "<ins>Rev Madeup</ins>" in shown(history(client, f"/results/{result.pk}/"))


def test_a_long_text_shows_what_was_taken_out_and_put_in(client):
    claim = make.a_claim(population=LONG)
    changed(claim, population=LONG.replace("twelve", "sixteen"))
    page = shown(history(client, f"/claims/{claim.pk}/"))
    assert "Population, in places:" in page
    assert "[taken out: </span>twelve" in page
    assert "[put in: </span>sixteen" in page


def test_what_was_said_in_tags_stays_words(client):
    claim = make.a_claim(population="<b>Adults</b>")
    changed(claim, population="<script>alert(1)</script>")
    page = shown(history(client, f"/claims/{claim.pk}/"))
    assert "<script>alert" not in page
    assert "<b>Adults" not in page


def test_many_named_rows_take_a_query_for_each_table(
    client, django_assert_max_num_queries
):
    work = make.a_cited_work()
    for _ in range(5):
        changed(work, study=make.a_study())
    with django_assert_max_num_queries(9):
        history(client, f"/cited-works/{work.pk}/")
