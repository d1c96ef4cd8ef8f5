"""SQL that is made once gives the rows that SQL made anew would give."""

from itertools import product

import pytest
from django.db.models import Value
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler

from accounts.models import User
from articles.mentions.facts import accepted, links
from articles.models import Mention
from core.kept_sql import IdsSQL, KeptRows
from evidence.bases.counting import candidates
from evidence.bases.items import results_included
from evidence.judged import (
    bases_to_grade,
    candidates_read,
    newest_bases,
    standing_notices,
)
from evidence.models import EvidenceBase, Grade
from evidence.people.queries import claims_judged, studies_judged
from evidence.studies.pages import shown_results, shown_studies
from studies.appraisals.agreed import agreed_rows
from studies.appraisals.showing import opened_appraisals
from studies.models import Result, Study
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ids():
    """Of two judged bases with a notice, a passage and an appraisal among them."""
    for label in ("Example 2001", "Example 2002"):
        result = make.a_result(study=make.a_study(label=label))
        report = make.a_report(study=result.study)
        make.a_notice(reference=report.reference, kind="correction")
        make.an_appraisal(
            round=make.a_study_round(study=result.study, result=result),
            judged={"D1": "Low", "D2": "High"},
        )
        passages = [make.a_passage()]
        base = make.a_frozen_base(results=[result], passages=passages)
        make.a_grade(round=make.a_round(base=base, claim=base.claim))
        mention = make.a_mention(claim=base.claim)
        make.an_anchor(mention=mention)
        work = make.a_cited_work(article=mention.article, study=result.study)
        make.a_citation(mention=mention, cited_work=work)
    return {
        "bases": [*EvidenceBase.objects.values_list("pk", flat=True)],
        "grades": [*Grade.objects.values_list("pk", flat=True)],
        "results": [*Result.objects.values_list("pk", flat=True)],
        "studies": [*Study.objects.values_list("pk", flat=True)],
        "references": [make.a_notice().reference_id],
        "readers": [make.a_comment(about="study", row_id=result.study_id).by_id],
        "claims": [*EvidenceBase.objects.values_list("claim", flat=True)],
        "mentions": [*Mention.objects.values_list("pk", flat=True)],
    }


KEPT = {
    candidates_read: ("bases", "grades"),
    standing_notices: ("studies", "references"),
    agreed_rows: ("results", "studies"),
    bases_to_grade: ("claims",),
    newest_bases: ("claims",),
    candidates: ("bases",),
    results_included: ("bases",),
    accepted: ("claims",),
    links: ("mentions",),
    opened_appraisals: ("studies",),
    shown_results: ("studies",),
    shown_studies: ("studies", "readers"),
    claims_judged: ("claims", "readers"),
    studies_judged: ("studies", "readers"),
}


def told(rows):
    """All that rows say, what is joined to them too."""
    return [
        {**vars(row), "_state": told(list(joined(row).values()))} if row else None
        for row in rows
    ]


def joined(row):
    return row._state.fields_cache


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: "-".join(KEPT[kept]))
def test_kept_and_fresh_answer_alike_for_many_few_and_no_ids(kept, ids):
    some = [[ids[name], ids[name][:1], []] for name in KEPT[kept]]
    asked = [dict(zip(KEPT[kept], each, strict=True)) for each in product(*some)]
    found = [told(kept.rows(**each)) for each in asked]
    assert found == [told(kept.afresh(**each)) for each in asked]
    assert found[0] and not found[-1]


def test_what_was_made_is_not_made_again(monkeypatch):
    people = [make.a_reviewer().pk, make.another_reviewer().pk]
    kept = KeptRows(lambda people: User.objects.filter(pk__any_of=people))
    assert len(kept.rows(people=people)) == 2
    monkeypatch.setattr(SQLCompiler, "as_sql", None)
    assert [one.pk for one in kept.rows(people=people[:1])] == people[:1]
    assert kept.rows(people=[2**63]) == []
    asked = IdsSQL("SELECT id AS pk FROM accounts_user WHERE username LIKE %s", ["v%"])
    assert [one.username for one in kept.rows(people=asked)] == ["vera"]


def test_a_per_cent_sign_of_its_own_is_no_place_for_ids():
    vera = make.another_reviewer()
    sign = Value("100 %s%")
    kept = KeptRows(
        lambda people, others: (
            User.objects.annotate(sign=RawSQL("'100 %%s'", ()))
            .filter(pk__any_of=people, display_name__contains="a")
            .exclude(pk__any_of=others)
            .annotate(other=sign)
        )
    )
    (found,) = kept.rows(people=[vera.pk], others=[])
    assert (found.sign, found.other) == ("100 %s", "100 %s%")


def test_a_list_that_is_not_asked_by_any_of_is_refused():
    kept = KeptRows(lambda people: User.objects.all())
    with pytest.raises(TypeError, match="Not asked by any_of"):
        kept.rows(people=[1])
    with pytest.raises(TypeError, match="Ids of people were expected"):
        kept.rows(persons=[1])
